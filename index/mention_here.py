"""The place of a report that its own clause leaves open: the dateline's, or where somebody went.

"Here" is the town of the dateline above the sentence. So is where somebody met who "arrived here"
in the sentence before, or whose remarks there are told as made "here". Who headed for Norway for
talks, and left for Bergen in the next sentence, was to hold them in Bergen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.gazetteer import capital_of, country_of, is_country_name
from index.meeting_records import FieldEvidence, Mention, Status
from index.mention_cues import COMING, TELLING
from index.mention_near import REMARKS
from index.mention_stays import LEAVING, PLACES
from index.mention_where import Where
from index.place_cues import TOWNS
from index.records import Article, Sentence, Zone, ZoneKind
from index.spellings import fold_name
from index.zones import find_place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE_IT = re.compile(  # it was before somebody came: "A day earlier she met Stone"
    r"\bha(?:d|ve|s)\b|\b(?:earlier|before|last|previous\w*|ago|yesterday|on (?:her|his|their) way|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
ON_WAY = re.compile(  # before somebody came: "on the way there", not "on her way to the airport"
    r"\b(?i:on (?:her|his|their|the) way|en route)\b(?! (?:home|back|from|out))"
    r"(?: to (?P<goal>[A-Z][\w-]+)(?P<stay> for [^,;]*(?=,))?| to (?P<other>(?!which\b)\w+))?"
)
PAPER = re.compile(r"\b[A-Z]{2,} \Z")  # large letters before "TODAY"
SOON = 2  # sentences after a journey is told in which its goal is named


def place_of(
    article: Article, sentence: Sentence, where: Where
) -> tuple[str | None, str | None, FieldEvidence | None]:
    """The place and its country, the dateline's for "here" and for a venue without a town, with
    the words of the dateline where it was taken from one.
    """
    if where.place is not None or not (where.here or where.venue):
        return where.place, where.country, None
    found = _of_dateline(article, sentence)
    if not where.here and (where.venue_town or _is_left(sentence, found[0])):
        return None, None, None
    return (None, None, None) if is_on_way(sentence, found[0]) and not where.here else found


def _is_left(sentence: Sentence, town: str | None) -> bool:
    """Whether a sentence tells of leaving a town: "will meet at his house after he leaves Riga"."""
    return bool(town) and bool(
        re.search(rf"\b(?:leav|depart)\w+ {re.escape(town or '')}\b", sentence.text)
    )


def is_on_way(sentence: Sentence, town: str | None) -> bool:
    """Whether a sentence tells what was on the way to a town, or to where the last one went."""
    match = ON_WAY.search(sentence.text)
    if match is None or match["other"]:
        return False
    return match["goal"] is None or fold_name(match["goal"]) == fold_name(town or "")


def is_of_goal(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a time is that of the stay on the way to which something was: "on the way to Riga for
    a visit in May, she met Stone".
    """
    match = ON_WAY.search(sentence.text)
    if match is None or not match["stay"]:
        return False
    start, end = match.span("stay")
    return start <= time.start - sentence.start < end


