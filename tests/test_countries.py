"""What a country is called by, and whether the table holds together."""

from __future__ import annotations

import re

import pytest

from index.countries import read_countries, related_names


@pytest.mark.parametrize(
    ("word", "other"),
    [("Riga", "Latvia"), ("Latvian", "Riga"), ("ESTONIA", "Tallinn"), ("Bogota", "Colombia")],
)
def test_a_word_gives_the_other_names_of_its_country(word: str, other: str) -> None:
    assert other in related_names(word)
    assert word not in related_names(word)


@pytest.mark.parametrize("word", ["Congo", "Dominican", "ferry", "", "New Zealand"])
def test_a_word_of_no_country_or_of_several_gives_nothing(word: str) -> None:
    assert related_names(word) == ()


def test_every_country_stands_once_with_a_code_a_name_and_a_demonym() -> None:
    countries = read_countries()
    codes = [country.code for country in countries]
    assert len(codes) == len(set(codes)) > 190
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert all(country.name and country.demonyms for country in countries)
    assert all(name == name.strip() != "" for country in countries for name in country.called())
