"""Whether a meeting was confirmed, and what was announced, on a day; the stories are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask

STORIES = {
    "a.txt": "Visit\n\nVIK, May 2, 2019. The Danish court confirmed on Thursday that Foreign "
    "Minister Sofie Dahl would meet Prime Minister Odd Ruud in Vik on May 9.\n",
    "b.txt": "Visit off\n\nVIK, May 5, 2019. The meeting of Danish Foreign Minister Sofie Dahl and "
    "Prime Minister Odd Ruud in Vik on May 9 has been cancelled, the court said.\n",
    "c.txt": "Plans\n\nTURKU, May 2, 2019. Finnish Prime Minister Aino Salo will meet Estonian "
    "Prime Minister Tove Lund in Turku on May 20, the chancellery said. The dates of the regatta "
    "are confirmed.\n",
    "d.txt": "Planned\n\nBONN, June 20, 2019. Latvian President Karl Berg will meet Swiss Economy "
    "Minister Urs Amsel in Bonn on July 2, 2019, the palace said.\n",
    "e.txt": "Held\n\nBONN, July 3, 2019. Latvian President Karl Berg met Swiss Economy Minister "
    "Urs Amsel in Bonn on July 2, 2019.\n",
    "f.txt": "Roads\n\nTARTU, August 2, 2019. Police confirmed that Prime Minister Rein Oja would "
    "meet Envoy Lise Brok in Tartu on August 9. The palace in Riga has not commented.\n",
    "g.txt": "Notice\n\nTARTU, September 2, 2019. The Swedish embassy confirmed that Envoy "
    "Lise Brok would meet Mayor Una Falk in Tartu on September 9.\n",
    "h.txt": "Nod\n\nTARTU, October 2, 2019. The palace gave the green light: Envoy Lise Brok will "
    "meet Admiral Tor Hauk in Tartu on October 9.\n",
    "i.txt": "Dinner\n\nTARTU, November 2, 2019. The palace announced that Envoy Lise Brok will "
    "meet Bishop Otto Raud in Tartu on November 9. It has not confirmed the price of the dinner.\n",
    "k.txt": "Announced\n\nOSLO, May 4, 2019. On May 3 the palace announced that Prime Minister "
    "Anna Moen would meet President Ian Stone in Oslo on May 9.\n",
    "l.txt": "Met\n\nOSLO, May 10, 2019. Prime Minister Anna Moen met President Ian Stone in Oslo "
    "on May 9 for two hours.\n",
    "m.txt": "Met again\n\nRIGA, June 21, 2019. Prime Minister Anna Moen met President Ian Stone "
    "in Riga on June 20.\n",
    "n.txt": "To come\n\nVIK, July 2, 2019. The ministry announced on July 1 that Foreign Minister "
    "Ines Falk would visit Vik on July 8.\n",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("confirmed"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "first", "never"),
    [
        ("As of 3 May 2019, had the court confirmed the meeting of Dahl and Ruud?",
         "as confirmed", "cancelled"),
        ("As of 6 May 2019, was the meeting of Dahl and Ruud confirmed?", "as cancelled",
         "only the announcement"),
        # nobody tells what they said of it
        ("As of 3 May 2019, had Helsinki confirmed the meeting of Dahl and Ruud?", "",
         "Told on 2 May 2019 as confirmed"),
        # what was held by then is told as held
        ("As of 5 July 2019, had the palace confirmed that Berg met Amsel?", "met",
         "only the announcement"),
        # who is asked to have confirmed it did, or nobody is named
        ("As of 3 August 2019, had the police confirmed the meeting of Oja and Brok?",
         "as confirmed", "does not say whether"),
        ("As of 3 August 2019, was the meeting of Oja and Brok confirmed?",
         "as confirmed", "does not say whether"),
        ("As of 3 September 2019, had the Swedish side confirmed the meeting of Brok and Falk?",
         "as confirmed", "does not say whether"),
        # a go-ahead is told in its own words
        ("As of 3 October 2019, had the palace confirmed the meeting of Brok and Hauk?", "",
         "as confirmed"),
        # another thing is not confirmed
        ("As of 3 November 2019, had the palace confirmed the meeting of Brok and Raud?",
         "as announced", "price"),
        # another thing is confirmed in the sentence behind
        ("As of 6 May 2019, had Tallinn confirmed the meeting of Lund and Salo?", "", "regatta"),
    ],
)  # fmt: skip
def test_the_latest_word_on_it_comes_first(
    told: Archive, question: str, first: str, never: str
) -> None:
    answer = ask(told, question, asked_on="2019-12-01")
    assert first in answer.statements[0].text
    assert never not in " ".join(one.text for one in answer.statements) + answer.text


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        ("As of 3 August 2019, had the palace confirmed the meeting of Oja and Brok?", "Police"),
        ("Did the palace confirm the meeting of Oja and Brok?", "Police"),
        ("As of 3 September 2019, had the navy confirmed the meeting of Brok and Falk?",
         "Swedish embassy"),
    ],
)  # fmt: skip
def test_the_word_of_another_house_is_not_his(told: Archive, question: str, whose: str) -> None:
    answer = ask(told, question, asked_on="2019-12-01")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE, answer.text
    assert "does not say whether the" in answer.text
    assert whose in answer.text


@pytest.mark.parametrize(
    ("question", "outcome", "words", "never"),
    [
        ("Did the Moen-Stone meeting that was announced on 3 May 2019 take place?", "answered",
         "met Ian Stone in Oslo on 9 May 2019", "20 June"),
        ("How long did the meeting of Moen and Stone which was announced by the palace on 3 May "
         "2019 last?", "answered", "two hours", "20 June"),
        ("Was the visit of Falk to Vik announced on 1 July 2019 held?", "only_planned",
         "8 July 2019", "such"),
        ("Which meetings were announced on 3 May 2019?", "answered", "On May 3 the palace", "June"),
        ("Was the meeting of Moen and Stone announced on 3 May 2019?", "answered",
         "On May 3 the palace", "June"),
        # no report tells such an announcement
        ("Did the Moen-Stone meeting that was announced on 3 April 2019 take place?",
         "not_in_archive", "3 April 2019", "palace"),
        ("When was the meeting of Moen and Stone announced?", "answered", "on 3 May 2019", "June"),
    ],
)  # fmt: skip
def test_what_was_announced_on_a_day(
    told: Archive, question: str, outcome: str, words: str, never: str
) -> None:
    answer = ask(told, question, asked_on="2019-12-01")
    assert (answer.outcome, words in answer.text, never in answer.text) == (outcome, True, False)
