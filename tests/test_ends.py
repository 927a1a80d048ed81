"""Who met whom where several are named: companions, those met, records of one event, what is told
of what some met for; invented stories.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "oslo.txt": (
        "Oslo talks\n\nOSLO, March 5, 2019. Karl Berg and Anna Stone held talks with Tove Lund in "
        "Oslo on Monday, March 4. The talks were short.\n"
    ),
    "riga.txt": (
        "A walk\n\nRIGA, April 3, 2019. Pavel Orm and Ines Falk met Jonas Moe in Riga on Tuesday, "
        "April 2. They spoke of nets.\n"
    ),
    "cork.txt": (
        "Three at the table\n\nCORK, May 8, 2019. Karl Berg, Ines Falk and Jonas Moe met in Cork "
        "on Tuesday, May 7. They spoke of eels.\n"
    ),
    "vik.txt": (
        "On tour\n\nVIK, June 6, 2019. Tove Lund and Pavel Orm visited Vik on Wednesday, June 5. "
        "They saw the harbour.\n"
    ),
    "hofn.txt": (
        "Directors\n\nHOFN, July 3, 2019. Anna Stone and Jonas Moe held talks on Tuesday, July 2, "
        "with the directors of the port of Hofn.\n"
    ),
    "bergen.txt": (
        "Cod\n\nBERGEN, August 7, 2019. Tove Lund met Ines Falk in Bergen on Tuesday, August 6, "
        "and the two did not speak of it. Lund met Falk to settle the quota for cod.\n"
    ),
    "rauma.txt": (
        "Nets\n\nRAUMA, August 9, 2019. Ivo Holm met Una Dahl in Rauma on Thursday, August 8, with "
        "a goal of reviving the talks on nets. Holm then met Olaf Krog with a bunch of roses.\n"
    ),
    "vaasa.txt": (
        "Brass\n\nVAASA, September 4, 2019. Karl Berg met Pavel Orm in Vaasa on Tuesday, "
        "September 3, to the sound of brass bands.\n"
    ),
    "words.txt": (
        "Words and deeds\n\nOSLO, November 6, 2019. Ines Falk met Anna Stone in Oslo on Tuesday, "
        "November 5.\n"
    ),
    "news.txt": (
        "Stone at work\n\nOSLO, October 9, 2019. Anna Stone met Latvian officials, her office "
        "said.\n"
    ),
    "dated.txt": (
        "Stone again\n\nOSLO, October 9, 2019. Anna Stone met Latvian fisheries officials "
        "on Monday, October 7.\n"
    ),
    "six.txt": (
        "Six at table\n\nRIGA, January 16, 2020. Six club directors met Karl Berg in Riga on "
        "Tuesday, January 14. They ate well.\n"
    ),
    "rolf.txt": (
        "A captain\n\nVIK, January 20, 2020. Captain Rolf Six said the ice was thin. Six said so "
        "twice.\n"
    ),
    "benny.txt": (
        "A baker\n\nVIK, January 21, 2020. Baker Benny Six said the bread was sold. Six said he "
        "would bake more.\n"
    ),
    "timber.txt": (
        "Timber\n\nOSLO, October 16, 2019. Anna Stone discussed Latvian timber at a meeting with "
        "Danish bankers on Tuesday, October 15.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("ends"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told", "never"),
    [
        (  # those before the verb met those behind it
            "When did Karl Berg meet Tove Lund?",
            "Karl Berg and Anna Stone held talks with Tove Lund in Oslo on 4 March 2019.",
            "each other",
        ),
        (
            "Whom did Pavel Orm meet in Riga?",
            "Pavel Orm and Ines Falk met Jonas Moe in Riga on 2 April 2019.",
            "each other",
        ),
        (  # no one is behind it: all met
            "When did Karl Berg meet Ines Falk?",
            "Karl Berg, Ines Falk and Jonas Moe met in Cork on 7 May 2019.",
            "each other",
        ),
        (  # companions are not told to have met
            "Did Pavel Orm meet Ines Falk?",
            "The archive does not say that they met each other. The nearest that it has: Pavel Orm "
            "and Ines Falk met Jonas Moe in Riga on 2 April 2019.",
            "Pavel Orm met Ines Falk",
        ),
        ("When did Karl Berg meet Anna Stone?", "does not say that they met each other", "Yes"),
        ("Did Tove Lund meet Pavel Orm?", "Tove Lund and Pavel Orm paid a visit", "Lund met Pavel"),
        (
            "When did Anna Stone meet Jonas Moe?",
            "Anna Stone and Jonas Moe held talks on 2 July 2019.",
            "held talks with Jonas Moe",
        ),
        (  # who asks of both together is told of both together
            "When did Karl Berg and Anna Stone hold talks?",
            "Karl Berg and Anna Stone held talks with Tove Lund in Oslo on 4 March 2019.",
            "each other",
        ),
        ("What did Tove Lund and Ines Falk discuss?", "to settle the quota for cod", "not say"),
        ("What did Ivo Holm and Una Dahl discuss?", "with a goal of reviving the talks", "not say"),
        ("What did Ivo Holm and Olaf Krog discuss?", "does not say what it was about", "“"),
        ("What did Karl Berg and Pavel Orm discuss?", "does not say what it was about", "“"),
        (  # one event told twice, once without its day
            "Whom did Anna Stone meet in October 2019?",
            "Anna Stone met Latvian fisheries officials on 7 October 2019.",
            "in the week to",
        ),
        (  # what others discussed with her is no talk of theirs
            "What did Anna Stone and Latvian fisheries officials discuss?",
            "Latvian fisheries officials",
            "timber",
        ),
        ("What did Anna Stone and the Danish bankers discuss?", "timber", "not say"),
        ("Where did Six club directors meet Karl Berg?", "in Riga on 14 January 2020", "Who is"),
        ("When did Anna Stone meet Ines Falk?", "on 5 November 2019", "each other"),
    ],
)
def test_those_who_met_are_told_from_their_companions(
    diary: Archive, question: str, told: str, never: str
) -> None:
    text = ask(diary, question, asked_on="2020-06-01").text
    assert told in text
    assert never not in text
