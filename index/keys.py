"""Under which keys the fields of a story stand: those found in the wild, or the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite

from index.decoding import storable
from index.errors import UsageError
from index.records import Record

KEYS = {  # our name: theirs, the first that holds something wins
    "own_id": ("id", "uri", "guid", "@id", "_id"),
    "text": (
        "text", "body", "content", "articleBody", "article_body", "body_text", "fulltext", "story",
    ),
    "title": ("title", "headline", "name"),
    "source": ("source", "publisher", "outlet", "agency", "newspaper", "site"),
    "url": ("url", "link", "canonical_url", "web_url", "permalink"),
    "language": ("language", "lang", "inLanguage"),
}  # fmt: skip
DATES = (  # all that hold something are kept, in this order
    "date", "published", "datePublished", "published_at", "publishedAt", "date_published",
    "pubDate", "pub_date", "publication_date", "firstCreated", "dateCreated", "created_at",
    "timestamp",
)  # fmt: skip
NAMES = {  # what the left side of --map may be: our name of the field
    "id": "own_id", "text": "text", "title": "title", "source": "source", "url": "url",
    "language": "language", "published": "published", "date": "published",
}  # fmt: skip


class KeyMap(Record):
    """Where the user says that fields stand, as (our name, their key); empty for the usual keys.

    A key with dots ("content.body") leads into objects, unless a key of that very name is there.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    def keys_for(self, ours: str, usual: tuple[str, ...]) -> tuple[str, ...]:
        """The keys to look under: the user's own alone where there are any."""
        return tuple(theirs for name, theirs in self.pairs if name == ours) or usual

    def describe(self) -> str:
        """The map as text, "" for the usual keys: part of what a file was read with."""
        return ",".join(f"{ours}={theirs}" for ours, theirs in self.pairs)


PLAIN_KEYS = KeyMap()


Told = str | Mapping[str, str] | None


def read_map(told: Told) -> KeyMap:
    """The map that "text=story,published=day" says, or {"text": "story", "published": "day"}.

    A name may stand several times: the first key that holds something wins, of days all count.
    Raises UsageError for what says nothing.
    """
    if told is None:
        return PLAIN_KEYS
    pairs = told.items() if isinstance(told, Mapping) else map(_divide, told.split(","))
    return KeyMap(pairs=tuple(_check(name.strip(), theirs.strip()) for name, theirs in pairs))


def _divide(part: str) -> tuple[str, str]:
    name, _, theirs = part.partition("=")
    return name, theirs


def _check(name: str, theirs: str) -> tuple[str, str]:
    if not theirs or name not in NAMES:
        raise UsageError(
            f"the map says “{name}={theirs}”: write it as text=story,published=day; left of = "
            f"stands one of {', '.join(NAMES)}, right of it the key in your file"
        )
    return NAMES[name], theirs


def read_fields(content: Mapping[str, object], keys: KeyMap = PLAIN_KEYS) -> dict[str, str | None]:
    """What an object says of a story, by our names of the fields."""
    return {
        ours: first_value(content, keys.keys_for(ours, theirs)) for ours, theirs in KEYS.items()
    }


def read_dates(
    content: Mapping[str, object], keys: KeyMap = PLAIN_KEYS
) -> dict[str, tuple[str, ...]]:
    """What an object says of its day, and under which keys, in the order of trust."""
    looked = keys.keys_for("published", DATES)
    told = {key: value for key in looked if (value := _look_up(content, key)) is not None}
    return {"metadata": tuple(told.values()), "date_fields": tuple(told)}


def first_value(content: Mapping[str, object], keys: Iterable[str]) -> str | None:
    """The first key's value that is text, a number, or an object with a name; None if none is."""
    return next(iter(all_values(content, keys)), None)


def all_values(content: Mapping[str, object], keys: Iterable[str]) -> tuple[str, ...]:
    """Every key's value that is text, a number, or an object with a name, in order."""
    values = (_look_up(content, key) for key in keys)
    return tuple(value for value in values if value is not None)


def _look_up(content: Mapping[str, object], key: str) -> str | None:
    """The value of a key, or of a path of keys with dots between."""
    if key in content or "." not in key:
        return _as_text(content.get(key))
    found: object = content
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return _as_text(found)


def _as_text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, str) and value.strip():
        return storable(value)
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        return None
    return str(value) if isinstance(value, int | float) else None
