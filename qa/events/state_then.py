"""What had happened already and what was still ahead when something else happened: "Had Berg met
Stone when the summit was announced?" The other event gives the day: its meeting, its announcement
or the sentence that tells it; the meeting asked about, or a sentence, tells how it stood then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from index.archive import Archive
from index.catalog import Filter
from index.meeting_records import TOOK_PLACE, Meeting
from index.records import SUPPORTING, Article, Outcome, Record, Sentence, Statement
from index.words import stems
from qa.events.day import find_event_day
from qa.events.day_told import Dated
from qa.events.state_told import NOT_BEGUN, TOLD_WITHIN, has_begun, stood_so, tell_state
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import Fit
from qa.meetings.holdings import holdings_of
from qa.meetings.meeting_days import announced_on, confirmed_on, days_of_meeting
from qa.meetings.variants import without_variants
from qa.passages.naming import names_all, surnames_of
from qa.question.asked import Asked, Kind, Party
from qa.question.follow_up_cues import HE_OR_SHE, PERSONAL_PRONOUN
from qa.question.reading import read_alone
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_LINK = (
    r"(?:when|(?:by|at) the time(?: that| when| of)?|at the moment(?: that| when)?|"
    r"(?:as of|on) the day(?: that| when| on which)?)"
)
_AUX = r"(?:had|has|have|was|were|did)"
CLAUSES = (  # "When she landed, had she met Berg?" "Had she already met Berg when she landed?"
    re.compile(rf"^(?:and |but |so )?{_LINK} (?P<event>[^,]+?), (?P<main>{_AUX}\b.+?)\W*$", re.I),
    re.compile(rf"^(?:and |but |so )?(?P<main>{_AUX}\b.+?),? {_LINK} (?P<event>.+?)\W*$", re.I),
)
STATE = re.compile(r"^had\b|\b(?:already|yet|still|by then)\b", re.IGNORECASE)
REPORTED = re.compile(  # "when the Courier reported that she had landed": the landing is meant
    r"^(?:the )?[\w.' -]{2,40}? (?:reported|wrote of|carried)(?: the news)?(?: that| of)? (?=\w)",
    re.IGNORECASE,
)
ANNOUNCING = re.compile(r"\b(?:announce\w*|made (?:it )?public|disclosed)\b", re.IGNORECASE)
CONFIRMED = re.compile(
    r"\b(?:confirm\w*|den(?:y|ied)|announced?|cancel\w*|postpon\w*|called off)\b", re.IGNORECASE
)
STATE_WORDS = frozenset(
    stems("already yet still begun began begin opened open started start resumed resume next new "
          "place taken been made happened ended over underway way had has have was were did round")
)  # fmt: skip
LEAST_SHARED = 0.6  # of the words of what is asked, in a sentence that tells of it
SEARCHED = 20  # chunks


class Event(Record):
    """What gives the day: the sentence that tells it, with its citation, and that day."""

    said: Statement
    day: date


def answer_then(archive: Archive, asked: Asked) -> Reply | None:
    """What had happened by the time of something else; None where that is not asked, or the day of
    the other cannot be told.
    """
    match = next((m for cue in CLAUSES if (m := cue.match(asked.text.strip()))), None)
    if match is None or not STATE.search(match["main"]):
        return None
    teller = Teller(archive)
    for main, other in _read_both(archive, asked, match["main"], REPORTED.sub("", match["event"])):
        event = _find_event(teller, main, other)
        if event is not None and (reply := _tell(teller, main, other, event)):
            return reply
    return None


def _tell(teller: Teller, main: Asked, other: Asked, event: Event) -> Reply | None:
    """How it stood on the day: what was said of a meeting, whether it was over, or a sentence."""
    if CONFIRMED.search(main.text):
        return _told_by_then(teller, main, other, event)
    known = holdings_of(teller.archive)
    named = any(p.kind == "person" or known.holders_of(p.called) for p in main.about.parties)
    if main.about.forms and named and (reply := _by_meetings(teller, main, event)):
        return reply
    return _by_passage(teller, main, event)


def _read_both(archive: Archive, asked: Asked, main: str, event: str) -> list[tuple[Asked, Asked]]:
    """Both clauses as questions, once for each person whom a pronoun of the one may mean: those
    named in the other.
    """
    known, on = holdings_of(archive).known, asked.asked_on
    texts = f"{main}?", f"When {event}?"
    named = [
        [p.words for p in read_alone(text, on, known).asked.about.parties if p.kind == "person"]
        for text in texts
    ]
    ways = [(text, who) for text, who in zip(texts, reversed(named), strict=True)]
    meant = [[_with_name(text, name) for name in who] or [text] for text, who in ways]
    both = [[_read(archive, asked, text) for text in some] for some in meant]
    return [(one, two) for one in both[0] for two in both[1]]


def _read(archive: Archive, asked: Asked, text: str) -> Asked:
    read = read_alone(text, asked.asked_on, holdings_of(archive).known).asked
    when = {"kind": Kind.WHEN} if text.startswith("When ") else {}
    return read.model_copy(update={"as_of": asked.as_of, **when})


def _with_name(text: str, name: str) -> str:
    """A text with somebody's name for "he" and "she"."""

    def put(match: re.Match[str]) -> str:
        if match[0].lower() not in HE_OR_SHE:
            return match[0]
        return name + "'s" * (match[0].lower() in ("his", "hers"))

    return PERSONAL_PRONOUN.sub(put, text)


