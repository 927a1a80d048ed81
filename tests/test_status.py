"""What a sentence says became of a meeting, a row for each way of saying it."""

import pytest

from index.mention_cues import NOUNS, VERBS
from index.parse import parse
from index.status import judge

LEMMAS = {cue.lemma for cue in VERBS} | set(NOUNS)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Berg met Stone in Oslo on Monday.", "held"),
        ("Three ministers held talks here on Tuesday, officials said.", "held"),
        ("Berg and Stone had met in Riga in May.", "held"),
        ("Berg said after talks with Stone that she was pleased.", "held"),
        ("Berg meets Stone in Oslo", "held"),
        ("Berg will meet Stone on Friday.", "announced"),
        ("Berg is to meet Stone on Friday.", "announced"),
        ("Berg is due to hold talks with Stone.", "announced"),
        ("Berg agreed to meet Stone.", "announced"),
        ("Berg to meet Stone in Oslo", "announced"),
        ("Berg was expected to visit Oslo.", "announced"),
        ("Berg arrived in Oslo for talks with Stone.", "announced"),
        ("Berg spoke before a meeting with Stone.", "announced"),
        ("The planned summit worries Berg.", "announced"),
        ("She said she would visit Oslo in June.", "announced"),
        ("The meeting scheduled for Friday will take place in Oslo.", "announced"),
        ("Anna Berg will come to Oslo and meet Karl Stone.", "announced"),
        ("Oslo confirmed that Berg will meet Stone on Friday.", "confirmed"),
        ("The ministry has not confirmed the visit.", "unconfirmed"),
        ("Berg may meet Stone next week.", "unconfirmed"),
        ("Berg reportedly met Stone in Oslo.", "unconfirmed"),
        ("The ministers are meeting in Oslo.", "under_way"),
        ("Talks between Berg and Stone are under way.", "under_way"),
        ("The ministry denied that Berg had met Stone.", "denied"),
        ("Berg did not meet Stone.", "denied"),
        ("She never met Stone.", "denied"),
        ("There was no meeting between Berg and Stone.", "denied"),
        ("The meeting with Stone, planned for Monday, did not take place.", "denied"),
        ("Berg postponed her visit to Oslo.", "postponed"),
        ("The meeting, scheduled for Friday, was postponed.", "postponed"),
        ("The visit has been put off until May.", "postponed"),
        ("The talks between Berg and Stone were called off.", "cancelled"),
        ("Berg cancelled a trip to Riga.", "cancelled"),
        ("Berg urged Stone to hold talks.", None),
        ("Berg refused to meet Stone.", None),
        ("If they meet, Berg will protest.", None),
        ("Berg should meet Stone.", None),
        pytest.param("No date has been set for the visit.", None, marks=pytest.mark.xfail(
            reason="that no date is set does not say whether the visit is agreed")),
    ],
)  # fmt: skip
def test_status(sentence: str, status: str | None) -> None:
    (doc,) = parse([sentence])
    trigger = next(token for token in doc if token.lemma_.lower() in LEMMAS)
    verdict = judge(doc, trigger)
    assert (verdict and verdict.status.value) == status
    assert verdict is None or 0 <= verdict.told_by < len(doc)
