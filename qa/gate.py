"""The gate: nothing passes to a reader that its evidence does not bear out, letter for letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.errors import GateFailure
from index.records import SUPPORTING, Answer, Article, Citation, Said, Statement
from index.words import fold
from qa.days import reckon_days

AROUND = 32  # code points of prefix and suffix
FACT = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_a-zß-öø-ÿ][\w’'\-]*[^\W_]")  # numbers, capitalised words


def check_answer(archive: Archive, answer: Answer) -> None:
    """Raises GateFailure, which says what is wrong, unless every citation and statement holds.

    A citation holds when its quote, prefix and suffix stand in its article at their offsets, in
    zones that may support an answer. A statement holds when every number and every capitalised word
    of it stands in the quotes that it cites, or in its derivation; and a derivation when the
    archive's own time expressions give it anew for one of these quotes, word for word.
    """
    for citation in answer.citations:
        check_citation(archive.article(citation.article.id), citation)
    quotes = {citation.number: citation.quote for citation in answer.citations}
    told: tuple[Said, ...] = (*answer.statements, *answer.suggestions)
    for said in told:
        check_statement(said, [quotes[number] for number in said.citations])
        if isinstance(said, Statement) and said.derivation:
            cited = [one for one in answer.citations if one.number in said.citations]
            check_derivation(archive, said.derivation, cited)


def check_derivation(archive: Archive, derivation: str, cited: Sequence[Citation]) -> None:
    """Raises GateFailure unless the days that one of the quotes means follow as it says."""
    reckoned = (reckon_days(archive.times(c.article.id), c.start, c.end) for c in cited)
    if not any(one.derivation == derivation for one in reckoned):
        raise GateFailure(f"“{derivation[:60]}” follows from no cited quote")


def check_citation(article: Article, citation: Citation) -> None:
    """Raises GateFailure unless the quote stands where it says, letter for letter."""
    start, end = citation.start, citation.end
    around = (article.text[max(0, start - AROUND) : start], article.text[end : end + AROUND])
    where = f"citation {citation.number} of {article.id} at {start} to {end}"
    if article.text[start:end] != citation.quote:
        raise GateFailure(f"{where}: the article does not read “{citation.quote[:60]}”")
    if (citation.prefix, citation.suffix) != around:
        raise GateFailure(f"{where}: prefix or suffix do not stand around it")
    touched = {zone.kind for zone in article.zones if zone.start < end and start < zone.end}
    if not touched or not touched <= SUPPORTING:
        raise GateFailure(f"{where}: lies in {', '.join(sorted(touched)) or 'no zone'}")


def check_statement(said: Said, quotes: Sequence[str]) -> None:
    """Raises GateFailure for a number or capitalised word that no cited quote holds."""
    held = _facts(" ".join(quotes))
    derived = _facts(said.derivation or "") if isinstance(said, Statement) else set()
    missing = _facts(said.text) - held - derived
    if missing:
        raise GateFailure(f"“{said.text[:60]}”: {', '.join(sorted(missing))} in no cited quote")


def _facts(text: str) -> set[str]:
    return {fold(match[0]).lower() for match in FACT.finditer(text)}
