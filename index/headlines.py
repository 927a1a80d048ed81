"""Names in headlines that write Each Word Large, where verbs and topics look like names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from index.name_spans import NameSpan
from index.spellings import fold_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

LARGE = 0.8  # share of the longer words that begin large
LONGER = 3  # letters; shorter ones are small in either style
FEWEST = 4  # such words in a line


def without_headline_words(docs: Sequence[Doc], spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """The names, those of headlines cut to what the article's other sentences know for names.

    "Berg Celebrates Mass" is Berg where a sentence names an Anna Berg; a name that nothing else in
    the article bears out stays as it is.
    """
    titled = {n for n, doc in enumerate(docs) if is_title_case(doc)}
    told = [span.words for span in spans if span.sentence not in titled and len(span.words) > 1]
    full = {tuple(map(fold_name, words)) for words in told}
    surnames = {words[-1] for words in full}
    for span in spans:
        whole = tuple(map(fold_name, span.words))
        if span.sentence not in titled or len(whole) < 2 or whole in full:
            yield span
        else:
            yield from _pieces(docs[span.sentence], span, surnames) or [span]


def is_title_case(doc: Doc) -> bool:
    """Whether a line writes nearly all of its longer words with a capital."""
    words = [token.text for token in doc if token.is_alpha and len(token) > LONGER]
    large = sum(word[0].isupper() for word in words)
    return len(words) >= FEWEST and large >= LARGE * len(words)


def _pieces(doc: Doc, span: NameSpan, surnames: Collection[str]) -> list[NameSpan]:
    """The known surnames in a run, each with the given name before it."""
    found: list[NameSpan] = []
    start = span.first
    for at in range(span.first, span.last + 1):
        if fold_name(doc[at].text) not in surnames:
            continue
        first = at if start == at or doc[at - 1].text == "-" else start
        words = tuple(token.text for token in doc[first : at + 1] if token.text != "-")
        found.append(span.model_copy(update={"first": first, "last": at, "words": words}))
        start = at + 1
    return found
