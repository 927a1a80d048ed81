"""Keeps a run's record: as JSON, and with `--report` as a page beside it."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from eval.run import Run
from index.errors import UsageError

NAME = "run-{:%Y%m%dT%H%M%S}.json"
PATTERN = "run-*.json"


def keep_run(run: Run, report: Path | None, compare: Path | None) -> Path:
    """Writes the record into `report`, with a page, else into the cache folder; says where.

    The page compares with the record `compare`, else with the last one before in the folder. Raises
    UsageError where the folder cannot be written to, or `compare` is no record.
    """
    folder = report or run.setup.cache / "runs"
    earlier = read_run(compare) if compare else last_run(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / NAME.format(run.started)
        kept.write_text(run.model_dump_json(indent=1), encoding="utf-8")
        if report is None:
            return kept
        from eval.report import make_page

        page = folder / "report.html"
        page.write_text(make_page(run, earlier), encoding="utf-8")
    except OSError as fault:
        raise UsageError(f"{folder} cannot be written ({fault.strerror}); name another") from fault
    return page


def read_run(path: Path) -> Run:
    """The record in a file; raises UsageError where there is none of this version."""
    try:
        return Run.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise UsageError(f"{path} cannot be read ({fault.strerror}); name a record") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path} is no record of this version: {where}: {first['msg']}") from fault


def last_run(folder: Path) -> Run | None:
    """The newest finished record of a folder; None where there is none that can be read."""
    for path in sorted(folder.glob(PATTERN), reverse=True):
        try:
            run = read_run(path)
        except UsageError:  # of another version: no ground to fail a run that is done
            continue
        if run.finished:
            return run
    return None
