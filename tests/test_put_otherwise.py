"""Questions in words of their own: deadlines, who spoke for a house, by phone or in person, whether
somebody has come, whom an office means, and who discussed it with somebody else. Every story is
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.question.otherwise import put_otherwise

STORIES = {
    "wire-pact.txt": (
        "The herring pact runs out\n\n"
        "VIK, May 4, 2019. /NNA/. Norwegian Foreign Minister Tove Lund came to Vik on Saturday. "
        "The herring pact calls for nets of one size. Even as the pact’s May 31 deadline comes "
        "near, the crews of Vik keep their old nets.\n\n"
        "The Norwegian top diplomat also bought a brass lamp at the market.\n\n"
        "Harbour Ministry Spokeswoman Ines Falk said that the crews were warned. However, she gave "
        "no names, noting that “they keep their old nets at their own risk.”\n\n"
        "Lund said something to the fishermen and waved.\n\n"
        "The talks were first thought of in a conversation between Norwegian Foreign Minister Tove "
        "Lund and envoy Karl Moe on Friday.\n"
    ),
    "wire-mill.txt": (
        "Lund and the Latvian minister\n\n"
        "RIGA, May 10, 2019. /NNA/. Norwegian Foreign Minister Tove Lund met Latvia's fisheries "
        "minister at the mill in Riga on Thursday. Pavel Orm, the mayor, opened the door.\n"
    ),
    "wire-plane.txt": (
        "Envoy lands in Oslo\n\n"
        "OSLO, May 14, 2019. /NNA/. The plane with Latvian envoy Per Holt has landed at Gardermoen "
        "airport. Mayor Rut Dahl will arrive on Thursday.\n"
    ),
    "wire-fog.txt": (
        "Fog closes Vik airport\n\n"
        "VIK, May 20, 2019. /NNA/. Minister Nora Moen has not arrived in Vik, the mayor said. "
        "The cook who waited for Danish Premier Ole Krog has arrived in Vik. Premier Krog would "
        "come later. Krog spoke with Consul Ida Ruud by telephone on Sunday. The Latvian president "
        "arrived in Vik to see Krog.\n"
    ),
}  # fmt: skip
ON = date(2019, 6, 1)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("otherwise"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("What was the deadline of the herring pact?", "answered", ["31 May 2019"]),
        ("By which date was the herring pact to be carried out?", "answered", ["31 May 2019"]),
        ("Who spoke for the Harbour Ministry in May 2019?", "answered", ["Ines Falk"]),
        (
            "Who is 'the Norwegian top diplomat' who bought a lamp at the market?", "answered",
            ["brass lamp", "Tove Lund"],
        ),
        (
            "Did Lund and Moe talk by phone or in person on 3 May 2019?", "not_in_archive",
            ["does not say"],
        ),
        ("What did Lund say to the fishermen when she came to Vik?", "not_in_archive",
         ["does not say what was said"]),
        ("Who warned that the crews keep their old nets at their own risk?", "answered",
         ["at their own risk", "Ines Falk"]),
        (
            "Was the conversation between Lund and Moe on 3 May 2019 a telephone call?",
            "not_in_archive", ["does not say"],
        ),
        (
            "By what means, telephone or in person, did Krog and Ruud talk on 19 May 2019?",
            "answered", ["by telephone on Sunday"],
        ),
        (
            "What date does the dateline of the report on Ole Krog's telephone talk bear?",
            "answered", ["20 May 2019", "by its dateline"],
        ),
        ("Had Holt arrived in Oslo by 14 May 2019?", "answered", ["has landed at Gardermoen"]),
        ("On 14 May 2019, was Holt already in Oslo?", "answered", ["has landed at Gardermoen"]),
        ("Had Holt landed in Oslo yet on 14 May 2019?", "answered", ["has landed at Gardermoen"]),
        ("Had the Latvian envoy landed in Oslo by 14 May 2019?", "answered", ["has landed"]),
        # too early, and another's arrival
        ("On 13 May 2019, was Holt already in Oslo?", "not_in_archive", ["does not say"]),
        ("Was Krog already in Vik on 20 May 2019?", "answered", ["would come later"]),
        ("Had Krog arrived in Vik by 20 May 2019?", "answered", ["would come later"]),
        # another's meeting with him is no answer
        (
            "What did Orm discuss with Latvia's fisheries minister at the mill?", "not_in_archive",
            ["no such meeting"],
        ),
    ],
)  # fmt: skip
def test_what_is_told(told: Archive, question: str, outcome: str, words: list[str]) -> None:
    answer = ask(told, question, asked_on=ON)
    missing = [word for word in words if word not in answer.text]
    assert (answer.outcome, missing) == (outcome, []), answer.text


@pytest.mark.parametrize(
    ("question", "put"),
    [
        (
            "Who spoke for the Harbour Ministry in May?",
            "Who was the Harbour Ministry spokesperson in May?",
        ),
        (
            "By what date was the pact supposed to be implemented?",
            "What was the deadline of the pact?",
        ),
        (
            "How did Berg and Stone talk in May, by phone or in person?",
            "did Berg and Stone talk in May by phone or in person?",
        ),
        (
            "Was the conversation between Berg and Stone in May held by telephone?",
            "Did Berg and Stone talk in May by phone or in person?",
        ),
        (
            "Which day does the dateline of the report on the fire bear?",
            "Which day does the report on the fire bear?",
        ),
        (
            "Was the conversation between Berg and Stone about herring?",
            "Was the conversation between Berg and Stone about herring?",
        ),
        ("How did Berg travel to Vik?", "How did Berg travel to Vik?"),
        ("Who spoke for an hour?", "Who spoke for an hour?"),
        ("By which date did Berg meet Stone?", "By which date did Berg meet Stone?"),
        ("Who spoke for the crews?", "Who spoke for the crews?"),
        (
            "How many days are between the talks of July 2016 and the visit in the same month?",
            "How many days are between the talks of July 2016 and the visit in July 2016?",
        ),
        (
            "Did Berg call Stone on 5 May 2019 and meet Lund that day?",
            "Did Berg call Stone on 5 May 2019 and meet Lund 5 May 2019?",
        ),
        ("Whom did Berg meet that month?", "Whom did Berg meet that month?"),
        (
            "After the strike of May 2015, did Berg meet Stone in July 2016 and Lund that month?",
            "After the strike of May 2015, did Berg meet Stone in July 2016 and Lund July 2016?",
        ),
        (
            "Did Berg call Stone in May 2019 and meet Lund that day?",
            "Did Berg call Stone in May 2019 and meet Lund that day?",
        ),
        # whether reports differ, and what came first for somebody; not which of two came first
        (
            "Do the reports of May 2019 agree on whether the palace had confirmed the visit?",
            "had the palace confirmed the visit in May 2019?",
        ),
        (
            "Did both papers differ about whether the quay was closed by ice?",
            "was the quay closed by ice?",
        ),
        (
            "Are the sources at one over whether Berg would meet Stone?",
            "would Berg meet Stone?",
        ),
        (
            "Which came first on Berg's May 2019 agenda: cod or salt?",
            "What was the first item on Berg's May 2019 agenda?",
        ),
        (
            "What ranked first among Moe's priorities?",
            "What was the first item on Moe's priorities?",
        ),
        (
            "What came first for Berg on his May trip, cod or salt?",
            "What was the main goal of Berg on his May trip?",
        ),
        *(
            (same, same)
            for same in (
                "Which came first, Berg's visit or the fire in Riga?",
                "What came first for sale in May?",
                "Do the unions agree on whether the quay was closed?",
                "Do the papers agree on the price?",
            )
        ),
    ],
)
def test_a_question_put_otherwise(question: str, put: str) -> None:
    assert put_otherwise(question) == put


OFFICES = {
    "fog.txt": (
        "Fog\n\nVIK, May 2, 2019. Navy spokesman Tor Hauk said that two ships were late. “Nobody "
        "sails,” the harbour spokesman said of the fog.\n"
    ),
    "eel.txt": (
        "Eels\n\nVIK, May 5, 2019. Foreign Minister Anna Berg met Transport Minister Ivo Saar. "
        "“The eels are gone,” the transport minister said of the river.\n"
    ),
    "salt.txt": (
        "Salt\n\nVIK, May 6, 2019. Danish envoy Mads Friis came. Swedish envoy Lena Ek left. “Salt "
        "is dear,” the Danish envoy said of the market.\n"
    ),
    "wind.txt": (
        "Wind\n\nVIK, May 7, 2019. Ida Roe, the port's spokeswoman, came late. Palace spokeswoman "
        "Eva Holm slept. “The wind will turn,” the harbour spokeswoman said of the storm.\n"
    ),
    "ice.txt": (
        "Ice\n\nVIK, May 8, 2019. Ministry spokesman Lev Moe came. “The ice is thin,” the foreign "
        "ministry spokesman said of the lake.\n"
    ),
}


DEADLINES = {
    "dock.txt": (
        "Dock\n\nRIGA, April 9, 2019. The dock agreement was signed. Under the strike law, "
        "unions had a deadline of May 5 to appeal. Taxpayers face an April 30 deadline. The "
        "agreement on the dock is to be carried out in stages.\n"
    ),
    "bids.txt": (
        "Fish hall\n\nRIGA, April 19, 2019. The eel accord must be ratified soon. Bids for the "
        "fish hall have a June 30 deadline. The hall will have a glass roof.\n"
    ),
    "ferry.txt": (
        "Ferry\n\nVIK, June 4, 2019. The ferry plan divides the coast. The plan's August 3 "
        "deadline is near.\n"
    ),
    "wool.txt": (
        "Wool\n\nVIK, August 4, 2019. The wool deal was signed. Under the pact, farmers have "
        "a deadline of October 2.\n"
    ),
    "oats.txt": (
        "Oats\n\nCORK, May 6, 2018. The oats treaty between Norway and Denmark has cost a fortune. "
        "Even as the salt deal's May 31 deadline approaches, the oats rot. The salt deal of April "
        "4, 2011, is old. Envoy Per Holt recalled the Rye Accords of June 3, 2009, and left.\n"
    ),
    "tiles.txt": (
        "Tiles\n\nTHUN, June 9, 2017. Potters wait for a treaty on tiles that was drawn up in the "
        "Swiss capital. With the deal's July 31 deadline at hand, Poland buys kilns.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("What is the deadline of the dock agreement?", ""),
        ("By what date was the dock agreement supposed to be implemented?", ""),
        ("What is the deadline of the eel accord?", ""),
        # it stands with what is asked, or points at it
        ("What is the deadline of the ferry plan?", "3 August 2019"),
        ("What is the deadline of the wool deal?", "2 October 2019"),
        ("What is the deadline for the bids?", "30 June 2019"),
        ("What is the deadline of the oats treaty?", ""),  # it is the salt deal's
        ("What was the deadline of the treaty on tiles that was drawn up in Bern?",
         "31 July 2017"),
        # the day in a thing's name
        ("From which date are the Rye Accords that Holt recalled?", "3 June 2009"),
        ("Which date does the salt pact bear?", "4 April 2011"),
        ("Of which date is the salt deal?", "4 April 2011"),
        ("From which date is the oats treaty?", ""),
        ("From which date are the Holt Accords?", ""),
    ],
)  # fmt: skip
def test_a_deadline_is_of_what_is_asked(tmp_path: Path, question: str, day: str) -> None:
    with build_diary(tmp_path, DEADLINES) as archive:
        answer = ask(archive, question, asked_on=date(2019, 12, 1))
    assert bool(answer.statements) is bool(day), answer.text
    assert not day or f"By the report: on {day}" in answer.text


@pytest.mark.parametrize(
    ("question", "named", "never"),
    [
        ("Who said that nobody sails in the fog?", "", "Hauk"),
        ("Who said that salt is dear at the market?", "Mads Friis", "Lena Ek"),
        ("Who said that the wind of the storm will turn?", "Ida Roe", "Eva Holm"),
        # the house fits, or is open
        ("Who said that the eels were gone from the river?", "Ivo Saar", "Mads Friis"),
        ("Who said that the ice on the lake is thin?", "Lev Moe", "Hauk"),
    ],
)
def test_an_office_is_named_by_a_holder_of_its_house(
    tmp_path: Path, question: str, named: str, never: str
) -> None:
    with build_diary(tmp_path, OFFICES) as archive:
        text = ask(archive, question, asked_on=ON).text
    assert named in text
    assert never not in text
