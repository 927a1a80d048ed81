"""Whose day and whose place a sentence tells: the meeting's, or that of another clause."""

import pytest

from tests.reports import read_on, report

NEWS = "[2022-06-09..2022-06-15]"  # told as news without a day, in a report of 15 June


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # counted off from what is dated; the exact count dates it
        ("Anna Berg opened the port on Friday, days before she was to confer with Ivo Lund.", None),
        ("Anna Berg resigned on Friday, weeks after her talks with Ivo Lund.", None),
        ("Anna Berg met Karl Stone in May, a day after the port opened.", "2022-05"),
        # a time of a thing
        ("Anna Berg has been unable to negotiate with Karl Stone for supplies for July.", None),
        ("Anna Berg will meet Karl Stone for talks in July.", "2022-07"),
        # of a clause that goes ahead
        ("It will open later this year, and Anna Berg has been unable to meet Karl Stone.", None),
        ("It will open in July, and Anna Berg will meet Karl Stone.", "2022-07"),
        # of the meeting right before the clause
        ("These are the last talks of Anna Berg and Karl Stone before the summit that will take "
         "place on June 20.", None),
        ("These are the talks of Anna Berg and Karl Stone that will take place on June 20.",
         "2022-06-20"),
        # what was done as they met
        ("The port closed to save money on Monday, as Anna Berg met Karl Stone.", "2022-06-13"),
        ("The port will close to save money on Monday, as Anna Berg told Karl Stone at a meeting.",
         NEWS),
        # behind who leads a group
        ("Anna Berg met a delegation led by Karl Stone in Riga yesterday and called for peace.",
         "2022-06-14"),
        # right behind "said"
        ("Karl Stone said on Monday he would visit Oslo.", None),
        ("Karl Stone said on Monday he would visit Oslo next month.", "2022-07"),
        ("Karl Stone said he would visit Oslo on Monday.", "2022-06-20"),
        # days that "and" joins
        ("Karl Stone used his meetings with Anna Berg on Thursday and Friday to plan a port.",
         "2022-06-09/2022-06-10"),
        ("Karl Stone used his meeting with Anna Berg on Thursday to plan Friday's feast.",
         "2022-06-09"),
        # a date that names it, for all its commas
        ("The sailors spoke of a May 3, 2019, meeting of Anna Berg and Karl Stone and of the riots "
         "on June 5 and 6, 2021.", "2019-05-03"),
        # the day of a journey
        ("Anna Berg flew to Riga on Wednesday for talks with Karl Stone.", None),
        ("Yesterday Anna Berg travelled to Riga for talks with Karl Stone.", None),
        ("Anna Berg arrived at the Grand Hotel for her talks with Karl Stone on Wednesday.",
         "2022-06-15"),
        # no fresh news
        ("Anna Berg said she’s spoken with Karl Stone.", None),
        ("Anna Berg said she spoke with Karl Stone.", NEWS),
        ("Anna Berg has just met Karl Stone.", NEWS),
        ("Anna Berg said that in her talks with Karl Stone she had tried to restore trust.", None),
        ("Anna Berg met Karl Stone in secret, according to the indictment.", None),
        ("Anna Berg met Karl Stone in Riga during her time as mayor.", None),
        ("Anna Berg joined Karl Stone at a meeting hosted by Norway in March.", None),
        ("This week's cut comes less than three months after Anna Berg met Karl Stone.", None),
    ],
)  # fmt: skip
def test_whose_day_it_is(text: str, edtf: str | None) -> None:
    told = report(text)[0]
    assert (told.when and told.when.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anna Berg said here on Tuesday that the port is safe.\n\n“It pays,” Berg was quoted as "
         "saying at a meeting with Karl Stone.", "2022-06-14"),
        ("Anna Berg said here on Tuesday that the port is safe.\n\nIvo Marsh said at a meeting "
         "with Karl Stone that it pays.", NEWS),
        ("Anna Berg said here on Tuesday that the port is safe.\n\nBerg told of a meeting with "
         "Karl Stone.", NEWS),
        # "earlier in the day" is no day of the year told before
        ("The war began in 2014. Anna Berg telephoned Karl Stone earlier in the day.",
         "2022-06-15"),
        # nor is a length of time counted on from any year
        ("A study of 2019 named it. More than 30 years later Anna Berg will meet Karl Stone.",
         None),
        ("Anna Berg retired in 2014. Two years later she met Karl Stone.", "2016~"),
    ],
)  # fmt: skip
def test_the_day_that_another_sentence_tells(text: str, edtf: str | None) -> None:
    told = report(text)[-1]
    assert (told.when and told.when.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "place", "venue"),
    [
        ("Anna Berg met Karl Stone at his Lakeside estate.", None, "Lakeside estate"),
        ("Anna Berg met Karl Stone at her office.", None, "her office"),
        ("Anna Berg spoke with Karl Stone at a Riga City Council meeting.", None, None),
        ("Anna Berg will begin in Riga, meeting with Karl Stone before heading to Oslo.",
         "Riga", None),
        ("Anna Berg spoke in Riga of meeting Karl Stone.", None, None),
        ("Anna Berg went to Riga, where Karl Stone was there to greet her.", "Riga", None),
        ("Anna Berg met a delegation led by Karl Stone in Riga yesterday and called for peace.",
         "Riga", None),
    ],
)  # fmt: skip
def test_whose_place_it_is(text: str, place: str | None, venue: str | None) -> None:
    (told,) = report(text)
    assert (told.place, told.venue) == (place, venue)


@pytest.mark.parametrize(
    ("day", "text", "status", "edtf"),
    [
        ("2022-06-15", "Karl Stone would host Anna Berg in Oslo in 2007.", "announced", "2007"),
        ("2022-06-15", "Karl Stone would host Anna Berg in Oslo in July.", "announced", "2022-07"),
        ("2022-06-15", "Karl Stone was there to meet Anna Berg, but she never came.", "announced",
         None),
        ("2022-02-20", "Anna Berg and Karl Stone will meet later this week in Riga.", "announced",
         "2022-02-21/2022-02-27"),
        ("2022-06-15", "Anna Berg traveled to Riga at least twice in 2021, Lund said, to meet "
         "Karl Stone.", "held", "2021"),
        ("2022-06-15", "Anna Berg will visit Riga on Wednesday. Berg is visiting Riga to open the "
         "port.", "announced", "2022-06-15"),
        ("2022-06-15", "The fund is calling for ministers and envoys meeting in Riga to discuss "
         "trade.", "under_way", "2022-06-15"),
        ("2022-06-15", "Anna Berg greeted sailors as she attends a summit with Karl Stone in March "
         "2020.", "held", "2020-03"),
    ],
)  # fmt: skip
def test_day_and_status(day: str, text: str, status: str, edtf: str) -> None:
    told = read_on(day, text)[-1]
    assert (told.status.value, told.when and told.when.edtf) == (status, edtf)
