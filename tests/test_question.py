"""What a question is understood as."""

from datetime import date

import pytest

from qa.question.looked_for import find_capitalised, find_period, read_question

ASKED_ON = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("Who opened the bridge?", "person"),
        ("Whom did the envoy blame?", "person"),
        ("Where was the treaty signed?", "place"),
        ("In which building did they sit?", "place"),
        ("When does the ferry sail again?", "time"),
        ("In what year was the line opened?", "time"),
        ("How many boats were freed?", "quantity"),
        ("What share of the bill falls to the insurer?", "quantity"),
        ("Why was the vote put off?", "reason"),
        ("What excuse did the ministry give?", "reason"),
        ("What did Berg say about the fish?", "speech"),
        ("How did she describe the offer?", "speech"),
        ("What was the envoy's verdict on the offer?", "speech"),
        ("How did the minister contrast the two drafts?", "speech"),
        ("Which deputy mocked the offer?", "person"),
        ("What fine is due for a day's delay?", "quantity"),
        ("I need the split of the bill.", "quantity"),
        ("What was the hitch?", "reason"),
        ("What did the envoy who came late bring?", "thing"),
        ("How did they pass the days when the ferry lay idle?", "thing"),
        ("Name the ship.", "thing"),
    ],
)
def test_what_is_wanted(text: str, wants: str) -> None:
    assert read_question(text, asked_on=ASKED_ON).wants == wants


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("What did Anna Stone say in Oslo?", ("Anna Stone", "Oslo")),
        ("Why did Stone's deputy leave?", ("Stone",)),
        ("who paid for it", ()),
        ("What happened in May 2019?", ()),
        ("Did the Port of Bar reply?", ("Port of Bar",)),
        ("Was Łukasz Berg there on Tuesday?", ("Łukasz Berg", "Tuesday")),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert find_capitalised(text) == names


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("What was said on 14 May 2019?", "2019-05-14"),
        ("What was said on May 14, 2019?", "2019-05-14"),
        ("What was said on 2019-05-14?", "2019-05-14"),
        ("What was agreed in Sept. 2017?", "2017-09"),
        ("How did 2018 end?", "2018"),
        ("Who voted on 30 February 2019?", "2019-02"),
        ("How much is 2,019 euros?", None),
        ("Who came?", None),
    ],
)
def test_period(text: str, edtf: str | None) -> None:
    period = find_period(text)
    assert (period and period.edtf) == edtf


def test_an_outlet_that_is_named_is_a_source() -> None:
    asked = "According to the harbour gazette, who left?"
    question = read_question(asked, asked_on=ASKED_ON, sources=["Harbour Gazette", "Wire"])
    assert question.sources == ("Harbour Gazette",)
