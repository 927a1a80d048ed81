"""Why something did not take place that the archive reports as held: the premise is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.archive import Archive
from index.meeting_records import OVERTURNED, TOOK_PLACE, Meeting
from index.records import SUPPORTING, Outcome, Statement
from index.words import fold
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import Fit
from qa.passages.naming import names_all, surnames_of
from qa.passages.retrieve import rank_articles
from qa.question.asked import Asked, Kind
from qa.question.kind import plain
from qa.question.kind_cues import CONTENT_WHY, FORM
from qa.telling.reply import MOST_NEAR, Reply, make_reply, tell_each
from qa.telling.teller import Teller

_HAPPEN = (
    r"(?:take place|taken place|took place|happen(?:ed)?|be held|held|come off|came off|come about|"
    r"came about|go ahead|went ahead|meet|met|have|had|occur(?:red)?|begin|began|start(?:ed)?|"
    r"sit down|receive[ds]?|see|host|hold|visit|attend|come|travel)"
)
NOT_HELD = re.compile(  # "Why did the summit never take place?", "why did Berg refuse to see"
    rf"(?:\b(?P<never>never)|\bnot|n't|\b(?:fail|refuse|decline)(?:e?d)? to)\b[^?]*?\b{_HAPPEN}\b|"
    # "Why did the palace refuse Stone's visit to Berg?"
    r"\b(?P<refused>refuse|block|forbid|rule out)\b(?! to\b)"
    r"(?:(?!\b(?:at|in|during|on|after|before|second|another|further|more|joint|new)\b)[^?])"
    rf"{{0,40}}?\b{FORM}\b|"
    r"\b(?:cancell?ed|call(?:ed)? off|scrapped|cancel)\b"
)
REFUSE = re.compile(r"\b(?:refuse|decline)")
REFUSED = re.compile(
    r"\b(?:refus\w+|declin\w+|reject\w+|turn(?:ed|ing)? down|would not|said no|spurn\w+|snub\w+)\b"
)
SEARCHED = 30  # chunks
DENIED = "The archive reports no such thing; it reports that it took place:"
LOOSE = frozenset({"meeting", "talks"})  # what anything of the kind is called
LEAST_BORNE = 2
LEAST_HELD = 0.5  # of the question's other words, where it names no meeting but "a signing"


def put_right_why_not(archive: Archive, asked: Asked) -> Reply | None:
    """What is reported as held of which a question asks why it was not; None for anything else.

    A meeting that was put off or called off may be meant, unless it is to have been held never.
    """
    asking = plain(asked.text)
    match = NOT_HELD.search(asking) if CONTENT_WHY.match(asking) else None
    about = asked.about
    if match is None or asked.kind is not Kind.CONTENT or not (about.parties or about.place):
        return None
    meant = asked.model_copy(
        update={
            "kind": Kind.TOPICS,
            "about": about.model_copy(update={"forms": about.forms or ("meeting",)}),
        }
    )
    fits = find_meetings_for(archive, meant)
    refusing = match["refused"] or REFUSE.search(match[0])
    if refusing and any(REFUSED.search(text) for text in _texts(archive, asked)):
        return None  # it may have been refused before it came about
    all_fit = [fit for fit in (*fits.exact, *fits.looser) if _is_meant(fit, asked)]
    held = [fit.meeting for fit in all_fit if fit.meeting.status in TOOK_PLACE]
    changed = any(fit.meeting.status in OVERTURNED for fit in all_fit) and not match["never"]
    teller = Teller(archive)
    near = held[:MOST_NEAR] if not changed else []
    told = tell_each(teller, near)
    quotes = [] if told else [q for one in near for q in _words_of(teller, one)][:MOST_NEAR]
    if not told and not quotes:
        return None
    return make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=DENIED, first=quotes)


def _texts(archive: Archive, asked: Asked) -> Iterator[str]:
    """The sentences of the articles found that name somebody whom the question names."""
    names = [surnames_of(archive, party) for party in asked.about.parties]
    for id in rank_articles(archive.search(asked.text, SEARCHED)):
        for sentence in archive.sentences(archive.article(id)):
            if any(names_all([name], sentence.text) for name in names):
                yield sentence.text


def _words_of(teller: Teller, meeting: Meeting) -> Iterator[Statement]:
    """The sentences that report a meeting as held and name all who took part, word for word."""
    people = [frozenset([fold(p.name.split()[-1]).casefold()]) for p in meeting.participants]
    for report in teller.reports(meeting):
        own = report.own if report.mention.status in TOOK_PLACE else None
        if own and own.zone in SUPPORTING and names_all(people, own.text):
            yield teller.quote(report.article, own)


def _is_meant(fit: Fit, asked: Asked) -> bool:
    """Whether a meeting is the one that is asked for, and not just another in the same town: two
    things of it fit, or the question's own words do, and its form where it is told more closely.
    """
    about, borne = asked.about, fit.borne - {"form"}
    of_form = "form" in fit.borne or not set(about.forms) - LOOSE
    of_words = bool(about.words) and fit.words >= LEAST_HELD * len(about.words)
    if not about.forms:
        return of_words
    return of_form and (of_words or len(borne) >= LEAST_BORNE)
