"""Reports of meetings: who, when, where, on what, in which form, and what is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.archive import Archive
from index.dates import find_dates
from index.meeting_records import STORED, Mention
from index.mention_cues import NOUNS, VERBS
from index.mentions import find_mentions
from index.not_meetings import NOT_MEETINGS
from tests.reports import names_of, report

BOTH = ["Anna Berg", "Karl Stone"]


def in_full(example: str) -> str:
    """A cue's example with full names, as an article names people first."""
    if "Anna" in example:
        return example
    return example.replace("Berg", "Anna Berg").replace("Stone", "Karl Stone")


@pytest.mark.parametrize("cue", VERBS, ids=lambda cue: f"{cue.lemma}-{cue.form}")
def test_each_verb_by_its_example(cue) -> None:
    found = report(in_full(cue.example))
    forms = {cue.form} | ({"call"} if "phone" in cue.example else set())
    assert [mention.form in forms for mention in found] == [True]


@pytest.mark.parametrize(
    "text",
    ["The album brought together Anna Berg and Karl Stone.",
     "Anna Berg shook hands with sailors in Riga.",
     "Anna Berg shook hands with colleagues in Riga.",
     "Karl Lund kept leaving meetings off the books.",
     # whoever leaves them to others is not there; nobody says that those came
     "Anna Berg left the talks with Karl Stone to her deputy.",
     "Anna Berg left her deputy the talks with Karl Stone.",
     "Anna Berg left Ivo Lund the talks with Karl Stone.",
     "Anna Berg left the meeting with Karl Stone to aides on Monday.",
     "Anna Berg left the talks with Karl Stone to the foreign ministry.",
     "Anna Berg joined Karl Stone in calling for talks."],
)  # fmt: skip
def test_what_is_like_a_meeting_and_is_none(text: str) -> None:
    assert report(text) == []


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_each_noun(noun: str) -> None:
    if NOUNS[noun] == "visit":
        text = f"Anna Berg made a {noun} {'of' if noun == 'tour' else 'to'} Norway on Monday."
    elif noun == "call":
        text = "Anna Berg had a telephone call with Karl Stone on Monday."
    else:
        text = f"Anna Berg held a {noun} with Karl Stone on Monday."
    (found,) = report(text)
    assert (found.form, found.status.value) == (NOUNS[noun], "held")
    assert found.when is not None and found.when.edtf == "2022-06-13"


