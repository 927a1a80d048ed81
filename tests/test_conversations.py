"""Conversations are kept as they were, each reader's apart."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from answers_told import ANSWERED, DECLINED
from sqlalchemy import update

from index.errors import ArchiveError, ArchiveTooNew, UsageError
from index.records import Outcome
from ui.conversations import (
    UNREADABLE,
    Conversations,
    Exchange,
    Verdict,
    find_file,
    tell_history,
    turns,
)  # fmt: skip

FIRST = Exchange(question="Whom did Berg\n meet?", answer=ANSWERED)
SECOND = Exchange(question="Where is 100_% he?", answer=DECLINED)
FAULT = Exchange(question="When?", fault="the question is empty")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Conversations]:
    kept = Conversations(tmp_path / "archive", tmp_path / "state" / "kept.sqlite3")
    yield kept
    kept.close()


def test_what_was_said_comes_back_as_it_was(kept: Conversations, tmp_path: Path) -> None:
    id = kept.add("anna", None, FIRST)
    assert kept.add("anna", id, SECOND) == id
    kept.add("anna", id, FAULT)
    kept.close()
    again = Conversations(tmp_path / "archive", tmp_path / "state" / "kept.sqlite3")
    assert again.read("anna", id) == (FIRST, SECOND, FAULT)
    assert [(one.id, one.name) for one in again.list("anna")] == [(id, "Whom did Berg meet?")]
    again.close()


def test_nobody_sees_anothers(kept: Conversations) -> None:
    id = kept.add("anna", None, FIRST)
    assert kept.list("karl") == []
    for call in (
        lambda: kept.read("karl", id),
        lambda: kept.name("karl", id),
        lambda: kept.add("karl", id, SECOND),
        lambda: kept.rename("karl", id, "mine"),
        lambda: kept.remove("karl", id),
        lambda: kept.judge("karl", id, 0, Verdict(right=True)),
    ):
        with pytest.raises(UsageError, match="there is no such conversation"):
            call()
    assert kept.read("anna", id) == (FIRST,)
    assert list(kept.judged("karl")) == []


def test_each_archive_has_its_own(kept: Conversations, tmp_path: Path) -> None:
    id = kept.add("anna", None, FIRST)
    other = Conversations(tmp_path / "other", tmp_path / "state" / "kept.sqlite3")
    assert other.list("anna") == []
    with pytest.raises(UsageError):
        other.read("anna", id)
    other.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["b", "a"]), ("berg", ["b", "a"]), ("meet WHOM", ["a"]), ("100_%", ["b"]),
        ("1000%", []), ("nobody", []), ("nearest", ["b"]), ("statements", []),
    ],
)  # fmt: skip
def test_search_finds_names_questions_and_answers(
    kept: Conversations, words: str, found: list[str]
) -> None:
    kept.rename("anna", kept.add("anna", None, FIRST), "a")
    kept.rename("anna", kept.add("anna", None, SECOND), "b")
    kept.add("karl", None, FIRST)
    assert [one.name for one in kept.list("anna", words)] == found


def test_last_used_comes_first(kept: Conversations) -> None:
    first, second = kept.add("anna", None, FIRST), kept.add("anna", None, SECOND)
    kept.add("anna", first, SECOND)
    assert [one.id for one in kept.list("anna")] == [first, second]


def test_names(kept: Conversations) -> None:
    id = kept.add("anna", None, Exchange(question="x" * 200, fault="-"))
    assert len(kept.name("anna", id)) == 80
    assert kept.rename("anna", id, "  Cables \n ") == "Cables"
    assert kept.rename("anna", id, "   ") == "Cables" == kept.name("anna", id)


def test_removed_is_gone_with_its_answers(kept: Conversations) -> None:
    id = kept.add("anna", None, FIRST)
    kept.judge("anna", id, 0, Verdict(right=True))
    kept.remove("anna", id)
    assert kept.list("anna") == [] and list(kept.judged()) == []
    with pytest.raises(UsageError):
        kept.read("anna", id)


def test_verdict_is_kept_with_its_answer(kept: Conversations) -> None:
    id = kept.add("anna", None, FIRST)
    kept.add("anna", id, FAULT)
    kept.judge("anna", id, 0, Verdict(right=True))
    verdict = Verdict(right=False, comment="No.", outcome=Outcome.NOT_IN_ARCHIVE)
    kept.judge("anna", id, 0, verdict)
    judged = FIRST.model_copy(update={"verdict": verdict})
    assert list(kept.judged("anna")) == [(judged,)]
    for number in (1, 2):  # a fault, and nothing
        with pytest.raises(UsageError, match="no such answer"):
            kept.judge("anna", id, number, verdict)


def test_answer_of_another_version_is_said(kept: Conversations) -> None:
    id = kept.add("anna", None, FIRST)
    with kept._engine.begin() as db:
        db.execute(update(turns).values(answer='{"unknown": 1}'))
    assert kept.read("anna", id) == (Exchange(question=FIRST.question, fault=UNREADABLE),)


def test_history_is_what_was_answered() -> None:
    told = tell_history((FIRST, FAULT))
    assert [(turn.role, turn.content) for turn in told] == [
        ("user", FIRST.question), ("assistant", ANSWERED.text),
    ]  # fmt: skip


def test_file_is_the_users_alone(
    kept: Conversations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "state" / "kept.sqlite3"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert find_file() == tmp_path / "dateline" / "conversations.sqlite3"


def test_file_of_another_version_is_said(kept: Conversations, tmp_path: Path) -> None:
    with kept._engine.begin() as db:
        db.exec_driver_sql("PRAGMA user_version = 99")
    with pytest.raises(ArchiveTooNew, match="made by another version"):
        Conversations(tmp_path / "archive", tmp_path / "state" / "kept.sqlite3")


def test_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="conversations cannot be kept in"):
        Conversations(tmp_path, tmp_path / "file" / "kept.sqlite3")
