"""`questions`: a user's own questions, over the archive of `--archive`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from eval.asking import open_questions
from eval.cases import check_against, read_numbered
from eval.suite import Absent, Meter, Opened, Setup, Suite
from index.archive import Archive


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Checks every line first; raises UsageError that names those that are off."""
    if setup.questions is None or setup.archive is None:
        raise Absent("needs --questions FILE")
    numbered = read_numbered(setup.questions)
    with Archive.open(setup.archive) as archive:
        check_against(archive, numbered, setup.questions)
        yield open_questions(archive, [case for _, case in numbered], setup, meter)


SUITE = Suite("questions", "your questions over your archive", open_suite)
