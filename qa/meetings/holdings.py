"""What an archive holds as a whole, read once for each state: names, titles, the last day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from weakref import WeakKeyDictionary

from index.archive import Archive
from index.gazetteer import country_of
from index.holders import BELOW, SEVERAL_HOLD
from index.identity import office_kind
from index.meeting_lookup import country_in
from index.meeting_records import Meeting, MeetingEvidence
from index.records import Record, When
from index.spellings import fold_name
from index.words import fold, stem
from qa.passages.credited import find_credited
from qa.question.asked import Holder, Post
from qa.question.known import Known, read_known

NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_][\w.’'-]*)+")
FAR_MORE = 5  # times as many meetings


class Told(Record):
    """A group as a meeting's reports call it by what it is, "the five-nation board"; its days and
    where it is called so.
    """

    holder: Holder
    spots: tuple[MeetingEvidence, ...]


class Holdings(Record):
    """The names that an archive knows, and the date of its latest article; None where none has one.

    `generation` is the archive's state that they were read in.
    """

    generation: int
    known: Known
    last: When | None
    towns: frozenset[str]  # places of meetings, folded
    offices: dict[str, tuple[Holder, ...]]  # by office and country
    groups: dict[str, tuple[Told, ...]]  # told by what they are, by the stem of their last word
    bearers: dict[str, dict[str, int]]  # of a surname by their initials: in how many meetings

    def is_town(self, words: str) -> bool:
        """Whether some meeting of the archive is in a town of that name."""
        return fold(words).casefold() in self.towns

    def is_place(self, words: str) -> bool:
        """Whether words name a country, what is of one, or a place that the archive knows."""
        return country_of(words) is not None or self.known.find_place(words) is not None

    def names_somebody(self, words: str) -> bool:
        """Whether one of the words is a name of a person whom the archive knows."""
        bare = (word.strip(",.;:’'\"“”()") for word in words.split())
        return any(word[:1].isupper() and self.known.find_person([word]) for word in bare)

    def is_meant_bare(self, name: str) -> bool:
        """Whether somebody may be meant where a report has nothing but his surname: not the wife of
        one who is in far more meetings. Those whose given names begin alike are taken for one.
        """
        counted = self.bearers.get(fold_name(name.split()[-1]), {})
        return FAR_MORE * counted.get(fold_name(name)[:1], 0) >= max(counted.values(), default=0)

    def holders_of(self, office: str) -> tuple[Holder, ...]:
        """Those whom the archive knows in an office of a country: "Latvian president"."""
        country, role = country_in(office)
        return self.offices.get(_office(role, country), ()) if country and role else ()

    def offices_of(self, name: str) -> list[tuple[str, str]]:
        """The offices that the archive knows somebody in, by surname or full name: kind, country.

        "foreign minister", "HRV".
        """
        told = fold_name(name)
        return [
            (office.split("|")[0], office.split("|")[1])
            for office, holders in self.offices.items()
            if any(told in (fold_name(h.name), fold_name(h.name.split()[-1])) for h in holders)
        ]

    def posts_of(self, name: str) -> tuple[Post, ...]:
        """The offices that one person at a time holds in which the archive knows somebody."""
        told = fold_name(name)
        return tuple(
            Post(office=kind, country=country, first=holder.first, last=holder.last)
            for office, holders in self.offices.items()
            for kind, _, country in [office.partition("|")]
            for holder in holders
            if kind not in SEVERAL_HOLD
            and not kind.startswith(BELOW)
            and told in (fold_name(holder.name), fold_name(holder.name.split()[-1]))
        )


_KEPT: WeakKeyDictionary[Archive, Holdings] = WeakKeyDictionary()


def holdings_of(archive: Archive) -> Holdings:
    """What an archive holds now."""
    kept = _KEPT.get(archive)
    if kept is None or kept.generation != archive.generation:
        kept = _read(archive)
        _KEPT[archive] = kept
    return kept


def find_articles(archive: Archive, name: str) -> list[str]:
    """The ids of the articles of an id, a path, a title or an outlet that their credits name."""
    folded = name.strip().casefold()
    titled = [id for id, title in holdings_of(archive).known.articles
              if (title or "").casefold() == folded]  # fmt: skip
    return archive.catalog.find(name) or titled or find_credited(archive, name)


def with_holder(archive: Archive, office: str) -> str:
    """The words for an office with the name of the one whom the archive knows in it: "Latvian
    president (Karl Berg)"; as they are where it knows none, or several.
    """
    holders = {fold_name(one.name.split()[-1]): one.name
               for one in holdings_of(archive).holders_of(office)}  # fmt: skip
    return f"{office} ({holders.popitem()[1]})" if len(holders) == 1 else office


def _read(archive: Archive) -> Holdings:
    dated = (one.dated for one in archive.list_articles())
    told = [when for when in dated if when and when.latest]
    last = max(told, key=lambda when: str(when.latest), default=None)
    meetings = archive.meetings()
    return Holdings(
        generation=archive.generation,
        known=read_known(archive),
        last=last,
        towns=frozenset(fold(m.place).casefold() for m in meetings if m.place),
        offices=_read_offices(meetings),
        groups=_read_groups(meetings),
        bearers=_read_bearers(meetings),
    )


def _office(role: str, country: str) -> str:
    return f"{office_kind(role, country)}|{country}"


def _read_offices(meetings: Iterable[Meeting]) -> dict[str, tuple[Holder, ...]]:
    """Who is named in which office, with the days of the first and last meeting told so."""
    days: dict[str, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for meeting in meetings:
        when = meeting.when
        for person in meeting.participants:
            if person.role and person.country and " " in person.name and "(" not in person.name:
                told = days[_office(person.role, person.country)][person.name]
                told += [day for day in (when and when.earliest, when and when.latest) if day]
    return {
        office: tuple(
            Holder(name=name, first=min(told, default=None), last=max(told, default=None))
            for name, told in people.items()
        )
        for office, people in days.items()
    }


def _read_bearers(meetings: Iterable[Meeting]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for meeting in meetings:
        for name in {p.name for p in meeting.participants if NAME.fullmatch(p.name)}:
            found[fold_name(name.split()[-1])][fold_name(name)[:1]] += 1
    return {surname: dict(names) for surname, names in found.items() if len(names) > 1}


def _read_groups(meetings: Iterable[Meeting]) -> dict[str, tuple[Told, ...]]:
    """Groups told in small letters; a question would read all meetings for them, half a second
    over 5,449 of them.
    """
    found: dict[str, list[Told]] = defaultdict(list)
    for meeting in meetings:
        when = meeting.when
        for name in (p.name for p in meeting.participants if p.name.islower()):
            holder = Holder(name=name, first=when and when.earliest, last=when and when.latest)
            spots = (e for e in meeting.evidence if (e.field, e.quote) == ("participants", name))
            found[stem(name.split()[-1])].append(Told(holder=holder, spots=tuple(spots)))
    return {kind: tuple(told) for kind, told in found.items()}
