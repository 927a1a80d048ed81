"""Questions in words of their own: deadlines, who spoke for a house, by phone or in person, whether
somebody has come, whom an office means, and who discussed it with somebody else. Every story is
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

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
        "come later. Krog spoke with Consul Ida Ruud by telephone on Sunday.\n"
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
    ],
)
def test_a_question_put_otherwise(question: str, put: str) -> None:
    assert put_otherwise(question) == put
