"""What somebody made known or did on a day: "What did the palace confirm today?", "What else did
she do in Riga yesterday?"

The question says who and when and no matter. The sentence that has them at the verb of telling
tells it, in an article of that day or with that day in it; of deeds each that has the day in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from index.archive import Archive
from index.catalog import Filter
from index.date_records import TimeExpression
from index.meeting_records import TOOK_PLACE, Meeting
from index.parse import parse
from index.records import SUPPORTING, Article, Outcome, Sentence, ZoneKind
from index.status_scope import is_past
from index.words import fold, stem, stems
from qa.meetings.answering import answer_from_meetings
from qa.meetings.finding import find_meetings_for
from qa.passages.naming import names_all, surnames_of
from qa.passages.speech import without_quotes
from qa.question.asked import Asked, Kind
from qa.telling.derive import mentions_at
from qa.telling.reply import Reply, make_reply, tell_each
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Token

KNOWN_BY = r"(?:confirm|announce|den(?:y|i)|disclose|reveal|declare|promise|propose|demand|admit)"
NO_DENIAL = (  # between who and the verb: "has not confirmed", "is yet to confirm"
    r"(?:(?!\b(?:not|never|no|nor|yet|to|if|whether|would|will|could|may|might)\b|n['’]t)"
    r"[^,;:]){0,60}?"
)
ASKS = re.compile(  # "What has the harbour board announced today?"
    rf"^(?:and |so |but )?what (?:else )?(?:did|has|had) (?P<who>.+?) (?:\w+ly |also |then )?"
    rf"(?P<verb>{KNOWN_BY}\w*)(?: (?:on|today|yesterday|this|last|earlier)\b[^,]*)?\W*$",
    re.IGNORECASE,
)
DEEDS = re.compile(  # "What else did Berg do in Riga yesterday?", "What was on her programme?"
    r"^(?:and |so |but )?(?:what|how) (?P<else>else )?(?:(?:did|has|had) .+? (?:do|done|spend|"
    r"spent|get up to)\b|(?:was|were|stood|did)\b.*\b(?:programme?|schedule|itinerary|diary|"
    r"calendar|engagements)\b)",
    re.IGNORECASE,
)
OF_DEEDS = frozenset(  # what a question for deeds says besides who, where and when
    stems("programme program schedule itinerary diary calendar engagements day list everything "
          "full busy events spend activities look include consist else")
)  # fmt: skip
OF_A_LIST = re.compile(r"\b(?:programme?|schedule|itinerary|diary|calendar|engagements)\b", re.I)
SCHEDULED = re.compile(  # "What had been planned for 4 May 2019?"
    r"^(?:and |so |but )?what (?:else )?(?:was|were|is|had been|has been|stood) (?:still |also )?"
    r"(?:(?:announced|planned|scheduled|due|set|expected|fixed|arranged|slated|foreseen|meant|"
    r"in store) for|(?:planned|scheduled|due|expected|meant) (?:to (?:happen|take place|follow) )?"
    r"on)\b",
    re.IGNORECASE,
)
SEARCHED = 30  # chunks
MOST_TOLD = 3


def answer_made_known(archive: Archive, asked: Asked) -> Reply | None:
    """The sentences in which somebody confirms or announces on the day; None where that is not
    asked, something is asked of it besides, or no sentence tells it.
    """
    match, day = ASKS.match(asked.text.strip()), _day(asked)
    if match is None or day is None or asked.about.words:
        return None
    who = fold(re.sub(r"^the ", "", match["who"], flags=re.IGNORECASE)).lower()
    telling = re.compile(
        rf"\b{re.escape(who)}\b{NO_DENIAL}\b(?P<verb>{KNOWN_BY}\w*)|"
        rf"\b(?P<passive>{KNOWN_BY}\w*) by (?:the )?(?:[\w.-]+ ){{0,3}}?{re.escape(who)}\b"
    )
    verb, teller = stem(match["verb"].lower()), Teller(archive)
    found = []
    for article, sentence in _sentences(archive, asked):
        told = telling.search(fold(without_quotes(sentence.text)).lower())
        same = told and stem(told["verb"] or told["passive"]) == verb
        if same and _is_of_day(archive, article, sentence, day):
            found.append(teller.quote(article, sentence))
    return make_reply(teller, Outcome.ANSWERED, (), first=found[:MOST_TOLD]) if found else None


def answer_deeds(archive: Archive, asked: Asked) -> Reply | None:
    """The sentences of news that name somebody and have the day in them; those that tell of no
    meeting first where something else is asked for. None where no deeds of one day are asked for.
    """
    match, day = DEEDS.match(asked.text.strip()), _day(asked)
    people = [surnames_of(archive, party) for party in asked.about.parties]
    words = set(stems(" ".join(asked.about.words))) - OF_DEEDS
    if match is None or day is None or words or not people:
        return None
    told = list(_told_of_day(archive, asked, day))
    found = [one for one in told if all(deeds_in(one[1].text, names) for names in people)]
    if match["else"]:
        found.sort(key=lambda one: not _tells_more(archive, one[0], one[1], people[0]))
    listed = OF_A_LIST.search(asked.text) is not None
    planned = _answer_schedule(archive, asked) if listed and not found else None
    if listed and not found:  # "He will hold talks on May 4"
        found = [one for one in told if names_all(people, one[1].text)]
    teller = Teller(archive)
    first = [teller.quote(*one) for one in found[:MOST_TOLD]]
    met = tell_each(teller, _held_on(archive, asked)) if listed and first else []
    if met:
        return make_reply(teller, Outcome.ANSWERED, met, more=first)
    return planned or (make_reply(teller, Outcome.ANSWERED, (), first=first) if first else None)


def _told_of_day(archive: Archive, asked: Asked, day: date) -> Iterator[tuple[Article, Sentence]]:
    """The sentences of news that have the day in them, in articles that name the place."""
    place = fold(asked.about.place or "").lower()
    for article, sentence in _sentences(archive, asked):
        if sentence.zone is ZoneKind.BODY and place in fold(article.text).lower():
            times = _times(archive, article, sentence)
            if any(time.earliest == day == time.latest for time in times):
                yield article, sentence


def answer_scheduled(archive: Archive, asked: Asked) -> Reply | None:
    """The meetings that lay ahead for a day: "What was announced for 4 May 2019?"; None where
    something else is asked.
    """
    words = set(stems(" ".join(asked.about.words))) - OF_DEEDS
    last = asked.text.strip().rpartition("? ")[2]  # after what a follow-up leans on
    plain = SCHEDULED.match(last) is not None and not words
    return _answer_schedule(archive, asked) if plain and _day(asked) else None


def _held_on(archive: Archive, asked: Asked) -> list[Meeting]:
    """The meetings told as held on the day that is asked about."""
    meant = asked.about.model_copy(update={"forms": ("meeting",), "words": (), "status": None})
    listed = asked.model_copy(update={"about": meant, "kind": Kind.LIST})
    fits = find_meetings_for(archive, listed).exact
    return [fit.meeting for fit in fits if fit.meeting.status in TOOK_PLACE]


def _answer_schedule(archive: Archive, asked: Asked) -> Reply | None:
    """The meetings of a day."""
    meant = asked.about.model_copy(update={"forms": ("meeting",), "words": (), "status": None})
    listed = {"about": meant, "kind": Kind.LIST, "planned": True, "also": (), "speakers": ()}
    return answer_from_meetings(archive, asked.model_copy(update=listed))


def deeds_in(text: str, names: frozenset[str]) -> int:
    """How many verbs tell as done what one of some names is the subject of."""
    verbs = [
        verb
        for word in parse([text], without=["ner"])[0]
        if word.dep_ in ("nsubj", "nsubjpass") and is_past(word.head)
        and any(fold(part.text).casefold() in names for part in _itself(word))
        for verb in (word.head, *_joined(word.head))
    ]  # fmt: skip
    return len(verbs)


def _itself(subject: Token) -> Iterator[Token]:
    """The words of a subject that name it, and not what is only said of it: "Berg's aide"."""
    yield subject
    named = ("compound", "appos", "conj", "flat")
    yield from (child for child in subject.children if child.dep_ in named)


def _joined(verb: Token) -> Iterator[Token]:
    """The verbs that "and" joins to one, and those of clauses beside it: "a busy day as he met"."""
    for child in verb.children:
        if child.dep_ in ("conj", "advcl") and is_past(child):
            yield child
            yield from _joined(child)


def _tells_more(
    archive: Archive, article: Article, sentence: Sentence, names: frozenset[str]
) -> bool:
    """Whether a sentence tells more of somebody than the meetings in it."""
    meetings = mentions_at(archive, article.id, sentence.start, sentence.end)
    return deeds_in(sentence.text, names) > len(list(meetings))


def _day(asked: Asked) -> date | None:
    """The one day that is asked about; a weekday alone is the last one."""
    period, weekday = asked.about.period, asked.about.weekday
    if period and period.earliest == period.latest:
        return period.earliest
    if period or not weekday or asked.kind not in (Kind.CONTENT, Kind.SAID):
        return None
    return asked.asked_on - timedelta(days=(asked.asked_on.isoweekday() - weekday) % 7)


def _sentences(archive: Archive, asked: Asked) -> Iterator[tuple[Article, Sentence]]:
    """Those of the articles found, each text once."""
    hits = archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))
    seen = set[str]()
    for id in dict.fromkeys(hit.chunk.article_id for hit in hits):
        article = archive.article(id)
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and sentence.text not in seen:
                seen.add(sentence.text)
                yield article, sentence


def _is_of_day(archive: Archive, article: Article, sentence: Sentence, day: date) -> bool:
    """Whether a sentence has the day in it, or stands in an article of it and has none before."""
    times = _times(archive, article, sentence)
    if any(time.earliest == day == time.latest for time in times):
        return True
    dated = article.dated
    written = bool(dated and dated.earliest == day == dated.latest)
    return written and not any(time.earliest and time.earliest < day for time in times)


def _times(archive: Archive, article: Article, sentence: Sentence) -> list[TimeExpression]:
    return [time for time in archive.times(article.id)
            if sentence.start <= time.start and time.end <= sentence.end]  # fmt: skip
