"""What the door keeps in mind: who is signed in until when, and how much each has asked lately."""

from __future__ import annotations

import hashlib
import math
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable

SESSION = 12 * 3600.0  # seconds from signing in until one must sign in again
MOST = 10_000  # keys kept at most, of either kind; the oldest go first
Clock = Callable[[], float]


class Sessions:
    """Tokens that stand for users, for a time; a restart ends them all."""

    def __init__(self, seconds: float = SESSION, clock: Clock = time.monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._kept: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    def begin(self, user: str) -> str:
        """A new token for a user."""
        token = secrets.token_urlsafe(32)
        self.keep(token, user)
        return token

    def keep(self, token: str, user: str) -> None:
        """Lets a token stand for a user from now on; kept as a digest only."""
        with self._lock:
            self._kept[_digest(token)] = (user, self._clock() + self._seconds)
            while len(self._kept) > MOST:
                self._kept.pop(next(iter(self._kept)))

    def find(self, token: str | None) -> str | None:
        """The user whom a token stands for; None for one that is unknown or has run out."""
        if not token:
            return None
        with self._lock:
            user, until = self._kept.get(_digest(token), ("", -math.inf))
            if self._clock() >= until:
                self._kept.pop(_digest(token), None)
                return None
        return user

    def end(self, token: str | None) -> None:
        """Forgets a token."""
        with self._lock:
            self._kept.pop(_digest(token or ""), None)


class Limit:
    """At most `most` requests in `seconds`, for each key apart (a sliding window)."""

    def __init__(self, most: int, seconds: float = 60.0, clock: Clock = time.monotonic) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._times: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def wait(self, key: str) -> int:
        """Whole seconds until the key may ask; 0 when it may now."""
        with self._lock:
            times, now = self._recent(key)
            full = len(times) >= self._most
            return max(1, math.ceil(times[0] + self._seconds - now)) if full else 0

    def count(self, key: str) -> None:
        """Notes a request."""
        with self._lock:
            times, now = self._recent(key)
            times.append(now)
            self._times[key] = times
            while len(self._times) > MOST:
                self._times.pop(next(iter(self._times)))

    def take(self, key: str) -> int:
        """Notes a request if it may be made now and gives 0; else the seconds to wait."""
        seconds = self.wait(key)
        if not seconds:
            self.count(key)
        return seconds

    def _recent(self, key: str) -> tuple[deque[float], float]:
        times, now = self._times.pop(key, deque()), self._clock()
        while times and times[0] <= now - self._seconds:
            times.popleft()
        if times:
            self._times[key] = times
        return times, now


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
