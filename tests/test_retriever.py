"""The archive inside llama-index: nodes that open at their words."""

from __future__ import annotations

from datetime import date

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import TextNode

from index.archive import Archive
from index.catalog import Filter

QUESTION = "Why was the Gdańsk summit put off?"


def test_nodes_hold_the_articles_words(archive: Archive) -> None:
    retriever = archive.as_retriever(k=7)
    assert isinstance(retriever, BaseRetriever)
    nodes = retriever.retrieve(QUESTION)
    assert len(nodes) == 7
    for found in nodes:
        node = found.node
        assert isinstance(node, TextNode)
        article = archive.article(node.metadata["article_id"])
        assert node.text == article.text[node.start_char_idx : node.end_char_idx]
        assert node.metadata["path"] == article.path
        assert node.metadata["source"] == article.source
    scores = [found.score or 0 for found in nodes]
    assert scores == sorted(scores, reverse=True)
    assert "Gdańsk" in nodes[0].node.metadata["title"]


def test_limits_hold_and_dates_are_edtf(archive: Archive) -> None:
    limits = Filter(since=date(2021, 1, 1), until=date(2021, 12, 31))
    nodes = archive.as_retriever(k=5, limits=limits).retrieve("talks")
    assert len(nodes) == 5
    assert all(found.node.metadata["dated"].startswith("2021") for found in nodes)


async def ask_later(archive: Archive) -> list[str]:
    return [found.node.node_id for found in await archive.as_retriever(k=3).aretrieve(QUESTION)]


def test_it_can_be_awaited(archive: Archive) -> None:
    import asyncio

    assert asyncio.run(ask_later(archive)) == [
        found.node.node_id for found in archive.as_retriever(k=3).retrieve(QUESTION)
    ]