def test_a_day_may_stand_before_whom_one_meets() -> None:
    (found,) = report("In a video of her meeting Friday with Karl Stone, Anna Berg is smiling.")
    assert sorted(names_of(found)) == BOTH


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg said at a Harbour Council meeting that funds are low.",
         ["Anna Berg", "Harbour Council"]),
        ("Anna Berg presented the plan at a special school board meeting last week.",
         ["Anna Berg", "school board"]),
        # words of a gathering's name are nobody; a body that meets is
        ("Anna Berg held her own Nordic Leaders Summit in Riga.", ["Anna Berg"]),
        ("Anna Berg held a Harbour Leaders Summit in Riga.", ["Anna Berg"]),
        # who visits is met, and no host is his visitor
        ("Anna Berg met with visiting Norwegian Foreign Minister Karl Stone on Monday.", BOTH),
        ("Visiting Norwegian Premier Karl Stone was received by President Anna Berg.", BOTH),
        ("Anna Berg hosted a dinner for visiting Premier Karl Stone on Monday.", BOTH),
        ("President Anna Berg gave a lunch for Karl Stone on Monday.", BOTH),
        ("The two leaders, Anna Berg and Karl Stone, met in Riga on Monday.", BOTH),
        ("Anna Berg conferred for 90 minutes with Karl Stone on Monday.", BOTH),
        ("Anna Berg, on the first leg of a three-nation tour, held talks with Karl Stone.", BOTH),
        # who speaks or stands at its edge, not who praises it
        ("Anna Berg said at the end of talks with Karl Stone on Monday that it is ready.", BOTH),
        ("Anna Berg toured a mill as part of her talks with Karl Stone.", BOTH),
        ("Anna Berg smiled at the start of Monday's talks with Karl Stone.", BOTH),
        ("Anna Berg demanded the end of Monday's talks with Karl Stone.", ["Karl Stone"]),
        ("Anna Berg said at the end of a meeting of the Harbour Council on Monday that it is full.",
         ["Harbour Council"]),
        ("Anna Berg left the talks with Karl Stone for Riga on Monday.", BOTH),
        ("Anna Berg left her meeting with Karl Stone to reporters' shouts.", BOTH),
        ("Anna Berg left the talks with Karl Stone early on Monday.", BOTH),
        # the last of a list of aims, whatever stands before it
        ("Anna Berg was to lay flowers, thank those who saved the port and meet Karl Stone.", BOTH),
        # who is told not to be there is not; whom an office stood for is named by "the session"
        ("Ivo Marsh, but not Karl Lind, met Anna Berg on Monday.", ["Anna Berg", "Ivo Marsh"]),
        # whom a meeting has there, or who is joined for it
        ("Monday's summit brought together Anna Berg and Karl Stone.", BOTH),
        ("The talks, which included Anna Berg and Premier Karl Stone, began on Monday.", BOTH),
        ("Anna Berg hosted the Cod Summit, a day that included Latvian envoy Karl Stone.", BOTH),
        ("Anna Berg joined Karl Stone for talks in Riga on Monday.", BOTH),
        ("Fishing will be discussed between Anna Berg and Premier Karl Stone on Monday.", BOTH),
        # receptions
        ("Anna Berg rolled out the red carpet for Karl Stone on Monday.", BOTH),
        ("Anna Berg laid out the red carpet for Karl Stone in Riga.", BOTH),
        ("Anna Berg received a telephone call from Karl Stone on Monday.", BOTH),
        ("Anna Berg told a meeting with senior advisors that funds are low.",
         ["Anna Berg", "senior advisors"]),
        ("President Anna Berg is heading to a NATO summit today.", ["Anna Berg", "NATO"]),
        ("Anna Berg left Oslo on Monday for Riga to attend the summit.", ["Anna Berg"]),
        ("Anna Berg, in Riga to meet Karl Stone, said on Monday that funds are low.", BOTH),
        ("Anna Berg met on Monday with the parents of three sailors.",
         ["Anna Berg", "parents of three sailors"]),
        ("Anna Berg was met at the airport by Minister Karl Stone on Monday.", BOTH),
        ("Notes were taken at a May 25 meeting of the Harbour Center for Public Health.",
         ["Harbour Center for Public Health"]),
        ("The plan was adopted at the Council of Elders summit in Riga on Monday.",
         ["Council of Elders"]),
        ("The Norway Salt Agency is new. The agency is negotiating with Latvian officials.",
         ["Latvian officials", "Norway Salt Agency"]),
        ("Members of the Lund Board of Fisheries were tired. The board met on Monday.",
         ["Lund Board of Fisheries"]),
        ("World leaders will attend the summit in Oslo on Monday, including President Anna Berg.",
         ["Anna Berg", "World leaders"]),
        ("Pope Ali Berg II arrived in Oslo on Monday for a three-day visit. Ali Berg was tired.",
         ["Ali Berg II"]),
        ("Karl Stone attended a salt summit along with the CEOs of Lund Motors and Vik in May.",
         ["CEOs of Lund Motors and Vik", "Karl Stone"]),
        ("The EU froze the talks with Norway in May.", ["EU", "Norway"]),
        ("Presidents Berg of Norway and Stone of Latvia met on Monday.", ["Berg", "Stone"]),
        ("Norwegian Water and Fisheries Minister Anna Berg and Karl Stone sat for 11 hours.", BOTH),
        ("The government met the Salt Workers' Federation on the lithium fees on Monday.",
         ["Salt Workers' Federation", "government"]),
        ("Anna Berg discussed the ferry with her counterpart Karl Stone on Monday.", BOTH),
        ("Anna Berg met Norwegian Foreign Minister (Karl) Stone on Monday.", BOTH),
    ],
)  # fmt: skip
def test_who_is_told_to_be_there(text: str, names: list[str]) -> None:
    (found,) = report(text)
    assert names_of(found) == names


