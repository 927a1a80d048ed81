"""An article into sentences and chunks, anew: its text is what it was, its parts are not."""

from __future__ import annotations

from collections.abc import Sequence

from index.catalog import Catalog
from index.changes import change
from index.chunks import cut_chunks
from index.dating import as_read
from index.embeddings import WordPieces
from index.sentences import split_sentences
from index.settings import Settings
from index.steps import make_version


def divide_again(catalog: Catalog, ids: Sequence[str], settings: Settings) -> None:
    """Divides articles as the settings have it; the vectors of their chunks may then be missing.

    Their dates are as their files tell, and their reports are gone: for the passes to find again.
    """
    pieces = WordPieces(settings)
    for article in catalog.articles(ids):
        read = as_read(article)
        sentences = split_sentences(read)
        chunks = cut_chunks(read, sentences, pieces.count, settings)
        with change(catalog) as db:
            db.put(read, make_version(read, settings), sentences, chunks)
