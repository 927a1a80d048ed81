"""Who may use the app: a file of lines `user:hash`, each written by `dateline password USER`.

The hash is scrypt (RFC 7914) with the cost that OWASP's Password Storage Cheat Sheet names for
32 MiB: N = 2^15, r = 8, p = 3; a quarter of a second on one core.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from pathlib import Path

from index.errors import UsageError
from index.records import Record

N, R, P = 2**15, 8, 3
MOST_N, MOST_R, MOST_P = 2**20, 32, 16  # a file's line may not make the server reckon for minutes
SALT, KEY = 16, 32  # bytes
SHORTEST = 8  # characters
KIND = "scrypt"


class Hashed(Record):
    """A password as the file has it."""

    n: int
    r: int
    p: int
    salt: bytes
    key: bytes


def hash_line(user: str, password: str) -> str:
    """A line for the file; raises UsageError for a name that no line can hold, a short password."""
    if not user.strip() or user != user.strip() or ":" in user or not user.isprintable():
        raise UsageError(f"“{user}” is no user name; leave out colons and spaces around it")
    if len(password) < SHORTEST:
        raise UsageError(f"the password is too short; take {SHORTEST} characters or more")
    salt = secrets.token_bytes(SALT)
    key = _derive(password, Hashed(n=N, r=R, p=P, salt=salt, key=b""))
    return f"{user}:{KIND}${N}${R}${P}${_encode(salt)}${_encode(key)}"


class Users:
    """The users of a file and their passwords."""

    def __init__(self, hashes: dict[str, Hashed]) -> None:
        self._hashes = hashes
        self._stranger = Hashed(n=N, r=R, p=P, salt=secrets.token_bytes(SALT), key=bytes(KEY))

    @classmethod
    def read(cls, path: Path) -> Users:
        """The users of a file; raises UsageError that names the line that is none."""
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as fault:
            raise UsageError(f"{path} cannot be read ({fault})") from fault
        hashes: dict[str, Hashed] = {}
        for number, line in enumerate(lines, start=1):
            if line.strip() and not line.startswith("#"):
                user, hashed = _read_line(line.strip(), f"{path.name} line {number}")
                hashes[user] = hashed
        if not hashes:
            raise UsageError(f"{path} names no user; write a line with: dateline password USER")
        return cls(hashes)

    def check(self, user: str, password: str) -> bool:
        """Whether the password is the user's; takes as long for a user that there is not."""
        hashed = self._hashes.get(user, self._stranger)
        right = hmac.compare_digest(_derive(password, hashed), hashed.key)
        return right and user in self._hashes


def _read_line(line: str, place: str) -> tuple[str, Hashed]:
    user, _, told = line.partition(":")
    try:
        kind, n, r, p, salt, key = told.split("$")
        hashed = Hashed(n=int(n), r=int(r), p=int(p), salt=_decode(salt), key=_decode(key))
    except ValueError as fault:
        raise UsageError(_explain(place)) from fault
    costs = (hashed.n <= MOST_N, hashed.r <= MOST_R, hashed.p <= MOST_P, hashed.n >= N)
    power_of_two = hashed.n & (hashed.n - 1) == 0
    if kind != KIND or not user or not all(costs) or not power_of_two or len(hashed.key) != KEY:
        raise UsageError(_explain(place))
    return user, hashed


def _explain(place: str) -> str:
    return f"{place} is no line of the form user:hash; write one with: dateline password USER"


def _derive(password: str, how: Hashed) -> bytes:
    room = 130 * how.n * how.r + 256 * how.r * how.p  # bytes; what scrypt needs and a little
    return hashlib.scrypt(
        password.encode(), salt=how.salt, n=how.n, r=how.r, p=how.p, dklen=KEY, maxmem=room
    )


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
