"""What was asked and answered, kept from one visit to the next: one file, each reader's apart.

The file lies in the user's state folder and not beside the articles: an archive may be shared, or
not to be written, and a copy of it must not tell what was asked of it.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    Row,
    Select,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    insert,
    or_,
    select,
    update,
)  # fmt: skip
from sqlalchemy.exc import OperationalError

from index.errors import ArchiveError, ArchiveTooNew, UsageError
from index.records import Outcome, Record, Turn
from qa.answers import Answer

FILE = "conversations.sqlite3"
VERSION = 1  # of the tables
LONGEST_NAME = 80  # characters
UNREADABLE = "This answer was kept by another version of the program, which this one cannot read."

metadata = MetaData()
talks = Table(
    "conversations", metadata,
    Column("id", String, primary_key=True),
    Column("user", String, nullable=False, index=True),
    Column("archive", Text, nullable=False),  # its folder
    Column("name", Text, nullable=False),
    Column("changed", String, nullable=False),  # ISO 8601, UTC
)  # fmt: skip
turns = Table(
    "turns", metadata,
    Column("talk", ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),  # from 0
    Column("question", Text, nullable=False),
    Column("answer", Text),  # JSON: the Answer as it was given
    Column("said", Text, nullable=False),  # the answer's words, or why there is none: for searches
    Column("fault", Text),
    Column("verdict", Text),  # JSON: a Verdict
)  # fmt: skip


class Verdict(Record):
    """What a reader says of an answer; `outcome` and `sentence` are what would have been right."""

    right: bool
    comment: str = ""
    outcome: Outcome | None = None
    sentence: str = ""


class Exchange(Record):
    """A question and what came of it: an answer, a fault in words, or nothing yet."""

    question: str
    answer: Answer | None = None
    fault: str | None = None
    verdict: Verdict | None = None


def tell_history(exchanges: Sequence[Exchange]) -> list[Turn]:
    """The conversation as `ask` takes it; questions without an answer are left out."""
    return [
        turn
        for exchange in exchanges
        if exchange.answer
        for turn in (
            Turn(role="user", content=exchange.question),
            Turn(role="assistant", content=exchange.answer.text),
        )
    ]


class Talk(Record):
    """A conversation as a list shows it."""

    id: str
    name: str


def find_file() -> Path:
    """Where conversations are kept: the state folder of the XDG Base Directory Specification."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "dateline" / FILE


