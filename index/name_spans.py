"""Where a sentence names people: capitalised runs after offices, what the model takes for persons.

The model of names proposes, the words decide: a country, a place or a day is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from index.gazetteer import country_of
from index.name_noise import (
    DASHES,
    is_noise,
    is_one_of_many,
    start_of_taken_for_town,
    strip_titles,
    without_echo,
)
from index.name_offices import is_apposing, is_put_in, office_beside, unknown_place
from index.people_cues import (
    CONTINENTS,
    COURTESY,
    NO_PERSON,
    OFFICE_NOUNS,
    PARTICLES,
    PLURALS,
    PORTFOLIO_WORDS,
    SURNAMES,
)  # fmt: skip
from index.records import Record
from index.spellings import fold_name
from index.titles import Office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_NAME = 5  # tokens
ECHOED = 3  # tokens of a name that only the article's own use of its surname shows
BETWEEN_NAMES = frozenset(["–", "/", ",", ";", "and", "&"])
NO_NAMES = frozenset(["FAC", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT"])


class NameSpan(Record):
    """A name where it stands: the sentence, the tokens `first` to `last`, the words without title.

    `office` is the office that stands with it, `courtesy` "mr" or the like.
    """

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    office: Office | None
    courtesy: str | None


def find_names(
    sentence: int,
    doc: Doc,
    offices: Sequence[Office],
    alone: frozenset[str],
    double: frozenset[str] = frozenset(),
) -> Iterator[NameSpan]:
    """The names of a sentence, none over another; `alone` as `find_alone` gives it, `double` as
    `find_double` does.
    """
    taken: set[int] = set()
    found = (_about_offices(doc, offices), _entities(doc), _echoed(doc, alone), _joined(doc))
    for first, last in chain.from_iterable(found):
        for start, end in _divide(doc, first, last, double):
            start, courtesy = strip_titles(doc, start, end)
            end = without_echo(doc, start, end)
            words = name_words(doc, start, end)
            if (
                taken & set(range(start, end + 1))
                or not _is_name(words)
                or is_noise(doc, start, end, offices)
                or (is_one_of_many(doc, start, end) and fold_name(words[0]) not in alone)
            ):
                continue
            taken |= set(range(start, end + 1))
            office = office_beside(doc, start, end, offices)
            yield NameSpan(
                sentence=sentence, first=start, last=end, words=words,
                office=office, courtesy=courtesy,
            )  # fmt: skip


def find_alone(docs: Sequence[Doc]) -> frozenset[str]:
    """Capitalised words that an article uses without another before or after: its surnames, too."""
    alone: set[str] = set()
    for doc in docs:
        for token in doc:
            sides = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
            named = token.tag_.startswith("NNP") and not is_one_of_many(doc, token.i, token.i)
            if named and not any(t.tag_.startswith("NNP") for t in sides):
                alone.add(fold_name(_clean(token.text)))
    return frozenset(alone)


def find_double(docs: Sequence[Doc]) -> frozenset[str]:
    """Names of two parts, folded, that stand behind a given name or the title of one: "Anna
    Berg-Stone", "King Olaf-Magnus".
    """
    hyphens = (t for doc in docs for t in doc[2:-1] if t.text == "-" and not t.whitespace_)
    return frozenset(
        fold_name(f"{t.nbor(-1).text}-{t.nbor().text}")
        for t in hyphens
        if _is_given(t.nbor(-2)) or _is_title_of_one(t.nbor(-2))
    )


def _is_title_of_one(token: Token) -> bool:
    """Whether a word is one person's title: "King Olaf-Magnus"."""
    return token.is_title and (token.lower_ in OFFICE_NOUNS or token.lower_ in COURTESY)


def _is_given(token: Token) -> bool:
    """Whether a word may be a given name before a surname."""
    title = token.lower_ in OFFICE_NOUNS or token.lower_ in PLURALS or token.lower_ in COURTESY
    return _is_capital(token) and not title and not country_of(token.text)


