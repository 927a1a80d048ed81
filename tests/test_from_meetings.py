"""Questions about meetings, answered from what the reports tell; the stories are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from meeting_stories import STORIES

from index.archive import Archive
from index.records import Outcome
from qa import ask


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    folder = tmp_path_factory.mktemp("diary")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Archive.build([folder], folder / "archive") as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        ("When did Stone meet Berg in March 2019?", "answered", ["15 March 2019"]),
        ("Where did Stone meet Berg in March 2019?", "answered", ["Riga"]),
        ("Whom did Stone meet in Tallinn?", "answered", ["Tove Lund"]),
        ("whom did anna stone meet in may 2019", "answered", ["Tove Lund", "2 May 2019"]),
        ("Who met the Estonian prime minister in Tallinn?", "answered", ["Anna Stone"]),
        ("Did Berg receive Stone in June 2019?", "only_planned", ["does not say", "6 June 2019"]),
        ("When is Berg due to receive Stone?", "answered", ["6 June 2019"]),
        ("Did Lund visit Vilnius in July 2019?", "answered", ["cancelled"]),
        ("When did Lund speak to Berg by phone?", "answered", ["10 July 2019"]),
        (
            "How many times did Stone meet Berg?",
            "answered",
            ["one such meeting as held", "15 March 2019", "announced"],
        ),
        ("List the meetings of May 2019.", "answered", ["Tove Lund", "2 May 2019"]),
        ("How long did the talks of Berg and Stone in March 2019 last?", "answered", ["three h"]),
        (
            "Which came first, the talks of Stone and Lund in Tallinn or the meeting of Stone "
            "and Berg in Riga?",
            "answered",
            ["15 March 2019", "2 May 2019"],
        ),
        (
            "When did Stone meet Lund in Vilnius in May 2019?",
            "premise_corrected",
            ["no such", "Tallinn"],
        ),
        (
            "Did Stone meet Lund in Vilnius in May 2019?",
            "not_in_archive",
            ["no such", "nearest", "Tallinn"],
        ),
        ("When did Stone meet Piet Hein?", "not_in_archive", ["no article names Piet Hein"]),
        ("Did Stone meet Berg in October 2021?", "not_in_archive", ["no such", "10 July 2019"]),
        ("When did she meet him?", "ambiguous", ["Who is meant"]),
        ("Wann traf Stone den lettischen Präsidenten?", "not_in_archive", ["English"]),
    ],
)
def test_meetings_answer(diary: Archive, question: str, outcome: str, told: list[str]) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome, answer.text) == (Outcome(outcome), answer.text)
    missing = [words for words in told if words not in answer.text]
    assert not missing, answer.text
    if answer.outcome is not Outcome.AMBIGUOUS and "English" not in told:
        assert answer.citations or answer.outcome is Outcome.NOT_IN_ARCHIVE


def test_what_is_not_yet_written_does_not_count(diary: Archive) -> None:
    before = ask(diary, "Did Stone meet Berg in March 2019?", as_of="2019-03-14")
    after = ask(diary, "Did Stone meet Berg in March 2019?", as_of="2019-03-20")
    assert (before.outcome, after.outcome) == (Outcome.ONLY_PLANNED, Outcome.ANSWERED)


def test_a_question_that_pins_nothing_down_lists_no_meetings(diary: Archive) -> None:
    assert ask(diary, "When is the next meeting about bananas?").meetings == ()


def test_a_day_that_no_article_prints_is_derived(diary: Archive) -> None:
    answer = ask(diary, "When did Stone meet Berg in March 2019?")
    assert answer.statements[0].derivation is not None
    assert "Friday 15 March 2019" in answer.statements[0].derivation
    assert [m.status for m in answer.meetings] == ["held"]


@pytest.mark.parametrize(
    ("question", "follow_up", "told"),
    [
        ("When did Stone meet Lund?", "And where was that?", "Tallinn"),
        ("Where did Stone meet Lund?", "When was that?", "2 May 2019"),
        ("Where did Stone meet Berg in March 2019?", "How long did they talk?", "three hours"),
    ],
)
def test_a_follow_up_leans_on_what_was_said(
    diary: Archive, question: str, follow_up: str, told: str
) -> None:
    first = ask(diary, question)
    history = [
        {"role": "user", "content": question},
        {"role": "assistant", "content": first.text},
    ]
    assert told in ask(diary, follow_up, history=history).text
