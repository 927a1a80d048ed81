"""`stock`: what a user would otherwise build in an afternoon, from llama-index's own parts.

`VectorStoreIndex` on Chroma with its default splitting (SentenceSplitter, 1,024 tokens, 20 shared),
asked through `CitationQueryEngine` as its documentation shows it: three passages, cut again into
sources of 512 tokens. The articles and the embedding model are those of the archive. With a
language model (`--llm`) it writes the answer; without one its first source is the answer. It is a
guest: its packages are the extra `stock`, that of a language model the extra `llm`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.cases import Case
from eval.judge import read_endpoint
from eval.reply import Cited, Claim, Reply
from eval.reply_text import read_claims, says_nothing
from eval.suite import Cost, Meter, Setup
from eval.system import DEPTH, Opened, asked_alone
from index.archive import Archive
from index.embeddings import ArticleEmbedder, QuestionEmbedder
from index.errors import UsageError
from index.model_spec import need
from index.records import Article, Outcome
from index.settings import PROGRAM_VERSION

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.llms.llm import LLM
    from llama_index.core.schema import NodeWithScore

PASSAGES = 3  # as in the documentation of CitationQueryEngine; the library's own default is 2
BATCH = 32  # articles embedded and stored at a time
LONGEST_REPLY = 256  # tokens, the library's own default
SECONDS, RETRIES = 600.0, 1  # for one reply; 1.5 billion weights on one core take minutes
KEPT = "measured when it was made"


class Stock:
    """A llama-index query engine over the archive's articles."""

    def __init__(self, archive: Archive, index: VectorStoreIndex, llm: LLM | None) -> None:
        from llama_index.core.llms import MockLLM
        from llama_index.core.query_engine import CitationQueryEngine

        self._archive, self._writes = archive, llm is not None
        retriever = index.as_retriever(similarity_top_k=PASSAGES)
        self._engine = CitationQueryEngine.from_args(
            index, llm=llm or MockLLM(max_tokens=1), retriever=retriever
        )
        self._deep = index.as_retriever(similarity_top_k=DEPTH)

    def answer(self, case: Case) -> Reply:
        """What the engine writes, with the sources it cites; without a model the first source."""
        started = time.perf_counter()
        response = self._query(asked_alone(case))
        seconds = time.perf_counter() - started
        sources = [self._cite(node) for node in response.source_nodes]
        if not self._writes:
            return first_source(sources, seconds)
        return read_reply(str(response).strip(), sources, seconds)

    def rank(self, case: Case) -> list[str]:
        """The articles of the nearest passages."""
        found = self._deep.retrieve(asked_alone(case))
        return list(dict.fromkeys(str(node.node.ref_doc_id) for node in found))

    def _query(self, question: str) -> Any:
        if not self._writes:
            return self._engine.query(question)
        from openai import OpenAIError

        try:
            return self._engine.query(question)
        except OpenAIError as fault:
            raise UsageError(
                f"the language model gives no reply ({fault}); when it is there again, the same "
                "command goes on from here"
            ) from fault

    def _cite(self, node: NodeWithScore) -> Cited:
        """A source with its place, which llama-index drops: looked for in the article's text."""
        quote = node.node.get_content().partition("\n")[2].rstrip("\n")  # after "Source 1:"
        id = str(node.node.ref_doc_id)
        start = self._archive.article(id).text.find(quote)
        if start < 0:
            return Cited(article_id=id, start=None, end=None, quote=quote)
        return Cited(article_id=id, start=start, end=start + len(quote), quote=quote)


def first_source(sources: Sequence[Cited], seconds: float) -> Reply:
    """The reply where no language model writes one: the first source as it stands."""
    claims = tuple(Claim(text=source.quote, citations=(0,)) for source in sources[:1])
    outcome = Outcome.ANSWERED if claims else Outcome.NOT_IN_ARCHIVE
    return Reply(
        outcome=outcome, claims=claims, text=claims[0].text if claims else "",
        cited=tuple(sources[:1]), seconds=seconds,
    )  # fmt: skip


def read_reply(text: str, sources: Sequence[Cited], seconds: float) -> Reply:
    """The reply that a language model wrote; a number without a source cites nothing there is."""
    claims, cited = read_claims(text, sources)
    if says_nothing(text):
        return Reply(
            outcome=Outcome.NOT_IN_ARCHIVE, claims=(), text=text, cited=(), seconds=seconds
        )
    return Reply(
        outcome=Outcome.ANSWERED, claims=claims, text=text, cited=cited, seconds=seconds
    )  # fmt: skip


