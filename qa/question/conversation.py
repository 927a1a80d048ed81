"""A conversation: what was said before completes a question that leans on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cues import PRONOUNS
from index.records import Turn
from index.words import content_words

LONGEST_LEANING = 3  # content words; a longer question says itself what it is about
FOLLOWS = re.compile(r"^\s*(and|but|so|then|what about|how about|also)\b", re.IGNORECASE)


def complete(question: str, history: Sequence[Turn]) -> str:
    """The question, with the last one it can lean on before it where it leans.

    A question leans when it opens with "and" or names nothing but a pronoun.
    """
    asked = [turn.content for turn in history if turn.role == "user"]
    return f"{asked[-1]} {question}" if asked and leans(question) else question


def leans(question: str) -> bool:
    """Whether a question cannot be understood alone: "And where was that?", "What did she say?"."""
    if FOLLOWS.match(question):
        return True
    words = re.findall(r"\w+", question.lower())
    pronoun = any(word in PRONOUNS or word in ("there", "that", "then") for word in words)
    return pronoun and len(content_words(question)) <= LONGEST_LEANING
