"""The files under a source: which, in what order, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import UnreadableSource
from index.walk import find_files


def lay(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The ferry sailed.")


def walk(source: Path) -> list[str]:
    """What is shown of each file; a reason after a colon where it cannot be read."""
    return [str(f) if isinstance(f, UnreadableSource) else f.shown for f in find_files(source)]


def test_files_come_in_order_whatever_their_depth(tmp_path: Path) -> None:
    lay(tmp_path / "clips", "b.txt", "a/z.jsonl", "a/Ä b\n c.md", "c", "Mr. Moe")
    assert walk(tmp_path / "clips") == [
        "clips/Mr. Moe",
        "clips/a/z.jsonl",
        "clips/a/Ä b\n c.md",
        "clips/b.txt",
        "clips/c",
    ]


def test_hidden_files_and_what_is_no_article_are_passed_over(tmp_path: Path) -> None:
    lay(tmp_path / "clips", ".a.txt", ".git/b.txt", "c.css", "d.PNG", "e.pdf", "f.txt")
    assert walk(tmp_path / "clips") == ["clips/e.pdf", "clips/f.txt"]  # a PDF might be an article


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path / "clips", "ferry.html", "ferry_files/ad.html", "other_files/a.txt")
    assert walk(tmp_path / "clips") == ["clips/ferry.html", "clips/other_files/a.txt"]


def test_a_file_named_itself_is_found_whatever_its_kind(tmp_path: Path) -> None:
    lay(tmp_path, ".hidden.css")
    [found] = find_files(tmp_path / ".hidden.css")
    assert not isinstance(found, UnreadableSource)
    assert (found.path, found.shown) == (tmp_path / ".hidden.css", ".hidden.css")


def test_a_relative_source_is_found_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path / "clips", "a.txt")
    monkeypatch.chdir(tmp_path / "clips")
    [found] = find_files(Path())
    assert not isinstance(found, UnreadableSource)
    assert (found.path, found.shown) == (tmp_path / "clips" / "a.txt", "clips/a.txt")


def test_links(tmp_path: Path) -> None:
    clips = tmp_path / "clips"
    lay(clips, "a.txt")
    (clips / "circle").symlink_to(clips)
    (clips / "link.txt").symlink_to(clips / "a.txt")
    (clips / "nowhere.txt").symlink_to(clips / "gone.txt")
    (clips / "self.txt").symlink_to(clips / "self.txt")
    os.mkfifo(clips / "pipe.txt")
    assert walk(clips) == [
        "clips/a.txt",
        "clips/link.txt",
        "clips/nowhere.txt: cannot be read (No such file or directory); mend the link",
        "clips/self.txt: cannot be read (Too many levels of symbolic links); mend the link",
    ]
    assert walk(clips / "circle") == [name.replace("clips/", "circle/") for name in walk(clips)]


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    [missing] = walk(tmp_path / "gone")
    assert missing == f"{tmp_path}/gone: does not exist; check the spelling"
    [too_long] = walk(tmp_path / ("x" * 300))
    assert "cannot be read (File name too long)" in too_long


def test_a_name_that_is_not_utf8_can_be_told_and_stops_nothing(tmp_path: Path) -> None:
    lay(tmp_path / "clips", "a.txt", "z.txt")
    folder, file = (tmp_path / "clips" / os.fsdecode(n) for n in (b"caf\xe9", b"na\xefve.txt"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    file.write_text("The ferry sailed.")
    told = walk(tmp_path / "clips")
    assert told == [
        "clips/a.txt",
        "clips/caf\ufffd: its name is not UTF-8; rename it",
        "clips/na\ufffdve.txt: its name is not UTF-8; rename it",
        "clips/z.txt",
    ]
    assert walk(file) == ["na\ufffdve.txt: its name or a folder's is not UTF-8; rename it"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_may_not_be_listed(tmp_path: Path) -> None:
    lay(tmp_path / "clips", "closed/a.txt", "z.txt")
    (tmp_path / "clips" / "closed").chmod(0)
    try:
        assert walk(tmp_path / "clips") == [
            "clips/closed: cannot be listed (Permission denied); check its rights",
            "clips/z.txt",
        ]
    finally:
        (tmp_path / "clips" / "closed").chmod(0o700)
