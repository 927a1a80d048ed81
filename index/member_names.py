"""What members of an archive are called: which are read, under what name, at what place."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from tarfile import TarInfo
from zipfile import ZipInfo

from index.blobs import Blob, Readable
from index.decoding import storable
from index.errors import UnreadableSource
from index.walk import PAGES, may_be_article

IN_UTF8 = 0x800  # the flag of a zip's member that says so
ELSEWHERE = re.compile(r"^(?:[A-Za-z]:)?/+")  # "C:/", "/": where it lay before it was packed
BESIDE = "_files"  # ends the name of the folder that a browser saves beside a page
MOST_MEMBERS = 1_000_000
CYRILLIC_NAME = re.compile(r"[ -~А-яЁё№]+")


class MemberNames:
    """The names in one archive: what is no article is passed over, what is named twice numbered."""

    def __init__(self, blob: Blob, names: Sequence[str] = ()) -> None:
        self._blob = blob
        self._seen: Counter[int] = Counter()  # by hash: a name may be long, and there are many
        self._beside = {
            name[: -len(suffix)] + BESIDE for name in names for suffix in PAGES
            if name.endswith(suffix)
        }  # fmt: skip

    def shown(self, name: str) -> str:
        """The name for messages."""
        return f"{self._blob.shown}#{name}"

    def wanted(self, name: str) -> bool:
        """Whether a member of this name is an article, or of a format that must be told of."""
        parts = name.split("/")
        if any(part.startswith(".") and part != ".." for part in parts) or "__MACOSX" in parts:
            return False
        folders = (str(folder) for folder in PurePosixPath(name).parents)
        return may_be_article(PurePosixPath(name)) and not self._beside.intersection(folders)

    def member(self, name: str, opened: Callable[[], Readable]) -> Blob | None:
        """What lies under a name, None for what is no article.

        Raises UnreadableSource for a name that climbs out of the archive.
        """
        if not self.wanted(name):
            return None
        if ".." in name.split("/"):
            raise UnreadableSource(
                self.shown(name),
                "its path climbs out of the archive, so it was left; unpack it if you trust it",
            )
        self._seen[hash(name)] += 1
        if len(self._seen) > MOST_MEMBERS:
            raise UnreadableSource(self.shown(name), "is one member too many; divide the archive")
        return self._blob.member(name, opened, times=self._seen[hash(name)])

    def refuse_link(self, name: str, target: str) -> None:
        """Raises UnreadableSource for a link that leads out; another's target is read itself."""
        if self.wanted(name) and leads_out(name, target):
            raise UnreadableSource(
                self.shown(name), f"is a link out of the archive, to {storable(target)}; not read"
            )


def leads_out(name: str, target: str) -> bool:
    """Whether a link in an archive leads to what does not lie in it."""
    where = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    return where.startswith("/") or where.split("/")[0] == ".."


def name_in_zip(info: ZipInfo) -> str:
    """A member's name; where none says its encoding, UTF-8 if it is that, else DOS's Russian."""
    name = info.filename
    if not info.flag_bits & IN_UTF8:
        raw = name.encode("cp437", "replace")
        name = _decode_name(raw) or name
    return _plain(name.replace("\\", "/"))


def name_in_tar(info: TarInfo) -> str:
    """A member's name, with U+FFFD for each byte that is no UTF-8."""
    return _plain(info.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _decode_name(raw: bytes) -> str | None:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        russian = raw.decode("cp866")
        return russian if CYRILLIC_NAME.fullmatch(russian) else None


def _plain(name: str) -> str:
    """The name without what stands before the archive's own folders."""
    return storable(ELSEWHERE.sub("", name)).removeprefix("./")
