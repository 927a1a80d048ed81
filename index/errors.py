"""Everything that can go wrong, as one tree.

DatelineError
├── UsageError            the call itself is off (exit status 2)
├── UnreadableSource      one input cannot be read; the others go on (exit status 1)
├── ArchiveError          the archive cannot serve (exit status 3)
│   ├── ArchiveMissing    there is none at this place
│   ├── ArchiveLocked     another process writes to it
│   ├── ArchiveTooNew     a newer version of the program made it
│   └── ArchiveDamaged    its files do not hold what they must
└── GateFailure           a statement that its evidence does not bear out: ours to mend, never shown

Every message says what was wrong, where, and what to do.
"""


class DatelineError(Exception):
    """The root: the command line prints its message and nothing else."""


class UsageError(DatelineError):
    """The call is off: an unknown article, a day that is no day."""


class UnreadableSource(DatelineError):
    """One input that cannot be read; `path` says which and `reason` why and what to do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class ArchiveError(DatelineError):
    """The archive cannot serve."""


class ArchiveMissing(ArchiveError):
    """There is no archive at this place."""


class ArchiveLocked(ArchiveError):
    """Another process writes to the archive."""


class ArchiveTooNew(ArchiveError):
    """The archive was made by a newer version of the program."""


class ArchiveDamaged(ArchiveError):
    """The archive's files do not hold what they must."""


class GateFailure(DatelineError):
    """A statement whose evidence does not bear it out."""
