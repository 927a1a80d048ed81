"""Who a bare surname is in an archive of many articles, and whose words tell what talks were about;
every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask
from qa.question.known import read_known

TOWNS = ("Cork", "Vik", "Ribe", "Bergen", "Hofn", "Aarhus", "Lund", "Turku", "Narva", "Tartu",
         "Gdynia", "Split")  # fmt: skip
SPOKE = "told reporters that the harbour of {town} needs a longer quay"
STORIES = {
    **{
        f"stone-{town}.txt": (
            f"The quay of {town}\n\n{town.upper()}, March {day}, 2021. Karl Stone "
            f"{SPOKE.format(town=town)}.\n"
        )
        for day, town in enumerate(TOWNS, start=2)
    },
    **{
        f"wife-{town}.txt": (
            f"A book fair in {town}\n\n{town.upper()}, April {day}, 2021. Mona Stone said that "
            f"she reads to the children of {town} in winter.\n"
        )
        for day, town in enumerate(TOWNS[:3], start=2)
    },
    **{
        f"dahl-{given}-{town}.txt": (
            f"Lamps for {town}\n\n{town.upper()}, May {day}, 2021. {given} Dahl "
            f"told reporters that {town} will have new lamps.\n"
        )
        for given, towns in (("Erik", TOWNS[:7]), ("Rita", TOWNS[7:]), ("Feature", TOWNS[:1]))
        for day, town in enumerate(towns, start=2)
    },
    "talks.txt": (
        "Eels\n\nRIGA, June 4, 2021. The Speaker of the house, Olga Lind, met Nordic leaders in "
        "Riga on Thursday. A vote is due next week.\n"
    ),
    "vote.txt": (
        "The vote\n\nRIGA, June 14, 2021. House Speaker Olga Lind can lose only two votes.\n"
    ),
    "food.txt": (
        "Seals\n\nRIGA, June 20, 2021. The Fish and Ferry Administration met Olga Lind in Riga on "
        "Saturday.\n"
    ),
    "pair.txt": (
        "A school\n\nRIGA, June 25, 2021. Adam and Jenny Fish met Olga Lind in Riga on Thursday.\n"
    ),
    "sund.txt": (
        "Nets\n\nRIGA, June 27, 2021. Olga Lind met Prime Minister Karim Ahmed El-Sund in Riga on "
        "Friday.\n"
    ),
    "rimal.txt": (
        "Ropes\n\nRIGA, June 28, 2021. President Abdel Karim el-Rimal met Olga Lind in Riga on "
        "Saturday.\n"
    ),
    "committee.txt": (
        "Berths\n\nRIGA, June 29, 2021. Olga Lind met the Riga-Vik Harbour Committee in Vik on "
        "Monday.\n"
    ),
    "vale.txt": (
        "A tour\n\nOSLO, July 3, 2020. President Vale met Piet Hein in Oslo on Thursday.\n"
    ),
    **{
        f"vale-{given}.txt": (
            f"Vale\n\nVIK, July {day}, 2020. {given} Vale said that the pier is dry. "
            f"{office} {given} Vale left at noon.\n"
        )
        for day, (office, given) in enumerate(
            (("President", "Tor"), ("President", "Tor"), ("Author", "Ida"), ("Author", "Ida")), 5
        )
    },
    "moor.txt": "A walk\n\nOSLO, July 9, 2020. President Moor met Piet Hein on Wednesday.\n",
    "moor-jan.txt": (
        "Moor\n\nVIK, July 11, 2020. Jan Moor said that it rains. "
        "President Jan Moor left.\n"
    ),
    "moor-eva.txt": (
        "Moor\n\nVIK, July 12, 2020. Eva Moor said that it snows. "
        "President Eva Moor left.\n"
    ),
    "fish.txt": "Fish\n\nVIK, June 21, 2021. Adam Fish said on Sunday that the nets are dry.\n",
    "fish-too.txt": "Fish\n\nVIK, June 22, 2021. Berta Fish said on Monday that it rains.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("surnames"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "holds"),
    [
        ("What did Stone say of the quay in Cork?", Outcome.ANSWERED, "Karl Stone told"),
        ("What did Dahl say of the lamps in Tartu?", Outcome.AMBIGUOUS, "Erik Dahl or Rita Dahl."),
        ("What did Fish say on Sunday?", Outcome.AMBIGUOUS, "Adam Fish or Berta Fish"),
        ("When did the Fish and Ferry Administration meet Lind?", Outcome.ANSWERED, "19 June 2021"),
        ("Where did Vale meet Piet Hein?", Outcome.ANSWERED, "Oslo"),  # the president is no author
        ("When did Moor meet Piet Hein?", Outcome.AMBIGUOUS, "Eva Moor or Jan Moor"),
        ("When did Lind meet Nordic leaders?", Outcome.ANSWERED, "3 June 2021"),
        ("When did Adam and Jenny Fish meet Lind?", Outcome.ANSWERED, "24 June 2021"),
        ("What were Olga Lind's talks about?", Outcome.NOT_IN_ARCHIVE, "not say what it was about"),
    ],
)  # fmt: skip
def test_asked(diary: Archive, question: str, outcome: Outcome, holds: str) -> None:
    answer = ask(diary, question, asked_on="2021-07-01")
    assert (answer.outcome, holds in answer.text) == (outcome, True), answer.text


def test_a_hyphen_alone_makes_no_group_of_a_man(diary: Archive) -> None:
    known = read_known(diary)
    assert "Riga-Vik Harbour Committee" in known.groups
    assert {"Karim Ahmed El-Sund", "Abdel Karim el-Rimal"} <= set(known.people) - set(known.groups)


TALKS = {
    **{
        f"talks-{town}.txt": f"{town.upper()}, March {day}, 2021. President Karl Stone met Ivo "
        f"Dahl in {town} on Monday.\n"
        for day, town in enumerate(TOWNS[:6], start=2)
    },
    "wife.txt": "OSLO, March 9, 2021. Mona Stone met the writer Rita Lund in Oslo on Monday.\n",
    "bare.txt": "OSLO, March 10, 2021. President Stone met Envoy Olaf Krog in Oslo on Monday.\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "meetings"),
    [
        ("Did Karl Stone meet Olaf Krog?", 1),
        ("Did Stone meet Olaf Krog?", 1),
        ("Did Mona Stone meet Rita Lund?", 1),
        ("Did Mona Stone meet Olaf Krog?", 0),
    ],
)
def test_a_bare_surname_is_not_that_of_one_of_whom_little_is_told(
    tmp_path: Path, question: str, meetings: int
) -> None:
    with build_diary(tmp_path, TALKS) as archive:
        assert len(ask(archive, question).meetings) == meetings
