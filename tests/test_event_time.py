"""When something was that is no meeting of the records: by the sentence that tells it, and why.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome, Statement
from qa import ask
from qa.events.time_told import tell_news, tell_times
from qa.telling.compose import Citer
from qa.telling.gate_claims import find_fault

STORIES = {
    "wire-port.txt": (
        "Port of Skagen shut\n\n"
        "SKAGEN, November 21, 2018. The long pier at Skagen, built in 1964, was closed to lorries "
        "after a crane fell on Monday, the harbour office said.\n\n"
        "Mayor Ulla Brandt has opened a shelter for the drivers.\n\n"
        "The dredging of the basin, which had begun in March, is to be finished by December 15. "
        "The ferry to Larvik has been out of service since October 3.\n\n"
        "“Not on Friday and not on Saturday,” harbour clerk Palle Friis said of the reopening of "
        "the crane.\n\n"
        "Brandt announced on Tuesday that the fish market would move to Hirtshals in February.\n"
    ),
    "wire-clerk.txt": (
        "Harbour day\n\n"
        "AARHUS, May 9, 2019. The envoy Sofie Dahl had a busy day on Wednesday as she toured the "
        "shipyard and bought a compass in a shop.\n\n"
        "Consulate clerk Jonas Rye wrote that “the envoy rang the old bell today.”\n\n"
        "“We signed today the herring accord,” said Dahl.\n"
    ),
    "review.txt": (
        "From the papers\n\n"
        "RIBE, January 14, 2019. The council of Ribe meets on the dyke this week.\n\n"
        "«Dahl's next goal is to end the strike that has crippled the yards since 2017. She hopes "
        "to calm the welders with a hearing on Thursday in Esbjerg, aiming for full pay talks to "
        "open in March between the yards and the union», - The Jutland Courier writes.\n"
    ),
}  # fmt: skip
OPEN = {  # what is denied, or told only roughly
    "wire-seals.txt": (
        "Seals in the bay\n\n"
        "VIK, May 9, 2019. The grey seals of Vik have multiplied in recent weeks. The mills in "
        "Thorshavn have not run for months. Recently elected bailiff Karl Moe has closed the "
        "footbridge.\n"
    ),
    "ribe-sails.txt": (
        "Windmill of Ribe\n\n"
        "RIBE, October 5, 2016. Carpenter Juri Ots has not mended the old windmill sails. "
        "Miller Ane Kvist has an elk statue in her yard. Sexton Tom Vig has opened the loft.\n\n"
        "Potter Lise Holm, elected mayor in March 2015, wore a green tarpaulin to the regatta. "
        "The council has not confirmed the sale.\n"
    ),
    "ribe-times.txt": (
        "From the town\n\n"
        "RIBE, May 12, 2018. The salt dyke at Ribe burst around May 13 in a gale. The tin foundry "
        "in Ribe closed not before May 18 for want of coal. The crab stall in Ribe was not moved "
        "on May 8 by anybody. Clerk Bo Lind denied that the oyster bank in Ribe failed on May 9 "
        "at all. The kelp works in Ribe flooded on May 2 or May 3 in a storm. The cod "
        "auction in Ribe was rung in on May 4, "
        "and was reviewed again on May 10 by all. The rope walk in Ribe "
        "burned on May 5 and May 6 to the ground. "
        "The rail spur in Ribe may have closed on May 7 for good.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("events"), STORIES) as archive:
        yield archive


@pytest.fixture(scope="module")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of times that are denied or rough."""
    with build_diary(tmp_path_factory.mktemp("unsure"), OPEN) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("In which year was the long pier built?", "By the report: in 1964."),
        ("When did the crane fall?", "By the report: on 19 November 2018 (“Monday”)."),
        ("In which month had the dredging of the basin begun?",
         "By the report: in March 2018 (“March”)."),
        ("By when is the dredging of the basin to be finished?",
         "By the report: by 15 December 2018 (“December 15”)."),
        ("Since when has the ferry to Larvik been out of service?",
         "By the report: since 3 October 2018 (“October 3”)."),
        ("When did Brandt announce that the fish market would move?",
         "By the report: on 20 November 2018 (“Tuesday”)."),
        ("In which month would the fish market move to Hirtshals?",
         "By the report: in February 2019 (“February”)."),
        ("The wire tells of a crane that fell on Monday. Which calendar date was that Monday?",
         "By the report: on 19 November 2018 (“Monday”)."),
        ("On what date did Mayor Brandt open a shelter for the drivers?",
         "Told as news on 21 November 2018."),
        ("When did Dahl buy a compass?", "By the report: on 8 May 2019 (“Wednesday”)."),
        ("When did the consulate clerk write that the envoy rang the old bell?",
         "By the report: on 8 May 2019 (“today”)."),
        ("On what date did Dahl say “We signed today the herring accord”?",
         "By the report: on 8 May 2019 (“today”)."),
        ("The Jutland Courier mentions a hearing in Esbjerg with which Dahl hoped to calm the "
         "welders. For which date was it set?",
         "As quoted from The Jutland Courier: on 17 January 2019 (“Thursday”)."),
        ("Which date does The Jutland Courier mean by “a hearing on Thursday in Esbjerg”?",
         "As quoted from The Jutland Courier: on 17 January 2019 (“Thursday”)."),
        ("On which date was the Thursday hearing in Esbjerg to be held that The Jutland Courier "
         "mentions?", "As quoted from The Jutland Courier: on 17 January 2019 (“Thursday”)."),
        ("On which date is the hearing in Esbjerg of which The Jutland Courier writes?",
         "As quoted from The Jutland Courier: on 17 January 2019 (“Thursday”)."),
        ("By which month and year did Dahl want full pay talks between the yards and the union to "
         "get going?", "As quoted from The Jutland Courier: in March 2019 (“March”)."),
        ("Since when has the strike crippled the yards?",
         "As quoted from The Jutland Courier: since 2017."),
    ],
)  # fmt: skip
def test_the_time_of_what_one_sentence_tells(told: Archive, question: str, first: str) -> None:
    answer = ask(told, question, asked_on="2026-03-02")
    assert answer.outcome is Outcome.ANSWERED, answer.text
    assert answer.statements[0].text == first, answer.text


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("Since when have the grey seals of Vik multiplied?", "answered", "in recent weeks"),
        ("When did the grey seals of Vik multiply?", "answered", "in recent weeks"),
        ("Since when have the mills in Thorshavn not run?", "answered", "for months"),
        ("On which date did the grey seals of Vik multiply?", "not_in_archive", "recent weeks"),
    ],
)
def test_a_time_without_a_date_is_told_in_the_words_of_the_report(
    unsure: Archive, question: str, outcome: str, words: str
) -> None:
    answer = ask(unsure, question, asked_on="2026-03-02")
    assert (answer.outcome, words in answer.text) == (outcome, True), answer.text
    assert "2019" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "When was the long pier closed to lorries by the council?",
        "On which date did Friis reopen the crane?",  # "not on Friday"
        "When did Dahl marry?",
        "When did Brandt meet Dahl in Esbjerg?",  # neither report tells of both
        "When did the welders meet Friis?",
    ],
)
def test_a_time_of_something_else_answers_nothing(told: Archive, question: str) -> None:
    answer = ask(told, question, asked_on="2026-03-02")
    assert answer.outcome is not Outcome.ANSWERED, answer.text
    assert not any(one.text.startswith(("By the", "Told as")) for one in answer.statements)


