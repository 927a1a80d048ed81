"""The office told with a name: before it, before its comma, after its comma, or around an "of"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_of
from index.people_cues import APPOSED, COURTESY, TENURE
from index.titles import Office

if TYPE_CHECKING:
    from spacy.tokens import Doc

COMMAS = frozenset([",", ", Mr", ", Ms", ", Mr.", ", Ms."])
# What may stand between an office with "of" and who holds it
OF_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "HYPH"])
OF_WORDS = frozenset(["of", "for", "on", "here", ","])
RANKS = frozenset(["general", "major", "colonel", "admiral", "captain", "marshal", "brigadier"])


def office_beside(doc: Doc, first: int, last: int, offices: Sequence[Office]) -> Office | None:
    """The office told with a name: before it, before its comma, or after its comma."""
    single = [office for office in offices if not office.several]
    for office in single:
        gap = doc[office.last + 1 : first].text if office.last < first else None
        if gap == "" or _is_courtesy(gap) or (gap in COMMAS and not _is_of_another(doc, office)):
            return _above_rank(doc, office, single) or office
        if office.first > last and is_apposing(doc, last + 1, office.first):
            return office
    return next((o for o in single if _hangs_on(doc, first, last, o)), None)


def _is_courtesy(gap: str | None) -> bool:
    """Whether only a title stands between an office and a name: "First lady Dr. Anna Berg"."""
    return gap is not None and gap.lower().rstrip(".") in COURTESY


def is_apposing(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands between a name and an office tells that it is theirs: ", the current"."""
    words = (word for word in doc[start:end].text.lower().split() if word not in TENURE)
    return " ".join(words) in APPOSED


def _above_rank(doc: Doc, rank: Office, offices: Sequence[Office]) -> Office | None:
    """The post told before a rank: "the commander of the forces, General Ivo Marsh"."""
    if rank.role.split()[-1] not in RANKS:
        return None
    return next((o for o in offices if _is_filled_by_of(doc, o.last + 1, rank.first)), None)


def _is_of_another(doc: Doc, office: Office) -> bool:
    """Whether the first name of "Anna Berg, the envoy, Karl Stone" has the office."""
    comma = office.first - (2 if doc[office.first - 1].lower_ in ("the", "a") else 1)
    named = comma > 0 and doc[comma].text == "," and doc[comma - 1].ent_type_ == "PERSON"
    return named and doc[office.last + 1].text == ","


def _hangs_on(doc: Doc, first: int, last: int, office: Office) -> bool:
    """Whether a name is told after a longer office: "the secretary for the sea, Anna Berg"."""
    apposed = any(t.dep_ == "appos" and t.head.i == office.noun for t in doc[first : last + 1])
    comma = doc[first - 1].text == "," if first else False
    if office.last >= first or (apposed and comma):
        return office.last < first
    return last > first and _is_filled_by_of(doc, office.last + 1, first)


def _is_filled_by_of(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but what an office is of stands between it and a name.

    "The chair of the Committee on Fishing Anna Berg", "the commander of the forces, Karl Stone".
    """
    gap = doc[start:end]
    if not gap or gap[0].lower_ != "of":
        return False
    inner = [t for t in gap if t.lower_ not in RANKS and t.text != "-"]
    commas = [t for t in inner if t.text == ","]
    if len(commas) > 1 or (commas and commas[0] != inner[-1]):
        return False  # a list: "the chair of the board, the envoy, Karl Stone"
    plain = all(t.tag_ in OF_TAGS or t.lower_ in OF_WORDS for t in inner)
    return plain and not any(t.ent_type_ == "PERSON" for t in inner)


def unknown_place(doc: Doc, at: int) -> int:
    """The last token of what the model takes for a place behind an office and no gazetteer knows:
    "Vice President Tavo Mbeni"; before it where it is none.
    """
    end = at
    while end < len(doc) and doc[end].ent_type_ == "GPE" and doc[end].ent_iob_ != "O":
        end += 1
    two = end - at in (2, 3) and all(token.tag_ == "NNP" for token in doc[at:end])
    known = any(country_of(token.text) for token in doc[at:end]) or country_of(doc[at:end].text)
    return end - 1 if two and not known else at - 1


def is_put_in(doc: Doc, at: int) -> bool:
    """Whether a given name that an agency adds stands there: "President (Karl) Moe"."""
    if at + 3 >= len(doc) or (doc[at].text, doc[at + 2].text) != ("(", ")"):
        return False
    return all(doc[n].tag_ == "NNP" and doc[n].text[0].isupper() for n in (at + 1, at + 3))
