"""After the install nothing needs a network: index, ask and the page where there is only loopback.

The commands run in a network namespace of their own, so compiled code cannot reach out either.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNSHARE = ["unshare", "--map-root-user", "--net"]
LOOK = "import urllib.request as u; print('page', u.urlopen('http://127.0.0.1:7991').status)"
INSIDE = """
set -e
ip link set lo up
dateline() { "$PYTHON" -m ui.cli "$@" --archive "$ARCHIVE"; }
dateline index "$SOURCE"
dateline ask "When did the bridge open?"
if "$PYTHON" -c "import socket; socket.create_connection(('192.0.2.1', 80), 3)" 2>/dev/null; then
  echo "there is a network" >&2; exit 9
fi
"$PYTHON" -m ui.cli ui --port 7991 --archive "$ARCHIVE" & server=$!
trap 'kill $server' EXIT
for _ in $(seq 60); do
  if "$PYTHON" -c "$LOOK" 2>/dev/null; then exit 0; fi
  sleep 1
done
echo "no page" >&2; exit 8
"""


def can_unshare() -> bool:
    """Whether this machine lets us make a network namespace and raise its loopback."""
    if not (shutil.which("unshare") and shutil.which("ip")):
        return False
    trial = subprocess.run([*UNSHARE, "ip", "link", "set", "lo", "up"], capture_output=True)
    return trial.returncode == 0


@pytest.mark.skipif(not can_unshare(), reason="needs unshare and ip, and the right to a namespace")
def test_index_ask_and_the_page_work_with_loopback_only(tmp_path: Path) -> None:
    source = tmp_path / "clips"
    source.mkdir()
    (source / "a.txt").write_text("Bridge opens\n\nOSLO, May 3, 2019. The bridge opened on Friday.")
    ran = subprocess.run(
        [*UNSHARE, "bash", "-c", INSIDE],
        env={
            "PYTHON": sys.executable, "LOOK": LOOK, "SOURCE": str(source),
            "ARCHIVE": str(tmp_path / "archive"), "HOME": str(tmp_path),
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        },
        text=True, capture_output=True, timeout=150, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert "1 added" in ran.stdout
    assert "“The bridge opened on Friday.” (Friday: 3 May 2019) [1]" in ran.stdout
    assert "page 200" in ran.stdout
