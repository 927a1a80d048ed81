"""`dateline correct`: a date or a name by hand; a list of such, and taking one back."""

from __future__ import annotations

import getpass
import json
from argparse import Namespace
from typing import TYPE_CHECKING

from index.correcting import correct_date, correct_name, undo_correction
from index.corrections import Correction, list_corrections
from index.errors import UsageError

if TYPE_CHECKING:
    from index.archive import Archive

NOBODY = "unknown"  # where the system has no name for who is logged in


def run(archive: Archive, options: Namespace) -> None:
    """Does what the options say and prints it; raises UsageError where they do not fit."""
    if options.list:
        made = list_corrections(archive.catalog)
        if options.json:
            print(_json([one.model_dump(mode="json") for one in made]))
        else:
            print("\n".join(map(describe, made)) or "nothing is corrected")
        return
    done = _correct(archive, options)
    print(_json(done.model_dump(mode="json")) if options.json else describe(done))


def describe(one: Correction) -> str:
    """A correction on a line: its number, the article, what, by whom and when."""
    what = f"{one.wrong} = {one.right}" if one.kind == "name" else f"written {one.right}"
    made = f"{one.id}  {one.path} [{one.article_id}]: {what} ({one.by}, {one.made.date()})"
    return f"{made}, undone ({one.undone_by}, {one.undone.date()})" if one.undone else made


def _correct(archive: Archive, options: Namespace) -> Correction:
    by = (options.by or "").strip() or _who()
    if options.undo is not None:
        return undo_correction(archive, options.undo, by)
    if not options.article:
        raise UsageError("say which article: dateline correct ARTICLE --date 2016-07-14")
    if options.date:
        return correct_date(archive, options.article, options.date, by)
    wrong, equals, right = (options.name or "").partition("=")
    if not (wrong.strip() and equals and right.strip()):
        raise UsageError('write a name as "Karl Brg=Karl Berg", and a date as 2016-07-14')
    return correct_name(archive, options.article, wrong, right, by)


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return NOBODY


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
