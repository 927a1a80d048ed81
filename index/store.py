"""The catalogue's file: made whole or not at all, checked when opened, its faults put in words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, delete, event, inspect, select, text
from sqlalchemy import exc as sql_errors
from sqlalchemy.pool import NullPool

from index import tables as t
from index.errors import ArchiveDamaged, ArchiveError, ArchiveTooNew

T = TypeVar("T")

GENERATION = text("SELECT value FROM notes WHERE key = 'generation'")  # asked often
PATIENCE = 30  # seconds to wait for another process's commit, which takes milliseconds
MOST_KNOWN = 10_000  # things remembered of one state of the archive
OUTSIDE = {  # SQLite's own names for what is no damage, and what to do
    "SQLITE_FULL": "make room on its disk",
    "SQLITE_READONLY": "check its rights",
    "SQLITE_CANTOPEN": "check its rights",
    "SQLITE_PERM": "check its rights",
    "SQLITE_IOERR": "check its disk and make room",
    "SQLITE_BUSY": "wait until the other process is done",
    "SQLITE_LOCKED": "wait until the other process is done",
}
STEPS = {  # from an older version to the next
    "1": (
        "ALTER TABLE articles ADD COLUMN candidates TEXT",
        "ALTER TABLE articles ADD COLUMN dating VARCHAR",
        "UPDATE articles SET dating = 'told' WHERE dated IS NOT NULL",
        "CREATE TABLE open_dates (article_id VARCHAR NOT NULL PRIMARY KEY "
        "REFERENCES articles (id) ON DELETE CASCADE, days TEXT NOT NULL)",
        "CREATE INDEX articles_by_dating ON articles (dating)",
        "ALTER TABLE articles ADD COLUMN mentioned VARCHAR",
        "CREATE TABLE mentions (id VARCHAR NOT NULL PRIMARY KEY, article_id VARCHAR NOT NULL "
        "REFERENCES articles (id) ON DELETE CASCADE, start INTEGER NOT NULL, "
        "mention TEXT NOT NULL)",
        "CREATE INDEX ix_mentions_article_id ON mentions (article_id)",
        "CREATE TABLE times (article_id VARCHAR NOT NULL REFERENCES articles (id) "
        'ON DELETE CASCADE, start INTEGER NOT NULL, "end" INTEGER NOT NULL, time TEXT NOT NULL, '
        'PRIMARY KEY (article_id, start, "end"))',
        "CREATE TABLE meetings (id VARCHAR NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
        "meeting TEXT NOT NULL)",
    ),
    "2": (
        "CREATE TABLE meanings (article_id VARCHAR NOT NULL PRIMARY KEY REFERENCES articles (id) "
        "ON DELETE CASCADE, chunks BLOB NOT NULL, sentences BLOB NOT NULL)",
        "CREATE INDEX articles_by_source ON articles (source)",
    ),
    "3": (
        "ALTER TABLE articles ADD COLUMN chain TEXT",
        "ALTER TABLE articles ADD COLUMN marks TEXT",
    ),
    "4": (
        "CREATE TABLE corrections (id INTEGER NOT NULL PRIMARY KEY, article VARCHAR NOT NULL, "
        "place TEXT, path TEXT NOT NULL, kind VARCHAR NOT NULL, wrong TEXT, "
        '"right" TEXT NOT NULL, "by" TEXT NOT NULL, made VARCHAR NOT NULL, undone_by TEXT, '
        "undone VARCHAR)",
    ),
    "5": (
        "CREATE TABLE proposals (article_id VARCHAR NOT NULL PRIMARY KEY REFERENCES articles (id) "
        "ON DELETE CASCADE, sha256 VARCHAR NOT NULL, model VARCHAR NOT NULL, "
        "read_by VARCHAR NOT NULL, proposals TEXT NOT NULL)",
    ),
}


class CatalogFile:
    """The file, its version and its notes; `create` makes the tables where there are none."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        self._known: dict[Hashable, Any] = {}
        self._known_at = -1  # the generation that it is known of
        self.engine = _make_engine(path)
        try:
            if create:
                self._create()
            self._check()
        except ArchiveError:
            self.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()

    def note(self, key: str) -> str | None:
        """What the archive notes of itself under a key."""
        with self.reading() as db:
            return db.scalar(select(t.notes.c.value).where(t.notes.c.key == key))

    def set_note(self, key: str, value: str) -> None:
        """Writes such a note."""
        with self.writing() as db:
            write_note(db, key, value)

    def generation(self) -> int:
        """A number that grows with every change."""
        with self.reading() as db:
            return int(db.scalar(GENERATION) or 0)

    def once(self, name: Hashable, look: Callable[[], T]) -> T:
        """What `look` finds, remembered under a name until the archive changes."""
        generation = self.generation()
        if generation != self._known_at or len(self._known) > MOST_KNOWN:
            self._known, self._known_at = {}, generation
        known = self._known  # another thread may begin anew meanwhile
        if name not in known:
            known[name] = look()
        found: T = known[name]
        return found

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on one state of the file, whatever others write meanwhile."""
        with said_in_words(self.path), self.engine.connect() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of what is done within it is kept, or nothing."""
        with said_in_words(self.path), self.engine.begin() as db:
            yield db

    def _create(self) -> None:
        """All tables in one transaction; what has any is left as it is, for `_check` to judge."""
        with self.writing() as db:
            if inspect(db).get_table_names():
                return
            t.metadata.create_all(db)
            for statement in t.FULL_TEXT.values():
                db.execute(text(statement))
            write_note(db, "version", str(t.VERSION))
            write_note(db, "generation", "0")

    def _check(self) -> None:
        version = self.note("version")
        if version is not None and version in STEPS:
            version = self._bring_up()
        if version is None or not version.isdigit():
            raise ArchiveDamaged(f"{self.path} does not say its version; index into a new folder")
        if int(version) > t.VERSION:
            raise ArchiveTooNew(
                f"{self.path} has version {version}, this program reads {t.VERSION}: "
                "use the newer Dateline that made it"
            )

    def _bring_up(self) -> str | None:
        """Takes an older catalogue to today's tables, all steps in one transaction or none."""
        with self.writing() as db:
            same = t.notes.update().where(t.notes.c.key == "version")
            db.execute(same.values(value=t.notes.c.value))  # waits for a process that does this too
            version = db.scalar(select(t.notes.c.value).where(t.notes.c.key == "version"))
            while version in STEPS:
                for statement in STEPS[version]:
                    db.execute(text(statement))
                version = str(int(version) + 1)
                write_note(db, "version", version)
        return version


