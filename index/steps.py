"""What to do with a story: put it, bring what is known of it up to date, or only place it."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from index.articles import make_article
from index.catalog import Catalog, Place
from index.chunks import cut_chunks
from index.dating import as_read
from index.drafts import Draft
from index.embeddings import WordPieces
from index.meanings import Meanings
from index.plan import FilePlan
from index.records import Article, Chunk, Record, Sentence
from index.report import Fate
from index.sentences import split_sentences
from index.settings import Settings
from index.standing import Left, Standing


class Action(StrEnum):
    """What the catalogue and the vectors must be told of a story."""

    PUT = "put"  # all of it: text, sentences, chunks, vectors
    UPDATE = "update"  # what is known of it; its text and title are as before
    PLACE = "place"  # only that it was read at this place


class Step(Record):
    """One story on its way in; the last of its file also carries what the file leaves behind."""

    plan: FilePlan
    place: Place
    action: Action
    fate: Fate
    article: Article
    version: str
    sentences: tuple[Sentence, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    meanings: Meanings | None = None  # once it is embedded
    left: Left = Left()
    whole: bool = False  # the file was read to its end, and all of it could be read


class Sorter:
    """Decides story by story, in the light of those before."""

    def __init__(
        self, catalog: Catalog, standing: Standing, settings: Settings, pieces: WordPieces
    ) -> None:
        self._catalog, self._standing = catalog, standing
        self._settings, self._pieces = settings, pieces

    def make_step(self, plan: FilePlan, draft: Draft) -> Step:
        """The step for a story of the open file; `standing` is as after it."""
        shown = plan.shown + draft.place
        article = make_article(draft, shown)
        known = self._standing.find(article.sha256)
        id = known or self._new_id(article, plan, draft)
        article = article.model_copy(update={"id": id})
        action = Action.PUT
        if known:
            article, action = self._compare(article)
        step = self._describe(plan, draft, article, action)
        return self._divide(step) if action is Action.PUT else step

    def _compare(self, article: Article) -> tuple[Article, Action]:
        """What a known text needs. Only the file that held it first may say anything new of it."""
        tells = self._standing.tells(article.id)
        if not tells and self._standing.version(article.id).startswith(self._settings.digest()):
            return article, Action.PLACE
        stored = next(self._catalog.articles([article.id]), article)
        if not tells:  # divided or embedded otherwise than today's settings have it
            return as_read(stored).model_copy(update={"zones": article.zones}), Action.PUT
        if self._standing.version(article.id) != make_version(article, self._settings):
            return article, Action.PUT
        told = {"ids", "paths", "path"}
        same = as_read(stored).model_dump(exclude=told) == article.model_dump(exclude=told)
        return article, Action.PLACE if same else Action.UPDATE

    def _describe(self, plan: FilePlan, draft: Draft, article: Article, action: Action) -> Step:
        version = make_version(article, self._settings)
        fate = Fate.UNCHANGED if action is Action.PLACE else Fate.REPLACED
        if action is Action.PUT and not self._standing.put(article.id, article.sha256, version):
            fate = Fate.ADDED
        location = plan.file + draft.place
        place = Place(
            location=location, file=plan.file, shown=plan.shown + draft.place, own_id=draft.own_id,
            article_id=article.id, number=self._standing.place(location, article.id),
        )  # fmt: skip
        return Step(
            plan=plan, place=place, action=action, fate=fate, article=article, version=version
        )

    def _divide(self, step: Step) -> Step:
        sentences = split_sentences(step.article)
        chunks = cut_chunks(step.article, sentences, self._pieces.count, self._settings)
        return step.model_copy(update={"sentences": tuple(sentences), "chunks": tuple(chunks)})

    def _new_id(self, article: Article, plan: FilePlan, draft: Draft) -> str:
        """The article's id; where another text has it, its source's name comes before it."""
        named = f"{draft.source or Path(plan.shown).stem}:{article.id}"
        for id in (article.id, named):
            if self._standing.is_free(id, plan.texts):
                return id
        return f"{named}:{article.sha256[:16]}"


def make_version(article: Article, settings: Settings) -> str:
    """What sentences, chunks and vectors are made of: the settings, then the text and the title."""
    made_of = f"{article.sha256}\0{article.title or ''}"
    return f"{settings.digest()}-{sha256(made_of.encode()).hexdigest()[:16]}"
