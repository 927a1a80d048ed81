"""Somebody's office in a question, where every article has him in that of another house: put right.

"What did navy spokesman Moe say?" of the man whom all reports call the palace's spokesman. What he
said is told all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.catalog import Filter
from index.gazetteer import country_of
from index.records import SUPPORTING, Article, Outcome, Record, Sentence
from index.words import fold, stems
from qa.meetings.namesakes import texts_that_name
from qa.passages.retrieve import rank_articles
from qa.premises.house_cues import ANY_HOUSE, NOW, TITLE, houses_in
from qa.question.asked import Asked
from qa.question.name_words import bare
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_WORD = r"(?:(?:[A-Z]\.){2,}|[\w’'-]+)"  # no full stop: "He left Oslo. Spokesman Olav Moe"
_HOUSE = rf"(?P<house>(?:{_WORD} ){{1,4}}?)"
_NAME = r"(?P<name>(?:[A-Z][\w’-]+ ){0,2}[A-Z][\w-]+)"
ASKED = re.compile(  # and not "the Polish foreign minister Stone met"
    rf"\b{_HOUSE}(?P<title>(?i:{TITLE})) {_NAME}\b(?![\w’'-]| [A-Z]| (?:met|saw|spoke|[a-z]+ed)\b)"
)
STOPS = re.compile(  # before a house: "What did the", "according to"
    r"^.*\b(?:did|does|do|has|had|was|were|is|the|a|an|to|by|of|and|that|what|which|whom|who|why|"
    r"how|when|where|with|from|for|said|by)\s",
    re.IGNORECASE,
)
SPEAKS_FOR = re.compile(r"\b(?:spoke|speaks|speaking|spoken) for\b|\b(?:who|is) now\b|\bnow the\b")
SEARCHED = 30  # chunks
NOT_OF_THAT = "The archive does not call {name} {house} {title}; it says:"


class Office(Record):
    """Somebody with the house and title that a question or a sentence gives him."""

    house: str
    title: str
    name: str

    @property
    def houses(self) -> frozenset[str]:
        """What tells the house, each by its first name; empty for what may be of any."""
        return houses_in(self.house)

    @property
    def country(self) -> str | None:
        """The country whose office it is, where that is said."""
        found = (country_of(bare(word)) for word in self.house.split())
        return next((code for code in found if code), None)


def find_wrong_house(archive: Archive, asked: Asked) -> Office | None:
    """The office that a question gives to somebody whom every article has in that of another house
    or country; None where one article may bear it out, or none tells any.
    """
    office = office_in(asked.text)
    if office is None or NOW.search(asked.text) or not (office.houses or office.country):
        return None
    limits = Filter(as_of=asked.as_of)
    surname = office.name.split()[-1]
    texts = [" ".join(t.split()) for t in texts_that_name(archive, limits, surname)]
    told = [one for text in texts for one in offices_beside(text, office)]
    named = [part for text in texts for part in re.split(r"(?<=[.?!])\s", text) if surname in part]
    own = set(stems(office.house)) - ANY_HOUSE
    if any(own and own <= set(stems(part)) for part in named) or any(map(SPEAKS_FOR.search, named)):
        return None
    return office if _is_wrong(office, told) else None


def _is_wrong(asked: Office, told: Sequence[Office]) -> bool:
    """Whether all that tell the house, or all that tell the country, tell another."""
    houses = [one.houses for one in told if one.houses]
    countries = {one.country for one in told if one.country}
    other_house = asked.houses and houses and not any(asked.houses & one for one in houses)
    other_country = asked.country and countries and asked.country not in countries
    return bool(other_house or other_country)


def office_in(text: str) -> Office | None:
    """The office with a name behind it in a question: "navy spokesman Olav Moe"."""
    match = ASKED.search(text)
    if match is None:
        return None
    before = text[: match.start("title")]
    house = STOPS.sub("", before) if STOPS.match(before) else match["house"]
    return Office(house=house.strip(), title=match["title"], name=match["name"])


def offices_beside(text: str, office: Office) -> Iterator[Office]:
    """The offices of the same sort that a text gives to somebody of the name, whoever holds the
    same surname with another given name left out.
    """
    *given, last = office.name.split()
    sort = "minister" if office.title.lower() == "minister" else TITLE.split("|minister")[0] + ")"
    name = rf"(?:(?P<given>[A-Z][\w’-]+) (?:[A-Z]\. )?)?{re.escape(last)}\b"
    house = rf"(?P<house>(?:{_WORD} ){{0,4}}?)"
    patterns = (
        rf"(?:^|[.,;:“”\"] |\bthe )?{house}(?P<title>(?i:{sort})),? {name}",
        rf"{name}, (?:(?:the|an?|its|his|her) )?{house}(?P<title>(?i:{sort}))\b",
    )
    for match in (found for one in patterns for found in re.finditer(one, text)):
        told = match["given"]
        if not (given and told and fold(told)[:1] != fold(given[0])[:1]):
            house_told = STOPS.sub("", match["house"])
            yield Office(house=house_told.strip(), title=match["title"], name=office.name)


def without_house(text: str, office: Office) -> str:
    """A question without the house that it gives to somebody."""
    return re.sub(rf"{re.escape(office.house)} (?={re.escape(office.title)} )", "", text, count=1)


def with_right_house(archive: Archive, asked: Asked, office: Office, reply: Reply) -> Reply | None:
    """What was answered without the office, behind the sentence that tells the right one."""
    found = _telling(archive, asked, office)
    if found is None:
        return None
    lead = NOT_OF_THAT.format(name=office.name, house=office.house, title=office.title)
    teller = Teller(archive)
    first = teller.quote(*found)
    told = [one for cited in reply.citations for one in offices_beside(cited.quote, office)]
    put_right = {"outcome": Outcome.PREMISE_CORRECTED, "lead": lead}
    if reply.outcome is Outcome.ANSWERED and _is_wrong(office, told):
        return reply.model_copy(update=put_right)
    if reply.outcome is not Outcome.ANSWERED:
        return make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=lead, first=[first])
    said = [one.model_copy(update={"citations": tuple(n + 1 for n in one.citations)})
            for one in reply.statements]  # fmt: skip
    behind = [one.model_copy(update={"number": one.number + 1}) for one in reply.citations]
    whole = {"statements": (first, *said), "citations": (*teller.citer.citations, *behind)}
    return reply.model_copy(update={**put_right, **whole})


def _telling(archive: Archive, asked: Asked, office: Office) -> tuple[Article, Sentence] | None:
    """The first sentence that gives somebody another office than a question does."""
    hits = archive.search(f"{office.title} {office.name}", SEARCHED, Filter(as_of=asked.as_of))
    for id in rank_articles([*archive.search(asked.text, SEARCHED), *hits]):
        article = archive.article(id)
        for sentence in archive.sentences(article):
            told = list(offices_beside(" ".join(sentence.text.split()), office))
            if sentence.zone in SUPPORTING and _is_wrong(office, told):
                return article, sentence
    return None
