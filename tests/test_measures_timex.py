"""Time expressions against an annotation, counted by hand."""

import pytest

from eval.measures_timex import Timex, count_timexes


def timex(start: int, end: int, value: str = "2019-05-03", type: str = "DATE") -> Timex:
    return Timex(start=start, end=end, type=type, value=value)


@pytest.mark.parametrize(
    ("expected", "found", "strict", "relaxed", "type", "value"),
    [
        # "on Friday": the annotation has "Friday", the program "on Friday"
        ([timex(3, 9)], [timex(0, 9)], 0, 1, 1, 1),
        ([timex(3, 9)], [timex(3, 9)], 1, 1, 1, 1),
        ([timex(3, 9)], [timex(3, 9, "2019-05-10")], 1, 1, 1, 0),
        ([timex(3, 9)], [timex(3, 9, type="TIME")], 1, 1, 0, 1),
        ([timex(3, 9)], [timex(9, 12)], 0, 0, 0, 0),  # they touch and share nothing
        ([timex(0, 9)], [timex(0, 3), timex(4, 9)], 0, 1, 1, 1),  # one to one
        ([timex(0, 9)], [timex(0, 3, "x"), timex(0, 9)], 1, 1, 1, 1),  # the same span goes first
        ([timex(0, 3), timex(4, 9)], [timex(0, 9)], 0, 1, 1, 1),
        ([], [timex(0, 9)], 0, 0, 0, 0),
        ([timex(0, 9)], [], 0, 0, 0, 0),
    ],
)
def test_counts(
    expected: list[Timex], found: list[Timex], strict: int, relaxed: int, type: int, value: int
) -> None:
    counts = count_timexes(expected, found)
    assert (counts.found, counts.expected) == (len(found), len(expected))
    assert (counts.strict, counts.relaxed) == (strict, relaxed)
    assert (counts.type, counts.value) == (type, value)
