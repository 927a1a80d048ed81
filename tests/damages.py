"""Ways to damage a file, each a function from its bytes and a source of chance to other bytes.

One that has nothing to take hold of in a file gives None: a picture has no keys to be doubled.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import lru_cache
from random import Random

from good_files import pack_tar, pack_zip

Damage = Callable[[bytes, Random], bytes | None]

DEEP = 1200  # levels, more than Python's and lxml's own recursion take
BOMB = 600 * 2**20  # bytes that a few packed bytes unpack to: above every bound
LONG = 2 * 2**20  # characters of one line in each run; tests/test_read.py has 200 MB of it
OTHER = ("cp1251", "koi8-r", "cp1252", "iso-8859-2", "utf-16", "utf-32", "cp500", "shift_jis")
LIES = (b"utf-8", b"utf-16", b"koi8-r", b"ascii", b"shift_jis", b"x-no-such", b"cp037", b"utf-7")
DECLARED = re.compile(rb"(?i)(encoding=[\"']|charset=[\"']?)([\w-]+)")
KEYED = re.compile(
    rb'"[\w@:-]{1,40}"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[\w.-]+)\s*,?|<(\w[\w:.-]*)[^<>]*>'
)
ODD = (b"null", b"[]", b"{}", b"-1", b'""', b"1e999", b"[[[]]]", b"true", b'"\\ud800"', b"NaN")
ENTITIES = (
    b'<!DOCTYPE lolz [<!ENTITY a "ferry">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 12) for n in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def cut(content: bytes, chance: Random) -> bytes:
    """Ends at a random byte, the first and none among them."""
    return content[: chance.randrange(len(content))]


def cut_front(content: bytes, chance: Random) -> bytes:
    """Begins at a random byte."""
    return content[chance.randrange(len(content)) :]


def flip(content: bytes, chance: Random) -> bytes:
    """One to forty bytes are others."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 40))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def blank(content: bytes, chance: Random) -> bytes:
    """A stretch is NUL, as on a disk that lost a block."""
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.choice((16, 512, 4096)))
    return content[:start] + bytes(end - start) + content[end:]


def repeat(content: bytes, chance: Random) -> bytes:
    """A stretch stands there twice."""
    start, end = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:]


def exchange(content: bytes, chance: Random) -> bytes:
    """Two halves have changed places, as in a file put together wrongly."""
    at = chance.randrange(len(content))
    return content[at:] + content[:at]


def insert_noise(content: bytes, chance: Random) -> bytes:
    """Random bytes stand in the middle."""
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.randbytes(chance.choice((1, 64, 2048))) + content[at:]


def all_noise(content: bytes, chance: Random) -> bytes:
    """Nothing but random bytes."""
    return chance.randbytes(chance.choice((0, 1, 100, len(content))))


def encode_otherwise(content: bytes, chance: Random) -> bytes | None:
    """The text in another encoding than it says."""
    try:
        return content.decode().replace("Berg", "Бёрг").encode(chance.choice(OTHER), "replace")
    except UnicodeDecodeError:
        return None


def lie(content: bytes, chance: Random) -> bytes | None:
    """It declares another encoding than it has."""
    said = b"\\g<1>" + chance.choice(LIES)
    changed = DECLARED.sub(said, content)
    return changed if changed != content else None


def nest(content: bytes, chance: Random) -> bytes:
    """Lies a thousand levels deep in what its format nests."""
    head = content.lstrip()[:1]
    if head in b"[{":
        return b'{"a":' * DEEP + content + b"}" * DEEP if chance.random() < 0.5 else b"[" * 99_999
    if head == b"<":
        tag = chance.choice((b"div", b"item", b"p", b"ul"))
        middle = content.find(b"<p") if b"<p" in content else len(content) // 2
        return content[:middle] + b"<%s>" % tag * (DEEP * 8) + content[middle:]
    return nest_packed(content)


def nest_packed(content: bytes) -> bytes:
    """Packed in a zip in a tar in a gzip file, and so on."""
    for level in range(12):
        name = f"level{level}." + ("zip", "tar", "gz")[(level - 1) % 3] if level else "ferry.txt"
        packers = (pack_zip, pack_tar)
        content = (
            gzip.compress(content, mtime=0)
            if level % 3 == 2
            else packers[level % 3]({name: content})
        )
    return content


def bomb(content: bytes, chance: Random) -> bytes:
    """Unpacks to far more than it is: packed zeros, or entities of entities."""
    if content.lstrip().startswith(b"<"):
        declared = chance.choice((ENTITIES, OUTSIDE))
        after = content.find(b"?>") + 2 if content.startswith(b"<?xml") else 0
        text = content[after:].replace(b"Berg", b"&j;" if declared is ENTITIES else b"&a;")
        return content[:after] + declared + text
    return packed_zeros() if chance.random() < 0.5 else pack_zip({"a.txt.gz": packed_zeros()})


@lru_cache(1)
def packed_zeros() -> bytes:
    """A gzip file of blanks without end."""
    block = gzip.compress(b" " * 2**20, mtime=0)
    return block * (BOMB >> 20)


def lose_key(content: bytes, chance: Random) -> bytes | None:
    """A key or a tag is not there."""
    found = list(KEYED.finditer(content))
    if not found:
        return None
    one = chance.choice(found)
    return content[: one.start()] + content[one.end() :]


def double_key(content: bytes, chance: Random) -> bytes | None:
    """A key or a tag stands there twice."""
    found = list(KEYED.finditer(content))
    if not found:
        return None
    one = chance.choice(found)
    again = one.group() if one.group().rstrip().endswith((b",", b">")) else b"," + one.group()
    return content[: one.end()] + again + content[one.end() :]


def change_value(content: bytes, chance: Random) -> bytes | None:
    """A key has a value of another kind."""
    found = [one for one in KEYED.finditer(content) if one.group().startswith(b'"')]
    if not found:
        return None
    one = chance.choice(found)
    key = one.group().partition(b":")[0]
    comma = b"," if one.group().rstrip().endswith(b",") else b""
    return content[: one.start()] + key + b":" + chance.choice(ODD) + comma + content[one.end() :]


def lengthen(content: bytes, chance: Random) -> bytes:
    """One line of millions of letters."""
    at = chance.randrange(len(content) + 1)
    return content[:at] + b"Berg met Stone. " * (LONG // 16) + content[at:]


def end_lines_oddly(content: bytes, chance: Random) -> bytes:
    """Lines end otherwise, or NULs and separators stand between them."""
    return content.replace(
        b"\n", chance.choice((b"\r", b"\r\n", b"\x00\n", "\u2028".encode(), b""))
    )


DAMAGES: dict[str, Damage] = {
    one.__name__: one
    for one in (
        cut, cut_front, flip, blank, repeat, exchange, insert_noise, all_noise, encode_otherwise,
        lie, nest, bomb, lose_key, double_key, change_value, lengthen, end_lines_oddly,
    )
}  # fmt: skip