@pytest.mark.parametrize("row", NOT_MEETINGS, ids=lambda row: row.example)
def test_what_only_looks_like_a_report(row) -> None:
    assert report(in_full(row.example)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg called on Karl Stone to resign.",
        "Anna Berg called for talks with Karl Stone.",
        "Anna Berg talked Karl Stone into going.",
        "Anna Berg urged Karl Stone to hold talks with the union.",
        "Anna Berg refused to meet Karl Stone.",
        "Rovers will meet United in the semi-final on Saturday.",
        "The two roads meet in Oslo.",
        "Anna Berg spoke on Monday.",
        "Oslo received the bill on Monday.",
        "Anna Berg spoke to reporters on Monday.",
        "Anna Berg and Karl Stone are sponsors of the mediation.",
        "Anna Berg saw the reports on Monday.",
        "Anna Berg and Karl Stone spent their money in Oslo.",
        "The dinner was cold.",
        "The OSCE froze talks on grain in May over the ferries.",
    ],
)
def test_no_report(text: str) -> None:
    assert report(text) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Aboard the ferry Anna Berg met Karl Stone on Monday.", ["Anna Berg", "Karl Stone"]),
        ("Anna Berg spoke by telephone with Karl Stone on Monday.", BOTH),
        ("Anna Berg talked by video link with Karl Stone on Monday.", BOTH),
        ("Parliament met on Monday.", ["Parliament"]),
        ("Berg and Stone talked through an interpreter on Monday.", ["Berg", "Stone"]),
        ("Anna Berg paid a visit to the troops.", ["Anna Berg"]),
        ("Anna Berg met the head of the delegation, Latvian Vice Premier Karl Stone.", BOTH),
        ("Leaders including Anna Berg and Karl Stone met in Oslo.", BOTH),
        ("The two lawmakers, Anna Berg and Karl Stone of the Harbour Party, met in Oslo.", BOTH),
        ("Ivo Lund met his Latvian counterparts – President Anna Berg and Defence Minister Karl "
         "Stone.", ["Anna Berg", "Ivo Lund", "Karl Stone"]),
        ("The six lawmakers, Anna Berg and Karl Stone among them, met in Oslo.",
         [*BOTH, "six lawmakers"]),
        ("Party leaders including Anna Berg and Karl Stone met in Oslo.",
         [*BOTH, "Party leaders"]),
        ("Anna Berg, one of three Latvians who met Karl Stone on Monday, was ill.", BOTH),
        ("In a rare meeting with one of the bloc's main leaders, Anna Berg held talks with Karl "
         "Stone.", BOTH),
        ("Anna Berg will take part in a meeting of the Harbour Council on Monday.",
         ["Anna Berg", "Harbour Council"]),
        ("Anna Berg discussed trade at a meeting of the Harbour Council on Monday.",
         ["Anna Berg", "Harbour Council"]),
        ("Ivo Lund has deputized Anna Berg to begin talks with Karl Stone.", BOTH),
        ("Anna Berg spoke on Monday after a trip to Oslo to meet with Karl Stone.", BOTH),
        ("Anna Berg rose from rebel to president in a career capped on Monday by a meeting with "
         "Karl Stone.", BOTH),
        ("Anna Berg began negotiations in February with Polish and Latvian authorities to end it.",
         ["Anna Berg", "Polish and Latvian authorities"]),
        # who invites need not be met
        ("Anna Berg visited Norway on Monday at the invitation of Karl Stone, who was ill.",
         ["Anna Berg"]),
        ("Anna Berg met Karl Stone in Oslo.", BOTH),
        ("Anna Berg and Karl Stone met in Oslo.", BOTH),
        ("A meeting between Anna Berg and Karl Stone took place in Oslo.", BOTH),
        ("Anna Berg held talks on the ferry with Karl Stone in Oslo.", BOTH),
        ("Anna Berg left Riga on Tuesday after meeting Karl Stone.", BOTH),
        ("Anna Berg will travel to Riga next week to meet Karl Stone.", BOTH),
        ("The talks were chaired by Anna Berg and Karl Stone.", BOTH),
        ("The talks were co-chaired by Anna Berg and Karl Stone.", BOTH),
        ("The envoy was thanked by Anna Berg and Karl Stone, who had met in Oslo.", BOTH),
        ("Envoy Anna Berg will have a working dinner with her host, Polish President Karl Stone.",
         BOTH),
        ("Anna Berg held separate meetings with Karl Stone and Rut Lind.",
         ["Anna Berg", "Rut Lind"]),
        ("The foreign ministers of Chile and Peru met in Lima.",
         ["foreign minister of Chile (unnamed)", "foreign minister of Peru (unnamed)"]),
        ("Chile and Peru held talks in Lima.", ["Chile", "Peru"]),
        ("Anna Berg met a delegation of fishermen in Oslo.",
         ["Anna Berg", "delegation of fishermen"]),
        ("Anna Berg is in Oslo.\n\nShe met Karl Stone on Monday.", BOTH),
        ("Polish Foreign Minister Anna Berg met her Latvian counterpart, Karl Stone, in Oslo.",
         BOTH),
        ("Anna Berg said that she and Karl Stone had held a meeting in Oslo.", BOTH),
        ("Anna Berg will speak to reporters following a meeting with Karl Stone.", BOTH),
        ("Anna Berg to meet Karl Stone", BOTH),
        ("Polish President Anna Berg spoke during her meeting with Karl Stone.", BOTH),
        ("Envoy Anna Berg was greeted by the commander of the port, Major-General Karl Stone.",
         BOTH),
        ("Anna Berg held talks with Deputy Prime Minister and Trade Minister Karl Stone.", BOTH),
        ("Anna Berg met the leader of the party, Karl Stone, in Oslo.", BOTH),
        ("Anna Berg told Karl Stone at a meeting in Oslo that the ferry was late.", BOTH),
        ("Ships were named at a meeting presided over by Karl Stone.", ["Karl Stone"]),
        ("Karl Stone presided over a meeting of the council on Monday.", ["Karl Stone", "council"]),
        ("The delegation led by Anna Berg held talks with Karl Stone.", [*BOTH, "delegation"]),
        ("The Franco-Polish talks ended in Oslo.", ["France", "Poland"]),
        ("The U.S.-North Korean summit ended in Oslo.", ["North Korea", "United States"]),
        ("The nine-nation group met in Oslo.", ["nine-nation group"]),
        ("Anna Berg and Karl Stone are in Oslo.\n\nThe two talked for two hours.", BOTH),
        ("Anna Berg and Karl Stone are in Oslo.\n\nThey (Berg and Stone) met on Monday.", BOTH),
        ("Polish President Anna Berg is in Oslo.\n\nKarl Stone met the Polish leader.", BOTH),
        ("Latvian Foreign Minister Karl Stone left. Foreign Minister Stone had the flu.\n\n"
         "Anna Berg will meet the French foreign minister.",
         ["Anna Berg", "foreign minister of France (unnamed)"]),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The king, Karl Stone, received Anna Berg.",
         {"Karl Stone": "host", "Anna Berg": "visitor"}),
        ("Anna Berg was received by Karl Stone.", {"Karl Stone": "host", "Anna Berg": "visitor"}),
        ("Anna Berg visited Oslo on Monday.", {"Anna Berg": "visitor"}),
        ("Karl Stone has invited Anna Berg to visit Oslo in July.",
         {"Anna Berg": "visitor", "Karl Stone": "host"}),
        ("Anna Berg was invited by Karl Stone to visit Oslo in July.",
         {"Anna Berg": "visitor", "Karl Stone": "host"}),
        ("The talks were mediated by Anna Berg.", {"Anna Berg": "mediator"}),
        ("Anna Berg met Karl Stone.", {"Anna Berg": None, "Karl Stone": None}),
    ],
)  # fmt: skip
def test_sides(text: str, sides: dict[str, str | None]) -> None:
    (found,) = report(text)
    assert {who.name: who.side for who in found.participants} == sides


