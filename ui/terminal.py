"""How things look on a terminal: answers with their citations, lists, progress."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.dating_apart import find_disagreement
from index.records import Article, ArticleCard, Citation, DateCandidate, Outcome, When
from index.source_chain import describe_chain
from qa.answers import Answer
from ui.extraction import format_extraction

if TYPE_CHECKING:
    from eval.run import SuiteResult
    from eval.summary import Row
    from index.archive import Listed
    from index.doctor import Health
    from index.ingest import Progress, Report

WIDEST = 100  # columns; longer lines are hard to read
OUTCOMES = {
    Outcome.ANSWERED: "answered",
    Outcome.NOT_IN_ARCHIVE: "not in the archive",
    Outcome.AMBIGUOUS: "asks back",
    Outcome.CONFLICTING: "the sources differ",
    Outcome.ONLY_PLANNED: "only planned",
    Outcome.PREMISE_CORRECTED: "not as the question has it",
}


def say_loading(what: str) -> None:
    """Says at once that something is being loaded, to a person at a terminal only."""
    if sys.stderr.isatty():
        print(f"loading {what} …", file=sys.stderr, flush=True)


@contextmanager
def show_progress(unit: str) -> Iterator[Progress]:
    """A bar with counts and the time left, to a person at a terminal only."""
    from tqdm import tqdm

    with tqdm(
        unit=f" {unit}", file=sys.stderr, disable=not sys.stderr.isatty(), leave=False
    ) as bar:

        def advance(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield advance


def read_questions() -> Iterator[str]:
    """Lines that a person types, until the end of input."""
    while True:
        try:
            line = input("? " if sys.stdin.isatty() else "").strip()
        except EOFError:
            return
        if line:
            yield line


def format_answer(answer: Answer) -> str:
    """The answer's text, and under it what it cites."""
    parts = [_wrap(answer.text)]
    if answer.outcome is not Outcome.ANSWERED:
        parts.insert(0, f"({OUTCOMES[answer.outcome]})")
    parts += [_citation(citation) for citation in answer.citations]
    reasons = dict.fromkeys(told.derivation for told in answer.statements if told.derivation)
    parts += [_wrap(f"Why {reason}.") for reason in reasons]
    if answer.phrasing:
        parts.append(_wrap(tell_phrasing(answer)))
    return "\n\n".join(parts) + "\n"


def tell_phrasing(answer: Answer) -> str:
    """Which words are a language model's, what they took, and what went wrong: in one line."""
    told = answer.phrasing
    if told is None:
        return ""
    mine = [str(at) for at, said in enumerate(answer.statements, start=1) if said.composed]
    whose = f"sentence {join_all(mine)} in its words" if mine else "no sentence in its words"
    rest = f"; {told.replaced} of its sentences did not pass" if told.replaced else ""
    chosen = "; it chose the sentence that stands first" if told.chosen else ""
    about = "" if told.counted else "about "
    spent = f"{about}{told.prompt_tokens} + {told.completion_tokens} tokens, {told.seconds:.1f} s"
    kept = ", kept from before" if told.cached and told.prompt_tokens else ""
    note = f": {told.note}" if told.note else ""
    return f"({told.model}: {whose}{rest}{chosen}; {spent}{kept}{note})"


def join_all(words: list[str]) -> str:
    """ "1", "1 and 2", "1, 2 and 3"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def format_report(report: Report) -> str:
    """One line on what an ingest did, and one on what language models proposed, if any did."""
    done = f"{report.added} added, {report.unchanged} unchanged, {report.replaced} replaced, "
    failed = f", {len(report.failed)} could not be read" if report.failed else ""
    return (
        f"{done}{report.removed} removed{failed}; the archive holds {report.articles} articles "
        f"({report.seconds:.1f} s)"
        + "".join(f"\n{line}" for line in format_extraction(report.extraction))
    )


def format_listing(listed: Iterable[Listed]) -> Iterator[str]:
    """A line an article: day, how it is known, reports of meetings in it, source, title, id."""
    for item in listed:
        day = item.dated.edtf if item.dated else "no date"
        basis = f"({item.dated.basis})" if item.dated else ""
        source = _cut(item.source or "–", 24)
        told = f"{item.mentions or '–':>3}"
        yield f"{day:<24} {basis:<11} {told} {source:<24}  {_title(item)}  [{item.id}]"


def format_article(article: Article) -> str:
    """An article: what is known of it, then its text with each zone's kind beside it."""
    apart = find_disagreement(article.date_candidates)
    known = [
        article.title or "(no title)",
        f"id {article.id}; source {_source(article)}; {format_when(article.dated)}",
        f"read from {', '.join(article.paths)}",
        *([article.url] if article.url else []),
        *(_candidate(candidate) for candidate in article.date_candidates),
        *([_wrap(f"beware: {apart}")] if apart else []),
    ]
    zones = [
        textwrap.indent(_wrap(article.text[zone.start : zone.end], 14), " " * 14).replace(
            " " * 14, f"{zone.kind.replace('_', ' '):<14}", 1
        )
        for zone in article.zones
    ]
    return "\n".join([*known, "", *zones])


