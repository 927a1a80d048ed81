"""Which words of a sentence report a meeting: the triggers of index/mention_cues.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.attend import Phrases
from index.attendants import Found, persons_of
from index.meeting_records import Form
from index.mention_agenda import AGENDA
from index.mention_cues import (
    ALONE,
    CALLING,
    COMING,
    EFFORTS,
    HOURS,
    IRREGULAR,
    KIN,
    NEED_PEOPLE,
    NEED_PHONE,
    NEED_PLACE,
    NOUNS,
    PHONE,
    PHONED,
    RARE,
    REFERRED,
    REMOTE,
    REMOTE_BY,
    SELDOM,
    VERBS,
    VerbCue,
)  # fmt: skip
from index.mention_people import meet_a_stranger, of_noun, of_verb
from index.mere_talk import is_acted, is_habit, is_habitual, is_mere_talk, is_stay, is_to_press
from index.not_meetings import NOT_MEETINGS, SPORT
from index.parse import PLACE_TYPES
from index.people_cues import GROUP_NOUNS
from index.records import Record
from index.status import Verdict, judge
from index.status_scope import is_negated
from index.together import Gathering

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BY_LEMMA: dict[str, tuple[VerbCue, ...]] = {
    lemma: tuple(cue for cue in VERBS if cue.lemma == lemma) for lemma in {c.lemma for c in VERBS}
}
BEFORE_ONE, AFTER_ONE = 2, 1  # sentences about one that may report, for "he", "her envoy", names
PLAIN = {cue.lemma for cue in VERBS} - SELDOM
STEMS = sorted(word.rstrip("e") for word in {*PLAIN, *NOUNS, *IRREGULAR})
TRIGGER_WORDS = re.compile(  # the Speaker of a house is no talk
    rf"\b(?!speakers?\b)(?:(?:{'|'.join(map(re.escape, STEMS))})\w{{0,4}}|{'|'.join(RARE)})\b",
    re.IGNORECASE,
)
PLURAL_ALWAYS = frozenset(["talk", "negotiation", "consultation", "discussion"])  # "the talks"
SPOKEN = frozenset(["talks", "conversation"])  # forms that are calls beside a telephone
FROM_AFAR = SPOKEN | {"meeting"}  # and those that may be held by video
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
    about = [bool(TRIGGER_WORDS.search(text) or AGENDA.search(text)) for text in texts]
    return [any(about[max(0, n - AFTER_ONE) : n + BEFORE_ONE + 1]) for n in range(len(texts))]


def find_reports(phrases: Phrases, n: int, doc: Doc) -> list[Report]:
    """The reports of a sentence, number `n`: of several for the same people the fullest."""
    if not TRIGGER_WORDS.search(doc.text):
        return []
    barred = [match.span() for row in NOT_MEETINGS for match in row.pattern.finditer(doc.text)]
    tokens = (t for t in doc if not any(start <= t.idx < end for start, end in barred))
    return _fullest([report for token in tokens for report in _read(phrases, n, token)])


def _read(phrases: Phrases, n: int, token: Token) -> Iterator[Report]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        for cue in BY_LEMMA.get(lemma, ()):
            yield from _read_verb(phrases, n, token, cue)
    elif token.pos_ in ("NOUN", "PROPN") and lemma in NOUNS:
        yield from _read_noun(phrases, n, token, NOUNS[lemma])


def _read_verb(phrases: Phrases, n: int, verb: Token, cue: VerbCue) -> Iterator[Report]:
    text = verb.sent.text
    near = (*verb.children, *(g for c in verb.children if cue.topic for g in c.children))
    apart = cue.particle and not any(c.lower_ == cue.particle for c in near)
    if apart or (cue.phone and not PHONE.search(text)) or SPORT.search(text):
        return
    if (cue.lasting and not _lasts(verb)) or (cue.coming and not _comes(verb)):
        return
    if is_to_press(verb) or is_mere_talk(verb) or is_habitual(verb):
        return
    if cue.particle == "part" and any(c.lower_ == "in" for p in verb.children for c in p.children):
        return  # "took part in the talks": the noun reports
    people = of_verb(phrases, n, verb, cue)
    enough = _enough(verb, people, cue) and not is_acted(verb.doc, people)
    verdict = judge(verb.doc, verb) if enough else None
    if verdict:
        phoned = cue.form in SPOKEN and PHONE.search(text)
        form: Form = "call" if phoned or _is_remote(verb, cue.form) else cue.form
        yield Report(trigger=verb.i, form=form, people=tuple(people), verdict=verdict,
                     refers=cue.particle == "part")  # fmt: skip


def _lasts(verb: Token) -> bool:
    """Whether somebody spends hours or minutes: "spent two hours with Stone"."""
    return any(t.lower_ in HOURS for c in verb.children if c.i > verb.i for t in c.subtree)


def _comes(verb: Token) -> bool:
    """Whether somebody came to see the other, or saw him on a day or at a place that is told."""
    above = verb.head
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and above.lemma_ in COMING:
        return True
    placed = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "at", "on")]
    dated = any(c.ent_type_ == "DATE" and c.dep_ == "npadvmod" for c in verb.children)
    said = any(c.dep_ in ("ccomp", "xcomp") or c.lower_ == "as" for c in verb.children)
    named = any(t.ent_type_ in ("GPE", "DATE", "FAC") for c in placed for t in c.children)
    return (dated or named) and not said and verb.tag_ in ("VBD", "VBN")


def _enough(verb: Token, people: Sequence[Found], cue: VerbCue) -> bool:
    """Whether a verb has the people it needs to report a meeting."""
    persons = persons_of(people)
    if cue.particle == "hands":  # with the crowd, or the colleagues, it is no meeting
        persons = [found for found in persons if found.who.resolved != "group"]
    if cue.needs == "persons":
        return len(persons) > 1
    if cue.needs == "with" and not any(
        c.lower_ in ("with", "to") and c.dep_ in ("prep", "dative") for c in verb.children
    ):
        return bool(PHONE.search(verb.sent.text)) and len(persons) > 1
    if cue.needs == "plural" and meet_a_stranger(verb, people):
        return False
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
    head = doc[found.first : found.last + 1].root  # "delegations from Norway"
    body = head.tag_ == "NNP" and head.lower_ in GROUP_NOUNS  # "the Harbour Board met"
    return found.who.resolved == "group" and (body or head.tag_ in ("NNS", "NNPS", "NN"))


def _read_noun(phrases: Phrases, n: int, noun: Token, form: Form) -> Iterator[Report]:
    lemma, text = noun.lemma_.lower(), noun.sent.text
    if noun.dep_ == "compound" and noun.head.lower_ in EFFORTS and lemma == "mediation":
        noun = noun.head
    refers = any(c.dep_ == "det" and c.lower_ in POINTING for c in noun.children)
    meant = _pointed_at(phrases, n, lemma) if refers and lemma in REFERRED else None
    rung = meant is not None and meant.phoned and all(c.lower_ != "of" for c in noun.children)
    if noun.dep_ == "compound" or SPORT.search(text) or _is_other(noun, lemma, rung=rung):
        return
    if is_to_press(noun) or is_habit(noun):
        return
    people = of_noun(phrases, n, noun)
    phoned = bool(PHONE.search(text))
    if refers and lemma in REFERRED and not people and not _names_another(noun, lemma):
        people = phrases.again(noun, meant.who) if meant else []
        phoned = phoned or (meant is not None and meant.phoned and not _has_place(noun))
    elif refers and lemma in REFERRED and len(people) == 1:
        people = [*people, *_other_of(phrases, n, noun, people[0])]
    told = _enough_for_noun(lemma, form, people) and not is_acted(noun.doc, people)
    told = told and not is_stay(noun, form, people)
    verdict = judge(noun.doc, noun) if told else None
    if verdict:
        called = form in FROM_AFAR and lemma in PHONED and phoned
        called = called or _is_remote(noun, form)
        yield Report(
            trigger=noun.i, form="call" if called else form, people=tuple(people),
            verdict=verdict, refers=refers and bool(people),
        )  # fmt: skip


def _is_remote(trigger: Token, form: Form) -> bool:
    """Whether they met from afar: "a virtual meeting", "met by video link"."""
    if form not in FROM_AFAR:
        return False
    below = [c for c in trigger.children if c.dep_ in ("amod", "advmod", "compound")]
    over = trigger.head.children if trigger.dep_ == "dobj" else ()  # "held talks by video link"
    by = (c for c in (*trigger.children, *over) if c.lower_ in REMOTE_BY)
    means = (t for prep in by for c in prep.children for t in (c, *c.lefts))
    return any(t.lower_ in REMOTE for t in (*below, *means))


def _names_another(noun: Token, lemma: str) -> bool:
    """Whether a noun points at other meetings than the one just told of: "the Oslo meetings"."""
    several = noun.tag_ in ("NNS", "NNPS") and lemma not in PLURAL_ALWAYS
    placed = any(c.dep_ == "compound" and c.ent_type_ in PLACE_TYPES for c in noun.children)
    return several or placed


def _pointed_at(phrases: Phrases, n: int, lemma: str) -> Gathering | None:
    """The report shortly before that "the talks" point back to; None where there is none."""
    told = (g for g in phrases.together.recent(n) if _may_be(lemma, g.trigger))
    return next((gathering for gathering in told if gathering.who), None)


def _other_of(phrases: Phrases, n: int, noun: Token, named: Found) -> list[Found]:
    """The other of the two last told together, where one of them was told by an office alone: "Berg
    will meet the opposition leader. The session with Stone is short".
    """
    meant = _pointed_at(phrases, n, noun.lemma_.lower())
    if meant is None or len(meant.who) != 2 or named.who.resolved not in ("named", "surname"):
        return []
    open_ones = [who for who in meant.who if who.resolved == "unnamed"]
    rest = [who for who in meant.who if who.resolved not in ("unnamed", "group")]
    other = len(open_ones) == len(rest) == 1 and rest[0].name != named.who.name
    return phrases.again(noun, rest) if other else []


def _may_be(lemma: str, trigger: str) -> bool:
    """Whether one word may point back to a report by another: "the dinner" to "dined"."""
    return lemma == trigger or lemma not in KIN or trigger in KIN[lemma]


def _is_other(noun: Token, lemma: str, *, rung: bool) -> bool:
    """Whether a noun means another thing: a body's name, a trip, a call by no phone but `rung`."""
    body = noun.pos_ == "PROPN" and lemma in NEED_PEOPLE  # "the Harbour Masters' Conference"
    taken = noun.dep_ == "dobj" and noun.head.lemma_ in CALLING
    unphoned = lemma in NEED_PHONE and not (taken or rung or PHONE.search(noun.sent.text))
    unphoned |= lemma in NEED_PHONE and taken and is_negated(noun.head)  # "never got a call"
    bare = noun.pos_ == "PROPN" and lemma in ALONE and _is_name(noun)
    other = body or unphoned or bare or (lemma == "round" and not _is_of_talks(noun))
    return other or (lemma in NEED_PLACE and not _has_place(noun))


def _is_name(noun: Token) -> bool:
    """Whether a capitalised noun is the whole name of a firm or a town: "an engineer at Summit"."""
    plain = not any(True for _ in noun.lefts)
    return plain and noun.i > 0 and noun.doc[noun.i - 1].tag_ == "IN"


def _is_of_talks(noun: Token) -> bool:
    """Whether a round is one of talks, and none of sanctions or of golf."""
    below = [noun, *(c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "with"))]
    talks = any(c.lemma_.lower() in NOUNS for token in below for c in token.children)
    with_whom = noun.head.children if noun.dep_ == "dobj" and noun.head.lemma_ == "hold" else ()
    return talks or any(c.lower_ == "with" for c in (*below, *with_whom))


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
    called = (report.form == "call") is (other.form == "call")
    return names <= others and called and report.verdict.status == other.verdict.status
