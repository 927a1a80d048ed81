"""The table of suites: one file `eval/suite_NAME.py` each, entered here by one line.

To add a suite, write `eval/suite_NAME.py` with a `SUITE = Suite(name, about, open_suite)` as the
docstring of `eval/suite.py` shows, import it here and enter it in `ALL`. A suite whose data is not
there raises `Absent` from `open_suite`, most simply through `setup.find("timex/small.jsonl")`.

A suite that asks questions hands its cases to `eval/asking.py: open_questions`, which brings every
system and every measure of answers. One that scores documents or phrases gives a `Contender` of its
own for each system, with its ids and a function from an id to a scored `Item`; systems that
`setup.systems` names but that cannot do what it measures are left out. Measures for it:
`eval/measures_timex.py` counts time expressions, `suite.rates` turns counts into precision, recall
and F1. Its rows, intervals, records and report come by themselves.
"""

from __future__ import annotations

from eval import (
    suite_dating,
    suite_dipmeet,
    suite_dipmeet_meetings,
    suite_gate,
    suite_meetings,
    suite_meetings_gold,
    suite_own,
    suite_questions,
    suite_recognizers,
    suite_timex,
)
from eval.suite import Suite
from index.errors import UsageError

ALL: tuple[Suite, ...] = (
    suite_own.SUITE,
    suite_questions.SUITE,
    suite_dipmeet.SUITE,
    suite_timex.SUITE,
    suite_recognizers.SUITE,
    suite_dating.REUTERS,
    suite_dating.DIPMEET,
    suite_meetings.M2E2,
    suite_meetings.PLOVER,
    suite_meetings_gold.SUITE,
    suite_dipmeet_meetings.SUITE,
    suite_gate.SUITE,
)
SUITES: dict[str, Suite] = {suite.name: suite for suite in ALL}


def find_suites(names: tuple[str, ...]) -> list[Suite]:
    """The suites named, in that order; raises UsageError for one that there is not."""
    unknown = [name for name in names if name not in SUITES]
    if unknown:
        raise UsageError(f"no suite is called {unknown[0]}; there are {', '.join(SUITES)}")
    return [SUITES[name] for name in names]
