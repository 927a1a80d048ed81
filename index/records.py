"""What the rooms hand each other: frozen records that cannot be built wrong.

All offsets count Unicode code points of `Article.text`, the end left out. The JSON of these records
is the contract of docs/interface.md.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """Frozen, and closed to fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ZoneKind(StrEnum):
    """What a stretch of an article's text is; nothing is deleted, everything is marked."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    CREDIT = "credit"
    CAPTION = "caption"
    DATELINE = "dateline"
    BODY = "body"
    OTHER_OUTLET = "other_outlet"  # words of another outlet, quoted at length
    HEADING = "heading"
    BOILERPLATE = "boilerplate"


SUPPORTING = frozenset({ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.CAPTION, ZoneKind.BODY})
"""The only zones that may support an answer."""
OF_ITSELF = frozenset({ZoneKind.CREDIT, ZoneKind.DATELINE})
"""The zones that tell of the report itself: who made it, where and when."""


class Span(Record):
    """A half-open stretch of a text, in code points."""

    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"an empty span: {self.start} to {self.end}")
        return self


class Zone(Span):
    """A stretch of an article's text and what it is."""

    kind: ZoneKind


class Mark(Record):
    """Where a page or a paragraph of the file begins in its text: "page 3", "paragraph 12"."""

    start: int = Field(ge=0)
    label: str = Field(min_length=1)


class When(Record):
    """A time as far as it is known: EDTF level 2 (ISO 8601-2:2019), bounds, and how it is known.

    `earliest` and `latest` are days, None at an open end; `basis` names the kind of knowledge
    ("metadata", "url", "dateline"); `derivation` says it in words.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Literal["day", "month", "year", "interval", "set"]
    basis: str
    derivation: str

    @property
    def only_day(self) -> date | None:
        """The day, where it can be no other; None for a stretch of days."""
        return self.earliest if self.earliest == self.latest else None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"{self.edtf}: latest {self.latest} is before {self.earliest}")
        return self


class DateCandidate(Record):
    """One thing that may tell when an article was written: where it stands and what it says.

    `when` is None where what stands there gives no date by itself ("July 14"); `source` is one of
    metadata (a field of the file), url, dateline, caption, capture (when a copy was made: it can
    have been written no later), text (inferred from the article's own words) and archive (from
    other articles that tell the same).
    """

    source: Literal["metadata", "url", "dateline", "caption", "capture", "text", "archive"]
    field: str | None = None  # how the field is called in the file
    says: str
    when: When | None


class OpenDate(Record):
    """What an article's own text leaves of the days it may have been written on, and how it does.

    `days` is a packed set (index/dating_days.py); `words` are the clues that were used.
    """

    days: str
    words: tuple[str, ...]


class Article(Record):
    """One text as it was read. `text` never changes; every offset of the program counts its points.

    `id` and `path` are those of the first reading, `ids` and `paths` all of them. `chain` names who
    wrote it first and then who carried it, as far as the file says; `marks` are in order.
    """

    id: str = Field(min_length=1)
    ids: tuple[str, ...]
    path: str
    paths: tuple[str, ...]
    source: str | None
    title: str | None
    url: str | None
    language: str | None
    text: str = Field(min_length=1)
    sha256: str
    zones: tuple[Zone, ...]
    dated: When | None
    located: str | None  # the place of the dateline
    date_candidates: tuple[DateCandidate, ...] = ()  # in order of trust
    chain: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()

    @model_validator(mode="after")
    def _zones_inside(self) -> Self:
        ends = [0, *(zone.end for zone in self.zones)]
        for zone, end_before in zip(self.zones, ends, strict=False):
            if zone.start < end_before or zone.end > len(self.text):
                raise ValueError(f"zone {zone} overlaps another or leaves the text")
        return self


class Sentence(Span):
    """A sentence where it stands: `text == article.text[start:end]`."""

    article_id: str
    text: str
    zone: ZoneKind

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if len(self.text) != self.end - self.start:
            raise ValueError(
                f"{self.article_id}: text and offsets {self.start} to {self.end} differ"
            )
        return self


class Chunk(Span):
    """Neighbouring whole sentences, the unit of retrieval: `text == article.text[start:end]`."""

    article_id: str
    number: int = Field(ge=0)
    text: str


class ArticleCard(Record):
    """What a reader must know of a cited article; `chain` as the article has it."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    path: str
    dated: When | None
    chain: tuple[str, ...] = ()


class Citation(Span):
    """A quote letter for letter, with its place (W3C Web Annotation: text quote and position).

    `mark` is the page or the paragraph in which it begins, where the file has such.
    """

    number: int = Field(ge=1)
    article: ArticleCard
    quote: str = Field(min_length=1)
    prefix: str
    suffix: str
    mark: str | None = None


class Said(Record):
    """Words to a reader, and the numbers of the citations that bear them out: at least one."""

    text: str = Field(min_length=1)
    citations: tuple[int, ...] = Field(min_length=1)


class Statement(Said):
    """One sentence of an answer, with its derivation where it says what no quote prints.

    `composed` is the sentence that was composed from the evidence, where `text` is a language
    model's wording of it; else None.
    """

    derivation: str | None = None
    composed: str | None = None


class Suggestion(Said):
    """The nearest that the archive has where it does not answer."""


class Outcome(StrEnum):
    """How a question ended; docs/interface.md gives the order of precedence."""

    AMBIGUOUS = "ambiguous"
    PREMISE_CORRECTED = "premise_corrected"
    ONLY_PLANNED = "only_planned"
    NOT_IN_ARCHIVE = "not_in_archive"
    CONFLICTING = "conflicting"
    ANSWERED = "answered"


class Turn(Record):
    """One line of a conversation, as chat programs keep it."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    role: Literal["user", "assistant"]
    content: str


class Question(Record):
    """A question as it was understood.

    `names` are the proper names as written, `words` the content words that an answer should hold,
    `wants` the kind of thing asked for; `period` is the time that the question names.
    """

    text: str
    wants: Literal["person", "place", "time", "quantity", "reason", "condition", "speech", "thing"]
    names: tuple[str, ...]
    words: tuple[str, ...]
    period: When | None
    sources: tuple[str, ...]
    asked_on: date
    as_of: date | None
