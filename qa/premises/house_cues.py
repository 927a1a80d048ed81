"""The houses that somebody may speak or be minister for: rules as data, and which are one."""

from __future__ import annotations

import re

from index.gazetteer import country_of
from index.people_cues import FORMER
from index.words import word_set
from qa.question.name_words import bare

# What one house is called: "palace spokesman" and "presidential spokesman" may be one man's office
HOUSES = tuple(
    frozenset(words.split("|"))
    for words in (
        "palace|president|presidential|kremlin|white house|élysée|elysee|royal|crown|"
        "hofburg|blue house|casa rosada|planalto",
        "prime|premier|downing street|matignon",
        "foreign|state department|foreign office|mfa|quai d'orsay|farnesina",
        "defence|defense|pentagon|military|army|navy|naval|air force|armed forces",
        "finance|treasury|economy|economic|economics",
        "interior|home|police",
        "energy", "transport|transportation|infrastructure", "health", "justice",
        "agriculture|farm|fisheries|fishing", "culture", "education", "labour|labor",
        "trade|commerce", "environment|climate", "parliament|parliamentary|knesset|congress|senate",
        "un|u.n.|united nations", "eu|european union|european commission", "nato",
        "embassy", "church", "bank", "port|harbour|harbor|harbourmaster", "customs", "hospital",
        "city|town|municipal|municipality|mayor|mayoral", "party|campaign", "railway|rail",
        "airline", "museum", "university", "coast guard|coastguard",
    )
)  # fmt: skip
# A name that ends so is that of a house of its own: "Harbour Board"
BODIES = word_set(
    "board union council committee agency authority commission federation association company",
    "university club institute railway airline museum",
)
# What may be said of any house, or of its holder
ANY_HOUSE = word_set(
    "ministry ministerial government cabinet state official press department office",
    "administration senior chief deputy top veteran new long-time longtime acting its his her",
    "their the a an",
)
NOW = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, FORMER)))}|future|designate)\b", re.I)
SPEAKS = "spokes(?:man|woman|person)"
TITLE = rf"(?:{SPEAKS}|minister)"


def houses_in(told: str) -> frozenset[str]:
    """The houses that words tell, each by its first name; empty for what may be of any."""
    words = told.lower().replace("’", "'").split()
    known = [min(h) for h in HOUSES if any(_holds(words, one) for one in h)]
    body = words[-1:] if len(words) > 1 and words[-1] in BODIES else []
    return frozenset(known or body)


def are_other_offices(told: str, other: str) -> bool:
    """Whether words tell offices of two houses, or of two countries, for sure."""
    return any(
        (own := read(told)) and (others := read(other)) and not own & others
        for read in (houses_in, _countries_in)
    )


def _countries_in(told: str) -> frozenset[str]:
    return frozenset(code for word in told.split() if (code := country_of(bare(word))))


def _holds(words: list[str], name: str) -> bool:
    return f" {name} " in f" {' '.join(bare(word) if word != 'u.n.' else word for word in words)} "