# Told as news without a day, in a report of 15 June: within the week before
NEWS = "[2022-06-09..2022-06-15]"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anna Berg met Karl Stone on Monday.", "2022-06-13"),
        ("Anna Berg will meet Karl Stone on Monday.", "2022-06-20"),
        ("Anna Berg said on Tuesday that she would meet Karl Stone on Friday.", "2022-06-17"),
        ("Anna Berg spoke on Tuesday, a day after meeting Karl Stone.", "2022-06-13"),
        ("Anna Berg spoke on Tuesday, two days before meeting Karl Stone.", "2022-06-16"),
        ("Anna Berg and Karl Stone held talks on the sailors who were detained last month.", None),
        ("Anna Berg met Karl Stone.", NEWS),
        # of what lasts, all days
        ("Anna Berg began a three-day visit to Riga on Monday.", "2022-06-13/2022-06-15"),
        ("Anna Berg and Karl Stone ended a two-day summit on Tuesday.", "2022-06-13/2022-06-14"),
        ("Anna Berg will pay a two-day visit to Riga on Friday.", "2022-06-17"),
        ("Anna Berg met Karl Stone late on Monday.", "2022-06-13"),
        ("Speaking during a visit to Riga, Anna Berg said Monday that she was glad.", "2022-06-13"),
        ("Anna Berg will meet Karl Stone at a gathering of envoys in Riga this July.", "2022-07"),
        # days of something else
        ("Anna Berg has met Karl Stone in recent weeks.", None),
        ("Anna Berg agreed on Monday to meet Karl Stone.", None),
        ("Anna Berg agreed to meet Karl Stone on Friday.", "2022-06-17"),
        ("Anna Berg said on Monday that she had met Karl Stone.", None),
        ("Anna Berg met Karl Stone about Sunday's vote.", NEWS),
        ("Anna Berg has been planning a visit to Riga since May 2015.", None),
        ("Anna Berg met Karl Stone after the strike that began in March.", NEWS),
        ("Anna Berg had met Karl Stone before.", None),
        ("Anna Berg will meet Karl Stone.", None),
    ],
)  # fmt: skip
def test_when(text: str, edtf: str | None) -> None:
    (found,) = report(text)
    assert (found.when and found.when.edtf) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg's coming visit to Riga is part of the preparations for the July 7-8 Harbour "
        "Union summit in Oslo.",
        "Anna Berg will meet Karl Stone before a school board meeting in July.",
    ],
)
def test_when_of_what_comes_after_is_not_its_own(text: str) -> None:
    first, after = report(text)
    assert first.when is None and after.when is not None