def name_words(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    """The words of a name, quotation marks and a genitive ending left out."""
    return tuple(filter(None, map(_clean, doc[first : last + 1].text.split())))


def _about_offices(doc: Doc, offices: Sequence[Office]) -> Iterator[tuple[int, int]]:
    """Capitalised runs beside an office: "envoy Karl Stone", "Ivo Marsh, the Polish envoy"."""
    for office in offices:
        at = office.last + 1
        if is_put_in(doc, at):
            yield at, _run(doc, at + 3)
            continue
        comma = at < len(doc) and doc[at].text == ","
        at += comma
        end = _run(doc, at) if comma else max(_run(doc, at), unknown_place(doc, at))
        while end > at or (end == at and not comma):
            yield at, end
            at = _next_of_list(doc, end) if office.several else len(doc)
            end = _run(doc, at)
        before = next((n for n in range(2, 4) if _is_apposed(doc, office.first - n, office)), 0)
        if before:
            yield from _run_ending(doc, office.first - before)
        yield from _apposed_to(doc, office)


def _apposed_to(doc: Doc, office: Office) -> Iterator[tuple[int, int]]:
    """The capitalised run that a parse hangs on an office: "the chair of the board, Anna Berg".

    Sentences far from any report are not parsed; spaCy's `children` ends the process on these.
    """
    if not doc.has_annotation("DEP"):
        return
    for named in doc[office.noun].children:
        if named.dep_ == "appos" and named.i > office.last and named.tag_ == "NNP":
            yield from _run_ending(doc, named.i)


def _next_of_list(doc: Doc, end: int) -> int:
    """Where the next name of "Anna Berg, Karl Stone and Ivo Marsh" starts; past all for none."""
    at = end + 1
    if at + 1 < len(doc) and doc[at].lower_ == "of" and country_of(doc[at + 1].text):
        at += 2  # "Presidents Berg of Norway and Stone of Latvia"
    start = at
    while at < len(doc) and doc[at].lower_ in (",", "and"):
        at += 1
    return at if at > start else len(doc)


def _is_apposed(doc: Doc, end: int, office: Office) -> bool:
    """Whether an office is told after the token `end`: a comma and at most an article between."""
    return end >= 0 and is_apposing(doc, end + 1, office.first)


def _run_ending(doc: Doc, end: int) -> Iterator[tuple[int, int]]:
    """The capitalised run of two words or more that ends at a token."""
    first = end + 1
    while first and end - first < LONGEST_NAME - 1 and _is_capital(doc[first - 1]):
        first -= 1
    if first > end:
        first = start_of_taken_for_town(doc, end)
    kinds = {doc[i].ent_type_ for i in range(first, end + 1)}
    if first < end and not kinds & NO_NAMES:
        yield first, end


def _run(doc: Doc, at: int) -> int:
    """The last token of the run of name-like tokens that starts at `at`; before it if none."""
    end = at - 1
    while end + 1 < len(doc) and end + 1 - at < LONGEST_NAME:
        token = doc[end + 1]
        inside = end >= at and (_is_particle(doc, token) or _is_joined(doc, end))
        if not (inside or _is_capital(token)) or token.lower_ in NO_PERSON:
            break
        end += 1
    return end


def _is_capital(token: Token) -> bool:
    named = token.tag_ in ("NNP", "NNPS") and token.text[0].isupper()
    return named and token.ent_type_ not in ("GPE", "NORP", "DATE")


def _is_particle(doc: Doc, token: Token) -> bool:
    """Whether a token is a small word inside a name: "Tove van der Berg", "Ali al-Hadi"."""
    following = doc[token.i + 1].text if token.i + 1 < len(doc) else ""
    goes_on = following[:1].isupper() or following == "-" or following in PARTICLES
    return token.lower_ in PARTICLES and goes_on


def _is_joined(doc: Doc, end: int) -> bool:
    return not doc[end].whitespace_ and (doc[end + 1].text == "-" or doc[end].text == "-")


def _entities(doc: Doc) -> Iterator[tuple[int, int]]:
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            first = entity.start + (entity[0].text in DASHES)
            yield first, _whole_name(doc, first, entity.end - 1)


def _whole_name(doc: Doc, first: int, last: int) -> int:
    """The end of a name with the surname that the model parts from it: "Hassan Sheikh | Moe"; a
    parse makes one phrase of the two.
    """
    if last + 1 == len(doc) or not first < last < first + ECHOED - 1:
        return last
    after = doc[last + 1]
    apart = after.ent_type_ == "PERSON" and doc[last + 2 : last + 3].text[:1].islower()
    given = {t.dep_ for t in doc[first : last + 1]} == {"compound"}
    return last + 1 if apart and given and doc[last].head == doc[first].head == after else last


def _echoed(doc: Doc, alone: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Two or three capitalised words of which the article uses the last alone too: "Ilona Berg"."""
    at = 0
    while at < len(doc):
        end = _run(doc, at)
        if at < end <= at + ECHOED and fold_name(_clean(doc[end].text)) in alone:
            kinds = {doc[i].ent_type_ for i in range(at, end + 1)}
            if not kinds & NO_NAMES and not country_of(doc[end].text):
                yield at, end
        at = max(end, at) + 1


def _joined(doc: Doc) -> Iterator[tuple[int, int]]:
    """Two capitalised words or more joined to a person: "Anna Berg and Ivo Marsh", "he and he"."""
    for token in doc[1:-2]:
        before = doc[token.i - 1]
        known = token.lower_ == "and" and (before.ent_type_ == "PERSON" or before.tag_ == "PRP")
        last = _run(doc, token.i + 1) if known else 0
        kinds = {doc[i].ent_type_ for i in range(token.i + 1, last + 1)}
        if last > token.i + 1 and not kinds & {*NO_NAMES, "ORG"}:
            yield token.i + 1, last


def _divide(doc: Doc, first: int, last: int, double: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A run at its commas, slashes and dashes: "Berg–Stone" names two. So does "Berg-Stone", one
    word to either side of the hyphen, unless the article has an "Anna Berg-Stone"; "Jean-Luc
    Moulin" and "al-Hadi" name one.
    """
    start = first
    two = last - first == 2 and doc[first].text[0].isupper()
    two = two and fold_name(doc[first : last + 1].text) not in double
    for i in range(first, last + 2):
        if i > last or (two and doc[i].text == "-") or doc[i].text in BETWEEN_NAMES:
            if i > start:
                yield start, i - 1
            start = i + 1


def _is_name(words: Sequence[str]) -> bool:
    """Whether words can be a name: capitals, no country, no word of NO_PERSON."""
    capital = bool(words) and any(part[:1].isupper() for part in words[-1].split("-"))
    if not capital or any(word.lower() in NO_PERSON for word in words):
        return False
    if words[0] == "of":
        return False  # "Princess of Norway"
    if words[-1].lower() in CONTINENTS:
        return False  # "Mending Europe"
    if country_of(" ".join(words)) or any(c.isdigit() for word in words for c in word):
        return False
    title = words[0].lower().rstrip(".")
    kinds = (OFFICE_NOUNS, PLURALS, COURTESY, PORTFOLIO_WORDS)
    if len(words) == 1 and any(title in kind for kind in kinds):
        return False
    if len(words) > 1 and words[-1].lower() in OFFICE_NOUNS - SURNAMES:
        return False  # "Senate Majority Leader"
    return len(words) > 1 or len(words[0]) > 1


def _clean(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.strip("“”\"'«»()[],;"))
