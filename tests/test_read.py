"""One file in, its stories out: encodings, names, and files that are no articles."""

from __future__ import annotations

import codecs
import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.decoding import decode, storable
from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import READERS, find_reader, holds_many, read_file

TEXT = "Fähre läuft aus.\r\nNobody waved at it\tor sang."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read")


def read(folder: Path, name: str, content: bytes) -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_bytes(content)
    return list(read_file(path, f"in/{name}"))


def texts(folder: Path, name: str, content: bytes) -> list[str]:
    return [draft.text for draft in read(folder, name, content) if isinstance(draft, Draft)]


def faults(folder: Path, name: str, content: bytes) -> list[str]:
    found = read(folder, name, content)
    assert all(isinstance(fault, UnreadableSource) for fault in found)
    return [str(fault) for fault in found]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
)
def test_a_plain_text_is_the_decoded_file_letter_for_letter(folder: Path, content: bytes) -> None:
    assert texts(folder, "a.txt", content) == [TEXT]


@pytest.mark.parametrize(
    "text",
    ["One line", "Line ends stay\r\nas they are\rall\n", "  blanks too  \n\n", "Паром, да. Да."],
)
def test_nothing_is_stripped_or_folded(folder: Path, text: str) -> None:
    assert texts(folder, "a.txt", text.encode()) == [text]
    assert texts(folder, "a.txt", text.encode("utf-16-le")) == [text]
    assert texts(folder, "a.txt.gz", gzip.compress(text.encode())) == [text]


def test_a_nul_becomes_a_sign_of_its_own_width(folder: Path) -> None:
    text = "The ferry\x00sailed. " + "Nobody on the quay waved at it. " * 9
    assert texts(folder, "a.txt", text.encode()) == [text.replace("\x00", "\ufffd")]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "holds no text"),
        ("a.txt", b" \r\n\t\n", "holds no text"),
        ("a.txt", codecs.BOM_UTF8, "holds no text"),
        ("a.txt", "\u200b --- …".encode(), "holds no text"),
        ("a.txt", "Die Fähre hält, die Brücke nicht.".encode()[:-20] + b"\xc3", "is damaged"),
        ("a.txt", "部长星期一晚上抵达".encode("gbk"), "in no encoding we know (byte 0)"),
        ("a.txt", codecs.BOM_UTF16_LE + b"a", "is damaged"),
        ("a.txt", b"\x7fELF\x02\x01\x00\x00\x00\xff\xfe\x00", "binary"),
        ("a.txt", bytes(range(32)) * 8, "binary"),
        ("a.txt", b"\x00" * 100, "binary"),
        ("a.txt.gz", b"The ferry", "unpacks no further"),
        ("a.txt.gz", gzip.compress(b"The ferry sailed. " * 99)[:-9], "unpacks no further"),
        ("a.txt.gz", b"", "holds no text"),
        ("a.xyz", b"%XYZ", "no format that Dateline reads"),
        ("a.css.gz", b"", "no format"),
    ],
)
def test_what_is_no_text_gets_a_line_that_says_so(
    folder: Path, name: str, content: bytes, reason: str
) -> None:
    [fault] = faults(folder, name, content)
    assert fault.startswith(f"in/{name}: ") and reason in fault


def test_a_missing_file_and_a_folder_get_a_line_too(folder: Path) -> None:
    missing, is_folder = folder / "gone.txt", folder / "folder.txt"
    is_folder.mkdir()
    for path in (missing, is_folder):
        [fault] = read_file(path, path.name)
        assert "cannot be read" in str(fault)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_without_the_right_to_read_gets_a_line(folder: Path) -> None:
    path = folder / "secret.txt"
    path.write_text("The ferry")
    path.chmod(0)
    [fault] = read_file(path, path.name)
    assert "Permission denied" in str(fault)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.txt", ".txt"),
        ("A.TXT", ".txt"),
        ("a", ".txt"),
        ("Talk with Mr. Moe", ".txt"),
        ("notes.2018", ".txt"),
        ("a.html.gz", ".html"),
        ("a.b.jsonl", ".jsonl"),
        ("a.gz", ".txt"),
        ("a.txt.bz2", ".txt"),
        ("a.md", ".md"),
    ],
)
def test_the_name_chooses_the_reader(name: str, suffix: str) -> None:
    assert find_reader(Path(name)) is READERS[suffix]


def test_an_unknown_format_has_no_reader_and_feeds_hold_many() -> None:
    assert find_reader(Path("a.xyz")) is None
    names = ["a.json", "a.jsonl.gz", "a.ndjson", "a.txt", "a.html.gz"]
    assert [holds_many(Path(name)) for name in names] == [True, True, True, False, False]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_decoding_keeps_one_code_point_for_one(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(text.encode(), "a") == text
    assert decode(text.encode("utf-16"), "a") == text


@given(st.text(st.characters(exclude_categories=[])))
def test_storable_keeps_the_length_and_all_that_can_be_kept(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert kept.encode().decode() == kept
    assert all(new == old or old == "\x00" or "\ud800" <= old <= "\udfff"
               for new, old in zip(kept, text, strict=True))  # fmt: skip


MARKUP = st.sampled_from(
    [b"{", b"}", b'"text": "a"', b"[", b"\n", b"---\n", b"title: ", b"<p>", b"</div>", b"<",
     b"\xff", b"\x00", b"\xfe\xff", b"\x1f\x8b", b"a b c ", b"<!--", b"<script>", b"&#0;",
     b"<meta charset=x>"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(sorted(READERS)),
    st.sampled_from(["", ".gz"]),
    st.binary() | st.lists(MARKUP, max_size=12).map(b"".join),
)
def test_no_bytes_are_an_error(folder: Path, suffix: str, packed: str, content: bytes) -> None:
    for draft in read(folder, f"any{suffix}{packed}", content):
        assert isinstance(draft, UnreadableSource) or draft.text.encode().strip()
