"""Which sentence is told where a question has two parts, asks for several names, or counts in other
words than the report. Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.both_parts import split_parts
from qa.passages.features import of_kind
from qa.passages.two_parts import split_in_two
from qa.question.looked_for import read_question

STORIES = {
    "wire-pier.txt": (
        "Pilots and mayor on the pier\n\n"
        "VIK, March 5, 2019. /NNA/. The pilots of Vik insisted on Tuesday that the pier must be "
        "closed at once. Mayor Tove Lund said that the pier should stay open until the herring is "
        "landed.\n\n"
        "Oslo has made shifts in its position on the Blue Anchor and Sea Holly crews. Norway "
        "has told the crews nothing.\n\n"
        "Port clerk Ola Moe tweeted that “the mayor waved at some folks on the pier today.”\n"
    ),
    "wire-herring.txt": (
        "Herring group to meet\n\n"
        "RIGA, March 6, 2019. /NNA/. Norway and Latvia sponsor the Herring Support Group. The "
        "9-nation group is planning to gather in Riga in May.\n\n"
        "The group owns a bell, a boat and four nets.\n"
    ),
    "wire-lock.txt": (
        "Crew of the Brig Alma lands\n\n"
        "LARVIK, June 4, 2019. /NNA/. Harbour chief Karl Berg met the crew of the Brig Alma on the "
        "quay and shook every hand. He then spent half an hour with skipper Rolf Dahl in the "
        "customs shed, going through the log. The soup had gone cold.\n\n"
        "Larvik's fish market will trade on Mondays and Thursdays from 7 a.m., and crates worth "
        "less than 90 kroner cross without a form. From July 1 Norway will send daily readings "
        "from the tide gauge at Larvik to Riga, and two surveyors will visit before the end of "
        "July.\n\n"
        "Norway and Denmark drew their shelf line on May 8, 1971.\n"
    ),
    "letter-tower.txt": (
        "Tea in the tower\n\n"
        "TURKU, August 7, 2019. Sofie Falk, the Estonian minister's aide, says that they did meet. "
        "“The minister met her Latvian counterpart on Tuesday in the rose garden, for twenty "
        "minutes,” Falk told reporters. “They drank tea.”\n\n"
        "According to Falk, neither side will send a tug within two miles of Hanko.\n\n"
        "Baker Jens Moe was called in for the tea at the Turku lunch, and told that the town would "
        "stand behind a loan of 9,000 euros.\n"
    ),
    "dinner-ribe.txt": (
        "Five dine in Ribe\n\n"
        "RIBE, September 3, 2019. /NNA/. Five foreign ministers met in Ribe on Monday. Sea captain "
        "Otto Falk was not asked.\n"
    ),
}  # fmt: skip
ON = date(2019, 6, 1)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("parts"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "The pier, March 2019: compare what the pilots insisted on with what Mayor Lund said.",
            ["closed at once", "stay open"],
        ),
        (
            "What did the pilots insist on, and what did Mayor Lund say of the pier?",
            ["closed at once", "stay open"],
        ),
        # the sentence that names two, of a country by another of its names
        (
            "On which two crews was Norwegian policy said to have shifted by March 2019?",
            ["Blue Anchor", "Sea Holly"],
        ),
        # counted in other words
        ("How many countries belong to the herring group that Norway sponsors?", ["9-nation"]),
        # what opens a sentence with a capital, and a name that is a verb in the report
        ("Who tweeted about folks on the pier? Spelling matters.", ["Ola Moe"]),
        ("Which clerk wrote on Twitter that the mayor waved at folks on the pier?", ["Ola Moe"]),
        # the second part leans on the first, and is told by the same article in other words
        (
            "Who met the crew of the Brig Alma, and how long did he talk to the skipper?",
            ["Karl Berg", "half an hour"],
        ),
        (
            "Where did Berg go through the log with Dahl, and what had gone cold?",
            ["customs shed", "soup"],
        ),
        (
            "On which days will the market of Larvik trade, and below what value with no form?",
            ["Mondays and Thursdays", "90 kroner"],
        ),
        (
            "Who was called in for the tea at the Turku lunch, and how big a loan was he told of?",
            ["Jens Moe", "9,000"],
        ),
        # from a day, and as somebody tells it
        ("From which day will Norway send gauge readings to Riga?", ["1 July 2019"]),
        ("Where did Sofie Falk say the two ministers had met?", ["rose garden"]),
        ("How long did Sofie Falk say the two ministers had met?", ["twenty minutes"]),
    ],
)
def test_the_sentence_that_tells_it(told: Archive, question: str, words: list[str]) -> None:
    answer = ask(told, question, asked_on=ON)
    said = " ".join(one.text for one in answer.statements)
    assert (answer.outcome, [word for word in words if word not in said]) == ("answered", [])


@pytest.mark.parametrize(
    "question",
    [
        "How many drivers belong to the herring group that Norway sponsors?",
        "What did the pilots insist on in Stavanger?",
        "What did Merkley tell the pilots about the pier?",
        "Where did the Chilean envoy say the two ministers had met?",  # not where five others did
        # neither Falk met him, so it need not be told which is meant
        "On what day in 2019 did Falk meet the Chilean foreign minister about tugs?",
    ],
)
def test_what_no_sentence_tells(told: Archive, question: str) -> None:
    answer = ask(told, question, asked_on=ON)
    assert (answer.outcome, answer.statements) == ("not_in_archive", ())


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Who met the crew, and by whom was he sent?",
            ("Who met the crew?", "By whom was he sent?"),
        ),
        (
            "The lunch in Oslo: where was it and how long did it last?",
            ("The lunch in Oslo: where was it?", "How long did it last?"),
        ),
        ("When and where did Berg meet Stone?", None),
        ("Did Berg say when and where he met Stone?", None),
        ("Who met Berg and Stone in Oslo?", None),
    ],
)
def test_the_parts_of_a_question(question: str, parts: tuple[str, str] | None) -> None:
    assert split_parts(question) == parts


def test_a_line_with_a_third_country(told: Archive) -> None:
    answer = ask(told, "Which day did Norway and Latvia agree their shelf line?", asked_on=ON)
    assert not answer.statements or "1971" not in answer.statements[0].text.split("“")[0]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "The quota: compare what Oslo asked with what Riga gave.",
            ("The quota: what Oslo asked", "The quota: what Riga gave"),
        ),
        (
            "How did the pilots' demand differ from the mayor's offer?",
            ("the pilots' demand", "the mayor's offer"),
        ),
        (
            "What did Oslo offer, and what did Riga ask?",
            ("What did Oslo offer", "what did Riga ask"),
        ),
        ("What does the crossing cost now, and what will it cost then?", ()),  # of one thing
        ("What did Oslo and Riga offer?", ()),
    ],
)
def test_a_question_in_two_parts(question: str, parts: tuple[str, ...]) -> None:
    assert split_in_two(question) == parts


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("What specific demands did the rowers make?",
         "They asked for dry boots, a longer break, new ropes and a bell.", 1.0),
        ("What specific demands did the rowers make?",
         "Their demands, the mayor said, were fair.", 0.0),
        ("Which two crews were named?", "The Blue Anchor and the Sea Holly crews were named.", 1.0),
        ("Which two crews were named?", "Anna Berg and Karl Stone were there.", 0.5),
        ("Which two crews were named?", "The crews were named.", 0.0),
    ],
)  # fmt: skip
def test_a_sentence_with_what_is_asked_for(question: str, text: str, fits: float) -> None:
    assert of_kind(read_question(question, asked_on=ON), text)["fits"] == fits
