"""Questions on what a story tells beside its meetings: of another time, in other words, by whose
word, before and after. Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.passages.called_otherwise import alternatives

STORIES = {
    "wire-lamp.txt": (
        "Lund back in Vik\n\n"
        "VIK, July 14, 2016. /NNA/. Minister Tove Lund landed at the Vik airfield on Thursday. She "
        "is to see envoy Karl Moe tomorrow.\n\n"
        "The last time Lund set foot in Vik was in March this year, when she was carrying a tall "
        "brass lantern. The fishermen made guesses about what might be wrong with the torch. "
        "Envoy Karl Moe, who received her at the mill, joked that he was sorry that Lund had to "
        "carry the lamp herself.\n\n"
        "Lund waved at the fishermen from a distance. But the only thing that she has brought this "
        "time is a list of proposals on herring.\n"
    ),
    "wire-crews.txt": (
        "Herring talks at the mill\n\n"
        "VIK, October 4, 2017. /NNA/. Minister Tove Lund and envoy Karl Moe held talks at the mill "
        "in Vik on Tuesday.\n\n"
        "“Our position is that all boats must be counted,” Lund said after the talks.\n\n"
        "Moe said the two sides had brought their lists of crews closer. All the participants of "
        "the herring talks share the opinion that the Anstruther and Pittenweem crews are pirates, "
        "he said.\n\n"
        "Moe made his usual statement that the harbour master should leave, but said at the talks "
        "the sides focused on the nets, not on the harbour master’s fate.\n\n"
        "Three ministers lunched at the mill on Wednesday.\n"
    ),
    "gazette-before.txt": (
        "Oslo on the quota\n\n"
        "OSLO, May 3, 2019. Norwegian Foreign Minister Anna Stone said on Friday that Norway would "
        "punish Latvia over the sprat quota.\n"
    ),
    "gazette-after.txt": (
        "Stone and Berg meet\n\n"
        "RIGA, May 10, 2019. Norwegian Foreign Minister Anna Stone met Latvian President Karl Berg "
        "in Riga on Thursday, May 9.\n\n"
        "After the talks Stone said that Norway is not seeking to punish Latvia over the sprat "
        "quota.\n"
    ),
    "letter-line.txt": (
        "A line and its years\n\n"
        "NARVA, August 8, 2022. The day was chosen for the 109th anniversary of the tramway, which "
        "was opened on May 13, 1913. The mayor ate a plum.\n"
    ),
}  # fmt: skip
ON = date(2023, 1, 6)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("content"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        # told as of its own time, in a report of another
        (
            "What sort of lamp did Lund carry when she came to Vik in March 2016?", "answered",
            ["lantern", "torch"],
        ),
        (
            "Did Lund come to Vik in March 2016 with a lantern or with a torch?", "answered",
            ["lantern", "torch"],
        ),
        ("What was opened in May 1913?", "answered", ["tramway"]),
        # by the word of one
        (
            "According to Moe after the mill talks, which crews did all the participants in the "
            "herring talks regard as pirates?", "answered", ["Anstruther"],
        ),
        (
            "What did the sides not focus on at the mill, according to Moe, although he repeated "
            "his usual words on it?", "answered", ["harbour master’s fate"],
        ),
        # before and after
        (
            "What did Norway say about punishing Latvia over the sprat quota before the Riga talks "
            "of May 2019, and what after them?", "conflicting", ["would punish", "not seeking"],
        ),
        (
            "In May 2019, did Norway say that it would punish Latvia over the sprat quota?",
            "conflicting", ["would punish", "not seeking"],
        ),
    ],
)  # fmt: skip
def test_what_a_story_tells(told: Archive, question: str, outcome: str, words: list[str]) -> None:
    answer = ask(told, question, asked_on=ON)
    said = " ".join(one.text for one in answer.statements)
    assert (answer.outcome, [word for word in words if word not in said]) == (outcome, [])


@pytest.mark.parametrize(
    "question",
    [
        "What gift did Lund bring Moe in March 2016?",  # of that time, and of something else
        "Where did Lund and Moe have dinner in March 2016?",
        "What did Lund say to the fishermen in March 2016?",
        "What sort of wine was served at the lunch at the mill?",
        "According to Moe, what did the lunch at the mill cost?",
        "What was opened in May 1914?",
    ],
)
def test_what_no_story_tells(told: Archive, question: str) -> None:
    answer = ask(told, question, asked_on=ON)
    assert (answer.outcome, answer.statements) == ("not_in_archive", ())


@pytest.mark.parametrize(
    ("question", "nouns"),
    [
        ("Was it a lantern or a torch?", ("lantern", "torch")),
        ("Did she come with a lantern or with a torch?", ("lantern", "torch")),
        ("Did she come by ferry?", ()),
    ],
)
def test_which_of_two_is_asked(question: str, nouns: tuple[str, ...]) -> None:
    assert alternatives(question) == nouns
