"""Whether a sentence names everybody whom a question means, and the people whom a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from index.archive import Archive
from index.gazetteer import MOST_WORDS, country_of, find_country
from index.meeting_lookup import answers_to, country_in
from index.mention_reports import TRIGGER_WORDS
from index.not_meetings import NOT_MEETINGS
from index.people_cues import BODIES
from index.words import fold, stem_once
from qa.cues import TITLES
from qa.question.asked import Party
from qa.question.name_words import title_in

PERSON = re.compile(  # two or three capitalised words: "Anna Stone", "J. R. Lund"
    r"\b(?:[^\W\d_a-zß-öø-ÿ][\w’'\-]*[^\W_]|(?:[A-Z]\.[ \t]?)+)"
    r"(?:[ \t][^\W\d_a-zß-öø-ÿ][\w’'\-]+){1,2}"
)
OF_OFFICE = re.compile(rf"\b(?:{'|'.join(sorted(TITLES))}) of $", re.IGNORECASE)
LONG = 5  # letters: "Latvia" of "Latvian" is meant, "Pell" of "pellets" is not


def surnames_of(archive: Archive, party: Party) -> frozenset[str]:
    """The words of which one must stand in a sentence that names somebody, folded."""
    names = {party.called}
    if party.kind == "role":  # "the Estonian minister": whoever the meetings know as that
        known = (p for m in archive.meetings(who=[party.called]) for p in m.participants)
        names = {p.name for p in known if answers_to(p, party.called)}
    return frozenset(fold(_surname(name)).casefold() for name in names)


def _surname(name: str) -> str:
    """The word that tells one from others: the last, "Nordic" of "leaders of the Nordic states",
    "Harbour" of "Oslo Harbour Board".
    """
    *_, before, last = ["", *name.split()]
    common = last.lower() in BODIES or (" of " in name and last.islower())
    return before if common and before[:1].isupper() else last


def tells_of(
    wanted: Sequence[frozenset[str]], words: str, around: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence has a word for a meeting, and it or the stems about it name all."""
    if not TRIGGER_WORDS.search(words) or not names_all(wanted, words, around):
        return False
    told = reduce(lambda text, row: row.pattern.sub(" ", text), NOT_MEETINGS, words)
    return TRIGGER_WORDS.search(told) is not None  # "met the deadline", "a news conference"


def names_all(
    wanted: Sequence[frozenset[str]], words: str, around: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence, or the stems about it, name everybody."""
    text = fold(words).casefold()
    lacking = [names for names in wanted if not any(_stands_in(name, text) for name in names)]
    if not lacking:  # stems take twenty times as long
        return True
    held = around.union(map(stem_once, text.replace("-", " ").split()))
    return all(any(stem_once(name) in held for name in names) for names in lacking)


def _stands_in(name: str, text: str) -> bool:
    """Whether a folded name stands in a text: a short one as a word, a long one as a beginning."""
    if name not in text:
        return False
    end = "" if len(name) >= LONG else r"(?:['’]?s)?(?!\w)"
    return re.search(rf"(?<!\w){re.escape(name)}{end}", text) is not None


def tells_offices(archive: Archive, parties: Sequence[Party], text: str) -> bool:
    """Whether a text tells of the offices of those whom no meeting of the archive has: "the Danish
    envoy", where no report names one.
    """
    offices = (
        country_in(p.called) for p in parties if p.kind == "role" and not surnames_of(archive, p)
    )
    return all(any(find_office(text, title, code)) for code, title in offices if code and title)


def find_office(text: str, title: str, country: str) -> Iterator[tuple[int, int]]:
    """Where a text tells of an office of a country: "French envoy", "envoy of France"; of several
    ("the envoys of France and Chad") any of the countries behind it is meant.
    """
    for match in re.finditer(rf"\b{re.escape(title)}(?P<several>s)?\b", text, re.IGNORECASE):
        before = text[: match.start()].split()[-MOST_WORDS:]
        behind = text[match.end() :].split()
        behind = behind if match["several"] else behind[: MOST_WORDS + 2]
        spots = [(before, at) for at in range(len(before))]
        spots += [(behind, at) for at in range(len(behind)) if match["several"] or at in (1, 2)]
        found = [one for words, at in spots if (one := find_country(words, at))]
        if country in [code for code, _ in found]:
            yield match.span()


def full_names(text: str) -> list[str]:
    """Names of persons: a full name whose last part the text uses alone too."""
    found = []
    for match in PERSON.finditer(text):
        name = _without_office(re.sub(r"['’]s$", "", match[0]), text[: match.start()])
        last = name.split()[-1]
        if last == name:
            continue
        alone = re.search(
            rf"(?<![\w.] )(?<!\w)\b{re.escape(last)}\b(?! [A-Z])", text[match.end() :]
        )
        if alone:
            found.append(name)
    return found


def _without_office(name: str, before: str) -> str:
    """A name without the words of an office or a country before it: "State Anna Berg" after
    "Secretary of".
    """
    words = name.split()
    if OF_OFFICE.search(before) and len(words) > 1:
        words = words[1:]
    while len(words) > 1 and (title_in(words[0]) or country_of(words[0])):
        words = words[1:]
    return " ".join(words)