def _candidate(candidate: DateCandidate) -> str:
    """One thing that may tell the day of writing, with what follows from it."""
    day = candidate.when.edtf if candidate.when else "no date by itself"
    field = f"{candidate.field}: " if candidate.field else ""
    told = _wrap(f"{field}{candidate.says} → {day}", 16)
    return textwrap.indent(told, " " * 16).replace(" " * 16, f"  {candidate.source:<14}", 1)


def format_when(when: When | None) -> str:
    """A date with how it is known."""
    return f"{when.edtf} ({when.derivation})" if when else "no date is known"


def format_health(health: Health) -> str:
    """What the doctor found."""
    left = [f"not finished: {what}" for what in health.unfinished]
    if not health.faults:
        sound = f"sound: {health.articles} articles, {health.chunks} chunks, nothing amiss"
        return "\n".join([sound, *left])
    lines = [f"{'mended' if fault.mended else 'fault'}: {fault.what}" for fault in health.faults]
    if health.open_faults():
        lines.append("run `dateline doctor --repair` to mend what can be mended")
    return "\n".join([*lines, *left])


def format_suite(result: SuiteResult) -> str:
    """A suite's measures, a line each, with the ends of the 95 % interval; a column a system."""
    if result.absent:
        return f"{result.suite}: {result.absent}"
    if not result.rows:
        return f"{result.suite}: stopped before anything was scored"
    systems = list(dict.fromkeys(row.system for row in result.rows))
    rows = [row for row in result.rows if row.measure not in result.unmeasured()]
    cells = {(row.split, row.measure, row.system): _cell(row) for row in rows}
    width = max(len(row.measure) for row in rows)
    wide = max(len(row.split) for row in rows) + 2
    lines = [f"{'':<{wide}}{'':<{width}}" + "".join(f"  {system:<27}" for system in systems)]
    for split, measure in dict.fromkeys((row.split, row.measure) for row in rows):
        told = "".join(f"  {cells.get((split, measure, one), '–'):<27}" for one in systems)
        lines.append(f"{split:<{wide}}{measure:<{width}}{told}")
    if result.unmeasured():
        lines.append(f"no question here for: {', '.join(result.unmeasured())}")
    return "\n".join([f"{result.suite}:", *(line.rstrip() for line in lines)])


def _cell(row: Row) -> str:
    """`0.412 [0.29, 0.55] (66)`: the value, its interval, the number of cases."""
    if row.value is None:
        return "– (0)"
    ends = "" if row.low is None else f" [{_number(row.low)}, {_number(row.high or 0.0)}]"
    return f"{_number(row.value)}{ends} ({row.cases})"


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.0f}"


def _citation(citation: Citation) -> str:
    card = citation.article
    day = card.dated.edtf if card.dated else "no date"
    head = f"[{citation.number}] {_title(card)}, {_source(card)}, {day}"
    mark = f", {citation.mark}" if citation.mark else ""
    place = f"{card.path}{mark}, code points {citation.start} to {citation.end}"
    return f"{_wrap(head)}\n    {place}"


def _source(card: Article | ArticleCard) -> str:
    """Who wrote it, and who carried it, as far as it is known."""
    return describe_chain(card.chain) or card.source or "not named"


def _title(card: ArticleCard | Listed) -> str:
    return " ".join((card.title or card.path).split())


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _wrap(text: str, indent: int = 0) -> str:
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDEST
    flat = " ".join(text.split())
    return textwrap.fill(flat, max(30, min(columns, WIDEST) - indent), break_on_hyphens=False)