def make_stock(archive: Archive, setup: Setup, meter: Meter) -> Opened:
    """The engine over the archive's articles; its index is kept in the cache folder.

    Raises UsageError where a package of the extras is missing or the endpoint does not answer.
    """
    core = need("llama_index.core", "stock")
    chroma = need("llama_index.vector_stores.chroma", "stock")
    llm = open_llm(setup.llm) if setup.llm else None
    made = f"{archive.digest()} {archive.settings.digest()} {core.__version__} {PROGRAM_VERSION}"
    folder = setup.cache / "stock" / sha256(made.encode()).hexdigest()[:16]
    store = chroma.ChromaVectorStore(chroma_collection=_open_collection(folder))
    embedder = make_embedding(archive)
    index = core.VectorStoreIndex.from_vector_store(store, embed_model=embedder)
    cost = fill(index, store.client, archive, folder / "cost.json", meter)
    return Opened(Stock(archive, index, llm), cost)


def open_llm(spec: str) -> LLM:
    """The model at an OpenAI-compatible endpoint, at temperature 0, bounded in length and time."""
    wrapper = need("llama_index.llms.openai_like", "llm")
    endpoint = read_endpoint(spec)
    llm: LLM = wrapper.OpenAILike(
        model=endpoint.model, api_base=endpoint.url, api_key="none", is_chat_model=True,
        temperature=0.0, max_tokens=LONGEST_REPLY, timeout=SECONDS, max_retries=RETRIES,
    )  # fmt: skip
    return llm


def make_embedding(archive: Archive) -> BaseEmbedding:
    """The archive's own model as llama-index wants it."""
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.bridge.pydantic import PrivateAttr

    class ArchiveModel(BaseEmbedding):
        _articles: Any = PrivateAttr()
        _questions: Any = PrivateAttr()

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [list(map(float, row)) for row in self._articles.embed(texts)]

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_query_embedding(self, query: str) -> list[float]:
            return list(map(float, self._questions.embed([query])[0]))

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    model = ArchiveModel(model_name=archive.settings.model, embed_batch_size=64)
    model._articles = ArticleEmbedder(archive.settings)
    model._questions = QuestionEmbedder(archive.settings)
    return model


def fill(
    index: VectorStoreIndex, collection: Any, archive: Archive, noted: Path, meter: Meter
) -> Cost:
    """Stores what is not stored yet; the cost is kept beside, where it was made in one go."""
    from llama_index.core.node_parser import SentenceSplitter

    stored = collection.get(include=["metadatas"])["metadatas"] or []
    there = {entry["document_id"] for entry in stored}
    left = [article for article in archive.articles() if article.id not in there]
    if not left:
        return _kept(noted)
    splitter, ticks = SentenceSplitter(), []
    started = time.perf_counter()
    with meter("articles for stock") as progress:
        for start in range(0, len(left), BATCH):
            documents = [_document(article) for article in left[start : start + BATCH]]
            index.insert_nodes(splitter.get_nodes_from_documents(documents))
            done = min(start + BATCH, len(left))
            ticks.append((done, round(time.perf_counter() - started, 3)))
            progress(done, len(left))
    cost = Cost(ticks=tuple(ticks))
    if not there:
        noted.write_text(cost.model_dump_json(), encoding="utf-8")
    return cost if not there else Cost(note="made in more than one go")


def _document(article: Article) -> Any:
    """An article as a user would hand it over: its text, and what is known of it."""
    from llama_index.core import Document

    known = {
        "title": article.title, "source": article.source,
        "date": article.dated.edtf if article.dated else None,
    }  # fmt: skip
    metadata = {key: value for key, value in known.items() if value}
    return Document(text=article.text, id_=article.id, metadata=metadata)


def _kept(noted: Path) -> Cost:
    if not noted.is_file():
        return Cost(note="made in more than one go")
    cost = Cost.model_validate(json.loads(noted.read_text(encoding="utf-8")))
    return cost.model_copy(update={"note": KEPT})


def _open_collection(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    folder.mkdir(parents=True, exist_ok=True)
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    return client.get_or_create_collection("stock", embedding_function=None)