@pytest.mark.parametrize(
    "question",
    [
        "When did Ots mend the old windmill sails?",  # "has not mended"
        "When did Kvist get an elk statue in her yard?",  # "has an elk"
        "When did the salt dyke at Ribe burst?",  # "around May 13"
        "When did the tin foundry in Ribe close?",  # "not before May 18"
        "When was the crab stall in Ribe moved?",  # "was not moved on May 8"
        "When was the crab stall in Ribe moved on 8 May?",
        "When did the oyster bank in Ribe fail?",  # "denied that"
        "When did the rail spur in Ribe close?",  # "may have closed"
        "When did the kelp works in Ribe flood?",  # "on May 2 or May 3"
    ],
)
def test_what_is_denied_or_told_roughly_gives_no_time(unsure: Archive, question: str) -> None:
    answer = ask(unsure, question, asked_on="2026-03-02")
    assert answer.text
    assert not any(one.text.startswith(("By the", "Told as")) for one in answer.statements)


def test_a_vague_word_beside_a_name_is_no_time_of_the_news(unsure: Archive) -> None:
    answer = ask(unsure, "When did Moe close the footbridge?", asked_on="2026-03-02")
    assert answer.statements[0].text == "Told as news on 9 May 2019.", answer.text


def test_days_side_by_side_are_told_together(unsure: Archive) -> None:
    answer = ask(unsure, "When did the rope walk in Ribe burn?", asked_on="2026-03-02")
    both = "By the report: on 5 May 2018 (“May 5”) and on 6 May 2018 (“May 6”)."
    assert answer.statements[0].text == both, answer.text


