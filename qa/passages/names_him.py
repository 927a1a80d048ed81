"""The sentence of a story that names the one whom another tells by office or pronoun.

"Who spoke of the fog?" is told by "“Nobody sails,” the harbour spokesman said." only together with
the sentence that says "harbour spokesman Karl Moe".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.archive import Archive
from index.gazetteer import find_country
from index.offices import canonical_role
from index.parse import parse
from index.records import SUPPORTING, Article, Sentence
from index.titles import find_offices
from qa.cues import TITLES
from qa.passages.speech import SAYER_PRONOUNS, sayers_of, without_quotes
from qa.premises.house_cues import are_other_offices
from qa.question.asked import Asked, Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMELY = frozenset({Kind.ROLE_HOLDER, Kind.WHO, Kind.TELLER})
NEAR = 3  # words before an office in which its house or country is told
BACK = 4  # sentences before a pronoun in which the one it stands for is named
_NAME = r"(?:[A-Z]\.\s|[^\W\d_a-zß-öø-ÿ][\w’'-]+\s){1,3}[^\W\d_a-zß-öø-ÿ][\w’'-]+"


def asks_name(asked: Asked, wants: str) -> bool:
    """Whether a question asks who somebody is."""
    return wants == "person" or asked.kind in NAMELY


def names_him(archive: Archive, article: Article, told: Sentence) -> Sentence | None:
    """The nearest sentence, before first, that names whoever speaks in one without being named, or
    whose office it opens with; None where he is named, or no sentence names him.
    """
    sayers = sayers_of(told.text)
    if not sayers and not re.search(r"\w", without_quotes(told.text)):
        return _names_speaker(archive, article, told)
    if not sayers:
        return _names_subject(archive, article, told)
    if any(_is_name(one) for one in sayers):
        return None
    sentences = [s for s in archive.sentences(article) if s.zone in SUPPORTING]
    before = [s for s in reversed(sentences) if s.end <= told.start]
    titles = {word.lower() for one in sayers for word in one.split()} & TITLES
    if titles:
        after = [s for s in sentences if s.start >= told.end]
        return next(
            (s for s in (*before, *after) if _names_holder(s.text, titles, " ".join(sayers))), None
        )
    if any(one.lower() in SAYER_PRONOUNS for one in sayers):
        return next((s for s in before[:BACK] if any(map(_is_name, sayers_of(s.text)))), None)
    return None


def _names_speaker(archive: Archive, article: Article, quote: Sentence) -> Sentence | None:
    """The sentence beside a mere quote, in its paragraph and before first, that says who speaks:
    "“Eat more,” said Stone. “You look thin.”".
    """
    sentences = archive.sentences(article)
    at = sentences.index(quote)
    for way in (reversed(sentences[:at]), sentences[at + 1 :]):
        last = quote
        for one in way:
            first, second = sorted((last, one), key=lambda s: s.start)
            if "\n\n" in article.text[first.end : second.start]:
                break
            if any(map(_is_name, sayers_of(one.text))):
                return one
            if re.search(r"\w", without_quotes(one.text)):
                break
            last = one
    return None


def _names_subject(archive: Archive, article: Article, told: Sentence) -> Sentence | None:
    """The nearest sentence that names the holder of the office with whom one opens: "The Polish
    top diplomat bought a lamp" and "Polish Foreign Minister Anna Stone".
    """
    office = _office_opening(told.text)
    if office is None:
        return None
    near = [s for s in archive.sentences(article) if s.zone in SUPPORTING and s != told]
    near.sort(key=lambda s: (s.start > told.start, abs(s.start - told.start)))
    docs = parse([s.text for s in near], without=["ner", "lemmatizer"])
    return next(
        (s for s, doc in zip(near, docs, strict=True) if _names_holder_of(doc, office)), None
    )


def _office_opening(text: str) -> tuple[tuple[str, ...], str] | None:
    """The office and country of the holder who is the first word of a sentence, without a name."""
    words = text.split()
    at = int(words[0].lower() == "the") if words else 0
    country, length = find_country(words, at) or (None, 0)
    for end in range(min(at + length + 3, len(words) - 1), at + length, -1):
        roles = canonical_role(" ".join(words[at + length : end]), country or "")
        if country and roles and words[end].islower():
            return roles, country
    return None


def _names_holder_of(doc: Doc, office: tuple[tuple[str, ...], str]) -> bool:
    """Whether a sentence has a name right behind the office."""
    return any(
        one.country == office[1]
        and canonical_role(one.role, office[1]) == office[0]
        and one.last + 1 < len(doc)
        and doc[one.last + 1].tag_ == "NNP"
        for one in find_offices(doc)
    )


def _is_name(sayer: str) -> bool:
    """Whether who says something is told by name: "Karl Moe", "the envoy, Karl Moe", "Moe"."""
    words = sayer.split()
    if sayer.lower() in SAYER_PRONOUNS or words[0].lower() in ("a", "an"):
        return False
    named = [word for word in words if word[:1].isupper() and word.lower() not in TITLES | {"the"}]
    return bool(named) and words[-1] in named


def _names_holder(text: str, titles: set[str], sayer: str) -> bool:
    """Whether a sentence names the holder of an office: "spokesman Moe", "Karl Moe, a mayor"; not
    where it is that of another house or country: "navy spokesman Moe" is no "harbour spokesman".
    """
    told = without_quotes(text)
    return any(
        not are_other_offices(sayer, f"{_right_before(told[: match.start()])} {match['office']}")
        for pattern in _patterns(titles)
        for match in re.finditer(pattern, told)
    )


def _right_before(text: str) -> str:
    """The words before an office that may tell whose it is."""
    return " ".join(re.split(r"[,.;:“”]|\band\b", text)[-1].split()[-NEAR:])


def _patterns(titles: set[str]) -> Iterator[str]:
    for title in titles:
        yield rf"\b(?P<office>(?i:{title})),?\s+{_NAME}"
        yield rf"{_NAME},\s(?:(?:the|an?|its|his|her)\s)?(?P<office>[^,.]{{0,50}}\b{title}\b)"
