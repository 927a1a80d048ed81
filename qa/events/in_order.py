"""Several events that a question names one by one, in order of date: "Put in order: the palace's
confirmation of the visit, its announcement by the mayor, the visit itself."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.records import Citation, Outcome, Statement, Suggestion
from index.words import fold
from qa.events.day import find_events
from qa.events.day_told import Dated
from qa.events.described import object_of
from qa.events.state_told import days_told_at
from qa.meetings.several import tell_order
from qa.question.asked import About, Asked
from qa.question.kind_cues import FORM, OF_A_FORM
from qa.telling.compose import quote_text
from qa.telling.reply import NEAREST, Reply
from qa.telling.teller import Teller, renumber

_ORDER = r"(?:order|sequence|succession)"
_ENDS = r"(?:first|last|earliest|latest|earlier|later)"
_HAPPEN = r"(?:happen|occur|come|come about|take place|follow|fall|go)"
LISTED = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        # "Put in order, with dates: the vote, the speech and the strike."
        rf"^[^:]*\b(?:in (?:[\w-]+ ){{0,3}}{_ORDER}|chronologically|by date|{_ORDER})\b[^:]*:"
        r" (?P<items>.+)$",
        # "In what order did the vote, the speech and the strike take place?"
        rf"^in (?:what|which) (?:\w+ )?{_ORDER} (?:did|were) (?P<items>.+?) (?:{_HAPPEN}|made|"
        r"held|told)\b[^,]*$",
        # "Which came first: the vote, the speech or the strike?"
        rf"^(?:which|what)\b[^:,]*\b{_ENDS}\b[^:,]*[:,] (?P<items>.+, .+)$",
    )
)
BETWEEN = re.compile(r"\s*[;,]\s*(?:(?:and|or|then) )*|\s+(?:or|then) ")
LAST_AND = re.compile(r"\s+and (?=(?:the|his|her|its|their|an?|[\w.-]+['’]s) )")
THE_MEETING = re.compile(rf"^(?:and )?the {FORM}(?: itself| themselves)?$", re.IGNORECASE)
OF_IT = re.compile(r" (?:of|about) (?:it|this|that)\b", re.IGNORECASE)
# "Who announced the visit first, the palace or the ministry?", "Which side went public first about"
_TELLS = r"(?:announc\w*|confirm\w*|disclos\w*|reveal\w*|public|known|news)"
WHO_FIRST = re.compile(
    rf"^(?:who|which(?: \w+)?)\b(?P<telling>(?=[^?]*\b(?:first|earlier|sooner)\b)[^,:?]*"
    rf"\b{_TELLS}\b[^,:?]*)[,:] (?:the )?(?P<one>[^,:?]+?) or (?:the )?(?P<two>[^,:?]+?)"
    r"(?:[?.,]|$)",
    re.IGNORECASE,
)
TOLD_OF = re.compile(  # what was told: "went public about the visit first"
    r"\b(?:about|of|on|announc\w*|confirm\w*|disclos\w*|reveal\w*|ma[dk]e) (?P<what>(?:the|that|"
    r"h[ie][sr]|their|an?|[\w.-]+['’]s)\b.+?)(?: (?:first|earlier|sooner|public|known))*$",
    re.IGNORECASE,
)
TOLD_BY = ("announced", "confirmed", "disclosed")
NOT_ALL = "The archive does not tell the days of all of them."
LEAST = 3  # events; of two qa/meetings/several.py tells


def answer_event_list(archive: Archive, asked: Asked) -> Reply | None:
    """The events that are named, in order of date, each by the sentence that tells it; that not
    the days of all are told, with those that are; None where none are named, or no day is told.
    """
    match = next((m for rule in LISTED if (m := rule.match(asked.text.strip(" ?!.")))), None)
    items = _with_the_meeting(_items(match["items"])) if match else []
    if len(items) < LEAST:
        return None
    teller = Teller(archive)
    told = [find_events(teller, asked, About(), item) for item in items]
    days = [_settled(teller, some, told) for some in told]
    found = [day for day in days if day]
    return tell_order(teller, found) if len(found) == len(items) else _tell_some(teller, found)


def _tell_some(teller: Teller, found: Sequence[Dated]) -> Reply | None:
    """That not all days are told, with those that are; in order these would be taken for all."""
    if not found:
        return None
    plain = [Statement(text=quote_text(cited.quote), citations=(cited.number,))
             for one in found for cited in _cited(teller, one)]  # fmt: skip
    said, citations = renumber(plain, teller.citer.citations)
    suggestions = tuple(Suggestion(text=one.text, citations=one.citations) for one in said)
    return Reply(
        outcome=Outcome.NOT_IN_ARCHIVE, lead=NOT_ALL + NEAREST, suggestions=suggestions,
        citations=citations,
    )  # fmt: skip


def answer_who_first(archive: Archive, asked: Asked) -> Reply | None:
    """Which of two made something known first: the first day of each, in order; None where that is
    not asked, or one of them is not told to have done so.
    """
    match = WHO_FIRST.match(asked.text.strip())
    what = TOLD_OF.search(match["telling"].strip()) if match else None
    if match is None or what is None:
        return None
    teller = Teller(archive)
    found = [_made_known(teller, asked, match[who], what["what"]) for who in ("one", "two")]
    days = [day for day in found if day]
    apart = len(days) > 1 and days[0].day != days[1].day
    return tell_order(teller, days) if apart else None


def _made_known(teller: Teller, asked: Asked, who: str, what: str) -> Dated | None:
    """The first day on which somebody is told, by name, to have made something known."""
    texts = [f"{who} {verb} {what}" for verb in TOLD_BY]
    days = [one for text in texts for one in find_events(teller, asked, About(), text)]
    named = [one for one in days if fold(who.split()[-1]) in fold(one.text)]
    return min(named, key=lambda one: one.day, default=None)


def _items(text: str) -> list[str]:
    """The events as they are named."""
    parts = [part for part in BETWEEN.split(text) if part.strip()]
    return [*parts[:-1], *LAST_AND.split(parts[-1], maxsplit=1)] if parts else []


def _with_the_meeting(items: Sequence[str]) -> list[str]:
    """Each with the meeting that another names: "the announcement of it", "the visit itself"."""
    objects = [what for item in items if (what := object_of(item)) and _is_meeting(what)]
    named = [*objects, *(item for item in items if object_of(item) is None and _is_meeting(item))]
    if not named:
        return list(items)
    return [_with_name(item, named[0], bare=bool(objects)) for item in items]


def _with_name(item: str, named: str, *, bare: bool) -> str:
    """An item with the meeting put in; with `bare` also where it does not say that there is one."""
    if THE_MEETING.match(item):
        return named
    own = OF_IT.sub("", item)
    return f"{own} of {named}" if object_of(own) == "" and (bare or own != item) else item


def _is_meeting(text: str) -> bool:
    return OF_A_FORM.search(text) is not None and not THE_MEETING.match(text)


def _settled(
    teller: Teller, some: Sequence[Dated], told: Sequence[Sequence[Dated]]
) -> Dated | None:
    """The one day of an event; of several that which the sentences of the others tell as well, as
    an announcement tells the day of its meeting.
    """
    if len(some) < 2:
        return some[0] if some else None
    others = [one for rest in told if rest is not some and len(rest) == 1 for one in rest]
    beside = {day for one in others for cited in _cited(teller, one)
              for day in days_told_at(teller.archive, cited)}  # fmt: skip
    own = {one.day for one in others}
    kept = [one for one in some if one.day in beside - own]
    return kept[0] if len(kept) == 1 else None


def _cited(teller: Teller, one: Dated) -> Iterator[Citation]:
    yield from (cited for cited in teller.citer.citations if cited.number in one.citations)
