"""Chunks: how a small story is cut, and what holds for every one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import make_article
from index.chunks import RETRIEVED, cut_chunks
from index.drafts import Draft
from index.records import Article, Chunk, Sentence
from index.sentences import split_sentences
from index.settings import DEFAULTS, Settings

STORY = """\
Ferry sails again

The ministers met on the quay today. They agreed on the cable. The ship sails at noon.

Photo by: S. Wren

The cook was praised by both ministers. He went home late.
"""


def count(text: str) -> int:
    """Words: additive over sentences, as word pieces are."""
    return len(text.split())


def cut(text: str, longest: int, overlap: int) -> tuple[Article, list[Sentence], list[Chunk]]:
    article = make_article(Draft(text=text), "a.txt")
    sentences = split_sentences(article)
    settings = Settings(longest_chunk=longest, overlap=overlap)
    return article, sentences, cut_chunks(article, sentences, count, settings)


def test_sentences_are_packed_and_the_last_is_repeated_but_never_across_a_credit() -> None:
    chunks = [chunk.text for chunk in cut(STORY, 13, 1)[2]]
    assert chunks == [
        "Ferry sails again\n\nThe ministers met on the quay today.",
        "The ministers met on the quay today. They agreed on the cable.",
        "They agreed on the cable. The ship sails at noon.",
        "The cook was praised by both ministers. He went home late.",
    ]


def test_overlap_repeats_whole_sentences_where_there_is_room() -> None:
    text = "One two three four. Five six seven. Eight nine."
    assert [chunk.text for chunk in cut(text, 7, 1)[2]] == [
        "One two three four. Five six seven.",
        "Five six seven. Eight nine.",
    ]
    assert [chunk.text for chunk in cut(text, 4, 1)[2]] == text.replace(". ", ".|").split("|")


def test_a_sentence_longer_than_a_chunk_is_cut_between_words() -> None:
    long = "word " * 99 + "end."
    chunks = cut(long, 20, 1)[2]
    assert all(count(chunk.text) <= 20 for chunk in chunks)
    assert {word for chunk in chunks for word in chunk.text.split()} == {"word", "end."}


def test_a_word_longer_than_any_chunk_ends() -> None:
    article = make_article(Draft(text="x" * 1_000), "a.txt")
    chunks = cut_chunks(article, split_sentences(article), len, Settings(longest_chunk=1))
    assert "".join(chunk.text for chunk in chunks) == "x" * 1_000


def test_a_text_without_anything_to_search_has_no_chunk() -> None:
    assert cut("© 2019 The Courier", DEFAULTS.longest_chunk, 1)[2] == []


TEXTS = st.lists(
    st.sampled_from(
        ["The ferry sailed. ", "Nobody waved at it. ", "Photo by: S. Wren\n\n",
         "What it carries\n\n", "OSLO, May 14. /NNA/. ",
         "“No,” said the tall minister of the ports. ", "\n\n", "a b c "]
    ),
    min_size=1, max_size=20,
).map("".join).filter(str.strip)  # fmt: skip


@settings(deadline=None)
@given(TEXTS, st.integers(0, 20), st.integers(0, 3))
def test_chunks_are_slices_within_the_limit_made_of_whole_sentences(
    text: str, room: int, overlap: int
) -> None:
    longest = max(count(sentence.text) for sentence in cut(text, 1, 0)[1]) + room
    article, sentences, chunks = cut(text, longest, overlap)
    starts, ends = {s.start for s in sentences}, {s.end for s in sentences}
    for number, chunk in enumerate(chunks):
        assert chunk.number == number
        assert chunk.text == article.text[chunk.start : chunk.end]
        assert count(chunk.text) <= longest
        assert chunk.start in starts and chunk.end in ends
    held = [s for s in sentences if any(c.start <= s.start and s.end <= c.end for c in chunks)]
    assert held == [s for s in sentences if s.zone in RETRIEVED]
