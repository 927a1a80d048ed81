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
    ],
)
def test_another_that_was_called_off_corrects_nothing(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) != ("premise_corrected", answer.text)