class Conversations:
    """The conversations about one archive. Every call names its user, and sees no other's."""

    def __init__(self, archive: Path, file: Path | None = None) -> None:
        self._archive = str(archive.resolve())
        file = file or find_file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file.touch(mode=0o600)
        except OSError as fault:
            raise ArchiveError(_explain(file, str(fault.strerror))) from fault
        self._engine = create_engine(f"sqlite:///{file}")
        event.listen(self._engine, "connect", _set_up)
        self._file = file
        with self._writing() as db:
            made = db.exec_driver_sql("PRAGMA user_version").scalar()
            if made not in (0, VERSION):
                raise ArchiveTooNew(f"{file} was made by another version of the program; move it")
            metadata.create_all(db)
            db.exec_driver_sql(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as db:
                yield db
        except OperationalError as fault:
            raise ArchiveError(_explain(self._file, str(fault.orig))) from fault

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def list(self, user: str, words: str = "") -> list[Talk]:
        """A user's conversations, the last used first; with `words` those in which all stand."""
        query = self._own(user).order_by(talks.c.changed.desc(), talks.c.id)
        for word in words.split():
            said = or_(
                turns.c.question.icontains(word, autoescape=True),
                turns.c.said.icontains(word, autoescape=True),
            )
            told = select(turns.c.talk).where(said)
            named = talks.c.name.icontains(word, autoescape=True)
            query = query.where(or_(named, talks.c.id.in_(told)))
        with self._engine.connect() as db:
            return [Talk(id=row.id, name=row.name) for row in db.execute(query)]

    def read(self, user: str, id: str) -> tuple[Exchange, ...]:
        """What was asked and answered, in order; raises UsageError where the user has none such."""
        with self._engine.connect() as db:
            self._check(db, user, id)
            query = select(turns).where(turns.c.talk == id).order_by(turns.c.number)
            return tuple(_exchange(row) for row in db.execute(query))

    def name(self, user: str, id: str) -> str:
        """A conversation's name; raises UsageError where the user has none such."""
        with self._engine.connect() as db:
            return str(self._check(db, user, id).name)

    def add(self, user: str, id: str | None, exchange: Exchange) -> str:
        """Keeps an exchange at the end of a conversation, or of a new one; gives its id.

        The first question is a new conversation's name.
        """
        with self._writing() as db:
            if id is None:
                id = uuid.uuid4().hex
                name = _shorten(exchange.question)
                fields = {"id": id, "user": user, "archive": self._archive, "name": name}
                db.execute(insert(talks).values(changed=_now(), **fields))
            else:
                self._check(db, user, id)
                db.execute(update(talks).where(talks.c.id == id).values(changed=_now()))
            last = db.scalar(select(func.max(turns.c.number)).where(turns.c.talk == id))
            number = 0 if last is None else last + 1
            db.execute(insert(turns).values(talk=id, number=number, **_columns(exchange)))
        return id

    def reword(self, user: str, id: str, number: int, answer: Answer) -> None:
        """Keeps an answer in other words; UsageError where the user has no such conversation."""
        fields = _columns(Exchange(question=answer.question, answer=answer))
        words = {"answer": fields["answer"], "said": fields["said"]}
        with self._writing() as db:
            self._check(db, user, id)
            one = (turns.c.talk == id) & (turns.c.number == number)
            db.execute(update(turns).where(one).values(**words))

    def rename(self, user: str, id: str, name: str) -> str:
        """Gives a conversation another name, and says it; a blank one leaves the name as it is."""
        with self._writing() as db:
            name = _shorten(name) or str(self._check(db, user, id).name)
            self._check(db, user, id)
            db.execute(update(talks).where(talks.c.id == id).values(name=name))
        return name

    def remove(self, user: str, id: str) -> None:
        """Takes a conversation away with all that was said in it."""
        with self._writing() as db:
            self._check(db, user, id)
            db.execute(delete(talks).where(talks.c.id == id))

    def judge(self, user: str, id: str, number: int, verdict: Verdict) -> None:
        """Keeps what a reader says of an answer; raises UsageError where there is none such."""
        kept = verdict.model_dump_json()
        with self._writing() as db:
            self._check(db, user, id)
            one = (turns.c.talk == id) & (turns.c.number == number) & turns.c.answer.is_not(None)
            if not db.execute(update(turns).where(one).values(verdict=kept)).rowcount:
                raise UsageError("there is no such answer in this conversation")

    def judged(self, user: str | None = None) -> Iterator[tuple[Exchange, ...]]:
        """Each judged exchange with those before it in its conversation; of all users if None."""
        query = select(talks.c.user, talks.c.id).where(talks.c.archive == self._archive)
        query = query if user is None else query.where(talks.c.user == user)
        with self._engine.connect() as db:
            found = db.execute(query.order_by(talks.c.changed, talks.c.id)).all()
        for row in found:
            exchanges = self.read(row.user, row.id)
            for number, one in enumerate(exchanges):
                if one.verdict and one.answer:
                    yield exchanges[: number + 1]

    def _own(self, user: str) -> Select[Any]:
        own = (talks.c.user == user) & (talks.c.archive == self._archive)
        return select(talks).where(own)

    def _check(self, db: Connection, user: str, id: str) -> Row[Any]:
        found = db.execute(self._own(user).where(talks.c.id == id)).one_or_none()
        if found is None:
            raise UsageError("there is no such conversation; it may have been deleted")
        return found


@contextmanager
def open_conversations(archive: Path, file: Path | None = None) -> Iterator[Conversations]:
    """The conversations about an archive, closed at the end."""
    kept = Conversations(archive, file)
    try:
        yield kept
    finally:
        kept.close()


def _columns(exchange: Exchange) -> dict[str, str | None]:
    answer = exchange.answer.model_dump_json() if exchange.answer else None
    said = exchange.answer.text if exchange.answer else exchange.fault or ""
    return {
        "question": exchange.question, "answer": answer, "said": said, "fault": exchange.fault,
    }  # fmt: skip


def _exchange(row: Row[Any]) -> Exchange:
    verdict = Verdict.model_validate_json(row.verdict) if row.verdict else None
    fault = row.fault
    try:
        answer = Answer.model_validate_json(row.answer) if row.answer else None
    except ValidationError:
        answer, fault = None, UNREADABLE
    return Exchange(question=row.question, answer=answer, fault=fault, verdict=verdict)


def _shorten(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _set_up(connection: Any, _: object) -> None:
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "busy_timeout = 5000"):
        connection.execute(f"PRAGMA {pragma}").close()


def _explain(file: Path, why: str) -> str:
    return f"conversations cannot be kept in {file} ({why}); set XDG_STATE_HOME to another folder"
