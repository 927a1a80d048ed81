"""A story as its file gives it: what all readers of files hand on."""

from __future__ import annotations

from collections.abc import Iterator

from index.decoding import refuse_binary, refuse_empty, storable
from index.errors import UnreadableSource
from index.records import Mark, Record

__all__ = ["Draft", "Drafts", "refuse_binary", "refuse_empty", "storable"]


class Draft(Record):
    """A story as its file gives it, before zones, date and identity.

    `place` says where in the file it stands ("", "#17", "#inner/a.html", "#inner/b.jsonl#17");
    `metadata` holds what date fields say, `date_fields` how each is called there ("pubDate",
    "JSON-LD datePublished"), `captions` which paragraphs of the text the file marks as a picture's.
    `located` is the place of writing; `origins` are those who the file says wrote it first, before
    `source`, the outlet that prints it; `captured` tells when the copy was made, after which it
    cannot have been written; `marks` where the file's pages or paragraphs begin in the text.
    """

    place: str = ""
    own_id: str | None = None
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    metadata: tuple[str, ...] = ()
    date_fields: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    located: str | None = None
    origins: tuple[str, ...] = ()
    captured: str | None = None
    marks: tuple[Mark, ...] = ()


Drafts = Iterator[Draft | UnreadableSource]
"""Stories of one file in order; an `UnreadableSource` in place of one that could not be read."""
