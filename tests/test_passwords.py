"""Passwords are kept as hashes, checked at one pace, and a wrong file is a sentence."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.errors import UsageError
from ui.cli import main
from ui.passwords import Users, hash_line

SECRET = "herring quota"
LINE = hash_line("anna", SECRET)


@pytest.fixture
def users(tmp_path: Path) -> Users:
    file = tmp_path / "users"
    file.write_text(f"# readers\n\n{LINE}\n{hash_line('karl', 'beet sugar')}\n")
    return Users.read(file)


def test_line_tells_nothing() -> None:
    user, _, told = LINE.partition(":")
    assert user == "anna" and told.startswith("scrypt$32768$8$3$")
    assert SECRET not in LINE and hash_line("anna", SECRET) != LINE


@pytest.mark.parametrize(
    ("user", "password", "right"),
    [
        ("anna", SECRET, True), ("anna", "beet sugar", False), ("anna", "", False),
        ("karl", "beet sugar", True), ("nobody", SECRET, False), ("Anna", SECRET, False),
        ("anna", "ß" * 500, False),
    ],
)  # fmt: skip
def test_check(users: Users, user: str, password: str, right: bool) -> None:
    assert users.check(user, password) is right


def test_stranger_takes_as_long(users: Users) -> None:
    def spend(user: str) -> float:
        started = time.process_time()
        users.check(user, "wrong")
        return time.process_time() - started

    known, unknown = (min(spend(user) for _ in range(3)) for user in ("anna", "nobody"))
    assert unknown > known / 2


@pytest.mark.parametrize(
    "line",
    [
        "anna", "anna:secret", ":" + LINE.split(":")[1], "anna:md5$1$2$3$4$5",
        LINE.replace("$8$", "$80$"), LINE.replace("32768", "32767"), LINE.replace("32768", "2"),
        LINE.replace("32768", "99999999"), LINE[:-9], "anna:scrypt$a$8$3$x$y",
    ],
    ids=range(10),  # the salt is another each time, and every worker must find the same names
)  # fmt: skip
def test_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "users"
    file.write_text(f"{LINE}\n{line}\n")
    with pytest.raises(UsageError, match="users line 2 is no line of the form user:hash"):
        Users.read(file)


def test_file_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Users.read(tmp_path / "none")
    (tmp_path / "empty").write_text("# nobody\n")
    with pytest.raises(UsageError, match="names no user"):
        Users.read(tmp_path / "empty")


@pytest.mark.parametrize("user", ["", " anna", "an:na", "an\nna"])
def test_name_that_no_line_can_hold(user: str) -> None:
    with pytest.raises(UsageError, match="is no user name"):
        hash_line(user, SECRET)


@pytest.mark.parametrize(
    ("typed", "status"), [([SECRET, SECRET], 0), ([SECRET, "other"], 2), (["short", "short"], 2)]
)
def test_command_asks_twice(
    typed: list[str], status: int, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("getpass.getpass", lambda prompt: typed.pop(0))
    assert main(["password", "anna"]) == status
    said = capsys.readouterr()
    if status == 0:
        (tmp_path / "users").write_text(said.out)
        assert Users.read(tmp_path / "users").check("anna", SECRET)
    else:
        assert said.out == "" and said.err.startswith("dateline: ")
