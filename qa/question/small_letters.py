"""Names in questions without capitals: "when did berg meet stone in oslo"."""

from __future__ import annotations

from qa.question.known import Known
from qa.question.offices import Named
from qa.question.slot_cues import (
    DETERMINERS,
    FORMS,
    GOING_STRAIGHT,
    NO_LOWER_NAME,
    PARTY_AFTER,
    SUBJECT_AFTER,
    VERBS,
)
from qa.question.slots import is_place_slot, name_person, name_place
from qa.question.words import Words

PRESENT = frozenset(["at", "present", "there", "among"])  # "was berg at the lunch"


def find_small(words: Words, at: int, known: Known | None) -> list[Named]:
    """A name in lower case, where the archive knows it or its slot is a name's."""
    word = words.lower(at)
    if (
        words.words[at].capital
        or word in NO_LOWER_NAME
        or words.is_opener(at)
        or not word.isalpha()
    ):
        return []
    slot = _small_slot(words, at)
    if known and (words.is_lower or slot):
        for end in range(min(at + 3, len(words)) - 1, at - 1, -1):
            texts = [words.words[n].text for n in range(at, end + 1)]
            if known.find_person(texts) and slot != "place":
                return name_person(words, at, end, known)
            if known.find_place(" ".join(texts)):
                return (
                    name_place(words, at, end)
                    if slot == "place" or words.lower(end + 1) in FORMS
                    else []
                )
    if not words.is_lower or slot is None or words.labels[at - 1 : at] == ["person"]:
        return []
    last = _small_end(words, at)
    if slot == "place":
        return name_place(words, at, last)
    return name_person(words, at, last, known) if _acts(words, at, last) else []


def _small_slot(words: Words, at: int) -> str | None:
    prior = words.lower(at - 1)
    if prior in ("in", "at") or (prior in DETERMINERS and words.lower(at - 2) in ("in", "at")):
        return "place"
    if prior == "of" and words.lower(at - 2) in FORMS:
        return "party"
    if prior in GOING_STRAIGHT or (prior == "to" and is_place_slot(words, at)):
        return "place"
    if (
        prior in PARTY_AFTER
        or prior in SUBJECT_AFTER
        or "person" in words.labels[max(at - 1, 0) : at]
    ):
        return "party"
    return None


def _small_end(words: Words, at: int) -> int:
    last = at
    while last < at + 2 and words.close(last) and words.free(last + 1):
        word = words.lower(last + 1)
        if word in NO_LOWER_NAME or words.is_opener(last + 1) or not word.isalpha():
            break
        last += 1
    return last


def _acts(words: Words, first: int, last: int) -> bool:
    """Whether lower-case words in a name's slot are one: an adverb or a participle is none."""
    if words.slice(first, last).endswith(("ly", "ed", "ing")):
        return False
    prior, after = words.lower(first - 1), words.lower(last + 1)
    return prior not in SUBJECT_AFTER or after in VERBS or after in PRESENT
