"""The gathering or the visit that a meeting is told to be at: "Berg met Stone at the summit".

Where and when that is, another sentence of the article tells: "the league's summit in Riga on
Thursday", "Berg begins a visit to Latvia on Monday". A meeting at it is there, and on those days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from index.meeting_records import OVERTURNED, TOOK_PLACE, FieldEvidence, Mention, Status
from index.mention_cues import VISITS
from index.mention_when import NEWS, nearness
from index.parse import PREMODIFIERS
from index.records import Record, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUMMIT = "summit"  # the one gathering that is a report of its own, whoever takes part
AT = frozenset(["at", "during"])
BESIDE = frozenset(["sidelines", "margins", "fringes", "sideline"])
VISITS_AND_STAYS = VISITS | {"stay"}
NTH_DAYS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
DEFINITE_OR_OWNED = frozenset(["the", "this", "that", "his", "her", "their"])
NAME_SLOTS = PREMODIFIERS | {"nummod"}
LONGEST = timedelta(days=2)  # from a day told of a gathering to its last: most last two or three


class Setting(Record):
    """The proper words by which a gathering is told ("nato"), none where it is "the summit"; or a
    visit, which is of one of those who meet.
    """

    words: frozenset[str] = frozenset()
    visit: bool = False
    day: int | None = None  # "on the second day of her visit"


def setting_of(doc: Doc, trigger: Token) -> Setting | None:
    """The gathering at which a report says that it is; None where it tells none, or is one."""
    if trigger.lemma_.lower() in VISITS_AND_STAYS | {SUMMIT, "visit"}:
        return None
    for noun in (t for t in doc if t.lemma_.lower() in VISITS_AND_STAYS | {SUMMIT}):
        definite = any(
            c.dep_ in ("det", "poss") and c.lower_ in DEFINITE_OR_OWNED for c in noun.children
        )
        if definite and _is_at(noun, trigger):
            visit = noun.lemma_.lower() in VISITS_AND_STAYS
            told = Setting(visit=True, day=_day_of(noun))
            return told if visit else Setting(words=_words(noun))
    return None


def _is_at(noun: Token, trigger: Token) -> bool:
    """Whether a report is "at the summit" or "on the sidelines of the summit"."""
    over = noun.head
    if noun.dep_ != "pobj":
        return False
    beside = over.lower_ == "of" and over.head.lower_ in BESIDE and over.head.dep_ == "pobj"
    beside = beside or _day_of(noun) is not None
    return (beside or over.lower_ in AT) and nearness(trigger, noun) is not None


def _day_of(noun: Token) -> int | None:
    """Which day of a visit is told: 2 for "on the second day of her visit"."""
    day = noun.head.head
    if noun.head.lower_ != "of" or day.lower_ != "day" or day.dep_ != "pobj":
        return None
    told = (NTH_DAYS.index(c.lower_) + 1 for c in day.children if c.lower_ in NTH_DAYS)
    return next(told, None)


def as_setting(trigger: Token) -> Setting | None:
    """A report that is itself a gathering, by the words that name it; None for any other."""
    named = trigger.lemma_.lower() == SUMMIT
    return Setting(words=_words(trigger)) if named else None


def _words(noun: Token) -> frozenset[str]:
    """The words that name a gathering: "the NATO summit", "the G-20 summit", "Summit of the Isles".

    Not its place, which another sentence may leave out: "the Riga summit".
    """
    own = [t for c in noun.lefts if c.dep_ in NAME_SLOTS for t in c.subtree]
    of = [t for c in noun.rights if c.lower_ == "of" for t in c.subtree if t.pos_ == "PROPN"]
    told = (t for t in (*own, *of) if t.ent_type_ not in ("GPE", "LOC", "DATE"))
    return frozenset(t.lower_ for t in told if t.text[:1].isupper() or t.is_digit)


def at_gathering(
    mention: Mention,
    setting: Setting | None,
    others: Sequence[tuple[Setting, Mention]],
    written: When | None,
) -> Mention:
    """A report with the place and the days of the gathering that it is at, where these are open.

    `others` are the gatherings told in the article, `written` is its day. None lends where two of
    them may be meant that are at different places or on different days.
    """
    if setting is None:
        return mention
    meant = [other for words, other in others if _may_be(setting, words) and _is_on(other)]
    meant = [other for other in meant if not setting.visit or _is_of_one(mention, other)]
    placed = [other for other in meant if other.place]
    if mention.place is None and len({other.place for other in placed}) == 1:
        mention = _lend(mention, placed[0], ("place", "country"), "place")
    dated = [other for other in meant if _is_dated(other)]
    if not _is_dated(mention) and len({other.when for other in dated}) == 1:
        when = _days_of(dated[0], mention.status, written)
        when = _counted(when, dated[0], setting.day) if setting.day and when else when
        mention = _lend(mention, dated[0], (), "when").model_copy(update={"when": when})
    return mention


def _days_of(gathering: Mention, status: Status, written: When | None) -> When | None:
    """From the day on which a gathering is told to be on: what was held there, by the day of
    writing; the gathering may last longer than the day that is told.
    """
    when = gathering.when
    over = written.latest if written else None
    if when is None or when.earliest is None or over is None or status not in TOOK_PLACE:
        return when
    if when.earliest != when.latest or over <= when.earliest:
        return when
    last = min(over, when.earliest + LONGEST)
    span = f"{when.earliest}/{last}"
    return when.model_copy(update={
        "edtf": span, "latest": last, "precision": "interval",
        "derivation": f"{span}: at a gathering that was on by {when.earliest}, of three days at "
        "most, and told as over in what was written by then",
    })  # fmt: skip


def _counted(when: When, visit: Mention, number: int) -> When:
    """One day of a visit of which the first is told; all its days where that is not sure."""
    whole = when.precision == "day" or visit.duration is not None
    if not whole or when.earliest is None:
        return when
    day = when.earliest + timedelta(days=number - 1)
    return when.model_copy(update={
        "edtf": str(day), "earliest": day, "latest": day, "precision": "day",
        "derivation": f"{day}: day {number} of a visit that began on {when.earliest}",
    })  # fmt: skip


def _is_of_one(mention: Mention, visit: Mention) -> bool:
    """Whether a visit is one of somebody who meets, told as ahead or as done like the meeting."""
    ahead = (one.status not in TOOK_PLACE for one in (mention, visit))
    names = ({who.name for who in one.participants} for one in (mention, visit))
    return bool(set.intersection(*names)) and len(set(ahead)) == 1


def _may_be(one: Setting, other: Setting) -> bool:
    return one.visit is other.visit and (
        not one.words or not other.words or bool(one.words & other.words)
    )


def _is_on(mention: Mention) -> bool:
    return mention.status not in OVERTURNED and not mention.background


def _is_dated(mention: Mention) -> bool:
    return mention.when is not None and mention.when.basis != NEWS


def _lend(mention: Mention, other: Mention, fields: Sequence[str], shown: str) -> Mention:
    """Fields of another report, with the words there that bear them out."""
    told = tuple(e for e in other.evidence if e.field == shown)
    kept = tuple(e for e in mention.evidence if e.field != shown)
    evidence: tuple[FieldEvidence, ...] = (*kept, *(e for e in told if e not in kept))
    update = {name: getattr(other, name) for name in fields}
    return mention.model_copy(update={**update, "evidence": evidence})
