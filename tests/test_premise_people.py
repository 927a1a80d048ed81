"""Questions with somebody else, another town, length or doer than is reported: put right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "gazette-fair.txt": (
        "Envoys at the fair\n\n"
        "NARVA, May 8, 2019. Norwegian Foreign Minister Anna Stone met Denmark's foreign minister "
        "on the sidelines of the Herring Fair 12 in Hamravik on May 7, 2019. Her party left by "
        "sea.\n"
    ),
    "gazette-riga.txt": (
        "Berg and Stone talk\n\n"
        "RIGA, March 15, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna "
        "Stone in Riga on Thursday, March 14. The two-hour meeting brought no accord on the "
        "herring quota. Estonian Prime Minister Tove Lund waited at the quay.\n"
    ),
    "echo-pier.txt": (
        "At the pier\n\n"
        "RIGA, March 16, 2019. Stone walked along the pier on Friday and bought amber beads from "
        "a fisherman. She waved at the choir from a barge.\n"
    ),
    "tribune-board.txt": (
        "Groups sit together\n\n"
        "TURKU, April 12, 2019. Meanwhile, Karelian fishing groups met in Turku on Thursday to "
        "find common ground on the sluice. Berg will meet Lund in Oslo on April 20, the palace "
        "said.\n"
    ),
    "wire-visit.txt": (
        "Lund on the ice\n\n"
        "OSLO, February 3, 2019. Estonian Prime Minister Tove Lund met Latvian President Karl "
        "Berg in St. Olav on Saturday, February 2. Canada's harbour minister sent a letter, and "
        "Canadian Harbour Minister Rita Falk signed it.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("people"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # another town than is told, in questions of every form
        ("Who took part in the Berg-Stone talks held in Kaldvik on 14 March 2019?",
         ["in Kaldvik", "in Riga"]),
        ("How long did Berg and Stone talk in Kaldvik on 14 March 2019?",
         ["in Kaldvik", "in Riga"]),
        ("Why did Berg meet Stone in Kaldvik on 14 March 2019?", ["in Kaldvik", "in Riga"]),
        ("At what time did Berg meet Stone in Kaldvik on 14 March 2019?", ["in Kaldvik"]),
        # another day
        ("Who was at the Berg-Stone talks in Riga on 13 March 2019?", ["14 March 2019"]),
        # somebody else: an office of another country, a name, one at a meeting of others
        ("What did Stone and the Polish foreign minister discuss at the Herring Fair?",
         ["no such", "Denmark"]),
        ("Where did Stone meet the Polish foreign minister on 7 May 2019?", ["no such", "Denmark"]),
        ("What did Stone discuss with Chairman Haak at the Herring Fair in Hamravik?",
         ["Haak", "Denmark"]),
        ("On what day did Tove Lund meet Denmark's foreign minister at the Herring Fair?",
         ["Tove Lund", "Anna Stone"]),
        ("What did Lund offer the Karelian groups at the April 2019 meeting in Turku?",
         ["Lund", "fishing groups met in Turku"]),
        # another length
        ("Why did the meeting of Berg and Stone on 14 March 2019 last five hours?",
         ["“five hours”", "two-hour"]),
        ("Where was the 40-minute meeting of Berg and Stone of 14 March 2019 held?",
         ["“40-minute”", "two-hour"]),
        # another doer
        ("Why did Berg buy amber beads from a fisherman?", ["of Berg", "Stone walked"]),
        ("At whom did Lund wave from a barge?", ["of Lund", "She waved", "Stone"]),
    ],
)  # fmt: skip
def test_who_where_and_how_long_is_put_right(
    diary: Archive, question: str, told: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == "premise_corrected", answer.text
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Who took part in the Berg-Stone talks held in Riga on 14 March 2019?",
        "What did Berg and Stone discuss in Latvia on 14 March 2019?",
        "Where in Latvia did Berg meet Stone?",
        "What did Berg and Stone do in the two-hour meeting of 14 March 2019?",
        "Where did Lund meet Berg in Saint Olav?",
        "When did Lund meet Berg in Saint Olav?",
        "What did Stone and the Danish foreign minister discuss at the Herring Fair?",
        "What did Berg say of the meeting of the fishing groups in Turku?",
        "Who met in Turku on 11 April 2019?",
        "What did Stone buy on the pier?",
        "Why did Lund wait at the pier?",
        "What did Berg leave at the quay?",
        "At whom did Stone wave from a barge?",
        "Whom will Berg meet in Oslo in April 2019?",
        "When did Stone meet the Swedish foreign minister?",
        "What did Lund and Haak talk about on 2 February 2019?",
    ],
)
def test_what_is_not_contradicted_is_not_put_right(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value != "premise_corrected", answer.text


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        ("What is the name of the Danish foreign minister whom Stone met at the Herring Fair?",
         "not_in_archive", "does not give the name"),
        ("Name the Danish foreign minister who met Stone in May 2019.",
         "not_in_archive", "does not give the name"),
        ("What is the name of the Canadian harbour minister?", "answered", "Rita Falk"),
        ("When did Stone meet the Swedish foreign minister?", "not_in_archive", "does not say"),
        ("When did Stone meet the Danish foreign minister?", "answered", "7 May 2019"),
    ],
)  # fmt: skip
def test_who_is_told_by_office_alone_has_no_name(
    diary: Archive, question: str, outcome: str, told: str
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert told in answer.text