@pytest.mark.parametrize(
    ("quoted", "times", "text", "stands"),
    [
        ("has not mended", (), "Told as news on 5 October 2016.", False),
        ("elected mayor", (), "Told as news on 5 October 2016.", False),
        ("has opened the loft", (), "Told as news on 5 October 2016.", True),
        ("has not confirmed", (), "Told as news on 5 October 2016.", False),
        ("dyke at Ribe burst", ("May 13",), None, False),
        ("closed not before", ("May 18",), None, False),
        ("was not moved", ("May 8",), None, False),
        ("denied that the oyster", ("May 9",), None, False),
        ("The rail spur", ("May 7",), None, False),
        ("The rope walk", ("May 5", "May 6"), None, True),
        ("The cod auction", ("May 4",), None, True),
        ("The cod auction", ("May 4", "May 10"), None, False),  # two clauses, not side by side
    ],
)
def test_the_gate_passes_no_time_that_its_sentence_does_not_tell(
    unsure: Archive, quoted: str, times: Sequence[str], text: str | None, stands: bool
) -> None:
    article, sentence = next(
        (a, s) for a in unsure.articles() for s in unsure.sentences(a) if quoted in s.text
    )
    citer = Citer()
    number = citer.cite(article, sentence)
    inside = [t for t in unsure.times(article.id) if sentence.start <= t.start < sentence.end]
    said = tell_times([t for t in inside if t.text in times], None, number)
    if text is not None:
        said = tell_news(article, number) or said
        assert said.text == text
    assert (find_fault(unsure, said, citer.citations) is None) is stands


def test_a_worked_out_day_says_how_it_follows(told: Archive) -> None:
    answer = ask(told, "When did the crane fall?", asked_on="2026-03-02")
    assert "the Monday before Wednesday 21 November 2018" in (answer.statements[0].derivation or "")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("By the report: on 19 November 2018 (“Monday”).", True),
        ("By the report: on 20 November 2018 (“Monday”).", False),
        ("By the report: on 19 November 2018.", False),
        ("By the report: in November 2018 (“Monday”).", False),
        ("As quoted from The Jutland Courier: on 19 November 2018 (“Monday”).", False),
        ("Told as news on 20 November 2018.", False),
    ],
)
def test_the_gate_works_a_time_out_anew(told: Archive, text: str, stands: bool) -> None:
    answer = ask(told, "When did the crane fall?", asked_on="2026-03-02")
    cited = answer.citations[:1]
    said = answer.statements[0].model_copy(update={"text": text})
    assert (find_fault(told, said, cited) is None) is stands


def test_words_of_another_outlet_pass_under_its_name_alone(told: Archive) -> None:
    answer = ask(told, "Since when has the strike crippled the yards?", asked_on="2026-03-02")
    quoted = answer.statements[1]
    bare = quoted.text.removeprefix("As quoted from The Jutland Courier: ")
    assert bare.startswith("“«Dahl's next goal")
    for text in (bare, f"As quoted from The Ribe Post: {bare}", f"By the report: {bare}"):
        said = Statement(text=text, citations=quoted.citations, derivation=quoted.derivation)
        assert find_fault(told, said, answer.citations) is not None
    assert find_fault(told, quoted, answer.citations) is None
