"""Where sentences end: a table first, then what holds for every text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import make_article
from index.drafts import Draft
from index.records import Article, ZoneKind
from index.sentences import cut_paragraph, split_sentences

TABLE = [  # the sentences of each paragraph, parted by "|"
    "The envoy left.| The minister stayed.",
    "Mr. Sand met Dr. Vale in Oslo.| They talked.",
    "Gen. R. K. Holm met J. P. Lund.| They shook hands.",
    "Kofi A. Annsen spoke.| George W. Bugh left.",
    "Yu. V. Petrak and Ye. Ivanek met Ch. Moe.| They ate.",
    "Both sides—Mr. Roe's and Mrs. Doe's—agreed.| Ms. Poe didn't.",
    "Gov. Hall, Sen. Moe and Rep. Lee came.| Sgt. Dahl and Lt. Col. Ness too.",
    "A banned group (a league of smugglers - eds. Northline) took part.| It left.",
    "Talks with the U.S. resumed on Monday.| The U.N. took part.",
    "He flew to the U.S.| The visit lasted a day.",
    "He flew to the U.S. Secretary of State's home.",
    "U.S. Secretary of State Ann Moe arrived.",
    "The U.S.-led force left.| The E.U. stayed.",
    "Lund, of Washington, D.C., left.| Then Berg.",
    "“We agreed,” she said.| “Now we wait.”",
    '"We agreed."| She left the room.',
    "She said: “We agreed. We wait.”| Then she left.",
    "“We agreed. We wait,” she said.",
    "We agree.| We wait.”| She left.",
    "“No.”| “Why?”| “Because.”",
    "She asked, “Why now?”| He shrugged.",
    "“Why now?” Berg asked.| Nobody knew.",
    "Is it true?” he asked.| “Yes.”",
    "‘We agreed,’ she said.| ‘Now we wait.’",
    "He paused…| Then he left.",
    "He paused...| Then he left.",
    "He paused ... and left.",
    "“...and then,” he said.| Nobody heard.",
    "«We agreed.»| Then she left.",
    "The paper wrote: «All is well. All is calm.»| He laughed.",
    "It cost 3.5 million.| No. 5 was late.",
    "The talks began at 10 a.m. on Monday.| They ended at 4 p.m.| The envoys dined.",
    "They meet at 10 a.m. Monday.| Then at 5 p.m. Oslo time.",
    "On Jan. 5 they met.| On Sept. 6 they parted.",
    "What now?| Nobody knows!| The rest is silence.",
    "(The ferry was late.)| The talks began.",
    "The firm Oslo Ltd. signed.| Berg Inc. did not.",
    "St. Olav's church was full.| Mt. Elbrek was not.",
    "He said (see p. 4) that all was well.| It was.",
    "Read more at Portal.Ru.| The page is free.",
    "Write to desk@example.org.| It answers.",
    "The minister said.The envoy left.",
    "1. The parties agree.| 2. The parties sign.",
    "Vs. the others, e.g. the Finns, i.e. the north, it was small.| So it ended.",
    "Ministers met\nin Oslo.| They\nleft.",
    "Ministers met in\xa0Oslo.|\xa0They left.",
    "The resolution passed 9-0.|  Two abstained.",
    "他来了。|她走了。",
    "A line without a full stop",
]


def cut(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in cut_paragraph(paragraph)]


@pytest.mark.parametrize("marked", TABLE)
def test_table(marked: str) -> None:
    sentences = [piece.strip() for piece in marked.split("|")]
    assert [piece.strip() for piece in cut(marked.replace("|", ""))] == sentences


STORY = """\
FERRY SAILS AGAIN

Ministers shake hands in the rain

TALLINN, May 14. /Northline/. The ferry sailed. Nobody waved.

What it carries

The Halden Courier wrote: «The ferry is old. It was old when the minister was young, and it leaks.»
"""


def read(text: str) -> Article:
    return make_article(Draft(text=text), "story.txt")


def test_a_heading_a_dateline_and_a_headline_are_one_sentence_each() -> None:
    sentences = [(s.zone, s.text) for s in split_sentences(read(STORY))]
    assert sentences == [
        (ZoneKind.CREDIT, "FERRY SAILS AGAIN"),  # three capital words: an outlet's name
        (ZoneKind.HEADLINE, "Ministers shake hands in the rain"),
        (ZoneKind.DATELINE, "TALLINN, May 14. /Northline/."),
        (ZoneKind.BODY, "The ferry sailed."),
        (ZoneKind.BODY, "Nobody waved."),
        (ZoneKind.HEADING, "What it carries"),
        (ZoneKind.BODY, "The Halden Courier wrote:"),
        (ZoneKind.OTHER_OUTLET, "«The ferry is old."),
        (ZoneKind.OTHER_OUTLET, "It was old when the minister was young, and it leaks.»"),
    ]


def test_lines_broken_by_hand_do_not_end_a_sentence() -> None:
    wrapped = (
        "The ministers of two countries met on the ferry and\nagreed on nothing but the soup, "
        "which both of\nthem praised. They parted at noon.\n"
    )
    assert [s.text.count("\n") for s in split_sentences(read(wrapped))] == [2, 0]


def test_a_paragraph_longer_than_the_library_reads_at_once_is_cut_between_sentences() -> None:
    sentence = "The envoy of the northern ports told the council that the cable would hold. "
    pieces = cut(sentence * 60)
    assert {piece.strip() for piece in pieces} == {sentence.strip()}


def test_words_are_whole_where_nothing_ends_a_sentence() -> None:
    paragraph = "word " * 1_000 + "end. Yes"
    assert {word for piece in cut(paragraph) for word in piece.split()} == {"word", "end.", "Yes"}


FRAGMENTS = st.sampled_from(
    ["Mr.", "U.S. ", "a.m. ", "A. ", "“", "”", '"', "'", "«", "»", "(", ")", "[1]", "...", "…", "!",
     "?", ". ", " ", "\n", "\n\n", "\r\n", "∯", "ȸ", "&ᓴ&", "♬", "☉", "Oslo", " said", "1. ", "a) ",
     "\xa0", "\u2028", "etc.", "\\", "*", "{", "$", "Yahoo!", ".com", "ß", "\U0001f600",
     "MOSS, July 14. /X/. ", "Photo by: X", "©", "--"]
)  # fmt: skip
TEXTS = st.lists(FRAGMENTS | st.text(st.characters(codec="utf-8"), max_size=3), max_size=25)


@settings(deadline=None)
@given(TEXTS.map("".join).filter(str.strip))
def test_sentences_are_slices_in_order_never_blank_and_cover_every_word(text: str) -> None:
    sentences = split_sentences(read(text))
    assert all(s.text == text[s.start : s.end] == s.text.strip() != "" for s in sentences)
    assert all(before.end <= after.start for before, after in pairwise(sentences))
    said = "".join("".join(s.text.split()) for s in sentences)
    assert said == "".join(text.split())


@settings(deadline=None)
@given(TEXTS.map("".join))
def test_the_pieces_of_a_paragraph_are_the_paragraph(paragraph: str) -> None:
    assert "".join(cut(paragraph)) == paragraph


@pytest.mark.parametrize("unit", ["A", "ABC ", "A. ", "Mr. ", "“a” ", '"', "(", "1. ", ". ", "…"])
def test_a_hostile_line_takes_no_longer_than_its_length(unit: str) -> None:
    line = (unit * 60_000)[:60_000]
    started = time.process_time()
    assert "".join(cut(line)) == line
    assert time.process_time() - started < 2
