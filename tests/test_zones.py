"""What each stretch of a text is: whole stories first, then single lines, then the laws."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.records import SUPPORTING, Span, ZoneKind
from index.zones import find_paragraphs, find_place, mark_zones

Marked = list[tuple[str, str]]


def mark(text: str, title: str | None = None, captions: tuple[str, ...] = ()) -> Marked:
    zones = mark_zones(text, title, captions)
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in zones]


FIRST = "The two foreign ministers met on the quay and agreed to mend the cable before winter."
SECOND = "Neither of them would say in public who is going to pay for the ship and the divers."
THIRD = "The harbour master said that the ship could sail on the first calm day of the month."

STORIES: list[tuple[str, Marked]] = [
    (  # a portal's page: its own words above and below, the picture with its credit twice
        f"All news\n\nFerry sails again\n\nMinisters shake hands in the rain\n"
        f"Anna Stone (left) shakes hands with Lars Berg\n© Jon Wren/NNA\n\n"
        f"TALLINN, May 14. /Northline/. {FIRST}\n\n{SECOND}\n\nWhat it carries\n\n{THIRD}\n\n"
        f"NORTHLINE\n\nRead also: Bridge closed\n\n© 2014-2025 The Courier",
        [
            ("boilerplate", "All news"),
            ("headline", "Ferry sails again"),
            ("subhead", "Ministers shake hands in the rain"),
            ("caption", "Anna Stone (left) shakes hands with Lars Berg"),
            ("credit", "© Jon Wren/NNA"),
            ("dateline", "TALLINN, May 14. /Northline/."),
            ("body", FIRST),
            ("body", SECOND),
            ("heading", "What it carries"),
            ("body", THIRD),
            ("credit", "NORTHLINE"),
            ("boilerplate", "Read also: Bridge closed"),
            ("boilerplate", "© 2014-2025 The Courier"),
        ],
    ),
    (  # a subhead that has run into the dateline; "NATO" and a day in a sentence is none
        f"Ferry sails again\n\nThe new line to open on July 1 RIGA, March 27, 2018. /NNA/. "
        f"{FIRST}\n\n{SECOND}",
        [
            ("headline", "Ferry sails again"),
            ("subhead", "The new line to open on July 1"),
            ("dateline", "RIGA, March 27, 2018. /NNA/."),
            ("body", FIRST),
            ("body", SECOND),
        ],
    ),
    (  # a masthead, a byline, a date on its own line, a paragraph that came twice
        f"QUAYSIDE POST\n\nFerry sails again\nBy J. R. Castlemain in Oslo\n"
        f"Wednesday, 17 January 2018\n\n{FIRST}\n\n{FIRST}\n\n{SECOND}\n\n"
        "Quayside Post and agencies",
        [
            ("credit", "QUAYSIDE POST"),
            ("headline", "Ferry sails again"),
            ("credit", "By J. R. Castlemain in Oslo"),
            ("dateline", "Wednesday, 17 January 2018"),
            ("body", FIRST),
            ("boilerplate", FIRST),
            ("body", SECOND),
            ("credit", "Quayside Post and agencies"),
        ],
    ),
    (  # a story carried by a portal in another language, with its comment form
        f"Ferry sails again\n\nSource: Northline\n\nOslo, December 9, 2014\n\n{FIRST}\n\n"
        f"{SECOND}\n\n"
        "17\xa0декабря\xa02015\xa0г.\nЗдесь Вы можете оставить свой комментарий.\nВаше имя:",
        [
            ("headline", "Ferry sails again"),
            ("credit", "Source: Northline"),
            ("dateline", "Oslo, December 9, 2014"),
            ("body", FIRST),
            ("body", SECOND),
            ("boilerplate", "17\xa0декабря\xa02015\xa0г."),
            ("boilerplate", "Здесь Вы можете оставить свой комментарий."),
            ("boilerplate", "Ваше имя:"),
        ],
    ),
    (  # the words of other outlets; a person's words of the same length stay the story's
        "Two papers saw it in two ways, and neither of them asked the harbour master.\n"
        "«The ferry was late, and nobody on the quay was told why she came in with one engine», "
        "- The Halden Courier writes.\n"
        "The Quayside Post wrote: “The ferry was not late by a single minute, whatever the rival "
        "paper may say.”\n"
        "“The ferry was late because of the fog, and we told everyone who asked us on the quay,” "
        "Berg reported.",
        [
            (
                "body",
                "Two papers saw it in two ways, and neither of them asked the harbour master.",
            ),
            (
                "other_outlet",
                "«The ferry was late, and nobody on the quay was told why she came in with one "
                "engine»",
            ),
            ("body", ", - The Halden Courier writes."),
            ("body", "The Quayside Post wrote:"),
            (
                "other_outlet",
                "“The ferry was not late by a single minute, whatever the rival paper may say.”",
            ),
            (
                "body",
                "“The ferry was late because of the fog, and we told everyone who asked us on the "
                "quay,” Berg reported.",
            ),
        ],
    ),
    (  # a date over each part of a list, and none is a headline
        f"Week on the quay\n\n{FIRST}\n\nTbilisi, 18 March\n\n{SECOND}\n\n"
        f"Aktau, 8 April\n\n{THIRD}",
        [
            ("headline", "Week on the quay"),
            ("body", FIRST),
            ("dateline", "Tbilisi, 18 March"),
            ("body", SECOND),
            ("dateline", "Aktau, 8 April"),
            ("body", THIRD),
        ],
    ),
    (  # nothing but a sentence
        FIRST,
        [("body", FIRST)],
    ),
    ("Ferry sails", [("headline", "Ferry sails")]),
]


@pytest.mark.parametrize(("text", "zones"), STORIES)
def test_stories(text: str, zones: Marked) -> None:
    assert mark(text) == zones


@pytest.mark.parametrize(
    ("line", "kind"),
    [  # each line stands between two paragraphs of a story
        ("Share on Facebook Tweet Print", "boilerplate"),
        ("Share prices fell on the news that the ferry would not sail.", "body"),
        ("Subscribe to our newsletter for more ferries.", "boilerplate"),
        ("Support us from 2 euros a month.", "boilerplate"),
        ("Support for the cable grew in both of the ports.", "body"),
        ("Like his father, the minister had come by sea.", "body"),
        ("Comments (12)", "boilerplate"),
        ("Comment from the ministry was not to be had on Monday.", "body"),
        ("The cook baked cookies for both of the delegations.", "body"),
        ("We use cookies to make this page better for you.", "boilerplate"),
        ("Most read", "boilerplate"),
        ("Related talks on cod went on until the morning.", "body"),
        ("Home | Ports | Ships | People", "boilerplate"),
        ("* * *", "boilerplate"),
        ("© 2019 The Halden Courier", "boilerplate"),
        ("Copyright The Halden Courier 2021. Do not reprint.", "boilerplate"),
        ("© Anna Berg/NNA", "credit"),
        ("Photo by: S. Wren", "credit"),
        ("By our own correspondent", "credit"),
        ("By Tuesday the ferry had left the port", "heading"),
        ("(Reporting by Anna Berg; editing by Jon Wren)", "credit"),
        ("Quay at dawn, 9 Oct. 2019. Photo by: S. Wren", "caption"),
        ("Caption: the ferry at dawn", "caption"),
        ("What it carries", "heading"),
        ("“No,” she said.", "body"),
        ("THE GENERAL GOES SOUTH", "heading"),
    ],
)
def test_lines_within_a_story(line: str, kind: str) -> None:
    assert mark(f"Ferry sails\n\n{FIRST}\n\n{line}\n\n{SECOND}")[2] == (kind, line)


@pytest.mark.parametrize(
    ("dateline", "place"),
    [  # how the wires of the world open a story
        ("TALLINN, May 14. /Northline/.", "TALLINN"),
        ("TALLINN, May 14 /Northline/.", "TALLINN"),
        ("TALLINN (Meridian) -", "TALLINN"),
        ("GENOA, Jan 12 (Meridian) -", "GENOA"),
        ("BARI, Dec. 11 (Nanhua) --", "BARI"),
        ("Tallinn, December 9, 2014 (NNA) -", "Tallinn"),
        ("Oslo, 3 March (Nanhua):", "Oslo"),
        ("Oslo, March 3, 2018.", "Oslo"),
        ("RIGA. July 19 (Interbalt) -", "RIGA"),
        ("RIGA. /Northline/.", "RIGA"),
        ("OSLO, May 14.—", "OSLO"),
        ("OSLO, May 14.", "OSLO"),
        ("MOYALE, Thursday.", "MOYALE"),
        ("OSLO, Monday (NNA) -", "OSLO"),
        ("OSLO, Monday, May 14 (NNA) -", "OSLO"),
        ("BATUMI (MERIDIAN), Wednesday, June 30 —", "BATUMI"),
        ("GDANSK, Poland (MERIDIAN) —", "GDANSK, Poland"),
        ("YANGON, Burma (NNA)_", "YANGON, Burma"),
        ("SARAJEVO, Bosnia and Herzegovina –", "SARAJEVO, Bosnia and Herzegovina"),
        ("BAKU, Azerbaijan, Dec. 15 -", "BAKU, Azerbaijan"),
        ("WASHINGTON, D.C. —", "WASHINGTON, D.C."),
        ("RIO DE JANEIRO, March 3 (Meridian) -", "RIO DE JANEIRO"),
        ("ST. PETERSBURG, June 3. /NN/.", "ST. PETERSBURG"),
        ("N'DJAMENA, May 4 (Meridian) -", "N'DJAMENA"),
        ("TALLINN/OSLO, April 5 —", "TALLINN/OSLO"),
        ("THE HAGUE, Netherlands (NNA) —", "THE HAGUE, Netherlands"),
        ("TALLINN, 14 de mayo. /Northline/.", "TALLINN"),
        ("МОСТЫ, 14 июля. /Причал/.", "МОСТЫ"),
        ("SHKODRA –", "SHKODRA"),
        ("LA PAZ.", "LA PAZ"),
        ("Oslo NNA —", "Oslo"),
        ("NNA —", None),
    ],
)
def test_datelines(dateline: str, place: str | None) -> None:
    text = f"{dateline} {FIRST}"
    zones = mark_zones(text)
    assert mark(text) == [("dateline", dateline), ("body", FIRST)]
    assert find_place(text, zones[0]) == place


@pytest.mark.parametrize(
    "opening",
    [
        "The talks ended May 14. Then both of them left.",
        "On May 14. Then both of the ministers left the town.",
        "Berg (left) shakes hands with Stone on the wet quay.",
        "Stone (Liberal) and Berg (Labour) met on the wet quay.",
        "The Port Labour Council (PLC) said that it would strike.",
        "Ann Moe, 5 May 1950 - 3 June 2001, was a minister.",
        "NATO – an alliance of many countries – said no to it.",
        "WHO. That is the question which nobody would answer.",
        "UPDATE – The ferry has sailed with both of the ministers.",
        "March 3 (Sunday) was the first calm day of the month.",
        "Berg – the minister of the ports – said no to it.",
        "The Post – a daily paper of the ports – wrote about it.",
        "EXCLUSIVE: The minister resigns over the old ferry today.",
    ],
)
def test_what_opens_like_a_dateline_and_is_none(opening: str) -> None:
    assert mark(opening) == [("body", opening)]


def test_the_title_and_the_captions_that_a_source_names_are_marked() -> None:
    text = f"Ferry sails\n\nThe quay at dawn,\nin the fog\n\n{FIRST}"
    assert mark(text, "FERRY  SAILS", ("The quay at dawn,", "in the fog")) == [
        ("headline", "Ferry sails"),
        ("caption", "The quay at dawn,"),
        ("caption", "in the fog"),
        ("body", FIRST),
    ]


def test_lines_broken_by_hand_are_one_paragraph_and_an_indent_opens_the_next() -> None:
    text = (
        "The ministers of two countries met on the ferry and\n"
        "agreed on nothing but the soup.\n"
        "    The cook was praised by both of them in the\n"
        "evening, and went home.\n"
    )
    paragraphs = [text[p.start : p.end] for p in find_paragraphs(text)]
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["The", "The"]
    assert [paragraph.count("\n") for paragraph in paragraphs] == [1, 1]


def test_a_story_in_another_script_is_a_story() -> None:
    text = "Паром вышел\n\nМинистры двух стран встретились на причале и договорились о кабеле."
    assert [kind for kind, _ in mark(text)] == ["headline", "body"]


def test_a_place_is_found_in_a_dateline_only() -> None:
    assert find_place(FIRST, Span(start=0, end=10)) is None


LINES = st.sampled_from(
    [FIRST, SECOND, "OSLO, May 14. /NNA/. The ferry sailed.", "Photo by: X", "All news", "---",
     "© A", "© 2019", "Ваше имя", "« a »", "The Post wrote: «", "»", "By A. B", " ", "\t", "\xa0",
     "a\tb"]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f", "\u2028"])


@settings(deadline=None)
@given(st.lists(st.tuples(LINES | st.text(max_size=8), ENDS), max_size=12), st.none() | st.text())
def test_zones_are_in_order_and_cover_every_character_that_is_not_blank(
    lines: list[tuple[str, str]], title: str | None
) -> None:
    text = "".join(line + end for line, end in lines)
    zones = mark_zones(text, title)
    assert all(before.end <= after.start for before, after in pairwise(zones))
    covered = "".join("".join(text[zone.start : zone.end].split()) for zone in zones)
    assert covered == "".join(text.split())


@pytest.mark.parametrize(
    "unit",
    ["A", "ABC ", "Aaa ", "A. ", "A-", "“", '"', '" ', "« ", "«a b c d e f g h i j k l m» ", "(",
     "/a", "a | ", " ", "\xa0", "\n", "May 14 ", "1", "The Post writes ", "share ", "by A. ", "© a"]
)  # fmt: skip
def test_a_hostile_text_takes_no_longer_than_its_length(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    started = time.process_time()
    zones = mark_zones(text)
    assert time.process_time() - started < 2
    assert all(zone.kind in ZoneKind for zone in zones)


def test_only_the_storys_own_words_support_an_answer() -> None:
    kinds = {"headline", "subhead", "caption", "body"}
    assert {kind.value for kind in SUPPORTING} == kinds
