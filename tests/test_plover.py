"""PLOVER and CAMEO by form and status: the manuals' distinctions, row by row."""

import pytest

from index.meeting_records import Attendant, Form, Side, Status
from index.plover import code


def people(number: int, side: Side | None = None) -> list[Attendant]:
    return [Attendant(name=f"Person {n}", side=side, resolved="named") for n in range(number)]


@pytest.mark.parametrize(
    ("form", "status", "number", "expected"),
    [
        ("meeting", Status.HELD, 2, ("CONSULT", None, "040")),
        ("talks", Status.HELD, 2, ("CONSULT", None, "046")),
        ("talks", Status.HELD, 3, ("CONSULT", "multilateral", "046")),
        ("call", Status.HELD, 2, ("CONSULT", "phone", "041")),
        ("visit", Status.HELD, 1, ("CONSULT", "visit", "042")),
        ("reception", Status.UNDER_WAY, 2, ("CONSULT", "visit", "043")),
        ("summit", Status.HELD, 0, ("CONSULT", "multilateral", "040")),
        ("meeting", Status.ANNOUNCED, 2, ("AGREE", None, "036")),
        ("visit", Status.POSTPONED, 1, ("AGREE", "visit", "036")),
        ("visit", Status.CANCELLED, 1, ("REJECT", "meet", "125")),
    ],
)
def test_codes(form: Form, status: Status, number: int, expected: tuple[str, str, str]) -> None:
    found = code(form, status, people(number))
    assert (found.event, found.mode, found.cameo) == expected


def test_a_mediator_makes_a_third_party() -> None:
    found = code("talks", Status.HELD, [*people(2), *people(1, "mediator")])
    assert (found.mode, found.cameo) == ("third-party", "045")