def _find_event(teller: Teller, main: Asked, other: Asked) -> Event | None:
    """The day of the other event: of an announcement, of a meeting, else by the passages."""
    archive, about = teller.archive, other.about
    if about.forms:
        fits = without_variants(_fits(archive, other, about.parties or main.about.parties))
        tell = next((how for cue, how in TELLINGS if cue.search(other.text)), days_of_meeting)
        days = [one for fit in fits if (one := tell(teller, fit.meeting)) and one.day == one.last]
        if len({one.day for one in days}) == 1:
            return _event(days[0])
        if tell is not days_of_meeting:
            return None
    found = find_event_day(teller, other)
    return _event(found) if found else None


TELLINGS: tuple[tuple[re.Pattern[str], Callable[[Teller, Meeting], Dated | None]], ...] = (
    (re.compile(r"\bconfirm", re.IGNORECASE), confirmed_on),
    (ANNOUNCING, announced_on),
)


def _fits(archive: Archive, asked: Asked, parties: Sequence[Party]) -> Sequence[Fit]:
    """All meetings of some people that fit the rest of a clause."""
    update = {"parties": tuple(parties), "status": None, "order": None, "words": ()}
    about = asked.about.model_copy(update=update)
    listed = asked.model_copy(update={"about": about, "kind": Kind.LIST, "planned": False})
    return find_meetings_for(archive, listed).exact


def _event(one: Dated) -> Event:
    said = Statement(text=one.text, citations=one.citations, derivation=one.derivation)
    return Event(said=said, day=one.day)


def _by_meetings(teller: Teller, main: Asked, event: Event) -> Reply | None:
    """How the meeting asked about stood, by the report that tells it."""
    fits = without_variants(_fits(teller.archive, main, main.about.parties))
    meeting = _nearest(teller, [fit.meeting for fit in fits], event, len(main.about.parties))
    if meeting is None:
        return None
    last = meeting.when.latest if meeting.when else None
    over = meeting.status in TOOK_PLACE and last is not None and last < event.day
    for already in (True, False) if over else (False,):
        for article, sentence in _reports(teller, meeting, event):
            if state := _state(teller, article, sentence, event, already=already):
                claim = teller.tell(meeting) if meeting.status in TOOK_PLACE else None
                said = [state, *_besides(state, event), *([claim] if claim else [])]
                return make_reply(teller, Outcome.ANSWERED, (), first=said, meetings=[meeting])
    return None


def _told_by_then(teller: Teller, main: Asked, other: Asked, event: Event) -> Reply | None:
    """What the reports of a meeting said of it up to the day: confirmed, denied, not confirmed."""
    whose = main if main.about.parties or main.about.place else other
    written = [c.article.dated for c in teller.citer.citations if c.number in event.said.citations]
    days = [when.earliest for when in written if when and when.earliest]
    until = max([event.day, *days])
    fits = _fits(teller.archive, whose.model_copy(update={"as_of": until}), whose.about.parties)
    meeting = _nearest(teller, [fit.meeting for fit in fits], event, len(whose.about.parties))
    steps = teller.trace(meeting) if meeting else []
    if meeting is None or not steps:
        return None
    told = {number for step in steps for number in step.citations}
    first = [*steps, *([] if set(event.said.citations) <= told else [event.said])]
    return make_reply(teller, Outcome.ANSWERED, (), first=first, meetings=[meeting])


