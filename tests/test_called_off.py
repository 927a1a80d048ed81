"""What a question takes for held and a report calls off: put right, unless another has it held."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "a.txt": (
        "Fog over Vik\n\nVIK, May 4, 2019. Ministers Karl Berg and Anna Stone signed the herring "
        "accord in Vik on Saturday. A dinner that Berg was to give for Stone on the eve of the "
        "signing was cancelled because fog closed the airport. The two spoke only at the table.\n"
    ),
    "b.txt": (
        "Moe stays at home\n\nOSLO, June 3, 2019. President Ivo Moe was due in Riga on June 6 and "
        "7. The parliament refused him leave to travel, and the visit is off. Moe had meant to "
        "offer the Latvians three grain berths.\n"
    ),
    "c.txt": (
        "Envoy walks\n\nGENEVA, July 9, 2019. Envoy Dora Finn saw Foreign Minister Tove Lund and "
        "Foreign Minister Otto Krag one after the other in Geneva. Lund and Krag never met.\n"
    ),
    "d.txt": (
        "Talks after all\n\nTURKU, August 6, 2019. Minister Mara Holt and Minister Ivo Tamm met in "
        "Turku on Monday and agreed on a joint fog horn. A first meeting in Turku in June was "
        "cancelled. Tamm cancelled his trip to Narva for it.\n"
    ),
    "e.txt": (
        "Lunch and supper\n\nCORK, September 2, 2019. Mayor Finn Olsen and Mayor Rosa Dahl "
        "discussed eels over dinner in Cork on Sunday. A lunch on the same day was cancelled.\n"
    ),
    "f.txt": (
        "Fair\n\nSPLIT, May 9, 2018. Mayor Dino Horvat and Mayor Greta Falk opened a fair in "
        "Split on May 8. A reception for sailors was cancelled. Before the talks a concert "
        "was cancelled. Salo feared that the rain would not come.\n"
    ),
    "h.txt": (
        "Talks leave Narva\n\nNARVA, March 6, 2020. The ministerial talks on the canal that were "
        "to open in Narva on March 10 have been moved to Tartu and will be held on March 13, the "
        "palace said. The ministers of five countries will come.\n"
    ),
    "i.txt": (
        "Holm and Brok\n\nVIK, June 20, 2020. Minister Ida Holm had invited Envoy Jan Brok to Vik "
        "for the 22nd of May, but that meeting was cancelled after the harbour flooded.\n"
    ),
    "j.txt": (
        "Vang and Aas\n\nBODO, June 9, 2020. Mayor Odd Vang and Mayor Liv Aas, who had never met "
        "before, shared a table in Bodo on June 8.\n"
    ),
    "k.txt": (
        "Two dinners\n\nTARTU, August 7, 2020. Minister Rein Saar dined with Minister Lena Ruk in "
        "Tartu on August 6. A first dinner of Saar and Ruk in Tartu, planned for June 3, was "
        "cancelled.\n"
    ),
    "g.txt": (
        "No rain\n\nPORI, June 9, 2018. Envoys Jan Salo and Mika Vuori spoke of drains in Pori "
        "on June 8. The palace denied that the talks were cancelled. Salo feared that the rain "
        "would not come.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("called_off"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Berg and Stone talk about over dinner on the eve of the signing in Vik?",
         "was cancelled because fog"),
        ("What did President Moe offer the Latvians during his visit to Riga on 6 June 2019?",
         "the visit is off"),
        ("What did Lund and Krag say to each other when they met in Geneva in July 2019?",
         "never met"),
        ("What did Olsen and Dahl discuss over lunch in Cork on 1 September 2019?",
         "A lunch on the same day was cancelled"),
        ("What did the ministers decide in Narva on 10 March 2020?", "have been moved to Tartu"),
    ],
)  # fmt: skip
def test_what_was_called_off_is_put_right(diary: Archive, question: str, told: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == ("premise_corrected", answer.text)
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Berg and Stone sign in Vik on 4 May 2019?", "herring accord"),
        ("What did Holt and Tamm agree on in Turku in August 2019?", "fog horn"),
        ("What did Olsen and Dahl discuss over dinner in Cork on 1 September 2019?", "eels"),
        ("What had Moe meant to offer the Latvians during his visit to Riga in June 2019?",
         "three grain berths"),
        ("What became of the meeting in Vik to which Holm had invited Brok for 22 May 2020?",
         "was cancelled after the harbour flooded"),
        ("What happened to the visit that President Moe was to pay to Riga on 6 June 2019?",
         "the visit is off"),
    ],
)  # fmt: skip
def test_what_was_held_or_is_asked_of_a_plan_is_answered(
    diary: Archive, question: str, told: str
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == ("answered", answer.text)
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What did Holt tell Tamm during her visit to Turku on 5 August 2019?",
        "What did Holt and Tamm discuss over dinner in Turku?",
        "What did Horvat and Falk talk about when they met in Split on 8 May 2018?",
        "What did Salo and Vuori talk about in Pori on 8 June 2018?",
        "What did the ministers decide in Tartu on 13 March 2020?",
        "What did Vang and Aas say to each other when they met in Bodo in June 2020?",
        "What did Saar and Ruk discuss over dinner in Tartu?",
    ],
)
def test_another_that_was_called_off_corrects_nothing(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) != ("premise_corrected", answer.text)
