"""Which reports of an article tell of one meeting, and which do not."""

import pytest

from tests.reports import report

LEAD = "Anna Berg met Karl Stone in Oslo on Monday."


NEWS = "[2022-06-09..2022-06-15]"  # told as news without a day, in a report of 15 June


@pytest.mark.parametrize(
    ("follows", "when", "place"),
    [
        ("The meeting lasted an hour.", "2022-06-13", "Oslo"),
        ("The two met at the Grand Hotel.", "2022-06-13", "Oslo"),
        ("Anna Berg and Karl Stone met for the first time.", "2022-06-13", "Oslo"),
        ("Anna Berg and Karl Stone met in Riga.", NEWS, "Riga"),
        ("Anna Berg and Karl Stone spoke by telephone.", NEWS, None),
        ("Anna Berg and Karl Stone will meet again.", None, None),
        ("Anna Berg also met Rut Lind.", "2022-06-13", None),
        ("Anna Berg also attended talks in Riga on Tuesday.", "2022-06-14", "Riga"),
        ("Anna Berg and Karl Stone met in May.", "2022-05", None),
    ],
)
def test_what_the_second_report_takes_from_the_first(
    follows: str, when: str | None, place: str | None
) -> None:
    told = report(f"{LEAD} {follows}")[-1]
    assert ((told.when and told.when.edtf), told.place) == (when, place)


def test_a_headline_learns_from_the_story() -> None:
    headline, _ = report(f"Berg and Stone meet in Oslo\n\n{LEAD}")
    assert headline.when is not None and headline.when.edtf == "2022-06-13"
    assert [who.name for who in headline.participants] == ["Anna Berg", "Karl Stone"]


def test_what_points_back_takes_from_one_meeting_only() -> None:
    ahead = "Anna Berg will meet Karl Stone and Rut Lind in Oslo on Friday."
    beside = "Anna Berg will also attend talks in Riga on Thursday."
    told = report(f"{ahead} The harbour has not confirmed the meeting. {beside} In the meeting "
                  "Norway may protest the fees.")[-1]  # fmt: skip
    assert (told.when and told.when.edtf, told.place) == ("2022-06-16", "Riga")
    assert [who.name for who in told.participants] == ["Anna Berg"]


def test_what_was_put_off_lends_no_day_to_what_will_come() -> None:
    off, again = report(
        "The talks of Anna Berg and Karl Stone, planned for Monday, were put off. "
        "Anna Berg will attend the talks in Riga."
    )
    assert off.when is not None and off.status.value == "postponed"
    assert again.when is None and again.status.value == "announced"


@pytest.mark.parametrize(
    ("follows", "told"),
    [
        ("The call took place on Tuesday and lasted 25 minutes.", ("2022-06-14", "PT25M")),
        ("The call lasted an hour.", (NEWS, "PT1H")),
        ("The call of the gulls lasted an hour.", (NEWS, None)),
    ],
)
def test_the_call_after_they_spoke_by_telephone(
    follows: str, told: tuple[str | None, str | None]
) -> None:
    spoke = "Anna Berg spoke by telephone with Karl Stone, the ministry said on Wednesday."
    found = report(f"{spoke} {follows}")[0]
    when = found.when and found.when.edtf
    assert (when, found.duration) == told, (when, found.duration)


def test_a_call_is_no_meeting_told_of_before() -> None:
    first, *more = report("Anna Berg met Karl Stone on Monday. The call took place on Tuesday.")
    assert not more and first.form == "meeting"


def test_the_conversation_after_a_call_is_that_call() -> None:
    called, again = report("Anna Berg telephoned Karl Stone on Friday. The conversation was short.")
    assert again.form == "call" and again.when == called.when


def test_one_more_meeting_takes_nobody_from_the_first() -> None:
    plan = "Anna Berg will meet Karl Stone in Oslo on Friday."
    told = report(f"{plan} She will also attend talks on the herring in Riga on Monday.")
    assert [[who.name for who in m.participants] for m in told] == [
        ["Anna Berg", "Karl Stone"], ["Anna Berg"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Anna Berg headed for Riga on Wednesday for talks with Karl Stone. Envoy Nils Vik said "
         "Berg and Stone are meeting to plan the port.", "announced"),
        ("Anna Berg will hold talks with Karl Stone in Riga on Friday. Envoy Nils Vik said Berg "
         "and Stone are meeting to plan the port.", "under_way"),
        ("Anna Berg headed for Riga on Wednesday for talks with Karl Stone. The meeting of Berg "
         "and Stone is under way.", "under_way"),
    ],
)  # fmt: skip
def test_who_is_on_the_way_is_not_yet_meeting(text: str, status: str) -> None:
    assert report(text)[-1].status.value == status


def test_a_call_is_not_the_meeting_of_the_same_two() -> None:
    found = report("Anna Berg received a call from Karl Stone, who met her in Riga on Monday.")
    assert [(m.form, m.place) for m in found] == [("call", None), ("meeting", "Riga")]
