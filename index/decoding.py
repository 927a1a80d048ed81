"""How bytes become text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from index.errors import UnreadableSource
from index.guess_encoding import guess_encoding, score_encoding

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, half a surrogate pair: no store takes them
CONTROL = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
MOST_CONTROL = 0.01  # a file with a larger share of control characters is no text
PIECE = 2**20  # characters looked at together
FEW_CONTROL = 2  # a line may end in DOS's sign for the end of a file
SAMPLE = 4096  # bytes that tell the encoding
LEAST_NULS = 0.02  # share of NULs that makes a text UTF-16
MOST_ON_ONE_SIDE = 0.9  # of them stand on the odd, or on the even, bytes
MARKS = (  # byte-order marks; that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ASCII_OUT = bytes(range(128, 256))
CHARSET = re.compile(
    r"ascii|big5|cp\d|euc|gb|hz|iso|johab|koi8|kz|latin|mac|ptcp|shift|sjis|tis|utf-\d"
)
SHIFTING = ("iso2022", "hz")  # written in ASCII, with signs that shift to other scripts
SHIFT = re.compile(rb"\x1b|~\{")
WEB = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
LEAD = 0.1  # by so much a guess must read better than what is declared, to be believed before it


def decode(content: bytes, shown: str, declared: str | None = None) -> str:
    """Text from bytes, one code point for one of the encoding; a byte-order mark is left out.

    Believed in this order: a byte-order mark, the NULs of UTF-16, valid UTF-8, the `declared`
    charset where it reads well enough, the encoding in which the bytes read as a language. Raises
    UnreadableSource for what is binary, and for what can be read in none of these.
    """
    try:
        text = content.decode(choose_encoding(content, declared))
    except UnicodeDecodeError as fault:
        kind = "binary" if b"\x00" in content[:SAMPLE] else "damaged, or in no encoding we know"
        raise UnreadableSource(
            shown, f"is {kind} (byte {fault.start}); save it as UTF-8 and index it again"
        ) from fault
    refuse_binary(text, shown)
    return storable(text)


def choose_encoding(content: bytes, declared: str | None = None) -> str:
    """The name of the encoding of some bytes; "utf-8" where nothing better can be told."""
    marked = find_encoding(content[:SAMPLE])
    if marked != "utf-8":
        return marked
    named = find_codec(declared)
    if named and named.startswith(SHIFTING) and SHIFT.search(content):
        return named
    try:
        content.decode()
        return marked
    except UnicodeDecodeError:
        return _choose_legacy(content, named)


def _choose_legacy(content: bytes, named: str | None) -> str:
    """The encoding of what is no valid UTF-8."""
    if b"\x00" in content[:SAMPLE] or _is_damaged_utf8(content):
        return "utf-8"  # and its decoding tells where the damage is
    guessed = guess_encoding(content)
    if named is None or not _decodes(content, named):
        return guessed or "utf-8"
    if guessed is None:
        return named
    lead = score_encoding(content, guessed) - score_encoding(content, named)
    return guessed if lead > LEAD else named


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether more of the bytes beyond ASCII are UTF-8 than are not."""
    beyond = len(content) - len(content.translate(None, ASCII_OUT))
    valid = len(content.decode("utf-8", "ignore").encode()) - (len(content) - beyond)
    return valid > beyond / 2


def find_codec(declared: str | None) -> str | None:
    """The codec of a charset's name as pages and mails give it, None where no text is written so.

    The Latin-1 and Latin-5 of the web are their Windows kin, which have quotes and dashes where
    the standard has control codes (https://encoding.spec.whatwg.org, "names and labels").
    """
    label = (declared or "").strip("\"' ").lower()
    try:
        name = codecs.lookup(label.removeprefix("x-")).name
    except (LookupError, ValueError):  # an unknown name; one with a NUL in it
        return None
    return WEB.get(name, name) if CHARSET.match(name) else None


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeError:
        return False
    return True


def find_encoding(sample: bytes) -> str:
    """The encoding that the first bytes of a file tell: a byte-order mark, or UTF-16 by its NULs.

    In UTF-16 every second byte of Latin letters, and of blanks in any script, is NUL; UTF-8 text
    has none.
    """
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return encoding
    nuls = sample.count(0)
    if nuls < LEAST_NULS * len(sample) or not nuls:
        return "utf-8"
    odd = sample[1::2].count(0)
    if odd >= MOST_ON_ONE_SIDE * nuls:
        return "utf-16-le"
    return "utf-16-be" if nuls - odd >= MOST_ON_ONE_SIDE * nuls else "utf-8"


def storable(text: str) -> str:
    """The text with U+FFFD for each code point that no store takes; the length stays."""
    return text.replace("\x00", "\ufffd") if text.isascii() else UNSTORABLE.sub("\ufffd", text)


def refuse_empty(text: str, shown: str) -> None:
    """Raises UnreadableSource for a text without a letter or a figure."""
    if not any(map(str.isalnum, text)):
        raise UnreadableSource(shown, "holds no text; remove it or fetch it again")


def refuse_binary(text: str, shown: str) -> None:
    """Raises UnreadableSource for what decodes but is no text, told by its control characters."""
    if _count_control(text) > max(FEW_CONTROL, MOST_CONTROL * len(text)):
        raise UnreadableSource(shown, "is binary, not text; save the article as text or HTML")


def _count_control(text: str) -> int:
    """How many control characters there are; in pieces of bytes, forty times as fast as `re`."""
    pieces = (text[at : at + PIECE].encode("utf-8", "replace") for at in range(0, len(text), PIECE))
    return sum(len(piece) - len(piece.translate(None, CONTROL)) for piece in pieces)
