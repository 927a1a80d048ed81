"""The number in a row that a question gives to a visit or meeting, and reports print otherwise: put
right.

"Why was the May trip only her second to Riga since March?" of what is told as her fourth visit.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.gazetteer import country_of
from index.records import Outcome
from index.words import stems
from qa.cues import YES_OR_NO
from qa.meetings.counts_told import ORDINAL_WORD
from qa.meetings.printed_counts import CAPITAL, find_printed
from qa.premises.contradicted import NOT_SO_MANY, read_number
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import FORM
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

NTH = re.compile(  # "only Stone's second to Riga", "her third official visit", "for the first time"
    rf"\b(?P<number>{ORDINAL_WORD})\b(?: time\b| (?:\w+ )?{FORM}|(?= (?:to|in|with|since|this)\b))",
    re.IGNORECASE,
)
CAME = re.compile(  # "when she came to Riga for the first time"
    r"\b(?:came|come|travel(?:l?ed|s)?|went|go|flew|fly|arrived?|set foot)\b", re.IGNORECASE
)
ONLY = re.compile(r"\b(?:only|just|merely|already)\b[^,;?]{0,30}$", re.IGNORECASE)
AS_WHAT = re.compile(  # "her second as prime minister"
    r"\bas (?:an? |the )?(?!of\b|early\b|late\b|soon\b|many\b|well\b|it\b)[a-z]{4,}"
)
SINCE = re.compile(r"\b(?:since|this (?:year|month)|in (?:19|20)\d\d)\b", re.IGNORECASE)


def put_right_number(archive: Archive, asked: Asked) -> Reply | None:
    """The sentences that print another number in the row; None where one prints that of the
    question, or counts from another day, or it is open which visit is meant.
    """
    match, about = NTH.search(asked.text), asked.about
    forms = ("visit",) if CAME.search(asked.text) else about.forms
    if match is None or not forms or YES_OR_NO.match(asked.text) or asked.planned:
        return None
    pinned = ONLY.search(asked.text[: match.start()]) or (about.period and about.period.latest)
    if asked.kind is Kind.COUNT or not pinned or not about.parties:
        return None
    counted = about.model_copy(update={"status": None, "words": (), "forms": forms})
    found = list(find_printed(archive, asked.model_copy(
        update={"kind": Kind.COUNT, "about": counted})))  # fmt: skip
    capital = {country_of(one["country"]) for one in CAPITAL.finditer(asked.text)}
    found = [one for one in found if capital <= {country_of(told["country"])
             for told in CAPITAL.finditer(one.sentence.text)}]  # fmt: skip
    own = set(stems(about.place or ""))
    found = [one for one in found if not AS_WHAT.search(one.sentence.text)
             and (capital or own <= set(stems(one.sentence.text))
                  or CAPITAL.search(one.sentence.text))]  # fmt: skip
    if AS_WHAT.search(asked.text):
        return None
    tallies = [one.tally for one in found]
    number = int(read_number(match["number"]))
    apart = None in tallies or any(number in _ordinals(one.sentence.text) for one in found)
    since = SINCE.search(asked.text[match.start() :]) is not None
    told_since = any(tally and SINCE.search(tally.words) for tally in tallies)
    if not found or apart or (since and not told_since):
        return None
    if told_since and not since and number >= min(_least(one.sentence.text) for one in found):
        return None  # the fourth since May is not the first of all, and may be the ninth
    teller = Teller(archive)
    first = [teller.quote(one.article, one.sentence) for one in found[:2]]
    lead = NOT_SO_MANY.format(words=match[0])
    return make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=lead, first=first)


def _least(text: str) -> int:
    return min(_ordinals(text), default=0)


def _ordinals(text: str) -> set[int]:
    """All that a text numbers: "her second visit since May and her fifth in all" 2 and 5."""
    found = re.finditer(rf"\b{ORDINAL_WORD}\b", text, re.IGNORECASE)
    return {int(read_number(match[0])) for match in found}
