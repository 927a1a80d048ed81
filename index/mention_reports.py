"""Which words of a sentence report a meeting: the triggers of index/mention_cues.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.attend import Found, Phrases
from index.meeting_records import Form
from index.mention_cues import (
    ALONE,
    IRREGULAR,
    NEED_PEOPLE,
    NEED_PHONE,
    NEED_PLACE,
    NOT_MEETINGS,
    NOUNS,
    PHONE,
    PHONED,
    REFERRED,
    SPORT,
    VERBS,
    VerbCue,
)  # fmt: skip
from index.mention_people import of_noun, of_verb
from index.records import Record
from index.status import Verdict, judge

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BY_LEMMA: dict[str, tuple[VerbCue, ...]] = {
    lemma: tuple(cue for cue in VERBS if cue.lemma == lemma) for lemma in {c.lemma for c in VERBS}
}
BEFORE, AFTER = 2, 1  # sentences about one that may report, for "he", "her counterpart", names
PLAIN = {cue.lemma for cue in VERBS if cue.needs != "persons"}
STEMS = sorted(word.rstrip("e") for word in {*PLAIN, *NOUNS, *IRREGULAR})
TRIGGER_WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, STEMS))})\w{{0,4}}\b", re.IGNORECASE)
OFFICIAL = frozenset({"named", "surname", "role", "pronoun", "counterpart", "table", "unnamed"})
POINTING = frozenset(["the", "this", "that", "these", "both", "those"])


class Report(Record):
    """A trigger in a sentence with who takes part and what became of it.

    `refers` is True where it points back to a meeting told of before: "the talks lasted an hour".
    """

    trigger: int
    form: Form
    people: tuple[Found, ...]
    verdict: Verdict
    refers: bool = False


def near_triggers(texts: Sequence[str]) -> list[bool]:
    """Which sentences may report a meeting or stand so near to one that they say who is meant."""
    about = [bool(TRIGGER_WORDS.search(text)) for text in texts]
    return [any(about[max(0, n - AFTER) : n + BEFORE + 1]) for n in range(len(texts))]


def find_reports(phrases: Phrases, n: int, doc: Doc) -> list[Report]:
    """The reports of a sentence, number `n`: of several for the same people the fullest."""
    if not TRIGGER_WORDS.search(doc.text):
        return []
    barred = [match.span() for row in NOT_MEETINGS for match in row.pattern.finditer(doc.text)]
    tokens = (t for t in doc if not any(start <= t.idx < end for start, end in barred))
    return _fullest([report for token in tokens for report in _read(phrases, n, token)])


def persons_of(people: Sequence[Found]) -> list[Found]:
    """Those who are people, and groups of them only by office: "the ministers"."""
    return [found for found in people if found.who.resolved in OFFICIAL or found.who.role]


def _read(phrases: Phrases, n: int, token: Token) -> Iterator[Report]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        for cue in BY_LEMMA.get(lemma, ()):
            yield from _read_verb(phrases, n, token, cue)
    elif token.pos_ in ("NOUN", "PROPN") and lemma in NOUNS:
        yield from _read_noun(phrases, n, token, NOUNS[lemma])


def _read_verb(phrases: Phrases, n: int, verb: Token, cue: VerbCue) -> Iterator[Report]:
    text = verb.sent.text
    apart = cue.particle and not any(c.lower_ == cue.particle for c in verb.children)
    if apart or (cue.phone and not PHONE.search(text)) or SPORT.search(text):
        return
    if cue.particle == "part" and any(c.lower_ == "in" for p in verb.children for c in p.children):
        return  # "took part in the talks": the noun reports
    if cue.lemma == "talk" and any(c.lower_ == "of" for c in verb.children):
        return  # "talked of the price" names no partner
    people = of_verb(phrases, n, verb, cue)
    verdict = judge(verb.doc, verb) if _enough(verb, people, cue) else None
    if verdict:
        form: Form = "call" if cue.form == "talks" and PHONE.search(text) else cue.form
        yield Report(trigger=verb.i, form=form, people=tuple(people), verdict=verdict,
                     refers=cue.particle == "part")  # fmt: skip


def _enough(verb: Token, people: Sequence[Found], cue: VerbCue) -> bool:
    """Whether a verb has the people it needs to report a meeting."""
    persons = persons_of(people)
    if cue.needs == "persons":
        return len(persons) > 1
    if cue.needs == "plural":
        partner = bool(persons) and any(c.lower_ == "with" for c in verb.children)
        return partner or len(people) > 1 or any(_is_several(verb.doc, f) for f in people)
    if cue.needs == "object" and cue.form == "visit":
        return bool(persons) and any(_is_goal(c) for c in verb.children)
    if cue.needs == "person":
        guests = any(found.who.side == "visitor" for found in people)
        return guests and len(people) > 1 and bool(persons)
    return len(people) > 1 and bool(persons)


def _is_goal(token: Token) -> bool:
    """Whether a token is whom or what somebody visits: a place, or a name."""
    place = token.ent_type_ in ("GPE", "LOC", "FAC", "PERSON") or token.pos_ == "PROPN"
    return token.dep_ == "dobj" and place


def _is_several(doc: Doc, found: Found) -> bool:
    return found.who.resolved == "group" and doc[found.last].tag_ in ("NNS", "NNPS", "NN")


def _read_noun(phrases: Phrases, n: int, noun: Token, form: Form) -> Iterator[Report]:
    lemma, text = noun.lemma_.lower(), noun.sent.text
    if noun.dep_ == "compound" or SPORT.search(text) or _is_other(noun, lemma):
        return
    people = of_noun(phrases, n, noun)
    refers = any(c.dep_ == "det" and c.lower_ in POINTING for c in noun.children)
    told = _enough_for_noun(lemma, form, people) or (refers and lemma in REFERRED and not people)
    verdict = judge(noun.doc, noun) if told else None
    if verdict:
        called = form in ("talks", "meeting") and lemma in PHONED and PHONE.search(text)
        yield Report(
            trigger=noun.i, form="call" if called else form, people=tuple(people),
            verdict=verdict, refers=refers,
        )  # fmt: skip


def _is_other(noun: Token, lemma: str) -> bool:
    """Whether a noun means something else: an unphoned call, a body's name, a mere trip."""
    body = noun.pos_ == "PROPN" and lemma in NEED_PEOPLE  # "the Harbour Masters' Conference"
    unphoned = lemma in NEED_PHONE and not PHONE.search(noun.sent.text)
    return body or unphoned or (lemma in NEED_PLACE and not _has_place(noun))


def _has_place(noun: Token) -> bool:
    places = (place for prep in noun.children for place in prep.children)
    return any(place.ent_type_ in ("GPE", "LOC") for place in places)


def _enough_for_noun(lemma: str, form: Form, people: Sequence[Found]) -> bool:
    several = any(found.who.resolved == "group" and found.who.role for found in people)
    if lemma in NEED_PEOPLE and len(people) < 2 and not several:
        return False
    if form == "visit":
        return bool(persons_of(people))
    return bool(people) or lemma in ALONE


def _fullest(found: Sequence[Report]) -> list[Report]:
    """One report for each set of people: where another has them all too, only that other."""
    kept: list[Report] = []
    for report in sorted(found, key=lambda r: (-len(r.people), r.trigger)):
        if not any(_is_in(report, other) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda r: r.trigger)


def _is_in(report: Report, other: Report) -> bool:
    """Whether another report of the sentence tells the same of the same people, or of more."""
    names, others = ({found.who.name for found in one.people} for one in (report, other))
    return names <= others and report.verdict.status == other.verdict.status
