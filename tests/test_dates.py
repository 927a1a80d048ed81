"""Time expressions: sentences and what must come out, by hand."""

from datetime import date

import pytest

from index.dates import find_dates, find_expressions, resolve
from index.dating import day_when
from index.records import When

WRITTEN = date(2022, 6, 15)  # a Wednesday


def dates(text: str, written: date | None = WRITTEN) -> list[tuple[str, str]]:
    published = day_when(written, "given", "given") if written else None
    return [(one.text, one.value) for one in find_dates(text, published)]


def one(text: str, written: date | None = WRITTEN):
    published = day_when(written, "given", "given") if written else None
    (found,) = find_dates(text, published)
    return found


@pytest.mark.parametrize(
    "text, words, value",
    [
        # days that are printed in full
        ("The ferry sank on 14 March 1987.", "14 March 1987", "1987-03-14"),
        ("It sailed March 14, 1987, from Oslo.", "March 14, 1987", "1987-03-14"),
        ("Signed on the 3rd of May 2001.", "the 3rd of May 2001", "2001-05-03"),
        ("The log of 2016-02-29 is lost.", "2016-02-29", "2016-02-29"),
        ("The log of 29.02.2016 is lost.", "29.02.2016", "2016-02-29"),
        ("Dated 7/23/1999, it says no more.", "7/23/1999", "1999-07-23"),
        ("It opened on 05-Aug-2006.", "05-Aug-2006", "2006-08-05"),
        ("Sunday, Feb. 6, 1994, was calm.", "Sunday, Feb. 6, 1994", "1994-02-06"),
        # a paper is no day
        ("She told FJORD TODAY on 14 March 1987.", "14 March 1987", "1987-03-14"),
        ("BERG SAILS TODAY", "TODAY", "2022-06-15"),
        # in other languages
        ("Am 14. März 2019 kam das Boot.", "14. März 2019", "2019-03-14"),
        ("Le bac du 1er août 2019 était plein.", "1er août 2019", "2019-08-01"),
        ("El 5 de mayo de 2015 zarpó.", "5 de mayo de 2015", "2015-05-05"),
        ("Il 3 ottobre 2011 arrivò.", "3 ottobre 2011", "2011-10-03"),
        ("Em 9 de março de 2020 voltou.", "9 de março de 2020", "2020-03-09"),
        ("Op 9 augustus 2012 voer hij.", "9 augustus 2012", "2012-08-09"),
        ("Statek zatonął 5 listopada 2019 w nocy.", "5 listopada 2019", "2019-11-05"),
        ("Brod je potonuo 5. listopada 2019. godine.", "5. listopada 2019", "2019-10-05"),
        ("Loď odplula 3. září 2018.", "3. září 2018", "2018-09-03"),
        ("Den 5 maj 2015 kom båten.", "5 maj 2015", "2015-05-05"),
        ("Färjan gick 12 augusti 2014.", "12 augusti 2014", "2014-08-12"),
        ("Brod je stigao 7. avgusta 2013.", "7. avgusta 2013", "2013-08-07"),
        ("Паром ушёл 17 декабря 2015 г.", "17 декабря 2015", "2015-12-17"),
        ("Пором вийшов 12 вересня 2014 року.", "12 вересня 2014", "2014-09-12"),
        # months, years and longer times
        ("The bridge opened in May 2015.", "May 2015", "2015-05"),
        ("It burned down in 1911.", "1911", "1911"),
        ("It burned down in 1743.", "1743", "1743"),
        ("Trade grew in the 1980s.", "the 1980s", "198"),
        ("Trade grew in the early 1980s.", "the early 1980s", "198"),
        ("Trade grew in the nineties.", "the nineties", "199"),
        ("A harbour of the 17th century.", "the 17th century", "16"),
        ("Profits rose in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("Profits rose in Q3 2019.", "Q3 2019", "2019-Q3"),
        ("In the first half of 2019 they fell.", "the first half of 2019", "2019-H1"),
        ("The city fell in 146 BC.", "146 BC", "BC0146"),
        ("They met in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("In the summer of 1987 it was dry.", "the summer of 1987", "1987-SU"),
        ("They met at Christmas 2003.", "Christmas 2003", "2003-12-25"),
        ("They met on Easter Sunday 2016.", "Easter Sunday 2016", "2016-03-27"),
        # counted from the day of writing
        ("The envoy left today.", "today", "2022-06-15"),
        ("The envoy left yesterday.", "yesterday", "2022-06-14"),
        ("The envoy leaves tomorrow.", "tomorrow", "2022-06-16"),
        ("She left the day before yesterday.", "the day before yesterday", "2022-06-13"),
        ("The talks begin tonight.", "tonight", "2022-06-15TNI"),
        ("They met last night.", "last night", "2022-06-14TNI"),
        ("They met this morning.", "this morning", "2022-06-15TMO"),
        ("They met three days ago.", "three days ago", "2022-06-12"),
        ("They met two weeks ago.", "two weeks ago", "2022-W22"),
        ("They met five months ago.", "five months ago", "2022-01"),
        ("They met about 20 years ago.", "about 20 years ago", "2002"),
        ("They met last week.", "last week", "2022-W23"),
        ("They will meet next month.", "next month", "2022-07"),
        ("They met this year.", "this year", "2022"),
        ("They met earlier this year.", "earlier this year", "2022"),
        ("They met over the weekend.", "the weekend", "2022-W23-WE"),
        ("They will meet at the weekend.", "the weekend", "2022-W24-WE"),
        ("It will open in two weeks.", "two weeks", "2022-W26"),
        ("They came two days before Christmas 2003.", "two days before Christmas 2003",
         "2003-12-23"),
        # weekdays, by the tense
        ("They met on Tuesday.", "Tuesday", "2022-06-14"),
        ("They will meet on Tuesday.", "Tuesday", "2022-06-21"),
        ("They met on Wednesday.", "Wednesday", "2022-06-15"),
        ("They will meet on Wednesday.", "Wednesday", "2022-06-15"),
        ("They met last Wednesday.", "last Wednesday", "2022-06-08"),
        ("They will meet next Wednesday.", "next Wednesday", "2022-06-22"),
        ("The talks are set for Friday.", "Friday", "2022-06-17"),
        ("He agreed to come on Monday.", "Monday", "2022-06-20"),
        ("The talks have gone on since Sunday.", "Sunday", "2022-06-12"),
        ("They met on Monday evening.", "Monday evening", "2022-06-13TEV"),
        ("They met on the eve of the weekend.", "the eve of the weekend", "2022-06-10"),
        ("They met on the eve of the December visit.", "December", "2021-12"),
        ("They met at 5 p.m. on Monday.", "5 p.m. on Monday", "2022-06-13T17:00"),
        ("They will meet on Tuesday of next week.", "Tuesday of next week", "2022-06-21"),
        # a day or a month without a year
        ("They met on June 3.", "June 3", "2022-06-03"),
        ("They will meet on 3 July.", "3 July", "2022-07-03"),
        ("They met on December 28.", "December 28", "2021-12-28"),
        ("They will meet on January 9.", "January 9", "2023-01-09"),
        ("They met in February.", "February", "2022-02"),
        ("They met in November.", "November", "2021-11"),
        ("They will meet in November.", "November", "2022-11"),
        ("They met in March this year.", "March this year", "2022-03"),
        ("They met last August.", "last August", "2021-08"),
        ("They met on Friday (June 10).", "Friday (June 10)", "2022-06-10"),
        ("They met in early May.", "early May", "2022-05"),
        ("They met in the last week of May.", "the last week of May", "2022-W21"),
        ("They met on the first Friday of May.", "the first Friday of May", "2022-05-06"),
        # lengths of time, what comes again, what is vague: never a date
        ("The 10-day ceasefire holds.", "The 10-day", "P10D"),
        ("They talked for two and a half years.", "two and a half years", "P2Y6M"),
        ("They talked for half an hour.", "half an hour", "PT30M"),
        ("It lasted several weeks.", "several weeks", "PXW"),
        ("In the past two months it rained.", "the past two months", "P2M"),
        ("The boats sail daily.", "daily", "P1D"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They have met recently.", "recently", "PAST_REF"),
        ("In recent weeks it rained.", "recent weeks", "PAST_REF"),
        ("They are now in Oslo.", "now", "PRESENT_REF"),
        ("It will matter in the future.", "the future", "FUTURE_REF"),
    ],
)  # fmt: skip
def test_finds_and_resolves(text: str, words: str, value: str) -> None:
    assert dates(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on a second front.",
        "Mrs May will meet the envoy.",
        "It cost $1994 and weighed 2,015 kilos.",
        "The sun sat low; we wed in haste, thus content.",
        "The fall of the city was near.",
        "Three quarters of the boats are new.",
        "Shares closed at 19.50.",
        "The 6-year-old boy was found.",
        "31 April 2015 is no day",
        "The house at Mar-a-Lisa has a sun-lit hall.",
    ],
)
def test_is_no_date(text: str) -> None:
    assert [found for found in find_dates(text, None) if found.edtf] == []


@pytest.mark.parametrize(
    "text, edtf, earliest, latest",
    [
        ("They have met since May 2015.", "2015-05/..", "2015-05-01", None),
        ("They met until May 2015.", "../2015-05", None, "2015-05-31"),
        ("They met before 3 May 2015.", "../2015-05-02", None, "2015-05-02"),
        ("They met after 3 May 2015.", "2015-05-04/..", "2015-05-04", None),
        ("They must leave by Friday.", "../2022-06-17", None, "2022-06-17"),
        ("They met in early May 2015.", "2015-05-01/2015-05-15", "2015-05-01", "2015-05-15"),
        ("They met in late 2015.", "2015-07-01/2015-12-31", "2015-07-01", "2015-12-31"),
        ("They met earlier this month.", "2022-06-01/2022-06-15", "2022-06-01", "2022-06-15"),
        ("They met last week.", "2022-06-06/2022-06-12", "2022-06-06", "2022-06-12"),
        ("They met two weeks ago.", "2022-06-01~", "2022-05-30", "2022-06-05"),
        ("They met in the summer of 1987.", "1987-22", "1987-06-01", "1987-08-31"),
        ("They met in the 1980s.", "198X", "1980-01-01", "1989-12-31"),
    ],
)
def test_bounds(text: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    found = one(text)
    days = tuple(day and day.isoformat() for day in (found.earliest, found.latest))
    assert (found.edtf, *days) == (edtf, earliest, latest)


def test_last_week_on_a_sunday_is_the_week_just_over() -> None:
    found = one("They met last week.", date(2022, 6, 19))
    assert found.edtf == "2022-06-12/2022-06-18"
    assert one("They met a week ago.", date(2022, 6, 19)).edtf == "2022-06-12~"


@pytest.mark.parametrize(
    "text, ends, edtf",
    [
        ("From 3 to 5 May 2015 they met.", ["2015-05-03", "2015-05-05"], "2015-05-03/2015-05-05"),
        ("They met May 3-5, 2015.", ["2015-05-03", "2015-05-05"], "2015-05-03/2015-05-05"),
        ("Between May and July 2015 they met.", ["2015-05", "2015-07"], "2015-05-01/2015-07-31"),
        ("The war of 1861-1865 was long.", ["1861", "1865"], "1861-01-01/1865-12-31"),
        ("They will meet from Monday to Friday.", ["2022-06-20", "2022-06-17"], None),
    ],
)
def test_both_ends_of_a_span_know_it(text: str, ends: list[str], edtf: str | None) -> None:
    found = find_dates(text, day_when(WRITTEN, "given", "given"))
    assert [end.value for end in found] == ends
    if edtf:
        assert {end.edtf for end in found} == {edtf}


def test_history_counts_from_the_date_last_told() -> None:
    text = (
        "On September 4, 1831, the islanders rose. In 1832 the governor fled, and on March 9 his "
        "fleet was lost. Two days later the fort gave in. By late 1833, after a winter of hunger, "
        "peace was made. In May the envoys signed it. The same day the guns were sunk."
    )
    values = [value for _, value in dates(text)]
    assert values[:4] == ["1831-09-04", "1832", "1832-03-09", "1832-03-11"]
    assert "1833-05" in values


def test_news_counts_from_its_own_day_though_it_tells_of_old_years() -> None:
    text = "The pact of 1994 was signed anew on Monday. The talks began in April, and go on today."
    assert dates(text) == [
        ("1994", "1994"), ("Monday", "2022-06-13"), ("April", "2022-04"), ("today", "2022-06-15"),
    ]  # fmt: skip


def test_news_that_opens_with_a_day_without_a_year_is_no_history() -> None:
    text = (
        "The envoys meet on June 20. The fort was built in 1867, burnt in 1912 and sold in 1984. "
        "Roads may be closed on June 20."
    )
    values = [value for _, value in dates(text)]
    assert values == ["2022-06-20", "1867", "1912", "1984", "2022-06-20"]


def test_a_stamp_opens_no_history() -> None:
    text = (
        "June 15, 2022, 2:37 p.m. The envoys met in April. The fort was built in 1867, burnt in "
        "1912, sold in 1984 and told of in the 11th century. It closed on June 3."
    )
    values = [value for _, value in dates(text)]
    assert values[1] == "2022-04" and values[-1] == "2022-06-03"


def test_no_month_of_a_story_is_counted_from_a_century() -> None:
    text = (
        "In 1831 the fleet sailed, in 1832 it was lost, and in 1833 the fort of the 11th century "
        "gave in. In May the guns were sunk."
    )
    assert dates(text)[-1] == ("May", "1833-05")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # nothing finer is counted from a bare year, but "earlier in the day" from that of writing
        ("The war began in 2014. Berg rang earlier in the day.", "2022-06-15"),
        ("The war began on June 3. Berg rang earlier in the day.", "2022-06-03"),
        # nor is anything counted on from the past to years ahead
        ("A study of 2019 named it. More than 30 years later it will be an issue.", "XXXX"),
        ("Berg retired in 2014. Two years later she returned.", "2016"),
        # "later this week" on a Sunday is told above; the end of a meeting's week is the meeting's
        ("He spoke at the end of this week's summit.", "2022-W24"),
        ("He spoke at the end of this week.", "2022-W24"),
    ],
)
def test_what_a_time_is_counted_from(text: str, value: str) -> None:
    assert dates(text)[-1][1] == value


def test_quoted_speech_counts_from_the_day_of_the_speech() -> None:
    found = find_dates(
        "“We sail tomorrow,” Ek said on Monday. The boat lay in port today.",
        day_when(WRITTEN, "given", "given"),
    )
    assert [(one.text, one.value, one.basis) for one in found] == [
        ("tomorrow", "2022-06-14", "quote"),
        ("Monday", "2022-06-13", "weekday"),
        ("today", "2022-06-15", "relative"),
    ]


@pytest.mark.parametrize(
    ("text", "today"),
    [  # a story of Wednesday 15 June 2022 that tells of Tuesday quotes what was said on Tuesday
        ("The port opened on Tuesday.\n\n“We sail today,” Ek said.", "2022-06-14"),
        ("The port opened on Tuesday. A clerk wrote that “Ek sails tomorrow.”", "2022-06-15"),
        ("The port opened on Wednesday. “We sail today,” Ek said.", "2022-06-15"),
        ("The port opens on Friday. “We sail today,” Ek said.", "2022-06-15"),
        ("The port opened on Tuesday. Ek came on Monday. “We sail today,” Ek said.", "2022-06-15"),
        ("Ek came today. The port opened on Tuesday. “We sail today,” he said.", "2022-06-15"),
        ("The port opened on Tuesday. It shuts on July 3. “We sail today,” Ek said.", "2022-06-15"),
        ("The port opened on Tuesday. Ek sails today.", "2022-06-15"),
    ],
)
def test_today_in_a_quotation_is_the_day_that_the_story_tells_of(text: str, today: str) -> None:
    assert [one for name, one in dates(text) if name in ("today", "tomorrow")][-1] == today


def test_without_a_day_of_writing_only_what_the_text_dates() -> None:
    assert dates("They met on Friday, 3 May 2019, and on Monday.", None)[0][1] == "2019-05-03"
    (found,) = find_dates("They met on Monday.", None)
    assert (found.value, found.edtf, found.basis) == ("XXXX-WXX-1", None, "undated")


def test_a_day_of_writing_known_within_bounds_leaves_open_what_they_leave_open() -> None:
    bounds = When(
        edtf="[2022-06-15..2022-06-16]", earliest=date(2022, 6, 15), latest=date(2022, 6, 16),
        precision="set", basis="text", derivation="invented",
    )  # fmt: skip
    tuesday, today = resolve(find_expressions("They met on Tuesday and came today."), bounds)
    assert tuesday.value == "2022-06-14"
    assert (today.earliest, today.latest) == (date(2022, 6, 15), date(2022, 6, 16))
    assert today.edtf == "[2022-06-15..2022-06-16]"


def test_the_first_stage_keeps_both_halves_of_a_pair() -> None:
    (found,) = find_expressions("They met on Friday (July 15).")
    meaning = found.meaning
    assert (meaning.weekday, meaning.month, meaning.day, meaning.year) == (5, 7, 15, None)
    assert (found.value, found.anchor, found.tense) == ("XXXX-07-15", "publication", "past")


def test_the_derivation_says_what_a_historian_would() -> None:
    found = one("They met on Tuesday.")
    assert found.derivation == (
        "Tuesday 14 June 2022, the Tuesday before Wednesday 15 June 2022, the day of writing"
    )


NEXT_DAY = [
    # counted from the day told before, on Wednesday 15 June 2022
    ("Berg met Stone on Monday. The owner paid the next day.", "the next day", "2022-06-14"),
    ("Berg met Stone on Monday. Next day the bill was paid.", "Next day", "2022-06-14"),
    ("Berg signed on May 30 and flew home the next day.", "the next day", "2022-05-31"),
    ("The summit opens on June 20. The next day Lund will sign.", "The next day", "2022-06-21"),
    ("Berg came on Monday. He left the morning after.", "the morning after", "2022-06-14"),
    ("Berg came on Monday. He had slept the night before.", "the night before", "2022-06-12"),
    ("Berg came on Monday. He rang the previous evening.", "the previous evening", "2022-06-12"),
    ("Berg came on Monday. That same evening he ate.", "That same evening", "2022-06-13"),
    ("Berg signed on Monday. On the eve he ate with Lund.", "the eve", "2022-06-12"),
    ("They will sail on June 20. Berg landed at 7:40 a.m. and rang.", "7:40 a.m.", "2022-06-15"),
    # no day is told, or it cannot be that one
    ("Berg signed in the old hall. The next day he left.", "The next day", None),
    ("Berg signed in the old hall. That evening he left.", "That evening", None),
    ("Berg signed in the old hall. He had come on the eve.", "the eve", None),
    ("The bridge was shut in May. The next day boats came.", "The next day", None),
    ("They sail on June 20, Berg said. The next day Lund denied it.", "The next day", None),
    ("Berg came on Monday. The day before Lund left, they ate.", "The day before", None),
    ("Berg came on Monday on the same day Lund was hurt.", "the same day", None),
    (f"Berg came on Monday. {'Snow lay on the road. ' * 40}The next day he left.", "The next day",
     None),
    # near misses
    ("Berg said they would leave within the next day.", "the next day", None),
    ("Next week the boats come back.", "Next week", "2022-06-20"),
    ("Berg came on Monday. The day before, Lund had left.", "The day before", "2022-06-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "day"), NEXT_DAY)
def test_the_next_day_counts_from_the_day_told_before(
    text: str, words: str, day: str | None
) -> None:
    told = find_dates(text, day_when(WRITTEN, "given", "given"))
    found = next(one for one in told if one.text == words)
    assert (found.earliest and found.earliest.isoformat()) == day
