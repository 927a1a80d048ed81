"""The command line: what each command takes, and how a fault ends (docs/interface.md).

Nothing heavy is imported here, so that `dateline --help` answers at once; each command brings in
what it needs when it runs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from ui.options import add_extraction, add_model, read_day

ARCHIVE = "archive"  # the folder where none is named
LOOPBACK, PORT = "127.0.0.1", 7860
INTERRUPTED = 130

# No dependency may ask a hub for anything or report anything: said before any is imported.
QUIET = {
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TRANSFORMERS_NO_ADVISORY_WARNINGS": "1",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    os.environ.update(QUIET)
    options = build_parser().parse_args(arguments)
    from index.errors import ArchiveError, DatelineError, UsageError
    from ui import commands

    try:
        status: int = getattr(commands, options.command)(options)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        print("stopped; what was committed is kept", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # `dateline articles | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DatelineError as fault:
        print(f"dateline: {fault}", file=sys.stderr)
        if isinstance(fault, UsageError):
            return 2
        return 3 if isinstance(fault, ArchiveError) else 1


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command."""
    parser = argparse.ArgumentParser(
        prog="dateline",
        description="Who met whom, when, where and on what: answers from an archive of news "
        "articles, each with the sentence that says so.",
    )
    parser.add_argument("--version", action=ShowVersion, help="print the version and stop")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    shared = _shared_options()
    for add in (_add_index, _add_ask, _add_chat, _add_articles, _add_show):
        add(commands, shared)
    for add in (
        _add_meetings,
        _add_dates,
        _add_mentions,
        _add_remove,
        _add_correct,
        _add_doctor,
        _add_ui,
        _add_password,
        _add_feedback,
        _add_eval,
    ):
        add(commands, shared)
    return parser


class ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"dateline {version('dateline')}")
        parser.exit()


# The standard library has no public name for what add_subparsers gives.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _shared_options() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--archive",
        type=Path,
        metavar="DIR",
        default=Path(os.environ.get("DATELINE_ARCHIVE", ARCHIVE)),
        help="the archive's folder (default: $DATELINE_ARCHIVE, else ./archive)",
    )
    shared.add_argument("--json", action="store_true", help="print JSON")
    return shared


def _add_index(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "index", parents=[shared], help="read articles into the archive",
        description="Reads files and folders; skips what is unchanged, replaces what changed.",
    )  # fmt: skip
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE")
    command.add_argument(
        "--prune", action="store_true",
        help="remove articles that were read from under the SOURCEs and are no longer there",
    )  # fmt: skip
    command.add_argument(
        "--map", action="append", metavar="NAME=KEY,…",
        help="under which keys JSON and CSV have their fields: text=story,published=day",
    )  # fmt: skip
    add_extraction(command)


def _add_ask(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "ask", parents=[shared], help="ask one question",
        description="Answers one question; with - one question a line from standard input, plain "
        'or as JSON {"question", "history": […], "asked_on", "as_of"}.',
    )  # fmt: skip
    command.add_argument("question", metavar="QUESTION")
    command.add_argument("--on", type=read_day, metavar="DATE", help="what “today” means")
    command.add_argument(
        "--as-of", type=read_day, metavar="DATE", help="answer as if nothing later were published"
    )
    add_model(command)


def _add_chat(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser("chat", parents=[shared], help="ask in a conversation")
    command.add_argument("--on", type=read_day, metavar="DATE", help="what “today” means")
    add_model(command)


def _add_articles(commands: Commands, shared: argparse.ArgumentParser) -> None:
    commands.add_parser("articles", parents=[shared], help="list the articles")


def _add_show(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser("show", parents=[shared], help="show one article")
    command.add_argument("article", metavar="ARTICLE", help="its id or path")


def _add_meetings(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "meetings", parents=[shared], help="list every meeting that fits",
        description="Lists the meetings that the articles report, all that fit, in order of date. "
        "Days may be years or months: 2024, 2024-03, 2024-03-11.",
    )  # fmt: skip
    command.add_argument(
        "--who", action="append", default=[], metavar="NAME",
        help="who took part: a name, an office or a country; may be given several times",
    )  # fmt: skip
    command.add_argument("--since", metavar="DATE", help="not over before then")
    command.add_argument("--until", metavar="DATE", help="not begun after then")
    command.add_argument("--where", metavar="PLACE", help="a town, a venue or a country")
    command.add_argument("--status", metavar="S", help="held, announced, cancelled, …")
    command.add_argument("--as-of", metavar="DATE", help="by what was written until then")
    command.add_argument(
        "--format", choices=("table", "json", "jsonl", "csv"), default="table",
        help="default: a table for people",
    )  # fmt: skip


def _add_dates(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "dates", parents=[shared], help="find and resolve the time expressions of a text",
        description="Finds the time expressions of a text, and works out their days from the day "
        'of writing; with --jsonl of many, {"id", "text", "published"} a line.',
    )  # fmt: skip
    command.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="default: standard input"
    )
    command.add_argument("--published", type=read_day, metavar="DATE", help="when it was written")
    command.add_argument("--jsonl", action="store_true", help="read and print a record a line")


def _add_mentions(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "mentions", parents=[shared], help="find the meetings that a text reports",
        description="Finds each report of a meeting, talks, visit or call in a text: who, when, "
        'where, on what; with --jsonl of many, {"id", "text", "published"} a line.',
    )  # fmt: skip
    command.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="default: standard input"
    )
    command.add_argument("--published", type=read_day, metavar="DATE", help="when it was written")
    command.add_argument("--jsonl", action="store_true", help="read and print a record a line")


