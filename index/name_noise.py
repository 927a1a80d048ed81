"""What stands where a name may stand and is none: echoes, party labels, credits, towns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_of
from index.people_cues import (
    BODIES,
    COURTESY,
    OCCUPATIONS,
    OFFICE_MODIFIERS,
    OFFICE_NOUNS,
    OPENERS,
    PLURALS,
    PORTFOLIO_WORDS,
    SHORT_TITLES,
)  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from index.titles import Office

# Who took a picture runs into its caption: "Ivo Marsh/AP Berg welcomes Stone to Oslo"
_WORD = r"[A-Z][\w.’'-]*"
_AGENCIES = (
    r"(?:AP|AFP|EPA|AAP|ANSA|DPA|TASS|PA (?:Images|Wire)|R(?:euters|EUTERS)|Getty(?: Images)?|"
    r"Bloomberg|Shutterstock|Corbis|X(?:inhua|INHUA)|S(?:putnik|PUTNIK)|Z(?:uma|UMA)(?: Press)?|"
    r"P(?:ool|OOL)|H(?:andout|ANDOUT)|WireImage|FilmMagic|Redux|Alamy|Magnum(?: Photos)?|Hulton"
    r"(?: Archive)?|LightRocket|NurPhoto|Anadolu(?: Agency)?)"
)
_MORE = rf"{_WORD}(?: (?:of |the |and )?{_WORD}){{0,5}}/"  # "Courtesy of the Riga Court/"
CREDIT = re.compile(
    rf"(?:^\s*(?:{_WORD} (?:of |the |and )?){{0,5}}|(?<![\w’'/-])(?:{_WORD} )?){_WORD}/"
    rf"(?:{_MORE})*(?:{_AGENCIES}|{_WORD}(?: {_WORD}){{0,2}}(?= via))"
    rf"(?: via {_AGENCIES})?(?:/F(?:ILE|ile))?(?![\w/-])"
)
DASHES = frozenset(["-", "--", "–", "—"])
SHIPS = frozenset(
    ["ship", "warship", "destroyer", "frigate", "cruiser", "submarine", "carrier", "tanker",
     "vessel", "ferry", "corvette", "icebreaker", "flagship", "trawler", "freighter"]
)  # fmt: skip
ENDS = frozenset([".", "!", "?", "”", "’", '"', "''", ")"])

# Verbs that a headline writes large before a name: "Berg to Meet Stone"
HEADLINE_VERBS = frozenset(["meet", "meets", "met", "host", "hosts", "visit", "visits", "greets",
                            "welcomes", "receives", "tells", "urges"])  # fmt: skip
BEFORE_NAME = frozenset(["the", "foreign", "prime"])
# A name begins behind these, whatever stands before: "Oslo Gov. Anna Berg", "Olaf Prince Haakon"
INSIDE = frozenset(["prince", "princess", "queen", "duchess", "president", "gov", "sen", "rep",
                    "minister", "secretary", "administrator", "chancellor", "ambassador",
                    "senator", "governor", "mayor", "lady"])  # fmt: skip


def without_credits(text: str) -> str:
    """A text of the same length without the credits of pictures; a stop parts two captions."""
    return CREDIT.sub(_blank, text)


def _blank(credit: re.Match[str]) -> str:
    opens = not credit.string[: credit.start()].strip()
    return (" " if opens else ".").ljust(len(credit[0]))


def without_echo(doc: Doc, first: int, last: int) -> int:
    """The end of a name without its last word told twice, as captions run on: "Ivo Marsh Marsh";
    without the title of the next, "Prince Olaf Prince Olaf", and the verb of a headline, "Berg
    Meets Stone".
    """
    while last > first and (
        doc[last].text == doc[last - 1].text
        or _opens_name(doc, last)
        or doc[last].lower_ in HEADLINE_VERBS
    ):
        last -= 1
    return last


def _opens_name(doc: Doc, at: int) -> bool:
    return _word(doc[at]) in INSIDE and doc[at + 1 : at + 2].text.istitle()


def is_noise(doc: Doc, first: int, last: int, offices: Sequence[Office]) -> bool:
    """Whether words that look like a name are a town's, a ship's, a party's label, the piece of a
    body's name, or those of who wrote or took what stands there.
    """
    place = _is_town(doc, first, last) or _is_label(doc, first) or _is_ship(doc, first)
    credit = (
        _is_byline(doc, first) or _is_credit(doc, last) or _is_run_on(doc, first, last, offices)
    )
    return place or credit or _is_piece(doc, last)


def _is_label(doc: Doc, first: int) -> bool:
    """Whether a word is the place of a party's label: "Senator Berg, D-Riverton"."""
    if first < 2 or doc[first - 1].text != "-":
        return False
    letter = doc[first - 2].text
    return len(letter) == 1 and letter.isupper()


def _is_byline(doc: Doc, first: int) -> bool:
    """Whether names behind a dash end a sentence that was over: "“It is late.” — Ivo Marsh"."""
    if first < 1 or doc[first - 1].text not in DASHES:
        return False
    over = first == 1 or doc[first - 2].text in ENDS
    return over and all(t.text[0].isupper() or t.text in ("and", ",", ".") for t in doc[first:])


