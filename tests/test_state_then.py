"""What was still ahead when something else happened; the days from an answer to a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from counting_stories import STORIES
from diary import build_diary

from index.archive import Archive
from index.errors import GateFailure
from qa import ask
from qa.events.state_told import tell_state
from qa.telling.gate import check_answer
from qa.telling.gate_claims import find_fault
from qa.telling.teller import Teller


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("then"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        (
            "Had Stone already been received by Berg when the Wire reported that she had landed at "
            "Spilve?",
            ["Not yet on 11 June 2019", "will receive her later", "has landed"], "Already",
        ),
        (
            "Had Berg received Stone by the time she landed at Spilve airfield?",
            ["Not yet on 11 June 2019", "has landed"], "14 March",
        ),
        (
            "When Stone landed at Spilve, had she already held talks with Vanaga?",
            ["Not yet on 11 June 2019", "are to hold talks on Wednesday"], "Already",
        ),
        (
            "Had the second round of herring consultations in Cork begun when Stone landed at "
            "Spilve?",
            ["Not yet on 11 June 2019", "delay of a second round"], "Orm",
        ),
        (
            "Had Orm and Falk already met in Cork when the Bergen meeting was announced?",
            ["Already by 2 September 2019", "met in Cork on Thursday"], "Not yet",
        ),
        (
            "Had Orm already met Falk in Bergen when he announced their meeting?",
            ["Not yet on 2 September 2019", "20 September 2019"], "Already",
        ),
        (
            "When Orm met Falk in Bergen, had he already spoken with Lund by telephone?",
            ["Not yet on 20 September 2019", "27 September 2019"], "Already",
        ),
        (
            "When Orm announced the Bergen meeting, had the Icelandic ministry confirmed it?",
            ["has not confirmed the meeting"], "Already",
        ),
    ],
)  # fmt: skip
def test_what_had_happened_by_then(
    diary: Archive, question: str, told: list[str], never: str
) -> None:
    answer = ask(diary, question, asked_on="2020-01-01")
    at = [answer.text.find(words) for words in told]
    assert answer.outcome.value == "answered" and -1 not in at and at == sorted(at), answer.text
    assert never not in answer.text


def test_the_gate_knows_what_was_still_ahead(diary: Archive) -> None:
    answer = ask(diary, "Had Berg received Stone by the time she landed at Spilve airfield?")
    first = answer.statements[0]
    wrong = first.model_copy(update={"text": first.text.replace("Not yet on", "Already by")})
    with pytest.raises(GateFailure, match="told so by no cited"):
        check_answer(diary, answer.model_copy(update={"statements": (wrong,)}))


BRIDGES = {
    "vik-bridge.txt": (
        "Bridges\n\n"
        "VIK, June 16, 2019. Tove Lund landed at Skulte on June 14. The swing bridge at Vik opened "
        "on June 20, said planners.\n"
    ),
    "vik-lorries.txt": (
        "Lorries\n\nVIK, June 25, 2019. The toll bridge at Moss, built on May 3, opened to vans.\n"
    ),
    "vik-never.txt": "Lock\n\nVIK, June 13, 2019. The canal lock at Tranby has never opened.\n",
    "vik-kiosk.txt": "Kiosk\n\nVIK, June 12, 2019. The harbour kiosk at Rauma opened on June 11.\n",
    "vik-mill.txt": "Mill\n\nVIK, June 11, 2019. The paper mill at Svelvik will open on June 12.\n",
    "vik-depot.txt": "Depot\n\nVIK, June 13, 2019. The tram depot at Hamar will open on June 30.\n",
    "vik-chapel.txt": "Sea\n\nVIK, June 18, 2019. The sailor chapel at Drammen is to open soon.\n",
}


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of beginnings around the landing of Lund on 14 June 2019."""
    with build_diary(tmp_path_factory.mktemp("bridges"), BRIDGES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("main", "told"),
    [
        ("the swing bridge at Vik already opened", None),  # on 20 June
        ("the toll bridge at Moss already opened", None),  # told after that day, of no day
        ("the canal lock at Tranby already opened", "Not yet on 14 June 2019"),
        ("the harbour kiosk at Rauma already opened", "Already by 14 June 2019"),
        ("the paper mill at Svelvik already opened", None),  # was to by then: nobody says
        ("the tram depot at Hamar already opened", "Not yet on 14 June 2019"),
        ("the sailor chapel at Drammen already opened", None),  # told after that day
    ],
)
def test_how_a_beginning_stood_on_a_day(bridges: Archive, main: str, told: str | None) -> None:
    answer = ask(bridges, f"Had {main} when Lund landed at Skulte?", asked_on="2020-01-01")
    states = [one.text for one in answer.statements if one.text.startswith(("Not yet", "Already"))]
    assert [text.split(":")[0] for text in states] == ([told] if told else []), answer.text


