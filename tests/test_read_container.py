"""Archives and packed files: every member at its place, a line for each that is amiss, bounds."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import stat
import tarfile
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import blobs, read_container
from index.errors import UnreadableSource
from index.read import read_file

Member = tuple[str, bytes]
FERRY, BRIDGE, CABLE = "The ferry sailed.", "The bridge was shut.", "The cable broke."
PAGE = (
    "<html><head><title>Ferry</title></head><body><article><p>The ferry to Kelp Bay sailed at noon "
    "with forty chairs on board.</p></article></body></html>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("containers")


def read(folder: Path, name: str, content: bytes) -> list[str]:
    """Place and text of each story, the line for each fault."""
    path = folder / name
    path.write_bytes(content)
    return [
        str(found) if isinstance(found, UnreadableSource) else f"{found.place} {found.text}"
        for found in read_file(path, name)
    ]


def zipped(*members: Member, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two of one name
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(*members: Member, mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


PACKERS: list[tuple[str, Callable[..., bytes]]] = [
    ("a.zip", zipped),
    ("a.tar", tarred),
    ("a.tar.gz", lambda *members: tarred(*members, mode="w:gz")),
    ("a.tgz", lambda *members: tarred(*members, mode="w:gz")),
    ("a.tar.bz2", lambda *members: tarred(*members, mode="w:bz2")),
    ("a.tar.xz", lambda *members: tarred(*members, mode="w:xz")),
    ("misnamed.txt", zipped),
    ("misnamed", lambda *members: tarred(*members, mode="w:gz")),
]
LINES = "".join(json.dumps({"text": text}) + "\n" for text in (FERRY, BRIDGE)).encode()


@pytest.mark.parametrize(("name", "pack"), PACKERS)
def test_members_have_their_places(folder: Path, name: str, pack: Callable[..., bytes]) -> None:
    inner = zipped(("deep/c.txt", CABLE.encode()))
    content = pack(
        ("a.txt", FERRY.encode()),
        ("sub/b.jsonl.gz", gzip.compress(LINES)),
        ("inner.zip", inner),
        ("page.html", PAGE.encode()),
    )
    assert read(folder, name, content) == [
        f"#a.txt {FERRY}",
        f"#sub/b.jsonl.gz#1 {FERRY}",
        f"#sub/b.jsonl.gz#2 {BRIDGE}",
        f"#inner.zip#deep/c.txt {CABLE}",
        "#page.html Ferry\n\nThe ferry to Kelp Bay sailed at noon with forty chairs on board.",
    ]


@pytest.mark.parametrize(
    ("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_what_is_packed_alone_is_read_as_if_it_were_not(
    folder: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    assert read(folder, f"a.txt{suffix}", pack(FERRY.encode())) == [f" {FERRY}"]
    assert read(folder, f"a.jsonl{suffix}", pack(LINES)) == [f"#1 {FERRY}", f"#2 {BRIDGE}"]
    assert read(folder, "a.txt", pack(FERRY.encode())) == [f" {FERRY}"], "a wrong suffix"


@pytest.mark.parametrize(("name", "pack"), PACKERS[:3])
def test_names(folder: Path, name: str, pack: Callable[..., bytes]) -> None:
    out = "its path climbs out of the archive, so it was left; unpack it if you trust it"
    content = pack(
        ("../up.txt", BRIDGE.encode()),
        ("a/../../up.txt", BRIDGE.encode()),
        ("/root/abs.txt", FERRY.encode()),
        ("./here.txt", CABLE.encode()),
        ("twice.txt", FERRY.encode()),
        ("twice.txt", BRIDGE.encode()),
        (".hidden.txt", b"x"),
        ("__MACOSX/a.txt", b"x"),
        ("logo.png", b"x"),
        ("a.xyz", b"x"),
        ("паром.txt", CABLE.encode()),
    )
    assert read(folder, name, content) == [
        f"{name}#../up.txt: {out}",
        f"{name}#a/../../up.txt: {out}",
        f"#root/abs.txt {FERRY}",
        f"#here.txt {CABLE}",
        f"#twice.txt {FERRY}",
        f"#twice.txt (2) {BRIDGE}",
        f"{name}#a.xyz: no format that Dateline reads (docs/formats.md lists them); "
        "save it as text",
        f"#паром.txt {CABLE}",
    ]


def test_old_names_in_a_zip(folder: Path) -> None:
    content = zipped(("PARO.txt", FERRY.encode()), ("b\\c.txt", BRIDGE.encode()))
    russian = content.replace(b"PARO", "ПАРО".encode("cp866"))
    assert read(folder, "a.zip", russian) == [f"#ПАРО.txt {FERRY}", f"#b/c.txt {BRIDGE}"]


def test_a_name_that_is_no_utf8_in_a_tar(folder: Path) -> None:
    content = io.BytesIO()
    with tarfile.open(
        fileobj=content, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1251"
    ) as archive:
        for text in (FERRY, BRIDGE):
            info = tarfile.TarInfo("паром.txt")
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    told = read(folder, "a.tar", content.getvalue())
    assert told == [f"#\ufffd\ufffd\ufffd\ufffd\ufffd.txt {FERRY}",
                    f"#\ufffd\ufffd\ufffd\ufffd\ufffd.txt (2) {BRIDGE}"]  # fmt: skip


def test_what_a_browser_saves_beside_a_page_is_passed_over(folder: Path) -> None:
    content = zipped(("f.html", PAGE.encode()), ("f_files/ad.html", b"x"), ("g_files/a.txt", b"A."))
    told = read(folder, "a.zip", content)
    assert [line.split()[0] for line in told] == ["#f.html", "#g_files/a.txt"]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_links_are_not_followed_and_told_of_where_they_lead_out(folder: Path, kind: str) -> None:
    links = [("in.txt", "a.txt"), ("sub/up.txt", "../a.txt"), ("out.txt", "../../etc/keys.txt"),
             ("root.txt", "/etc/keys.txt")]  # fmt: skip
    packed = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", FERRY)
            for name, target in links:
                info = zipfile.ZipInfo(name)
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
                archive.writestr(info, target)
    else:
        with tarfile.open(fileobj=packed, mode="w") as tape:
            told = tarfile.TarInfo("a.txt")
            told.size = len(FERRY)
            tape.addfile(told, io.BytesIO(FERRY.encode()))
            for name, target in links:
                link = tarfile.TarInfo(name)
                link.type, link.linkname = tarfile.SYMTYPE, target
                tape.addfile(link)
    assert read(folder, f"a.{kind}", packed.getvalue()) == [
        f"#a.txt {FERRY}",
        f"a.{kind}#out.txt: is a link out of the archive, to ../../etc/keys.txt; not read",
        f"a.{kind}#root.txt: is a link out of the archive, to /etc/keys.txt; not read",
    ]


def test_an_encrypted_member(folder: Path) -> None:
    content = bytearray(zipped(("a.txt", FERRY.encode()), ("b.txt", BRIDGE.encode())))
    listed = content.find(b"PK\x01\x02")
    content[6] |= 1
    content[listed + 8] |= 1
    assert read(folder, "a.zip", bytes(content)) == [
        "a.zip#a.txt: is encrypted; unpack it with its password and index what comes out",
        f"#b.txt {BRIDGE}",
    ]


def test_a_damaged_member_spoils_no_other(folder: Path) -> None:
    members = [(f"{n}.txt", f"{FERRY} {n}".encode()) for n in range(3)]
    content = zipped(*members, method=zipfile.ZIP_STORED).replace(b"sailed. 1", b"soiled. 1", 1)
    first, damaged, last = read(folder, "a.zip", content)
    assert first == f"#0.txt {FERRY} 0" and last == f"#2.txt {FERRY} 2"
    assert damaged.startswith("a.zip#1.txt: is damaged (Bad CRC-32")


@pytest.mark.parametrize(("name", "pack"), PACKERS[:6])
def test_what_is_cut_off_gives_what_came_before(
    folder: Path, name: str, pack: Callable[..., bytes]
) -> None:
    members = [(f"{n}.txt", f"{FERRY} {n}. {'x' * 3000} {n * 7919}".encode()) for n in range(40)]
    content = pack(*members)
    told = read(folder, name, content[: len(content) * 2 // 3])
    assert any(FERRY in line for line in told) or "bz2" in name or "xz" in name
    assert "damaged" in told[-1]
    assert read(folder, name, content[:1])[0].startswith(f"{name}: ")


def test_thousands_of_members(folder: Path) -> None:
    content = zipped(*((f"{n // 100}/{n}.txt", f"Story {n}".encode()) for n in range(3000)))
    told = read(folder, "a.zip", content)
    assert len(told) == 3000 and told[-1] == "#29/2999.txt Story 2999"


def nested(levels: int) -> bytes:
    content = zipped(("a.txt", FERRY.encode()))
    for _ in range(levels - 1):
        content = zipped(("b.txt", BRIDGE.encode()), ("in.zip", content))
    return content


def test_depth_is_bounded(folder: Path) -> None:
    most = blobs.MOST_NESTED
    assert read(folder, "a.zip", nested(most))[-1] == f"{'#in.zip' * (most - 1)}#a.txt {FERRY}"
    told = read(folder, "a.zip", nested(most + 1))
    assert told[-1].endswith("levels deep; unpack it and index it again")
    assert sum(BRIDGE in line for line in told) == most


def measure(read_all: Callable[[], Iterable[str]]) -> tuple[list[str], float]:
    """What was read, and the most memory in MiB that it took."""
    tracemalloc.start()
    try:
        told = list(read_all())
        return told, tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def bombs() -> Iterable[tuple[str, bytes]]:
    zeros = bytes(64 << 20)
    layer = gzip.compress(gzip.compress(zeros * 5, 9), 9)
    yield "a.txt.gz", layer
    yield "a.zip", zipped(("bomb.txt", zeros * 2), ("good.txt", FERRY.encode()))
    yield "b.zip", zipped(*((f"{n}.jsonl", b" " * (60 << 20)) for n in range(8)))
    yield "a.tar.xz", tarred(("bomb.txt", zeros * 2), ("good.txt", FERRY.encode()), mode="w:xz")


@pytest.mark.parametrize(("name", "content"), bombs(), ids=lambda value: str(value)[:9])
def test_a_bomb_costs_a_line_and_little_memory(folder: Path, name: str, content: bytes) -> None:
    told, most = measure(lambda: read(folder, name, content))
    assert most < 4 * blobs.LARGEST_TEXT / 2**20
    assert any("MiB" in line for line in told)
    assert ("good" in str(told)) == (name in ("a.zip", "a.tar.xz"))


def test_all_members_together_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs, "FREELY", 1000)
    monkeypatch.setattr(blobs, "MOST_GROWTH", 1)
    content = zipped(*((f"{n}.txt", b"The ferry sailed. " * 50) for n in range(99)))
    told = read(folder, "a.zip", content)
    assert told[-1].startswith("a.zip: unpacks to over") and len(told) < 40


def test_a_long_list_of_members_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_container, "LARGEST_LIST", 100)
    [told] = read(folder, "a.zip", zipped(*((f"{n}.txt", b"A.") for n in range(9))))
    assert "its list of members is over" in told


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(PACKERS), st.data())
def test_any_damage_gives_stories_or_reasons(
    folder: Path, packer: tuple[str, Callable[..., bytes]], data: st.DataObject
) -> None:
    name, pack = packer
    content = bytearray(pack(("a.txt", FERRY.encode()), ("b/c.jsonl", LINES)))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(content)))
    for line in read(folder, f"damaged-{name}", bytes(content[:cut])):
        assert line.strip()
