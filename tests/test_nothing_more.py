"""No more than the archive tells: of whose claim it is, of a time to come, of meetings whose day or
company other reports tell better; every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask

STORIES = {
    "vik.txt": (
        "Talks in Vik\n\nVIK, March 5, 2021. Danish Fisheries Minister Pavel Orm met Icelandic "
        "Fisheries Minister Ines Falk in Vik on Thursday. Falk made her usual statement that the "
        "seal hunt should end, but said that the talks were on nets.\n"
    ),
    "ribe.txt": (
        "Orm and Dahl\n\nRIBE, April 9, 2021. Danish Fisheries Minister Pavel Orm met Swedish "
        "Trade Minister Rut Dahl in Ribe on Thursday. They spoke of the mill, a 16th-century house "
        "on the harbour.\n"
    ),
    "ribe-too.txt": (
        "Mill saved\n\nAARHUS, April 11, 2021. The mill of Ribe will be kept. Danish Fisheries "
        "Minister Pavel Orm met Swedish Trade Minister Rut Dahl.\n"
    ),
    "lone.txt": (
        "Orm abroad\n\nTURKU, May 7, 2021. Danish Fisheries Minister Pavel Orm held talks in "
        "Turku on Thursday.\n"
    ),
    "call.txt": (
        "A call\n\nRIGA, July 15, 2021. Latvian President Anna Berg had a telephone conversation "
        "with Norwegian Prime Minister Karl Stone on July 6. Both leaders underscored that there "
        "was no alternative to resolve the ferry dispute but for a negotiated solution.\n"
    ),
    "boards.txt": (
        "Two boards\n\nAARHUS, July 12, 2021. The Ribe Library Board met the mayor of Ribe, Tove "
        "Ahl, on Monday. It was the first time in a year, and the board took no vote.\n"
    ),
    "boards-too.txt": (
        "A board\n\nODENSE, July 13, 2021. The board met the captain, Jon Moe, in Odense on "
        "Tuesday.\n"
    ),
    "map.txt": (
        "A map\n\nBERGEN, July 20, 2021. The harbour was closed all morning. A brass band "
        "played. It rained.\n\nNobody minded, and the pilots had coffee.\n\nThe Danish admiral, "
        "Erik Rand, showed a map of 46 wrecks.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("nothing-more"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "holds", "never"),
    [
        ("What reasons did Orm give for his statement that the seal hunt should end?",
         Outcome.PREMISE_CORRECTED, "Falk made her usual statement", None),
        ("What reasons did Falk give for her statement that the seal hunt should end?",
         None, "Falk made her usual statement", "of another"),
        ("Which armed solution did Berg and Stone endorse in their conversation of 6 July 2021?",
         Outcome.PREMISE_CORRECTED, "negotiated solution", None),
        ("When did Orm and Falk next meet after the autumn of 2021?",
         Outcome.NOT_IN_ARCHIVE, "its last article is of 20 July 2021", None),
        ("When did Orm meet Dahl?", Outcome.ANSWERED, "on 8 April 2021", "in the week to"),
        ("When did Orm hold talks in 2021?", Outcome.ANSWERED, "on 8 April 2021", "6 May 2021"),
        ("When was the mill of Ribe built?", None, "", "By the report: between"),
        ("Whom did Orm meet in Hofn?", None, "", "Orm met Rut Dahl in Ribe on 8 April 2021. ["),
        ("What did the reader write who commented on the mill of Ribe?",
         Outcome.NOT_IN_ARCHIVE, "nothing that is under them", None),
        ("How many wrecks were on the map the Danish admiral showed in Bergen?",
         Outcome.ANSWERED, "46 wrecks", None),
        ("Where did the Ribe Library Board meet Tove Ahl?",
         Outcome.NOT_IN_ARCHIVE, "does not say where", "Odense"),
        ("When did the Oslo Harbour Board meet Jon Moe?",
         Outcome.NOT_IN_ARCHIVE, "Oslo Harbour Board", None),
        ("Did Ahl meet the Ribe Library Board in Odense?",
         Outcome.NOT_IN_ARCHIVE, "no such meeting", None),
        ("Did Ahl meet the Ribe Library Board in Aarhus?", Outcome.ANSWERED, "", None),
        ("How many wrecks went to Bergen?", Outcome.NOT_IN_ARCHIVE, "", None),
    ],
)  # fmt: skip
def test_asked(
    diary: Archive, question: str, outcome: Outcome | None, holds: str, never: str | None
) -> None:
    answer = ask(diary, question, asked_on="2021-12-01")
    assert outcome in (None, answer.outcome) and holds in answer.text, answer.text
    assert never is None or never not in answer.text, answer.text


def test_another_town_is_no_vaguer_report(tmp_path_factory: pytest.TempPathFactory) -> None:
    stories = {
        "bonn.txt": "Ahl and Sol\n\nMay 6, 2021. Jon Ahl, the German chancellor, met the Austrian "
        "chancellor, Rita Sol, at the Hotel Rose in Bonn.\n",
        "vienna.txt": "Ahl and Sol again\n\nMay 6, 2021. Jon Ahl, the German chancellor, met the "
        "Austrian chancellor, Rita Sol, at the Hotel Lily in Vienna on Tuesday.\n",
    }
    with build_diary(tmp_path_factory.mktemp("towns"), stories) as archive:
        answer = ask(archive, "Where did Jon Ahl meet Rita Sol?", asked_on="2021-12-01")
    assert "Bonn" in answer.text and "Vienna" in answer.text, answer.text
