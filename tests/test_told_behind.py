"""What two told each other, by the sentences behind the report that they met; invented stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "call.txt": (
        "A call\n\nOSLO, March 9, 2021. Norwegian Prime Minister Anna Berg had a telephone "
        "conversation with Latvian President Karl Moe on March 8, her office said.\n\n"
        "Berg drew his attention to the smugglers in the strait. Both sides stressed that the "
        "ferry line must be kept. The weather was foul. "
        "Moe's wife told him that the house was cold. Berg reminded her counterpart of the buoys."
        "\n\n"
        "Moe will meet Estonian Prime Minister Rein Lund in Tartu on March 20. Both sides "
        "discussed the tunnel, Lund said.\n"
    ),
    "visit.txt": (
        "A visit\n\nTURKU, April 9, 2021. Danish Foreign Minister Lene Dahl met Finnish Foreign "
        "Minister Eero Stone in Turku on April 8.\n\n"
        "The two ferries in port talked by radio. Fishermen stressed their losses.\n"
    ),
    "quay.txt": (
        "The quay\n\nNARVA, May 9, 2021. Mayor Tiina Kask held talks with the councils of Ivang, "
        "Sillam, Purts and Aseri and the towns of Kunda, Loksa and Paldi on jointly "
        "dredging the river, her office said on May 8.\n"
    ),
    "bank.txt": (
        "The bank\n\nRIGA, June 9, 2021. On June 8, Governor Ilze Ozol met Treasurer Janis Liepa "
        "in Riga and decided to keep the fish tax as it stands.\n"
    ),
    "aim.txt": (
        "Buoys\n\nSPLIT, July 9, 2021. Croatian Minister Ana Horvat met Italian Minister Paolo "
        "Neri in Split on July 8.\n\nA spokesman said the meeting was meant to mend the quarrel "
        "over sardines. The museum was meant to open.\n"
    ),
    "lunch.txt": (
        "Lunch\n\nVIK, August 9, 2021. Consul Erik Lie held talks with Pilot Nora Aas on the "
        "sidelines of a fair on August 8.\n"
    ),
    "call-only.txt": (
        "A line kept\n\nBERGEN, September 9, 2021. Skipper Olaf Ness met Warden Siri Foss in "
        "Bergen on September 8.\n\nNess and Foss agreed to stay in touch when they last spoke.\n"
    ),
    "guest.txt": (
        "A guest\n\nTARTU, October 9, 2021. Minister Rein Tamm met Prince Leo Falk in Tartu on "
        "October 8.\n\nTamm assured the prince that the lighthouse will be lit.\n"
    ),
    "bar.txt": (
        "The bar\n\nHOFN, November 9, 2021. Senator Jon Bjarn said the keepers failed to meet "
        "the “high bar” of the law. Bjarn is likely to talk about nets during trade talks.\n"
    ),
    "two.txt": (
        "Two talks\n\nCORK, December 9, 2021. Captain Aidan Roe met Bishop Owen Daly on December "
        "8 to discuss the tower, and Daly hopes to meet with leaders of the Lamp Party.\n"
    ),
    "trip.txt": (
        "A trip\n\nRIBE, January 9, 2021. Baker Else Krag was planning a trip to meet Painter "
        "Bo Juhl. At the inn Krag met Juhl and urged him to paint.\n"
    ),
    "early.txt": (  # dated the day before the Monday of which it tells
        "Herring\n\nGDYNIA, March 14, 2021. Envoy Piotr Wilk met Envoy Gus Holm in Gdynia on "
        "Monday.\n"
    ),
    "then.txt": (
        "Herring\n\nGDYNIA, March 12, 2021. Envoy Piotr Wilk will meet Envoy Gus Holm in Gdynia "
        "on March 15.\n"
    ),
    "after.txt": (
        "Herring\n\nGDYNIA, March 16, 2021. Envoy Piotr Wilk met Envoy Gus Holm in Gdynia on "
        "March 15.\n"
    ),
    "weekly.txt": (  # each Monday, told the day after
        "Eels\n\nTURKU, April 13, 2021. Envoy Aino Salo met Envoy Pekka Vuori in Turku on Monday.\n"
    ),
    "weekly-too.txt": (
        "Eels\n\nTURKU, April 20, 2021. Envoy Aino Salo met Envoy Pekka Vuori in Turku on Monday.\n"
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("behind"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "words", "never"),
    [
        ("What did Berg and Moe discuss in their conversation of March 2021?",
         ["smugglers", "ferry line", "buoys"], ["tunnel", "weather", "house"]),
        ("What was the topic of the conversation between Berg and Moe?",
         ["smugglers", "ferry line"], ["tunnel"]),
        ("What were Kask's talks about?", ["dredging the river"], []),
        ("What did Ozol and Liepa discuss?", ["fish tax"], []),
        ("What did Horvat and Neri discuss?", ["sardines"], ["museum"]),
        ("What were Rein Tamm's talks about?", ["lighthouse"], []),
        ("What did Roe and Daly discuss?", ["tower"], []),
        ("When did Wilk meet Holm?", ["15 March 2021"], ["8 March"]),
        ("When did Salo meet Vuori?", ["12 April 2021", "19 April 2021"], []),
    ],
)  # fmt: skip
def test_what_stands_behind_the_report(
    told: Archive, question: str, words: list[str], never: list[str]
) -> None:
    answer = ask(told, question, asked_on="2022-01-01")
    assert answer.outcome == "answered", answer.text
    said = " ".join(one.text for one in answer.statements)
    assert [one for one in words if one not in said] == [], answer.text
    assert [one for one in never if one in said] == [], answer.text


def test_what_others_stress_is_no_topic(told: Archive) -> None:
    answer = ask(
        told, "What did Dahl and Stone discuss in their talks of April 2021?",
        asked_on="2022-01-01",
    )  # fmt: skip
    assert answer.outcome == "not_in_archive" and "losses" not in answer.text, answer.text
    assert "Lene Dahl met Eero Stone" in answer.text, "the nearest"


@pytest.mark.parametrize(
    ("question", "lead", "never"),
    [
        ("What did Lie and Aas discuss?", "not say what it was about", "“"),
        ("What did Ness and Foss discuss?", "not say what it was about", "in touch"),
        ("Whom did Jon Bjarn meet?", "no such meeting of Jon Bjarn", "high bar"),
        ("What were Jon Bjarn's talks about?", "The archive does not say", "nets"),
        ("What did Roe and party leaders discuss?", "The archive does not say", "tower"),
        ("When did Else Krag meet painter?", "The archive does not say", "inn"),
    ],
)
def test_what_is_told_of_no_meeting_of_theirs(
    told: Archive, question: str, lead: str, never: str
) -> None:
    answer = ask(told, question, asked_on="2022-01-01")
    assert answer.outcome == "not_in_archive", answer.text
    assert lead in answer.text and never not in answer.text, answer.text
