"""An archive: one folder with the catalogue, the vectors and a lock. The door to `index`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.catalog import Catalog, Filter, Listed
from index.errors import ArchiveError, ArchiveMissing, UsageError
from index.event_lookup import list_mentions, list_times, read_state
from index.keys import Told, read_map
from index.lock import hold_lock
from index.once import Once
from index.records import Article, Sentence
from index.search import Hit, Searcher
from index.settings import DEFAULTS, Settings, explain_other_model
from index.vectors import VectorStore

if TYPE_CHECKING:
    from llama_index.core.llms import LLM
    from llama_index.core.retrievers import BaseRetriever

    from index.date_records import TimeExpression
    from index.embeddings import QuestionEmbedder
    from index.ingest import Progress, Report, Watch
    from index.meeting_lookup import Day
    from index.meeting_records import Meeting, Mention
    from index.meeting_search import MeetingSearch
    from index.model_calls import Model
    from index.readings import Reading

__all__ = ["Archive", "Filter", "Hit", "Listed"]

CATALOGUE = "catalogue.sqlite"
VECTORS = "vectors"


class Archive:
    """Articles and what is known of them. Open one, ask it, close it; or use it in a `with`.

    Any number of readers may be open beside one writer; before each search a reader looks whether
    the archive has changed, and then sees the new articles.
    """

    def __init__(self, folder: Path, settings: Settings, *, create: bool = False) -> None:
        self.folder = folder
        self.settings = settings
        self.catalog = Catalog(folder / CATALOGUE, create=create)
        self.vectors = VectorStore(folder / VECTORS)
        self._generation = self.catalog.generation()
        self._digest: str | None = None
        self._once = Once(partial(read_state, self.catalog))

    @classmethod
    def open(
        cls, folder: str | Path, settings: Settings = DEFAULTS, *, any_model: bool = False
    ) -> Self:
        """The archive in a folder; raises ArchiveMissing where there is none.

        Raises ArchiveError where it was embedded with another model, unless `any_model`.
        """
        folder = Path(folder)
        if not (folder / CATALOGUE).is_file():
            raise ArchiveMissing(
                f"there is no archive in {folder}; make one with: "
                f"dateline index FOLDER --archive {folder}"
            )
        archive = cls(folder, settings)
        if not any_model:
            archive._check_model()
        return archive

    @classmethod
    def build(
        cls, sources: Iterable[str | Path], folder: str | Path, settings: Settings = DEFAULTS,
        *, mapping: Told = None,
    ) -> Self:  # fmt: skip
        """Makes or completes the archive in `folder` from files and folders, and opens it."""
        archive = cls.make(folder, settings)
        archive.index(sources, mapping=mapping)
        return archive

    @classmethod
    def make(cls, folder: str | Path, settings: Settings = DEFAULTS) -> Self:
        """The archive in a folder, made empty where there is none."""
        folder = Path(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise ArchiveError(
                f"{folder} cannot be made ({fault.strerror}); name another"
            ) from fault
        with hold_lock(folder):
            archive = cls(folder, settings, create=True)
            if archive.catalog.note("settings") is None:
                archive.catalog.set_note("settings", settings.model_dump_json())
        archive._check_model()
        return archive

    def index(
        self, sources: Iterable[str | Path], *, prune: bool = False, mapping: Told = None,
        progress: Progress | None = None, watch: Watch | None = None,
        extract: LLM | Model | str | None = None, extract_seconds: float = 60.0,
    ) -> Report:  # fmt: skip
        """Reads what is new or changed under the sources; see docs/interface.md for what it gives.

        `mapping` names the keys of JSON and CSV ({"text": "story"}); `watch` hears of later passes;
        `extract` is a language model or its SPEC that proposes meetings, with so many seconds for
        an article, "none" to take out what was proposed. Raises UsageError for a bad mapping or
        SPEC, ArchiveLocked, ArchiveError when the disk gives out.
        """
        from index.embeddings import ArticleEmbedder  # where used: a list of articles
        from index.ingest import Writer, silent, unwatched  # should not wait for NumPy
        from index.proposal_pass import propose_meetings, read_wish

        wish, paths = read_wish(extract, extract_seconds), [Path(source) for source in sources]
        watch = watch or unwatched
        with self.writing():
            embedder = ArticleEmbedder(self.settings)  # loads its model when first used
            report = Writer(self.catalog, self.vectors, embedder, self.settings).run(
                paths, prune=prune, keys=read_map(mapping), progress=progress or silent, watch=watch
            )
            return propose_meetings(self.catalog, paths, wish, report, watch)

    def remove(self, names: Iterable[str]) -> list[str]:
        """Takes articles out by id or path; gives their ids. Raises UsageError for an unknown one.

        What stands in a file that is indexed again comes back with it.
        """
        from index.removal import remove_articles

        with self.writing():
            ids = list(dict.fromkeys(self._find_id(name) for name in names))
            remove_articles(self.catalog, self.vectors, ids)
        return ids

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the write lock; raises ArchiveLocked while another process does."""
        with hold_lock(self.folder):
            try:
                yield
            finally:
                self.refresh()

    def still(self) -> AbstractContextManager[None]:
        """Inside, what is known of an article is read once: for a question, which looks often."""
        return self._once.held()

    def list_articles(self) -> list[Listed]:
        """What is known of every article, without its text, in order of date."""
        return self.catalog.list_articles()

    def articles(self) -> Iterator[Article]:
        """All articles, in order of date, the undated last."""
        return self.catalog.articles(self.catalog.article_ids())

    def article(self, id: str) -> Article:
        """The article of an id; raises UsageError where there is none."""
        return self._once.read("article", id, lambda: self._article(id))

    def _article(self, id: str) -> Article:
        found = next(self.catalog.articles([id]), None)
        if found is None:
            raise UsageError(f"no article has the id {id}; `dateline articles` lists them")
        return found

    def find(self, name: str) -> Article:
        """The article of an id or a path; raises UsageError for none, and for more than one."""
        return self.article(self._find_id(name))

    def _find_id(self, name: str) -> str:
        ids = self.catalog.find(name) or self.catalog.find(str(Path(name).absolute()))
        if not ids:
            raise UsageError(
                f"no article has the id or path {name}; `dateline articles` lists them"
            )
        if len(ids) > 1:
            raise UsageError(f"{name} is the path of {len(ids)} articles: {', '.join(ids[:5])} …")
        return ids[0]

    def sentences(self, article: Article) -> list[Sentence]:
        """The article's sentences in order."""
        return self._once.read("sentences", article.id, lambda: self.catalog.sentences(article))

    def read_articles(self, ids: Sequence[str]) -> list[Reading]:
        """Articles as ranking reads them, in the order of their ids."""
        from index.readings import read_articles

        how = partial(read_articles, self.catalog)
        return list(self._once.read_each("reading", ids, how).values())

    def meetings(
        self, who: Sequence[str] = (), since: Day = None, until: Day = None,
        where: str | None = None, status: str | None = None, as_of: Day = None,
    ) -> list[Meeting]:  # fmt: skip
        """Every meeting that fits, in order of date; one without a date fits no period.

        Days are `date` or ISO text ("2024", "2024-03", "2024-03-11"); with `as_of` only what was
        written by then counts. Raises UsageError for a day or status that is none.
        """
        from index.meeting_lookup import read_wanted

        wanted = read_wanted(who, since, until, where, status)
        how = partial(self._meeting_search.find, wanted, as_of)
        return list(self._once.read("meetings", f"{wanted!r} {as_of}", how))

    def times(self, article_id: str) -> list[TimeExpression]:
        """The time expressions of an article with their days, in order."""
        how = partial(list_times, self.catalog)
        return self._once.read_each("times", [article_id], how)[article_id]

    def mentions(self, article: Article) -> list[Mention]:
        """The reports of meetings in an article, in order."""
        ids = [article.id]
        return self._once.read("mentions", ids[0], lambda: list_mentions(self.catalog, ids))

    def sources(self) -> tuple[str, ...]:
        """The outlets that articles name as their source."""
        return self.catalog.sources()

    def has_undated(self) -> bool:
        """Whether some article has no date."""
        return self.catalog.has_undated()

    def digest(self) -> str:
        """Sixteen hex digits that change with the articles."""
        self._digest = self._digest or self.catalog.digest()
        return self._digest

    def search(self, query: str, k: int = 10, limits: Filter | None = None) -> list[Hit]:
        """The best `k` chunks for a text, by meaning and words; `limits` holds before the cut."""
        self.refresh()
        how = partial(self.searcher.search, query, k, limits)
        return list(self._once.read("search", f"{query}\n{k} {limits!r}", how))

    def refresh(self) -> bool:
        """Opens the vectors anew where the archive has changed since; says whether it has."""
        generation = self.catalog.generation()
        if changed := generation != self._generation:
            self._generation, self._digest = generation, None
            self.vectors.close()
        return changed

    @property
    def generation(self) -> int:
        """The number of the state that searches see."""
        return self._generation

    def as_retriever(self, k: int = 10, limits: Filter | None = None) -> BaseRetriever:
        """A llama-index retriever over this archive; see index/retriever.py for its nodes."""
        from index.retriever import ArchiveRetriever  # llama-index takes 2.3 s to import

        return ArchiveRetriever(self, k, limits)

    @cached_property
    def _meeting_search(self) -> MeetingSearch:
        from index.meeting_search import MeetingSearch

        return MeetingSearch(self.catalog)

    @cached_property
    def searcher(self) -> Searcher:
        """Searches of this archive, and the model that embeds questions."""
        return Searcher(self.catalog, self.vectors, self.embedder)

    @cached_property
    def embedder(self) -> QuestionEmbedder:
        """Embeds short texts at once, as the articles were embedded."""
        from index.embeddings import QuestionEmbedder

        return QuestionEmbedder(self.settings)

    def close(self) -> None:
        """Lets go of all files."""
        self.vectors.close()
        self.catalog.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def made_with(self) -> Settings:
        """The settings that the archive notes; those in use where it notes none."""
        noted = self.catalog.note("settings")
        return Settings.model_validate_json(noted) if noted else self.settings

    def _check_model(self) -> None:
        made, used = self.made_with(), self.settings
        if not made.embeds_like(used):
            self.close()
            raise ArchiveError(explain_other_model(self.folder, made, used))
