"""On which day a report was written, where that is asked, and not the day of what it tells.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask
from qa.answers import Answer
from qa.telling.gate import check_answer
from qa.telling.gate_claims import find_fault
from qa.telling.of_itself import byline_of

STORIES = {
    "lock.txt": (
        "Berg and Stone agree on the canal lock\n\n"
        "Source: NNA\n\n"
        "Oslo, March 8, 2017\n\n"
        "The two-hour meeting of Transport Minister Anna Berg and Mayor Karl Stone in Oslo on "
        "Tuesday ended with an agreement on the canal lock.\n\n"
        "Stone also bought a straw hat at the market.\n\n"
        "Berg said the lock would get new gates.\n\n"
        "NNA\n\n"
        "9 March 2017\n\n"
        "Leave a comment\n"
    ),
    "barge.txt": (
        "Barge sinks off Riga\n\n"
        "RIGA, June 20, 2018. /Harbour Wire/. The barge Marta sank in the bay before dawn.\n\n"
        "The harbour board wants a report on the sinking by autumn.\n"
    ),
    "gates.txt": (
        "Lock gates arrive in Moss\n\n"
        "MOSS, May 4, 2018. /NNA/. The new lock gates arrived on a barge from Riga.\n\n"
        "Painters took the whole night over them.\n"
    ),
    "painters-1.txt": (
        "Painters strike in Bergen\n\n"
        "BERGEN, October 2, 2018. /NNA/. Painters of the opera went on strike for warm gloves.\n"
    ),
    "painters-2.txt": (
        "Painters strike again\n\n"
        "BERGEN, November 6, 2018. /NNA/. The painters of the opera went on strike for warm "
        "gloves.\n"
    ),
    "bridge.txt": (
        "Bridge board tells of cracks\n\n"
        "LUND, April 3, 2019. /NNA/. The bridge board's report on the cracks was published on "
        "Monday.\n\nIt counts forty of them.\n"
    ),
    "kite.txt": (
        "Envoy flies a kite\n\n"
        "TARTU, July 14 /NNA/. Envoy Ove Lund flew a kite later on Thursday, and his children "
        "watched.\n\n"
        "He had last flown one in May 2015, his office said.\n\n"
        "The festival ends on Sunday (July 17).\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("written"), STORIES) as archive:
        yield archive


def answer_to(archive: Archive, question: str) -> Answer:
    answer = ask(archive, question, asked_on=date(2026, 5, 1))
    check_answer(archive, answer)
    return answer


@pytest.mark.parametrize(
    ("question", "day", "cited"),
    [
        ("What is the date of the NNA report on the two-hour meeting?",
         "on 8 March 2017, by its dateline", "Oslo, March 8, 2017"),
        ("When was the article on Stone's straw hat written?",
         "on 8 March 2017", "Stone also bought a straw hat at the market."),
        ("Which day does the report that the barge sank bear?", "on 20 June 2018", "before dawn"),
        ("From which year is the story about the arrival of the lock gates?", "on 4 May 2018",
         "MOSS, May 4, 2018."),
        ("When did Harbour Wire publish its article on the barge?", "on 20 June 2018", "RIGA"),
        ("Which month is the story on the envoy's kite from?",
         "worked out from its own words", "TARTU, July 14"),
        ("What is the date of publication of the article on the two-hour meeting?",
         "on 8 March 2017", "Oslo, March 8, 2017"),
        ("When was the story on the barge put out by Harbour Wire?", "on 20 June 2018", "RIGA"),
        ("When was the story ‘Barge sinks off Riga’ published?", "on 20 June 2018", "RIGA"),
        ("What is the date of the story on the painters' strike in November 2018?",
         "on 6 November 2018", "BERGEN, November 6"),
    ],
)  # fmt: skip
def test_a_report_is_dated(archive: Archive, question: str, day: str, cited: str) -> None:
    answer = answer_to(archive, question)
    assert answer.outcome is Outcome.ANSWERED
    assert day in answer.statements[0].text
    assert any(cited in one.quote for one in answer.citations)
    assert len({one.article.id for one in answer.citations}) == 1


def test_two_reports_that_fit_are_both_dated(archive: Archive) -> None:
    text = answer_to(archive, "When was the article on the painters' strike written?").text
    assert "2 October 2018" in text
    assert "6 November 2018" in text


@pytest.mark.parametrize(
    "question",
    [
        "When was the bridge board's report on the cracks published?",
        "When was the report on the cracks in the bridge published?",
        "When was the joint report on the lock gates released?",
        "When was the meeting of Berg and Stone?",
        "What is the date of the agreement on the canal lock?",
    ],
)
def test_what_a_report_tells_has_a_day_of_its_own(archive: Archive, question: str) -> None:
    assert "was written" not in answer_to(archive, question).text


@pytest.mark.parametrize(
    "question",
    [
        "When was the article on the runaway circus elephant written?",
        "What is the date of the Harbour Wire report on the straw hat?",
        "When was the 2011 story on the sunken barge published?",
    ],
)
def test_no_report_that_fits_is_no_answer(archive: Archive, question: str) -> None:
    assert answer_to(archive, question).outcome is Outcome.NOT_IN_ARCHIVE


def test_a_report_that_is_not_described_is_asked_for(archive: Archive) -> None:
    assert answer_to(archive, "When was the article written?").outcome is Outcome.AMBIGUOUS


@pytest.mark.parametrize(
    ("question", "by", "line"),
    [
        ("By whom is the report that the barge sank?", "Harbour Wire", "RIGA, June 20, 2018."),
        ("Who wrote the article on Stone's straw hat?", "NNA", "Source: NNA"),
        ("By whom was the story about the arrival of the lock gates written?", "NNA", "MOSS"),
    ],
)
def test_a_report_is_credited(archive: Archive, question: str, by: str, line: str) -> None:
    answer = answer_to(archive, question)
    assert answer.statements[0].text.endswith(f"is credited to {by}."), answer.text
    assert line in answer.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the bridge board's report on the cracks?",
        "Who signed the agreement on the canal lock?",
        "By whom is the report on the runaway circus elephant?",
        "Who wrote the letter about the straw hat?",
    ],
)
def test_what_somebody_else_wrote_is_not_credited_to_the_agency(
    archive: Archive, question: str
) -> None:
    assert "is credited to" not in answer_to(archive, question).text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Anna Berg", "Anna Berg"),
        ("Source: NNA", "NNA"),
        ("Harbour News and agencies", "Harbour News and agencies"),
        ("OSLO, May 4. /NNA/.", "NNA"),
        ("Photo by Anna Berg", None),
        ("© Anna Berg/NNA", None),
        ("OSLO", None),
        ("By the harbour wall", None),
    ],
)
def test_the_author_that_a_line_names(line: str, name: str | None) -> None:
    assert byline_of(line) == name


def test_the_gate_passes_no_other_author(archive: Archive) -> None:
    answer = answer_to(archive, "By whom is the report that the barge sank?")
    said = answer.statements[0]
    other = said.model_copy(update={"text": said.text.replace("Harbour Wire", "NNA")})
    assert find_fault(archive, said, answer.citations[:1]) is None
    assert find_fault(archive, other, answer.citations[:1]) is not None
