"""Countries by what they, their people, capitals and governments are called."""

import pytest

from index.countries import read_countries
from index.gazetteer import (
    capital_of,
    country_name,
    country_of,
    find_country,
    is_country_name,
    shares_ground,
)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Poland", "POL"), ("Polish", "POL"), ("Warsaw", "POL"), ("Poland's", "POL"),
        ("U.S.", "USA"), ("United States", "USA"), ("South Korea", "KOR"), ("Norwegian", "NOR"),
        ("Soviet", "SUN"), ("East German", "DDR"), ("West German", "DEU"), ("Yugoslav", "YUG"),
        ("polish", None), ("us", None), ("Oslo", "NOR"), ("Bergen", None), ("The Polish", None),
    ],
)  # fmt: skip
def test_countries(words: str, code: str | None) -> None:
    assert country_of(words) == code


@pytest.mark.parametrize(
    ("one", "other", "shares"),
    [("SUN", "RUS", True), ("LVA", "SUN", True), ("SUN", "GBR", False), ("RUS", "LVA", False),
     ("NOR", "NOR", True), ("", "", True)],
)  # fmt: skip
def test_a_state_that_is_no_more_shares_its_ground(one: str, other: str, shares: bool) -> None:
    assert shares_ground(one, other) is shares


@pytest.mark.parametrize(
    ("words", "is_country", "capital"),
    [("Latvia", True, None), ("Latvian", False, None), ("Riga", False, "LVA")],
)
def test_a_country_is_not_its_capital(words: str, is_country: bool, capital: str | None) -> None:
    assert is_country_name(words) == is_country
    assert capital_of(words) == capital


def test_the_longest_name_is_found() -> None:
    assert find_country(["South", "Korea", "and", "Japan"], 0) == ("KOR", 2)
    assert find_country(["Bergen"], 0) is None


def test_every_country_is_found_by_its_own_name() -> None:
    missed = [c.name for c in read_countries() if country_of(c.name) is None]
    assert missed == []
    assert country_name("LVA") == "Latvia"
    assert country_name("XXX") == "XXX"
