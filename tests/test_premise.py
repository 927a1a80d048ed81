"""Questions that take too much for true: put right, said to be open or not told, told both ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "gazette-riga.txt": (
        "Berg and Stone meet\n\n"
        "RIGA, March 15, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna "
        "Stone in Riga on Thursday, March 14. The two-day meeting brought no accord on the "
        "herring quota. Stone told reporters after the meeting that Norway does not wish to "
        "halve the ferry fleet. Berg joked that her green umbrella had brought the rain.\n"
    ),
    "tribune-vik.txt": (
        "Stone lands in Vik\n\n"
        "VIK, June 3, 2019. Norwegian Foreign Minister Anna Stone has landed at Hamravik airport "
        "in Vik. She will meet Estonian Prime Minister Tove Lund in Vik on Wednesday. In May "
        "this year she had come with a yellow oilskin over her arm. The needless delay of the "
        "cod survey is a puzzle. The two ministries will form a rescue council for the strait.\n"
    ),
    "paper-fund.txt": (
        "Words on the harbour fund\n\n"
        "TALLINN, June 10, 2019. The sides agreed to call a conference in Turku on June 20 to "
        "adopt the harbour charter, Lund said. Insurers want the owners to lower the pier tolls. "
        "The new lighthouse was opened on Sunday.\n"
    ),
    "news-visit.txt": (
        "Orm may come to Oslo\n\n"
        "OSLO, September 2, 2019. Officials announced on Monday that Pavel Orm will meet Norwegian "
        "Foreign Minister Anna Stone in Oslo on September 9. But the palace has not confirmed the "
        "meeting yet.\n\nHarbour News and agencies\n"
    ),
    "wire-dredge.txt": (
        "Sand moves\n\nNARVA, October 2, 2019. Engineer Rita Falk said that the sandbank is "
        "not moving closer to the pier.\n"
    ),
    "echo-dredge.txt": (
        "Sand moves after all\n\nNARVA, October 4, 2019. Fishermen saw the sandbank moving close "
        "to the pier since the storm.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("premise"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        # who, where, when: of a meeting that is taken for true
        ("What did Berg say to Lund at the Riga talks of 14 March 2019?", "premise_corrected",
         ["no such", "Anna Stone"]),
        ("What did Berg tell Merle Haak in Riga on 14 March 2019?", "premise_corrected",
         ["no such", "Anna Stone"]),
        ("What did Berg and Stone agree on in Cork on 14 March 2019?", "premise_corrected",
         ["in Cork", "in Riga"]),
        ("Why did Berg refuse to receive Stone on 14 March 2019?", "premise_corrected",
         ["14 March 2019"]),
        # when, where, how many, and what is denied: of what is no meeting
        ("What was under the yellow oilskin that Stone wore in June 2019?", "premise_corrected",
         ["another time", "May 2019"]),
        ("Why did Stone land at Kaldvik airport in June 2019?", "premise_corrected",
         ["Kaldvik", "Hamravik"]),
        ("Which accord on the herring quota did the two-day meeting bring?",
         "premise_corrected", ["no accord"]),
        # whose words
        ("Why did Lund say that Norway does not wish to halve the ferry fleet?",
         "premise_corrected", ["no such words of Lund", "Stone told reporters"]),
        # no more than planned
        ("What did Stone and Lund agree on in Vik on 5 June 2019?", "only_planned",
         ["has only the announcement"]),
        ("Did the Vik talks lead to a rescue council for the strait?", "only_planned",
         ["will form a rescue council"]),
        ("Was the harbour charter adopted in Turku?", "only_planned", ["to adopt"]),
        ("Were the pier tolls lowered?", "only_planned", ["to lower"]),
        # what is not told
        ("For what reason was the cod survey delayed?", "not_in_archive", ["does not say why"]),
        ("At what time did Stone land in Vik?", "not_in_archive", ["does not say at what hour"]),
        # both sides
        ("Was it certain that Orm would meet Stone in Oslo?", "conflicting",
         ["as announced", "not confirmed"]),
        ("Going by the Harbour News article alone, was it certain that Orm would meet Stone?",
         "conflicting", ["not confirmed"]),
        ("Is the sandbank moving to the pier?", "conflicting", ["not moving", "saw the sandbank"]),
    ],
)  # fmt: skip
def test_what_a_question_takes_for_true(
    diary: Archive, question: str, outcome: str, told: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Stone tell reporters after the meeting with Berg?", "halve the ferry fleet"),
        ("What did Stone say on 15 March 2019 about the ferry fleet?", "halve the ferry fleet"),
        ("What did Berg joke about in March 2019?", "green umbrella"),
        ("Was the new lighthouse opened?", "was opened on Sunday"),
        ("What colour was Stone's umbrella?", "green umbrella"),
        ("At which airport did Stone land in June 2019?", "Hamravik"),
        ("In the article by Harbour News and agencies, whom will Orm meet?", "Anna Stone"),
    ],
)
def test_what_is_true_is_answered(diary: Archive, question: str, told: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == ("answered", answer.text)
    assert told in answer.text
