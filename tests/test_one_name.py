"""A king and a president of one name, a deadline of something else, remarks before somebody came:
what is alike is kept apart. Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "wire-amman.txt": (
        "King in Amman\n\n"
        "AMMAN, March 5, 2021. Jordan's King Hassan met Norwegian envoy Tor Vik in Amman on "
        "Thursday, March 4.\n"
    ),
    "wire-oslo.txt": (
        "President in Oslo\n\n"
        "OSLO, May 5, 2021. Somali President Yusuf Hassan met Swedish Prime Minister Lena Ek in "
        "Oslo on Tuesday, May 4.\n"
    ),
    "wire-dock.txt": (
        "Dock agreement\n\n"
        "RIGA, April 9, 2019. The dock agreement between Latvia and Norway was signed on Monday. "
        "Taxpayers face an April 30 deadline for their returns.\n"
    ),
    "wire-krag.txt": (
        "Krag and the bid\n\n"
        "TURKU, July 9, 2019. Chairman Jon Krag rejected the shipyard's bid on Monday.\n"
    ),
}  # fmt: skip
ON = date(2022, 1, 1)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("names"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "holds", "never"),
    [
        ("When did King Hassan meet Tor Vik?", "4 March 2021", "Yusuf"),
        ("When did King Hassan meet Lena Ek?", "does not say", "on 4 May 2021."),
        ("When did President Hassan meet Lena Ek?", "4 May 2021", "Amman"),
        # a deadline of something else is not its own; no deed is put right
        ("What is the deadline of the dock agreement?", "does not say", "By the report"),
        (
            "Why did Krag accept the shipyard's bid?",
            "rejected the shipyard's bid",
            "not report that",
        ),
    ],
)
def test_what_is_told(told: Archive, question: str, holds: str, never: str) -> None:
    text = ask(told, question, asked_on=ON).text
    assert holds in text
    assert never not in text
