"""What was only provided for, expected or rumoured of the day asked about, and people put right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "wire-hull.txt": (
        "Hull deal in Moss\n\n"
        "MOSS, May 6, 2019. /Gull/. Norway and Denmark signed the salvage paper of Moss on Monday. "
        "The Petrel will be raised by August 30. The paper provides for a joint watch of 9 tugs "
        "from July 1. The pier of Skar was painted on May 4.\n"
    ),
    "letter-hull.txt": (
        "Harbour letter\n\n"
        "OSLO, May 20, 2019. It is said in Oslo that Nils Berg flies to Riga this Thursday, May "
        "23, to see his Latvian colleague. Ines Falk is expected to meet Tove Lund on June 12. "
        "Neither office has confirmed it. The review of Ines Falk and Olav Moe set for Friday, "
        "May 24, in Vik will not be held. Vik has no hall. Falk was to have received Moe there.\n"
    ),
    "wire-call.txt": (
        "Falk and Lund speak\n\n"
        "OSLO, April 3, 2019. /Gull/. Icelandic Foreign Minister Ines Falk has spoken by telephone "
        "with Danish Foreign Minister Tove Lund about the herring, the ministry said on Wednesday. "
        "The call took place on Tuesday.\n"
    ),
    "wire-bergen.txt": (
        "Falk and Lund in Bergen\n\n"
        "BERGEN, April 25, 2019. /Gull/. Icelandic Foreign Minister Ines Falk met Danish Foreign "
        "Minister Tove Lund in Bergen on Thursday to discuss the herring.\n"
    ),
    "wire-skar.txt": (
        "Pier opened\n\n"
        "SKAR, June 16, 2019. /Gull/. The Skar pier was opened on Saturday. It will be closed on "
        "July 1 for the fair.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("provided"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        ("Was the Petrel brought up by the end of August 2019?", "only_planned", "will be raised"),
        ("Was the Petrel lifted by 30 August 2019?", "only_planned", "will be raised"),
        ("Did the nine tugs of the Moss paper set out on 1 July 2019?", "only_planned", "9 tugs"),
        ("Did Berg travel to Riga on 23 May 2019?", "only_planned", "It is said in Oslo"),
        ("Did Falk and Lund meet in June 2019?", "only_planned", "expected to meet"),
        ("Was the Petrel sold by 30 August 2019?", "not_in_archive", ""),  # another deed
        ("Did Berg travel to Riga on 23 June 2019?", "not_in_archive", ""),  # another day
        ("Was the Gannet raised by 30 August 2019?", "not_in_archive", ""),  # another ship
        ("Was the Skar pier opened by the end of June 2019?", "answered", "was opened"),  # done
        ("What did Falk and Moe decide at their review in Vik on 24 May 2019?",
         "premise_corrected", "will not be held"),
        ("What did Falk and Lund agree on the phone on 2 April 2019?", "not_in_archive", ""),
    ],
)  # fmt: skip
def test_what_was_provided_for(diary: Archive, question: str, outcome: str, told: str) -> None:
    answer = ask(diary, question, asked_on="2020-12-01")
    assert (answer.outcome.value, told in answer.text) == (outcome, True), answer.text


def test_a_year_alone_contradicts_nobody(diary: Archive) -> None:
    answer = ask(diary, "What did Ines Falk discuss with the foreign minister of Sweden in 2019?")
    assert answer.outcome.value == "not_in_archive", answer.text
