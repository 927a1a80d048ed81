"""Which reports are surely of a meeting, and which tell neither a day nor who met."""

import pytest

from tests.reports import names_of, report


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg met Karl Stone while she studied law.",
        "Anna Berg met Karl Stone at law school.",
        "Anna Berg never sang until she met Karl Stone.",
        "Anna Berg met her husband, Karl Stone, in Riga.",
        "This is Anna Berg's fourth visit to Riga.",
        "Anna Berg received the Harbour Prize from Karl Stone.",
        "It is time for Anna Berg and Karl Stone to meet the serious challenges.",
        "Anna Berg talks shop with Karl Stone.",
        "Anna Berg and Karl Stone ended the first round in fourth place.",
        "The new harbour is a matter of negotiation between Norway and Latvia.",
        "Leaders met on Monday.",
        "Anna Berg received more than half of the votes in Karl Stone's town.",
        "Anna Berg and Karl Stone met at a regatta while they studied.",
        "The envoy spoke of ways of reviving talks between Anna Berg and Karl Stone.",
        "Oslo's engineers chose the paint, said Anna Berg, an engineer at Summit.",
        # with the press, by the police, with oneself, in a film, by habit
        "Anna Berg, who spoke with the Harbour News over a video call, fears the flood.",
        "Anna Berg spoke with sailor Karl Stone and reporter Tove Lund.",
        "Speaking to Karl Stone, Anna Berg said the port is old.",
        "Officers talked to Anna Berg and Karl Stone about the theft.",
        "Anna Berg often talked to herself about Karl Stone.",
        "Anna Berg of Stone, Ports and Ships talks about the bill.",
        "After conversations with Nils (Karl Stone), Anna Berg leaves the port.",
        "Anna Berg holds weekly meetings with Karl Stone.",
        "On the podcast, Anna Berg has a conversation with Karl Stone.",
        "Anna Berg's team is talking about what Karl Stone wants.",
        "Anna Berg strives to meet U.S. complaints about Karl Stone.",
        "Anna Berg received endorsements from Karl Stone.",
        "Anna Berg began private lunches with Karl Stone.",
        # on a stage, at a wedding, in a picture; what goes on as it did; a call that never came
        "Anna Berg spoke on stage with Karl Stone.",
        "Anna Berg and Karl Stone danced at the wedding reception.",
        "Anna Berg got a warm reception from Karl Stone.",
        "Anna Berg and Karl Stone sit on a lawn with their children.",
        "Anna Berg will continue to talk with Karl Stone.",
        "Members of the Harbour Board who speak with Karl Stone often told Anna Berg so.",
        "Anna Berg spoke with Karl Stone on almost a daily basis.",
        "The strike is what Anna Berg and Karl Stone talked about.",
        "Anna Berg has hosted 152 visits of Karl Stone in Riga.",
        "Two kings made state visits to Riga: Karl Stone in 2003 and Ivo Marsh in 2011.",
        "President Anna Berg spoke to reporters during a day of negotiations.",
        "Anna Berg never received a call from Karl Stone.",
        "Anna Berg and Karl Stone meet a boy dressed as a guard.",
        "The rowers await the visit of Harbour United, who fear relegation.",
    ],
)
def test_no_meeting(text: str) -> None:
    told = [m for m in report(f"The port is old. Since 2011 it has rusted. {text}") if m]
    assert [m for m in told if m.when is None or m.when.basis != "news"] == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Berg will meet Karl Stone.", ["Anna Berg", "Karl Stone"]),
        ("Anna Berg will visit Riga.", ["Anna Berg"]),
        ("Anna Berg postponed a visit to Riga.", ["Anna Berg"]),
        ("A meeting of the Harbour Board was scheduled, too.", ["Harbour Board"]),
        ("Anna Berg may hold talks in Riga.", ["Anna Berg"]),
        # near misses of what is no meeting
        (
            "Anna Berg will speak with Karl Stone on the stage's future.",
            ["Anna Berg", "Karl Stone"],
        ),
        ("Anna Berg and Karl Stone will meet face to face.", ["Anna Berg", "Karl Stone"]),
        (
            "Anna Berg and Karl Stone will meet the parents of two boys.",
            ["Anna Berg", "Karl Stone", "parents of two boys"],
        ),
    ],
)
def test_plans_without_a_day_stay(text: str, people: list[str]) -> None:
    (told,) = report(text)
    assert names_of(told) == people and told.when is None


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg was in Riga. After meeting with Karl Stone, she flew home.",
        "Karl Lund left. In a speech after her talks with Karl Stone, Anna Berg spoke of the port.",
        "Anna Berg changed her mind after she met Karl Stone.",
    ],
)
def test_she_is_not_the_one_she_met(text: str) -> None:
    assert names_of(report(text)[-1]) == ["Anna Berg", "Karl Stone"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The wives of two sailors met with Anna Berg on Monday.",
         ["Anna Berg", "wives of two sailors"]),
        ("“I have had talks with Karl Stone on the port,” Anna Berg wrote on Monday.",
         ["Anna Berg", "Karl Stone"]),
        ("Anna Berg, member of the Harbour Board, met Karl Stone.", ["Anna Berg", "Karl Stone"]),
        ("Delegations from Norway and Latvia met in Riga on Monday.",
         ["Delegations from Norway and Latvia"]),
        ("Anna Berg sent Karl Stone and Ivo Marsh to meet on Friday with Tove Lund.",
         ["Ivo Marsh", "Karl Stone", "Tove Lund"]),
    ],
)  # fmt: skip
def test_who_is_told_whole_and_once(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people


def test_a_credit_is_no_office() -> None:
    (told,) = report("AP President Karl Stone and envoy Anna Berg met in Riga on Monday.")
    assert [who.role for who in told.participants] == ["president", "envoy"]
