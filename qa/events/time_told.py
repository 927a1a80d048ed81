"""What a time expression stands for, in a sentence of its own, and the gate's check of it.

"By the report: on 15 March 2024 (“Friday”)." A month stays a month and a year a year: "since May
2019" is not told as from the first of May. What is denied of a time, or told only roughly, is no
day of anything; and news of its own day is only what a report opens with as just done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from index.archive import Archive
from index.date_records import TimeExpression
from index.mention_when import make_when
from index.mention_when_other import clause_verb
from index.parse import parse
from index.records import Article, Citation, Sentence, Statement, ZoneKind
from index.status_scope import has_no, helpers, is_negated
from qa.events.days import PRINTED, why_that_day
from qa.events.words import TOLD
from qa.passages.other_outlet import OTHER, is_other, open_other, outlet_at
from qa.telling.days_told import DAY_TEXT, tell_when, write_day
from qa.telling.derive import join_parts, written_part

if TYPE_CHECKING:
    from spacy.tokens import Token

OPENING = "By the report: "
NEWS = "Told as news "
RELATIONS = ("since", "after", "before", "until", "by")
DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?")
MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
YEAR = re.compile(r"\d{4}")
TIMED = re.compile(
    rf"{NEWS}on (?:\w+day )?{DAY_TEXT}\.|(?:{re.escape(OPENING)}|{OTHER.pattern})"
    rf"(?:on|in|between|from|{'|'.join(RELATIONS)}) .*\.",
    re.DOTALL,
)
LEAD = 6  # sentences, headlines among them, of which one tells what has just been done
PERFECT = re.compile(  # "has landed", and not "has no crew", "has an engine", "has not mended"
    r"\bha(?:s|ve) (?:\w+ly |just |now )?(?!(?:not|never|yet|no|an?|in|the|been (?:no|an?|the))\b)"
    r"\w+(?:ed|en|n|t|de|ne)\b"
)
COUPLED = re.compile(r"\s*(?:,|and|, and|as well as)\s*(?:on |in |of )?\s*", re.IGNORECASE)
DENIAL = re.compile(  # what stands in every denial: only such a sentence is parsed for one
    r"\b(?:not|never|no|nor|neither|nobody|none|cannot|deny|denie[sd]|denying|doubt\w*|refut\w*|"
    r"disput\w*|reject\w*|dismiss\w*|fail\w*|refus\w*|declin\w*|"
    r"(?:may|might|could|should|would) have)\b|n['’]t\b",
    re.IGNORECASE,
)
DENYING_VERBS = frozenset(
    ["deny", "doubt", "refute", "dispute", "reject", "dismiss", "fail", "refuse", "decline"]
)
SUPPOSING = frozenset(["may", "might", "could", "should", "would"])  # "may have closed on May 7"
VAGUE = re.compile(r"PAST_REF|PT?X")
NAMED = (False, True)  # with the name of the day, or without
NOBODY = frozenset(["nobody", "none", "neither", "nothing"])
ROUGHLY = re.compile(  # "around May 13", "not before May 18", "on Monday or Tuesday"
    r"(?:\b(?:around|about|circa|approximately|roughly|towards?|sometime|some time|perhaps|maybe|"
    r"probably|possibly|presumably|apparently|likely|or)|~|\bca?\.|"
    r"\bn(?:ot|o|ever) (?:before|until|till|after|earlier than|sooner than|by))"
    r"\s*,?\s*(?:(?:on|in|at|by|of|the|early|late|mid)[\s-])*$",
    re.IGNORECASE,
)
OR_SO = re.compile(r"\s*,?\s*(?:or\b|at the earliest\b|give or take\b)", re.IGNORECASE)


def is_rough(text: str, start: int, time: TimeExpression) -> bool:
    """Whether a sentence that begins at `start` tells a time only roughly, or as the first that may
    be: the words for a time have no place for that.
    """
    before, after = text[: time.start - start], text[time.end - start :]
    return bool(ROUGHLY.search(before) or OR_SO.match(after))


def is_denied(text: str, start: int, time: TimeExpression) -> bool:
    """Whether a sentence that begins at `start` denies what the clause of a time tells: "was not
    moved on May 8", "denied that it was moved on May 8".
    """
    if not DENIAL.search(text):
        return False
    verb = verb_of(text, start, time)
    return verb is not None and _is_denied(verb)


def verb_of(text: str, start: int, time: TimeExpression) -> Token | None:
    """The verb whose clause a time of a sentence stands in; None without one."""
    doc = parse([text], without=["ner"])[0]
    span = doc.char_span(time.start - start, time.end - start, alignment_mode="expand")
    verb = clause_verb(span.root) if span else None
    return verb.head if verb is not None and verb.dep_ in ("aux", "auxpass") else verb


def _is_denied(verb: Token) -> bool:
    """Whether a verb is told with "not", of nobody, as supposed, or by one that denies it."""
    subjects = [one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")]
    nobody = any(has_no(one) or one.lower_ in NOBODY for one in subjects)
    supposed = {"have"} < helpers(verb) and helpers(verb) & SUPPOSING
    if is_negated(verb) or nobody or supposed:
        return True
    return not (verb.dep_ == "conj" and subjects) and _above(verb)


def _above(verb: Token) -> bool:
    """Whether the verb that another hangs on denies it: "denied that", "failed to", "did not"."""
    above = verb.head
    if above == verb or verb.dep_ not in ("ccomp", "xcomp", "conj"):
        return False
    return (verb.dep_ != "conj" and above.lemma_ in DENYING_VERBS) or _is_denied(above)


def is_told_as_news(archive: Archive, article: Article, start: int, end: int) -> bool:
    """Whether the sentence between two places of an article may be news of the article's own day:
    it has no time of its own, and heads the report, tells what has just been done, or what is said.
    """
    sentence = _sentence_at(archive, article, start, end)
    if sentence is None or is_other(article, start) or _has_time(archive, article, start, end):
        return False
    headed = sentence.zone is ZoneKind.HEADLINE and not DENIAL.search(sentence.text)
    said = TOLD.search(sentence.text) is not None and _tells_saying(sentence.text)
    return headed or said or is_just_done(archive, article, start, end)


def is_just_done(archive: Archive, article: Article, start: int, end: int) -> bool:
    """Whether a report tells in its first sentences, without a time, that something has been
    done: "The envoy has landed".
    """
    sentence = _sentence_at(archive, article, start, end)
    if sentence is None or is_other(article, start) or _has_time(archive, article, start, end):
        return False
    in_lead = sentence in archive.sentences(article)[:LEAD]
    return in_lead and PERFECT.search(sentence.text) is not None and _tells_done(sentence.text)


def is_news(archive: Archive, article: Article, start: int, end: int) -> bool:
    """Whether a sentence tells what its article's own day has brought: it heads the report, or
    tells what has just been done.
    """
    sentence = _sentence_at(archive, article, start, end)
    headed = sentence is not None and sentence.zone is ZoneKind.HEADLINE
    told = headed and is_told_as_news(archive, article, start, end)
    return told or is_just_done(archive, article, start, end)


def _tells_done(text: str) -> bool:
    """Whether a verb in the perfect tells a deed, and none that is denied."""
    doc = parse([text], without=["ner"])[0]
    return any(_is_perfect(token) and not _is_denied(token) for token in doc)


def _tells_saying(text: str) -> bool:
    """Whether something is said, and not that it was not: "has not confirmed the visit"."""
    doc = parse([text], without=["ner"])[0]
    said = [token for token in doc if TOLD.fullmatch(token.text)]
    return any(token.pos_ != "VERB" or not _is_denied(token) for token in said)


def _is_perfect(verb: Token) -> bool:
    helped = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    return helped and verb.tag_ in ("VBN", "VBD") and verb.lemma_ not in ("be", "have")


def _sentence_at(archive: Archive, article: Article, start: int, end: int) -> Sentence | None:
    found = (s for s in archive.sentences(article) if (s.start, s.end) == (start, end))
    return next(found, None)


def _has_time(archive: Archive, article: Article, start: int, end: int) -> bool:
    """Whether a sentence has a time that may be of what it tells as done: none that lies ahead."""
    inside = [t for t in archive.times(article.id) if start <= t.start and t.end <= end]
    if any(tell_time(time) and not lies_ahead(article, time) for time in inside):
        return True
    verbs = (verb_of(article.text[start:end], start, time) for time in inside if is_vague(time))
    return any(verb is not None and verb.dep_ != "amod" for verb in verbs)  # "recently elected"


def is_vague(time: TimeExpression) -> bool:
    """Whether no date follows from a time that yet tells when: "in recent weeks", "for months"."""
    return VAGUE.match(time.value or "") is not None


def lies_ahead(article: Article, time: TimeExpression) -> bool:
    """Whether a time is later than the day of writing: of no deed that the report tells as done."""
    written = article.dated.latest if article.dated else None
    return written is not None and time.earliest is not None and time.earliest > written


def tell_time(time: TimeExpression) -> str:
    """What a time expression stands for, as far as it is known: "on 15 March 2024", "since May
    2019", "in 2011"; empty for what is no date.
    """
    relation = relation_of(time)
    told = _exact(time.value)
    if told is None:
        when = make_when(time)
        return tell_when(when) if when else ""
    bare = told.removeprefix("on ").removeprefix("in ")
    return f"{relation} {bare}" if relation else told


def relation_of(time: TimeExpression) -> str | None:
    """The word of what lies since, after, before, until or by a time; None for the time itself."""
    return next((r for r in RELATIONS if time.derivation.startswith(f"{r} ")), None)


def _exact(value: str) -> str | None:
    """A TIMEX3 value of a day, a month or a year in words."""
    if match := DAY.fullmatch(value):
        return f"on {write_day(date.fromisoformat(match['day']))}"
    if match := MONTH.fullmatch(value):
        month = int(match["month"])
        return f"in {date(int(match['year']), month, 1):%B %Y}" if 1 <= month <= 12 else None
    return f"in {value}" if YEAR.fullmatch(value) else None


def tell_times(
    times: Sequence[TimeExpression], outlet: str | None, number: int, *, weekday: bool = False
) -> Statement:
    """The sentence that says what some time expressions of one cited sentence stand for.

    `outlet` is the other paper whose words they are; the derivation says how each follows. With
    `weekday` a day is told with its name.
    """
    told = " and ".join(_with_words(one, weekday=weekday) for one in times)
    parts = [why_that_day(one) for one in times if one.basis != PRINTED]
    opening = open_other(outlet) if outlet else OPENING
    return Statement(text=f"{opening}{told}.", citations=(number,), derivation=join_parts(parts))


def tell_news(article: Article, number: int, *, weekday: bool = False) -> Statement | None:
    """That a report tells something as news of its own day; None where that day is not known."""
    dated = article.dated
    if dated is None or dated.precision != "day" or dated.earliest is None:
        return None
    told = _name_day(dated.earliest, tell_when(dated)) if weekday else tell_when(dated)
    return Statement(text=f"{NEWS}{told}.", citations=(number,), derivation=written_part(dated))


def _name_day(day: date, told: str) -> str:
    """A day in words with its name: "on Friday 15 March 2024"."""
    return told.replace(write_day(day), f"{day:%A} {write_day(day)}")


def _with_words(time: TimeExpression, *, weekday: bool) -> str:
    """With the words that stand there, where they are not the date in full."""
    said = f" (“{' '.join(time.text.split())}”)" if time.basis != PRINTED else ""
    day = time.earliest if weekday and time.earliest == time.latest else None
    return (_name_day(day, tell_time(time)) if day else tell_time(time)) + said


def fault_of_times(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """What is wrong with such a sentence; None where the archive's times of the one cited sentence
    give it anew, and its derivation.
    """
    for one in cited:
        article = archive.article(one.article.id)
        fresh = said.text.startswith(NEWS) and is_told_as_news(archive, article, one.start, one.end)
        news = [tell_news(article, one.number, weekday=named) for named in NAMED] if fresh else []
        if any(made and _is_same(made, said) for made in news):
            return None
        outlet = outlet_at(archive, one.article.id, one.start)
        times = [t for t in archive.times(one.article.id)
                 if one.start <= t.start and t.end <= one.end]  # fmt: skip
        for some in _runs(one, times):
            made = (tell_times(some, outlet, one.number, weekday=named) for named in NAMED)
            same = any(_is_same(told, said) for told in made)
            if same and not any(is_open(one, time) for time in some):
                return None
    return "is the time of no cited sentence"


def _is_same(made: Statement, said: Statement) -> bool:
    return (made.text, made.derivation) == (said.text, said.derivation)


def is_open(one: Citation, time: TimeExpression) -> bool:
    """Whether a cited sentence denies a time or tells it roughly; "not since May" dates a state."""
    if is_rough(one.quote, one.start, time):
        return True
    return relation_of(time) != "since" and is_denied(one.quote, one.start, time)


def are_coupled(text: str, start: int, one: TimeExpression, other: TimeExpression) -> bool:
    """Whether nothing but "and" or a comma stands between two times of a sentence."""
    return COUPLED.fullmatch(text[one.end - start : other.start - start]) is not None


def _runs(one: Citation, times: Sequence[TimeExpression]) -> Iterator[Sequence[TimeExpression]]:
    """Each time by itself, and those that stand side by side."""
    times = sorted(times, key=lambda time: time.start)
    for first in range(len(times)):
        for last in range(first + 1, len(times) + 1):
            some = times[first:last]
            coupled = all(are_coupled(one.quote, one.start, *pair) for pair in pairwise(some))
            if coupled and all(tell_time(time) for time in some):
                yield some
