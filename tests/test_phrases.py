"""Sentences about meetings are read back as what they were written from."""

from __future__ import annotations

from datetime import date

import pytest

from index.meeting_records import Status
from index.mention_when import news_when
from index.records import When
from qa.telling.days_told import tell_bare, tell_when
from qa.telling.phrases import (
    Claim,
    join_names,
    tell_count,
    tell_interval,
    tell_share,
    write_claim,
)
from qa.telling.phrases_read import read_claims, split_names

CLAIM = Claim(
    form="talks", status=Status.HELD, subjects=("Anna Stone",), objects=("Karl Berg",),
    directed=False, place="Riga", venue="Black Heads House", when="on 15 March 2019",
)  # fmt: skip


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(
    "form", ["meeting", "talks", "conversation", "call", "summit", "reception", "visit"]
)
@pytest.mark.parametrize("objects", [("Karl Berg",), ()])
@pytest.mark.parametrize("place", ["Riga", None])
@pytest.mark.parametrize("when", ["on 15 March 2019", "in the week to 15 March 2019"])
def test_a_claim_is_read_back_from_its_sentence(
    status: Status, form: str, objects: tuple[str, ...], place: str | None, when: str
) -> None:
    changes = {"status": status, "form": form, "objects": objects, "place": place, "when": when}
    claim = CLAIM.model_copy(
        update={**changes, "directed": form in ("reception", "visit") and bool(objects)}
    )
    read = read_claims(write_claim(claim))
    people = [{*one.subjects, *one.objects} for one in read]
    told = [(one.status, one.place, one.venue, one.when) for one in read]
    assert (status, place, "Black Heads House", when) in told
    assert {*claim.subjects, *claim.objects} in people


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Anna Stone held talks with Karl Berg in Riga on 15 March 2019."),
        (
            {"status": Status.ANNOUNCED, "venue": "Town Hall"},
            "It was announced that Anna Stone would hold talks with Karl Berg in Riga (Town Hall) "
            "on 15 March 2019.",
        ),
        ({"form": "visit", "objects": (), "when": None}, "Anna Stone paid a visit to Riga."),
        (
            {"status": Status.CANCELLED},
            "The round of talks of Anna Stone and Karl Berg in Riga on 15 March 2019 was "
            "cancelled.",
        ),
        (
            {"form": "meeting", "subjects": ("A. Lie", "B. Moe", "C. Nes"), "objects": ()},
            "A. Lie, B. Moe and C. Nes met in Riga on 15 March 2019.",
        ),
        (
            {"form": "summit", "subjects": (), "objects": ()},
            "A summit took place in Riga on 15 March 2019.",
        ),
        (
            {"form": "summit", "subjects": (), "objects": (), "status": Status.ANNOUNCED},
            "It was announced that a summit would take place in Riga on 15 March 2019.",
        ),
        (
            {"form": "visit", "subjects": (), "objects": (), "status": Status.POSTPONED},
            "The visit to Riga on 15 March 2019 was postponed.",
        ),
    ],
)
def test_claims_read_like_sentences(changes: dict[str, object], sentence: str) -> None:
    assert write_claim(CLAIM.model_copy(update={"venue": None, **changes})) == sentence


@pytest.mark.parametrize(
    "sentence",
    ["Anna Stone liked Karl Berg.", "", "Anna Stone did not meet Karl Berg in Riga.", "Yes."],
)
def test_other_sentences_claim_nothing(sentence: str) -> None:
    assert not [c for c in read_claims(sentence) if c.subjects == ("Anna Stone",)]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2019-03-15", "2019-03-15", "on 15 March 2019"),
        ("2019-03-01", "2019-03-31", "in March 2019"),
        ("2019-01-01", "2019-12-31", "in 2019"),
        ("2019-03-13", "2019-03-15", "between 13 and 15 March 2019"),
        ("2019-03-28", "2019-04-02", "between 28 March and 2 April 2019"),
        ("2018-12-30", "2019-01-02", "between 30 December 2018 and 2 January 2019"),
        ("2019-03-15", None, "from 15 March 2019"),
        (None, "2019-03-15", "until 15 March 2019"),
        (None, None, ""),
    ],
)
def test_dates_are_told_with_day_month_and_year(
    first: str | None, last: str | None, told: str
) -> None:
    when = When(
        edtf="..", earliest=date.fromisoformat(first) if first else None,
        latest=date.fromisoformat(last) if last else None, precision="interval",
        basis="test", derivation="test",
    )  # fmt: skip
    assert tell_when(when) == told
    assert tell_bare(when) == told.removeprefix("on ").removeprefix("in ")


def test_news_without_a_day_is_of_the_week_to_its_report() -> None:
    when = news_when(date(2019, 3, 13), date(2019, 3, 13))
    assert tell_when(when) == "in the week to 13 March 2019"
    assert tell_bare(when) == "the week to 13 March 2019"


def test_names_are_joined_and_split_again() -> None:
    for names in (("A",), ("A", "B"), ("A", "B", "C"), ()):
        assert split_names(join_names(names)) == names


def test_counts_and_intervals_are_told_in_words() -> None:
    assert tell_count(2, held=True) == "The archive reports two such meetings as held."
    assert tell_count(1, held=False) == "The archive reports one such meeting."
    assert tell_share("Karl Berg", 2, 3) == "Karl Berg takes part in two of these three."
    assert tell_share("Karl Berg", 1, 1) == "Karl Berg takes part in the only one."
    days = tell_interval(date(2019, 3, 11), date(2019, 3, 15))
    assert days == "From 11 March 2019 to 15 March 2019 it is four (4) days."
