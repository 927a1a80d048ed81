"""Archives on disks that are full or may not be written, in a mount namespace of its own.

`unshare --map-root-user --mount python tests/disks.py full|locked …`; tests/test_disks.py calls it.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import writers

from index.archive import Archive
from index.embeddings import QuestionEmbedder
from index.errors import ArchiveError
from index.settings import DEFAULTS
from ui.cli import main

NAMESPACE = ["unshare", "--map-root-user", "--mount"]


def can_mount() -> bool:
    """Whether this machine lets us make a mount namespace and a disk in it."""
    if not (shutil.which("unshare") and shutil.which("mount")):
        return False
    trial = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]
    return subprocess.run([*NAMESPACE, *trial], capture_output=True).returncode == 0


def write_on_full_disks(archive: Path, sources: Path, kept: Path, free: Sequence[int]) -> None:
    """Indexes the sources into copies of an archive on disks with so many KiB left.

    Prints for each what was said, and keeps what the disk then held under the number.
    """
    embedder = QuestionEmbedder(DEFAULTS)
    disk = kept / "disk"
    for left in free:
        disk.mkdir(parents=True, exist_ok=True)
        needed = sum(_pages(path) for path in archive.rglob("*")) + 4 + left
        _run("mount", "-t", "tmpfs", "-o", f"size={needed}k", "tmpfs", str(disk))
        shutil.copytree(archive, disk / "archive")
        said = "done"
        try:
            with Archive.make(disk / "archive") as copy:
                writers.index(copy, sources, embedder)
        except ArchiveError as fault:
            said = str(fault)
        sys.stdout.write(json.dumps({"free": left, "said": said}) + "\n")
        shutil.copytree(disk / "archive", kept / str(left))
        _run("umount", "--lazy", str(disk))


def _pages(path: Path) -> int:
    """KiB that a file takes on a disk of pages."""
    return 4 * (1 + path.stat().st_size // 4096)


def use_read_only(archive: Path, sources: Path) -> None:
    """Runs commands on an archive that may not be written; prints the status of each and what it
    said."""
    _run("mount", "--bind", str(archive), str(archive))
    _run("mount", "-o", "remount,ro,bind", str(archive))
    for command in (
        ["articles", "--json"],
        ["ask", "Whom did Stone meet in Riga?", "--json"],
        ["meetings", "--json"],
        ["index", str(sources)],
        ["remove", "a.txt"],
        ["doctor", "--repair"],
    ):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([*command, "--archive", str(archive)])
        told = {"command": command[0], "status": status, "out": out.getvalue()}
        sys.stdout.write(json.dumps({**told, "err": err.getvalue()}) + "\n")


def _run(*command: str) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    paths = [Path(argument) for argument in sys.argv[2:5]]
    if sys.argv[1] == "full":
        write_on_full_disks(*paths, free=[int(one) for one in sys.argv[5:]])
    else:
        use_read_only(*paths)
