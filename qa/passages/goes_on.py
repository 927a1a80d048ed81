"""Whether the sentence behind one belongs to what it tells: a fragment, or the rest of a quote.

"It had been told, Stone said. By letter." and "“Not a ship,” he said. “A raft and two oars.”"
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.cues import QUOTED
from index.meanings import SHORTEST
from index.records import Article, Sentence
from qa.passages.speech import sayers_of, without_quotes

SHORT = 12  # words: a longer quote says something by itself
ALL_QUOTED = re.compile(r"\W*")  # what is left of "“A raft and two oars.”" without its quotes
PARAGRAPH = "\n"


def goes_on(archive: Archive, article: Article, sentence: Sentence) -> Sentence | None:
    """The next sentence of the paragraph, where it is a fragment or goes on with a short quote."""
    sentences = archive.sentences(article)
    after = next((one for one in sentences if one.start >= sentence.end), None)
    if after is None or after.zone is not sentence.zone:
        return None
    if PARAGRAPH in article.text[sentence.start : after.start].strip(" "):
        return None
    fragment = len(after.text.split()) < SHORTEST and not QUOTED.search(after.text)
    return after if fragment or _is_rest(sentence.text, after.text) else None


def _is_rest(text: str, after: str) -> bool:
    """Whether a sentence is all quoted, behind a short quote that has its sayer."""
    quoted = bool(ALL_QUOTED.fullmatch(without_quotes(after).replace("“”", "")))
    short = len(text.split()) <= SHORT and QUOTED.search(text) is not None
    return quoted and QUOTED.search(after) is not None and short and bool(sayers_of(text))
