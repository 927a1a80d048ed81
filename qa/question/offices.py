"""Offices as a question names them: "the Polish president", "which envoy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.gazetteer import country_of
from index.people_cues import (
    OFFICE_MODIFIERS,
    OFFICE_NOUNS,
    PLURALS,
    PORTFOLIO,
    PORTFOLIO_WORDS,
)
from index.records import Record
from qa.question.asked import Party
from qa.question.slot_cues import FORMS, VAGUE
from qa.question.words import Words

LONGEST_COUNTRY = 4  # words
STATES = re.compile(  # "leaders of the five Nordic nations", "envoys of the two sides"
    r"(?:(?:other|all|both|two|three|four|five|six|seven|eight|nine|ten|\d+)\s)?"
    r"(?:[A-Z][\w’'-]+\s(?:and\s)?){0,3}"
    r"(?:nations|countries|states|sides|republics|powers|governments)\b"
)
COMMON = frozenset(  # offices only beside something that says so: "the head of the union"
    [
        "general",
        "chief",
        "head",
        "deputy",
        "lead",
        "leader",
        "captain",
        "observer",
        "speaker",
        "judge",
    ]
)
COMMON_WORDS = frozenset(
    ["polish", "turkey", "china", "chile", "jordan", "march", "reading", "nice"]
)
REGIONS = frozenset(  # "Arab leaders", "European foreign ministers": of no one country
    ["european", "african", "asian", "arab", "western", "eastern", "nordic", "baltic", "balkan",
     "caribbean", "scandinavian", "gulf", "muslim", "latin", "american", "regional", "allied"]
)  # fmt: skip
MET = frozenset(["met", "saw", "received", "hosted", "welcomed", "visited", "greeted", "phoned"])
TALKED = frozenset(["spoke to", "spoke with", "talked to", "talked with"])
UPPER = {"us": "US", "uk": "UK", "usa": "USA", "uae": "UAE", "u.s": "U.S.", "eu": "EU", "un": "UN"}


class Named(Record):
    """Somebody or some place where a question names it: the words `first` to `last`, both in it.

    `party` is None for a place; `which` marks an office that is asked for ("which envoy").
    """

    first: int
    last: int
    party: Party | None = None
    place: str | None = None
    which: bool = False
    loose: bool = False  # a name before "talks" that may be a place


def find_offices(words: Words) -> list[Named]:
    """The offices of a question, labelled; one before a name ("envoy Karl Stone") names nobody."""
    found: list[Named] = []
    for at in range(len(words)):
        noun = words.lower(at)
        if not words.free(at) or (noun not in OFFICE_NOUNS and noun not in PLURALS):
            continue
        if _in_name(words, at) or (noun == "heads" and words.lower(at - 1) in ("who", "that")):
            continue
        first, last = _start(words, at), _end(words, at)
        if _goes_on(words, at) or (noun in COMMON and first == last and not _marked(words, at)):
            continue
        found += _read(words, at, first, last)
        words.label("role", first, last)
    return found


def country_at(words: Words, first: int, last: int) -> str | None:
    """The code of the country that these words name; a question in lower case is read as one."""
    text = words.slice(first, last)
    if text.islower() and len(text) > 3 and text not in COMMON_WORDS:
        return country_of(text.title())
    if words.is_lower or text.lower() in UPPER:
        small = UPPER.get(text.lower())
        told = words.lower(first - 1) in ("the", "between", "and", "with") or words.is_lower
        if text == "us":
            small = "US" if told and words.lower(first - 1) != "tell" else None
        text = small or (text.title() if words.is_lower and text != "us" else text)
    return country_of(text)


def _read(words: Words, noun: int, first: int, last: int) -> Iterator[Named]:
    following = last + 1 if words.gap(last) in ("", ",") else -1
    if (
        words.named(following)
        and words.lower(noun) not in PLURALS
        and not words.words[last].genitive
        and not _is_met(words, first, following)
    ):
        return  # a title
    if first and words.gap(_before(words, first)) == "," and words.labels[first - 1] == "person":
        return
    which = words.lower(first - 1) in ("which", "what")
    text = words.slice(first, last)
    if words.lower(noun) in PLURALS and not which:
        yield from _several(words, noun, first, last, text)
        return
    told = _with_capitals(text)
    party = Party(words=text, kind="role", known_as=told if told != text else None)
    yield Named(first=first, last=last, party=party, which=which)


def _is_met(words: Words, first: int, name: int) -> bool:
    """Whether a name behind an office is of one who met its holder: "the name of the Polish envoy
    Berg met", "Who was the envoy Berg met?".
    """
    asks = re.search(
        r"\b(?:names? of|who (?:is|was|were)|name|identify) the $",
        words.text[: words.words[first].start],
        re.IGNORECASE,
    )
    after = words.run(name) + 1
    met = words.lower(after) in MET and words.lower(after + 1) != "by"
    met = met or f"{words.lower(after)} {words.lower(after + 1)}" in TALKED
    return asks is not None and met and words.close(after - 1)


def _with_capitals(text: str) -> str:
    """An office with its country written as one: "latvian minister" is the Latvian minister."""
    if not text.islower():
        return text
    return " ".join(w.title() if country_of(w.title()) else w for w in text.split())


def _before(words: Words, first: int) -> int:
    return first - 2 if words.lower(first - 1) in ("the", "a", "an") else first - 1


def _several(words: Words, noun: int, first: int, last: int, text: str) -> Iterator[Named]:
    """Each of "the foreign ministers of Poland and Latvia"; a group where no country is told."""
    countries = list(_countries(words, first, last))
    counted = words.lower(first - 1) == "many"  # "How many ministers did Berg meet?"
    whose = words.words[last].genitive and words.lower(last + 1) not in FORMS
    loose = words.lower(noun) in VAGUE or whose or counted
    if len(countries) < 2 and first == last and loose:
        return
    if len(countries) < 2:
        yield Named(first=first, last=last, party=Party(words=text, kind="group"))
        return
    inside = {at for a, b in countries for at in range(a, b + 1)}
    own = [
        words.lower(at)
        for at in range(first, noun)
        if at not in inside and words.lower(at) not in ("and", "the", "of")
    ]
    role = " ".join([*own, PLURALS[words.lower(noun)]])
    for a, b in countries:
        country = words.slice(a, b)
        text = f"{country} {role}" if a < noun else f"{role} of {country}"
        party = Party(words=text, kind="role")
        yield Named(first=first, last=last, party=party)


def _countries(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    at = first
    while at <= last:
        for length in range(min(LONGEST_COUNTRY, last - at + 1), 0, -1):
            if country_at(words, at, at + length - 1):
                yield at, at + length - 1
                at += length
                break
        else:
            at += 1


def _start(words: Words, noun: int) -> int:
    """The first word of an office: its country and its modifiers stand before its noun."""
    first = noun
    while words.free(first - 1) and _joins(words, first - 1):
        length = next((n for n in range(LONGEST_COUNTRY, 0, -1) if _is_country(words, first, n)), 0)
        before = words.lower(first - 1)
        joined = before == "and" and first < noun and _is_country(words, first - 1, 1)
        part = before in OFFICE_MODIFIERS or before in PORTFOLIO_WORDS
        part = part or _is_portfolio(words, first, noun)
        part = part or (first == noun and before in REGIONS and words.lower(noun) in PLURALS)
        part = part or (words.words[first - 1].text.isupper() and 1 < len(before) < 6)  # "UN envoy"
        if not (length or joined or (part and not words.words[first - 1].genitive)):
            break
        first -= length or 1
    return first


def _is_portfolio(words: Words, first: int, noun: int) -> bool:
    """Whether an unknown word between a country and an office is of it: "Polish water envoy"."""
    return first == noun and words.words[first - 1].text.islower() and any(
        _is_country(words, first - 1, n) for n in (1, 2)
    )  # fmt: skip


def _is_country(words: Words, end: int, length: int) -> bool:
    start = end - length
    free = start >= 0 and all(words.free(at) for at in range(start, end))
    return free and country_at(words, start, end - 1) is not None


def _joins(words: Words, at: int) -> bool:
    return words.gap(at) in ("", "-", "'s", "’s", "'", "’")


def _end(words: Words, noun: int) -> int:
    """The last word of an office: "of Trade", "of Latvia and Poland", "of the Harbour Union"."""
    last = noun
    while words.lower(last + 1) in ("of", "for", "to", "and") and not words.words[last].genitive:
        if words.lower(last + 1) == "and" and not _is_country_word(words, last):
            break
        start = last + 2 + (words.lower(last + 2) == "the")
        end = _named_end(words, start, words.lower(last + 1) == "of")
        if end is None:
            break
        last = end
    return last


def _is_country_word(words: Words, at: int) -> bool:
    return country_at(words, at, at) is not None


def _named_end(words: Words, start: int, of: bool) -> int | None:
    """The last word of what an office is of: a portfolio, a country, a name; None for neither."""
    if start >= len(words) or not words.free(start):
        return None
    rest = words.text[words.words[start].start :]
    portfolio = PORTFOLIO.match(rest)
    if portfolio:
        return _last_within(words, start, portfolio.end())
    told = states_end(words, start) if of else None
    if told is not None:
        return told
    for length in range(LONGEST_COUNTRY, 0, -1):
        if start + length <= len(words) and country_at(words, start, start + length - 1):
            return start + length - 1
    return words.run(start) if of and words.named(start) else None


def states_end(words: Words, start: int) -> int | None:
    """The last word of "five Nordic nations" where a question tells such from a word on."""
    told = STATES.match(words.text[words.words[start].start :]) if words.free(start) else None
    return _last_within(words, start, told.end()) if told else None


def _last_within(words: Words, start: int, length: int) -> int:
    end = words.words[start].start + length
    return max(at for at in range(start, len(words)) if words.words[at].end <= end)


def _goes_on(words: Words, at: int) -> bool:
    """Whether an office's noun is only part of its name: "deputy" of "deputy finance minister"."""
    if words.words[at].genitive:
        return False
    step = at + 1
    while words.lower(step) in OFFICE_MODIFIERS or words.lower(step) in PORTFOLIO_WORDS:
        step += 1
    return words.lower(step) in OFFICE_NOUNS and _joins(words, at) and words.free(step)


def _in_name(words: Words, at: int) -> bool:
    """Whether a capitalised office is part of a name: "the Amber Queen"."""
    if at == 0 or not words.words[at].capital or words.gap(at - 1) not in ("", "-"):
        return False
    earlier = words.words[at - 1]
    modifier = earlier.lower in OFFICE_MODIFIERS | PORTFOLIO_WORDS | OFFICE_NOUNS
    described = words.named(at - 1) and not earlier.genitive and not modifier
    return described and not _is_country(words, at, 1) and not earlier.text.isupper()


def _marked(words: Words, at: int) -> bool:
    """Whether a common word is an office: a name follows, or "the" stands before it."""
    return words.named(at + 1) or words.lower(at - 1) in ("the", "which", "his", "her", "their")
