"""Meetings set beside each other: the longer, the first of some named, two topics; invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask

STORIES = {
    "gazette-vik.txt": (
        "Nets for two hours\n\n"
        "VIK, March 5, 2019. Norwegian Fisheries Minister Sigrun Aasen met Danish Fisheries "
        "Minister Pavel Orm in Vik on Tuesday to discuss net sizes. The talks lasted two hours.\n"
    ),
    "wire-hofn.txt": (
        "Three hours in Hofn\n\n"
        "HOFN, April 11, 2019. Danish Fisheries Minister Pavel Orm held talks with Icelandic "
        "Fisheries Minister Ines Falk in Hofn on Thursday on the herring quota. The talks lasted "
        "three hours.\n"
    ),
    "wire-call.txt": (
        "By telephone\n\n"
        "VIK, May 2, 2019. Sigrun Aasen spoke by telephone with Ines Falk on Thursday. They spoke "
        "for 20 minutes.\n"
    ),
    "tribune-cork.txt": (
        "Orm receives his colleague\n\n"
        "AARHUS, June 14, 2019. Danish Fisheries Minister Pavel Orm received his Norwegian "
        "colleague in Aarhus on Friday.\n"
    ),
    "tribune-ferry.txt": (
        "Falk on the ferry\n\n"
        "BERGEN, July 19, 2019. Icelandic Fisheries Minister Ines Falk met Norwegian Fisheries "
        "Minister Sigrun Aasen in Bergen on Thursday. They agreed on nothing.\n"
    ),
    "note.txt": (
        "A note\n\nTove Lund met Karl Berg in Riga on Friday. The talks lasted 40 minutes.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("several"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Which lasted longer, the talks of Orm and Falk or the meeting of Aasen and Orm in "
            "Vik?",
            ["The longer first:", "Hofn on 11 April 2019", "three hours", "two hours"],
        ),
        (
            "Did the talks in Hofn last longer than the meeting in Vik?",
            ["The longer first:", "Hofn on 11 April 2019", "three hours", "two hours"],
        ),
        (
            "Which was shorter: the meeting in Vik or the talks in Hofn?",
            ["The longer first:", "three hours", "two hours"],
        ),
        ("What was Orm's longest meeting in 2019?", ["three hours", "Hofn on 11 April 2019"]),
        ("Which of the talks of 2019 lasted longest?", ["three hours", "11 April 2019"]),
        ("How long was the shortest meeting of Orm?", ["two hours", "Vik on 5 March 2019"]),
        (
            "Whom did Orm meet first in 2019, Aasen or Falk?",
            ["In order of date:", "5 March 2019", "11 April 2019"],
        ),
        (
            "Who met Falk first, Orm or Aasen?",
            ["In order of date:", "11 April 2019", "18 July 2019"],
        ),
        (
            "Who met Aasen last, Orm or Falk?",
            ["In order of date:", "Aarhus on 14 June 2019", "Bergen on 18 July 2019"],
        ),
        (
            "What did the Vik talks of March 2019 deal with, and what the Hofn talks of April "
            "2019?",
            ["net sizes", "herring quota"],
        ),
        (
            "Was Orm's meeting with Aasen in Vik before or after the Hofn talks?",
            ["In order of date:", "5 March 2019", "11 April 2019"],
        ),
        (
            "How many days lay between Orm's meeting with Aasen in Vik and the talks in Hofn?",
            ["it is 37 days"],
        ),
        ("When were Falk and Aasen last together?", ["Bergen on 18 July 2019"]),
    ],
)
def test_meetings_are_set_beside_each_other(diary: Archive, question: str, told: list[str]) -> None:
    answer = ask(diary, question, asked_on="2020-01-01")
    at = [answer.text.find(words) for words in told]
    assert answer.outcome is Outcome.ANSWERED and -1 not in at, answer.text
    assert at == sorted(at), "in the order asked for"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did Aasen's call with Falk last longer than her meeting with Orm in Vik?", "how long"),
        (
            "How many days lay between the talks in Hofn and the meeting of Lund and Berg in Riga?",
            "days of both",
        ),
    ],
)
def test_what_one_side_lacks_is_said(diary: Archive, question: str, lead: str) -> None:
    answer = ask(diary, question, asked_on="2020-01-01")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE and lead in answer.text
    assert len(answer.suggestions) == 2, "both are reported"


def test_a_report_without_a_day_is_of_no_period(diary: Archive) -> None:
    whether = ask(diary, "Did Lund meet Berg in May 2019?")
    length = ask(diary, "How long did Lund and Berg talk in Riga in May 2019?")
    assert whether.outcome is Outcome.NOT_IN_ARCHIVE
    assert length.text.startswith("No report tells when it was") and "40 minutes" in length.text
    assert "Lund" not in ask(diary, "List the meetings of May 2019.").text
