"""One thing to read, wherever it lies: a file, a member of an archive, an attachment, a record.

The bound on memory: at most LARGEST_FILE bytes of one blob are held at a time, in as many readers
as blobs lie within each other (MOST_NESTED); everything larger is streamed or refused. The bound on
work: what a file on disk unpacks to, all members and all levels together, is at most FREELY bytes
and MOST_GROWTH times its own size.
"""

from __future__ import annotations

import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from index.decoding import decode
from index.errors import UnreadableSource
from index.keys import PLAIN_KEYS, KeyMap

LARGEST_FILE = 256 * 2**20  # bytes of what is read whole and holds many stories
LARGEST_TEXT = 64 * 2**20  # bytes of what is read whole and holds one
LONGEST_STORY = 2_000_000  # characters: the longest novels have as many, no article has
MOST_NESTED = 4  # blobs within blobs: a page in a zip in a mail in a tar
FREELY = 256 * 2**20  # bytes that any file may unpack to
MOST_GROWTH = 200  # times its size: news packs 3 to 20 times, deflate's bombs 1,000 times
DAMAGE = (  # what the unpackers of the standard library raise for bytes that are not theirs
    EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, struct.error,
    OSError, NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip


class Readable(Protocol):
    """What bytes are read from: a file, a member, something unpacked."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""

    def close(self) -> None:
        """Lets go of it."""


def damaged(shown: str, fault: Exception) -> UnreadableSource:
    """What to say of a packed thing that one of DAMAGE was raised for."""
    return UnreadableSource(shown, f"is damaged ({fault}) and unpacks no further; fetch it again")


class Allowance:
    """How many bytes may still be unpacked from one file on disk; shared by all that lies in it."""

    def __init__(self, size: int, shown: str) -> None:
        self._left, self._shown = FREELY + MOST_GROWTH * size, shown

    @property
    def spent(self) -> bool:
        """Whether nothing more may be unpacked."""
        return self._left < 0

    def spend(self, count: int) -> None:
        """Takes so many bytes off; raises UnreadableSource once too many were unpacked."""
        self._left -= count
        if self.spent:
            raise UnreadableSource(
                self._shown,
                f"unpacks to over {FREELY >> 20} MiB and {MOST_GROWTH} times its size, as a "
                "decompression bomb does; the rest was left, unpack it yourself if you trust it",
            )


class Blob:
    """Bytes with a name. `name` decides the format, `shown` is the name in messages.

    `label` is where it lies in the blob around it ("#inner/a.html"), "" where it is the same
    thing unpacked; `declared` the charset that what is around it says, if any; `keys` the names
    under which the user says that fields stand.
    """

    def __init__(
        self, name: str, shown: str, opened: Callable[[], Readable], allowance: Allowance
    ) -> None:
        self.name, self.shown = name, shown
        self.label, self.depth = "", 0
        self.declared: str | None = None
        self.keys: KeyMap = PLAIN_KEYS
        self.allowance = allowance
        self.counted = True  # what is read of it costs nothing: it is as large as on disk
        self._opened = opened

    @classmethod
    def of_file(cls, path: Path, shown: str, keys: KeyMap = PLAIN_KEYS) -> Blob:
        """A file on disk; raises OSError where it cannot be looked at."""
        allowance = Allowance(path.stat().st_size, shown)
        blob = cls(path.name, shown, lambda: path.open("rb"), allowance)
        blob.keys = keys
        return blob

    @property
    def suffix(self) -> str:
        """The last suffix of the name in small letters, with its dot; "" for none."""
        return Path(self.name).suffix.lower()

    def open(self) -> io.BufferedReader:
        """The bytes from their start; the caller closes it.

        Reading raises UnreadableSource where a packed thing is damaged or too much was unpacked.
        """
        try:
            stream = self._opened()
        except DAMAGE as fault:
            if not self.depth:  # a file that may not be read is not a damaged one
                raise
            raise damaged(self.shown, fault) from fault
        if isinstance(stream, io.BufferedReader) and not self.depth:
            return stream
        return io.BufferedReader(Metered(stream, self))

    def read(self, most: int = LARGEST_TEXT) -> bytes:
        """All of the bytes; raises UnreadableSource for more than `most`."""
        with self.open() as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            raise UnreadableSource(
                self.shown, f"larger than {most >> 20} MiB, which no article is; divide it"
            )
        return content

    def text(self, declared: str | None = None) -> str:
        """The text, one code point for one of the file; a byte-order mark is left out.

        `declared` is the charset that the thing itself or what is around it names; it is believed
        where it holds. Raises UnreadableSource for what is no text.
        """
        return decode(self.read(), self.shown, declared or self.declared)

    def member(
        self,
        name: str,
        content: bytes | Callable[[], Readable],
        declared: str | None = None,
        times: int = 1,
    ) -> Blob:
        """What lies in this blob under a name, given as bytes or as what opens them.

        Its stories stand at "#name" in this one, at "#name (2)" those of a second of that name.
        Raises UnreadableSource where it lies too deep.
        """
        label = f"#{name}" if times == 1 else f"#{name} ({times})"
        inner = self._inner(Path(name).name or name, self.shown + label, content, declared)
        inner.label = label
        return inner

    def within(
        self, name: str, content: bytes | Callable[[], Readable], declared: str | None = None
    ) -> Blob:
        """This very thing in another form: unpacked, or the page in its mail; same place."""
        return self._inner(name, self.shown, content, declared)

    def _inner(
        self,
        name: str,
        shown: str,
        content: bytes | Callable[[], Readable],
        declared: str | None,
    ) -> Blob:
        if self.depth >= MOST_NESTED:
            raise UnreadableSource(
                shown, f"lies more than {MOST_NESTED} levels deep; unpack it and index it again"
            )
        opened = (lambda: io.BytesIO(content)) if isinstance(content, bytes) else content
        inner = Blob(name, shown, opened, self.allowance)
        inner.depth, inner.keys, inner.declared = self.depth + 1, self.keys, declared
        inner.counted = isinstance(content, bytes)
        return inner


class Metered(io.RawIOBase):
    """What is unpacked, counted; damage is told in words."""

    def __init__(self, stream: Readable, blob: Blob) -> None:
        self._stream, self._blob = stream, blob

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Reads into the buffer; gives how many bytes, 0 at the end."""
        try:
            content = self._stream.read(len(buffer))
        except DAMAGE as fault:
            raise damaged(self._blob.shown, fault) from fault
        if not self._blob.counted:
            self._blob.allowance.spend(len(content))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        """Closes what is read from, too."""
        self._stream.close()
        super().close()