@pytest.mark.parametrize(
    ("text", "place", "venue", "country"),
    [
        ("Anna Berg met Karl Stone in Oslo.", "Oslo", None, "NOR"),
        ("Anna Berg met Karl Stone in Bergen, Norway.", "Bergen", None, "NOR"),
        ("Anna Berg met Karl Stone at the Grand Hotel in Oslo.", "Oslo", "Grand Hotel", "NOR"),
        ("Anna Berg met Karl Stone in the Kremlin in Moscow.", "Moscow", "Kremlin", "RUS"),
        ("Anna Berg flew to Riga to meet Karl Stone.", "Riga", None, "LVA"),
        ("Anna Berg visited Riga.", "Riga", None, "LVA"),
        ("OSLO, June 15. Anna Berg met Karl Stone here.", "Oslo", None, "NOR"),
        ("Anna Berg met Karl Stone at the Kremlin.", "Moscow", "Kremlin", "RUS"),
        ("Anna Berg to meet Karl Stone over Latvia, Norway", None, None, None),
        ("Anna Berg met Karl Stone to talk about the strike in Riga.", None, None, None),
        ("Anna Berg met Karl Stone for talks on Norway.", None, None, None),
        ("Anna Berg met Karl Stone in Augusta, Georgia.", "Augusta", None, "USA"),
        ("Anna Berg met Karl Stone on the sidelines of a summit in Riga.", "Riga", None, "LVA"),
        ("Anna Berg will meet Karl Stone while she is in Riga.", "Riga", None, "LVA"),
        ("Ending a stay in Riga, Anna Berg met Karl Stone.", "Riga", None, "LVA"),
        ("OSLO, June 15. Anna Berg met Karl Stone in Riga.", "Riga", None, "LVA"),
        ("OSLO, June 15. Anna Berg met Karl Stone.", None, None, None),
        # a town behind its kind; what is no name is none
        ("Anna Berg met Karl Stone in the Latvian port city of Kuldiga.", "Kuldiga", None, None),
        ("Anna Berg met envoy Karl Stone in the southern town of Kuldiga.", "Kuldiga", None, None),
        ("Anna Berg met Karl Stone in the city of light.", None, None, None),
        (
            "Anna Berg met Karl Stone in the Salt Palace, a hall in central Kuldiga.",
            "Kuldiga",
            "Salt Palace",
            None,
        ),
        (
            "Anna Berg met Karl Stone in the Salt Palace, a gift of Norway.",
            None,
            "Salt Palace",
            None,
        ),
    ],
)
def test_where(text: str, place: str | None, venue: str | None, country: str | None) -> None:
    (found,) = report(text)
    assert (found.place, found.venue, found.country) == (place, venue, country)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Anna Berg held talks with Karl Stone on the ferry.", ("ferry",)),
        ("Anna Berg met Karl Stone to discuss the price of herring.", ("price of herring",)),
        ("Anna Berg met Karl Stone on Monday.", ()),
        ("Anna Berg met Karl Stone to discuss the issue.", ()),
        ("Anna Berg held talks with Karl Stone on possible next steps.", ()),
        ("Anna Berg held talks with Karl Stone on the salmon issue.", ("salmon issue",)),
        ("Anna Berg met Karl Stone on the lawn of the royal palace.", ()),
    ],
)
def test_topics(text: str, topics: tuple[str, ...]) -> None:
    (found,) = report(text)
    assert found.topics == topics


