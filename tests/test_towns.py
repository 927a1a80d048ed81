"""Towns by their names, and whether two names are surely of different ones."""

import pytest

from index.towns import are_apart, distance, towns_called


@pytest.mark.parametrize(
    ("one", "other", "country", "apart"),
    [
        ("Geneva", "Bergen", None, True),
        ("Cologne", "Köln", None, False),
        ("Kharkov", "Kharkiv", None, False),
        ("Manhattan", "New York", None, False),  # within the other
        ("Bavaria", "Munich", None, False),  # a region may hold any town
        ("Bergen", "Sunnmarkvik", "NOR", False),  # too small to be known, and of that country
        ("Cork", "Sunnmarkvik", "NOR", True),
        ("Cork", "Sunnmarkvik", None, False),
    ],
)
def test_two_names_are_of_different_towns(
    one: str, other: str, country: str | None, apart: bool
) -> None:
    assert are_apart(one, other, country) is apart


def test_the_distance_of_two_towns_in_kilometres() -> None:
    (oslo, *_), (bergen, *_) = towns_called("Oslo"), towns_called("Bergen")
    nearest = min(distance(oslo, other) for other in towns_called("Bergen"))
    assert 300 < nearest < 310
    assert distance(bergen, bergen) == 0
