"""Who takes part in what a trigger reports, and on which side: read from its sentence's parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.attend import Phrases
from index.attendants import Found, persons_of, unnamed_sides, with_side
from index.groups import bodies_before, pair_before, plain_group
from index.meeting_records import Side
from index.mention_cues import (
    GIVEN,
    TOPIC_WORDS,
    VENUES,
    VISITS,
    VerbCue,
)  # fmt: skip
from index.mention_holders import (
    OBJECTS,
    gathered_at,
    holders_of,
    inviters_of,
    is_attended,
    is_led,
    is_left_to_others,
    is_of_stay,
    led_by,
)
from index.parse import PLACE_TYPES, PREMODIFIERS
from index.people_cues import CLOSE_TO, OFFICE_NOUNS, PEOPLE, PEOPLE_ENDS, PRESS
from index.subjects import objects_of, speakers_of, subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

AMONG = frozenset(["between", "among", "of", "with", "involving"])
TIMES = frozenset({"DATE", "TIME"})  # "Monday's talks" are nobody's
DAY_BETWEEN = 6  # tokens behind a noun among which a day may stand before "with"
AMONG_THEMSELVES = frozenset(["inter", "intra"])
FACE_TO_FACE = frozenset(["meet", "speak", "talk", "confer", "negotiate", "sit"])
WITHIN_TOPIC = frozenset(["prep", "pobj", "conj"])  # what hangs in a phrase, and no clause
SPOKEN_TO = frozenset(["speak", "talk"])


def of_verb(phrases: Phrases, n: int, verb: Token, cue: VerbCue) -> list[Found]:
    """Who takes part where a verb reports: subject, object, and whoever is joined by "with"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children) or _is_reduced(verb, cue)
    found: list[Found] = []
    for subject in subjects_of(verb):
        side = _side(cue, "object" if passive else "subject")
        others = _partners(phrases, n, verb, cue) if subject.pos_ == "PRON" else ()
        for who in speakers_of(subject):
            found += with_side(phrases.who(n, who, others), side)
    if not found and not passive and cue.lemma == "meet":
        found += [f for subject in subjects_of(verb) for f in unknown_group(subject)]
    before = verb.doc[max(0, verb.i - 2) : verb.i]
    if not found and len(before) == 2 and before[1].tag_ == "TO" and before[0].i < 5:
        found += with_side(phrases.who(n, before[0]), _side(cue, "subject"))  # "Berg to meet Stone"
    for child in (*verb.children, *_with_behind_length(verb), *_behind_noun(verb, cue)):
        told = _of_child(phrases, n, child, cue, found)
        found += told or _unnamed_partners(child, cue)
    if cue.form == "visit":
        found += [
            f for who in inviters_of(verb) for f in with_side(phrases.who(n, who, found), "host")
        ]
    return _once(found)


def _with_behind_length(verb: Token) -> list[Token]:
    """The "with" that a parse hangs on how long it was: "conferred for 90 minutes with Stone"."""
    lengths = (c for prep in verb.children if prep.lower_ == "for" for c in prep.children)
    below = (p for c in lengths if c.ent_type_ in ("TIME", "DATE") for p in c.children)
    return [p for p in below if p.lower_ == "with"]


def _behind_noun(verb: Token, cue: VerbCue) -> Iterator[Token]:
    """The "for" that a parse hangs on the noun of a saying: "rolled out the carpet for Stone"."""
    nouns = (c for c in verb.children if c.dep_ in OBJECTS and c.lower_ == cue.particle)
    yield from (c for noun in nouns for c in noun.children if c.lower_ == cue.visitor == "for")


def _unnamed_partners(child: Token, cue: VerbCue) -> list[Found]:
    """Whom somebody meets with by whatever words tell them: "met with the parents of two boys"."""
    met = cue.lemma == "meet" and child.dep_ == "dobj"
    if cue.lemma not in FACE_TO_FACE or not (met or child.lower_ == "with"):
        return []
    groups = [plain_group(p) for p in ([child] if met else objects_of(child)) if _are_people(p)]
    return [Found(who=group.who, first=group.first, last=group.last) for group in groups]


def _are_people(noun: Token) -> bool:
    """Whether a plural noun tells of people: "three finalists", "the parents"; no "new delays"."""
    word = noun.lower_
    near = noun.tag_ == "NN" and any(c.dep_ == "poss" for c in noun.children)
    if near and word in CLOSE_TO:  # "Karl Stone's lawyer"
        return True
    return noun.tag_ == "NNS" and word not in PRESS and (
        word in PEOPLE or word.endswith(PEOPLE_ENDS)
    )  # fmt: skip


def unknown_group(subject: Token) -> list[Found]:
    """Several people by the words that tell them: "The wives of two sailors met with Berg"."""
    with_whom = any(c.lower_ == "with" for c in subject.head.children)
    if subject.tag_ != "NNS" or not with_whom:
        return []
    group = plain_group(subject)
    return [Found(who=group.who, first=group.first, last=group.last)]


