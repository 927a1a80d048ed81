"""PDF: lines into paragraphs, hyphens, headers and footers, pages, and files without text."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.drafts import Draft
from index.errors import UnreadableSource
from index.pdf_lines import Line, join_lines, lay_out, without_furniture
from index.read import read_file

SAMPLES = Path(__file__).parent / "samples" / "pdf"
TOP, PITCH = 700.0, 12.0


def page(*lines: str, size: float = 10) -> tuple[Line, ...]:
    """A page of lines that stand below each other; "" leaves a gap, ">" sets one in."""
    return tuple(
        Line(text=text.removeprefix(">"), x=50.0 + 15 * text.startswith(">"), y=TOP - PITCH * n,
             size=size)
        for n, text in enumerate(lines) if text
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([page("The ferry sailed", "at dawn.")], "The ferry sailed at dawn."),
        ([page("It sailed.", "", "Nobody waved.")], "It sailed.\n\nNobody waved."),
        ([page("It sailed.", ">Nobody waved.")], "It sailed.\n\nNobody waved."),
        ([page("It sailed with", ">nobody.")], "It sailed with nobody."),
        ([page("It sailed at"), page("dawn. Well.")], "It sailed at dawn. Well."),
        ([page("It sailed."), page("Nobody waved.")], "It sailed.\n\nNobody waved."),
        ([page("Ferry", size=20) + page("", "It sailed.")], "Ferry\n\nIt sailed."),
        # hyphens at the end of a line
        ([page("the adminis-", "tration of ports")], "the administration of ports"),
        ([page("the adminis\u00ad", "tration of ports")], "the administration of ports"),
        ([page("a co-", "operation of ports")], "a co-operation of ports"),
        ([page("a well-known man and a well-", "known ferry")],
         "a well-known man and a well-known ferry"),
        ([page("reports and re-", "ports of ports")], "reports and reports of ports"),
        ([page("the Moscow-", "Riga train")], "the Moscow-Riga train"),
        ([page("from 2018-", "19 on")], "from 2018- 19 on"),
        ([page("he waited -", "in vain")], "he waited - in vain"),
        ([page("soft\u00adened words")], "softened words"),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(pages: list[tuple[Line, ...]], text: str) -> None:
    assert join_lines(pages)[0] == text


BODY = ("The ferry sailed at dawn.", "Nobody on the quay waved.", "It rained.")


@pytest.mark.parametrize(
    ("pages", "kept"),
    [
        # a header and a footer with a number, on every page
        ([page("Tribune, p. 1", "", *BODY), page("Tribune, p. 2", "", "More.", "Still more.")],
         [BODY, ("More.", "Still more.")]),
        ([page(*BODY, "", "12"), page(*BODY[:2], "", "- 13 -")], [BODY, BODY[:2]]),
        ([page(*BODY, "", "Page 1 of 9")], [BODY]),
        # no header: it stands on one page only, or in the middle, or close to the text
        ([page("Tribune", "", *BODY), page("More.", "Still more.")],
         [("Tribune", *BODY), ("More.", "Still more.")]),
        ([page(*BODY), page(*BODY)], [BODY, BODY]),
        ([page("In 2019", "", *BODY)], [("In 2019", *BODY)]),
        ([page(*BODY, "", "2019")], [(*BODY, "2019")]),
    ],
)  # fmt: skip
def test_headers_and_footers_go_where_they_are_sure(
    pages: list[tuple[Line, ...]], kept: list[tuple[str, ...]]
) -> None:
    assert [tuple(line.text for line in one) for one in without_furniture(pages)] == kept


@given(st.lists(st.lists(st.text("ab .-\u00ad", min_size=1), max_size=4), max_size=5))
def test_pages_are_marked_where_they_begin(told: list[list[str]]) -> None:
    pages = [page(*(line for line in lines if line.strip())) for lines in told]
    text, marks = join_lines(pages)
    starts = [mark.start for mark in marks]
    assert starts == sorted(starts) and all(0 <= start <= len(text) for start in starts)
    labels = [int(mark.label.removeprefix("page ")) for mark in marks]
    assert labels == sorted(set(labels)) and all(pages[label - 1] for label in labels)


@given(st.lists(st.tuples(st.text("ab\n "), *[st.floats(0, 9)] * 3)))
def test_pieces_are_laid_out_whole(pieces: list[tuple[str, float, float, float]]) -> None:
    told = "".join("".join(piece[0] for piece in pieces).split())
    assert "".join("".join(line.text for line in lay_out(pieces)).split()) == told


def test_a_page_is_marked_at_its_first_word() -> None:
    (draft,) = read_file(SAMPLES / "library.pdf", "library.pdf")
    assert isinstance(draft, Draft)
    second = draft.marks[1]
    assert draft.text[second.start :].startswith("banks come to Kelp Bay")
    assert (second.label, draft.captured) == ("page 2", "2009-04-08")
    assert "Harbour Courier" not in draft.text and "- 2 -" not in draft.text


def test_words_of_two_columns_stay_in_order() -> None:
    (draft,) = read_file(SAMPLES / "browser.pdf", "browser.pdf")
    assert isinstance(draft, Draft)
    lengths = [len(part) for part in draft.text.split("\n\n")]
    assert len(lengths) == 9 and list(accumulate(lengths))[-1] + 16 == len(draft.text)
    assert "The well-known diver Runa Teal inspected the foundations" in draft.text


WHOLE = (SAMPLES / "library.pdf").read_bytes()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "holds no text"),
        (b"%PDF-1.7", "is no whole PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "is no whole PDF"),
        (WHOLE[:60], "is no whole PDF"),
    ],
)
def test_what_is_no_pdf_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    (fault,) = read_file(path, "a.pdf")
    assert isinstance(fault, UnreadableSource)
    assert reason in fault.reason or "is no whole PDF" in fault.reason


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@settings(deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(max_size=8))
def test_no_damage_is_an_error(folder: Path, at: int, put: bytes) -> None:
    path = folder / "damaged.pdf"
    path.write_bytes(WHOLE[:at] + put + WHOLE[at + len(put) :])
    for draft in read_file(path, "a.pdf"):
        assert isinstance(draft, UnreadableSource) or draft.text.strip()
