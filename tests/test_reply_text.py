"""What a language model wrote, read as claims: a text, and what must come out."""

import pytest

from eval.cues import DECLINES
from eval.reply import Cited
from eval.reply_text import read_claims, says_nothing

SOURCES = tuple(Cited(article_id=x, start=0, end=1, quote=x) for x in "ab")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It opened in May [2].", [("It opened in May.", "b")]),
        (
            "It opened in May [2]. Berg cut the ribbon [1, 2].",
            [("It opened in May.", "b"), ("Berg cut the ribbon.", "ab")],
        ),
        ("According to Source 1, it opened.", [("According to, it opened.", "a")]),
        ("It opened in May.", [("It opened in May.", "")]),
        ("It opened [7].", [("It opened.", "?")]),  # there is no seventh source
        ("", []),
    ],
)
def test_claims_and_what_they_cite(text: str, claims: list[tuple[str, str]]) -> None:
    read, cited = read_claims(text, SOURCES)
    assert [
        (claim.text, "".join(cited[at].article_id or "?" for at in claim.citations))
        for claim in read
    ] == claims
    assert {at for claim in read for at in claim.citations} == set(range(len(cited)))


@pytest.mark.parametrize("text", [example for _, example in DECLINES])
def test_every_cue_reads_its_own_example(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text", ["The ferry carried 300 people [1].", "Berg did not sign the paper [1].", "No [2]."]
)
def test_an_answer_is_no_refusal(text: str) -> None:
    assert not says_nothing(text)
