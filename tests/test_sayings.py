"""Whose words the sentences of a story are, and which of them answer; invented stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.meetings.holdings import holdings_of
from qa.passages.of_outlet import asks_for_outlet
from qa.passages.of_speaker import names_another
from qa.passages.sayings import described, read_speakers, spoken, with_holders
from qa.passages.speech import sayers_of
from qa.question.asked import Party

STORIES = {
    "cork.txt": (
        "Eel talks end in Cork\n\n"
        "CORK, May 8, 2019. Norwegian Foreign Minister Anna Stone and Latvian President Karl Berg "
        "met in Cork on Tuesday to discuss eels.\n\n"
        "“We counted the eels, and they counted us,” the Norwegian minister told reporters. “Next "
        "time we bring a net.”\n\n"
        "Berg, who was late, said that the soup was cold. He blamed the cook.\n"
    ),
    "vik.txt": (
        "A ferry and a wire\n\n"
        "VIK, August 6, 2019. Danish Fisheries Minister Pavel Orm met Norwegian Foreign Minister "
        "Anna Stone in Vik on Monday.\n\n"
        "“Eels are not my business today,” Stone said. “I came for the ferry.”\n\n"
        "The story of a quarrel came from the Harbour Gazette, which wrote that Orm had thrown a "
        "herring. The U.N. special envoy, Ines Falk, was asked about it. “A herring is no weapon,” "
        "the envoy replied.\n"
    ),
    "quota.txt": (
        "Quota talks in Narva\n\n"
        "NARVA, October 8, 2019. U.S. envoy Paul Reed met Estonian Premier Rein Kask in Narva "
        "on Monday, while U.S. Treasury Secretary Ruth Hale met the mayor.\n\n"
        "The White House said, “Reed told the premier that the sprat quota is too low.” A clerk "
        "pointed out that Hale had “no view on the herring tax.”\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("sayings"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("text", "sayers"),
    [
        ("“He asked for a boat,” the Danish minister joked.", ["the Danish minister"]),
        ("Çelik told the Gazette that it was late.", ["Çelik"]),
        ("“It is late,” said her master, Capt. R. J. Lund.", ["her master, Capt. R. J. Lund"]),
        ("Berg had shut the door, said “no” and left.", ["Berg"]),
        ("“No,” the ministry quoted Berg as saying.", ["Berg"]),
        (
            "Its head, Karl Berg, said by telephone from Cork that it rained.",
            ["Its head, Karl Berg"],
        ),
        ("FERRY LINE CLOSED FOR EVER AND EVER BY HARBOUR BOARD ORDER", []),
    ],
)
def test_who_stands_at_the_verb(text: str, sayers: list[str]) -> None:
    assert set(sayers) <= set(sayers_of(text))
    assert bool(sayers) == bool(sayers_of(text))


TEXTS = (
    "Gen. Karl Berg came to Cork with Captain Otto Berg.",
    "“It is a boat,” the general said.",
    "“A good boat.”",
    "Ines Falk waited on the quay.",
    "“It is late,” she said.",
    "He called it “a boat”.",
    "The Danish envoy Tove Lund met Falk.",
    "“We talked of nets and of ropes,” the Dane added.",
    "Asked about the soup, Falk smiled.",
    "“It was cold and it was red.”",
)


@pytest.mark.parametrize(
    ("question", "words", "kind", "at"),
    [
        ("What did General Berg say?", "Berg", "person", {1, 2}),
        ("What did Captain Berg say?", "Berg", "person", set()),
        ("What did Ines Falk say?", "Ines Falk", "person", {4, 5, 9}),
        ("What did the Danish envoy say?", "Danish envoy", "role", {7}),
    ],
)
def test_whose_sentences(
    diary: Archive, question: str, words: str, kind: str, at: set[int]
) -> None:
    party = Party.model_validate({"words": words, "kind": kind})
    asked = read_speakers(diary, party, described(party, question))
    speakers = with_holders(TEXTS, asked)

    def is_person(text: str) -> bool:
        return any(name in text for name in ("Berg", "Falk", "Lund"))

    assert {n for one in speakers for n in spoken(TEXTS, one, is_person)} == at


@pytest.mark.parametrize(
    ("question", "outcome", "told", "never"),
    [
        (
            "What did Anna Stone say about the eels in Cork?", "answered",
            ["they counted us"], ["soup", "ferry"],
        ),
        ("How did the U.N. envoy comment on the herring?", "answered", ["no weapon"], ["ferry"]),
        ("What did Pavel Orm say about the herring?", "not_in_archive", ["words of Pavel"], []),
        ("What did Karl Berg say about the ferry in Vik?", "not_in_archive", ["no words of"], []),
        (
            "Which newspaper reported that Orm had thrown a herring?", "answered",
            ["Harbour Gazette"], [],
        ),
        ("Which newspaper reported that Stone sold her yacht?", "not_in_archive", [], ["Gazette"]),
        (
            "Why did Stone and Berg never meet in Cork in May 2019?", "premise_corrected",
            ["took place", "7 May 2019"], [],
        ),
        pytest.param(
            "Why did Stone and Orm quarrel over a lighthouse?", "not_in_archive", [], [],
            marks=pytest.mark.xfail(reason="half of its words stand near"),
        ),
    ],
)  # fmt: skip
def test_answers(
    diary: Archive, question: str, outcome: str, told: list[str], never: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2020-01-01")
    assert answer.outcome == outcome, answer.text
    said = " ".join(one.text for one in answer.statements) + answer.text
    assert all(text in said for text in told)
    assert not any(text in " ".join(s.text for s in answer.statements) for text in never)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour Gazette had written that the ferry sank.", True),
        ("The story came from the Cork Tribune.", True),
        ("The ferry reported engine trouble.", False),
        ("The port of Cork has a post office.", False),
    ],
)
def test_sentences_that_name_an_outlet(text: str, names: bool) -> None:
    assert asks_for_outlet(text) is names


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Rut Berg sang in Cork. “It is late,” Berg said.", True),
        ("Karl Berg sang in Cork. “It is late,” Berg said.", False),
        ("“It is late,” said Berg.", False),
    ],
)
def test_an_article_may_be_of_a_namesake(diary: Archive, text: str, another: bool) -> None:
    party = Party(kind="person", words="Karl Berg")
    assert names_another(text, party, holdings_of(diary)) is another


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("What did Reed say about the sprat quota?", "answered"),
        ("What did Hale say about the sprat quota?", "not_in_archive"),  # a house is not hers
        ("What did Hale say about the herring tax?", "not_in_archive"),  # a clerk did
    ],
)
def test_a_house_speaks_for_whom_it_names(diary: Archive, question: str, outcome: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == outcome, answer.text
