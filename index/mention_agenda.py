"""What a meeting is about where a sentence near its report says so: "The agenda includes …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.mention_fields import Words, topic_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AGENDA_NOUNS = frozenset(["agenda", "topic", "issue", "subject", "theme", "item"])
AGENDA = re.compile(  # sentences worth reading for it
    r"\bagenda\b|\b(?:main|key|central|major|chief|first|other) "
    r"(?:topics?|issues?|subjects?|themes?|items?)\b|"
    r"\btopics? (?:include|will|are|were|of)\b|\bon the table\b",
    re.IGNORECASE,
)
COMPRISING = frozenset(["be", "include", "comprise", "feature", "cover", "range", "contain"])
NEAR = 3  # sentences from a report to the sentence that tells its agenda


def find_agenda(doc: Doc) -> list[Words]:
    """The topics that a sentence names as those of a meeting; none where it names none."""
    if not AGENDA.search(doc.text):
        return []
    found = [
        w for verb in doc if verb.lemma_ in COMPRISING for t in _named(verb) for w in topic_words(t)
    ]
    return list({words.first: words for words in found}.values())


def _named(verb: Token) -> Iterator[Token]:
    """What is said to be on the agenda: "Syria was on the agenda", "the agenda includes Syria"."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    things = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    if any(_is_agenda(subject) for subject in subjects):
        yield from (thing for thing in things if not _is_agenda(thing))
        return
    on = [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for t in c.children]
    if any(t.lower_ in ("agenda", "table") for t in on) or any(_is_agenda(t) for t in things):
        yield from (subject for subject in subjects if not _is_agenda(subject))


def _is_agenda(token: Token) -> bool:
    """Whether a noun is the agenda, or one of its items: "one of the major issues"."""
    if token.lemma_.lower() in AGENDA_NOUNS:
        return True
    of = (t for c in token.children if c.lower_ == "of" for t in c.children)
    return token.lower_ in ("one", "among", "part") and any(t.lemma_ in AGENDA_NOUNS for t in of)
