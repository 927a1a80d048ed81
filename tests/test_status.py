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
        ("Berg will report when she returns from her talks with Stone.", "announced"),
        ("Berg smiled when she recalled her talks with Stone.", "held"),
        ("Berg to meet Stone in Oslo", "announced"),
        ("Berg was expected to visit Oslo.", "announced"),
        ("Berg arrived in Oslo for talks with Stone.", "announced"),
        ("Berg smiled before a meeting with Stone.", "announced"),
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
        ("The meeting with Stone, planned for Monday, did not take place.", "cancelled"),
        ("Berg postponed her visit to Oslo.", "postponed"),
        ("The meeting, scheduled for Friday, was postponed.", "postponed"),
        ("The visit has been put off until May.", "postponed"),
        ("The talks between Berg and Stone were called off.", "cancelled"),
        ("Berg cancelled a trip to Riga.", "cancelled"),
        ("Berg urged Stone to hold talks.", None),
        ("Berg refused to meet Stone.", None),
        ("The palace has ruled out Berg visiting Norway.", None),
        ("If they meet, Berg will protest.", None),
        ("Berg should meet Stone.", None),
        # what only makes one likely, asks for one or lets one go
        ("A truce would pave the way for talks between Berg and Stone.", None),
        ("The deal opens the door to a meeting between Berg and Stone.", None),
        ("The unions repeated the demand that Berg meet Stone.", None),
        ("Berg passed on a chance to meet Stone.", "denied"),
        ("Berg declined an invitation to meet Stone in Oslo.", "denied"),
        ("Berg dismissed the talks with Stone as pointless.", "held"),
        ("Berg dismissed reports that she had met Stone.", "denied"),
        # a verb beside it that tells of something else
        ("To close out the visit to Oslo, Berg spoke to the sailors.", "held"),
        ("Two strikes helped to overshadow the summit in Oslo.", "held"),
        # what "not" and "no" belong to
        ("Berg will not meet Stone.", "denied"),
        ("Berg has no plans to meet Stone.", "denied"),
        ("Berg does not plan to meet Stone.", "denied"),
        ("Berg left Oslo without meeting Stone.", "denied"),
        ("Berg rejected the plan after talks with Stone, which did not help.", "held"),
        ("There was no breakthrough at the talks between Berg and Stone.", "held"),
        ("Oslo does not seek to isolate Riga, Berg said after talks with Stone.", "held"),
        ("Berg denied the charge after talks with Stone.", "held"),
        ("Berg denied reports that she had met Stone.", "denied"),
        ("Berg not only met Stone but thanked him.", "held"),
        ("The talks between Berg and Stone did not end the strike.", "held"),
        ("Berg did not mention the strike during the talks with Stone.", "held"),
        ("Berg did not object to ministers meeting Stone.", None),
        ("Berg did not rule out a meeting with Stone.", "unconfirmed"),
        # confirmed, and not
        ("Oslo confirmed the visit on Monday.", "confirmed"),
        ("Oslo confirmed that Berg met Stone.", "held"),
        ("Oslo declined to confirm the visit.", "unconfirmed"),
        ("Oslo could not confirm that Berg met Stone.", "unconfirmed"),
        ("Berg mentioned the possibility of a meeting with Stone.", "unconfirmed"),
        ("A possible meeting between Berg and Stone worries Riga.", "unconfirmed"),
        ("Berg hopes to meet Stone.", "unconfirmed"),
        ("Berg is considering a visit to Riga.", "unconfirmed"),
        ("Berg will take part in the talks in Oslo, Riga confirmed.", "confirmed"),
        ("Riga has not confirmed that Berg will attend the summit.", "unconfirmed"),
        ("Oslo hopes that the visit will bring peace.", "announced"),
        ("The delay of the summit in Oslo worries Stone.", "postponed"),
        # begun
        ("Berg is holding talks with Stone.", "under_way"),
        ("Berg arrived in Oslo on Monday for a three-day visit.", "under_way"),
        ("Berg is in Oslo on an official visit.", "under_way"),
        ("Berg began a three-day visit to Riga on Monday.", "under_way"),
        ("Berg will arrive in Oslo for a three-day visit.", "announced"),
        ("The ongoing talks in Oslo worry Stone.", "under_way"),
        # past by what stands above
        ("Berg met Stone two days before the vote.", "held"),
        ("Berg toured the port before meeting Stone.", "held"),
        ("Following a meeting with Stone, Berg flew home.", "held"),
        ("Berg was the first envoy to visit Riga.", "held"),
        ("Berg managed to meet Stone in Oslo.", "held"),
        ("Berg asked for a record of the talks with Stone.", "held"),
        ("The talks, which took place in Oslo, will anger Riga.", "held"),
        # ahead by what stands above
        ("Berg was to visit Riga on Friday.", "announced"),
        ("Berg had been due to meet Stone.", "announced"),
        ("The talks, which will begin in May, anger Riga.", "announced"),
        ("Berg will travel to Oslo, meeting Stone.", "announced"),
        ("Berg left for Oslo on the eve of talks with Stone.", "announced"),
        ("Ships should be on the agenda at the summit in Oslo.", "announced"),
        ("Oslo may raise the herring at the summit.", "announced"),
        ("The sides agreed to convene a meeting in Oslo on 18 May.", "announced"),
        ("While Berg meets Stone, sailors will gather in the port.", "announced"),
        ("Berg, en route to talks with Stone, hailed the deal.", "announced"),
        ("Berg is looking forward to meeting Stone.", "announced"),
        # a journey that is over, what was done right before, and a round of what is to come
        ("It included a secret trip to Oslo by Berg to meet with Stone.", "held"),
        ("Berg took office on Tuesday after travelling to Oslo to meet with Stone.", "held"),
        ("Berg went to Oslo to pick up Lund before meeting with Stone.", "held"),
        ("Berg signed the deal immediately before the meeting with Stone.", "held"),
        ("Berg cancelled a trip to Oslo to meet Stone.", "cancelled"),
        ("The forthcoming round of the talks with Stone worries Berg.", "announced"),
        ("Berg will do more today, including a meeting with Stone.", "announced"),
        ("Berg will sail on Friday when the ministers meet in Oslo.", "announced"),
        ("Berg is currently in Norway meeting with Stone.", "under_way"),
        ("Berg will attend a lunch with Lund, followed by a meeting with Stone.", "announced"),
        ("Berg became the latest member of the Board to visit Riga.", "held"),
        ("Berg has yet to meet Stone.", "denied"),
        # stopped for a time
        ("Berg froze talks with Stone in May.", "postponed"),
        ("Berg has suspended the talks with Stone.", "postponed"),
        ("Berg declined to comment or to confirm the meeting with Stone.", "unconfirmed"),
        # only ready, only asked, only if
        ("Berg said she was prepared to meet Stone.", None),
        ("Berg is ready to hold talks with Stone.", None),
        ("Berg is not willing to meet Stone.", "denied"),
        ("Berg prepares to meet Stone.", "announced"),
        ("Berg begged Stone to hold talks.", None),
        ("As a precondition for a meeting with Stone, Berg wants a map.", None),
        ("Any meeting with Stone would anger Berg.", None),
        ("It was unclear whether Berg planned to meet Stone.", None),
        # asked
        ("The port threatened to close, but Berg has met Stone.", "held"),
        ("Berg made an appeal for talks with Stone.", None),
        ("Will Berg meet Stone?", None),
        ("The visit will not be cancelled.", "announced"),
        ("The visit, which was postponed in May, worries Oslo.", "postponed"),
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
