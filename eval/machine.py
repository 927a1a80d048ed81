"""Where and with what a run was made: machine, versions, the program's own code, memory."""

from __future__ import annotations

import hashlib
import os
import platform
import resource
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.records import Record
from index.settings import DEFAULTS, PROGRAM_VERSION

ROOMS = ("index", "qa", "eval")
PACKAGES = (
    "chromadb", "llama-index-core", "llama-index-vector-stores-chroma",
    "llama-index-llms-openai-like", "numpy", "sentence-transformers", "spacy", "torch",
)  # fmt: skip
RESETS_PEAK = "5"  # written to /proc/self/clear_refs; see proc(5)


class Machine(Record):
    """What a run was made on."""

    processor: str
    cores: int
    memory_gib: float
    system: str
    python: str
    blas_threads: str


class Program(Record):
    """What was measured: version, a digest of the code, the embedding model, packages."""

    version: str
    code: str
    model: str
    packages: dict[str, str]


def describe_machine() -> Machine:
    """This machine."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        memory_gib=round(pages / 2**30, 1),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        blas_threads=os.environ.get("OPENBLAS_NUM_THREADS", "as many as cores"),
    )


def describe_program() -> Program:
    """This program."""
    return Program(
        version=PROGRAM_VERSION,
        code=digest_code(),
        model=DEFAULTS.describe_model(),
        packages={name: found for name in PACKAGES if (found := _version(name))},
    )


def digest_code() -> str:
    """Sixteen hex digits of the rooms that make and score answers: another code, another digest."""
    root = Path(__file__).parent.parent
    joined = hashlib.sha256()
    for room in ROOMS:
        for file in sorted((root / room).rglob("*.py")):
            joined.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes())
    return joined.hexdigest()[:16]


def reset_peak() -> None:
    """Starts the count of peak memory anew, where the kernel can."""
    try:
        Path("/proc/self/clear_refs").write_text(RESETS_PEAK)
    except OSError:  # no Linux, or not allowed: the peak is then that of the whole process
        return


def peak_mib() -> float:
    """The most memory that this process has held at once since `reset_peak`, in MiB."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (2**20 if sys.platform == "darwin" else 2**10)
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 2**10


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or "unknown"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
