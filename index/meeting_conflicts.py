"""Where reports of one meeting differ: the field, the values, and what kind of difference it is.

Kinds are those of CONFLICTS (Cattan et al. 2025), as index/meeting_records.py tells them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.gazetteer import is_country_name
from index.meeting_records import OVERTURNED, TOOK_PLACE, Conflict, Status
from index.meeting_status import order_of_writing
from index.reported import Told
from index.words import fold


def find_conflicts(group: Sequence[Told]) -> Iterator[Conflict]:
    """The conflicts of a meeting's reports: what was planned otherwise than it came is none."""
    for settled in (True, False):
        some = [one for one in group if (one.mention.status in TOOK_PLACE) is settled]
        for field in ("place", "venue", "duration"):
            values = _values(some, field)
            if len(values) > 1:
                yield Conflict(field=field, values=values, kind=_kind(some, field))
    yield from _of_status(group)


def _values(group: Sequence[Told], field: str) -> tuple[str, ...]:
    """Each value as first told; of two of which one holds the other, only the fuller."""
    told = {_folded(v): v for one in reversed(group) if (v := getattr(one.mention, field))}
    if field == "place":
        told = {key: v for key, v in told.items() if len(told) == 1 or not is_country_name(v)}
    kept = [key for key in told if not any(key != other and key in other for other in told)]
    return tuple(told[key] for key in reversed(kept))


def _kind(group: Sequence[Told], field: str) -> str:
    """Venues may both be right; else a plan told later replaces the one before."""
    if field == "venue":
        return "complementary"
    if any(one.mention.status in TOOK_PLACE for one in group):
        return "discrepancy"
    return "freshness" if len({order_of_writing(one) for one in group}) > 1 else "discrepancy"


def _of_status(group: Sequence[Told]) -> Iterator[Conflict]:
    """A meeting held that another report says was not, or a plan that was overturned."""
    told: dict[Status, list[str]] = {}
    for one in group:
        told.setdefault(one.mention.status, []).append(order_of_writing(one))
    for overturned in sorted(OVERTURNED & told.keys()):
        for other in sorted(told.keys() - OVERTURNED):
            if other is Status.HELD:
                newer = max(told[overturned]) < min(told[other])
                kind = "freshness" if newer else "discrepancy"
            elif max(told[other]) > max(told[overturned]):
                kind = "freshness"
            else:
                kind = "freshness" if max(told[other]) < max(told[overturned]) else "discrepancy"
            yield Conflict(field="status", values=(other.value, overturned.value), kind=kind)


def _folded(value: str) -> str:
    return " ".join(fold(value).casefold().removeprefix("the ").split())
