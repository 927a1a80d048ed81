"""All contacts of some people or countries in a period, in order of date, each with what became of
it: meetings and calls of the records, and conversations that a sentence tells with their day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.archive import Archive
from index.catalog import Filter
from index.countries import related_names
from index.date_records import TimeExpression
from index.gazetteer import country_of
from index.meeting_records import AHEAD, TOOK_PLACE, Meeting
from index.records import SUPPORTING, Article, Outcome, Record, Sentence, Statement, When
from index.words import fold, stem, stems
from qa.events.clause import Sought, choose_times
from qa.events.time_told import relation_of
from qa.meetings.facts import in_order
from qa.meetings.finding import find_meetings_for
from qa.meetings.holdings import holdings_of
from qa.meetings.several import IN_ORDER
from qa.meetings.variants import without_variants
from qa.passages.naming import names_all, surnames_of
from qa.passages.retrieve import rank_articles
from qa.question.asked import Asked, Kind, Party
from qa.question.when import may_be_in
from qa.telling.derive import mentions_at
from qa.telling.phrases import MOST_LISTED
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

# "Draw up a chronology of the contacts in May", "List all contacts of Berg, in order of date"
ORDERED = re.compile(
    r"\bchronolog\w+\b|\btime ?lines?\b|\bin (?:order of (?:date|time)|(?:date|time) order)\b|"
    r"\bby date\b|\bdate by date\b|\b(?:earliest|oldest|latest|newest|most recent) first\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\b(?:list|give|set out|draw up|what|which|all|overview|name)\b", re.IGNORECASE
)
SEVERAL = re.compile(
    r"\b(?:meetings|encounters|conversations|calls|visits|trips|journeys|talks|dealings|exchanges|contacts)\b",
    re.IGNORECASE,
)
CONTACTS = re.compile(r"\b(?:contacts|dealings|exchanges)\b", re.IGNORECASE)
SPOKEN = re.compile(  # a contact that is told by the way: "mentioned in a conversation of both"
    r"\b(?:conversations?|(?:tele)?phone[ds]?|calls?|called|spoke|talked|letters?|wrote to)\b",
    re.IGNORECASE,
)
TRAVELLED = re.compile(  # a visit that is told by the way: "the last time she set foot in Latvia"
    r"\b(?:visit(?:s|ed)?|trips?|journeys?|set foot|arriv(?:e[ds]?|al)|land(?:s|ed|ing)|"
    r"(?:came|come|flew|fly|travell?ed) (?:in |back )?to|(?:last|previous|first) (?:time|in))\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"[A-Z][\w.’']*")
ON = re.compile(r"\b(?:on|about|over|concerning|regarding) (?:the )?$", re.IGNORECASE)
OF_BOTH = re.compile(r"\W+(?:between|of|among)\b")
REACH = 70  # characters about a word for a conversation in which those who speak are named
SEARCHED = 24  # chunks
PAIR = 2
A_MONTH = 31  # days


class Entry(Record):
    """One contact: its first day as text that sorts, and the sentence that tells it."""

    day: str
    said: Statement
    meeting: Meeting | None = None


def answer_chronology(archive: Archive, asked: Asked) -> Reply | None:
    """The contacts in order of date; None where a question asks for none such, or none is told."""
    text = asked.text
    ordered = ORDERED.search(text) and SEVERAL.search(text)
    if not ordered and not (LISTED.search(text) and CONTACTS.search(text)):
        return None
    people = tuple(p for p in asked.about.parties if p.kind in ("person", "role"))
    for parties in filter(None, (people, _countries(asked))):
        if reply := _tell(archive, asked, parties):
            return reply
    return None if people or asked.about.period is None else _tell(archive, asked, ())


def _tell(archive: Archive, asked: Asked, parties: Sequence[Party]) -> Reply | None:
    """The contacts of some people or countries; of nobody in particular all of the period."""
    teller = Teller(archive)
    entries = [*list_meetings(archive, teller, asked, parties)]
    days = {entry.day for entry in entries}
    entries += _conversations(archive, teller, asked, parties, days)
    if "visit" in asked.about.forms:
        entries += _visits(archive, teller, asked, parties, days)
    entries.sort(key=lambda entry: entry.day)
    if not entries:
        return None
    meetings = [entry.meeting for entry in entries if entry.meeting]
    said = [entry.said for entry in entries]
    return make_reply(teller, Outcome.ANSWERED, (), lead=IN_ORDER, first=said, meetings=meetings)


def _countries(asked: Asked) -> tuple[Party, ...]:
    """The countries named as those in contact: "Latvian-Norwegian contacts" are of both."""
    found: dict[str, Party] = {}
    for match in NAMES.finditer(asked.text):
        words = match[0].rstrip("’'.")
        code = None if ON.search(asked.text[: match.start()]) else country_of(words)
        if code and words != asked.about.place:
            found.setdefault(code, Party(words=words, kind="country"))
    return tuple(found.values())


def list_meetings(
    archive: Archive, teller: Teller, asked: Asked, parties: Sequence[Party]
) -> Iterator[Entry]:
    """The meetings and calls of the records, each in one sentence."""
    words = () if parties else asked.about.words  # "all meetings on herring"
    plain = {"parties": tuple(parties), "forms": (), "words": words, "status": None, "order": None}
    about = asked.about.model_copy(update=plain)
    listed = {"about": about, "kind": Kind.LIST, "planned": False, "other": None}
    fits = without_variants(find_meetings_for(archive, asked.model_copy(update=listed)).exact)
    for meeting in in_order(fits, about)[:MOST_LISTED]:
        said = teller.tell(meeting, nameless=True) or teller.report(meeting)
        first = meeting.when.earliest if meeting.when else None
        if said and first:
            yield Entry(day=first.isoformat(), said=said, meeting=meeting)


def _conversations(
    archive: Archive, teller: Teller, asked: Asked, parties: Sequence[Party], known: set[str]
) -> Iterator[Entry]:
    """The sentences that tell by the way of a conversation or a call of those asked about, with its
    day, where no meeting of that day is told already.
    """
    period = asked.about.period
    if period is None:
        return
    wanted = [_names_of(archive, party) for party in parties]
    anybody = frozenset() if parties else _all_names(archive)
    told: set[str] = set()
    for article, sentence in _sentences(archive, asked, SPOKEN):
        day = _day_in(archive, sentence, period)
        spoken = _speak(wanted, sentence.text, anybody)
        if day is None or day.isoformat() in known | told or not spoken:
            continue
        held = mentions_at(archive, article.id, sentence.start, sentence.end)
        if any(m.when and m.when.earliest == day and m.status in AHEAD | TOOK_PLACE for m in held):
            continue  # its day is that of a meeting
        told.add(day.isoformat())
        yield Entry(day=day.isoformat(), said=teller.quote(article, sentence))


def _visits(
    archive: Archive, teller: Teller, asked: Asked, parties: Sequence[Party], known: set[str]
) -> Iterator[Entry]:
    """The sentences that tell by the way of a visit of those asked about to the place that is
    named, with its day or month, where no meeting of that time is told already.
    """
    wanted = [_names_of(archive, party) for party in parties]
    there = _ways_to_name(asked.about.place)
    told = set(known)
    for article, sentence in _sentences(archive, asked, TRAVELLED) if there and wanted else ():
        held = set(stems(sentence.text))
        if not names_all(wanted, sentence.text) or there.isdisjoint(held):
            continue
        cues = [stem(w) for m in TRAVELLED.finditer(sentence.text) for w in m[0].split()]
        weights = dict.fromkeys([*cues, *(there & held)], 1.0)
        sought = Sought(weights=weights, question=asked.text)
        times = choose_times(sentence, _times_in(archive, sentence), sought)
        time = times[0] if len(times) == 1 else None
        if time and time.earliest and not any(_falls_into(time, day) for day in told):
            told.add(time.earliest.isoformat())
            yield Entry(day=time.earliest.isoformat(), said=teller.quote(article, sentence))


def _ways_to_name(place: str | None) -> frozenset[str]:
    """The stems of a place's words and of what else it is called: Riga and Latvian for Latvia."""
    words = (place or "").split()
    return frozenset(stem(one) for word in words for one in (word, *related_names(word)))


