"""How many meetings there have been, where an article prints the count: "her third visit since May"
tells of three, and of two before that one; "they have met twice this year" of two. It tells since
when they are counted as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.archive import Archive
from index.catalog import Filter
from index.gazetteer import capital_of, country_of
from index.meeting_records import TOOK_PLACE, Form, Meeting
from index.records import SUPPORTING, Article, Outcome, Record, Sentence, Statement, When
from index.words import fold, stems
from qa.cues import LIES_AHEAD
from qa.meetings.counts_told import TIMES, Tally, numbers_in, tallies_in, tell_tally
from qa.meetings.facts import REPORTS_DIFFER
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import is_of_form
from qa.meetings.holdings import find_articles
from qa.passages.naming import names_all, surnames_of
from qa.passages.retrieve import rank_articles
from qa.question.asked import Asked, Kind
from qa.question.meeting_words import FORM_NOUNS, GOING_TO, MEETING_VERBS
from qa.question.when import days_of, may_be_in
from qa.telling.derive import mentions_at
from qa.telling.reply import MOST_TOLD, Reply, make_reply, tell_each
from qa.telling.teller import Teller

SEARCHED = 24  # chunks
AROUND = timedelta(days=14)  # of a meeting, within which an article numbers it
SAME_TIME = timedelta(days=3)  # within which two articles that number differently contradict
# "before that of June", "before she landed", "previous visits": the numbered one is left out
EARLIER = re.compile(
    r"\b(?:before|prior to|ahead of|not counting|previous|earlier|preceding)\b", re.IGNORECASE
)
UP_TO = re.compile(r"\b(?:when|by|until|up to|at the time)\b", re.IGNORECASE)
OWNING = re.compile(r"\b(?:his|her|their|its)\W+(?:[\w-]+\W+){0,2}?$|\b(?:he|she|they)\b",
                    re.IGNORECASE)  # fmt: skip
PRONOUN = re.compile(r"\b(?:his|her|their|he|she|they)\b", re.IGNORECASE)
# "Since which month does the Gazette count her three visits?"
SINCE_WHEN = re.compile(
    r"^(?!.*\bhow (?:many|often)\b).*\bsince (?:when|(?:what|which) \w+)\b",
    re.IGNORECASE | re.DOTALL,
)
NOT_SINCE = "The archive does not say since when so many are counted."
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
AS_OF = re.compile(r"\bas of [^?,;()]+", re.IGNORECASE)  # no time of what is counted
THAT_YEAR = re.compile(r"\b(?:that|the same) (?:year|month|week|day)\b", re.IGNORECASE)
PAIR = 2
LEANS = 2  # sentences before one, in which those may be named whom its pronoun means
CAPITAL = re.compile(r"\b(?P<country>[A-Z][\w.-]+)(?:’s|'s)? capital\b")
WORDS = re.compile(r"[^\W\d_]+")


class Printed(Record):
    """A sentence that prints a count, and its ordinal; None where it says the count itself.

    `since` is the first of the days from which it counts, None where it does not say.
    """

    article: Article
    sentence: Sentence
    tally: Tally | None
    since: date | None = None

    @property
    def day(self) -> date:
        """When it was written; the first of all days where that is not known."""
        dated = self.article.dated
        return (dated and dated.earliest) or date.min


def answer_printed(archive: Archive, asked: Asked) -> Reply | None:
    """How many, or since when so many, by the newest sentence that prints it for those asked about;
    None for none.

    Where others of about that day say otherwise, both are told.
    """
    since = SINCE_WHEN.search(asked.text) is not None
    if not (since or asked.kind is Kind.COUNT) or asked.planned or asked.about.status:
        return None
    enough = len(asked.about.parties) >= (1 if "visit" in _forms(asked) else PAIR)
    printed = find_printed(archive, asked) if enough else ()
    found = sorted(printed, key=lambda one: one.day, reverse=True)
    if since:
        return _tell_since(archive, asked, found)
    return _tell_count(archive, asked, found) if found else None


def _forms(asked: Asked) -> Sequence[Form]:
    """What is counted: visits, of one, also where it is asked how often somebody came somewhere;
    else meetings, of two.
    """
    came = asked.about.place is not None and GOING_TO.search(asked.text) is not None
    return ("visit",) if came else asked.about.forms or ("meeting",)


def _tell_since(archive: Archive, asked: Asked, found: Sequence[Printed]) -> Reply | None:
    """The sentences that say since when: of as many as the question says, where it does."""
    wanted = numbers_in(asked.text)
    told = [
        one
        for one in found
        if one.since and _is_word_of(asked, one.article) and (not wanted or wanted & _numbers(one))
    ]
    if not told:
        counted = asked.kind is Kind.COUNT
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=NOT_SINCE) if counted else None
    newest, teller = told[0], Teller(archive)
    sides = _sides([one for one in told if one.since != newest.since], newest)
    said = [teller.quote(one.article, one.sentence) for one in (newest, *sides)]
    outcome = Outcome.CONFLICTING if sides else Outcome.ANSWERED
    return make_reply(teller, outcome, (), lead=REPORTS_DIFFER * bool(sides), first=said)


def _is_word_of(asked: Asked, article: Article) -> bool:
    """Whether an article is by those who are said to count, or tells of them."""
    told = set(stems(f"{article.source or ''} {article.text}"))
    return all(set(stems(one.called)) <= told for one in asked.speakers)


def _numbers(one: Printed) -> set[int]:
    return {one.tally.number} if one.tally else numbers_in(one.sentence.text)


def _sides(others: Sequence[Printed], newest: Printed) -> Sequence[Printed]:
    """The one of others that was printed at about the time of the newest."""
    return [one for one in others if newest.day - one.day <= SAME_TIME][:1]


def _tell_count(archive: Archive, asked: Asked, found: Sequence[Printed]) -> Reply:
    newest, teller = found[0], Teller(archive)
    number = newest.tally and newest.tally.number
    sides = _sides([o for o in found if number and o.tally and o.tally.number != number], newest)
    before = EARLIER.search(asked.text) is not None
    said = [said for one in (newest, *sides) for said in _tell(teller, one, before=before)]
    outcome = Outcome.CONFLICTING if sides else Outcome.ANSWERED
    later = [] if before or UP_TO.search(asked.text) else _later(archive, asked, newest)
    said += [one.statement for one in tell_each(teller, later[:MOST_TOLD])]
    return make_reply(
        teller, outcome, (), lead=REPORTS_DIFFER * bool(sides), first=said, meetings=later
    )


def _later(archive: Archive, asked: Asked, printed: Printed) -> list[Meeting]:
    """The meetings held after those that a sentence counts, which it cannot have counted."""
    fits = find_meetings_for(archive, asked).exact
    held = [fit.meeting for fit in fits if fit.meeting.status in TOOK_PLACE and fit.meeting.when]
    return [m for m in held if m.when and m.when.earliest and m.when.earliest > printed.day]


def _tell(teller: Teller, one: Printed, *, before: bool) -> list[Statement]:
    """The count that an ordinal makes, and the sentence."""
    quote = teller.quote(one.article, one.sentence)
    if one.tally is None:
        return [quote]
    text = tell_tally(one.tally, before=before)
    return [Statement(text=text, citations=quote.citations), quote]


def find_printed(archive: Archive, asked: Asked) -> Iterator[Printed]:
    """The sentences that print a count of what is asked about."""
    told = days_of([AS_OF.sub("", THAT_YEAR.sub("", asked.text))], asked.asked_on)
    since = [when for when in told if when.earliest and not when.latest]
    periods = [when for when in told if when.earliest and when.latest]
    if SINCE_WHEN.search(asked.text):  # "Since which month of 2019?" may be told in 2020
        periods = []
    only = set(find_articles(archive, asked.article)) if asked.article else None
    hits = archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))
    for id in rank_articles(hits):
        article = archive.article(id)
        if (only is not None and id not in only) or not _is_of(article, asked, periods):
            continue
        sentences = archive.sentences(article)
        for at, sentence in enumerate(sentences):
            if sentence.zone not in SUPPORTING or not _is_since(archive, sentence, since):
                continue
            before = [one.text for one in sentences[max(at - LEANS, 0) : at]]
            if _is_there(asked, article, before, sentence):
                yield from _prints(archive, asked, article, before, sentence)


def _prints(
    archive: Archive, asked: Asked, article: Article, before: Sequence[str], sentence: Sentence
) -> Iterator[Printed]:
    """The counts that a sentence prints of those asked about."""
    ahead = LIES_AHEAD.search(sentence.text) and not EARLIER.search(asked.text)
    for tally in tallies_in(sentence.text):
        named = _names_them(archive, asked, tally.words, before, sentence)
        if named and not ahead and _is_such(archive, asked, sentence, tally.words):
            since = _since(archive, sentence) if SINCE.search(tally.words) else None
            yield Printed(article=article, sentence=sentence, tally=tally, since=since)
    match = TIMES.search(sentence.text)
    if match and not ahead and not EARLIER.search(asked.text):
        named = _names_them(archive, asked, match[0], before, sentence)
        if named and _is_such(archive, asked, sentence, match[0]):
            since = _since(archive, sentence) if SINCE.search(sentence.text, match.end()) else None
            yield Printed(article=article, sentence=sentence, tally=None, since=since)


def _since(archive: Archive, sentence: Sentence) -> date | None:
    """The first of the days since which a sentence counts."""
    match = SINCE.search(sentence.text)
    first = sentence.start + match.start() if match else sentence.end
    times = archive.times(sentence.article_id)
    return next((t.earliest for t in times if first <= t.start < sentence.end), None)


def _names_them(
    archive: Archive, asked: Asked, words: str, before: Sequence[str], sentence: Sentence
) -> bool:
    """Whether a sentence names all asked about, or means them by a pronoun after one that does."""
    wanted = [surnames_of(archive, party) for party in asked.about.parties]
    if names_all(wanted, sentence.text):
        return True
    lead = " ".join(sentence.text.split())
    leaning = OWNING.search(lead[: lead.find(words.split()[0])])
    for text in reversed(before):
        if not leaning or names_all(wanted, text):
            return leaning is not None
        leaning = PRONOUN.search(text)  # "It was their fourth meeting. They also spoke twice."
    return False


def _is_such(archive: Archive, asked: Asked, sentence: Sentence, words: str) -> bool:
    """Whether what is counted is what is asked for: visits, calls, or what people call met."""
    forms = _forms(asked)
    nouns = [FORM_NOUNS[w] for w in WORDS.findall(words.lower()) if w in FORM_NOUNS]
    if not nouns:  # "for the third time", "met twice"
        told = mentions_at(archive, sentence.article_id, sentence.start, sentence.end)
        verbs = (w for w in WORDS.findall(sentence.text.lower()) if w in MEETING_VERBS)
        nouns = [m.form for m in told] or [MEETING_VERBS[w] for w in verbs]
        nouns += ["visit"] * bool(GOING_TO.search(sentence.text))  # "has come to Cork twice"
    return any(_counts_as(form, forms) for form in nouns)


def _counts_as(form: Form, forms: Sequence[Form]) -> bool:
    """Whether a form is counted with those asked for: a visit is no meeting, nor a call a visit."""
    if "visit" in forms or form == "visit":
        return form == "visit" and "visit" in forms
    return is_of_form(form, forms)


def _is_of(article: Article, asked: Asked, periods: Sequence[When]) -> bool:
    """Whether an article is the outlet's that is asked, and of about the times asked about."""
    if asked.outlet and fold(asked.outlet).casefold() not in fold(article.source or "").casefold():
        return False
    dated = article.dated
    if dated is None or dated.earliest is None or dated.latest is None:
        return not periods
    wide = dated.model_copy(update={"earliest": dated.earliest - AROUND})
    return all(may_be_in(wide, period) for period in periods)


def _is_since(archive: Archive, sentence: Sentence, since: Sequence[When]) -> bool:
    """Whether a sentence counts from when the question does, where the question says so."""
    times = archive.times(sentence.article_id)
    told = [t for t in times if sentence.start <= t.start and t.end <= sentence.end]
    starts = {t.earliest for t in told if t.earliest}
    return all(when.earliest in starts for when in since)


def _is_there(asked: Asked, article: Article, before: Sequence[str], sentence: Sentence) -> bool:
    """Whether the place asked about is named, as a capital by its country's name too."""
    place = asked.about.place
    if place is None:
        return True
    code = capital_of(place) or country_of(place)
    capitals = {country_of(match["country"]) for match in CAPITAL.finditer(sentence.text)}
    if capitals:  # a town that is no capital is not what they count visits to
        return code in capitals
    near = " ".join((sentence.text, *before, article.located or ""))
    return set(stems(place)) <= set(stems(near))
