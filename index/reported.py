"""A report of a meeting with what is known of its article: what merging compares."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from index.identity import Key, key_of
from index.meeting_records import BEFOREHAND, MeetingEvidence, Mention
from index.records import Record, When


class Told(Record):
    """A mention with what is known of the article that it stands in.

    `source` is the outlet that wrote it first, told apart from one that carries it; `around` holds
    the words about a sentence that is too short to be told from another's by itself; `named` are
    the sentences of other reports that name those whom it tells by office alone.
    """

    mention: Mention
    written: When | None
    source: str
    around: str = ""
    named: tuple[MeetingEvidence, ...] = ()

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Those who take part as they are compared, countries last: people are matched first."""
        keys = [key_of(person, person.resolved) for person in self.mention.participants]
        return tuple(sorted(keys, key=lambda key: key.state))

    @property
    def first(self) -> date | None:
        """The first day on which the meeting may have been."""
        return self.mention.when.earliest if self.mention.when else None

    @property
    def last(self) -> date | None:
        """The last such day."""
        return self.mention.when.latest if self.mention.when else None

    @property
    def width(self) -> timedelta:
        """From the first to the last day; the longest there is where an end is open."""
        if self.first is None or self.last is None:
            return timedelta.max
        return self.last - self.first

    @property
    def written_on(self) -> date | None:
        """The latest day on which it can have been written."""
        return self.written.latest if self.written else None

    @property
    def is_ahead(self) -> bool:
        """Whether the meeting was still to come."""
        return self.mention.status in BEFOREHAND

    @property
    def sentence(self) -> str:
        """The sentence that reports."""
        evidence = self.mention.evidence
        return next((e.quote for e in evidence if e.field == "mention"), evidence[0].quote)

    def was_written_by(self, day: date | None) -> bool:
        """Whether the article was there on a day: the earliest that it can have been written."""
        earliest = self.written.earliest if self.written else None
        return earliest is not None and (day is None or earliest <= day)

    @cached_property
    def order(self) -> tuple[str, str, int]:
        """A place among all reports that depends on their content alone."""
        day = self.written_on.isoformat() if self.written_on else ""
        return (day, self.mention.article_id, self.mention.trigger.start)
