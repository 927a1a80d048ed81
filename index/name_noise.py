"""What stands where a name may stand and is none: echoes, party labels, credits, towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


DASHES = frozenset(["-", "--", "–", "—"])
ENDS = frozenset([".", "!", "?", "”", "’", '"', "''", ")"])


def without_echo(doc: Doc, first: int, last: int) -> int:
    """The end of a name without its last word told twice, as captions run on: "Ivo Marsh Marsh"."""
    while last > first and doc[last].text == doc[last - 1].text:
        last -= 1
    return last


def is_label(doc: Doc, first: int) -> bool:
    """Whether a word is the place of a party's label: "Senator Berg, D-Riverton"."""
    if first < 2 or doc[first - 1].text != "-":
        return False
    letter = doc[first - 2].text
    return len(letter) == 1 and letter.isupper()


def is_byline(doc: Doc, first: int) -> bool:
    """Whether names behind a dash end a sentence that was over: "“It is late.” — Ivo Marsh"."""
    if first < 1 or doc[first - 1].text not in DASHES:
        return False
    over = first == 1 or doc[first - 2].text in ENDS
    return over and all(t.text[0].isupper() or t.text in ("and", ",", ".") for t in doc[first:])


def is_credit(doc: Doc, last: int) -> bool:
    """Whether a name ends in a credit's slash: "Ivo Marsh/Coast Images" closes a sentence."""
    if last + 2 >= len(doc) or doc[last + 1].text != "/" or not doc[last + 2].text[0].isupper():
        return False
    after = next((t for t in doc[last + 2 :] if not t.text[0].isupper()), None)
    return after is None or after.text in (")", ".")


def is_town(doc: Doc, first: int, last: int) -> bool:
    """Whether one word after "in" is a town that the model takes for a person."""
    return first == last and first > 0 and doc[first - 1].lower_ == "in"
