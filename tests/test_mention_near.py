"""The day of a report whose own words tell none: from its clause, or from the sentence before."""

import pytest

from tests.reports import report

NEWS = "[2022-06-09..2022-06-15]"  # told as news without a day, in a report of 15 June


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anna Berg said here on Tuesday the port is safe.\n\n"
         "Berg made the remarks when meeting with envoy Karl Stone.", "2022-06-14"),
        ("Anna Berg opened the port on Monday. Berg then met Karl Stone.", "2022-06-13"),
        ("Anna Berg opened the port on Monday. Ivo Marsh then met Karl Stone.", NEWS),
        ("Anna Berg said on Monday the port is safe. Berg met Karl Stone.", NEWS),
        ("Anna Berg will sail to Riga on Sunday. Berg will visit Riga.", "2022-06-19"),
        ("Anna Berg will meet sailors today. Berg will meet with Karl Stone and Ivo Marsh.",
         "2022-06-15"),
        ("Anna Berg spoke of the port on Tuesday during a news conference with Karl Stone. "
         "Berg and Stone met in Riga.", "2022-06-14"),
        ("Anna Berg spoke of the port on Tuesday during a news conference. Berg and Stone met.",
         NEWS),
        # who is quoted after a meeting spoke on the day of the lead
        ("Pressure rose Wednesday to open the port. Envoy Anna Berg, speaking after a meeting with "
         "Karl Stone in Liepaja, said it was ready.", "2022-06-15"),
        ("Pressure rose Tuesday to open the port. “It must open,” said Anna Berg after talks in "
         "Riga with Karl Stone.", "2022-06-14"),
        ("The port opened Tuesday. After meeting Karl Stone in Riga, Anna Berg told reporters it "
         "was ready.", "2022-06-14"),
        ("Pressure rose Wednesday to open the port. Anna Berg quit after a meeting with Karl "
         "Stone.", NEWS),
        ("Pressure rose Wednesday to open the port. Anna Berg said after a meeting with Karl Stone "
         "last month that it was ready.", "2022-05"),
        ("Pressure will rise Wednesday to open the port. Anna Berg said after a meeting with Karl "
         "Stone that it was ready.", NEWS),
        ("The port opened last Thursday. Anna Berg said after talks with Karl Stone that it was "
         "ready.", NEWS),
        # and who speaks beside somebody speaks on that day
        ("Speaking alongside Latvian Prime Minister Karl Stone in Riga, Anna Berg also said "
         "Tuesday that the port was ready.", "2022-06-14"),
        # who came to the town where they met, as the next sentence tells it
        ("The port helps, Anna Berg told reporters after meeting Karl Stone in Riga. “It pays,” "
         "said Berg, who arrived in the city on Tuesday.", "2022-06-14/2022-06-15"),
        ("The port helps, Anna Berg told reporters after meeting Karl Stone in Riga. “It pays,” "
         "said Ivo Marsh, who arrived in the city on Tuesday.", NEWS),
        ("The port helps, Anna Berg told reporters after meeting Karl Stone in Riga. Berg, who "
         "arrived in Oslo on Tuesday, left.", NEWS),
        # what is under way was not over last month
        ("King Stone met envoy Ivo Marsh in Oslo last month. Stone and Marsh are meeting to plan "
         "the port.", "2022-06-15"),
        ("Anna Berg stayed silent during a Tuesday trip to Riga. Karl Stone greeted Berg.",
         "2022-06-14"),
        ("Anna Berg arrived on Tuesday to finish the 1997 plan. She held talks with Karl Stone.",
         "2022-06-14"),
        # before she leaves is no day of its own; before a fair is
        ("Anna Berg arrived here on Monday. She met Karl Stone before her departure.",
         "2022-06-13/2022-06-15"),
        ("Anna Berg arrived here on Monday. She met Karl Stone before leaving for Oslo.",
         "2022-06-13/2022-06-15"),
        ("Anna Berg arrived here on Monday. She met Karl Stone before opening a fair.",
         "2022-06-13"),
        # what came while they met, or hours off, was on that day
        ("A ferry sank on Sunday off Riga. The accident came as Anna Berg was hosting Karl Stone.",
         "2022-06-12"),
        ("A ferry sank on Sunday off Riga. It was new. The ferry accident came as Anna Berg was "
         "hosting Karl Stone.", "2022-06-12"),
        ("A ferry sank on Sunday off Riga. It was new. The storm came as Anna Berg was hosting "
         "Karl Stone.", NEWS),
        ("Officials said on Sunday the ferry was safe. The remarks came during talks between Anna "
         "Berg and Karl Stone.", "2022-06-12"),
        ("A ferry sank on Tuesday off Riga. Ivo Lund rang hours before Anna Berg was to meet Karl "
         "Stone.", "2022-06-14"),
        ("A ferry sank on Sunday off Riga. Anna Berg was hosting Karl Stone.", NEWS),
        ("A ferry sank on Sunday off Riga. Calm came as Anna Berg was hosting Karl Stone.", NEWS),
        ("A ferry sank on Friday off Riga. Ivo Lund rang hours before Anna Berg was to meet Karl "
         "Stone.", None),
        # "earlier in the day" gives way to the day that is told
        ("Anna Berg's meeting with Karl Stone on Tuesday was short. A storm hit on Wednesday. Berg "
         "spoke after she met earlier in the day with Stone.", "2022-06-14"),
        ("Anna Berg's meeting with Ivo Lund on Tuesday was short. A storm hit on Wednesday. Berg "
         "spoke after she met earlier in the day with Karl Stone.", "2022-06-15"),
        # not in another place, and "a day later" is another day
        ("Anna Berg's meeting with Karl Stone in Oslo on Tuesday was short. A storm hit on "
         "Wednesday. Berg spoke after she met earlier in the day with Stone in Bergen.",
         "2022-06-15"),
        ("Anna Berg met Karl Stone in Oslo on Monday. A day later she met Stone again in Bergen.",
         "2022-06-14"),
        ("Anna Berg met Karl Stone on Monday. A day later she met Stone again.", "2022-06-14"),
        # a plan right behind another of the same people is for its day, in whatever words
        ("Anna Berg is slated to meet Karl Stone on Friday. Berg will also see Stone in Riga. Berg "
         "and Stone will discuss the ferry.", "2022-06-17"),
        ("Anna Berg was due to meet Karl Stone on Friday. Berg will also hold talks with Ivo Lund.",
         "2022-06-17"),
        ("Anna Berg was expected to open a fair on Friday. Berg will hold talks with Ivo Lund.",
         "2022-06-17"),
        ("Anna Berg refused to open a fair on Friday. Berg will hold talks with Ivo Lund.", None),
        ("Ivo Moe was due to open a fair on Friday. Berg will hold talks with Ivo Lund.", None),
        ("Anna Berg met Karl Stone on Monday. A day earlier she met Stone in Riga.",
         "2022-06-12"),
    ],
)  # fmt: skip
def test_a_day_told_before(text: str, edtf: str | None) -> None:
    told = report(text)[-1]
    assert (told.when and told.when.edtf) == edtf


