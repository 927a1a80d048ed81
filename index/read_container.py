"""Files that hold files: zip, tar, and what is packed with gzip, bzip2 or xz.

Nothing is written where a member's name says: names only tell the format and the place. What must
be read twice or out of order lies in memory up to SPOOLED bytes, beyond that in a temporary file.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BufferedReader
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from index.blobs import DAMAGE, Blob, Metered, Readable, damaged
from index.drafts import Drafts
from index.errors import UnreadableSource
from index.member_names import MemberNames, name_in_tar, name_in_zip
from index.read import read_blob
from index.salvage_zip import Salvaged, find_members
from index.sniff import sniff_binary

SPOOLED = 8 * 2**20
LARGEST_LIST = 32 * 2**20  # bytes of a zip's list of members, some 300,000 of them in 250 MB
LIST_END = b"PK\x05\x06"  # what follows the list: its size at byte 12 of this record
UNPACKERS: dict[str, Callable[[Any], Any]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}
PACKED_TARS = {".tgz": ".gz", ".tbz2": ".bz2", ".tbz": ".bz2", ".txz": ".xz"}
LINK, KIND = 0o120000, 0o170000  # the bits of a file's mode that say that it is a link
ENCRYPTED = 0x1


class Unpacked:
    """What a packed blob unpacks to; both are closed together."""

    def __init__(self, blob: Blob, kind: str) -> None:
        self._packed = blob.open()
        self._stream = UNPACKERS[kind](self._packed)

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""
        content: bytes = self._stream.read(size)
        return content

    def close(self) -> None:
        """Closes both."""
        self._stream.close()
        self._packed.close()


def read_packed(blob: Blob) -> Drafts:
    """The stories of what one file was packed from: "a.jsonl.gz" is read as "a.jsonl"."""
    with blob.open() as stream:
        told = sniff_binary(stream.read(8))
    kind = told if told in UNPACKERS else PACKED_TARS.get(blob.suffix, blob.suffix)
    suffix = ".tar" if blob.suffix in PACKED_TARS else ""
    inner = blob.suffix in (*PACKED_TARS, *UNPACKERS)
    name = Path(blob.name).with_suffix(suffix).name if inner else blob.name

    def opened() -> Readable:
        return Unpacked(blob, kind or "")

    yield from read_blob(blob.within(name, opened))


def read_zip(blob: Blob) -> Drafts:
    """The stories of all members, in the order of the zip's own list."""
    with _seekable(blob) as stream:
        _refuse_long_list(stream, blob.shown)
        try:
            archive = ZipFile(stream)
        except DAMAGE:
            yield from _salvage(stream, blob)
            return
        with archive:
            names = MemberNames(blob, [name_in_zip(info) for info in archive.infolist()])
            for info in archive.infolist():
                if blob.allowance.spent:
                    return
                if not info.filename.endswith("/"):  # is_dir() fails on an empty name
                    yield from _read_zipped(archive, info, names)


def _read_zipped(archive: ZipFile, info: ZipInfo, names: MemberNames) -> Drafts:
    name = name_in_zip(info)
    try:
        if info.external_attr >> 16 & KIND == LINK:
            names.refuse_link(name, archive.open(info).read(999).decode("utf-8", "replace"))
            return
        _refuse_encrypted(info, name, names)
        if member := names.member(name, lambda: archive.open(info)):
            yield from read_blob(member)
    except UnreadableSource as fault:
        yield fault
    except DAMAGE as fault:
        yield damaged(names.shown(name), fault)


def _salvage(stream: IO[bytes], blob: Blob) -> Drafts:
    """The stories of a zip without its list of members, and a line that says so."""
    names = MemberNames(blob)
    for info in find_members(stream):
        if blob.allowance.spent:
            return
        name = name_in_zip(info)
        if name.endswith("/"):
            continue
        try:
            _refuse_encrypted(info, name, names)
            if member := names.member(name, partial(Salvaged, stream, info)):
                yield from read_blob(member)
        except UnreadableSource as fault:
            yield fault
    yield UnreadableSource(
        blob.shown, "is cut off or damaged: what could be found in it was read; fetch it again"
    )


def _refuse_encrypted(info: ZipInfo, name: str, names: MemberNames) -> None:
    if info.flag_bits & ENCRYPTED and names.wanted(name):
        reason = "is encrypted; unpack it with its password and index what comes out"
        raise UnreadableSource(names.shown(name), reason)


def read_tar(blob: Blob) -> Drafts:
    """The stories of all members, in order; what comes after a damaged part is lost and told."""
    names = MemberNames(blob)
    with blob.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|", errors="surrogateescape") as archive:
                for info in archive:
                    archive.members = []  # type: ignore[attr-defined]  # else all that was passed stays in memory
                    yield from _read_tarred(archive, info, names)
                    if blob.allowance.spent:
                        return
        except DAMAGE as fault:
            raise damaged(blob.shown, fault) from fault


def _read_tarred(archive: tarfile.TarFile, info: tarfile.TarInfo, names: MemberNames) -> Drafts:
    name = name_in_tar(info)
    try:
        if info.issym():
            names.refuse_link(name, info.linkname)
        if not info.isreg():
            return
        with SpooledTemporaryFile(max_size=SPOOLED) as spool:
            member = names.member(name, lambda: Kept(spool))
            if member is None or (content := archive.extractfile(info)) is None:
                return
            _copy(content, spool, member)
            yield from read_blob(member)
    except UnreadableSource as fault:
        yield fault


class Kept:
    """A spool read from its start; to close it leaves the spool open."""

    def __init__(self, spool: IO[bytes]) -> None:
        self._spool = spool
        spool.seek(0)

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""
        return self._spool.read(size)

    def close(self) -> None:
        """Nothing: whoever made the spool closes it."""


def _copy(content: IO[bytes], spool: IO[bytes], member: Blob) -> None:
    """Copies a member into a spool and counts it, once."""
    member.counted = False
    with BufferedReader(Metered(content, member)) as stream:
        shutil.copyfileobj(stream, spool)
    member.counted = True


@contextmanager
def _seekable(blob: Blob) -> Iterator[IO[bytes]]:
    """The blob opened so that one may go back in it."""
    with blob.open() as stream:
        if not blob.depth:
            yield stream
            return
        with SpooledTemporaryFile(max_size=SPOOLED) as spool:
            shutil.copyfileobj(stream, spool)
            spool.seek(0)
            yield spool


def _refuse_long_list(stream: IO[bytes], shown: str) -> None:
    """Raises UnreadableSource for a zip whose list of members would fill the memory."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 2**16))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(LIST_END)
    listed = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if min(listed, size) > LARGEST_LIST:
        raise UnreadableSource(
            shown, f"its list of members is over {LARGEST_LIST >> 20} MiB; divide it"
        )