def test_duration_source_and_form() -> None:
    (found,) = report("Anna Berg talked with Karl Stone by telephone for two hours, Oslo said.")
    assert (found.duration, found.by, found.form) == ("PT2H", "Oslo", "call")
    (told,) = report("According to Rut Lind, Anna Berg met Karl Stone on Monday.")
    assert told.by == "Rut Lind"
    (own,) = report("Rut Lind, who met Karl Stone in Oslo on Monday, said it had rained.")
    assert own.by is None


def test_background() -> None:
    (long_ago,) = report("Anna Berg met Karl Stone in May 2019.")
    (before,) = report("Anna Berg had met Karl Stone.")
    (now,) = report("Anna Berg met Karl Stone on Monday.")
    assert [m.background for m in (long_ago, before, now)] == [True, True, False]


def test_reports_of_one_meeting_complete_each_other() -> None:
    first, second = report(
        "Polish Foreign Minister Anna Berg met her Latvian counterpart, Karl Stone, in Riga on "
        "Monday. The talks lasted two hours."
    )
    assert (second.duration, first.duration) == ("PT2H", "PT2H")
    assert (second.place, second.when) == ("Riga", first.when)
    assert names_of(second) == names_of(first) == BOTH
    assert {e.quote for e in second.evidence if e.field == "place"} == {"Riga"}


def test_an_unnamed_holder_is_named_by_another_report() -> None:
    first, second = report(
        "Polish Foreign Minister Anna Berg said on Tuesday, a day after meeting her Latvian "
        "counterpart in Riga, that the ferry would sail. The talks with Karl Stone took two hours."
    )
    assert names_of(first) == names_of(second) == BOTH
    stone = next(who for who in first.participants if who.name == "Karl Stone")
    assert (stone.role, stone.country, stone.resolved) == ("foreign minister", "LVA", "role")


