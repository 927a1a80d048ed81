"""Which of an article's people it calls "he", which "she", where no title tells.

"Lund said he was ready", "Stone opened her speech": the subject of the verb above the pronoun, with
nobody else named between, so that another's "she" is not taken for him. Whose speech it is may be
told before: "Lund spoke. Moe praised her speech" tells nothing of Moe.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.mention_cues import TELLING
from index.people_cues import HE_WORDS, SHE_WORDS
from index.subjects import owner_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from index.names import Character

At = Callable[[int, int], "Character | None"]


def tell_sexes(docs: Sequence[Doc], at: At) -> None:
    """Marks each character whose title tells no sex with that of the pronouns that mean nobody
    else; one called by both is left open.
    """
    called: dict[int, Counter[str]] = defaultdict(Counter)
    people: dict[int, Character] = {}
    for n, doc in enumerate(docs):
        for who, sex in _calls(n, docs, at) if doc.has_annotation("DEP") else ():
            people[id(who)] = who
            called[id(who)][sex] += 1
    for key, who in people.items():
        if who.sex is None and len(called[key]) == 1:
            who.sex = next(iter(called[key]))


def _calls(n: int, docs: Sequence[Doc], at: At) -> Iterator[tuple[Character, str]]:
    doc = docs[n]
    sexes = [_sex_of(token) for token in doc]
    named = {id(who) for token in doc if (who := at(n, token.i))}
    if len({sex for sex in sexes if sex}) > len(named):
        return  # "Stone said that she had praised his talks": who "she" is stands elsewhere
    for token, sex in zip(doc, sexes, strict=True):
        speaker = _speaker_above(token) if sex else None
        over = speaker or owner_of(token) if sex else None
        who = at(n, over.i) if over is not None else None
        between = (at(n, i) for i in range(over.i, token.i)) if over is not None else ()
        if who and sex and all(other in (None, who) for other in between):
            before = [*_named(n - 1, docs, at), *_named(n, docs, at, token.i)]
            if speaker is not None or not any(_may_own(other, who, sex) for other in before):
                yield who, sex


def _named(n: int, docs: Sequence[Doc], at: At, end: int | None = None) -> list[Character]:
    """Who is named in a sentence, up to a word; nobody before the first."""
    words = docs[n][:end] if n >= 0 else ()
    return [who for token in words if (who := at(n, token.i))]


def _may_own(other: Character, who: Character, sex: str) -> bool:
    """Whether another than the subject may be the "her" of what the sentence tells."""
    return other is not who and other.sex in (None, sex)


def _sex_of(token: Token) -> str | None:
    word = token.lower_
    return "he" if word in HE_WORDS else "she" if word in SHE_WORDS else None


def _speaker_above(token: Token) -> Token | None:
    """Who says something of "he": "Lund said he was ready"; None where "he" is no subject."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp":
        return None
    said = [c for c in verb.head.children if c.dep_ == "nsubj" and c.i < token.i]
    return said[0] if said and verb.head.lemma_ in TELLING else None
