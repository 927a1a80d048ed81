"""How a sentence bears out what stands in none of its words: "he" is Anna Stone, why Tuesday.

Each part of a derivation can be worked out anew from the archive's own records of the cited
sentence; the gate does so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.archive import Archive
from index.gazetteer import country_name
from index.holders import Office, office_of
from index.meeting_records import Attendant, Mention
from index.mention_when import make_when
from index.records import Article, When, ZoneKind
from index.words import fold
from qa.events.days import PRINTED, why_that_day
from qa.telling.days_told import tell_when

JOINT = "; "


def parts_at(archive: Archive, article_id: str, start: int, end: int) -> Iterator[str]:
    """Every part that a derivation may take from the sentence between two places of an article."""
    for time in archive.times(article_id):
        if start <= time.start and time.end <= end and time.basis != PRINTED:
            yield why_that_day(time)
    article = archive.article(article_id)
    if article.dated:
        yield written_part(article.dated)
    for mention in mentions_at(archive, article_id, start, end):
        yield from holder_parts(mention)
        yield from name_parts(mention)
        if mention.when and mention.when.basis != PRINTED:
            yield mention.when.derivation
        yield from dateline_parts(mention, article, ("place", "venue"))


def written_part(dated: When) -> str:
    """How the day of writing of a report is known."""
    return f"the day of writing: {dated.derivation}"


def mentions_at(archive: Archive, article_id: str, start: int, end: int) -> list[Mention]:
    """The reports whose trigger stands between two places of an article."""
    found = archive.mentions(archive.article(article_id))
    return [m for m in found if start <= m.trigger.start and m.trigger.end <= end]


def day_part(archive: Archive, article_id: str, start: int, end: int, when: str) -> str | None:
    """How a sentence comes to a day that it does not print; None where it prints it, or has none.

    `when` is the day in words, with its preposition.
    """
    for time in archive.times(article_id):
        inside = start <= time.start and time.end <= end
        told = make_when(time) if inside else None
        if told and tell_when(told) == when:
            return None if time.basis == PRINTED else why_that_day(time)
    for mention in mentions_at(archive, article_id, start, end):  # "told as news on 19 September"
        if mention.when and mention.when.basis != PRINTED and tell_when(mention.when) == when:
            return mention.when.derivation
    return None


def name_parts(mention: Mention) -> Iterator[str]:
    """Who is meant, for everybody whose full name does not stand in the words that mean them."""
    for person in mention.participants:
        part = name_part(mention, person)
        if part:
            yield part


def holder_parts(mention: Mention) -> Iterator[str]:
    """Who holds which office by a report that names the holder, as others leave him open."""
    for person in mention.participants:
        yield from holder_parts_of(person)


def holder_parts_of(person: Attendant) -> Iterator[str]:
    """That a report names somebody as the holder of an office; nothing where it does not."""
    if person.resolved == "named" and person.role and person.country:
        office = f"{person.role} of {country_name(person.country)}"
        yield f"the {office} is {person.name}, as another report says"


def name_part(mention: Mention, person: Attendant) -> str | None:
    """How a report comes to a name; None where its words hold all of it."""
    words = _words_of(mention, person)
    if words is None:
        return f"{person.name} takes part, as told of the same meeting in this report"
    held = {fold(word).lower() for word in words.split()}
    if all(fold(word).lower() in held for word in person.name.split()):
        return None
    return f"“{words}” is {person.name}"


def _words_of(mention: Mention, person: Attendant) -> str | None:
    """The words of a report that mean somebody: those that hold the surname, else in order."""
    quotes = [e.quote for e in mention.evidence if e.field == "participants"]
    last = fold(person.name.split()[-1]).lower()
    for quote in quotes:
        if last in fold(quote).lower().replace("'s", "").split():
            return " ".join(quote.split())
    if len(quotes) != len(mention.participants):
        return None
    return " ".join(quotes[list(mention.participants).index(person)].split())


def dateline_parts(mention: Mention, article: Article, fields: Iterable[str]) -> Iterator[str]:
    """Where a report was written, for a place that it takes from its dateline."""
    for spot in mention.evidence:
        zones = {z.kind for z in article.zones if z.start <= spot.start and spot.end <= z.end}
        if spot.field in fields and ZoneKind.DATELINE in zones:
            yield f"“{spot.quote}” heads the report"


def join_parts(parts: Sequence[str]) -> str | None:
    """Parts as one derivation; None for none."""
    return JOINT.join(dict.fromkeys(parts)) or None


def with_holders(told: Sequence[Mention], derivation: str) -> list[Mention]:
    """The reports with the holders of offices named whom the derivation names, as another cited
    report does.
    """
    holders = {
        office_of(who): who.name
        for mention in told
        for who in mention.participants
        if office_of(who) and set(holder_parts_of(who)) & set(derivation.split(JOINT))
    }
    return [_with_names(mention, holders) for mention in told]


def _with_names(mention: Mention, holders: Mapping[Office | None, str]) -> Mention:
    people = tuple(
        who.model_copy(update={"name": holders[office_of(who)], "resolved": "archive"})
        if who.resolved == "unnamed" and office_of(who) in holders
        else who
        for who in mention.participants
    )
    return mention.model_copy(update={"participants": people})
