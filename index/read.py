"""One file in, its stories out: which reader takes it.

A new format is a function from a blob to drafts, in a room `index/read_<format>.py` of its own, and
a line for each of its suffixes in `READERS`. What a story's text is gets decided here and never
changes after: for plain text the decoded file, for JSON and CSV the text field as given, for the
others what their reader makes of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath

from index.blobs import LONGEST_STORY, Blob
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.keys import PLAIN_KEYS, KeyMap
from index.sniff import SNIFFED, sniff_binary, sniff_text

SUFFIX = re.compile(r"\.(?=\w*[a-z])\w{1,8}", re.IGNORECASE)  # ".txt", but not ". Moe" or ".2019"

Reader = Callable[[Blob], Drafts]


def read_file(path: Path, shown: str, keys: KeyMap = PLAIN_KEYS) -> Drafts:
    """The stories of one file. `shown` is the name used in messages.

    Yields an UnreadableSource for each story or rest of the file that cannot be read; raises
    nothing for bad input.
    """
    try:
        blob = Blob.of_file(path, shown, keys)
    except OSError as fault:
        yield _refused(shown, fault)
        return
    empty = True
    for draft in read_blob(blob):
        empty = False
        yield draft
    if empty:  # an archive of nothing, or of pictures alone
        yield UnreadableSource(shown, "holds no article; remove it or fetch it again")


def read_blob(blob: Blob) -> Drafts:
    """The stories of a blob, each with its place in the blob around it; faults as in read_file."""
    try:
        for draft in _choose_reader(blob)(blob):
            yield draft if isinstance(draft, UnreadableSource) else _placed(draft, blob)
    except UnreadableSource as fault:
        yield fault
    except OSError as fault:
        yield _refused(blob.shown, fault)


def _placed(draft: Draft, blob: Blob) -> Draft | UnreadableSource:
    """The draft with its place in what is around the blob; refused where it is no article."""
    if len(draft.text) > LONGEST_STORY:
        reason = f"has over {LONGEST_STORY:,} characters, which no article has; divide it"
        return UnreadableSource(blob.shown + draft.place, reason)
    return draft.model_copy(update={"place": blob.label + draft.place}) if blob.label else draft


def find_reader(path: PurePath) -> Reader | None:
    """The reader for a file name ("a.jsonl.gz" is read as "a.jsonl"), None for an unknown format.

    A name without a suffix is plain text.
    """
    name = path.with_suffix("") if path.suffix.lower() in PACKED else path
    return READERS.get(find_suffix(name.name))


def find_suffix(name: str) -> str:
    """The suffix that tells the format: small, ".txt" where there is none."""
    suffix = Path(name).suffix
    return suffix.lower() if SUFFIX.fullmatch(suffix) else ".txt"


def read_plain(blob: Blob) -> Drafts:
    """A plain text file is one story, letter for letter, line ends as they are."""
    text = blob.text()
    refuse_empty(text, blob.shown)
    yield Draft(text=text)


def _choose_reader(blob: Blob) -> Reader:
    """By the first bytes where they are plain, else by name, else by the first words."""
    with blob.open() as stream:
        head = stream.read(SNIFFED)
    suffix = find_suffix(blob.name)
    told = sniff_binary(head)
    if told and _contradicts(told, suffix):
        suffix = told
    elif suffix in GENERIC or suffix not in READERS:
        suffix = sniff_text(head) or suffix
    if suffix not in READERS:
        reason = "no format that Dateline reads (docs/formats.md lists them); save it as text"
        raise UnreadableSource(blob.shown, reason)
    return READERS[suffix]


def _contradicts(told: str, suffix: str) -> bool:
    """Whether what the bytes say is another format than what the name says, and one we read."""
    return told in READERS and READERS[told] is not READERS.get(suffix)


def _refused(shown: str, fault: OSError) -> UnreadableSource:
    reason = fault.strerror or str(fault)
    return UnreadableSource(
        shown, f"cannot be read ({reason}); check that it exists and its rights"
    )


def _late(room: str, name: str | None = None) -> Reader:
    """The reader `index.ROOM.NAME`, imported when first used: trafilatura alone takes 0.4 s."""

    def read(blob: Blob) -> Drafts:
        reader: Reader = getattr(import_module(f"index.{room}"), name or room)
        yield from reader(blob)

    return read


_html, _markdown = _late("read_html"), _late("read_markdown")
_packed = _late("read_container", "read_packed")

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".json": _late("read_json"),
    ".jsonl": (_jsonl := _late("read_json", "read_jsonl")),
    ".ndjson": _jsonl,
    ".rss": (_feed := _late("read_feed")),
    ".atom": _feed,
    ".rdf": _feed,
    ".newsml": _late("read_newsml"),
    ".nitf": _late("read_nitf"),
    ".eml": _late("read_mail"),
    ".mht": (_mhtml := _late("read_mail", "read_mhtml")),
    ".mhtml": _mhtml,
    ".pdf": _late("read_pdf"),
    ".docx": _late("read_docx"),
    ".csv": (_csv := _late("read_csv")),
    ".tsv": _csv,
    ".warc": (_warc := _late("read_warc")),
    ".arc": _warc,
    ".gz": _packed,
    ".bz2": _packed,
    ".xz": _packed,
    ".tgz": _packed,
    ".tbz": _packed,
    ".tbz2": _packed,
    ".txz": _packed,
    ".zip": _late("read_container", "read_zip"),
    ".tar": _late("read_container", "read_tar"),
}
GENERIC = frozenset({".xml", ".txt", ".text", ".json"})  # suffixes that say little of the format
ONE_STORY = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
READ_TWICE = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv"})  # read twice in no time
PACKED = frozenset({".gz", ".bz2", ".xz"})


def holds_many(path: Path) -> bool:
    """Whether a file of this name may hold more stories than one."""
    return _inner_suffix(path) not in ONE_STORY


def is_counted(path: Path) -> bool:
    """Whether the stories of such a file are counted before they are read: it takes little time."""
    return _inner_suffix(path) in READ_TWICE


def reads_keys(path: Path) -> bool:
    """Whether what the user says of keys can change what is read of such a file."""
    return _inner_suffix(path) not in ONE_STORY


def _inner_suffix(path: Path) -> str:
    return find_suffix(path.stem if path.suffix.lower() in PACKED else path.name)
