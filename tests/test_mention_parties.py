"""Nobody of those whom a sentence names is left out of a meeting, and nobody else put in."""

import pytest

from tests.reports import names_of, report

BOTH = ["Anna Berg", "Karl Stone"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # who joins, hosts, convenes or holds the meeting of others
        ("Anna Berg will join a Harbour Council summit on Friday.",
         ["Anna Berg", "Harbour Council"]),
        ("Anna Berg has convened a meeting of Nordic ambassadors in Riga.",
         ["Anna Berg", "Nordic ambassadors"]),
        ("Anna Berg hosted a meeting of Nordic ministers in Oslo.",
         ["Anna Berg", "Nordic ministers"]),
        ("Anna Berg held a National Harbour Council meeting on Monday.",
         ["Anna Berg", "National Harbour Council"]),
        ("Premier Anna Berg joined an 11:30 am meeting with members of her staff in Oslo.",
         ["Anna Berg", "members of her staff"]),
        # who hopes to meet somebody, where "hopes" may be a noun
        ("President Ida Trom spoke. After returning home, Trom hopes to meet with Karl Stone.",
         ["Ida Trom", "Karl Stone"]),
        ("President Ida Trom spoke. Returning home, Trom hopes to meet with Karl Stone on Monday.",
         ["Ida Trom", "Karl Stone"]),
        # a cabinet is a body as a council is
        ("A cabinet meeting chaired by Premier Anna Berg set a sum aside on Monday.",
         ["Anna Berg", "cabinet"]),
        ("Premier Anna Berg will hold a cabinet meeting on Friday.", ["Anna Berg", "cabinet"]),
        ("Premier Anna Berg listens during a cabinet meeting in Riga.", ["Anna Berg", "cabinet"]),
        ("The cabinet met in Riga on Monday.", ["cabinet"]),
        # names that no label tells to be of a body or of a man
        ("The minister said that talks between the ministry and Balprom on the price of gas had "
         "begun in Oslo.", ["Balprom", "ministry"]),
        ("The visit lasted an hour, and the Rimbai Lama also met with Karl Stone.",
         ["Karl Stone", "Rimbai Lama"]),
        # who is called in, and whose stay it was
        ("Premier Anna Berg and envoy Karl Stone hauled Ivo Marsh in for a meeting in March.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        ("Premier Anna Berg brought Karl Stone in for talks on Monday.", BOTH),
        ("Premier Ivo Marsh ended his holiday, which included talks with Anna Berg and Karl Stone.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        ("Ivo Marsh ended a tour that included talks with Anna Berg in Riga.",
         ["Anna Berg", "Ivo Marsh"]),
        ("The tour included talks between Anna Berg and Karl Stone on Monday.", BOTH),
        # who said so at the end, and nobody of the clause before
        ("The office is trying to get Moe out of Norway, members of the Harbour Board said after "
         "meeting with Anna Berg on Monday.", ["Anna Berg", "members of the Harbour Board"]),
        ("Despite his criticism of the Nordic Union, Premier Karl Stone met with Anna Berg.", BOTH),
        ("Karl Stone, Ivo Marsh and members of the board met Anna Berg on Monday.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone", "members of the board"]),
        # governments by their countries; a body by its owner or by its name before
        ("The envoy Karl Stone left for talks with the governments of Norway, Latvia and Estonia.",
         ["Karl Stone", "governments of Norway, Latvia and Estonia"]),
        ("Norway said its cabinet would meet in Oslo on Monday.", ["Norway's cabinet"]),
        ("Karl Stone spoke at the Group of Nine summit.\n\nOn Monday, Stone met with the group.",
         ["Group of Nine", "Karl Stone"]),
        # who is listed behind "including" with the town of the office
        ("Anna Berg met with Latvian officials on Monday including Finance Minister Karl Stone and "
         "Bergen Mayor Ivo Marsh.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone", "Latvian officials"]),
        ("Anna Berg met party leaders, including Secretary-General Karl Stone, on Monday.",
         ["Anna Berg", "Karl Stone", "party leaders"]),
        # with whom a matter is discussed, deep in its words; "he" again
        ("Anna Berg discussed a range of issues on the topic of fishing and control with her "
         "Latvian counterpart Karl Stone.", BOTH),
        ("President Karl Stone was busy. He also was to talk with Ivo Marsh and Olaf Moe. "
         "He spoke Saturday to Anna Berg.", BOTH),
        # who came from where, though a parse hangs it elsewhere; a body of two names
        ("Anna Berg left Lund. She met with leaders from two of the state's largest mills.",
         ["Anna Berg", "leaders from two of the state's largest mills"]),
        ("A meeting of the NORD-Latvia Commission was also scheduled.", ["NORD-Latvia Commission"]),
        ("Anna Berg met with officials from Monday to Friday.", ["Anna Berg", "officials"]),
        # the first lady, and a king of two names
        ("First lady Ida Trom spoke. On Sunday, the first lady will meet with sailors' families.",
         ["Ida Trom", "families"]),
        ("King Olaf-Magnus hosted Anna Berg on Monday.", ["Anna Berg", "Olaf-Magnus"]),
        # a side by whatever words tell it, beside one that is known
        ("Talks between editors and the Harbour Union began on Friday.",
         ["Harbour Union", "editors"]),
        ("Talks between Anna Berg and the shipowners began on Friday.",
         ["Anna Berg", "shipowners"]),
        # where a body's name, or what says whose a body is, goes on
        ("An advisory committee to NORD will meet on Friday.", ["advisory committee to NORD"]),
        ("Anna Berg will hold talks with the governments of Bergen, Tromso and Alta on Friday.",
         ["Anna Berg", "governments of Bergen, Tromso and Alta"]),
        # newly in office; a name that the model takes for a town's
        ("Anna Berg met Karl Stone and newly appointed deputy ministers Ivo Marsh and Olaf Moe.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone", "Olaf Moe"]),
        ("Anna Berg met with Lo Riga, chair of the harbour board, on Monday.",
         ["Anna Berg", "Lo Riga"]),
        # who left after talks, though the parse hangs them on who tells of it
        ("Latvian President Anna Berg left Norway by air on Sunday in defiance of sanctions "
         "against Riga, after holding talks with Norwegian leader Karl Stone, Latvian television "
         "said in a report.", BOTH),
        # "the two leaders" are those of the sentence before, if both are told by office or neither
        ("President Anna Berg praised Latvian President Karl Stone. The two leaders also met a "
         "month ago in Riga.", BOTH),
        ("President Anna Berg hosted Latvian President Karl Stone on Friday. The port was not "
         "discussed in the two leaders' phone call.", BOTH),
        ("President Anna Berg met Latvian President Karl Stone on Friday. Premier Berg sailed with "
         "Ivo Marsh. The two leaders met in Riga on Monday.", BOTH),
        # whose journey included a stop and talks
        ("Anna Berg returned on Friday from her trip to Asia, which included a stop in Riga and "
         "meetings with newly elected Latvian President Karl Stone.", BOTH),
    ],
)  # fmt: skip
def test_who_is_told_by_name_takes_part(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # a meeting beside what is held, or of those who are away
        ("Anna Berg hosted Karl Stone after a meeting of Nordic ministers.",
         ["Nordic ministers"]),
        ("Anna Berg joined the party before a meeting of Nordic ministers.",
         ["Nordic ministers"]),
        # who somebody is, by another name of hers
        ("Prince Karl Stone and his wife, Anna Berg, Duchess of Lund, met Ivo Marsh on Monday.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        # a pair that is told of for the first time, and the pair just named
        ("Anna Berg and Karl Stone rowed. Ivo Marsh met with a pair of new crews.",
         ["Ivo Marsh"]),
        ("Anna Berg and Karl Stone rowed. Ivo Marsh met the pair.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        # who does something after meeting somebody, for all the commas
        ("After meeting Karl Stone, Anna Berg travelled to Oslo.", BOTH),
        ("After talks with Karl Stone, Anna Berg said she would fish.", BOTH),
        ("Having met Karl Stone, Anna Berg flew home.", BOTH),
        ("After meeting Karl Stone, Anna Berg and Ivo Marsh flew home.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        # whose engagement it was, and who spoke there
        ("Among Anna Berg's first engagements was a dinner with Karl Stone.", BOTH),
        ("Among Anna Berg's worries was a dinner of Karl Stone and Ivo Marsh.",
         ["Ivo Marsh", "Karl Stone"]),
        ("Anna Berg speaks as Karl Stone listens during a cabinet meeting in Oslo.",
         [*BOTH, "cabinet"]),
        # whom somebody is to be got to meet
        ("Ivo Marsh said that Anna Berg has resisted plans to get her to meet Karl Stone.", BOTH),
        # who joined whom, and who was among them
        ("Anna Berg was joined by Karl Stone for talks with Ivo Marsh in Riga.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        ("Ministers from eight states met in Riga, among them Anna Berg and Karl Stone.",
         ["Anna Berg", "Karl Stone", "Ministers from eight states"]),
        # as many names as counterparts
        ("Latvian Defence Minister Ida Trom and her Norwegian and Polish counterparts, Anna Berg "
         "and Karl Stone, met on Monday.", ["Anna Berg", "Ida Trom", "Karl Stone"]),
        # the town, and by which means
        ("Anna Berg met with Karl Stone on Zoom.", BOTH),
        ("Anna Berg met with Karl Stone at Harbourside on Monday.", BOTH),
        # a headline, where all is capitalised
        ("Anna Berg Meets Karl Stone And Dinner", BOTH),
        # her counterpart, told by name
        ("Anna Berg met her Latvian counterpart, President Karl Stone, on Monday.", BOTH),
        ("President Anna Berg will meet with her counterpart, Secretary Karl Stone.", BOTH),
        ("Anna Berg met her Latvian counterpart, Karl Stone, and Ivo Marsh on Monday.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        # a summit's name, which is no body's
        ("The Lund Sea Education Summit was held on Thursday in Riga.", []),
        ("The Harbour Council Summit was held on Thursday in Riga.", ["Harbour Council"]),
        # who wrote it, between a headline and the story
        ("The talks between Norway and Latvia stall Ivo Marsh Premier Karl Stone said on Monday.",
         ["Latvia", "Norway"]),
        # what ends a group's name
        ("Anna Berg met with a group of Latvian sailors who sing on Monday.",
         ["Anna Berg", "group of Latvian sailors"]),
        ("Anna Berg met leaders of the three countries on regional issues of common concern.",
         ["Anna Berg", "leaders of the three countries"]),
        ("Anna Berg met members of the Lund Committee on Sea Trade on Monday.",
         ["Anna Berg", "members of the Lund Committee on Sea Trade"]),
        # an observant Lutheran is nobody besides, a defiant Stone is Stone
        ("An observant Lutheran, Premier Karl Stone flew off for a meeting with Anna Berg.", BOTH),
        ("Karl Stone rose. A defiant Stone met Anna Berg on Monday.", BOTH),
        # leaders told apart from those before, and from their ministers
        ("President Anna Berg praised Latvian President Karl Stone. The two rebel leaders met on "
         "Monday.", ["two rebel leaders"]),
        ("President Anna Berg praised Latvian President Karl Stone. The two old leaders met on "
         "Monday.", ["two old leaders"]),
        ("President Anna Berg praised Foreign Minister Karl Stone. The two leaders met on Monday.",
         ["two leaders"]),
        ("President Anna Berg praised Latvian President Karl Stone. Ivo Lund met two leaders on "
         "Monday.", ["Ivo Lund", "two leaders"]),
        ("President Anna Berg praised Latvian President Karl Stone. Ivo Lund met the two leaders "
         "of the strike on Monday.", ["Ivo Lund", "two leaders of the strike"]),
        # a body that only did something for a meeting
        ("Anna Berg attended a NORD-backed meeting with Karl Stone in Oslo on Friday.", BOTH),
        ("Anna Berg attended a UN-sponsored summit in Oslo on Friday.", ["Anna Berg"]),
        # one party and another run together; a word that only says which people
        ("Ivo Lund leads Norway. A potential meeting between Lund and GCC leaders this summer "
         "would be welcome.", ["GCC leaders", "Ivo Lund"]),
        ("Anna Berg met a chief of the mill after a meeting with NORD and Harbour Bank leaders on "
         "Monday.", ["Anna Berg", "NORD and Harbour Bank leaders"]),
        ("Anna Berg met Karl Stone and government officials from Chile on Friday.",
         ["Anna Berg", "Karl Stone", "government officials from Chile"]),
    ],
)  # fmt: skip
def test_who_stands_near_takes_no_part(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people


@pytest.mark.parametrize(
    "text",
    [
        "The city held a cabinet making fair on Monday.",
        "Plans to meet Anna Berg in Oslo were dropped.",
        "President Ida Trom spoke. Trom hopes to meet the costs rose on Monday.",
        "Anna Berg is meeting the costs of the Harbour Hall.",
        # of sources, of a tour's owner whom nobody names, of a body that nothing tells apart
        "The Riga Globe, quoting sources close to the negotiations, said Anna Berg left on Monday.",
        "The tour included talks with Anna Berg and Karl Stone on Monday.",
        "The committee met on Monday.",
        # to a station or a body, and of the news itself
        "Anna Berg and Karl Stone spoke to RKB on Monday.",
        "Karl Stone has said he’s willing to hold talks with President Anna Berg.",
        "The Lund Times spoke with Anna Berg about Karl Stone on Monday.",
        "Anna Berg was visited by nurses to “share and talk through” the news of Karl Stone.",
        # where nobody is met: a ship, a sight, never, a film; two guests
        "The navy's destroyer “Stone” visited Riga on Monday.",
        "President Anna Berg spoke on Monday during a visit to the quake zone.",
        "President Anna Berg made a visit to an animal clinic on Thursday.",
        "Anna Berg, who has never visited Riga, was flattered on Monday.",
        "Anna Berg hosted a White House screening on Saturday of a new film.",
        "President Karl Stone and first lady Anna Berg arrived at a hall for a dinner on Monday.",
        "Anna Berg paid a visit to the flooded villages.",
        "“It's sad,” he said of Berg's visit.",
        "Anna Berg said during a visit to the mill that she would run again.",
        "Vice President Anna Berg made a historic visit to a clinic on Monday.",
        "Talks between the two sides began on Friday.",
        "Anna Berg told of groups where she would meet people.",
        "Anna Berg is planning a trip to meet her husband.",
        "The bar closed on Friday after consultation with our tracing team, Anna Berg said.",
        "President Karl Stone on Friday appointed Anna Berg as NORD envoy for port talks.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert not report(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg was present at the talks with Karl Stone on Monday.",
        "Anna Berg delivered an address to a joint meeting of Congress on Monday.",
        "The cabinet met in Riga on Monday.",
        "Anna Berg spoke with RKB Shipping by telephone on Monday.",
        "The captain of the ferry, Karl Stone, visited Riga on Monday.",
        "Anna Berg paid a visit to the country on Monday.",
        "Anna Berg will visit Bergen on Friday.",
        "Kibo Stone's last visit to Norway was in 2005.",
        "Anna Berg will make a trip to the Middle East.",
        "Ivo Lund clasps a man in Lund, Nov. 18, 1978, during Anna Berg's visit.",
        "Anna Berg paid a visit to the rebel-held town of Lund on Monday.",
        "President Karl Stone met first lady Anna Berg in Oslo on Monday.",
        "Anna Berg has never met Karl Stone.",
        "Anna Berg closed the port on Friday after consulting with the Harbour Board.",
        "Anna Berg met the people of Lund on Friday.",
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert len(report(text)) == 1


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("RIGA TODAY: Anna Berg will hold talks with President Karl Stone.", None),
        ("Anna Berg told RIGA TODAY that she would meet Karl Stone.", None),
        ("Anna Berg will meet Karl Stone today.", "2022-06-15"),
        ("TODAY Anna Berg will meet Karl Stone.", "2022-06-15"),
    ],
)
def test_a_paper_is_no_day(text: str, edtf: str | None) -> None:
    (found,) = report(text)
    assert (found.when and found.when.edtf) == edtf