def _times_in(archive: Archive, sentence: Sentence) -> list[TimeExpression]:
    """The days and months that a sentence tells; "since May" is no time of a visit."""
    return [
        time
        for time in archive.times(sentence.article_id)
        if sentence.start <= time.start and time.end <= sentence.end
        and time.earliest and time.latest and (time.latest - time.earliest).days < A_MONTH
        and relation_of(time) is None
    ]  # fmt: skip


def _falls_into(time: TimeExpression, day: str) -> bool:
    return bool(time.earliest and time.latest) and (str(time.earliest) <= day <= str(time.latest))


def _all_names(archive: Archive) -> frozenset[str]:
    """The surnames of all whom the reports of meetings name."""
    people = holdings_of(archive).known.people
    return frozenset(fold(name.split()[-1]).casefold() for name in people if name.split())


def _speak(wanted: Sequence[frozenset[str]], text: str, anybody: frozenset[str]) -> bool:
    """Whether all are named as those who speak: "Berg in a call of Stone to Lund" is not his. Where
    nobody is asked about, two whoever they are, one of whom the archive knows.
    """
    for match in SPOKEN.finditer(text):
        behind = text[match.end() : match.end() + REACH]
        before = (
            "" if OF_BOTH.match(behind) else text[max(match.start() - REACH, 0) : match.start()]
        )
        if anybody:
            found = OF_BOTH.match(behind) is not None and _names_two(behind, anybody)
        else:
            found = names_all(wanted, _with_countries(before + behind))
        if found:
            return True
    return False


