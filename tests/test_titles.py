"""Offices in a sentence: which words they take, whose country, for one or for several."""

import pytest

from index.parse import parse
from index.titles import find_offices


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("The Polish foreign minister, Anna Berg, left.", [("foreign minister", "POL")]),
        ("U.S. Secretary of State Ivo Marsh left.", [("secretary of state", "USA")]),
        ("The prime minister of South Korea left.", [("prime minister", "KOR")]),
        ("Poland's deputy finance minister left.", [("deputy finance minister", "POL")]),
        ("The economy and trade minister left.", [("economy and trade minister", None)]),
        ("The minister of foreign affairs of Latvia left.",
         [("minister of foreign affairs", "LVA")]),
        ("The minister for agriculture and fisheries left.",
         [("minister for agriculture and fisheries", None)]),
        ("The union leader left.", [("union leader", None)]),
        ("Her Latvian counterpart left.", [("counterpart", "LVA")]),
        ("His French opposite number left.", [("counterpart", "FRA")]),
        ("The ferry left.", []),
    ],
)  # fmt: skip
def test_role_and_country(sentence: str, offices: list[tuple[str, str | None]]) -> None:
    (doc,) = parse([sentence])
    assert [(office.role, office.country) for office in find_offices(doc)] == offices


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("The foreign ministers of Poland and Latvia left.", ("POL", "LVA")),
        ("The Egyptian and Jordanian presidents left.", ("EGY", "JOR")),
        ("The presidents of the United States, Chile and Peru left.", ("USA", "CHL", "PER")),
    ],
)
def test_several_holders(sentence: str, countries: tuple[str, ...]) -> None:
    (office,) = find_offices(parse([sentence])[0])
    assert (office.several, office.countries) == (True, countries)


def test_former_and_relative_offices() -> None:
    (former,) = find_offices(parse(["The former Polish president left."])[0])
    assert (former.former, former.role, former.relative) == (True, "president", False)
    (relative,) = find_offices(parse(["Her counterpart left."])[0])
    assert (relative.relative, relative.definite) == (True, True)
