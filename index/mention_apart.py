"""Separate meetings that one sentence reports: "met separately with Berg and with Stone" is two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.attendants import Found
from index.mention_reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ADVERBS = frozenset(["separately", "individually"])  # "met separately with Berg and Stone"
ADJECTIVES = frozenset(["separate", "individual"])  # "held separate talks with Berg and Stone"
FEWEST = 2  # of one side


def take_apart(doc: Doc, report: Report) -> list[Report]:
    """The report for each of those whom one person met apart from the others; just the report where
    all met, or nothing tells who is on which side.
    """
    if not _is_apart(doc, report):
        return [report]
    before = [found for found in report.people if found.last < report.trigger]
    behind = [found for found in report.people if found.first > report.trigger]
    if len(before) + len(behind) < len(report.people):
        return [report]
    for one, several in ((before, behind), (behind, before)):
        if len(one) == 1 and len(several) >= FEWEST:
            return [_of(report, (*one, other)) for other in several]
    return [report]


def _of(report: Report, people: tuple[Found, ...]) -> Report:
    inside = sorted(people, key=lambda found: found.first)
    return report.model_copy(update={"people": tuple(inside)})


def _is_apart(doc: Doc, report: Report) -> bool:
    """Whether a report's own words say that those on one side were met one by one."""
    verbs = {doc[report.trigger], doc[report.verdict.told_by]}
    if any(_is_adverb(token, verbs) for token in doc):
        return True
    if any(t.lower_ in ADJECTIVES for verb in verbs for t in _told(verb)):
        return True
    last = max((found.last for found in report.people), default=report.trigger)
    behind = " ".join(t.lower_ for t in doc[last + 1 : last + 6])  # "Berg and Stone in turn"
    return behind.startswith(("in turn", "one after the other", "one by one", "one at a time"))


def _is_adverb(token: Token, verbs: set[Token]) -> bool:
    """Whether an adverb stands behind one of the verbs: "Separately, she met" joins two reports."""
    return token.lower_ in ADVERBS and token.head in verbs and token.i > token.head.i


def _told(verb: Token) -> Iterator[Token]:
    """The words that tell what sort of meeting a noun is, or the object of a verb."""
    nouns = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))]
    return (c for noun in nouns for c in noun.children if c.dep_ == "amod")
