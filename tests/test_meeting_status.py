"""What became of a meeting as of a day; where its reports differ; how many sources tell of it."""

from __future__ import annotations

from datetime import date

import pytest

from index.meeting_records import FieldEvidence, Status
from index.meeting_sources import count_sources
from index.meetings import find_meetings, make_meeting, status_as_of
from index.reported import Told
from tests.test_meetings import BERG, LUND, MARCH, STONE, day, report

A, H, D, C = Status.ANNOUNCED, Status.HELD, Status.DENIED, Status.CANCELLED
PRINTED = "Foreign Minister Anna Berg received envoy Karl Stone at the harbour office in Oslo."


def saying(told: Told, sentence: str) -> Told:
    words = FieldEvidence(start=0, end=len(sentence), quote=sentence, field="mention")
    mention = told.mention.model_copy(update={"evidence": (words,)})
    return told.model_copy(update={"mention": mention})


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2024-03-07", A),  # nothing was there yet
        ("2024-03-08", A),
        ("2024-03-10", Status.POSTPONED),
        ("2024-03-12", H),
        ("2024-03-14", D),
        ("2024-03-30", D),
    ],
)
def test_the_status_grows_with_the_reports(as_of: str, status: Status) -> None:
    told = [
        report("a", "2024-03-08", MARCH, status=A),
        report("b", "2024-03-10", MARCH, status=Status.POSTPONED),
        report("c", "2024-03-12", MARCH, status=H),
        report("d", "2024-03-14", MARCH, status=D),
    ]
    assert status_as_of(told, date.fromisoformat(as_of)) is status


@pytest.mark.parametrize(
    ("doubt", "article", "status"),
    [
        ("possibility", "a", A),  # "a possibility of the meeting was mentioned in May"
        ("confirmed", "a", Status.UNCONFIRMED),  # "the palace has not confirmed the visit"
        ("possibility", "b", Status.UNCONFIRMED),  # another paper is less sure
    ],
)
def test_a_chance_told_of_by_who_announces_it_is_no_doubt(
    doubt: str, article: str, status: Status
) -> None:
    hedged = report(article, "2024-03-08", MARCH, status=Status.UNCONFIRMED)
    word = FieldEvidence(start=0, end=len(doubt), quote=doubt, field="status")
    mention = hedged.mention.model_copy(update={"evidence": (*hedged.mention.evidence, word)})
    told = [
        report("a", "2024-03-08", MARCH, status=A),
        hedged.model_copy(update={"mention": mention}),
    ]
    assert status_as_of(told, None) is status


def test_held_before_its_day_is_not_held() -> None:
    told = [report("a", "2024-03-11", None, status=H), report("b", "2024-03-10", MARCH, status=A)]
    assert status_as_of(told, None) is H
    early = [report("a", "2024-03-10", None, status=H), report("b", "2024-03-09", MARCH, status=A)]
    assert status_as_of(early, date(2024, 3, 9)) is A


@pytest.mark.parametrize(
    ("reports", "conflicts"),
    [
        ([("2024-03-08", A), ("2024-03-12", H)], []),
        ([("2024-03-12", H), ("2024-03-13", D)], [("held", "denied", "discrepancy")]),
        ([("2024-03-09", D), ("2024-03-12", H)], [("held", "denied", "freshness")]),
        ([("2024-03-08", A), ("2024-03-09", C)], [("announced", "cancelled", "freshness")]),
        ([("2024-03-09", C), ("2024-03-09", A)], [("announced", "cancelled", "discrepancy")]),
    ],
)
def test_where_reports_differ_on_what_became(
    reports: list[tuple[str, Status]], conflicts: list[tuple[str, str, str]]
) -> None:
    told = [report(f"a{n}", day, MARCH, status=s) for n, (day, s) in enumerate(reports)]
    found = [(*c.values, c.kind) for c in make_meeting(told).conflicts]
    assert found == conflicts


