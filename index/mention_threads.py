"""Reports of one meeting within an article complete each other: "The talks lasted two hours."

Not the merging of meetings over articles: here a report only borrows what it leaves open, from the
report of the same article that it most likely continues, and only where nothing contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from index.gazetteer import is_country_name
from index.identity import NOBODY
from index.meeting_records import (
    BEFOREHAND,
    CALLED_OFF,
    TOOK_PLACE,
    Attendant,
    FieldEvidence,
    Mention,
    Status,
)
from index.mention_settings import Setting, at_gathering
from index.records import Record, When
from index.spellings import fold_name

OPEN = ("when", "place", "venue", "duration")  # fields that are borrowed where they are empty
OVER = timedelta(days=7)  # what was over so long before is not what is under way now
VISIT = Setting(visit=True)
POINTS_BACK = 6  # sentences over which "the talks" may point with fewer than two people named
# "Earlier in the day" is counted from the date told before it; "a day later" is another day
SAME_DAY = re.compile(r"\b(?:earlier|later) (?:in the|that) day\b", re.IGNORECASE)
TOLD = frozenset({"weekday", "month and day", "explicit"})


class Thread(Record):
    """A report, whether it points back to one before ("the talks"), its sentence's number, and
    whether a verb tells it as past; `aside` where its status is only the tense of a verb that tells
    of something else, `gone` where it is that of a journey for it, `also` where it is told beside
    another: "will also attend talks"; the gathering that it is (`gathering`), or is told to be at
    (`at`).
    """

    mention: Mention
    refers: bool
    sentence: int = 0
    past: bool = True
    aside: bool = False
    gone: bool = False
    also: bool = False
    gathering: Setting | None = None
    at: Setting | None = None


def join_reports(threads: Sequence[Thread], written: When | None = None) -> list[Mention]:
    """The reports in order, each completed from the nearest ones that tell of the same meeting.

    `written` is the day of the article.

    One that only points at a meeting ("the talks") is left out where it has neither people nor a
    day with a place.
    """
    joined: list[Mention] = []
    threads = [_on_told_day(one, threads) for one in threads]
    known = list(threads)  # the earlier ones as completed: what was taken there binds here too
    settings = [(one.gathering, one.mention) for one in threads if one.gathering]
    for at, thread in enumerate(threads):
        mention = thread.mention
        if any(_is_planned(mention, other.mention, written) for other in threads):
            mention = mention.model_copy(update={"status": Status.ANNOUNCED})
        for other in _nearest(known, at):
            so_far = thread.model_copy(update={"mention": mention})  # what was taken binds too
            if same_meeting(so_far, other) and not _is_over(so_far.mention, other.mention, written):
                mention = _settle(so_far, other)
                mention = _complete(mention, other.mention, people=_may_lend(thread, other))
        if thread.at is None or not thread.at.visit:
            mention = at_gathering(mention, thread.at, settings, written)
        known[at] = thread.model_copy(update={"mention": mention})
    visits = [(VISIT, one.mention) for one in known if one.mention.form == "visit"]
    for one in known:
        mention = one.mention
        if one.at is not None and one.at.visit:  # by what the whole article tells of the visit
            mention = at_gathering(mention, one.at, visits, written)
        told = mention.when is not None and (mention.place or mention.venue)
        if mention.participants or told or not one.refers:
            joined.append(mention)
    return joined


def _on_told_day(one: Thread, threads: Sequence[Thread]) -> Thread:
    """A report whose day is only that of another date ("earlier in the day"), on the day that
    another report of the same people tells, where that is the day before or after and the places
    do not differ.
    """
    mine = one.mention
    same = any(SAME_DAY.search(e.quote) for e in mine.evidence if e.field == "when")
    if not same or mine.when is None or mine.when.earliest is None:
        return one
    for other in (thread.mention for thread in threads):
        day = other.when.earliest if other.when and other.when.basis in TOLD else None
        shared = len(_names(mine) & _names(other)) > 1 and mine.status is other.status
        shared = shared and (not mine.place or not other.place or _same_spot(mine, other))
        if day and shared and abs(day - mine.when.earliest) == timedelta(days=1):
            rest = tuple(e for e in mine.evidence if e.field != "when")
            told = tuple(e for e in other.evidence if e.field == "when")
            update = {"when": other.when, "evidence": (*rest, *told)}
            return one.model_copy(update={"mention": mine.model_copy(update=update)})
    return one


def same_meeting(one: Thread, other: Thread) -> bool:
    """Whether two reports may tell of one meeting: nothing differs, enough is shared."""
    a, b = one.mention, other.mention
    if _apart(a, b) or (
        (a.status in BEFOREHAND) is not (b.status in BEFOREHAND) and not _settles(one, other)
    ):
        return False
    if (a.status is Status.DENIED) is not (b.status is Status.DENIED):
        return False
    mine, theirs = _names(a), _names(b)
    shared = mine & theirs
    if len(shared) < 2 and _is_beside_gathering(one, other):
        return False
    if one.refers or other.refers:
        if len(shared) < 2 and abs(one.sentence - other.sentence) > POINTS_BACK:
            return False
        if _is_told_in_full(a) and _is_told_in_full(b) and len(shared) == 1:
            return False  # "the meeting between Berg and Lund" is not Stone's talks with Lund
        return mine <= theirs or theirs <= mine or bool(shared) or _may_be_one(a, b)
    return len(shared) > 1 or (bool(shared) and _may_be_one(a, b))


def _is_over(one: Mention, other: Mention, written: When | None) -> bool:
    """Whether one report is of a meeting under way, and the other of one long over by then."""
    day = other.when.latest if other.when else None
    going_on = one.status is Status.UNDER_WAY and one.when is None and written is not None
    old = day and written and written.earliest and day < written.earliest - OVER
    return going_on and bool(old)


def _is_planned(one: Mention, other: Mention, written: When | None) -> bool:
    """Whether "are meeting" tells a plan: another report announces it for the day of writing, "Berg
    headed for Riga for talks with Stone … Berg and Stone are meeting to plan the port".
    """
    if one.status is not Status.UNDER_WAY or one.when or other.status is not Status.ANNOUNCED:
        return False
    told_by = (e.start for e in one.evidence if e.field == "status")
    today = written and other.when and other.when.earliest == written.earliest == other.when.latest
    shared = _names(one) & _names(other)
    visit = one.form == other.form == "visit" and bool(shared) and one.place == other.place
    return bool(today) and (len(shared) > 1 or visit) and one.trigger.start in told_by


def _is_beside_gathering(one: Thread, other: Thread) -> bool:
    """Whether one report is a gathering, and the other is of two who met at or about it."""
    plain = other if one.gathering else one
    return bool(one.gathering) is not bool(other.gathering) and not plain.refers


def _is_told_in_full(mention: Mention) -> bool:
    """Whether a report names two people itself."""
    return sum(who.resolved in ("named", "surname") for who in mention.participants) > 1


def _settles(one: Thread, other: Thread) -> bool:
    """Whether a dated report of the same people says what became of one told only aside."""
    shared = _names(one.mention) & _names(other.mention)
    told = other.mention.status in TOOK_PLACE and other.mention.when is not None
    return one.aside and not other.aside and told and len(shared) > 1


def _settle(one: Thread, other: Thread) -> Mention:
    """The report with the status of the other where its own is only that of a verb beside it."""
    if one.mention.status not in BEFOREHAND or not _settles(one, other):
        return one.mention
    rest = tuple(e for e in one.mention.evidence if e.field != "status")
    told = tuple(e for e in other.mention.evidence if e.field == "status")
    update = {"status": other.mention.status, "evidence": (*rest, *told)}
    return one.mention.model_copy(update=update)


def _nearest(threads: Sequence[Thread], at: int) -> Iterator[Thread]:
    """The other reports: those before from the nearest back, then those after."""
    yield from reversed(threads[:at])
    yield from threads[at + 1 :]


def _apart(a: Mention, b: Mention) -> bool:
    """Whether two reports contradict each other in day, place, form or in being history."""
    if a.when and b.when and a.when.earliest and b.when.earliest:
        first, last = max(a.when.earliest, b.when.earliest), None
        ends = [when.latest for when in (a.when, b.when) if when.latest]
        last = min(ends) if ends else None
        if last is not None and first > last:
            return True
    if a.background is not b.background or (a.form == "call") is not (b.form == "call"):
        return True
    return bool(a.place and b.place) and not _same_place(a.place or "", b.place or "")


def _same_place(one: str, other: str) -> bool:
    country = is_country_name(one) or is_country_name(other)
    return country or fold_name(one) == fold_name(other)


def _names(mention: Mention) -> set[str]:
    return {who.name for who in mention.participants}


def _may_be_one(a: Mention, b: Mention) -> bool:
    """Whether the one who is in one report alone may be the unnamed one of the other."""
    return any(True for _ in _identified(a, b)) or any(True for _ in _identified(b, a))


def _identified(a: Mention, b: Mention) -> Iterator[tuple[Attendant, Attendant]]:
    """The unnamed holder of one report, and the one person that only the other names."""
    mine = [who for who in a.participants if who.name not in _names(b)]
    theirs = [who for who in b.participants if who.name not in _names(a)]
    two = len(a.participants) == 2 and len(mine) + len(b.participants) == 3
    if not (two and len(theirs) == 1):  # one and the same beside them, or nobody
        return
    other = theirs[0]
    for one in [who for who in mine if who.resolved == "unnamed"][:1]:
        open_role = other.role in (None, one.role) and other.country in (None, one.country)
        if other.resolved not in NOBODY and open_role:
            yield one, other


def _may_lend(one: Thread, other: Thread) -> bool:
    """Whether a report may take people from another: not from one that points at a third, nor
    where it is told beside that other.
    """
    return not one.also and (one.refers or not other.refers)


def _complete(mention: Mention, other: Mention, *, people: bool) -> Mention:
    """The report with what it leaves open taken from another, and the words there as evidence."""
    update: dict[str, object] = {}
    for name in OPEN:
        if name == "when" and not (_same_spot(mention, other) and _keeps_day(mention, other)):
            continue  # "the Oslo meeting" takes no day from one whose place is not told
        if getattr(mention, name) is None and getattr(other, name) is not None:
            update[name] = getattr(other, name)
    if "place" in update or (mention.place == other.place and mention.country is None):
        update["country"] = mention.country or other.country
    told = _people(mention, other) if people else _named(mention, other)
    if told != mention.participants:
        update["participants"] = told
    evidence = [e for e in other.evidence if e.field in update and e not in mention.evidence]
    if not update:
        return mention
    quoted: tuple[FieldEvidence, ...] = (*mention.evidence, *evidence)
    return mention.model_copy(update={**update, "evidence": quoted})


def _keeps_day(mention: Mention, other: Mention) -> bool:
    """Whether a day still holds: that of what was put off is not that of what will come instead."""
    return other.status not in CALLED_OFF or mention.status in CALLED_OFF


def _same_spot(mention: Mention, other: Mention) -> bool:
    """Whether nothing says that two reports tell of different places, by name or by silence."""
    return mention.place is None or bool(other.place and _same_place(mention.place, other.place))


def _named(mention: Mention, other: Mention) -> tuple[Attendant, ...]:
    """Who takes part, an unnamed holder of an office named by the other report."""
    for unnamed, named in _identified(mention, other):
        return tuple(_name(unnamed, named) if w == unnamed else w for w in mention.participants)
    return mention.participants


def _people(mention: Mention, other: Mention) -> tuple[Attendant, ...]:
    """Who takes part: the other's people where fewer than two are told; an unnamed holder named."""
    told = _named(mention, other)
    if told != mention.participants or len(told) > 1:
        return told
    for unnamed, named in _identified(other, mention):
        told = tuple(_name(unnamed, named) if who == named else who for who in told)
        return (*told, *(_again(who) for who in other.participants if who != unnamed))
    return (*told, *(_again(who) for who in other.participants if who.name not in _names(mention)))


def _name(unnamed: Attendant, named: Attendant) -> Attendant:
    """The person who holds the office that another report tells without a name."""
    update = {"role": unnamed.role, "country": unnamed.country, "resolved": "role",
              "side": named.side or unnamed.side}  # fmt: skip
    return named.model_copy(update=update)


def _again(who: Attendant) -> Attendant:
    """Somebody of another report, as one who is meant and not named."""
    return who if who.resolved in NOBODY else who.model_copy(update={"resolved": "pronoun"})