def _is_credit(doc: Doc, last: int) -> bool:
    """Whether a name ends in a credit's slash: "Ivo Marsh/Coast Images" closes a sentence."""
    if last + 2 >= len(doc) or doc[last + 1].text != "/" or not doc[last + 2].text[0].isupper():
        return False
    after = next((t for t in doc[last + 2 :] if not t.text[0].isupper()), None)
    return after is None or after.text in (")", ".")


def _is_ship(doc: Doc, first: int) -> bool:
    """Whether a name is a ship's: "the destroyer “Olaf” visited Riga"."""
    at = first - 1 - (first > 0 and doc[first - 1].is_quote)
    ship = at >= 0 and doc[at].lower_ in SHIPS
    return ship and doc[at].dep_ != "pobj"  # "aboard the ferry Berg met Stone"


def is_one_of_many(doc: Doc, first: int, last: int) -> bool:
    """Whether one capitalised word is what somebody is: "an observant Lutheran"."""
    at = first - 1
    while at > 0 and doc[at].tag_ == "JJ":
        at -= 1
    return first == last and at >= 0 and doc[at].lower_ in ("a", "an")


def _is_run_on(doc: Doc, first: int, last: int, offices: Sequence[Office]) -> bool:
    """Whether a whole name stands between a headline and its story, as who wrote it does: "Talks
    stall Ivo Marsh President Karl Stone said"; none with a title of its own.
    """
    before = doc[first - 1].tag_ if first else ""
    told = before[:2] in ("IN", "TO", "VB", "CC", "PR", "PO", "DT", "JJ") or before == ","
    if last == first or told or any(office.last + 1 == first for office in offices):
        return False
    at = last + 1 + (last + 1 < len(doc) and country_of(doc[last + 1].text) is not None)
    title = next((o for o in offices if o.first == at and not o.several), None)
    named = doc[title.last + 1 : title.last + 2] if title else ()
    return doc[at : at + 1].text.istitle() and any(t.tag_ == "NNP" for t in named)


def _is_town(doc: Doc, first: int, last: int) -> bool:
    """Whether one word after "in" is a town that the model takes for a person."""
    return first == last and first > 0 and doc[first - 1].lower_ == "in"


def courtesy_before(doc: Doc, token: int) -> str | None:
    """The courtesy title right before a token, without its stop."""
    word = doc[token - 1].lower_.rstrip(".") if token else ""
    return word if word in COURTESY else None


def strip_titles(doc: Doc, first: int, last: int) -> tuple[int, str | None]:
    """Where a name starts behind its titles, and the courtesy title if one stands there."""
    courtesy = courtesy_before(doc, first)
    inside = [at for at in range(first + 1, last) if _word(doc[at]) in INSIDE]
    first = max((at + 1 for at in inside), default=first)
    while first < last:
        word = _word(doc[first])
        if word in COURTESY:
            courtesy = word
        elif doc[first].text not in DASHES and not _opens(doc, first, word):
            break
        first += 1
    return first, courtesy


def _opens(doc: Doc, first: int, word: str) -> bool:
    """Whether a word before a name is a title or a verb."""
    return _is_title(doc[first], word) or _is_verb(first, word)


def _is_verb(first: int, word: str) -> bool:
    """Whether a large word before a name is a verb: "Greeting Berg", "Berg to Meet Stone"."""
    return word in HEADLINE_VERBS or (first == 0 and word in OPENERS)


def _is_title(token: Token, word: str) -> bool:
    short = word in SHORT_TITLES and token.text[-1] == "."
    title = word in OFFICE_NOUNS or word in PLURALS or word in BEFORE_NAME or short
    opens = word in OFFICE_MODIFIERS and token.nbor().lower_ in OFFICE_NOUNS  # "Crown Prince"
    title = title or word in OCCUPATIONS
    return title or opens or word in PORTFOLIO_WORDS or country_of(token.text) is not None


def _word(token: Token) -> str:
    return token.lower_.rstrip(".")


def _is_piece(doc: Doc, last: int) -> bool:
    """Whether words are the first of a body's name: "Harbour Trade" of "Harbour Trade Council"."""
    after = doc[last + 1 : last + 3]
    if len(after) == 2 and after[0].tag_ == "POS" and doc[last].lower_ in ("people", "workers"):
        after = after[1:]  # "the National People's Congress"
    return bool(after) and after[0].text[0].isupper() and after[0].lower_ in BODIES


def start_of_taken_for_town(doc: Doc, end: int) -> int:
    """Where a name starts that the model takes for a town's: "met with Gu Lund, the mayor of Riga";
    behind the token `end` where none does.
    """
    first = end
    while first and doc[first - 1].ent_iob_ != "O" and doc[first].ent_iob_ == "I":
        first -= 1
    town = doc[end].ent_type_ == "GPE" and all(t.tag_ == "NNP" for t in doc[first : end + 1])
    met = first > 0 and doc[first - 1].lower_ in ("with", "met", "meet", "meets", "by")
    return first if town and met else end + 1
