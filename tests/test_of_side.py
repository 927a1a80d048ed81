"""What a side holds of something is told by the sentence in which it is the one that holds it.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.telling.gate import check_answer

STORIES = {
    "bridge.txt": (
        "Lund lands in Malmo with a bridge plan\n\n"
        "MALMO, May 4, 2018. /NNA/. Envoy Ove Lund brought proposals for a second bridge.\n\n"
        "According to newspapers, the proposals include a toll that both towns would share.\n\n"
        "The Danish side, though, prefers to read the proposals itself rather than trust the "
        "papers.\n\n"
        "The Swedish side hopes for a toll that pays for the bridge within ten years.\n\n"
        "Anna Berg is the chief engineer on the Danish side.\n"
    ),
    "herring.txt": (
        "Herring talks drag on\n\n"
        "RIGA, June 12, 2018. /NNA/. Delegates spoke of the herring quota for nine hours.\n\n"
        "The Latvian side insists on a herring quota of 900 tonnes.\n\n"
        "The Latvian side will bring its own scales.\n"
    ),
    "tunnel.txt": (
        "Plans for the sound\n\n"
        "NARVA, July 2, 2018. /NNA/. The Finnish side presented the ferry plan.\n\n"
        "The Estonian side said the weather was fine.\n\n"
        "The Finnish side wants more time for the ferry plan.\n\n"
        "The Norwegian side rejected the tunnel plan.\n\n"
        "The Polish side welcomed the plan for a dam.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("side"), STORIES) as archive:
        yield archive


def first_of(archive: Archive, question: str) -> str:
    answer = ask(archive, question, asked_on=date(2026, 5, 1))
    check_answer(archive, answer)
    return answer.statements[0].text if answer.statements else ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Had the Danish side taken a position on the proposals that Lund brought?", "prefers"),
        ("What was the stance of the Swedish side on the bridge toll?", "hopes"),
        ("What is the Latvian side's view of the herring quota?", "insists on"),
        ("What was the view of the Finnish side on the ferry plan?", "wants more time"),
        ("What was the Norwegian side's position on the tunnel plan?", "rejected the tunnel"),
        ("What was the Norwegian side's position on the plan?", "rejected the tunnel"),
        ("What was the Polish side's stance on the dam plan?", "welcomed the plan for a dam"),
    ],
)
def test_what_a_side_holds_is_told_first(archive: Archive, question: str, told: str) -> None:
    assert told in first_of(archive, question)


@pytest.mark.parametrize(
    ("question", "not_told"),
    [
        ("What position does Anna Berg hold on the Danish side?", "prefers"),
        ("What will the Latvian side bring of its own, scales?", "insists on"),
    ],
)
def test_what_else_a_side_does_stays(archive: Archive, question: str, not_told: str) -> None:
    assert not_told not in first_of(archive, question)


@pytest.mark.parametrize(
    "question",
    [
        "What was the Norwegian side's position on the ferry plan?",
        "What was the Polish side's view of the ferry plan?",
        "What was the position of the Estonian side on the ferry plan?",
    ],
)
def test_what_it_holds_of_another_matter_is_not_told(archive: Archive, question: str) -> None:
    assert first_of(archive, question) == ""