def meet_a_stranger(verb: Token, people: Sequence[Found]) -> bool:
    """Whether those named met somebody whom nobody knows: "Berg and Stone met a boy"."""
    met = (c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS"))
    own = [t for t in met if not t.ent_type_ and t.lower_ != "face"]  # "met face to face"
    return bool(own) and all(found.last < verb.i for found in people)


def _partners(phrases: Phrases, n: int, verb: Token, cue: VerbCue) -> list[Found]:
    """Whom "she" cannot be: the one met by her, "after meeting Karl Stone, she said"."""
    met = [found for c in verb.children for found in _of_child(phrases, n, c, cue, [])]
    return [found for found in met if found.who.resolved != "pronoun"]


def of_noun(phrases: Phrases, n: int, noun: Token) -> list[Found]:
    """Who takes part where a noun reports: between, of, with, whose, and who holds it."""
    visiting: Side | None = "visitor" if noun.lemma_.lower() in VISITS else None
    if any(t.lower_ in AMONG_THEMSELVES for t in noun.doc[max(0, noun.i - 3) : noun.i]):
        return []  # who takes part in "intra-Polish talks" is left open
    if is_left_to_others(phrases, n, noun):
        return []
    found = list(_before(phrases, n, noun, visiting))
    partners, guests = False, list[Found]()
    for preposition, person in _joined(noun):
        placed = bool(visiting) and person.ent_type_ in PLACE_TYPES  # "a tour of Norway"
        calling = noun.lemma_ == "call" and preposition in ("from", "to")
        if calling:
            partners = True
            found += persons_of(phrases.who(n, person, found))
        elif preposition == "by" or (preposition == "of" and visiting and not placed):
            found += with_side(phrases.who(n, person, found), visiting)
        elif preposition == "for" and noun.lemma_ in GIVEN and noun.dep_ == "dobj":
            told = persons_of(phrases.who(n, person, found))  # "hosted a dinner for Stone"
            partners |= bool(told)
            found += with_side(told, "visitor")
        elif preposition == "for" and visiting and noun.dep_ == "dobj":
            guests += with_side(persons_of(phrases.who(n, person, found)), visiting)
        elif preposition in AMONG and not placed and not _is_titled(noun, preposition):
            partners |= preposition in ("with", "involving")
            told = phrases.who(n, person, found)
            found += [*told, *(unnamed_sides(person, told) if preposition == "between" else ())]
    owned = any(c.dep_ == "poss" and c.ent_type_ not in TIMES for c in noun.children)
    if guests:
        return _once([*found, *guests])  # "kicked off a visit for Stone": she is the host
    if not found or (partners and not owned) or is_led(noun) or is_attended(noun):
        holders = holders_of(phrases, n, noun, partners, found)
        if not holders and partners and is_of_stay(noun):
            return []  # "the tour included talks with Berg and Stone": they met a third
        found = [*holders, *found]
    found += led_by(phrases, n, noun)
    found += gathered_at(phrases, n, noun)
    return _once(found)


def _is_reduced(verb: Token, cue: VerbCue) -> bool:
    """ "Stone, received by the king": a participle whose noun is the one received."""
    return bool(cue.host) and verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl")


def _side(cue: VerbCue, slot: str) -> Side | None:
    return "host" if cue.host == slot else "visitor" if cue.visitor == slot else None


def _of_child(
    phrases: Phrases, n: int, child: Token, cue: VerbCue, found: list[Found]
) -> list[Found]:
    about = child.dep_ == "prep" and child.lower_ in TOPIC_WORDS
    if cue.topic and (child.dep_ in OBJECTS or about):  # "discussed the ferry with Stone"
        return persons_of([f for p in _with_inside(child) for f in phrases.who(n, p, found)])
    if child.dep_ in OBJECTS:
        told = phrases.who(n, child, found)
        if cue.needs == "person" and child.lower_ in VENUES:
            return []  # "hosted a White House screening"
        if cue.form == "visit":  # "visited Oslo" is no meeting with Norway, a square with a king
            told = [one for one in told if one.who.role]
        return with_side(told, _side(cue, "object"))
    if cue.topic and child.lower_ == "between":  # "will be discussed between Berg and Stone"
        return persons_of([f for p in objects_of(child) for f in phrases.who(n, p, found)])
    if child.dep_ == "agent":
        side = _side(cue, "subject")
        return [f for p in objects_of(child) for f in with_side(phrases.who(n, p, found), side)]
    if child.dep_ in ("prep", "dative") and child.lower_ == cue.visitor == "for":
        told = [f for p in objects_of(child) for f in phrases.who(n, p, found)]
        return with_side(persons_of(told), "visitor")  # "rolled out the red carpet for Stone"
    spoken_to = child.lower_ == "to" and cue.lemma in SPOKEN_TO
    if child.dep_ == "prep" and (spoken_to or child.lower_ in ("with", "alongside")):
        told = [f for p in objects_of(child) for f in phrases.who(n, p, found)]
        return persons_of(told) if spoken_to else told  # "spoke to the Courier"
    return []


def _before(phrases: Phrases, n: int, noun: Token, visiting: Side | None) -> Iterator[Found]:
    """Those told before a noun: "Berg's visit", "Franco-Polish talks", "the Berg–Stone meeting".

    One country before a noun is a place or a topic ("the Vienna talks"), two are the parties.
    """
    for child in noun.children:
        if child.dep_ == "poss":
            yield from with_side(phrases.who(n, child), visiting)
        elif child.lower_ in OFFICE_NOUNS and noun.lemma_ in GIVEN:  # "gave the envoy dinner"
            yield from with_side(phrases.who(n, child), "visitor")
    if visiting:
        return
    first = min([c.left_edge.i for c in noun.lefts if c.dep_ in PREMODIFIERS], default=noun.i)
    first = max((t.i + 1 for t in noun.doc[first : noun.i] if t.lower_ == "for"), default=first)
    for token in noun.doc[first : noun.i]:
        if phrases.names(n, token):
            yield from phrases.who(n, token)
    for group in pair_before(noun) or bodies_before(noun, first):
        if any(phrases.names(n, t) for t in noun.doc[group.first : group.last + 1]):
            continue  # "the Berg-Stone summit" is nobody besides the two
        yield Found(who=group.who, first=group.first, last=group.last)


def _joined(noun: Token) -> Iterator[tuple[str, Token]]:
    """The noun's prepositions with what they govern, those of a preposition inside one too."""
    near = _with_near(noun)
    if near is not None and near.head != noun:
        yield from ((near.lower_, person) for person in objects_of(near))
    for prep in noun.children:
        if prep.dep_ not in ("prep", "agent"):
            continue
        for person in objects_of(prep):
            yield prep.lower_, person
            if prep.lower_ not in AMONG:  # "talks on trade with Stone"
                yield from _with(person)
    yield from _with(noun)
    yield from _for_whom(noun)
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        # "held talks on Monday with Stone": the parser hangs "with" on the verb
        yield from ((word, p) for word, p in _with(noun.head) if p.i > noun.i)


def _for_whom(noun: Token) -> Iterator[tuple[str, Token]]:
    """For whom a meal is held, and who calls whom, where a parse hangs it on the verb: "held a
    dinner at the castle for Stone", "received a call from Stone".
    """
    words = ("for",) if noun.lemma_ in GIVEN else ("from", "to") if noun.lemma_ == "call" else ()
    if noun.dep_ == "dobj":
        behind = (c for c in noun.head.children if c.lower_ in words and c.i > noun.i)
        yield from ((prep.lower_, p) for prep in behind for p in objects_of(prep))


def _with_near(noun: Token) -> Token | None:
    """The "with" behind a noun with nothing but a day and a place between, wherever the parser
    hangs it: "a video of her meeting on Friday with Stone".
    """
    for token in noun.doc[noun.i + 1 : noun.i + DAY_BETWEEN]:
        if token.lower_ in ("with", "between"):
            return token
        if token.ent_type_ not in ("DATE", "TIME", "GPE") and token.lower_ not in (
            "on",
            "here",
            "in",
        ):
            return None
    return None


def _with(token: Token) -> Iterator[tuple[str, Token]]:
    along = (c for p in token.children if p.lower_ == "along" for c in p.children)
    for prep in (*token.children, *along):
        if prep.dep_ == "prep" and prep.lower_ in ("with", "between"):
            yield from ((prep.lower_, person) for person in objects_of(prep))
        if prep.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ == "with" for c in prep.lefts
        ):
            yield from (("with", c) for c in prep.lefts if c.dep_ == "nsubj")  # "with Berg to end"


def _with_inside(topic: Token) -> Iterator[Token]:
    """With whom a topic is discussed, however deep a parse hangs it: "issues of safety at sea with
    Stone"; not within a clause, "the deal made with Stone".
    """
    for token in topic.subtree:
        between = [t for t in token.ancestors if topic in t.ancestors]
        if token == topic or all(t.dep_ in WITHIN_TOPIC for t in (token, *between)):
            yield from (person for _, person in _with(token))


def _is_titled(noun: Token, preposition: str) -> bool:
    """Whether "of" is in a proper name: "the Summit of the Islands"."""
    return preposition == "of" and noun.is_title and noun.i > 0 and not noun.is_sent_start


def _once(found: list[Found]) -> list[Found]:
    return list({f.who.name: f for f in reversed(found)}.values())[::-1]
