"""Whether enough of a question's matter stands near a sentence, and what the question counts.

A sentence that is of the question's time by no date of its article, and one that is to tell what
sort of thing something was, must hold the matter itself, be it in words that mean nearly the same:
"tea" for "drink". Elsewhere those would take a lunch for a dinner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.records import Question, Sentence
from index.words import stem, stems
from qa.cues import TITLES, WHO_IS
from qa.passages.alike import with_alike
from qa.passages.place_asked import sort_of_place
from qa.passages.rank import Candidate
from qa.passages.terms import Term, coverage
from qa.question.meeting_words import MEALS
from qa.question.slot_cues import ASKING_WORDS

# The least share of the question's other words that must stand near an answer. Below 0.1 the best
# sentence was right for 4 of 13 answerable questions, and 7 more questions had no answer at all.
LEAST_TOPIC = 0.1
LEAST_TOPIC_OF_SPEECH = 0.3  # else somebody's words on something else are taken for an answer
LEAST_HELD = 0.5  # of the weight of the matter, where the sentence itself must hold it
# Where the words of a question that are no names hardly stand near, not even in other words, and
# it does not mean the like as a whole, the sentence only has its names. Of 15 such answers to 38
# questions on what no article tells these take 4; of some 70 to others a wrong one, no right one.
LEAST_NEAR = 0.25
LEAST_MEANING = 0.5  # of the cosine with the question
FAR = 0.3  # of the same, below which the sentence itself must hold one of them
COUNTS = re.compile(r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten)[ -](\w+)")
COUNTED = re.compile(r"\bhow many ((?:\w+ )?\w+)", re.IGNORECASE)  # "how many lorry drivers"
SORT = re.compile(r"(?:sort|kind|type|manner|colou?r)s?", re.IGNORECASE)  # "what sort of lamp"
ASKS_SORT = re.compile(rf"\b(?:what|which) {SORT.pattern} of\b", re.IGNORECASE)


def on_topic(
    archive: Archive, question: Question, terms: Sequence[Term], near: Sequence[Candidate]
) -> list[Candidate]:
    """Those candidates that hold enough of what a question says besides names."""
    fitting = [
        one
        for one in near
        if _has_what_is_counted(archive, question, terms, one)
        and _is_of_the_matter(archive, terms, one)
    ]
    plain = [one for one in fitting if _stands_near(archive, question, terms, one)]
    strict = [one for one in fitting if one.features["then"] or ASKS_SORT.search(question.text)]
    if not strict:
        return plain
    matter = matter_of(terms)
    told = with_alike(archive, matter, [one.sentence.text for one in strict])
    held = [one for one in strict if matter or one in plain
            if coverage(told, frozenset(stems(one.sentence.text))) >= LEAST_HELD]  # fmt: skip
    return [one for one in fitting if one in (held if one in strict else plain)]


def matter_of(terms: Sequence[Term]) -> list[Term]:
    """The terms that tell what is asked: no names, and none that only ask."""
    return [
        term
        for term in terms
        if not term.name and term.word.lower() not in ASKING_WORDS and not SORT.fullmatch(term.word)
    ]


def _is_of_the_matter(archive: Archive, terms: Sequence[Term], one: Candidate) -> bool:
    """Whether a sentence and those about it hold some of the matter, be it in other words.

    "How much did readers give?" is not answered by any number told of the ones it names.
    """
    matter, meaning = matter_of(terms), one.features["meaning"]
    if not matter or meaning >= LEAST_MEANING:
        return True
    own = one.sentence.text
    if meaning < FAR and not coverage(with_alike(archive, matter, [own]), frozenset(stems(own))):
        return False
    near = " ".join(sentence.text for sentence in _beside(archive, one))
    told = with_alike(archive, matter, [near])
    return coverage(told, frozenset(stems(near)) | one.around) >= LEAST_NEAR


def _beside(archive: Archive, one: Candidate) -> Sequence[Sentence]:
    """A sentence with the one before it and the one behind it."""
    sentences = archive.sentences(one.article)
    at = next(n for n, other in enumerate(sentences) if other.start == one.sentence.start)
    return sentences[max(0, at - 1) : at + 2]


def _stands_near(
    archive: Archive, question: Question, terms: Sequence[Term], one: Candidate
) -> bool:
    """Whether enough of the question's matter stands near; in other words where the sentence means
    the like as a whole.
    """
    why = question.wants == "reason"  # "why did the mayor resign" is not told by any of the mayor
    others = [t for t in terms if not t.name and not (why and t.word.lower() in TITLES)]
    least = LEAST_TOPIC_OF_SPEECH if question.wants == "speech" else LEAST_TOPIC
    if coverage(others, one.around) >= least:
        return True
    own = one.sentence.text
    meal = any(term.word.lower() in MEALS for term in others)  # a lunch is no dinner
    alike = one.features["meaning"] >= LEAST_MEANING and question.wants != "speech" and not meal
    return (
        alike and coverage(with_alike(archive, others, [own]), frozenset(stems(own))) >= LEAST_NEAR
    )


def _ways_to_say(word: str, terms: Sequence[Term]) -> frozenset[str]:
    """The stems that a word of a question may stand as: "spokesperson" for "spokeswoman"."""
    term = next((term for term in terms if term.word.lower() == word.lower()), None)
    return term.forms if term else frozenset([stem(word)])


def _has_what_is_counted(
    archive: Archive, question: Question, terms: Sequence[Term], one: Candidate
) -> bool:
    """Whether what a question counts stands near, with a number; so a house, or an office."""
    if question.wants == "quantity" and not one.features["fits"]:
        return False
    if sort_of_place(question.text) == "venue" and not one.features["fits"]:
        return False
    office = WHO_IS.search(question.text)
    if office and not _ways_to_say(office["office"], terms) & one.around:
        return False
    counted = COUNTED.search(question.text)
    things = {stem(word) for word in counted[1].split()} if counted else set()
    named = [term for term in terms if not term.name and term.forms & things]
    if not named or any(term.forms & one.around for term in named):
        return True
    held = " ".join(COUNTS.findall(one.sentence.text))  # "how many countries": "a 17-nation group"
    return coverage(with_alike(archive, named, [held]), frozenset(stems(held))) > 0