def test_a_day_told_before_has_its_words_as_evidence() -> None:
    told = report("Anna Berg opened the port on Monday. Berg then met Karl Stone.")[-1]
    assert [e.quote for e in told.evidence if e.field == "when"] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anna Berg expects to meet Karl Stone at a summit of the Harbour Union in Riga, capital "
         "of Latvia, later this month.", "2022-06-15/2022-06-30"),
        ("Anna Berg meets with Karl Stone in Riga, Latvia, to show her support on May 3.",
         "2022-05-03"),
        ("Monday, Anna Berg is scheduled to meet with Karl Stone in Riga.", "2022-06-20"),
        ("A possible meeting between Anna Berg and Karl Stone was named in a call held on June 6.",
         None),
        ("Anna Berg will meet Karl Stone before the vote of June 30.", None),
        ("Anna Berg will meet Karl Stone, officials said on Tuesday.", None),
        ("Anna Berg will meet Karl Stone in a palace of the 16th century.", None),
        ("Anna Berg met Karl Stone in the 1990s.", "199X"),
        # a day of something else
        ("Oslo confirmed the meeting between Anna Berg and Karl Stone Wednesday.", None),
        ("Anna Berg on Tuesday cancelled a visit to Norway.", None),
        ("Anna Berg and Karl Stone met about claims of fraud during the 2011 port vote.", None),
        ("Sailors sang Tuesday after Tove Lund announced that Karl Stone would attend the talks "
         "with Anna Berg.", None),
        ("Anna Berg meets Karl Stone in Riga after a storm that recalled the Jan. 6, 2021, flood.",
         None),
        ("Anna Berg agrees to meet Karl Stone in the first meeting of the two in a decade.", None),
        # ahead of the day of writing, or over by it
        ("Anna Berg has agreed to talks with Karl Stone Friday, officials said.", "2022-06-17"),
        ("Anna Berg held talks with Karl Stone this month.", "2022-06-01/2022-06-15"),
        ("Anna Berg held talks with Karl Stone this year.", "2022"),
        ("Anna Berg will hold talks with Karl Stone this week.", "2022-06-13/2022-06-19"),
        ("Anna Berg will meet Karl Stone on June 13.", "2022-06-13"),
        # what is said before a meeting, with its day or that of the saying
        ("Anna Berg said ahead of Friday's talks with Karl Stone that it was ready.", "2022-06-17"),
        ("Anna Berg said ahead of Tuesday's talks with Karl Stone that it was ready.",
         "2022-06-14"),
        ("Anna Berg spoke to reporters before meeting Karl Stone on Monday.", "2022-06-13"),
        ("Anna Berg spoke to reporters on Monday before meeting Karl Stone.", "2022-06-13"),
        ("Anna Berg will meet Karl Stone on Monday.", "2022-06-20"),
        ("Anna Berg speaks to reporters on Monday before meeting Karl Stone.", "2022-06-20"),
        # a picture's day ends its caption
        ("Anna Berg and Karl Stone shake hands after a show in Riga, May 3, 2019", "2019-05-03"),
        ("Anna Berg meets Karl Stone in Riga after the vote in May.", None),
    ],
)  # fmt: skip
def test_a_day_behind_in_the_clause(text: str, edtf: str | None) -> None:
    told = report(text)[0]
    assert (told.when and told.when.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "status", "edtf"),
    [
        ("Anna Berg was in Riga last month to meet Karl Stone.", "held", "2022-05"),
        ("Anna Berg made a visit to meet Karl Stone in 1995.", "held", "1995"),
        ("Anna Berg flew to Riga on Tuesday to meet Karl Stone.", "announced", None),
        ("Anna Berg starts a visit to Riga on Sunday.", "announced", "2022-06-19"),
        ("Anna Berg became the latest member of the Board to visit Riga.", "held", NEWS),
        ("Anna Berg, currently visiting Riga, was glad.", "under_way", "2022-06-15"),
        # left, or told by a picture before it; a plan stays one
        (
            "While leaving the talks with Karl Stone on Monday, Anna Berg smiled.",
            "held",
            "2022-06-13",
        ),
        ("Anna Berg will leave the talks with Karl Stone on Monday.", "announced", "2022-06-20"),
        ("Anna Berg left for talks with Karl Stone on Monday.", "announced", "2022-06-13"),
        (
            "Anna Berg poses before meeting Karl Stone in Riga on March 4, 2020.",
            "held",
            "2020-03-04",
        ),
        (
            "Anna Berg poses before meeting Karl Stone in Riga on Wednesday.",
            "announced",
            "2022-06-15",
        ),
        # the day of confirming is not that of what is confirmed
        (
            "The talks between Anna Berg and Karl Stone last month were confirmed by Ivo Lund.",
            "held",
            "2022-05",
        ),
        (
            "The talks between Anna Berg and Karl Stone were confirmed last week by Ivo Lund.",
            "confirmed",
            None,
        ),
        (
            "The talks between Anna Berg and Karl Stone next month were confirmed by Ivo Lund.",
            "confirmed",
            "2022-07",
        ),
        # what a meeting is said to be; what is said to be one
        (
            "The talks between Anna Berg and Karl Stone on Friday could be a sign of calm.",
            "announced",
            "2022-06-17",
        ),
        (
            "The talks between Anna Berg and Karl Stone could be on Friday.",
            "unconfirmed",
            "2022-06-17",
        ),
        (
            "The first event on Friday will be a meeting between Anna Berg and Karl Stone.",
            "announced",
            "2022-06-17",
        ),
    ],
)
def test_journeys(text: str, status: str, edtf: str | None) -> None:
    told = report(text)[-1]
    assert (told.status.value, told.when and told.when.edtf) == (status, edtf)


