"""`dateline mentions`: the meetings that a text or many report, as JSON or as a table."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence

from index.articles import make_article
from index.dates import find_dates
from index.drafts import Draft
from index.meeting_records import Attendant, Mention
from index.mentions import find_mentions
from index.offices import read_offices
from index.records import When
from index.sentences import split_sentences
from ui.texts import print_lines, read_day, read_text

NOT_NAMED = {
    "role": "by office",
    "pronoun": "by reference",
    "counterpart": "by office",
    "table": "from the office-holder table",
}


def run(options: Namespace) -> int:
    """Prints what is in the file or on standard input; 1 where some line is no record."""
    if options.jsonl:
        lines = read_text(options.file).splitlines()
        return print_lines(lines, options.published, "mentions", _find_json)
    written = read_day(options.published) if options.published else None
    found = _find(read_text(options.file), written)
    print(_json(found) if options.json else "\n".join(format_reports(found)))
    return 0


def format_reports(found: Sequence[Mention]) -> Iterator[str]:
    """Some lines for each report: what became of it, who, when, where, on what, and the words."""
    if not found:
        yield "no meeting reported"
    for one in found:
        quote = next(e.quote for e in one.evidence if e.field == "mention")
        told = " (background)" if one.background else ""
        yield f"{one.trigger.start:>6}  {one.form}, {one.status.value.replace('_', ' ')}{told}"
        yield from (f"{'':>6}  {label}: {value}" for label, value in _fields(one) if value)
        yield f"{'':>6}  “{' '.join(quote.split())}”"


def _fields(one: Mention) -> Iterator[tuple[str, str | None]]:
    yield "who", "; ".join(_person(who) for who in one.participants)
    yield "when", one.when.edtf if one.when else None
    yield "how long", one.duration
    yield "where", ", ".join(dict.fromkeys(filter(None, (one.venue, one.place, one.country))))
    yield "on what", "; ".join(one.topics)
    yield "says", one.by
    yield "proposed by", one.proposed_by


def _person(who: Attendant) -> str:
    notes = [who.role, who.country, who.side, NOT_NAMED.get(who.resolved)]
    told = ", ".join(note for note in notes if note)
    return f"{who.name} ({told})" if told and who.resolved != "unnamed" else who.name


def _find(text: str, written: When | None) -> list[Mention]:
    """What a text reports; the day of writing given goes before its own."""
    article = make_article(Draft(text=text), "-")
    article = article.model_copy(update={"dated": written}) if written else article
    times = find_dates(article.text, article.dated)
    return find_mentions(article, split_sentences(article), times, offices=read_offices())


def _find_json(text: str, written: When | None) -> str:
    return _json(_find(text, written)) if text else "[]"


def _json(found: Sequence[Mention]) -> str:
    return json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False)
