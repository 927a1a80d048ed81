"""Tokens run out, and nobody asks more than the limit."""

from __future__ import annotations

from ui.sessions import MOST, Limit, Sessions


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_token_stands_for_its_user_until_it_runs_out() -> None:
    clock = Clock()
    sessions = Sessions(seconds=10, clock=clock)
    token = sessions.begin("anna")
    assert sessions.find(token) == "anna"
    assert sessions.find(token + "x") is None and sessions.find(None) is None
    clock.now = 9.9
    assert sessions.find(token) == "anna"
    clock.now = 10.0
    assert sessions.find(token) is None
    clock.now = 0.0
    assert sessions.find(token) is None  # it does not come back


def test_token_ends_when_it_is_ended() -> None:
    sessions = Sessions()
    first, second = sessions.begin("anna"), sessions.begin("anna")
    sessions.end(first)
    sessions.end(None)
    assert (sessions.find(first), sessions.find(second)) == (None, "anna")


def test_tokens_do_not_pile_up() -> None:
    sessions = Sessions()
    first = sessions.begin("anna")
    for _ in range(MOST):
        last = sessions.begin("karl")
    assert (sessions.find(first), sessions.find(last)) == (None, "karl")


def test_limit_slides() -> None:
    clock = Clock()
    limit = Limit(most=2, seconds=60, clock=clock)
    assert [limit.take("anna"), limit.take("anna"), limit.take("anna")] == [0, 0, 60]
    assert limit.take("karl") == 0
    clock.now = 59.5
    assert limit.take("anna") == 1
    clock.now = 60.0
    assert [limit.take("anna"), limit.take("anna"), limit.take("anna")] == [0, 0, 60]
