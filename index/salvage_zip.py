"""Members of a zip whose list is lost, found by the headers that stand before each.

The list stands at the end, so a download that broke off has none; each member still says its own
name and method (APPNOTE.TXT 4.3.7, "local file header").
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

HEADER = struct.Struct("<4s5H3L2H")
MAGIC = b"PK\x03\x04"
SIZE_FOLLOWS = 0x8  # the flag of a member whose size and checksum stand after it
PIECE = 2**16


def find_members(stream: IO[bytes]) -> Iterator[ZipInfo]:
    """What the local headers say, in order; `header_offset` is where the content begins."""
    at = 0
    while (at := _find_magic(stream, at)) >= 0:
        stream.seek(at)
        raw = stream.read(HEADER.size)
        if len(raw) < HEADER.size:
            return
        _, _, flags, method, _, _, crc, packed, _, name_size, extra = HEADER.unpack(raw)
        name = stream.read(name_size).decode("utf-8" if flags & 0x800 else "cp437", "replace")
        if not name:
            at += len(MAGIC)
            continue
        info = ZipInfo(name)
        info.flag_bits, info.compress_type, info.CRC, info.compress_size = (
            flags, method, crc, packed,
        )  # fmt: skip
        info.header_offset = at = at + HEADER.size + name_size + extra
        yield info
        at += 0 if flags & SIZE_FOLLOWS else packed


def _find_magic(stream: IO[bytes], at: int) -> int:
    """Where the next header stands from `at` on, -1 for nowhere."""
    stream.seek(at)
    kept = b""
    while piece := stream.read(PIECE):
        if (found := (kept + piece).find(MAGIC)) >= 0:
            return at - len(kept) + found
        at += len(piece)
        kept = (kept + piece)[-len(MAGIC) + 1 :]
    return -1


class Salvaged:
    """The content of a found member, unpacked; raises BadZipFile where it is cut or damaged."""

    def __init__(self, stream: IO[bytes], info: ZipInfo) -> None:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise NotImplementedError(f"packed by method {info.compress_type}")
        self._stream, self._info = stream, info
        self._at, self._crc = info.header_offset, 0
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        self._stored = info.compress_size if info.compress_type == ZIP_STORED else None

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""
        content = self._inflate(size) if self._stored is None else self._copy(size)
        self._crc = zlib.crc32(content, self._crc)
        sized = not self._info.flag_bits & SIZE_FOLLOWS
        if not content and sized and self._crc != self._info.CRC:
            raise BadZipFile("its checksum is another")
        return content

    def close(self) -> None:
        """Nothing: the zip is closed by who opened it."""

    def _copy(self, size: int) -> bytes:
        assert self._stored is not None
        content = self._next(min(size, self._stored)) if self._stored else b""
        self._stored -= len(content)
        return content

    def _inflate(self, size: int) -> bytes:
        content = b""
        while not content and not self._inflater.eof:
            packed = self._inflater.unconsumed_tail or self._next(PIECE)
            content = self._inflater.decompress(packed, size)
        return content

    def _next(self, size: int) -> bytes:
        """Packed bytes; the stream is shared with other members, so it is set anew each time."""
        self._stream.seek(self._at)
        content = self._stream.read(size)
        if not content:
            raise BadZipFile("cut off")
        self._at += len(content)
        return content