@contextmanager
def said_in_words(path: Path) -> Iterator[None]:
    """Turns what SQLite says about a file into an ArchiveError that says what to do."""
    try:
        yield
    except sql_errors.DatabaseError as fault:
        name = getattr(fault.orig, "sqlite_errorname", "") or ""
        outside = next((OUTSIDE[known] for known in OUTSIDE if name.startswith(known)), None)
        if outside:
            raise ArchiveError(
                f"{path} could not be used ({fault.orig}); {outside} and run the same again: "
                "what was committed is kept"
            ) from fault
        if isinstance(fault.orig, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise  # a slip of ours, which must be seen
        raise ArchiveDamaged(
            f"{path} is no whole catalogue of Dateline ({fault.orig}); index into a new folder"
        ) from fault


def write_note(db: Connection, key: str, value: str) -> None:
    """Writes what the archive notes of itself under a key."""
    db.execute(delete(t.notes).where(t.notes.c.key == key))
    db.execute(t.notes.insert().values(key=key, value=value))


def may_write(folder: Path) -> bool:
    """Whether a folder may be written to: not if its rights or its disk forbid it."""
    return os.access(folder, os.W_OK)


def _make_engine(path: Path) -> Engine:
    """Connections to the file; where its folder may not be written, for reading alone.

    SQLite makes a file beside the catalogue even to read it, and fails where it may not.
    """
    writable = may_write(path.parent) or not path.exists()
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"timeout": PATIENCE},
        **({} if writable else {"creator": lambda: _connect_to_read(path), "poolclass": NullPool}),
    )
    event.listen(engine, "connect", _set_up_connection if writable else _leave_to_begin)
    event.listen(engine, "begin", _begin)
    return engine


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, not even beside the file.

    Where a writer, perhaps on another machine, keeps its log beside the file, that is read too;
    without one, nothing changes under us.
    """
    log = path.with_name(f"{path.name}-wal")
    how = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    where = f"file:{quote(str(path))}?{how}"
    return sqlite3.connect(where, uri=True, timeout=PATIENCE, check_same_thread=False)


def _leave_to_begin(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin only before some statements


def _set_up_connection(connection: Any, _record: object) -> None:
    _leave_to_begin(connection, _record)
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = WAL",
        "synchronous = FULL",  # a committed article survives a power cut
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(db: Connection) -> None:
    db.exec_driver_sql("BEGIN")
