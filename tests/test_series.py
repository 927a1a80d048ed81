"""Meetings whose people no report names, put off and held, and people told by their office alone;
every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask
from qa.telling.gate_claims import find_fault

STORIES = {
    "wire-may.txt": (
        "A summit for Hofn\n\n"
        "HOFN, May 6, 2019. A summit on the herring quota will take place in Hofn on June 4, the "
        "port authority announced on Monday.\n"
    ),
    "wire-june.txt": (
        "Hofn put off\n\n"
        "HOFN, June 1, 2019. The summit in Hofn on June 4 has been postponed. The ice is late, "
        "the harbour office said. The new date is July 9.\n"
    ),
    "wire-july.txt": (
        "Herring divided\n\n"
        "HOFN, July 10, 2019. The summit on the herring quota was held in Hofn on Tuesday. It was "
        "over by noon.\n"
    ),
    "tribune-march.txt": (
        "Nets\n\n"
        "VIK, March 5, 2019. Norwegian Foreign Minister Sigrun Aasen met Danish Fisheries "
        "Minister Pavel Orm in Vik on Tuesday.\n"
    ),
    "tribune-april.txt": (
        "A dinner\n\n"
        "AARHUS, April 26, 2019. Danish Prime Minister Kirsten Toft received the Norwegian "
        "foreign minister in Aarhus on Friday.\n"
    ),
    "tribune-orm.txt": (
        "Orm in Vik\n\n"
        "VIK, April 12, 2019. Danish Fisheries Minister Pavel Orm met the Icelandic president in "
        "Vik on Thursday.\n"
    ),
    "gazette-plan.txt": (
        "Toft to see Falk\n\n"
        "HOFN, September 2, 2019. Danish Prime Minister Kirsten Toft will meet Icelandic "
        "President Ines Falk in Hofn on September 12.\n"
    ),
    "gazette-held.txt": (
        "Toft and Falk\n\n"
        "HOFN, September 13, 2019. Danish Prime Minister Kirsten Toft met Icelandic President "
        "Ines Falk in Hofn on Thursday.\n"
    ),
    "gazette-south.txt": (
        "A guest from the south\n\n"
        "RIBE, November 8, 2019. Danish Fisheries Minister Pavel Orm met Swedish Fisheries "
        "Minister Dahl in Ribe on Thursday.\n"
    ),
    "gazette-other.txt": (
        "Another Toft\n\n"
        "BERGEN, October 3, 2019. The skipper Aksel Toft met Norwegian Foreign Minister Sigrun "
        "Aasen in Bergen on Wednesday.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("series"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was the Hofn summit held?", ["A summit took place in Hofn on 9 July 2019."]),
        ("List the summits of 2019.", ["4 June 2019 was postponed", "took place in Hofn"]),
        (
            "Trace the Hofn summit.",
            [
                "on 6 May 2019 as announced", "on 1 June 2019 as postponed",
                "“The new date is July 9.”", "on 10 July 2019 as held",
            ],
        ),
        (
            "How many days lay between Toft's meeting with Falk in Hofn and the summit in Hofn?",
            ["9 July 2019", "12 September 2019", "it is 65 days"],
        ),
        (
            "Everyone Falk met in 2019",
            ["Pavel Orm met president of Iceland (unnamed) in Vik", "Kirsten Toft met Ines Falk"],
        ),
        ("How did the plan for the herring quota summit change?", ["announced", "July 9", "held"]),
        ("How many meetings did Falk have in September 2019?", ["one such meeting as held"]),
        ("Which meetings are scheduled for this week?", ["Hofn on 12 September 2019"]),
        ("When did Toft meet Aasen in Bergen?", ["Aksel Toft met Sigrun Aasen", "2 October 2019"]),
    ],
)  # fmt: skip
def test_they_are_told_all_the_same(diary: Archive, question: str, told: list[str]) -> None:
    answer = ask(diary, question, asked_on="2019-09-09")
    at = [answer.text.find(words) for words in told]
    assert answer.outcome is Outcome.ANSWERED and -1 not in at, answer.text
    assert at == sorted(at), "in order"


def test_what_was_held_is_not_only_announced(diary: Archive) -> None:
    answer = ask(diary, "Which meetings of September 2019 were only announced?")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    ("said", "spoiled"),
    [
        ("9 July", "10 July"),
        ("Hofn", "Vik"),
        ("A summit", "A visit"),
        ("A summit took place", "It was announced that a summit would take place"),
    ],
)
def test_a_spoiled_sentence_of_nobody_does_not_pass(
    diary: Archive, said: str, spoiled: str
) -> None:
    answer = ask(diary, "When was the Hofn summit held?")
    claim = next(one for one in answer.statements if one.text.startswith("A summit"))
    wrong = claim.model_copy(update={"text": claim.text.replace(said, spoiled)})
    assert find_fault(diary, claim, answer.citations) is None
    assert find_fault(diary, wrong, answer.citations)


@pytest.mark.parametrize("named", ["not Dahl", "Marit Dahl"])
def test_no_word_is_put_to_a_name(diary: Archive, named: str) -> None:
    answer = ask(diary, "When did Orm meet Dahl in Ribe?")
    claim = next(one for one in answer.statements if "7 November 2019" in one.text)
    wrong = claim.model_copy(update={"text": claim.text.replace("Dahl", named)})
    assert find_fault(diary, claim, answer.citations) is None
    assert "is called" in (find_fault(diary, wrong, answer.citations) or "")
