"""The gate: nothing passes to a reader that its evidence does not bear out, letter for letter."""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.errors import GateFailure
from index.meeting_records import Meeting
from index.records import OF_ITSELF, Article, Citation, Said, Statement, ZoneKind
from qa.answers import Answer
from qa.meetings.counts_told import right_counts
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.telling.compose import AROUND
from qa.telling.gate_claims import SHARE, find_fault
from qa.telling.of_itself import is_of_itself
from qa.telling.phrases import tell_share


def check_answer(archive: Archive, answer: Answer) -> None:
    """Raises GateFailure, which says what is wrong, unless every citation and statement holds.

    A citation holds when its quote, prefix and suffix stand in its article at their offsets, in
    zones that may support an answer, or that another outlet is quoted in; a dateline and a credit
    where a statement is of the report itself (qa/telling/of_itself.py). A statement holds when it
    is a cited sentence word for word, or says of a meeting what the archive's own reports in the
    cited sentences tell (qa/telling/gate_claims.py); a derivation when the archive's records of
    these sentences give it anew.
    """
    told: tuple[Said, ...] = (*answer.statements, *answer.suggestions)
    for citation in answer.citations:
        zones = _citable([said for said in told if citation.number in said.citations])
        check_citation(archive.article(citation.article.id), citation, zones)
    for said in told:
        cited = [one for one in answer.citations if one.number in said.citations]
        check_said(archive, said, cited)
    _check_counts(answer)


def check_said(archive: Archive, said: Said, cited: Sequence[Citation]) -> None:
    """Raises GateFailure for a statement or suggestion that its citations do not bear out."""
    told = said if isinstance(said, Statement) else None
    as_told = told or Statement(text=said.text, citations=said.citations)
    fault = find_fault(archive, as_told, cited)
    if fault:
        raise GateFailure(f"“{said.text[:80]}”: {fault}")


def _check_counts(answer: Answer) -> None:
    """Raises GateFailure where a count differs from the meetings that the answer lists."""
    for said in answer.statements:
        text = said.composed or said.text
        share = SHARE.fullmatch(text)
        if share:
            count = sum(share["name"] in _names(m) for m in answer.meetings)
            if text != tell_share(share["name"], count, len(answer.meetings)):
                raise GateFailure(f"“{text}”: it is {count} of {len(answer.meetings)}")
        if not text.startswith("The archive reports "):
            continue
        if text not in right_counts(answer.meetings):
            raise GateFailure(f"“{text}”: not so many of the {len(answer.meetings)} are held")


def _citable(told: Sequence[Said]) -> frozenset[ZoneKind]:
    """The zones in which a quote may stand that these statements, and no others, cite."""
    texts = [said.composed or said.text if isinstance(said, Statement) else "" for said in told]
    alone = bool(texts) and all(is_of_itself(text) for text in texts)
    return ATTRIBUTABLE | OF_ITSELF if alone else ATTRIBUTABLE


def check_citation(
    article: Article, citation: Citation, zones: frozenset[ZoneKind] = ATTRIBUTABLE
) -> None:
    """Raises GateFailure unless the quote stands where it says, letter for letter."""
    start, end = citation.start, citation.end
    around = (article.text[max(0, start - AROUND) : start], article.text[end : end + AROUND])
    where = f"citation {citation.number} of {article.id} at {start} to {end}"
    if article.text[start:end] != citation.quote:
        raise GateFailure(f"{where}: the article does not read “{citation.quote[:60]}”")
    if (citation.prefix, citation.suffix) != around:
        raise GateFailure(f"{where}: prefix or suffix do not stand around it")
    touched = {zone.kind for zone in article.zones if zone.start < end and start < zone.end}
    if not touched or not touched <= zones:
        raise GateFailure(f"{where}: lies in {', '.join(sorted(touched)) or 'no zone'}")


def _names(meeting: Meeting) -> set[str]:
    return {person.name for person in meeting.participants}
