"""Deeds, absences, offices and numbers that a question takes for true: put right, or let stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "oslo.txt": (
        "Norway announces a trip\n\nOSLO, March 9, 2019. The Norwegian Foreign Ministry announced "
        "on Saturday that Foreign Minister Anna Stone will travel to Riga on March 13-14 and meet "
        "President Karl Berg.\n"
    ),
    "palace.txt": (
        "Palace confirms talks\n\nRIGA, March 12, 2019. The palace confirmed on Tuesday that "
        "Latvian President Karl Berg will receive Norwegian Foreign Minister Anna Stone in Riga on "
        'March 14. "The meeting is on the schedule," palace spokesman Olav Moe told reporters. '
        "Moe added that Estonian Foreign Minister Rein Lund would also be at the meeting.\n"
    ),
    "riga.txt": (
        "Berg and Stone talk in Riga\n\nRIGA, March 15, 2019. Latvian President Karl Berg and "
        "Norwegian Foreign Minister Anna Stone met in Riga Castle on Thursday, March 14. Estonian "
        "Foreign Minister Rein Lund and the members of the two delegations took part in the talks. "
        "Both sides underscored that there was no alternative to a negotiated settlement. Berg "
        'accepted Stone\'s proposal to reopen the Turku ferry line. "We need patience," palace '
        "spokesman Olav Moe said after the talks. This was Stone's fourth visit to the Latvian "
        "capital since May 2017.\n"
    ),
    "call.txt": (
        "Cod call\n\nRIGA, April 2, 2019. Latvian President Karl Berg and Finnish President Eino "
        "Salo discussed the cod dispute by phone on Monday, April 1. Both presidents stressed that "
        "there is no military solution in the strait. Berg sent Salo a letter on cod prices on "
        "March 28, the palace said.\n"
    ),
    "turku.txt": (
        "Stone in Turku\n\nTURKU, May 10, 2019. Norwegian Foreign Minister Anna Stone spoke to "
        "reporters following a meeting with Poland's foreign minister on the sidelines of the "
        "harbour forum in Turku on Thursday, May 9. Navy spokesman Tor Vik said that two "
        "minesweepers would be sent. The ambassador, Eva Holm, was present.\n"
    ),
    "navy.txt": (
        "Minesweepers sail\n\nOSLO, May 12, 2019. Two Norwegian minesweepers sailed from Bergen on "
        "Saturday, May 11, navy spokesman Tor Vik said. Harbour spokesman Jan Tusk said that the "
        "quay was full.\n"
    ),
    "tallinn.txt": (
        "Lund stays away\n\nTALLINN, June 8, 2019. Estonian Foreign Minister Rein Lund did not "
        "come to the budget talks in Tallinn on June 7. Finance Minister Dora Rosen attended the "
        "talks. Chairman Jon Krag rejected the plan to close pier four.\n"
    ),
    "energy.txt": (
        "Energy minister Lund\n\nTALLINN, July 5, 2019. Estonian energy minister Rein Lund said "
        "that the cable would be laid by autumn.\n"
    ),
    "vilnius-plan.txt": (
        "Bruun to visit Vilnius\n\nCOPENHAGEN, September 27, 2021. The Danish Foreign Ministry "
        "announced on Monday that Poul Bruun will visit Vilnius on October 1.\n"
    ),
    "vilnius.txt": (
        "Vilnius court hosts envoys\n\nVILNIUS, October 4, 2021. Lithuanian Prime Minister Asta "
        "Kern and Danish Foreign Minister Poul Bruun met in Vilnius on Friday, October 1. Latvian "
        "Transport Minister Ilze Ozol joined the talks. The sides said that there would be no "
        "return to rail tariffs. It was Bruun's third visit to Lithuania since June 2020. "
        "Government spokesman Jonas Viren said that the talks were calm. The meeting lasted 90 "
        "minutes.\n"
    ),
    "divers.txt": (
        "Divers\n\nOSLO, August 20, 2019. Latvian President Karl Berg and Finnish President Eino "
        "Salo agreed on a naval solution for the mines: divers of both fleets will clear them. "
        "Both presidents ruled out a financial solution.\n"
    ),
    "skippers.txt": (
        "Ice\n\nCORK, November 5, 2020. Irish President Ida Roe and Maltese President Ugo Finn "
        "discussed the ice in Cork on Wednesday, November 4. Two skippers stressed that there is "
        "no chemical solution. Both presidents stressed that there is no thermal solution. At the "
        "pumps they said that there is no acoustic solution.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("deeds"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # a day on which it was not done or said
        ("Why did the palace confirm the meeting of Berg and Stone as early as March 9, 2019?",
         ["12 March 2019", "confirmed on Tuesday"]),
        ("Why did the palace confirm the Berg-Stone meeting on March 10, 2019?", ["on Tuesday"]),
        ("Why did the minesweepers sail as early as May 8, 2019?", ["11 May 2019"]),
        ("Why did Berg send Salo a letter on cod prices on April 1, 2019?", ["March 28"]),
        # an absence of somebody who was there, or was to be
        ("Why was Lund left out of the talks that Berg and Stone had in Riga on 14 March 2019?",
         ["not report that Lund was not there", "took part"]),
        ("Why did Rein Lund miss the Riga talks of March 2019?", ["took part"]),
        ("Why was Lund not at the talks in Riga Castle?", ["took part"]),
        ("Why wasn't Lund at the talks in Riga Castle?", ["took part"]),
        ("Why was Rein Lund to be left out of the Berg-Stone meeting, according to Moe on 12 March "
         "2019?", ["was not to be there", "would also be at the meeting"]),
        ("Why was Rein Lund not to be at the meeting of Berg and Stone, according to Olav Moe?",
         ["was not to be there", "would also be at the meeting"]),
        ("Why was Dora Rosen absent from the budget talks in Tallinn?", ["attended"]),
        # an office of another house; what he said is told all the same
        ("What did navy spokesman Olav Moe say about patience?",
         ["does not call Olav Moe navy spokesman", "palace spokesman Olav Moe", "patience"]),
        ("What did palace spokesman Tor Vik say about the minesweepers?", ["avy spokesman"]),
        ("What did Foreign Ministry spokesman Olav Moe say after the talks?", ["palace spokesman"]),
        ("What did Danish Foreign Minister Anna Stone speak of in Turku?", ["Norwegian"]),
        # what there is none of, and the opposite
        ("Which military solution did Berg and Salo agree on in their April 2019 call?",
         ["no military solution"]),
        ("Which financial solution did Berg and Salo settle on in August 2019?", ["ruled out"]),
        ("Which thermal solution did Roe and Finn agree on in November 2020?",
         ["no thermal"]),
        ("Which armed settlement did Berg and Stone agree on in Riga in March 2019?",
         ["no alternative to a negotiated settlement"]),
        # it was held, and no sentence of ours puts all of it together
        ("Why did Kern and Bruun cancel their meeting in Vilnius on 1 October 2021?", ["met "]),
        # a number in a row
        ("Why was Stone's March 2019 trip only her second to Riga since May 2017?", ["fourth"]),
        ("Why was it only Stone's third visit to the Latvian capital since May 2017?", ["fourth"]),
        ("Why was the March 2019 visit Stone's first to Riga since May 2017?", ["fourth"]),
        ("Why did Stone come to Riga for the first time in March 2019?", ["fourth"]),
        ("What did Stone want on her second visit to Riga in March 2019?", ["fourth"]),
    ],
)  # fmt: skip
def test_put_right(diary: Archive, question: str, told: list[str]) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == "premise_corrected", answer.text
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Why did the palace confirm the meeting of Berg and Stone on March 12, 2019?",
        "Why did the Norwegian Foreign Ministry announce the trip as early as March 9, 2019?",
        "Why did the palace confirm the meeting on March 14, 2019?",  # it may be the meeting's day
        "Why did Berg send Salo a letter on cod prices on March 28, 2019?",
        "Why did the minesweepers sail on May 11, 2019?",
        "Why was Lund absent from the budget talks in Tallinn?",
        "Why was Lund left out of the budget talks on June 7, 2019?",
        "Why was Salo not at the talks in Riga Castle?",
        "Why was Lund not to be left out of the meeting of Berg and Stone?",
        "Why didn't Lund miss the Riga talks of March 2019?",
        "Why wasn't Lund left out of the talks in Riga Castle?",
        "Why was Lund at the meeting of Berg and Stone?",
        "What did palace spokesman Olav Moe say after the talks?",
        "What did presidential spokesman Olav Moe say after the talks?",
        "What did port spokesman Jan Tusk say about the quay?",
        "What did Foreign Minister Rein Lund say about the cable?",
        "What did former finance minister Rein Lund say about the cable?",
        "Which rail tariffs did Kern and Bruun speak of?",
        "Which chemical solution did Roe and Finn agree on in November 2020?",  # two skippers
        "Which acoustic solution did Roe and Finn agree on in November 2020?",
        "Which naval solution did Berg and Salo agree on in August 2019?",
        "Why did Jon Krag reject the plan to close pier four?",
        "Which proposal of Stone did Berg accept?",
        "Why did Berg send Salo a letter on cod prices?",
        "Why was the March 2019 trip already Stone's fourth to Riga since May 2017?",
        "What did Stone want on her first visit to the Latvian capital since May 2017?",
        "Why was it only Stone's second visit to Turku since May 2017?",
        "Why did Stone come to Turku for the first time in May 2019?",
        "What did Stone want on her ninth visit to Riga in March 2019?",
    ],
)
def test_lets_stand(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value != "premise_corrected", answer.text


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        ("What did the spokesman say? The page closes in an hour.", "ambiguous",
         ["Olav Moe", "Tor Vik"]),
        ("What did the foreign minister tell reporters?", "ambiguous", ["Stone", "Lund"]),
        ("What has the president said?", "ambiguous", ["Berg", "Salo"]),
        ("What did the navy spokesman say?", "answered", ["minesweepers"]),
        ("What did the spokesman say about the minesweepers?", "answered", ["minesweepers"]),
        ("What did the spokesman say after the talks of Berg and Stone?", "answered", ["patience"]),
        # a name that no report gives
        ("What is the name of the Polish foreign minister Stone met in Turku?", "not_in_archive",
         ["only of the office"]),
        ("Who was the Polish foreign minister Stone met in Turku?", "not_in_archive", ["office"]),
        ("What is the name of the Norwegian foreign minister Berg received in Riga?", "answered",
         ["Anna Stone"]),
        ("What did foreign minister Stone discuss in Riga?", "answered", []),
    ],
)  # fmt: skip
def test_asked_back_or_not_told(
    diary: Archive, question: str, outcome: str, told: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == outcome, answer.text
    assert not [words for words in told if words not in answer.text], answer.text


REFUSALS = {
    "unions.txt": (
        "Unions\n\nOSLO, May 3, 2019. The dock unions met in Vik on Thursday. The unions agreed to "
        "resume talks with the shipowners, but insisted that wages must rise. Palace spokeswoman "
        "Nora Dahl said that Norway was open to offers and advice.\n"
    ),
    "mills.txt": (
        "Mills\n\nRIGA, July 6, 2019. Minister Tove Lund rejected the merger of the mills on "
        "Monday. Mayor Karl Moe agreed to the merger of the mills. Envoy Ole Holt accepted the "
        "silver medal. Clerk Bo Lind agreed to block the canal tax.\n"
    ),
    "bells.txt": (
        "Bells\n\nRIGA, August 6, 2019. Consul Ines Falk would not agree to the ringing of the "
        "bells. Bishop Ivo Saar might accept the sale of the tower. Pilot Otto Krag agreed that "
        "the lighthouse fee was a burden.\n"
    ),
    "siege.txt": (
        "Siege\n\nVIK, September 6, 2019. Mayor Lena Ek said that Consul Rein Wolf had accepted "
        "the herring quota. Eva Holm's deputy accepted the lease of the quay. Judge Ida Roe "
        "accepted the peat levy in May. Roe said no to the peat levy in June. Captain Jon "
        "Bruun approved the bell rota. Bruun later voted against the bell rota. Olav "
        "Viren said that he had "
        "accepted the rope prize. Abbot Mads Friis met Ek and agreed to the oak sale. The advisers "
        "of Nils Kern approved the tar duty.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why did the dock unions refuse to resume talks with the shipowners?", "unions agreed to"),
        ("Which medal did Holt decline?", "accepted the silver medal"),
        ("Why did Moe turn down the merger of the mills?", "Moe agreed to the merger"),
        ("Why did Viren refuse the rope prize?", "he had accepted the rope prize"),
        ("Why did Friis oppose the oak sale?", "agreed to the oak sale"),
        ("Why did Wolf reject the herring quota?", "Wolf had accepted"),
        # he did, or may have
        ("Why did Lund reject the merger of the mills?", None),
        ("Why did Falk oppose the ringing of the bells?", None),
        ("Why did Saar reject the sale of the tower?", None),
        ("Why did Lind oppose the canal tax?", None),
        ("Why did Krag oppose the lighthouse fee?", None),
        ("Why did the shipowners refuse to resume talks?", None),
        # another did, whom he tells of, who is his, or who speaks for a house
        ("Why did Ek refuse the herring quota?", None),
        ("Why did Holm decline the lease of the quay?", None),
        ("Why did Kern oppose the tar duty?", None),
        ("Why did Dahl reject the offers in May 2019?", None),
        # told both ways
        ("Why did Roe reject the peat levy?", None),
        ("Why did Bruun oppose the bell rota?", None),
    ],
)
def test_who_agreed_did_not_refuse(tmp_path: Path, question: str, words: str | None) -> None:
    with build_diary(tmp_path, REFUSALS) as archive:
        answer = ask(archive, question)
    assert (answer.outcome == "premise_corrected") is (words is not None), answer.text
    assert words is None or words in answer.text


GIFTS = {
    "spoon.txt": (
        "Spoons\n\nOSLO, May 3, 2019. Finnish President Eino Salo met Norwegian Minister Anna "
        "Stone and Latvian President Karl Berg in Oslo on Thursday. Berg gave Stone a silver "
        "spoon. Salo thanked Stone for the herring.\n"
    ),
    "clock.txt": (
        "Clocks\n\nCORK, September 3, 2019. Danish Foreign Minister Karl Moe met envoy Tove Lund "
        "in Cork on Monday. Lund received a clock from Mayor Dora Finn. "
        "Karl Moe sent Lund a letter on eels. Otto Krag handed the keys to Lund.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did Salo give Stone?", "Berg gave Stone a silver spoon"),
        ("What did Salo give to Stone?", "Berg gave Stone a silver spoon"),
        ("What letter did Krag send Lund?", "Karl Moe sent Lund a letter"),
        # he did, or may have
        ("What did Berg give Stone?", None),
        ("What did Finn send Lund?", None),  # she received a clock from him
        ("What did Krag send Lund?", None),
        ("What did Salo give Berg?", None),
    ],
)
def test_what_another_gave_is_not_his_gift(
    tmp_path: Path, question: str, words: str | None
) -> None:
    with build_diary(tmp_path, GIFTS) as archive:
        answer = ask(archive, question)
    assert (answer.outcome == "premise_corrected") is (words is not None), answer.text
    assert words is None or words in answer.text
