"""Rules as data for questions: what a pronoun may stand for, what tells bearers of a name apart."""

from __future__ import annotations

from index.cues import PRONOUNS

PERSONAL = PRONOUNS - {"it", "its"}
# What may stand before a pronoun and yet names nobody: "How long did they sit?"
COUNTING = frozenset(["long", "many", "much", "often", "far", "two", "three", "both", "all"])
# Words that tell the bearers of a surname apart: "General Lund", "Lund's father"
TITLES = frozenset(
    word
    for words in (
        "minister president premier chancellor king queen prince princess ambassador envoy",
        "bishop archbishop cardinal mayor governor senator secretary commissioner deputy judge",
        "professor prof doctor dr spokesman spokeswoman spokesperson chief director chairman",
        "chairwoman commander leader",
        "general gen colonel col major maj captain capt lieutenant lt admiral commodore sergeant sgt",
        "father mother son daughter brother sister widow elder younger senior junior",
        "mr mrs ms sir lady lord",
    )
    for word in words.split()
)
SAYS = (  # "Lund said", "added Lund"
    r"(?:said|says|told|added|asked|replied|answered|called|noted|stressed|wrote|joked|warned|insisted|"
    r"declared|announced|explained|observed|admitted|confirmed|denied|remarked)"
)
