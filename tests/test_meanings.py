"""Packed vectors: as exact as ranking needs, kept with the article, made anew where they lack."""

from __future__ import annotations

import re

import pytest

from index.archive import Archive
from index.embeddings import QuestionEmbedder
from index.meanings import cosines, pack, tell_sentences
from index.records import Sentence, ZoneKind
from index.words import POINTED, fold, stem
from qa.passages.rank import rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.terms import BEGINS
from qa.question.looked_for import read_question
from tests.conftest import Shelf

DAY = "2024-03-12"
STORY = "Berg met Stone in Oslo on Monday. He left the town by train at night. Short one."


def test_packed_vectors_keep_their_cosines(embedder: QuestionEmbedder) -> None:
    vectors = embedder.embed([STORY, "Herring is cheap this year.", "Who met Stone in Oslo?"])
    assert cosines(vectors[2], pack(vectors)) == pytest.approx(vectors @ vectors[2], abs=0.005)
    assert len(cosines(vectors[2], pack(vectors[:0]))) == 0


def test_a_sentence_that_leans_is_told_after_the_one_before() -> None:
    texts = [part + "." for part in STORY.removesuffix(".").split(". ")]
    starts = [STORY.index(text) for text in texts]
    sentences = [
        Sentence(article_id="1", start=at, end=at + len(text), text=text, zone=ZoneKind.BODY)
        for at, text in zip(starts, texts, strict=True)
    ]
    assert list(tell_sentences(sentences)) == [texts[0], f"{texts[0]} {texts[1]}"]


def test_ranking_is_the_same_from_packed_vectors(shelf: Shelf) -> None:
    shelf.write("1.txt", f"Talks in Oslo\n\nOSLO, March 11. {STORY}")
    shelf.index("1.txt")
    packed = _ranked(shelf.archive)
    with shelf.archive.catalog.writing() as db:
        db.exec_driver_sql("DELETE FROM meanings")
    embedded = _ranked(shelf.archive)
    assert list(packed) == list(embedded)
    assert list(packed.values()) == pytest.approx(list(embedded.values()), abs=0.05)
    shelf.write("2.txt", "Herring is cheap in Bergen this year, say the fishermen.")
    shelf.index("2.txt")
    assert _ranked(shelf.archive).keys() >= packed.keys()
    with shelf.archive.catalog.reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM meanings").scalar() == 2


def _ranked(archive: Archive) -> dict[str, float]:
    from datetime import date

    question = read_question("Who met Stone in Oslo?", asked_on=date.fromisoformat(DAY))
    ranked = rank_sentences(archive, question, retrieve(archive, question))
    return {candidate.sentence.text: candidate.score for candidate in ranked}


def test_stemming_leaves_how_words_begin(archive: Archive) -> None:
    """What lets ranking stem only the words that begin like the question's."""
    for article in archive.articles():
        for word in article.text.split():
            form = stem(word)
            begins = form[: BEGINS if len(form) > BEGINS else 1]
            own = word.replace(".", "") if re.fullmatch(POINTED, word) else word
            assert fold(own).lower().startswith(begins), word
