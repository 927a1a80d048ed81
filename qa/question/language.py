"""Whether a question is in English, and whether an archive of news can tell of what it asks."""

from __future__ import annotations

import re

from index.cues import FUNCTION_WORDS, STOP_WORDS
from index.people_cues import PARTICLES
from index.words import word_set

# Small words of other languages that are no English words; a few of each are enough. ISO 639-1
SMALL_WORDS = {
    "de": "der das ist und wann wer wo wie wen wem hat haben sich nicht mit auf ein eine einen "
    "den dem",
    "fr": "le les est une quand qui où avec dans pourquoi quel quelle ont été était rencontré du "
    "des et",
    "es": "el los las cuándo cuando quién quien dónde donde por qué con una fue reunió es y en la",
    "it": "il gli che quando chi dove perché con una incontrato è della di si",
    "pt": "quem onde com uma foi não os em o se encontrou reuniu",
    "nl": "wanneer wie waar heeft het een met van zijn ontmoette de",
    "pl": "kiedy kto gdzie jest się nie z w spotkał czy",
    "sv": "och när vem var som träffade är på har hvor hvem når møtte ikke",
    "cs": "kdy kdo kde je se s v setkal ne milloin kuka missä ja on oli",
    "tr": "ne zaman kim nerede ile ve bir mi",
}
OTHERS = word_set(*SMALL_WORDS.values()) - {
    "on", "are", "a", "in", "do", "has", "as", "die", "so", "de",
}  # fmt: skip
ENGLISH = FUNCTION_WORDS | STOP_WORDS
NOT_LATIN = re.compile(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]")
MOST_NOT_LATIN = 0.3  # of the letters: a name in its own script makes no question foreign
LEAST = 2  # foreign small words; one may be part of a name

# About nothing that an archive of news can tell
OUTSIDE = re.compile(
    r"^(?:please )?(?:write|compose|draw(?! up)|sing|paint|translate|code|program|generate|create|"
    r"make|invent|"
    r"rhyme|play|solve|calculate|compute|convert|spell|summari[sz]e yourself|pretend|imagine)\b|"
    r"\b(?:poem|haiku|recipe|limerick|lyrics)\b|\bcapital (?:city )?of\b|\bsquare root\b|"
    r"\bwhat(?: is|'s) (?:\d+|your|the (?:meaning of|weather|time\b|population|square|boiling|"
    r"speed of))|"
    r"\bwho are you\b|\bhow are you\b|\bhow (?:do|can|to) (?:i|you|we)? ?(?:cook|bake|fix|install|"
    r"make|lose|learn|code|program)\b|^(?:hi|hello|hey|thanks|thank you|good (?:morning|"
    r"evening))\W*$|"
    r"\b(?:tallest|highest|longest|biggest|largest|deepest|fastest) (?:mountain|river|building|"
    r"country|"
    r"animal|lake|city|ocean|planet)\b|\bwho (?:invented|discovered|painted|composed|wrote) \b|"
    r"\b(?:weather|temperature) (?:in|tomorrow|today|like)\b|\btell me a (?:joke|story)\b"
)


def is_foreign(text: str) -> bool:
    """Whether a question is in another language than English.

    True for another script, and where foreign small words outnumber English ones.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if letters and len(NOT_LATIN.findall(text)) / len(letters) > MOST_NOT_LATIN:
        return True
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", text) if w not in PARTICLES]
    english = sum(word in ENGLISH and len(word) > 1 for word in words)  # "a-t-elle"
    other = sum(word in OTHERS and word not in ENGLISH for word in words)
    opens = bool(words) and words[0] in OTHERS and words[0] not in ENGLISH  # "Wann traf Berg …?"
    return other > english and (other >= LEAST or (opens and not english))


def language_of(text: str) -> str | None:
    """The language of a question as ISO 639-1; None for one that is none of those known here.

    The one whose small words it holds most of, where it is foreign at all.
    """
    if not is_foreign(text):
        return "en"
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
    held = {code: sum(w in small.split() for w in words) for code, small in SMALL_WORDS.items()}
    best = max(held, key=lambda code: held[code])
    return best if held[best] else None


def is_outside(asking: str) -> bool:
    """Whether a `plain` question is about nothing that an archive of news can tell."""
    return OUTSIDE.search(asking) is not None
