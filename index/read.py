"""One file in, its stories out: which reader takes it.

A new format is a function from a file to drafts and one line in `READERS`. What a story's text is
gets decided here and never changes after: for plain text the decoded file, for JSON the text field
as given, for the others what their reader makes of the page.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from pathlib import Path

from index.drafts import Draft, Drafts, decode, open_bytes, refuse_empty
from index.errors import UnreadableSource

SUFFIX = re.compile(r"\.(?=\w*[a-z])\w{1,8}", re.IGNORECASE)  # ".txt", but not ". Moe" or ".2019"


def read_file(path: Path, shown: str) -> Drafts:
    """The stories of one file. `shown` is the name used in messages.

    Yields an UnreadableSource for each story or rest of the file that cannot be read; raises
    nothing for bad input.
    """
    reader = find_reader(path)
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        yield UnreadableSource(
            shown, f"no format that Dateline reads (it reads {kinds}); save it as one of these"
        )
        return
    try:
        yield from reader(path, shown)
    except UnreadableSource as fault:
        yield fault
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        yield UnreadableSource(shown, f"the gzip file is damaged ({fault}); fetch it again")
    except OSError as fault:
        reason = fault.strerror or str(fault)
        yield UnreadableSource(
            shown, f"cannot be read ({reason}); check that it exists and its rights"
        )


def find_reader(path: Path) -> Callable[[Path, str], Drafts] | None:
    """The reader for a file name ("a.jsonl.gz" is read as "a.jsonl"), None for an unknown format.

    A name without a suffix is plain text.
    """
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return READERS.get(name.suffix.lower() if SUFFIX.fullmatch(name.suffix) else ".txt")


def read_plain(path: Path, shown: str) -> Drafts:
    """A plain text file is one story, letter for letter, line ends as they are."""
    text = decode(open_bytes(path, shown), shown)
    refuse_empty(text, shown)
    yield Draft(text=text)


def _html(path: Path, shown: str) -> Drafts:
    from index.read_html import read_html  # trafilatura takes 0.4 s to import

    yield from read_html(path, shown)


def _markdown(path: Path, shown: str) -> Drafts:
    from index.read_markdown import read_markdown

    yield from read_markdown(path, shown)


def _json(path: Path, shown: str) -> Drafts:
    from index.read_json import read_json

    yield from read_json(path, shown)


def _jsonl(path: Path, shown: str) -> Drafts:
    from index.read_json import read_jsonl

    yield from read_jsonl(path, shown)


READERS: dict[str, Callable[[Path, str], Drafts]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".json": _json,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
}

MANY_STORIES = frozenset({".json", ".jsonl", ".ndjson"})


def holds_many(path: Path) -> bool:
    """Whether a file of this name may hold more stories than one."""
    return bool(MANY_STORIES & set(path.suffixes[-2:]))
