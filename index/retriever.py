"""The archive as a llama-index retriever: it plugs into any llama-index application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from index.records import Article
from index.search import Hit

if TYPE_CHECKING:
    from index.archive import Archive
    from index.catalog import Filter


class ArchiveRetriever(BaseRetriever):
    """Gives chunks as nodes: `start_char_idx` and `end_char_idx` count the article's code points.

    A node's metadata holds article_id, title, source, url, path and dated (EDTF or None).
    """

    def __init__(self, archive: Archive, k: int, limits: Filter | None) -> None:
        self._archive, self._k, self._limits = archive, k, limits
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._archive.search(query_bundle.query_str, self._k, self._limits)
        ids = {hit.chunk.article_id for hit in hits}
        articles = {article.id: article for article in self._archive.catalog.articles(ids)}
        return [
            _node(hit, articles[hit.chunk.article_id])
            for hit in hits
            if hit.chunk.article_id in articles  # else taken out since the search
        ]


def _node(hit: Hit, article: Article) -> NodeWithScore:
    start, end = hit.chunk.start, hit.chunk.end
    node = TextNode(
        id_=hit.chunk.vector_id,
        text=article.text[start:end],
        start_char_idx=start,
        end_char_idx=end,
        metadata={
            "article_id": article.id,
            "title": article.title,
            "source": article.source,
            "url": article.url,
            "path": article.path,
            "dated": article.dated.edtf if article.dated else None,
        },
    )
    return NodeWithScore(node=node, score=hit.score)