def is_of_paper(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a word for a day is the last of a paper's name: "told RIGA TODAY"."""
    named = PAPER.search(sentence.text[: time.start - sentence.start])
    body = any(letter.islower() for letter in sentence.text)  # no large headline
    return time.text == "TODAY" and named is not None and body


def _of_dateline(
    article: Article, sentence: Sentence
) -> tuple[str | None, str | None, FieldEvidence | None]:
    """The town of the dateline above a sentence: of several that nearest before it."""
    zone, located = _located(article, sentence)
    if not located:
        return None, None, None
    town = located.title() if located.isupper() else located
    country = capital_of(town) or country_of(town)
    at = article.text.find(located, zone.start, zone.end) if zone else -1
    if at < 0:
        return town, country, None
    words = article.text[at : at + len(located)]
    shown = FieldEvidence(start=at, end=at + len(words), quote=words, field="place")
    return town, country, shown


def _located(article: Article, sentence: Sentence) -> tuple[Zone | None, str | None]:
    """The dateline above a sentence with its place; that of the article where none stands above."""
    lines = [z for z in article.zones if z.kind is ZoneKind.DATELINE]
    above = [z for z in lines if z.start <= sentence.start and find_place(article.text, z)]
    if above:
        return above[-1], find_place(article.text, above[-1])
    named = (
        z for z in lines if article.located and article.located in article.text[z.start : z.end]
    )
    return next(named, None), article.located


def told_here(
    mention: Mention, article: Article, told: Sequence[Sentence], docs: Sequence[Doc]
) -> Mention:
    """A report of what was held, at the place of the dateline where the sentence before says "here"
    of one who met: "Berg arrived here on Monday. She met Stone", "said here. She made the remarks
    after talks with Stone".
    """
    open_place = mention.place is None and mention.venue is None
    if BEFORE_IT.search(mention.evidence[0].quote):
        return mention
    n = next(n for n, s in enumerate(told) if s.start <= mention.trigger.start < s.end)
    if not open_place or mention.status is not Status.HELD or mention.background or n == 0:
        return mention
    if told[n - 1].zone is not told[n].zone or not _is_here(docs[n - 1], told[n], _names(mention)):
        return mention
    place, country, shown = _of_dateline(article, told[n])
    update = {"place": place, "country": country, "evidence": (*mention.evidence, shown)}
    return mention.model_copy(update=update) if shown else mention


def _is_here(doc: Doc, sentence: Sentence, people: Collection[str]) -> bool:
    """Whether a sentence says of one of the people that he came here, or said here what the next
    sentence calls remarks.
    """
    remarks = REMARKS.search(sentence.text)
    for verb in (t.head for t in doc if t.lower_ == "here"):
        kind = verb.lemma_ in COMING or (remarks and verb.lemma_ in TELLING)
        if kind and verb.tag_ == "VBD" and _is_of(verb, people):
            return True
    return False


def gone_to(mention: Mention, told: Sequence[Sentence], docs: Sequence[Doc]) -> Mention:
    """A report of talks that somebody set out for, with the town that the next sentences name:
    "Berg headed for Norway for talks. Before leaving for the port of Bergen, she called Stone".
    """
    country = mention.place if mention.place and is_country_name(mention.place) else None
    if country is None or mention.status is not Status.ANNOUNCED or mention.when is None:
        return mention
    n = next(n for n, s in enumerate(told) if s.start <= mention.trigger.start < s.end)
    people = _names(mention)
    if not any(t.lemma_ in LEAVING | COMING for t in docs[n]):
        return mention
    for at in range(n + 1, min(n + 1 + SOON, len(told))):
        for town in _goals(docs[at], people):
            if country_of(town.text) in (None, country_of(country)):
                return _in_town(mention, told[at], town)
    return mention


def _goals(doc: Doc, people: Collection[str]) -> Iterator[Token]:
    """The towns that one of the people is told to leave for."""
    if not doc.has_annotation("DEP"):
        return
    for prep in (t for t in doc if t.lower_ == "for" and t.head.lemma_ in LEAVING):
        for goal in (c for c in prep.children if c.dep_ == "pobj"):
            of = (c for p in goal.children if p.lower_ == "of" for c in p.children)
            town = next(of, None) if goal.lower_ in TOWNS else goal
            if town is not None and _is_town(town, goal) and _is_of(prep.head, people):
                yield town


def _is_town(town: Token, goal: Token) -> bool:
    """Whether a name is a town's: by the model of names, or as that of "the port of …"."""
    named = town.pos_ == "PROPN" and (town.ent_type_ in PLACES or town != goal)
    return named and not is_country_name(town.text)


def _in_town(mention: Mention, sentence: Sentence, town: Token) -> Mention:
    start = sentence.start + town.idx
    shown = FieldEvidence(start=start, end=start + len(town), quote=town.text, field="place")
    update = {"place": town.text, "evidence": (*mention.evidence, shown)}
    return mention.model_copy(update=update)


def _is_of(verb: Token, people: Collection[str]) -> bool:
    """Whether one of the people does it, by the verb's subject or that of the verb it hangs on."""
    for one in (verb, verb.head, verb.head.head):
        own = [c for c in one.children if c.dep_ == "nsubj"]
        if own:
            return any(fold_name(t.text) in people for c in own for t in c.subtree)
    return False


def _names(mention: Mention) -> set[str]:
    return {fold_name(who.name.split()[-1]) for who in mention.participants}
