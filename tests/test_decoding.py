"""Encodings: which one is believed, what is garbled by none, what is refused."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from languages import ENCODINGS, SENTENCES

from index.decoding import choose_encoding, decode, find_codec
from index.errors import UnreadableSource
from index.guess_encoding import guess_encoding

GERMAN = " ".join(SENTENCES["de"])
SIZES = (200, 500, 1000, 3000)  # characters
DRAWN = 2  # texts of each size; 6 in the measurement


def draw_texts() -> Iterator[tuple[str, str, int, bytes]]:
    """Texts of each size in each language and encoding: sentences in a drawn order, cut off."""
    drawn = random.Random(7)
    for language, encodings in ENCODINGS.items():
        sentences = SENTENCES[language]
        for encoding in encodings:
            for size in [size for size in SIZES for _ in range(DRAWN)]:
                text = ""
                while len(text) < size:
                    text += " ".join(drawn.sample(sentences, len(sentences))) + "\n\n"
                yield language, encoding, size, text[:size].encode(encoding, "ignore")


def test_old_encodings_are_told_by_how_they_read() -> None:
    """The measurement of index/guess_encoding.py; 99 of 100 must be right."""
    right: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for _, encoding, size, content in draw_texts():
        guessed = guess_encoding(content)
        right[size] += guessed is not None and content.decode(guessed) == content.decode(encoding)
        total[size] += 1
    assert sum(total.values()) == 248
    assert all(right[size] >= 0.99 * total[size] for size in SIZES), right


@pytest.mark.parametrize("language", ENCODINGS)
@pytest.mark.parametrize("declared", [None, "utf-8", "nonsense", "us-ascii", "windows-1251"])
def test_a_lying_declaration_garbles_nothing(language: str, declared: str | None) -> None:
    text = " ".join(SENTENCES[language])
    assert decode(text.encode(), "a", declared) == text
    for encoding in ENCODINGS[language]:
        if (encoding, declared) == ("iso-8859-15", "us-ascii"):
            continue  # they differ in œ alone, which the declaration may well mean as ½
        content = text.encode(encoding, "ignore")
        assert decode(content, "a", declared) == content.decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("部长星期一晚上抵达港口城市。", "gb18030", "GB2312"),
        ("大臣は月曜日の夜に港町に到着した。", "shift_jis", "Shift_JIS"),
        ("大臣は月曜日の夜に", "iso2022_jp", "iso-2022-jp"),
        ("Η υπουργός έφτασε στην Πάτρα.", "cp1253", '"windows-1253"'),
        ("“Yes”, he said – it’s £5.", "cp1252", "ISO-8859-1"),
        ("Köln", "cp850", "cp850"),
    ],
)
def test_a_true_declaration_is_believed(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), "a", declared) == text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"caf\xe9", "café"),
        (b"\xa35m was paid", "£5m was paid"),
        (b"it\x92s done", "it’s done"),
        (b"100 \x80", "100 €"),
        ("Ł".encode("cp1250") + "ódź".encode("cp1250"), "Łódź"),
    ],
)
def test_a_letter_or_two(content: bytes, text: str) -> None:
    assert decode(content, "a") == text


@pytest.mark.parametrize(
    "content",
    [
        "部长星期一晚上抵达港口城市参加会谈。".encode("gbk"),
        "Η υπουργός έφτασε στην Πάτρα τη Δευτέρα.".encode("iso-8859-7"),
        "השרה הגיעה לעיר הנמל ביום שני בערב".encode("cp1255"),
        "وصلت الوزيرة إلى المدينة مساء الاثنين".encode("cp1256"),
        bytes(range(128, 256)),
        ("Паром " * 99).encode()[:-2],
        GERMAN.encode().replace("ö".encode(), b"\xf6", 1),
    ],
    ids=["Chinese", "Greek", "Hebrew", "Arabic", "bytes", "cut", "a Latin letter in UTF-8"],
)
def test_what_reads_as_no_language_is_refused_not_garbled(content: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"in no encoding we know \(byte"):
        decode(content, "a")


@given(st.sampled_from(sorted(SENTENCES)), st.data())
def test_damaged_utf8_is_never_read_as_something_else(language: str, data: st.DataObject) -> None:
    text = " ".join(SENTENCES[language])
    content = bytearray(text.encode())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] = data.draw(st.integers(128, 255))
    try:
        told = decode(bytes(content), "a")
    except UnreadableSource:
        return
    assert told.encode() == bytes(content)


@given(st.binary(max_size=60), st.text(max_size=12))
def test_any_bytes_and_any_declaration_give_text_or_a_reason(content: bytes, named: str) -> None:
    try:
        assert isinstance(decode(content, "a", named), str)
    except UnreadableSource as fault:
        assert fault.reason


def test_the_names_of_the_web() -> None:
    names = ["utf8", " UTF-8 ", "latin1", "x-sjis", "rot13", "idna", "unicode_escape", "a\0b", None]
    told = [find_codec(name) for name in names]
    assert told == ["utf-8", "utf-8", "cp1252", "shift_jis", None, None, None, None, None]
    assert choose_encoding(b"plain") == "utf-8"
