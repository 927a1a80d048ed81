"""The last meeting held, offices by their holders, days told by passages; invented stories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "gazette-riga.txt": (
        "Berg and Stone meet\n\n"
        "RIGA, March 16, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna "
        "Stone in Riga on Thursday, March 14. They spoke of herring.\n"
    ),
    "wire-june.txt": (
        "A talk about eels\n\n"
        "June 8, 2019. Anna Stone met Karl Berg on Friday, June 7, her ministry said.\n"
    ),
    "tribune-july.txt": (
        "Next in Cork\n\n"
        "CORK, June 20, 2019. Norwegian Foreign Minister Anna Stone will meet Latvian President "
        "Karl Berg in Cork on July 9.\n"
    ),
    "wire-falk.txt": (
        "Orm and Falk on the quay\n\n"
        "VIK, August 6, 2019. Danish Fisheries Minister Pavel Orm met Icelandic Fisheries Minister "
        "Ines Falk in Vik on Monday, August 5. They agreed on nets.\n"
    ),
    "letter-nets.txt": (
        "Letters\n\n"
        "VIK, September 20, 2019. The second nets talks, in Hofn on September 17, ended without a "
        "text. Nobody minded.\n"
    ),
    "tribune-falk.txt": (
        "Falk in Cork\n\n"
        "CORK, September 25, 2019. Ines Falk met Tove Lund in Cork on Tuesday, September 24.\n"
    ),
    "wire-baku.txt": (
        "To the spa\n\n"
        "COPENHAGEN, October 1, 2019. Pavel Orm will meet his Icelandic colleague in Bergen on "
        "October 9.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("facts"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told", "never"),
    [
        (
            "Where did Stone and Berg last meet?", "not_in_archive",
            ["does not say where", "7 June 2019", "announced", "9 July 2019"], ["Riga"],
        ),
        (
            "When did Stone and Berg last meet?", "answered",
            ["7 June 2019", "announced", "9 July 2019"], ["14 March"],
        ),
        ("Where did Stone and Berg first meet?", "answered", ["Riga"], ["Cork"]),
        (
            "How many meetings did the Icelandic fisheries minister have with colleagues in "
            "September 2019?",
            "answered", ["one such meeting as held", "Tove Lund", "24 September 2019"], [],
        ),
        (
            "How many days lay between the meeting of Orm and Falk in Vik and the talks in Hofn?",
            "answered", ["43 days"], [],
        ),
        (
            "Which came first, the meeting of Falk and Lund or the talks in Hofn?", "answered",
            ["In order of date", "17 September 2019", "24 September 2019"], [],
        ),
        ("did orm meet his icelandic colleague in bergen?", "only_planned", ["9 October"], []),
        (
            "What did Orm and Stone agree on in Vik on 5 August 2019?", "premise_corrected",
            ["no such", "Ines Falk"], [],
        ),
    ],
)  # fmt: skip
def test_what_is_told(
    diary: Archive, question: str, outcome: str, told: list[str], never: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert not [words for words in told if words not in answer.text], answer.text
    assert not [words for words in never if words in answer.text], answer.text


OF_THREE = {
    "plan.txt": (
        "Palace confirms talks\n\nHELSINKI, May 2, 2018. The palace has confirmed that Finnish "
        "President Eino Salo will receive Danish Prime Minister Mads Krog in Helsinki on May 4. "
        "Danish Foreign Minister Lene Dahl would also be at the meeting, palace spokesman Tor Vik "
        "said.\n"
    ),
    "held.txt": (
        "Herring over three hours\n\nHELSINKI, May 5, 2018. Finnish President Eino Salo, Danish "
        "Prime Minister Mads Krog and Danish Foreign Minister Lene Dahl held talks in Helsinki on "
        "Friday. They spoke of herring.\n\n"
        "Besides buying a hat, Krog held talks with Finnish President Eino Salo in Helsinki on "
        "Friday.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Did Krog hold talks with Salo on 4 May 2018?", "buying a hat"),
        ("When did Krog hold talks with Salo in May 2018?", "buying a hat"),
        ("Who was to be at the Helsinki meeting of 4 May 2018 according to the palace's "
         "confirmation?", "palace has confirmed"),
        ("Whom was Salo to receive on 4 May 2018?", "palace has confirmed"),
        ("Did Krog hold talks with Salo and Dahl on 4 May 2018?", None),
        ("Who met in Helsinki on 4 May 2018?", None),
    ],
)  # fmt: skip
def test_what_is_quoted_is_the_nearest_to_what_is_asked(
    tmp_path: Path, question: str, quoted: str | None
) -> None:
    with build_diary(tmp_path, OF_THREE) as archive:
        answer = ask(archive, question, asked_on="2019-01-01")
    assert answer.outcome == "answered", answer.text
    own = [one.text for one in answer.statements if one.text.startswith("“")]
    if quoted:
        assert quoted in own[0], answer.text
    else:
        assert "Lene Dahl held talks" in own[0], answer.text


NEXT_SENTENCE = (
    "Costs settled\n\n"
    "OSLO, May 14, 2019. The two towns will share the cost of the pier, Norwegian Foreign Minister "
    "Rolf Moe said on Tuesday, a day after meeting his Latvian counterpart in Riga.\n\n"
    "“Yesterday we needed one page,” he said of the talks with Ivo Marsh, which were moved on "
    "board a ferry.\n"
)


def test_who_is_named_by_the_next_sentence_alone_is_told_by_both(tmp_path: Path) -> None:
    with build_diary(tmp_path, {"wire.txt": NEXT_SENTENCE}) as archive:
        answer = ask(archive, "Whom did the Norwegian foreign minister meet on 13 May 2019?")
    assert answer.statements[0].text == "Rolf Moe met Ivo Marsh in Riga on 13 May 2019."
    assert len(answer.statements[0].citations) == 2
