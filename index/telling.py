"""Which groups of reports tell of a meeting at all, and which only point at one told elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.identity import NOBODY, Key, is_same, words_of
from index.meeting_records import BEFOREHAND, OVERTURNED, TOOK_PLACE, Status
from index.merge import A_MONTH
from index.merge_groups import SHARED
from index.reported import Told

UNSURE = OVERTURNED | {Status.UNCONFIRMED}


def leave_out_empty(groups: Sequence[list[Told]]) -> list[list[Told]]:
    """The groups that tell of a meeting: of its day, or of who met and something of their own.

    "The two have met often" adds nothing where the two are told to have met on a day; "a further
    round of talks" tells neither who nor when. What one article alone tells without day and place
    of somebody unnamed is no meeting that could be told from others; its report is kept.
    """
    dated = {n for n, group in enumerate(groups) if any(one.width <= A_MONTH for one in group)}
    met: dict[str, set[int]] = defaultdict(set)
    for n in dated:
        for word in {word for key in _people(groups[n]) for word in words_of(key)}:
            met[word].add(n)
    return [
        group
        for n, group in enumerate(groups)
        if n in dated
        or (
            _tells(group) and _is_one(group) and (_adds(group) or not _have_met(group, groups, met))
        )
    ]


def _is_call(group: Sequence[Told]) -> bool:
    return group[0].mention.form == "call"


def _tells(group: Sequence[Told]) -> bool:
    """Whether reports without a day tell who met, or at least of one and the place."""
    people = len(_people(group))
    return people >= SHARED or (people > 0 and any(o.mention.place for o in group))


def _is_one(group: Sequence[Told]) -> bool:
    """Whether reports that tell no month tell of one meeting: of its place or its year, of what
    became of it, in several articles, or of people who are all told apart; a plan, of groups too.
    """
    placed = any(one.mention.place or one.mention.venue or one.mention.when for one in group)
    articles = {one.mention.article_id for one in group}
    if placed or len(articles) > 1 or any(one.mention.status in UNSURE for one in group):
        return True
    people = [who for one in group for who in one.mention.participants]
    if any(one.mention.status in BEFOREHAND for one in group):
        return all(who.resolved != "unnamed" for who in people)
    return all(who.resolved not in NOBODY for who in people)


def _have_met(
    group: Sequence[Told], groups: Sequence[list[Told]], met: dict[str, set[int]]
) -> bool:
    """Whether those who take part are told to have met on a day."""
    people = _people(group)
    near = [set().union(*(met.get(word, set()) for word in words_of(key))) for key in people]
    return any(
        all(any(is_same(key, other) for other in _people(groups[n])) for key in people)
        for n in set.intersection(*near)
        if _is_call(groups[n]) is _is_call(group)
    )


def _people(group: Sequence[Told]) -> set[Key]:
    return {key for one in group for key in one.keys}


def _adds(group: Sequence[Told]) -> bool:
    """Whether reports tell where, how long or on what, or of one to come or not to be.

    "Since May" tells of several meetings, and adds nothing.
    """
    return any(
        one.mention.status not in TOOK_PLACE
        or one.mention.place
        or one.mention.venue
        or one.mention.duration
        or one.mention.topics
        for one in group
        if one.mention.when is None
    )
