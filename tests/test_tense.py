"""The tense of the verb that governs a time."""

import pytest

from index.tense import find_tenses


@pytest.mark.parametrize(
    "sentence, tense",
    [
        ("The envoys met on Friday.", "past"),
        ("The envoys have met on Friday.", "past"),
        ("The envoys had met on Friday.", "past"),
        ("The talks were held on Friday.", "past"),
        ("The envoys will meet on Friday.", "future"),
        ("The envoys are to meet on Friday.", "future"),
        ("The envoys are due to meet on Friday.", "future"),
        ("The talks are scheduled for Friday.", "future"),
        ("The talks due Friday may fail.", "future"),
        ("The minister agreed to meet the envoy on Friday.", "future"),
        ("Ek said that he would come on Friday.", "future"),
        ("Ek said on Friday that he would come.", "past"),
        ("On Friday, Ek said he would come.", "past"),
        ("Ek said on Friday the boats would sail.", "past"),
        ("After talks with Moe, Ek told the Courier on Friday he will sail.", "past"),
        ("Ek told reporters talks will resume on Friday.", "future"),
        ("Ek said Friday's talks would last.", "future"),
        ("Talks that began on Friday will go on.", "past"),
        ("The pact announced Friday will cost much.", "past"),
        ("The talks have gone on since Friday.", "past"),
        ("The envoys are meeting on Friday.", "future"),
        ("The envoy had been due to sail on Friday.", "past"),
        ("The crew managed to land on Friday, and will rest.", "past"),
        ("Meeting on Friday", None),
    ],
)
def test_tense(sentence: str, tense: str | None) -> None:
    start = sentence.index("Friday")
    assert find_tenses(sentence, [(start, start + 6)], [True]) == [tense]


def test_two_times_of_one_sentence_have_each_their_own() -> None:
    sentence = "Ek said on Monday that the boats will sail on Friday."
    places = [(sentence.index(day), sentence.index(day) + 6) for day in ("Monday", "Friday")]
    assert find_tenses(sentence, places, [True, True]) == ["past", "future"]


def test_a_sentence_is_parsed_only_where_it_is_asked_for() -> None:
    sentence = "Ek slept on Monday and the boats will sail on Friday."
    assert find_tenses(sentence, [(12, 18)], [False]) == [None]
