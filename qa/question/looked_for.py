"""What a question asks: the kind of thing wanted, the names, the content words, the period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from index.cues import DAY, MONTH, MONTHS, STOP_WORDS, WANTS, YEAR
from index.date_holidays import holiday
from index.date_words import HOLIDAYS
from index.dating import day_when, month_when, read_written_day, year_when
from index.records import Question, When
from index.words import content_words
from qa.cues import ASKS_CONDITION, IN_A_WORD

OPENERS = STOP_WORDS | {  # what opens a question and is no name: "Name the envoy of Oslo"
    "name", "list", "put", "arrange", "sort", "compare", "contrast", "trace", "give",
    "describe", "identify", "explain", "state", "show", "find", "quote", "cite",
}  # fmt: skip
ASKED_FOR = ((ASKS_CONDITION, "condition"), *WANTS)
MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})\b", re.IGNORECASE)
ISO_DAY = re.compile(rf"\b({YEAR})-(\d\d)-(\d\d)\b")
BARE_YEAR = re.compile(rf"(?<![\d.,-])(?P<year>{YEAR})(?![\d-]|[.,]\d)")
TIME_WORD = re.compile(rf"(?:{MONTH}|{YEAR}|{DAY})", re.IGNORECASE)
PART_OF = re.compile(rf"\b(?:mid|early|late)-(?={MONTH}\b|{YEAR}\b)", re.IGNORECASE)  # "mid-May"
FEAST = re.compile(rf"\b(?:{'|'.join(words for words, _ in HOLIDAYS)})\b", re.IGNORECASE)
NAME = re.compile(  # "Anna Stone", "Gen. Lund", "Port of Bar", "Abd al-Aziz", "Anna B. Lund"
    r"[^\W\d_a-zß-öø-ÿ][\w’'\-]*(?:\s(?:(?:of|de|da|del|van|von|al|el|bin|ya)\s)?"
    r"(?:[A-Z]\.\s)*(?:[a-z]{2,3}-)?[^\W\d_a-zß-öø-ÿ][\w’'\-]*)*"
)


def read_question(
    text: str, *, asked_on: date, as_of: date | None = None, sources: Iterable[str] = ()
) -> Question:
    """The question as it is understood.

    `sources` are the outlets of the archive; those that the question names stand in the result.
    """
    plain = PART_OF.sub("", text)
    names = find_capitalised(plain)
    return Question(
        text=text,
        wants=next((wants for cue, wants in ASKED_FOR if cue.search(text)), "thing"),
        names=names,
        words=tuple(w for w in content_words(_in_a_word(plain)) if not TIME_WORD.fullmatch(w)),
        period=find_period(text),
        sources=tuple(source for source in sources if _names_source(text, source)),
        asked_on=asked_on,
        as_of=as_of,
    )


def _in_a_word(text: str) -> str:
    for phrase, word in IN_A_WORD:
        text = phrase.sub(word, text)
    return text


def find_capitalised(text: str) -> tuple[str, ...]:
    """The proper names as written: capitalised runs, a question word at the start left out."""
    names = []
    for match in NAME.finditer(FEAST.sub(lambda feast: feast[0].lower(), text)):  # "by Christmas"
        words = match[0].split()
        while words and (words[0].lower().removesuffix("'s") in OPENERS or _is_time(words[0])):
            words.pop(0)
        while words and _is_time(words[-1]):  # "Berg's December agenda"
            words.pop()
        name = re.sub(r"['’]s?$", "", " ".join(words))
        if name and not all(_is_time(word) for word in name.split()):
            names.append(name)
    return tuple(dict.fromkeys(names))


def find_period(text: str) -> When | None:
    """The day, month or year that a question names, the most exact first; None for none."""
    day = read_written_day(text) or _iso_day(text) or _feast_day(text)
    if day:
        return day_when(day, "question", "the question names the day")
    if match := MONTH_YEAR.search(text):
        month = MONTHS[match["month"].rstrip(".").lower()]
        return month_when(int(match["year"]), month, "question", "the question names the month")
    if match := BARE_YEAR.search(text):
        return year_when(int(match["year"]), "question", "the question names the year")
    return None


def _is_time(word: str) -> bool:
    return word.rstrip(".,?").lower() in MONTHS or TIME_WORD.fullmatch(word) is not None


def _iso_day(text: str) -> date | None:
    match = ISO_DAY.search(text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:  # 2019-02-30
        return None


def _feast_day(text: str) -> date | None:
    """The day of a feast whose year a question names: "at Christmas 2019"."""
    for words, feast in HOLIDAYS:
        named = re.search(rf"\b{words},?\s+(?:of\s+|in\s+)?(?P<year>{YEAR})\b", text, re.IGNORECASE)
        day = holiday(feast, int(named["year"])) if named else None
        if day:
            return day.first
    return None


def _names_source(text: str, source: str) -> bool:
    """Whether a question wants the word of one outlet: "according to the Harbour Gazette"."""
    told = r"according to|as (?:told|reported) (?:by|in)|reported by"
    named = rf"\b(?:{told})\s+(?:the\s+)?{re.escape(source)}\b"
    return re.search(named, text, re.IGNORECASE) is not None