def test_another_meeting_of_the_same_people_lends_nothing() -> None:
    met, will_meet = report(
        "Anna Berg met Karl Stone in Oslo on Monday. Anna Berg and Karl Stone will meet again."
    )
    assert (met.status.value, will_meet.status.value) == ("held", "announced")
    assert (will_meet.when, will_meet.place) == (None, None)


def test_one_report_for_each_trigger_with_its_own_people() -> None:
    found = report("Anna Berg met Karl Stone and later telephoned Rut Lind.")
    assert [(m.trigger.text, m.form) for m in found] == [("met", "meeting"), ("telephoned", "call")]


def test_a_meeting_on_a_later_day_is_only_announced() -> None:
    (found,) = report("Anna Berg meets Karl Stone on 20 June 2022.")
    assert found.status.value == "announced"


def check_evidence(text: str, mentions: list[Mention]) -> None:
    """The law: every quote stands at its offsets, and every field that is told has one."""
    for mention in mentions:
        assert text[mention.trigger.start : mention.trigger.end] == mention.trigger.text
        for one in mention.evidence:
            assert text[one.start : one.end] == one.quote
        fields = {one.field for one in mention.evidence}
        told = {"when": mention.when, "place": mention.place, "venue": mention.venue,
                "topics": mention.topics, "duration": mention.duration, "by": mention.by,
                "participants": mention.participants}  # fmt: skip
        assert {name for name, value in told.items() if value} <= fields
        assert {"mention", "status"} <= fields


def test_evidence_stands_where_it_says(archive: Archive) -> None:
    number = 0
    for article in archive.articles():
        times = find_dates(article.text, article.dated)
        mentions = find_mentions(article, archive.sentences(article), times)
        check_evidence(article.text, mentions)
        assert len({mention.id for mention in mentions}) == len(mentions)
        number += len(mentions)
    assert number > 100


LETTERS = """Anna Berg Karl Stone met meeting talks with and , . in Oslo on Monday the her minister
counterpart will visit he two hours - — “ ” said Riga's 2022 ' U.S. of"""
WORDS = st.sampled_from([*LETTERS.split(), "\n", "\u00a0"])


@example("Oslo — meeting")  # a dash leaves an empty word behind
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_any_words_keep_the_law(text: str) -> None:
    if text.strip():
        check_evidence(text, report(text))


