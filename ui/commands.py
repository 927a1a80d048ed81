"""What each command does: calls `qa`, `index` or `eval` and prints what comes back."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import BaseModel

from index.errors import UsageError
from index.keys import read_map
from ui import extraction, failures, terminal

if TYPE_CHECKING:
    from eval.suite import Setup
    from index.archive import Archive

INTERRUPTED = 130


def index(options: Namespace) -> int:
    """`dateline index`: 1 when some input failed."""
    keys = ",".join(options.map) if options.map else None
    read_map(keys)  # what is no map is told before anything is loaded
    terminal.say_loading("the language tools")
    from index.archive import Archive

    show = terminal.show_progress
    with Archive.make(options.archive) as archive, show("articles") as progress:
        report = archive.index(
            options.sources, prune=options.prune, mapping=keys, progress=progress, watch=show,
            extract=options.extract, extract_seconds=options.extract_seconds,
        )  # fmt: skip
    for line in failures.format_failures(report.failed):
        print(line, file=sys.stderr)
    for line in extraction.format_faults(report.extraction):
        print(line, file=sys.stderr)
    print(_json(report) if options.json else terminal.format_report(report))
    return 1 if report.failed else 0


def ask(options: Namespace) -> int:
    """`dateline ask`: one answer, or with "-" one for each line of standard input."""
    terminal.say_loading("the archive")
    from ui import asking

    with _open(options) as archive:
        if options.question == "-":
            return asking.ask_lines(archive, options)
        return asking.ask_once(archive, options)


def chat(options: Namespace) -> int:
    """`dateline chat`: questions until the end of input, each in the light of those before."""
    terminal.say_loading("the archive")
    from ui import asking

    with _open(options) as archive:
        return asking.chat(archive, options, terminal.read_questions())


def articles(options: Namespace) -> int:
    """`dateline articles`: each with its date and how it is known."""
    with _open(options) as archive:
        listed = archive.list_articles()
        if options.json:
            print(json.dumps([item.model_dump(mode="json") for item in listed], ensure_ascii=False))
        else:
            print("\n".join(terminal.format_listing(listed)))
    return 0


def show(options: Namespace) -> int:
    """`dateline show`: one article with its zones, its dates and the meetings that it reports."""
    from index.dating_apart import find_disagreement
    from ui.meeting_reports import format_reports
    from ui.time_expressions import format_table

    with _open(options) as archive:
        article = archive.find(options.article)
        dates, mentions = archive.times(article.id), archive.mentions(article)
    if options.json:
        told = article.model_dump(mode="json")
        told["dates_disagree"] = find_disagreement(article.date_candidates)
        told["dates"] = [one.model_dump(mode="json") for one in dates]
        told["mentions"] = [one.model_dump(mode="json") for one in mentions]
        print(json.dumps(told, ensure_ascii=False))
        return 0
    print(terminal.format_article(article))
    print("\n".join(["", "dates", *format_table(dates), "", "meetings", *format_reports(mentions)]))
    return 0


def dates(options: Namespace) -> int:
    """`dateline dates`: the time expressions of a text, without storing it."""
    terminal.say_loading("the calendar")
    from ui import time_expressions

    return time_expressions.run(options)


def meetings(options: Namespace) -> int:
    """`dateline meetings`: every meeting that fits, as a table, JSON, JSON Lines or CSV."""
    from ui import meeting_list

    with _open(options) as archive:
        found = archive.meetings(
            options.who, options.since, options.until, options.where, options.status, options.as_of
        )
        listed = meeting_list.attach_articles(archive, found)
    meeting_list.show(listed, "json" if options.json else options.format)
    return 0


def mentions(options: Namespace) -> int:
    """`dateline mentions`: the meetings that a text reports, without storing it."""
    terminal.say_loading("the model of language")
    from ui import meeting_reports

    return meeting_reports.run(options)


def remove(options: Namespace) -> int:
    """`dateline remove`: takes articles out."""
    with _open(options) as archive:
        ids = archive.remove(options.articles)
    print(json.dumps({"removed": ids}) if options.json else f"removed {', '.join(ids)}")
    return 0


def correct(options: Namespace) -> int:
    """`dateline correct`: a date or a name by hand; what was corrected, and taking it back."""
    from ui import correcting

    with _open(options) as archive:
        correcting.run(archive, options)
    return 0


def doctor(options: Namespace) -> int:
    """`dateline doctor`: 1 when faults were found and not mended."""
    from index.doctor import check_archive

    health = check_archive(options.archive, repair=options.repair)
    print(_json(health) if options.json else terminal.format_health(health))
    return 1 if health.open_faults() else 0


def ui(options: Namespace) -> int:
    """`dateline ui`: serves the app until it is stopped."""
    terminal.say_loading("the app")
    with _open(options) as archive:
        from ui.web import Served, serve  # gradio takes 4 s to import

        how = Served(
            host=options.host, port=options.port, auth=options.auth, mcp=options.mcp,
            llm=options.llm, llm_seconds=options.llm_seconds,
        )  # fmt: skip
        limit = {"requests": options.limit} if options.limit else {}
        serve(archive, how.model_copy(update=limit))
    return 0


def password(options: Namespace) -> int:
    """`dateline password`: the line of a user for `--auth`."""
    from getpass import getpass

    from ui.passwords import hash_line

    first = getpass("password: ")
    if getpass("the same again: ") != first:
        raise UsageError("the two passwords differ; try again")
    print(hash_line(options.user, first))
    return 0


def feedback(options: Namespace) -> int:
    """`dateline feedback`: judged answers as questions, those of all readers of the archive."""
    from ui.conversations import open_conversations
    from ui.feedback import make_questions

    with _open(options) as archive, open_conversations(archive.folder) as conversations:
        made = make_questions(archive, conversations.judged())
    print(made.lines(), end="")
    if made.left_out:
        print(f"{made.left_out} left out: nobody said what would be right", file=sys.stderr)
    return 0


def eval(options: Namespace) -> int:
    """`dateline eval`: runs suites, keeps the record and prints the measures; 130 when stopped."""
    terminal.say_loading("the suites")
    from eval.keep import keep_run
    from eval.run import run_suites

    names = options.suites or (["questions"] if options.questions else ["own"])
    run = run_suites(names, _eval_setup(options), terminal.show_progress)
    kept = keep_run(run, options.report, options.compare)
    if options.json:
        print(json.dumps([r.model_dump(mode="json", exclude={"scored"}) for r in run.results]))
    else:
        print("\n\n".join(terminal.format_suite(result) for result in run.results))
    print(f"{'kept in' if run.finished else 'stopped; what is done is in'} {kept}", file=sys.stderr)
    return 0 if run.finished else INTERRUPTED


def _eval_setup(options: Namespace) -> Setup:
    from eval.suite import Setup

    return Setup(
        data=options.data,
        archive=options.archive,
        questions=options.questions,
        systems=tuple(dict.fromkeys(options.systems or ["dateline"])),
        llm=options.llm,
        judge=options.judge,
        sample=options.sample,
    )


@contextmanager
def _open(options: Namespace) -> Iterator[Archive]:
    from index.archive import Archive

    with Archive.open(options.archive) as archive:
        yield archive


def _json(record: BaseModel) -> str:
    return record.model_dump_json()