@pytest.mark.parametrize(
    ("text", "edtf", "place"),
    [
        # the day and the town of what a meeting is set to are no meeting's own
        ("Anna Berg and Karl Stone met. It was their first meeting since the summit in Oslo in "
         "May.", None, None),
        ("The dinner of Anna Berg and Karl Stone was longer than Monday's vote in Oslo.",
         NEWS, None),
        ("The talks between Anna Berg and Karl Stone follow a vote in Oslo last week.", None, None),
        ("The meeting between Anna Berg and Karl Stone comes as Oslo prepares to vote on Friday.",
         None, None),
        ("Anna Berg held talks with Karl Stone in Riga on Tuesday. Berg said the meeting was like "
         "Monday's talks between Stone and Ivo Lund in Oslo.", "2022-06-14", "Riga"),
        # its own are
        ("Anna Berg and Karl Stone met on Monday in Riga for the first time since the summit in "
         "Oslo in May.", "2022-06-13", "Riga"),
        ("Anna Berg and Karl Stone met in separate rooms in Riga on Monday.", "2022-06-13", "Riga"),
        ("The talks between Anna Berg and Karl Stone in Riga on Monday followed a storm in Oslo.",
         "2022-06-13", "Riga"),
        ("Like other envoys, Anna Berg met Karl Stone in Riga on Monday.", "2022-06-13", "Riga"),
    ],
)  # fmt: skip
def test_another_event_lends_neither_day_nor_town(
    text: str, edtf: str | None, place: str | None
) -> None:
    found = [m for m in report(text) if "Ivo Lund" not in {w.name for w in m.participants}][-1]
    assert (found.when.edtf if found.when else None, found.place) == (edtf, place)
