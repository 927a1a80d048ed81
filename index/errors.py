"""Everything that can go wrong, as one tree.

DatelineError
├── UsageError            the call itself is off (exit status 2)
├── UnreadableSource      one input cannot be read; the others go on (exit status 1)
│   └── NoStory           a page that can be read, but no story stands on it
├── ArchiveError          the archive cannot serve (exit status 3)
│   ├── ArchiveMissing    there is none at this place
│   ├── ArchiveLocked     another process writes to it
│   ├── ArchiveTooNew     a newer version of the program made it
│   └── ArchiveDamaged    its files do not hold what they must
└── GateFailure           a statement that its evidence does not bear out: ours to mend, never shown

Every message says what was wrong, where, and what to do.
"""

LONGEST_REASON = 400  # characters: a library may quote half of what it could not read


def one_line(said: str) -> str:
    """What is said, on one line, without what a terminal would obey, and cut in its middle."""
    line = "".join(c if c.isprintable() else "\ufffd" for c in " ".join(said.split()))
    half = LONGEST_REASON // 2
    return line if len(line) <= LONGEST_REASON else f"{line[:half]} … {line[-half:]}"


class DatelineError(Exception):
    """The root: the command line prints its message and nothing else."""


class UsageError(DatelineError):
    """The call is off: an unknown article, a day that is no day."""


class UnreadableSource(DatelineError):
    """One input that cannot be read; `path` says which and `reason` why and what to do."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = one_line(reason)
        super().__init__(f"{path}: {self.reason}")


class NoStory(UnreadableSource):
    """A page without a story: a list of links, a form. In a crawl it is passed over unsaid."""


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
