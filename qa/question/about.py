"""What meeting a question, or a part of one, is about; and who says what of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.meeting_records import Form, Status
from index.mention_cues import PHONE
from index.records import Record
from index.words import content_words
from qa.question.asked import About, Kind, Order, Party
from qa.question.kind_cues import FIRST, FORM, LAST, LASTING_VERB
from qa.question.known import Known
from qa.question.meeting_words import (
    BESIDE_LOOSE,
    CALL_NOUN_BEFORE,
    COMING,
    FORM_NOUNS,
    JOINING,
    LOOSE_VERBS,
    MEALS,
    MEETING_VERBS,
    SPEAKING_OF,
    STATUSES,
    THE_PRESS,
    TOGETHER,
)
from qa.question.offices import Named
from qa.question.parties import find_named
from qa.question.several_cues import OF_MOST, ONE_OF_ALL, SHORTEST
from qa.question.slot_cues import (
    ADVERBS,
    ANNOUNCEMENTS,
    ARTICLES,
    ASKING_WORDS,
    PARTY_AFTER,
    PLACE_AFTER,
    SPEECH_NOUNS,
    TELLING_WORDS,
    VERBS,
)
from qa.question.slots import before
from qa.question.source import Source, read_source
from qa.question.when import Times, read_times
from qa.question.words import Words

NO_SUBJECT_AFTER = frozenset(["by", "of", "with", "between", "to", "about", "for", "on", "from"])
PHONES = frozenset(["phone", "telephone", "video", "conference"])
POINTING = frozenset(["the", "that", "their", "his", "her"])
WHOM_FIRST = re.compile(r"(?:and )?(?:whom?|(?:which|what) \w+) (?:did|does|has|had|will|is|are)\b")
WITH_WHOM = re.compile(r"\b(?:with|to) (?:whom|who|each other|one another)\b")
ROUNDS = frozenset(["round", "rounds", "session"])  # "the Vik round"
MANY_SIDED = re.compile(r"\w+-(?:nation|country|party|way|sided|member|state)")  # "five-nation"
SPOKEN_OF = frozenset(["about", "of", "on", "out", "against"])
NO_CALL = frozenset(["for", "on", "off", "it", "him", "her", "them"])
HAVING_TO = frozenset(["have", "has", "had", "to"])
LAST_ONE = re.compile(rf"\b(?:last|latest|most recent|first) {FORM}\b")


class Part(Record):
    """What a question, or one half of it, speaks of.

    `subjects` are those whom a pronoun of the next question takes up first.
    """

    about: About
    speakers: tuple[Party, ...] = ()
    subjects: tuple[Party, ...] = ()
    people: tuple[Party, ...] = ()  # everybody named, in order
    role: str | None = None
    source: Source = Source()
    as_of: date | None = None
    named_first: int | None = None  # where in the text the first person or office stands


def read_part(text: str, asked_on: date, known: Known | None) -> Part:
    """What a text speaks of: people, form, place, time and the words that are left."""
    words = Words(text)
    source = read_source(words.text, known)
    for start, end in source.spans:
        words.label_span("source", start, end)
    times = read_times(_blank(words.text, source.spans), asked_on)
    for start, end in times.spans:
        words.label_span("time", start, end)
    named = find_named(words, known)
    forms = _find_forms(words)
    return _part(words, named, forms, times, source)


def _part(
    words: Words, named: Sequence[Named], forms: tuple[Form, ...], times: Times, source: Source
) -> Part:
    people = [one for one in named if one.party and not one.which]
    speaking = [one for one in people if _speaks(words, one)]
    speaking += [one for one in people if _beside(words, one, speaking)]
    taking = [one for one in people if one not in speaking]
    about = _about(words, named, taking, forms, times)
    asked = next((one.party for one in named if one.which and one.party), None)
    firsts = [one for one in people if one.first <= _joined_end(words, people)]
    starts = [words.words[one.first].start for one in people]
    return Part(
        about=about, speakers=_parties(speaking), subjects=_parties(firsts),
        people=_parties(people),
        role=asked.words if asked else None, source=source, as_of=times.as_of,
        named_first=min(starts, default=None),
    )  # fmt: skip


def _about(
    words: Words, named: Sequence[Named], taking: Sequence[Named], forms: tuple[Form, ...],
    times: Times,
) -> About:  # fmt: skip
    firm = [one for one in named if one.place and not one.loose]
    places = firm or [one for one in named if one.place]
    return About(
        parties=_parties(taking), forms=forms, meal=_meal(words), words=_content(words),
        place=places[0].place if places else None,
        wider=places[1].place if len(places) > 1 else None,
        period=times.period, before=times.before, after=times.after, weekday=times.weekday,
    )  # fmt: skip


def _parties(named: Sequence[Named]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(one.party for one in named if one.party))


def _joined_end(words: Words, people: Sequence[Named]) -> int:
    """Where the first of those named starts, or the last that "and" joins to it."""
    end = -1
    for one, following in zip(people, [*people[1:], None], strict=True):
        end = one.first
        between = range(one.last + 1, following.first) if following else range(0)
        joined = [words.lower(at) for at in between]
        hyphen = following is not None and words.gap(one.last) in ("-", "–", "/", ",")
        if following is None or not (
            joined == ["and"] or joined == ["and", "the"] or (not joined and hyphen)
        ):
            return end
    return end


def _speaks(words: Words, one: Named) -> bool:
    """Whether somebody is named as who says, confirms or announces something."""
    prior = before(words, one.first)
    after = one.last + 1
    while words.lower(after) in ADVERBS | HAVING_TO:
        after += 1
    if words.lower(after) in TELLING_WORDS and prior not in NO_SUBJECT_AFTER:
        return _is_telling(words, after)
    if prior == "to" and words.lower(one.first - 2) == "according":
        return True
    if words.lower(after) in SPEECH_NOUNS | ANNOUNCEMENTS and words.words[one.last].genitive:
        return True
    if words.lower(after) in ANNOUNCEMENTS and one.party and one.party.kind == "country":
        return True
    behind = one.first - (3 if words.lower(one.first - 1) == "the" else 2)
    return prior in ("of", "by", "from") and words.lower(behind) in SPEECH_NOUNS


def _is_telling(words: Words, at: int) -> bool:
    """Whether a verb tells: "spoke about it", "called it useful"; not "spoke to her"."""
    if words.lower(at).startswith("sp"):
        return words.lower(at + 1) in SPOKEN_OF
    someone = "person" in words.labels[at + 1 : at + 2]
    noun = words.lower(at + 1) in CALL_NOUN_BEFORE or at + 1 == len(words)  # "Berg's call to Stone"
    return not (words.lower(at).startswith("call") and (someone or noun))


def _beside(words: Words, one: Named, speaking: Sequence[Named]) -> bool:
    """Whether somebody is joined to a speaker: "What did Berg and Stone say?"."""
    for other in speaking:
        between = [words.lower(at) for at in range(one.last + 1, other.first)]
        if between in (["and"], ["or"], ["and", "the"]) and before(words, one.first) != "between":
            return True
    return False


def _find_forms(words: Words) -> tuple[Form, ...]:
    found: list[Form] = []
    for at in range(len(words)):
        form = _form_at(words, at) if words.free(at) else None
        if form:
            words.label("form", at, at + (words.lower(at + 1) == "down"))  # "sat down"
            found.append(form)
    text = words.text.lower()
    if not found and (JOINING.search(text) or (TOGETHER.search(text) and _names_several(words))):
        return ("meeting",)
    return tuple(dict.fromkeys(found))


def _names_several(words: Words) -> bool:
    """Whether a group is named, or somebody joined to somebody: "Berg and Stone"."""
    named = [at for at, label in enumerate(words.labels) if label in ("person", "role")]
    between = range(named[0], named[-1]) if named else range(0)
    return "group" in words.labels or any(words.lower(at) in ("and", "with") for at in between)


def _meal(words: Words) -> str | None:
    """The meal that the meeting is asked for as; None for none."""
    return next((meal for at in words.where("form") if (meal := MEALS.get(words.lower(at)))), None)


def _form_at(words: Words, at: int) -> Form | None:
    word = words.lower(at)
    if word in LOOSE_VERBS:
        return _loose_form(words, at)
    if word in COMING:
        return "meeting" if _comes_to_place(words, at) else None
    if word in ("sit", "sat") and words.lower(at + 1) == "down":
        return "talks"
    if word in ROUNDS:
        return "talks" if words.labels[at - 1 : at] == ["place"] else None
    if word in FORM_NOUNS:
        return FORM_NOUNS[word]
    if word in ("phone", "telephone") and words.labels[at + 1 : at + 2] != ["person"]:
        return None
    form = MEETING_VERBS.get(word)
    hosted = any(words.lower(n) in FORM_NOUNS for n in range(at + 1, at + 4))
    return None if form == "reception" and hosted else form  # "hosted the talks"


def _comes_to_place(words: Words, at: int) -> bool:
    """Whether somebody comes to a place: "did Lund come to Cork", "go all the way to Cork"."""
    to = next((n for n in range(at + 1, at + 4) if words.lower(n) == "to"), None)
    named = "person" in words.labels[:at] or "role" in words.labels[:at]
    return to is not None and named and "place" in words.labels[to + 1 : to + 3]


def _loose_form(words: Words, at: int) -> Form | None:
    """The form of "talk", "see" or "call", which mean a meeting only beside somebody."""
    word, after, text = words.lower(at), words.lower(at + 1), words.text.lower()
    beside = at + 1 + (after in ARTICLES)  # "saw Stone", "saw the envoy"
    somebody = words.labels[beside : beside + 1] in (["person"], ["role"], ["country"])
    if word.startswith("call"):
        told = words.lower(at - 1) in PHONES | POINTING or after in ("with", "between") or somebody
        named = words.labels[at - 1 : at] in (["person"], ["role"], ["country"])
        told = told or (named and not _is_telling(words, at))
        return "call" if told and after not in NO_CALL else None
    if word.startswith(("talk", "sp")):
        if {words.lower(n) for n in range(at + 2, at + 4)} & THE_PRESS:
            return None  # "talked to the press": a statement
        joined = words.lower(at - 2) == "and" or words.lower(at - 3) == "and"  # "Berg and Stone"
        pair = joined and after not in SPEAKING_OF
        told = after in BESIDE_LOOSE or pair or WITH_WHOM.search(text) is not None
        phoned = PHONE.search(text) is not None
        return "call" if phoned else "talks" if told else None
    asked = WHOM_FIRST.match(text) and words.labels[at - 1 : at] in (["person"], ["role"])
    return LOOSE_VERBS[word] if somebody or asked or after in BESIDE_LOOSE else None


def _content(words: Words) -> tuple[str, ...]:
    """The content words that are part of nothing else, as written.

    What only describes somebody named ("the harbour police colonel Lund") and how many they were
    ("the three-nation talks") is no matter of the meeting.
    """
    free = [at for at in range(len(words)) if words.free(at) and not _describes(words, at)]
    kept = " ; ".join(
        words.words[at].text for at in free if not MANY_SIDED.fullmatch(words.lower(at))
    )
    return tuple(w for w in content_words(kept) if w.lower() not in ASKING_WORDS and len(w) > 1)


def _describes(words: Words, at: int) -> bool:
    """Whether a word stands before an office and a name in one piece with them."""
    while words.free(at) and words.close(at) and not words.is_opener(at):
        if words.lower(at) in VERBS | PLACE_AFTER | PARTY_AFTER:
            return False
        at += 1
    return words.labels[at : at + 1] == ["role"]


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def find_order(text: str, kind: Kind) -> Order | None:
    """Which of several meetings a `plain` question wants; None where it does not say."""
    if kind in (Kind.ORDER, Kind.INTERVAL, Kind.COMPARE):
        return None
    if kind is Kind.LIST and not ONE_OF_ALL.search(text):
        return None
    if kind is Kind.DURATION and OF_MOST.search(text):
        return "shortest" if SHORTEST.search(text) else "longest"
    if kind is Kind.DURATION and not LAST_ONE.search(text):
        return None
    if LAST.search(text) and not LASTING_VERB.search(text):
        return "last"
    return "first" if FIRST.search(text) else None


def find_status(text: str, kind: Kind) -> Status | None:
    """The status that a `plain` question names; None where it names none or leaves a choice."""
    if kind not in (Kind.STATUS, Kind.LIST, Kind.COUNT) or re.search(r"\bor\b(?! not\b)", text):
        return None
    return next((status for pattern, status in STATUSES if pattern.search(text)), None)