def _add_remove(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser("remove", parents=[shared], help="take articles out")
    command.add_argument("articles", nargs="+", metavar="ARTICLE", help="ids or paths")


def _add_correct(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "correct", parents=[shared], help="correct the date of an article, or a name in it",
        description="Gives an article another day of writing, or somebody whom its reports name "
        "another name; the text stays as it is, and a correction can be undone.",
    )  # fmt: skip
    command.add_argument("article", nargs="?", metavar="ARTICLE", help="its id or path")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--date", metavar="DATE", help="when it was written: 2016-07-14, 2016-07, 2016"
    )
    what.add_argument("--name", metavar="WRONG=RIGHT", help="how somebody is called")
    what.add_argument("--list", action="store_true", help="all corrections")
    what.add_argument("--undo", type=int, metavar="ID", help="take a correction back")
    command.add_argument("--by", metavar="NAME", help="who corrects (default: who is logged in)")


def _add_doctor(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser("doctor", parents=[shared], help="check the archive")
    command.add_argument("--repair", action="store_true", help="mend what can be mended")


def _add_ui(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser("ui", parents=[shared], help="open the app in a browser")
    command.add_argument("--host", default=LOOPBACK, help=f"default: {LOOPBACK}")
    command.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}")
    command.add_argument(
        "--auth", type=Path, metavar="FILE",
        help="ask for a password; FILE holds lines written by `dateline password USER`",
    )  # fmt: skip
    command.add_argument("--mcp", action="store_true", help="serve ask, meetings, article as MCP")
    command.add_argument(
        "--limit", type=int, metavar="N", help="requests a minute and user (default: 240)"
    )
    add_model(command)


def _add_password(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "password", help="make a line for `dateline ui --auth FILE`",
        description="Asks for a password twice and prints the line user:hash.",
    )  # fmt: skip
    command.add_argument("user", metavar="USER")


def _add_feedback(commands: Commands, shared: argparse.ArgumentParser) -> None:
    commands.add_parser(
        "feedback", parents=[shared], help="print judged answers as eval questions",
        description="Prints the answers that readers of the app judged right or wrong as questions "
        "for `dateline eval --questions`, JSON Lines.",
    )  # fmt: skip


def _add_eval(commands: Commands, shared: argparse.ArgumentParser) -> None:
    command = commands.add_parser(
        "eval", parents=[shared], help="measure how good the answers are",
        description="Runs suites: own (the sample archive), questions (yours, with --questions), "
        "and those of benchmark data given with --data; docs/evaluating.md tells more.",
    )  # fmt: skip
    command.add_argument("suites", nargs="*", metavar="SUITE", help="default: own")
    for option, metavar, told in (
        ("--questions", "FILE", "your questions over --archive, JSON Lines"),
        ("--data", "DIR", "where benchmark data lies"),
        ("--report", "DIR", "write the record, and a page to look at it, into this folder"),
        ("--compare", "RUN.json", "an earlier record to compare with (default: the last in DIR)"),
    ):
        command.add_argument(option, type=Path, metavar=metavar, help=told)
    command.add_argument(
        "--system", action="append", metavar="NAME", dest="systems",
        help="dateline, phrased, stock or bm25; may be given several times (default: dateline)",
    )  # fmt: skip
    command.add_argument(
        "--llm",
        metavar="URL",
        help="the language model of the systems phrased and stock, as URL#MODEL",
    )
    command.add_argument("--judge", metavar="URL", help="one that judges citations, as URL#MODEL")
    command.add_argument("--sample", type=int, metavar="N", help="only N questions of a suite")


if __name__ == "__main__":
    sys.exit(main())
