"""The words of a question with what each has been found to be part of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.cues import MONTHS, STOP_WORDS
from index.people_cues import PARTICLES
from index.records import Span
from index.words import word_set

WORD = re.compile(  # "U.S.", "Anna B. Lund", "Berg-Stone"
    r"[^\W_]\.(?:[^\W_]\.)+|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[.'’\-][^\W_]+)*['’]?"
)
JOINED_PARTICLE = re.compile(  # of a name: "al-Hadi"; not "pre-May", "non-NATO"
    r"(?!(?:pre|mid|non|pro|co|ex|re|un)-)[a-z]{2,3}-[^\W\d_a-zß-öø-ÿ]"
)
CLITIC = re.compile(r"['’](?:s|re|ve|d|ll|m)?$")
LOWER_MONTH = re.compile(  # "in may", "5 march", "may 2019"
    r"(?:(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\bbefore )|(?<=\bafter )|(?<=\buntil )|(?<=\bby )|"
    r"(?<=\bduring )|(?<=\blast )|(?<=\bthis )|(?<=\bearly )|(?<=\blate )|(?<=\bmid )|(?<=\bthe )|"
    r"(?<=\d )|(?<=\dth )|(?<=\dst )|(?<=\dnd )|(?<=\drd ))(?:may|march)\b(?! (?:be|have|not))|"
    r"\b(?:may|march)(?=,? \d)|\b(?:may|march)(?= (?:to|and|or) (?:january|february|march|april|"
    r"may|"
    r"june|july|august|september|october|november|december)\b)"
)
# What opens a question and names nobody, whatever its capital
OPENERS = STOP_WORDS | word_set(
    "list compare contrast trace track follow show name enumerate count find find date dates",
    "place venue location topics agenda participants duration number status history timeline",
    "chronology what's who's where's when's how's didn't wasn't isn't hasn't hadn't haven't",
    "weren't doesn't meeting meetings talks visit visits summit call calls trip every whose",
    "according today yesterday tomorrow ok okay hi hello whats whos wheres hows details date",
    "somebody someone nobody everybody pressed cargo price still now then also like between",
    "except besides apart exactly roughly again never always often sometimes finally",
    "remind know since whether anything something nothing everything sure thanks thank",
    "whatever whichever whoever while although once though despite overview summary length",
    "outcome result results participants guests names attendance everyone anyone anybody",
)


class Word(Span):
    """A word of a question, its clitic left out; `genitive` tells that "'s" or "'" stood there."""

    text: str
    genitive: bool = False

    @property
    def lower(self) -> str:
        """The word as it is compared."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: "Berg", "al-Hadi"."""
        return self.text[:1].isupper() or JOINED_PARTICLE.match(self.text) is not None


class Words:
    """The words of a question in order, and what each was found to be, None as long as it is not.

    Labels: time, source, person, role, country, group, place, form. State lives here while one
    question is read.
    """

    def __init__(self, text: str) -> None:
        self.text = capitalise_months(text)
        self.words = tuple(_split(self.text))
        self.labels: list[str | None] = [None] * len(self.words)
        self.passed: set[int] = set()  # capitalised words that name nobody here
        letters = [at for at, w in enumerate(self.words) if at or not self.is_opener(0)]
        self.is_lower = not any(self.words[at].capital for at in letters)

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, at: int) -> str:
        """A word in lower case; empty outside the question."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def label(self, label: str, first: int, last: int) -> None:
        """Sets what the words `first` to `last`, both in it, are."""
        for at in range(first, last + 1):
            self.labels[at] = label

    def label_span(self, label: str, start: int, end: int) -> None:
        """Sets what the words are that stand in a stretch of the text."""
        for at, word in enumerate(self.words):
            if word.start >= start and word.end <= end:
                self.labels[at] = label

    def free(self, at: int) -> bool:
        """Whether a word is there and is nothing yet."""
        return 0 <= at < len(self.words) and self.labels[at] is None

    def named(self, at: int) -> bool:
        """Whether a word is free, capitalised and no opener of a question or a sentence."""
        if not self.free(at) or not self.words[at].capital or at in self.passed:
            return False
        word = self.words[at]
        opens = at == 0 or self.text[: word.start].rstrip()[-1:] in ".?!:"
        return not (opens and self.is_opener(at)) and word.lower not in ("i", "i'm", "i'd")

    def is_opener(self, at: int) -> bool:
        """Whether a word may open a question and name nobody."""
        return self.lower(at) in OPENERS or self.lower(at) in MONTHS

    def close(self, at: int) -> bool:
        """Whether nothing but a blank, a hyphen or a dash stands between a word and the next."""
        if not 0 <= at < len(self.words) - 1:
            return False
        gap = self.text[self.words[at].end : self.words[at + 1].start]
        return not gap.strip() and not self.words[at].genitive

    def gap(self, at: int) -> str:
        """What stands between a word and the one after it, stripped."""
        if not 0 <= at < len(self.words) - 1:
            return ""
        return self.text[self.words[at].end : self.words[at + 1].start].strip()

    def run(self, at: int) -> int:
        """The last word of the capitalised run that starts at one: "Tove van der Berg"."""
        last = at
        while self.close(last):
            step = last + 1
            while step < len(self) and self.lower(step) in PARTICLES and self.close(step):
                step += 1
            if not self.named(step):
                break
            last = step
        return last

    def slice(self, first: int, last: int) -> str:
        """The words `first` to `last` as written, without the last one's clitic."""
        return self.text[self.words[first].start : self.words[last].end]

    def where(self, label: str) -> Iterable[int]:
        """The words of one label."""
        return (at for at, known in enumerate(self.labels) if known == label)


def capitalise_months(text: str) -> str:
    """The text with "in may" and "5 march" written as months; as long as before."""
    return LOWER_MONTH.sub(lambda match: match[0].title(), text)


def _split(text: str) -> Iterable[Word]:
    for match in WORD.finditer(text):
        start = match.start()
        for part in _parts(match[0]):
            clitic = CLITIC.search(part)
            kept = part[: clitic.start()] if clitic else part
            yield Word(start=start, end=start + len(kept), text=kept, genitive=clitic is not None)
            start += len(part) + 1


def _parts(word: str) -> list[str]:
    """A hyphened pair of names as two words: "Berg-Stone", "Polish-Latvian"; others as they are."""
    parts = word.split("-")
    names = all(len(part) > 1 and part[0].isupper() for part in parts)
    particle = any(part.lower() in PARTICLES for part in parts)
    return parts if len(parts) > 1 and names and not particle else [word]