def _besides(state: Statement, event: Event) -> list[Statement]:
    """The sentence of the event, where it is not the one that tells how things stood."""
    return [] if event.said.text in state.text else [event.said]


def _nearest(
    teller: Teller, meetings: Sequence[Meeting], event: Event, named: int
) -> Meeting | None:
    """The meeting that is meant: one told of in the same article as the event, of as few others as
    may be, else by its day. `named` is how many the question names.
    """
    dated = [m for m in meetings if m.when and m.when.earliest]
    ids = {c.article.id for c in teller.citer.citations if c.number in event.said.citations}
    same = [m for m in dated if ids & {e.article_id for e in m.evidence}]
    ahead = [m for m in same if m.when and m.when.latest and m.when.latest >= event.day]
    if ahead:
        return min(ahead, key=lambda m: (_others(m, named), abs(_first(m) - event.day)))
    return min(dated, key=lambda m: (abs(_first(m) - event.day), _others(m, named)), default=None)


def _others(meeting: Meeting, named: int) -> int:
    """How many take part besides those named, where two are."""
    return len(meeting.participants) - named if named > 1 else 0


def _first(meeting: Meeting) -> date:
    return (meeting.when and meeting.when.earliest) or date.min


def _reports(teller: Teller, meeting: Meeting, event: Event) -> Iterator[tuple[Article, Sentence]]:
    """The sentences that report a meeting, those of the event's own article first."""
    ids = {c.article.id for c in teller.citer.citations if c.number in event.said.citations}
    reports = sorted(teller.reports(meeting), key=lambda one: one.article.id not in ids)
    for zone in ("body", None):
        for report in reports:
            own = report.own
            if own and own.zone in SUPPORTING and (zone is None or own.zone.value == zone):
                yield report.article, own


def _state(
    teller: Teller, article: Article, sentence: Sentence, event: Event, *, already: bool
) -> Statement | None:
    """The statement of how it stood by one sentence; None where that does not bear it out."""
    quote = teller.quote(article, sentence)
    cited = next(c for c in teller.citer.citations if c.number in quote.citations)
    if not stood_so(teller.archive, cited, event.day, already=already):
        return None
    return tell_state(quote, event.day, event.said.citations, already=already)


def _by_passage(teller: Teller, main: Asked, event: Event) -> Reply | None:
    """How something stood that no meeting of the records is, by the sentence that tells of it."""
    for article, sentence in _passages(teller, main, event):
        ahead = NOT_BEGUN.search(sentence.text) is not None
        for already, told in ((False, ahead), (True, has_begun(sentence.text))):
            if told:
                state = _state(teller, article, sentence, event, already=already)
                said = [state, *_besides(state, event)] if state else []
                return make_reply(teller, Outcome.ANSWERED, (), first=said) if said else None
    return None


def _passages(teller: Teller, main: Asked, event: Event) -> Iterator[tuple[Article, Sentence]]:
    """The sentences on what is asked, those of the event's own article first."""
    archive = teller.archive
    wanted = [surnames_of(archive, party) for party in main.about.parties]
    place = set(stems(main.about.place or ""))
    words = set(stems(" ".join(main.about.words))) - STATE_WORDS
    if not (words | place) or len(words | place) < 2:
        return
    own = [c.article.id for c in teller.citer.citations if c.number in event.said.citations]
    hits = archive.search(main.text, SEARCHED, Filter(as_of=main.as_of))
    for id in dict.fromkeys((*own, *(hit.chunk.article_id for hit in hits))):
        article = archive.article(id)
        if id not in own and not _is_near(article, event.day):
            continue
        for sentence in archive.sentences(article):
            held = set(stems(sentence.text))
            shared = len((words | place) & held) >= LEAST_SHARED * len(words | place)
            told = shared and place <= held and names_all(wanted, sentence.text)
            if sentence.zone in SUPPORTING and told:
                yield article, sentence


def _is_near(article: Article, day: date) -> bool:
    dated = article.dated
    return bool(dated and dated.latest and abs(dated.latest - day) <= TOLD_WITHIN)