@pytest.mark.parametrize(
    ("quoted", "already", "stands"),
    [
        ("swing bridge", True, False),
        ("toll bridge", True, False),
        ("canal lock", True, False),
        ("harbour kiosk", True, True),
        ("harbour kiosk", False, False),
        ("paper mill", False, False),
        ("tram depot", False, True),
        ("sailor chapel", False, False),
    ],
)
def test_the_gate_compares_the_days_of_a_beginning(
    bridges: Archive, quoted: str, already: bool, stands: bool
) -> None:
    teller, cited = Teller(bridges), []
    for words in (quoted, "landed at Skulte"):
        found = ((a, s) for a in bridges.articles() for s in bridges.sentences(a))
        cited.append(teller.quote(*next(one for one in found if words in one[1].text)))
    said = tell_state(cited[0], date(2019, 6, 14), cited[1].citations, already=already)
    assert (find_fault(bridges, said, teller.citer.citations) is None) is stands


HERRING = ("When was the herring meeting of March 2019?", "On 14 March 2019.")
ANNOUNCED = ("When did Orm announce the Bergen meeting?", "On 2 September 2019.")
MENTIONED = (
    "When was a meeting of Berg and Stone mentioned in June 2019?",
    "In the conversation of Berg and Holm on 3 June 2019.",
)
CALL = ("When did Orm and Lund speak by telephone?", "On 27 September 2019.")


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        (MENTIONED, "How many days before the announced meeting was that?", "eight (8) days"),
        (ANNOUNCED, "How many days later was the meeting held?", "18 days"),
        (HERRING, "How long after that did Stone land at Spilve?", "89 days"),
        (CALL, "And how long before the Oslo meeting of Stone and Orm was that?", "12 days"),
        (HERRING, "How many days later did Orm meet Falk in Cork?", "140 days"),
        (
            (),
            "How many days passed between the conversation of Berg and Holm and the announced "
            "reception of Stone?",
            "eight (8) days",
        ),
        (
            (),
            "How many days after the telephone call of Orm and Lund was Stone to visit Tallinn?",
            "17 days",
        ),
        (
            (),
            "How long was it from the Cork meeting of Orm and Falk to their meeting in Bergen?",
            "50 days",
        ),
        (
            (),
            "How many days passed from Stone's meeting with Berg in Riga in March 2019 until she "
            "landed at Spilve?",
            "89 days",
        ),
        (
            (),
            "How many days after her landing at Spilve was Stone to meet Vanaga?",
            "one (1) day",
        ),
        ((), "How many days apart were the two herring accords signed in Hofn?", "19 days"),
        (
            (),
            "How many days lay between the meeting in Cork and the announcement of the Bergen "
            "meeting?",
            "32 days",
        ),
    ],
)
def test_days_between(diary: Archive, history: Sequence[str], question: str, told: str) -> None:
    turns = [
        {"role": role, "content": text}
        for role, text in zip(("user", "assistant"), history, strict=False)
    ]
    answer = ask(diary, question, asked_on="2020-01-01", history=turns)
    assert answer.outcome.value == "answered" and told in answer.text, answer.text


def test_days_later_than_nothing_are_not_counted(diary: Archive) -> None:
    answer = ask(diary, "How many days later did Orm meet Falk in Cork?", asked_on="2020-01-01")
    assert "From " not in answer.text
