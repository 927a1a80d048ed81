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
        # the first day of a stay, and of what ends of itself
        ("Anna Berg spoke of her visit to Riga starting on July 4.", "2022-07-04"),
        ("Anna Berg spoke of her three-day visit to Riga, beginning on July 4.",
         "2022-07-04/2022-07-06"),
        ("Anna Berg met Karl Stone in Riga starting on July 4 with a new crew.", NEWS),
        # the day to which it is moved, and from which it is only put off
        ("The meeting of Anna Berg and Karl Stone was moved from June 20 to July 4.", "2022-07-04"),
        ("The meeting of Anna Berg and Karl Stone was put off from June 20 to July 4.",
         "2022-06-20"),
        ("A meeting of Anna Berg and Karl Stone has been brought forward to Friday.", "2022-06-17"),
        ("The visit of Anna Berg to Riga from June 20 to June 22 will move the town.",
         "2022-06-20/2022-06-22"),
        # told on a Wednesday: this week is two days old
        ("Anna Berg met Karl Stone this week in Riga.", "2022-06-13/2022-06-15"),
        # told of long ago, with no day
        ("Anna Berg met Karl Stone before the primaries.", None),
        ("Anna Berg met Karl Stone during her first campaign.", None),
        ("Anna Berg met Karl Stone before lunch.", NEWS),
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
        # of setting out for it: some day of the week from then on; a visit begins with it
        ("Anna Berg left Tuesday for consultations with Karl Stone.", "[2022-06-14..2022-06-20]"),
        ("Anna Berg is due to leave the fair on Sunday to return to Riga for talks with Karl "
         "Stone.", "[2022-06-19..2022-06-25]"),
        ("Anna Berg leaves for Riga on July 29 to meet Karl Stone.", "[2022-07-29..2022-08-04]"),
        ("Anna Berg left on Tuesday for a visit to Riga.", "2022-06-14"),
        ("Anna Berg left a feast on June 13 to hold talks with Karl Stone.", "2022-06-13"),
        ("Anna Berg left for talks with Karl Stone on Tuesday.", "2022-06-14"),
        ("Anna Berg left Riga on Tuesday after meeting Karl Stone.", NEWS),  # then, or before
        ("Anna Berg flew to Riga on Tuesday after talks with Karl Stone.", NEWS),
        ("After talks with Karl Stone on Monday, Anna Berg spoke on Tuesday.", "2022-06-13"),
        # who speaks after it speaks that day; not where it is another's clause, or dated
        ("Anna Berg said Tuesday following talks with Karl Stone that she was glad.",
         "2022-06-14"),
        ("After a meeting with Karl Stone, Anna Berg said on Tuesday she was glad.", "2022-06-14"),
        ("Anna Berg told reporters on Tuesday after meeting Karl Stone that she was glad.",
         "2022-06-14"),
        ("Anna Berg said on Tuesday after talks with Karl Stone last week that she was glad.",
         "2022-06-06/2022-06-12"),
        ("Anna Berg said on Tuesday that she left after talks with Karl Stone.", NEWS),
        ("Anna Berg said on Tuesday, a week after talks with Karl Stone, that she was glad.",
         "2022-06-07"),
        # of an interview, of a live report's stamp, of a paper, of a book, of another's deed
        ("Ivo Lund indicated in an interview Monday that more talks with Anna Berg and Karl Stone "
         "will take place.", None),
        ("7:54 pm ET June 13, 2022 Share this update Anna Berg met Karl Stone in Riga.", None),
        ("HARBOUR TODAY: Anna Berg will hold talks with Karl Stone.", None),
        ("Anna Berg has been consulting with Karl Stone, author of 2015’s “Brewing in Riga”.",
         None),
        ("Anna Berg met Karl Stone at 2015’s Riga summit.", "2015"),
        ("On June 8, Anna Berg, who had met Karl Stone in Riga, told sailors that she was ill.",
         None),
        ("On June 8, Anna Berg, who had come to Riga, met Karl Stone.", "2022-06-08"),
        ("The strike cost the port a million for the entire next week that sailors spent in talks "
         "with Anna Berg and Karl Stone.", NEWS),
        # no fresh news
        ("Anna Berg said she’s spoken with Karl Stone.", None),
        ("Anna Berg said she spoke with Karl Stone.", NEWS),
        ("Anna Berg has just met Karl Stone.", NEWS),
        ("Anna Berg said that in her talks with Karl Stone she had tried to restore trust.", None),
        ("Anna Berg met Karl Stone in secret, according to the indictment.", None),
        ("Anna Berg met Karl Stone in Riga during her time as mayor.", None),
        ("Anna Berg joined Karl Stone at a meeting hosted by Norway in March.", None),
        ("This week's cut comes less than three months after Anna Berg met Karl Stone.", None),
        # said at or after a meeting is told as news; "new approaches" is nothing that nears
        ("Anna Berg said in a meeting with Karl Stone that she looked for new approaches.", NEWS),
        ("Anna Berg, speaking after a meeting with Karl Stone, suggested a truce.", NEWS),
        ("Anna Berg was quoted as saying at a meeting with Karl Stone that it rained.", NEWS),
        ("Anna Berg was not listed as participating in a meeting with Karl Stone.", None),
        ("The gate shut as the summit of Anna Berg and Karl Stone approached.", None),
        # the day of a trip, and of planning one; the last date of a caption
        ("Anna Berg is planning a trip to Riga on Friday to meet Karl Stone.", "2022-06-17"),
        ("Anna Berg announced on Friday a trip to Riga to meet Karl Stone.", None),
        ("Anna Berg shakes hands with Karl Stone as he arrives for a service at the May 3 memorial "
         "museum in Riga, Sept. 25, 2015.", "2015-09-25"),
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
        ("The port is shut. It rains. It snows. Anna Berg called for calm on Tuesday. She wept. "
         "Berg told sailors during a meeting with Karl Stone that it pays.", "2022-06-14"),
        ("The port is shut. It rains. It snows. Anna Berg called for calm on Tuesday. She wept. "
         "Ivo Lund told sailors during a meeting with Karl Stone that it pays.", NEWS),
        # who "also" met another, right behind a day far down in a report
        ("A ferry sank. It rains. It snows. It blows. Few sang. None left. On Friday Anna Berg met "
         "with Ivo Lund. Berg also met Karl Stone.", "2022-06-10"),
        ("A ferry sank. It rains. It snows. It blows. Few sang. None left. On Friday Anna Berg "
         "said Ivo Lund was ill. Berg also met Karl Stone.", NEWS),
        ("A ferry sank. It rains. It snows. It blows. Few sang. None left. On Friday Anna Berg met "
         "with Ivo Lund. Karl Stone, who also sang, met Tove Marsh.", NEWS),
        # a long line ends a sentence, with no sign at its end
        ("Harbour Minister Anna Berg, whose party has long asked for a second port, went home "
         "following a meeting Monday in Vienna with Karl Stone\nThe port should be open, and must "
         "start to work, said Ivo Lund", "2022-06-13"),
        # on a stay that was told of further up, and one that is over
        ("Leaders of the school travelled to Riga last week for a feast. It was sunny. Many came "
         "from there. Rector Anna Berg met Karl Stone during the visit.", "2022-06-06/2022-06-12"),
        ("Leaders of the school travelled to Riga last week for a feast. It opened on Monday. Many "
         "came from there. Rector Anna Berg met Karl Stone during the visit.", NEWS),
        ("Leaders of the school travelled to Riga last week for a feast. It was sunny. Rector Anna "
         "Berg met Karl Stone.", NEWS),
        ("Anna Berg returned to Oslo on Monday. During her trip to Latvia, Berg also met Karl "
         "Stone.", NEWS),
        ("Anna Berg came to Riga on Monday. During her trip to Latvia, Berg also met Karl Stone.",
         "2022-06-13"),
        # a heading that is a time, as in a table of events
        ("Visits between the ports\n\nThe ports of Oslo and Riga have been close for long, and "
         "envoys came and went.\n\n-- May 2011\n\nAnna Berg visited Riga, a sign that the two "
         "were close.", "2011-05"),
        ("Visits between the ports\n\nThe ports of Oslo and Riga have been close for long, and "
         "envoys came and went.\n\n-- Since May 2011\n\nAnna Berg visited Riga, a sign that the "
         "two were close.", NEWS),
        # "earlier in the day" is no day of the year told before
        ("The war began in 2014. Anna Berg telephoned Karl Stone earlier in the day.",
         "2022-06-15"),
        # a year in the sentence before says nothing of who says now that she met him
        ("The port shut in 1986. Anna Berg, who had private talks with Karl Stone, said so.", NEWS),
        ("The port shut in 1986. Anna Berg had private talks with Karl Stone.", None),
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
        ("Anna Berg spent three hours in Riga, meeting with Karl Stone in a dining hall.", "Riga",
         "dining hall"),
        ("Anna Berg was whisked to Riga aboard a boat for a meeting with Karl Stone.", "Riga",
         None),
        ("Anna Berg was driven from Riga to a meeting with Karl Stone.", None, None),
        ("Anna Berg met with a series of envoys in Riga — on Thursday with Karl Stone.", "Riga",
         None),
        ("Anna Berg spoke with Karl Stone of a series of strikes in Riga.", None, None),
        ("“It pays,” Anna Berg said at a White House breakfast with Karl Stone.", "Washington",
         "White House"),
        ("Anna Berg met a White House envoy, Karl Stone.", None, None),
        ("Anna Berg will meet Karl Stone, the author of “Brewing in Riga”, on Friday.", None, None),
        ("“We met Karl Stone in Riga,” Anna Berg said.", "Riga", None),
        ("The meeting of Anna Berg and Karl Stone would traditionally have taken place in Riga.",
         None, None),
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
        # a journey of a whole week or month is over with it
        ("2022-06-01", "Anna Berg traveled to Riga last month to meet Karl Stone.", "held",
         "2022-05"),
        ("2022-06-15", "Anna Berg traveled to Riga on Monday to meet Karl Stone.", "announced",
         None),
        # what somebody had been invited to
        ("2022-06-15", "When Anna Berg was invited to meet Karl Stone in Riga in 1961, she was "
         "ill.", "unconfirmed", "1961"),
        ("2022-06-15", "Anna Berg was invited to meet Karl Stone in Riga on June 20.", "announced",
         "2022-06-20"),
        ("2022-06-15", "Anna Berg left Riga on Tuesday after meeting Karl Stone.", "held",
         NEWS),
        # under a picture the last such day before, unless it may have been put up later
        ("2022-06-15", "Anna Berg meets Karl Stone in Riga on Tuesday. Ivo Lund/AFP/Getty Images "
         "The town is old.", "held", "2022-06-14"),
        ("2022-06-15", "Anna Berg meets Karl Stone in Riga on Tuesday. The town is old.",
         "announced", "2022-06-21"),
        ("2022-06-15", "Anna Berg will meet Karl Stone in Riga on Tuesday. Ivo Lund/AFP/Getty "
         "Images The town is old.", "announced", "2022-06-21"),
        ("2022-06-15", "Anna Berg meets Karl Stone in Riga on Thursday. Ivo Lund/AFP/Getty Images "
         "The town is old.", "announced", "2022-06-16"),
        ("2022-06-15", "Anna Berg greeted sailors as she attends a summit with Karl Stone in March "
         "2020.", "held", "2020-03"),
    ],
)  # fmt: skip
def test_day_and_status(day: str, text: str, status: str, edtf: str) -> None:
    told = read_on(day, text)[-1]
    assert (told.status.value, told.when and told.when.edtf) == (status, edtf)