def _names_two(text: str, known: frozenset[str]) -> bool:
    words = (match[0].rstrip(".,’'") for match in NAMES.finditer(text))
    named = {fold(word).casefold() for word in words if not country_of(word)}
    return len(named) >= PAIR and not named.isdisjoint(known)


def _with_countries(text: str) -> str:
    """A text with the code of each country that its words name: "the U.S. President"."""
    codes = (country_of(match[0].rstrip(".,’'")) for match in NAMES.finditer(text))
    return " ".join((text, *(code for code in codes if code)))


def _sentences(
    archive: Archive, asked: Asked, cue: re.Pattern[str]
) -> Iterator[tuple[Article, Sentence]]:
    hits = archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))
    for id in rank_articles(hits):
        article = archive.article(id)
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and cue.search(sentence.text):
                yield article, sentence


def _day_in(archive: Archive, sentence: Sentence, period: When) -> date | None:
    """The one day of a period that a sentence tells."""
    days = {
        time.earliest
        for time in archive.times(sentence.article_id)
        if sentence.start <= time.start and time.end <= sentence.end
        and time.earliest and time.earliest == time.latest
        and may_be_in(period.model_copy(update={"earliest": time.earliest,
                                                "latest": time.latest}), period)
    }  # fmt: skip
    return days.pop() if len(days) == 1 else None


def _names_of(archive: Archive, party: Party) -> frozenset[str]:
    """The words that name somebody, or one who acts for a country, folded."""
    if party.kind != "country":
        return surnames_of(archive, party)
    code = country_of(party.words)
    people = (p for m in archive.meetings() for p in m.participants if p.country == code)
    names = {p.name.split()[-1] for p in people if not p.name.endswith(")")}
    return frozenset(fold(name).casefold() for name in (*names, code or party.words))
