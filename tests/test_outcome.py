"""Whether something came about: told, only planned, or told both ways by different papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "a-council.txt": (
        "Council for the sound\n\nVIK, June 20, 2019. In May the two ministries formed a rescue "
        "council for the sound. A meeting called to end the toll dispute set up a pier panel in "
        "Vik.\n"
    ),
    "b-board.txt": (
        "After the strike\n\nNARVA, March 4, 2018. The strike led to a wage board, which will sit "
        "in Narva each month.\n"
    ),
    "c-cannery.txt": (
        "Cannery\n\nTARTU, April 9, 2018. The mayor repainted the old cannery, and the choir will "
        "sing there.\n"
    ),
    "c-crane.txt": (
        "Harbour crane\n\nTURKU, May 9, 2018. The guild will repaint the iron crane, and the choir "
        "sang there.\n"
    ),
    "d-patrol.txt": (
        "Patrols\n\nCORK, May 2, 2017. Envoys may set up a whale patrol for the bay. The envoys "
        "did not found a seal hospital.\n"
    ),
    "d-tram.txt": (
        "Trams\n\nBERGEN, May 5, 2017. A plan for night trams made the council split the depot "
        "fund. Gales forced the port to shut the eel market. Lund flew to Vik to open the toll "
        "bridge. The guild managed to mend the clock tower. Owners discussed merging the two "
        "dairies.\n"
    ),
    "f1-museum.txt": (
        "Lighthouse\n\nNARVA, August 2, 2018. Engineer Mara Holt has not yet opened the lighthouse "
        "museum in Narva.\n"
    ),
    "f2-museum.txt": (
        "Lighthouse open\n\nNARVA, September 9, 2018. Engineer Mara Holt opened the lighthouse "
        "museum in Narva.\n"
    ),
    "g1-crane.txt": (
        "Harbour\n\nTURKU, August 2, 2017. Captain Ivo Tamm not only painted the grain silo in "
        "Turku but swam under it.\n"
    ),
    "g2-crane.txt": (
        "Grain silo\n\nTURKU, August 3, 2017. Captain Ivo Tamm painted the grain silo in Turku on "
        "Tuesday.\n"
    ),
    "h1-mill.txt": (
        "Mill\n\nOSLO, August 5, 2016. Dora Finn did not sell the barley mill in Oslo.\n"
    ),
    "h2-mill.txt": (
        "Mill sold\n\nOSLO, August 9, 2016. Dora Finn sold the barley mill in Oslo.\n"
    ),
    "i1-raft.txt": (
        "Raft\n\nRIGA, July 9, 2016. Otto Krag has not launched the cork raft in Riga.\n"
    ),
    "i2-raft.txt": (
        "Raft on water\n\nRIGA, July 2, 2016. Otto Krag launched the cork raft in Riga.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("outcome"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        # what is told as done, whatever modal or infinitive stands beside it
        ("Did the talks lead to a rescue council for the sound?", "answered", "formed a rescue"),
        ("Did the toll dispute lead to a pier panel in Vik?", "answered", "set up a pier panel"),
        ("Did the meeting set up a panel to end the toll dispute?", "answered", "set up a pier"),
        ("Did the strike lead to a wage board that sits in Narva?", "answered", "led to a wage"),
        ("Did the strike lead to a wage board in Narva?", "answered", "led to a wage board"),
        ("Was the old cannery repainted?", "answered", "repainted the old cannery"),
        ("Has the guild mended the clock tower?", "answered", "managed to mend"),
        ("Did the council split the depot fund?", "answered", "split the depot fund"),
        ("Did the port shut the eel market?", "answered", "forced the port"),
        ("Did Lund open the toll bridge?", "answered", "to open the toll bridge"),
        # what is left open
        ("Was the iron crane repainted?", "only_planned", "will repaint the iron crane"),
        ("Did the envoys set up a whale patrol?", "only_planned", "may set up"),
        ("Were the two dairies merged?", "only_planned", "discussed merging"),
        # both sides, and a story that goes on
        ("Did Holt open the lighthouse museum in Narva?", "answered", "opened the lighthouse"),
        ("Did Tamm paint the grain silo in Turku?", "answered", "painted the grain silo"),
        ("Did Finn sell the barley mill in Oslo?", "conflicting", "did not sell"),
        ("Did Krag launch the cork raft in Riga?", "conflicting", "has not launched"),
    ],
)  # fmt: skip
def test_whether_something_came_about(
    diary: Archive, question: str, outcome: str, told: str
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert told in answer.text


def test_what_did_not_come_about_is_not_told_as_planned(diary: Archive) -> None:
    answer = ask(diary, "Did the envoys found a seal hospital?", asked_on="2019-12-01")
    assert answer.outcome.value != "only_planned", answer.text
    assert "did not found" in answer.text


LATER = {
    "a.txt": "Pier\n\nRIGA, May 2, 2019. The pier at Skulte is to be repaired in June, the port "
    "said.\n",
    "b.txt": "Pier again\n\nRIGA, July 2, 2019. The pier at Skulte has been mended, and ferries "
    "dock there again.\n",
    "c.txt": "Treaty\n\nVIK, July 9, 2019. The seal treaty will be ratified in autumn, the speaker "
    "said.\n",
    "d.txt": "Wall map\n\nOSLO, May 3, 2019. Guild clerks will go on painting the shared "
    "wall map of reefs, Lund said. The ministries will open a new harbour school.\n",
    "f.txt": "One more trip, then. Skovgaard will visit Narva in June 2019 to see Dora Finn, "
    "her ministry says; no day has been fixed.\n",
    "g.txt": "Skovgaard\n\nTARTU, April 4, 2019. Minister Ane Skovgaard, who last came to Narva on "
    "November 9, 2017, is expected in Tartu next month.\n",
    "h.txt": "Vik, Bergen to swap 30 seals on May 12, warden says\n\nVIK, May 5, 2019. The two "
    "harbours agreed on it in April.\n",
    "i.txt": "Seals\n\nVIK, May 14, 2019. Vik and Bergen swapped 30 seals at the lock on Sunday.\n",
    "j.txt": "Rafts\n\nCORK, May 20, 2019. The guild will send eleven rafts to sea on July 1. "
    "Its rivals call eleven rafts “a regatta, not a patrol”. A joint patrol of eleven rafts was "
    "begun by the port.\n",
    "e.txt": "Dyke\n\nVIK, July 6, 2018. Work on completing the long dyke is still under way, the "
    "mayor said. The council finished the stone bridge on Monday.\n",
}


@pytest.mark.parametrize(
    ("question", "outcome", "first"),
    [
        ("Was the pier at Skulte repaired?", "answered", "has been mended"),
        ("Was the seal treaty ratified?", "only_planned", "will be ratified"),
        # nothing is asked but whether she went; what was before is not what came of it
        ("Did Skovgaard go to Narva in June 2019?", "only_planned", "will visit Narva"),
        # a headline's infinitive is no deed; figures are words
        ("Were the thirty seals swapped?", "answered", "swapped 30 seals"),
        ("As of 9 May 2019, had the thirty seals been swapped?", "only_planned", "to swap 30"),
        # what a thing is called in mockery denies none
        ("Did the port begin a patrol of eleven rafts?", "answered", "was begun"),
        # what goes on is not finished
        ("Was the shared wall map of reefs finished in May 2019?", "answered", "go on painting"),
        ("Had the clerks completed their shared wall map of reefs?", "answered", "go on painting"),
        ("Was the long dyke completed in July 2018?", "answered", "still under way"),
        ("Was the stone bridge finished?", "answered", "finished the stone bridge"),
        ("Was the harbour school finished?", "only_planned", "will open"),
    ],
)
def test_what_a_later_article_tells_as_done_is_no_plan(
    tmp_path: Path, question: str, outcome: str, first: str
) -> None:
    with build_diary(tmp_path, LATER) as archive:
        answer = ask(archive, question, asked_on="2019-12-01")
    assert answer.outcome.value == outcome
    assert first in answer.statements[0].text


PLANS = {
    "plan.txt": "Plan\n\nRIGA, July 6, 2019. Danish envoy Per Holt will meet Mayor Tove Lund in "
    "Riga on July 9, the palace said.\n",
    "held.txt": "Held\n\nVIK, July 20, 2019. Danish envoy Per Holt met Mayor Nora Dahl in Vik on "
    "July 12. After meeting Dahl, Holt will see Consul Otto Krag.\n",
}


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("On 7 July 2019, had Holt already met Lund?", "only_planned"),
        ("As of 7 July 2019, had Holt met Lund?", "only_planned"),
        ("Had Holt met Lund by 10 July 2019?", "only_planned"),
        ("Did Holt meet Lund?", "only_planned"),
        ("Had Holt met Dahl by 15 July 2019?", "answered"),
        ("As of 21 July 2019, had Holt already met Dahl?", "answered"),
    ],
)
def test_a_plan_is_no_meeting_whoever_is_named_in_it(
    tmp_path: Path, question: str, outcome: str
) -> None:
    with build_diary(tmp_path, PLANS) as archive:
        answer = ask(archive, question, asked_on="2019-12-01")
    assert answer.outcome == outcome, answer.text
