"""Questions that take too much for true: put right, said to be open or not told, told both ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.premises.contradicted import read_number

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
        "this year she had come with a yellow oilskin over her arm. She was last in Turku in "
        "April this year when she was wheeling a tin bathtub. The needless delay of the cod "
        "survey is a puzzle. The two ministries will form a rescue council for the strait.\n"
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
    "wire-fair.txt": (
        "At the fair\n\nVIK, November 4, 2019. Mayor Nora Ruud bought lamps at the fair. Consul "
        "Ida Holm read documents at the fair on Sunday. Envoy Per Krog bought knives, a Mora and "
        "a Helle, at the fair. Holm brought proposals on eels to the fair. Ruud gave the children "
        "presents at the fair. They were wooden ducks. Krog took the ferry Aurora from the fair. "
        "Several boats were shown at the fair.\n"
    ),
    "wire-ride.txt": (
        "A mayor on a bicycle\n\nVIK, November 12, 2018. On Monday Mayor Nora Ruud had talks with "
        "the bakers, opened a kiosk and took a ride along Eelgate, a street of the old port, where "
        "she waved to children. A regatta is to start in Hofn on 2 February 2019. “Eat more "
        "herring,” Ruud said at the kiosk. “I see that you are all thin.”\n"
    ),
    "wire-tolls.txt": (
        "Words on the fees\n\nNARVA, November 20, 2019. Minister Rita Falk spoke with Envoy Per "
        "Krog in Narva on Tuesday. Falk named the buoy fee, the crane fee and the rope fee to "
        "Krog. Besides, the Harbour Board said that both ministers “stressed the need to mend the "
        "crane rails”. Norway offers Latvia to start joint patrols off the shoal. Krog was asked "
        "to Riga.\n"
    ),
    "photo-fair.txt": (
        "In pictures\n\nOSLO, March 9, 2018. Finnish Foreign Minister Aino Kallio speaks to "
        "reporters after a meeting with Denmark's foreign minister on the sidelines of the eel "
        "conference, on March 8, 2018 in Fiskevik, a village near Oslo.\n"
    ),
    "wire-eel-board.txt": (
        "A tip\n\nTARTU, November 25, 2019. Envoy Hugo Aas, in Tartu for talks with the owners of "
        "nine mills, said he invited Mayor Nora Ruud to a fair. On Thursday Aas met Consul Ida "
        "Holm in Tartu about the mill race. Painter Odd Vang was led out of a press briefing that "
        "Skipper Jens Kvam gave in Vik.\n"
    ),
    "wire-joke.txt": (
        "Plan\n\nRIGA, December 4, 2018. The Norwegian plan for the shoal was “a bad joke”, the "
        "Harbour Ministry in Riga said in a statement. Moe’s press secretary Nils Vold said that "
        "the parley would go on. Harbour Ministry spokeswoman Ida Rask answered questions. Deputy "
        "Mayor Ola Hagen called the dredging scheme “a gift to the gulls”. “The toll rise is plain "
        "robbery,” said pilot Karl Moen. Mayor Rut Dahl spoke with the pilots.\n"
    ),
    "wire-eels.txt": (
        "Krohn goes to Turku\n\nTURKU, August 4, 2018. Danish envoy Ole Krohn travels to Turku on "
        "Sunday. His main goal in Turku is to save the eel pact, the ministry said.\n"
    ),
    "wire-toll.txt": (
        "Krohn and the pier\n\nTURKU, August 5, 2018. Envoy Ole Krohn is due in Turku. Krohn’s "
        "most pressing concern in Turku is the pier toll. Mayor Nora Hansen spoke. Her chief aim "
        "was a new quay.\n"
    ),
    "wire-tram.txt": (
        "Aune at the show\n\nTURKU, August 9, 2018. Mayor Karl Aune went to the show. The first "
        "item on his list was the tram, Aune said. Consul Ida Holm said that the top priority of "
        "Aune was the school.\n"
    ),
    "echo-dredge.txt": (
        "Sand moves after all\n\nNARVA, October 4, 2019. Fishermen saw the sandbank moving close "
        "to the pier since the storm.\n"
    ),
}

ASKED_IN_EARNEST = {  # what only looks as if it contradicted a question
    "met-1.txt": (
        "Karm and Rosen meet\n\nHALIN, March 4, 2019. Halish President Ulo Karm met Norwegian "
        "Foreign Minister Dora Rosen in Riga on Sunday, March 3.\n"
    ),
    "met-2.txt": (
        "Accord on eels\n\nRIGA, March 16, 2019. Karm and Rosen signed an eel accord in Riga on "
        "March 14. Karm and Rosen agreed on forty tonnes of eel in Riga on March 14.\n"
    ),
    "due-1.txt": (
        "Tamm due in Oslo\n\nOSLO, April 1, 2019. Estonian Prime Minister Ivo Tamm will meet "
        "Norwegian Foreign Minister Dora Rosen in Oslo on April 14, officials announced.\n"
    ),
    "due-2.txt": (
        "Cod accord\n\nOSLO, April 16, 2019. Tamm and Rosen agreed on a cod accord in Oslo on "
        "April 14, the ministry said.\n"
    ),
    "regatta.txt": (
        "At the regatta\n\nVIK, May 12, 2018. Rita Falk, elected mayor in March 2015, wore a "
        "green tarpaulin to the regatta. Olav Hauk rowed a bark canoe built in March "
        "2014 past the breakwater.\n"
    ),
    "raft.txt": (
        "Raft sold\n\nVIK, July 9, 2018. Mayor Otto Krag did not hesitate to sell the town raft "
        "to a circus.\n"
    ),
    "talks.txt": (
        "No way through\n\nVIK, July 12, 2018. Presidents Ivo Tamm and Otto Krag agreed that "
        "divers should raise the wreck. Admiral Lise Brok told Tamm and Krag that there was no "
        "naval remedy. Krag's rivals at home said there was no peaceful remedy in the sound.\n"
    ),
    "ferry-row.txt": (
        "Ferry row\n\nNARVA, August 2, 2018. Ministers Rita Falk and Olav Hauk spoke of ferry "
        "fares in Narva on Wednesday. There could be no cheap fare, the harbour board said. Falk "
        "and Hauk said that there was no joint timetable. The harbour board said that the two had "
        "reached no winter accord.\n"
    ),
    "buoy.txt": (
        "Buoy sold\n\nVIK, July 10, 2018. Warden Lise Brok did not sell the old bell buoy to "
        "the museum until Friday.\n"
    ),
    "rowers.txt": (
        "They row\n\nNARVA, June 1, 2016. No fewer than forty sailors rowed to Narva behind the "
        "mayor, Ulla Brand.\n"
    ),
    "salt.txt": (
        "Salt and barley\n\nTURKU, July 2, 2018. Merchants shipped 5000 barrels of rock salt to "
        "Narva. Two trawlers brought barley and coal to Turku. Twenty-four ferries carried candied "
        "plums to Hiiu. Three grey wagons hauled mustard seed to Paide.\n"
    ),
    "minister.txt": (
        "New port minister\n\nTALLINN, August 3, 2016. Greta Saar has been port minister since "
        "May. The port minister said that the sprat quota would stay at ninety barrels. She said "
        "that the eider colony would be fenced with wire.\n"
    ),
}


@pytest.fixture(scope="module")
def earnest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of stories that contradict nothing."""
    with build_diary(tmp_path_factory.mktemp("earnest"), ASKED_IN_EARNEST) as archive:
        yield archive


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
        ("Why did the palace refuse the meeting of Berg and Stone on 14 March 2019?",
         "premise_corrected",
         ["14 March 2019"]),
        # when, where, how many, and what is denied: of what is no meeting
        ("What was under the yellow oilskin that Stone wore in June 2019?", "premise_corrected",
         ["another time", "May 2019"]),
        ("What was in the tin bathtub that Stone wheeled in June 2019?", "premise_corrected",
         ["another time", "April 2019"]),
        ("Why did Ruud go for her ride along Eelgate in May 2019?", "premise_corrected",
         ["another time", "12 November 2018"]),  # as the article was written before
        ("Why did Ruud wave to children in Eelgate in November 2018?", "not_in_archive", ["why"]),
        ("Did the regatta in Hofn get under way on 2 February 2019?", "only_planned", ["to start"]),
        ("Who remarked that all are thin?", "answered", ["all thin", "Ruud said"]),
        ("Who won the vote of the year?", "not_in_archive", ["does not say"]),
        ("Which fees did Falk name to Krog?", "answered", ["the crane fee and the rope fee"]),
        ("What did Falk and Krog stress about the crane rails?", "answered", ["both ministers"]),
        ("Did Norway and Latvia start joint patrols off the shoal after Krog's visit?",
         "only_planned", ["offers Latvia"]),
        ("When did Falk invite Krog to Narva?", "not_in_archive", ["does not say"]),
        ("When did Falk speak with Krog in Narva?", "answered", ["19 November 2019"]),
        ("What did Stone discuss with Denmark's foreign minister in Fiskevik?", "premise_corrected",
         ["no such", "Aino Kallio"]),  # the place stands in the sentence alone
        ("Where did Aino Kallio meet Karl Berg?", "not_in_archive", ["no such"]),
        # the report of a meeting tells nothing of what it was about
        ("What did Hugo Aas and the owners of nine mills discuss?", "not_in_archive",
         ["does not say what it was about"]),
        ("What did Hugo Aas and Ida Holm discuss?", "answered", ["mill race"]),
        ("Where did Odd Vang meet Jens Kvam?", "not_in_archive", ["no such"]),  # at the press
        ("Why did Stone land at Kaldvik airport in June 2019?", "premise_corrected",
         ["Kaldvik", "Hamravik"]),
        ("Which accord on the herring quota did the two-day meeting bring?",
         "premise_corrected", ["no accord"]),
        # whose words
        ("Why did Lund say that Norway does not wish to halve the ferry fleet?",
         "premise_corrected", ["no such words of Lund", "Stone told reporters"]),
        ("Why did Vold call the Norwegian plan for the shoal 'a bad joke'?",
         "premise_corrected", ["no such words of Vold", "the Harbour Ministry in Riga said"]),
        ("Why did Rut Dahl describe the dredging scheme as 'a gift to the gulls'?",
         "premise_corrected", ["no such words of Rut Dahl", "Ola Hagen called"]),
        ("Why did Dahl call the toll rise 'plain robbery'?",
         "premise_corrected", ["no such words of Dahl", "said pilot Karl Moen"]),
        ("Why did Rask call the Norwegian plan for the shoal 'a bad joke'?", "answered",
         ["the Harbour Ministry in Riga said"]),  # she speaks for the ministry
        ("Why did Hagen call the dredging scheme 'a gift to the gulls'?", "answered", ["called"]),
        # no more than planned
        ("What did Stone and Lund agree on in Vik on 5 June 2019?", "only_planned",
         ["has only the announcement"]),
        ("Did the Vik talks lead to a rescue council for the strait?", "only_planned",
         ["will form a rescue council"]),
        ("Was the harbour charter adopted in Turku?", "only_planned", ["to adopt"]),
        ("Were the pier tolls lowered?", "only_planned", ["to lower"]),
        # what is not told
        ("For what reason was the cod survey delayed?", "not_in_archive", ["does not say why"]),
        ("Which lamps did Ruud buy at the fair?", "not_in_archive", ["does not say which lamps"]),
        ("What documents did Holm read at the fair?", "not_in_archive", ["which documents"]),
        ("Which boats were shown at the fair?", "not_in_archive", ["which boats"]),
        ("Which knives did Krog buy at the fair?", "answered", ["a Mora and a Helle"]),
        ("Which proposals did Holm bring to the fair?", "answered", ["proposals on eels"]),
        ("Which presents did Ruud give the children?", "answered", ["presents at the fair"]),
        ("Which ferry did Krog take from the fair?", "answered", ["Aurora"]),
        ("At what time did Stone land in Vik?", "not_in_archive", ["does not say at what hour"]),
        # both sides
        ("Was it certain that Orm would meet Stone in Oslo?", "conflicting",
         ["as announced", "not confirmed"]),
        ("Going by the Harbour News article alone, was it certain that Orm would meet Stone?",
         "conflicting", ["not confirmed"]),
        ("Is the sandbank moving to the pier?", "conflicting", ["not moving", "saw the sandbank"]),
        ("Did anybody regard the sandbank as moving to the pier?", "conflicting",
         ["not moving", "saw the sandbank"]),
        ("Was the sandbank thought to be moving to the pier?", "conflicting", ["not moving"]),
        ("Did officials and the palace at first say the same about whom Orm would meet in Oslo?",
         "conflicting", ["as announced", "not confirmed"]),
        ("Were the officials and the palace at one on whether Orm would meet Stone in Oslo?",
         "conflicting", ["as announced", "not confirmed"]),
        ("Did Oslo and the palace tell the same story about when Orm would meet Stone?",
         "conflicting", ["as announced", "not confirmed"]),
        ("What was Krohn's main goal in Turku in August 2018?", "answered",
         ["eel pact", "pier toll"]),
        ("What came first for Krohn in Turku, eels or tolls?", "answered",
         ["eel pact", "pier toll"]),
        ("What was the top concern of Krohn in Turku?", "answered", ["eel pact", "pier toll"]),
        ("What was Aune's first priority?", "answered", ["the tram", "the school"]),
        ("What was Hansen's main aim?", "answered", ["Her chief aim was a new quay"]),
        ("What did Krohn want to save?", "answered", ["eel pact"]),
        # only one side is told
        ("Did Stone wish to halve the ferry fleet?", "only_planned", ["does not wish to halve"]),
        ("Do insurers want the owners to lower the pier tolls?", "answered", ["Insurers want"]),
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


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # two who did something on a day: whether they met is not asked
        ("What did Karm and Rosen sign in Riga on 14 March 2019?", "eel accord"),
        ("What did Karm and Rosen agree on in Riga on 14 March 2019?", "forty tonnes"),
        ("What did Tamm and Rosen agree on in Oslo on 14 April 2019?", "cod accord"),
        # a date of an aside
        ("What did Falk wear to the regatta in May 2018?", "green tarpaulin"),
        ("What did Olav Hauk row past the breakwater in May 2018?", "bark canoe"),
        ("Why did Brok mend the old bell buoy for the museum in August 2018?", "did not sell"),
        # what is denied in form alone
        ("To whom did Krag sell the town raft?", "to a circus"),
        ("When did Brok sell the bell buoy to the museum?", "until Friday"),
        ("To whom did Brok sell the bell buoy?", "to the museum"),
        ("Who rowed to Narva with the forty sailors?", "Ulla Brand"),
        # somebody else's denial of what two agreed on
        ("Which naval remedy did Tamm and Krag agree on in July 2018?", "naval remedy"),
        ("Which peaceful remedy did Tamm and Krag agree on in July 2018?", "peaceful remedy"),
        ("On which cheap fare did Falk and Hauk agree?", "cheap fare"),
        # numbers
        ("Where were 5,000 barrels of rock salt shipped?", "to Narva"),
        ("What did the first trawler bring to Turku?", "barley and coal"),
        ("What did the 24 ferries carry to Hiiu?", "candied plums"),
        ("What did the twenty-four ferries carry to Hiiu?", "candied plums"),
        ("What did the two grey barges haul to Paide with mustard seed?", "mustard seed"),
        # an office whose holder is told
        ("Why did Greta Saar say that the sprat quota would stay at ninety barrels?", "sprat"),
        ("Why did Greta Saar say that the eider colony would be fenced with wire?", "eider colony"),
    ],
)  # fmt: skip
def test_what_is_asked_in_earnest_is_not_put_right(
    earnest: Archive, question: str, told: str
) -> None:
    answer = ask(earnest, question, asked_on="2019-12-01")
    assert answer.outcome.value not in ("premise_corrected", "only_planned"), answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did the fifty ferries carry to Hiiu?", "“fifty ferries”"),
        ("Where were 4,000 barrels of rock salt shipped?", "“4,000 barrels”"),
        ("What did Karm say to Rosen at the Riga talks of 24 January 2019?", "no such meeting"),
        ("Which joint timetable did Falk and Hauk agree on?", "no joint timetable"),
        ("Which winter accord did Falk and Hauk reach?", "no winter accord"),
    ],
)
def test_another_number_or_day_and_what_is_denied_are_put_right(
    earnest: Archive, question: str, told: str
) -> None:
    answer = ask(earnest, question, asked_on="2019-12-01")
    assert answer.outcome.value == "premise_corrected", answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    ("words", "number"),
    [("5,000", 5000), ("twenty-four", 24), ("two hundred and six", 206), ("3 million", 3_000_000),
     ("two thousand five hundred", 2500), ("2.5", 2.5), ("21st", 21), ("two dozen", 24)],
)  # fmt: skip
def test_numbers_are_read(words: str, number: float) -> None:
    assert read_number(words) == number