@pytest.mark.parametrize(
    ("field", "values", "statuses", "conflict"),
    [
        ("duration", ("PT1H", "PT2H"), (H, H), (("PT1H", "PT2H"), "discrepancy")),
        ("duration", ("PT1H", "PT2H"), (A, H), None),  # planned otherwise than it came
        ("duration", ("PT1H", "PT2H"), (A, A), (("PT1H", "PT2H"), "freshness")),
        ("venue", ("Town Hall", "Villa Fram"), (H, H),
         (("Town Hall", "Villa Fram"), "complementary")),
        ("venue", ("the Town Hall", "Town hall"), (H, H), None),
        ("venue", ("Town Hall", "Oslo Town Hall"), (H, H), None),  # the fuller name says it all
        ("place", ("Oslo", "Norway"), (H, H), None),  # a country holds its towns
    ],
)  # fmt: skip
def test_where_reports_differ_on_a_field(
    field: str,
    values: tuple[str, str],
    statuses: tuple[Status, Status],
    conflict: tuple[tuple[str, str], str] | None,
) -> None:
    told = []
    for n, (value, status) in enumerate(zip(values, statuses, strict=True)):
        one = report(f"a{n}", f"2024-03-1{n + 1}", MARCH, status=status)
        mention = one.mention.model_copy(update={field: value})
        told.append(one.model_copy(update={"mention": mention}))
    found = [(c.values, c.kind) for c in make_meeting(told).conflicts if c.field == field]
    assert found == ([conflict] if conflict else [])


def test_the_history_is_in_order_of_writing() -> None:
    told = [report("b", "2024-03-12", MARCH), report("a", "2024-03-08", MARCH, status=A)]
    history = make_meeting(told).status_history
    assert [(r.status, r.reported and r.reported.edtf) for r in history] == [
        (A, "2024-03-08"),
        (H, "2024-03-12"),
    ]


@pytest.mark.parametrize(
    ("sentences", "sources"),
    [
        ((PRINTED, PRINTED), 1),  # the same words in two outlets
        ((PRINTED, f"OSLO: {PRINTED[:-1]}, officials said."), 1),
        ((PRINTED, "Envoy Stone was the guest of Anna Berg, who told him of the herring."), 2),
        (("They met.", "They met."), 2),  # too short to be a copy
    ],
)
def test_a_copy_is_no_source(sentences: tuple[str, str], sources: int) -> None:
    told = [saying(report(f"a{n}", "2024-03-12", MARCH), s) for n, s in enumerate(sentences)]
    assert count_sources(told) == sources
    assert count_sources(told[::-1]) == sources


def test_names_as_most_reports_spell_them() -> None:
    def spelled(name: str) -> tuple:
        return (STONE.model_copy(update={"name": name}), BERG)

    told = [
        report("a", "2024-03-11", MARCH, spelled("Sergei Volkov")),
        report("b", "2024-03-12", MARCH, spelled("Sergey Volkov")),
        report("c", "2024-03-13", MARCH, spelled("Sergey Volkov")),
        report("d", "2024-03-13", MARCH, spelled("Volkov")),
    ]
    assert [p.name for p in make_meeting(told).participants] == ["Sergey Volkov", "Anna Berg"]


def test_a_surname_that_only_one_of_that_office_bears() -> None:
    surname = BERG.model_copy(update={"name": "Berg", "resolved": "surname"})
    one, other = report("a", "2024-03-11", MARCH), report("b", "2024-05-12", None, (surname, LUND))
    named = [[p.name for p in m.participants] for m in find_meetings([one, other])]
    assert named == [["Anna Berg", "Karl Stone"], ["Anna Berg", "Vera Lund"]]
    sister = report("c", "2024-07-11", None, (BERG.model_copy(update={"name": "Ulla Berg"}), STONE))
    named = [[p.name for p in m.participants] for m in find_meetings([one, other, sister])]
    assert ["Berg", "Vera Lund"] in named


def test_a_topic_that_points_back_is_none() -> None:
    one = report("a", "2024-03-11", MARCH, (BERG, STONE, LUND))
    topics = ("their talks", "herring quotas", "the herring quotas", "gas")
    mention = one.mention.model_copy(update={"topics": topics})
    meeting = make_meeting([one.model_copy(update={"mention": mention})])
    assert meeting.topics == ("herring quotas", "gas")


def test_no_day_before_any_report() -> None:
    assert status_as_of([report("a", "2024-03-12", day("2024-03-11"))], date(2024, 3, 1)) is A