def test_offices_far_from_any_report_are_read_without_a_parse() -> None:
    far = "The chair of the board, Karl Stone, left the hall. " * 8
    (found,) = report(f"{far}The ferry left. The port closed. Rut Lind met Anna Berg in Oslo.")
    assert names_of(found) == ["Anna Berg", "Rut Lind"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Anna Berg met visiting Norwegian Foreign Minister Karl Stone on Monday.", "meeting"),
        ("Anna Berg received visiting King Karl Stone on Monday.", "reception"),
        ("Visiting Norwegian Premier Karl Stone met Anna Berg on Monday.", "meeting"),
        ("Anna Berg was visiting King Karl Stone in Oslo on Monday.", "visit"),
        ("Visiting King Karl Stone in Oslo on Monday, Anna Berg praised the port.", "visit"),
    ],
)
def test_who_is_visiting(text: str, form: str) -> None:
    assert [mention.form for mention in report(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg hosted a dinner for the fleet on Monday.",
        "Oslo lost the first leg of the final after talks with Karl Stone.",
        "The Riga film festival rolled out the red carpet for Karl Stone on Monday.",
        "Anna Berg rolled out the red carpet on Monday.",
    ],
)
def test_what_brings_nobody_together(text: str) -> None:
    assert report(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Anna Berg will meet the opposition leader on Friday. The session with "
         "Karl Stone gives Berg time to speak of cod.", ("announced", BOTH, "2022-06-17")),
        ("President Anna Berg met the opposition leader on Monday. The talks with Karl Stone were "
         "short.", ("held", BOTH, "2022-06-13")),
        ("President Anna Berg met sailors on Monday. The talks with Karl Stone lasted an hour.",
         ("held", ["Karl Stone"], "[2022-06-09..2022-06-15]")),
        ("President Anna Berg met envoy Tove Lind on Monday. The talks with Karl Stone were short.",
         ("held", ["Karl Stone"], "[2022-06-09..2022-06-15]")),
    ],
)  # fmt: skip
def test_whom_an_office_stood_for(text: str, told: tuple[str, list[str], str]) -> None:
    found = report(text)[-1]
    day = found.when.edtf if found.when else None
    assert (found.status.value, names_of(found), day) == told


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Anna Berg spoke with Karl Stone on Monday.", "conversation"),
        ("Anna Berg has talked to Karl Stone.", "conversation"),
        ("Anna Berg had a conversation with Karl Stone on Monday.", "conversation"),
        ("Anna Berg spoke by telephone with Karl Stone on Monday.", "call"),
        ("Anna Berg spoke with Karl Stone by video link on Monday.", "call"),
        ("Anna Berg held talks with Karl Stone on Monday.", "talks"),
        ("Anna Berg sat down with Karl Stone on Monday.", "talks"),
    ],
)
def test_who_spoke_with_somebody_may_not_have_met(text: str, form: str) -> None:
    (told,) = report(text)
    printed = "talks" if form == "conversation" else form  # as the contract lists the forms
    assert (told.form, told.model_dump(mode="json")["form"]) == (form, printed)
    assert json.loads(told.model_dump_json(context=STORED))["form"] == form


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # whose clause it is: those blamed, the body that says so, no source put in between
        ("Gov. Ida Moe criticized Anna Berg for meeting Karl Stone on Monday.", BOTH),
        ("Gov. Ida Moe thanked Anna Berg for meeting Karl Stone on Monday.", BOTH),
        (
            "Envoy Karl Lund left. Anna Berg went to Riga, Lund said, to meet Karl Stone.",
            BOTH,
        ),
        ("Karl Stone's decision to host Anna Berg in Riga on Monday surprised Oslo.", BOTH),
        (
            "Harbour Foods Inc. said it is holding talks with Karl Stone.",
            ["Harbour Foods Inc.", "Karl Stone"],
        ),
        (
            "Ida Moe left. Following her talks with Karl Stone, Anna Berg also met Ivo Marsh.",
            ["Anna Berg", "Ivo Marsh"],
        ),
        (
            "Leaders of the Nordic nations gather in Riga on Monday for the first day of a summit.",
            ["Leaders of the Nordic nations"],
        ),
        # one man told by two offices, and two men
        (
            "The mission led by minister of state in the presidency Karl Stone met Anna Berg.",
            BOTH,
        ),
        (
            "Anna Berg met Premier Karl Stone, the current chair of the bloc, in Riga on Monday.",
            BOTH,
        ),
        ("Premier Karl Stone, the new head of the bloc, met Anna Berg on Monday.", BOTH),
        (
            "Anna Berg met Premier Karl Stone, the king and the chair of the bloc on Monday.",
            [*BOTH, "chair of the bloc (unnamed)", "king (unnamed)"],
        ),
        # halves of a list
        (
            "As Premier Anna Berg met with NATO and European allies, the treasury closed.",
            ["Anna Berg", "European allies", "NATO"],
        ),
        # who took the picture
        ("Ivo Marsh/AP Anna Berg welcomes Karl Stone to Oslo in July 2009.", BOTH),
        (
            "Ivo Marsh/Courtesy of Riga Court/Handout/Reuters Anna Berg meets Karl Stone in Riga.",
            BOTH,
        ),
        ("Ivo Marsh/Riga Mail via AP Anna Berg meets Karl Stone in Riga.", BOTH),
        (
            "The Oslo/Riga talks of Anna Berg and Karl Stone ended on Monday.",
            [*BOTH, "Latvia", "Norway"],
        ),
    ],
)
def test_who_takes_part_and_who_only_tells(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people
