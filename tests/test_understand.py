"""What a question asks, by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from asked_rows import ASKED_ON, check

from index.dating import day_when, month_when
from index.records import When
from qa.question.understand import understand
from qa.question.when import may_be_in, read_times

BS = {"parties": "Berg, Stone"}
MAY = {"period": "2019-05"}

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    # when
    ("When did Berg meet Stone?", "when", BS),
    ("When did Anna Berg meet Karl Stone in Oslo?", "when",
     {"parties": "Anna Berg, Karl Stone", "place": "Oslo", "forms": "meeting"}),
    ("when did berg meet stone", "when", {"parties": "berg, stone"}),
    ("I'd like to know when Berg met Stone.", "when", BS),
    ("Could you tell me when Berg met Stone?", "when", BS),
    ("date of the Berg-Stone talks", "when", BS | {"forms": "talks"}),
    ("On which calendar date did the Berg-Stone summit take place?", "when",
     BS | {"forms": "summit"}),
    ("In what year did Berg visit Riga?", "when",
     {"parties": "Berg", "place": "Riga", "forms": "visit"}),
    ("What day did the talks between Norway and Latvia begin?", "when",
     {"parties": "Norway, Latvia"}),
    ("When did Berg last meet Stone?", "when", BS | {"order": "last"}),
    ("When was the first meeting between Berg and Stone?", "when", BS | {"order": "first"}),
    ("When had Berg last been in Riga before July 2018?", "when",
     {"parties": "Berg", "place": "Riga", "before": "2018-07", "order": "last"}),
    ("On what date is Berg due to meet Stone?", "when", BS | {"planned": True}),
    ("On which date was Berg to attend the talks in Riga?", "when",
     {"parties": "Berg", "place": "Riga", "planned": True}),
    ("When is Berg meeting Stone?", "when", BS | {"planned": True}),
    ("Since when has the Polish president been in Oslo?", "when",
     {"parties": "Polish president", "place": "Oslo"}),
    ("how long ago did berg visit oslo?", "when", {"parties": "berg", "place": "oslo"}),
    # where
    ("Where did Berg meet Stone in May 2019?", "where", BS | MAY),
    ("Berg Stone meeting 2019 where", "where", {"parties": "Berg Stone", "period": "2019"}),
    ("In which city were the talks of 15 July 2019 held?", "where", {"period": "2019-07-15"}),
    ("Where were the talks of 15 July held?", "where", {"period": "XXXX-07-15"}),
    ("venue of the Berg-Stone talks?", "where", BS),
    ("In which hotel did the Latvian foreign minister receive Stone?", "where",
     {"parties": "Latvian foreign minister, Stone", "forms": "reception"}),
    ("Where is Stone due to receive Berg?", "where", {"parties": "Stone, Berg", "planned": True}),
    ("Where and when did Berg meet Stone?", "where", BS | {"also": "when"}),
    ("Where and on what date did Berg meet Stone in 2019?", "where",
     BS | {"also": "when", "period": "2019"}),
    ("wheres the summit between norway and latvia", "where", {"parties": "norway, latvia"}),
    # who
    ("Who met Stone in Oslo?", "who", {"parties": "Stone", "place": "Oslo"}),
    ("Whom did Berg meet in Riga in May 2019?", "who", {"parties": "Berg", "place": "Riga"} | MAY),
    ("Who took part in the Riga talks?", "who", {"place": "Riga", "forms": "talks"}),
    ("Who was at the meeting in the Grand Hotel, Oslo?", "who",
     {"place": "Grand Hotel", "wider": "Oslo"}),
    ("With whom did Stone talk in Riga?", "who", {"parties": "Stone", "place": "Riga"}),
    ("By whom was Berg received in Riga on 3 May 2019?", "who",
     {"parties": "Berg", "place": "Riga", "period": "2019-05-03", "forms": "reception"}),
    ("Which foreign minister did Stone meet in Oslo?", "who",
     {"parties": "Stone", "place": "Oslo", "role": "foreign minister"}),
    ("Whom is Berg meeting today?", "who",
     {"parties": "Berg", "period": "2024-05-08", "planned": True}),
    ("Whom did Berg meet yesterday?", "who", {"parties": "Berg", "period": "2024-05-07"}),
    ("Who did the US Secretary of State meet last week?", "who",
     {"parties": "US Secretary of State", "period": "2024-04-29/2024-05-05"}),
    ("Participants in the Oslo summit of June 2019", "who", {"place": "Oslo", "period": "2019-06"}),
    ("Whom was Berg due to meet in Riga?", "who",
     {"parties": "Berg", "place": "Riga", "planned": True}),
    ("Whom did Berg meet after 5 May 2019?", "who", {"parties": "Berg", "after": "2019-05-05"}),
    ("Who visited Oslo this month?", "who",
     {"place": "Oslo", "period": "2024-05", "forms": "visit"}),
    ("who did Berg meet on March 5th, 2019", "who", {"parties": "Berg", "period": "2019-03-05"}),
    ("Who attended the Vilnius conference?", "who", {"place": "Vilnius"}),
    # whether
    ("Did Berg meet Stone on 14 May 2019?", "whether", BS | {"period": "2019-05-14"}),
    ("has Berg ever met Stone", "whether", BS),
    ("any record of Berg meeting Stone in Oslo?", "whether", BS | {"place": "Oslo"}),
    ("Is there any report of talks between Norway and Latvia?", "whether",
     {"parties": "Norway, Latvia"}),
    ("Were there talks between Poland and Latvia in May 2019?", "whether",
     {"parties": "Poland, Latvia"} | MAY),
    ("Did the visit take place?", "whether", {"forms": "visit"}),
    ("Was the summit in Riga held?", "whether", {"place": "Riga"}),
    ("Did Berg attend the Oslo talks on 14 May 2019?", "whether",
     {"parties": "Berg", "place": "Oslo", "period": "2019-05-14"}),
    ("Did Stone ever visit Riga?", "whether", {"parties": "Stone", "place": "Riga"}),
    ("Did Berg not meet Stone in May 2019?", "whether", BS | MAY),
    ("did stone meet berg last month", "whether", {"parties": "stone, berg", "period": "2024-04"}),
    ("Has Norway's prime minister met the king of Sweden?", "whether",
     {"parties": "Norway's prime minister, king of Sweden"}),
    ("Was Stone received by the Latvian president?", "whether",
     {"parties": "Stone, Latvian president"}),
    ("Is Berg due to meet Stone tomorrow?", "whether",
     BS | {"planned": True, "period": "2024-05-09"}),
    ("Did Moscow and Washington hold talks in 2018?", "whether",
     {"parties": "Moscow, Washington", "period": "2018"}),
    # status
    ("Had the meeting between Berg and Stone taken place or was it planned?", "status", BS),
    ("Is the visit confirmed?", "status", {"status": "confirmed"}),
    ("What became of the Riga summit?", "status", {"place": "Riga"}),
    ("Was Berg's visit to Riga called off?", "status",
     {"parties": "Berg", "place": "Riga", "status": "cancelled"}),
    ("Was the summit postponed?", "status", {"status": "postponed"}),
    ("On 4 May 2019, had the palace confirmed that Berg would meet Stone?", "status",
     BS | {"as_of": "2019-05-04", "planned": True, "status": "confirmed"}),
    ("As of 3 June 2019, was the visit of Stone cancelled?", "status",
     {"parties": "Stone", "as_of": "2019-06-03", "status": "cancelled"}),
    ("According to the Harbour Gazette, was the Oslo meeting held or only planned?", "status",
     {"place": "Oslo", "outlet": "Harbour Gazette"}),
    ("According to qx7741 (2019-05-17), had the Berg-Stone meeting taken place or was it planned?",
     "status", BS | {"article": "qx7741"}),
    ("In the report ‘Ferry talks at risk’, was the meeting held or planned?", "status",
     {"article": "Ferry talks at risk"}),
    ("status of the Berg-Stone meeting", "status", BS),
    ("was stone at the oslo lunch", "whether", {"parties": "stone", "place": "oslo"}),
    ("when did stone and berg sit down in oslo", "when",
     {"parties": "stone, berg", "place": "oslo"}),
    ("According to the Harbour Gazette, held or planned?", "status",
     {"outlet": "Harbour Gazette", "forms": "meeting"}),
    ("What did the Vik talks of May 2019 deal with?", "topics", {"place": "Vik"} | MAY),
    ("How did the date of the five-party Vik summit shift?", "trace", {"place": "Vik"}),
    ("Did Berg and Stone speak by phone in May 2019?", "whether", BS | MAY | {"forms": "call"}),
    ("When did Stone call Berg?", "when", {"parties": "Stone, Berg", "forms": "call"}),
    ("Did Berg meet Stone before Lund?", "order", BS | {"other": {"parties": "Berg, Lund"}}),
    ("How many days lay between Berg's talks with Stone in Vik and her talks with Lund in Oslo?",
     "interval", BS | {"place": "Vik", "other": {"parties": "Berg, Lund", "place": "Oslo"}}),
    ("Who cancelled the Vik talks?", "content", {"place": "Vik"}),
    ("Which countries took part in the Vik summit?", "who", {"place": "Vik"}),
    ("Did the Polish and Latvian foreign ministers meet?", "whether",
     {"parties": "Polish foreign minister, Latvian foreign minister"}),
    ("Is it true that Berg met Stone?", "whether", BS),
    ("Did Capt Lund meet Dr Marsh?", "whether", {"parties": "Lund, Marsh"}),
    ("Why were the May 2019 Vik talks moved out of Oslo?", "content", {"place": "Oslo"} | MAY),
    ("Did Berg meet Stone or Lund in Oslo?", "whether",
     {"parties": "Berg, Stone, Lund", "place": "Oslo"}),
    ("Did Berg meet anyone from Latvia in 2019?", "whether",
     {"parties": "Berg", "place": "Latvia", "period": "2019"}),
    ("Is the summit still on?", "status", {}),
    ("Have the talks in Riga been cancelled?", "status", {"place": "Riga", "status": "cancelled"}),
    ("Did the Oslo meeting go ahead?", "whether", {"place": "Oslo"}),
    # topics
    ("What did Berg and Stone discuss?", "topics", BS),
    ("What did Berg and Stone talk about in Oslo?", "topics", BS | {"place": "Oslo"}),
    ("What is on the agenda of the Riga summit?", "topics", {"place": "Riga", "planned": True}),
    ("Topics of the talks between Berg and Stone in May 2019", "topics", BS | MAY),
    ("What were the Oslo talks about?", "topics", {"place": "Oslo"}),
    ("What was discussed at the meeting of 3 May 2019?", "topics", {"period": "2019-05-03"}),
    # duration, count, interval
    ("How long did the Berg-Stone meeting last?", "duration", BS),
    ("How long were the talks in Riga?", "duration", {"place": "Riga"}),
    ("duration of the Oslo talks", "duration", {"place": "Oslo"}),
    ("How many hours did Berg and Stone talk with each other?", "duration", BS),
    ("How long did Stone's visit to Riga take?", "duration", {"parties": "Stone", "place": "Riga"}),
    ("How many times did Berg meet Stone?", "count", BS),
    ("How often has Berg met Stone since 2018?", "count", BS | {"period": "2018/.."}),
    ("How many Berg-Stone meetings does the archive report as held?", "count",
     BS | {"status": "held"}),
    ("number of visits by Stone to Riga in 2019", "count",
     {"parties": "Stone", "place": "Riga", "period": "2019"}),
    ("How many meetings took place between 3 and 7 June 2019?", "count",
     {"period": "2019-06-03/2019-06-07"}),
    ("How many days passed between the announcement and the May 2019 meeting?", "interval",
     {"period": "2019-05", "status": "announced",
      "other": {"period": "2019-05", "forms": "meeting"}}),
    ("How long after the call did Berg visit Riga?", "interval",
     {"parties": "Berg", "other": {"parties": "Berg", "place": "Riga", "forms": "visit"}}),
    ("How many weeks lay between the Oslo summit and the visit to Riga?", "interval",
     {"place": "Oslo", "other": {"place": "Riga", "forms": "visit"}}),
    # order, compare, trace, most
    ("Which came first, the visit to Oslo or the talks in Riga?", "order",
     {"place": "Oslo", "other": {"place": "Riga", "forms": "talks"}}),
    ("Was the Oslo summit before the visit to Riga?", "order",
     {"place": "Oslo", "other": {"place": "Riga"}}),
    ("Was Stone's call to Berg before or after the Oslo summit?", "order",
     {"parties": "Stone, Berg", "forms": "call", "other": {"place": "Oslo", "forms": "summit"}}),
    ("Whom did Berg meet first in 2019, Stone or Lund?", "order",
     {"parties": "Berg, Stone", "period": "2019", "order": "first",
      "other": {"parties": "Berg, Lund", "period": "2019", "order": "first"}}),
    ("Which lasted longer, the visit to Oslo or the talks in Riga?", "compare",
     {"place": "Oslo", "also": "duration", "other": {"place": "Riga", "forms": "talks"}}),
    ("Did the visit to Oslo last longer than the talks in Riga?", "compare",
     {"place": "Oslo", "also": "duration", "other": {"place": "Riga"}}),
    ("Did the talks in Riga last longer than three hours?", "duration", {"place": "Riga"}),
    ("What was Berg's longest visit?", "duration", {"parties": "Berg", "order": "longest"}),
    ("Which of the talks in May 2019 were the shortest?", "duration",
     {"period": "2019-05", "order": "shortest"}),
    ("What did the talks of May 2019 deal with, and what those talks of July 2019?", "compare",
     {"period": "2019-05", "other": {"period": "2019-07"}}),
    ("How long after the talks of Berg and Stone in Riga did he see Lund?", "interval",
     {"parties": "Berg, Stone", "place": "Riga", "other": {"parties": "Berg, Lund"}}),
    ("Compare the topics of the talks in May 2019 with those in July 2019.", "compare",
     {"period": "2019-05", "forms": "talks", "other": {"period": "2019-07", "forms": "talks"}}),
    ("What changed between the Oslo meeting and the Riga meeting?", "compare",
     {"place": "Oslo", "other": {"place": "Riga"}}),
    ("How did the status of Stone's visit change?", "trace", {"parties": "Stone"}),
    ("Trace the reports on the Riga summit over time.", "trace", {"place": "Riga"}),
    ("timeline of the Berg-Stone talks", "trace", BS),
    ("Whom did Berg meet most often?", "most", {"parties": "Berg"}),
    ("Where did Berg and Stone meet most often in 2019?", "most", BS | {"period": "2019"}),
    # list
    ("List the meetings of March 2019.", "list", {"period": "2019-03"}),
    ("list all of Berg's meetings in Oslo", "list", {"parties": "Berg", "place": "Oslo"}),
    ("Which meetings did Stone have in May 2019?", "list", {"parties": "Stone"} | MAY),
    ("All talks between Norway and Latvia, please", "list", {"parties": "Norway, Latvia"}),
    ("List the meetings that are reported as held or planned between 3 and 7 June 2019, in order.",
     "list",
     {"period": "2019-06-03/2019-06-07"}),
    ("meetings of Berg in may 2019", "list", {"parties": "Berg"} | MAY),
    ("list cancelled meetings of 2019", "list", {"period": "2019", "status": "cancelled"}),
    ("Show me every visit to Riga before 2018", "list", {"place": "Riga", "before": "2018"}),
    # teller, said, role
    ("Who announced Berg's visit to Riga?", "teller", {"parties": "Berg", "place": "Riga"}),
    ("Which papers report the meeting of Berg and Stone?", "teller", BS),
    ("What did Berg say about the talks with Stone?", "said",
     {"speakers": "Berg", "parties": "Stone"}),
    ("How did the Polish president describe the talks?", "said", {"speakers": "Polish president"}),
    ("Stone's reaction to the visit?", "said", {"speakers": "Stone"}),
    ("Who was the palace spokesman who spoke about the Berg-Stone talks of 15 July?", "role_holder",
     BS | {"period": "XXXX-07-15", "role": "spokesman"}),
    ("Which Latvian minister announced the visit of Stone?", "role_holder",
     {"parties": "Stone", "role": "Latvian minister"}),
    ("Which deputy spokesman of the harbour ministry spoke about the Riga talks?", "role_holder",
     {"place": "Riga", "role": "deputy spokesman"}),
    ("Which envoy of Latvia commented on the talks of Berg and Stone?", "role_holder",
     BS | {"role": "envoy of Latvia"}),
    ("Which minister of Latvia met Stone?", "who",
     {"parties": "Stone", "role": "minister of Latvia"}),
    # content
    ("Why did Berg not meet Stone?", "content", BS),
    ("How did the two skippers get home?", "content", {"words": "two skippers home"}),
    ("What did the two sides agree to do after the May 2019 talks?", "content", MAY),
    ("Did the May 2019 talks lead to a treaty?", "content", MAY),
    # one of all, which of all, how many people, times counted from the day of the question
    ("What was the first meeting of May 2019?", "list", {"period": "2019-05", "order": "first"}),
    ("Which of Stone's meetings in May 2019 were only announced?", "list",
     {"parties": "Stone", "period": "2019-05"}),
    ("Who was the last person Stone met in May 2019?", "who",
     {"parties": "Stone", "period": "2019-05", "order": "last"}),
    ("How many ministers did Stone meet in May 2019?", "list",
     {"parties": "Stone", "period": "2019-05"}),
    ("Whom did Stone see in May 2019?", "who", {"parties": "Stone", "period": "2019-05"}),
    ("When did Stone see the Latvian president?", "when", {"parties": "Stone, Latvian president"}),
    ("Which meetings are coming up in the next two weeks?", "list",
     {"period": "2024-05-08/2024-05-22"}),
    ("Whom has Stone met in the past ten days?", "who",
     {"parties": "Stone", "period": "2024-04-28/2024-05-08"}),
    ("When were Berg and Stone last together?", "when", BS | {"order": "last"}),
    ("Do the papers differ on where Berg met Stone?", "where", BS),
    ("Everyone Stone met in May 2019", "list", {"parties": "Stone", "period": "2019-05"}),
    ("When did Berg speak at the House of the Herrings?", "when",
     {"parties": "Berg", "place": "House of the Herrings"}),
    ("Who repaired the harbour crane?", "content", {"words": "repaired harbour crane"}),
    ("How many tonnes of herring went ashore after the Riga talks?", "content", {"place": "Riga"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "kind", "fields"), ROWS, ids=[row[0] for row in ROWS])
def test_a_question_by_itself(question: str, kind: str, fields: dict[str, Any]) -> None:
    check(question, fields | {"kind": kind})


def test_the_earlier_of_two_limits_holds() -> None:
    question = "On 4 May 2019, had the palace confirmed the visit of Stone?"
    asked = understand(question, asked_on=ASKED_ON, as_of=date(2019, 5, 1))
    assert asked.as_of == date(2019, 5, 1)


@pytest.mark.parametrize(
    ("when", "period", "inside"),
    [
        (day_when(date(2019, 7, 15), "b", "d"), "on 15 July", True),
        (day_when(date(2019, 7, 16), "b", "d"), "on 15 July", False),
        (month_when(2019, 7, "b", "d"), "on 15 July", True),
        (day_when(date(2019, 7, 16), "b", "d"), "in July", True),
        (day_when(date(2019, 7, 16), "b", "d"), "in 2018", False),
        (day_when(date(2019, 7, 16), "b", "d"), "since 2018", True),
        (None, "in July", False),
    ],
)
def test_what_may_lie_in_a_period(when: When | None, period: str, inside: bool) -> None:
    read = read_times(f"Whom did Berg meet {period}?", ASKED_ON).period
    assert read is not None
    assert may_be_in(when, read) is inside


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("Whom did Berg meet on 15 May 2015, as he put it on the eve?", "2015-05-14/2015-05-15"),
        ("Whom did Berg meet on 15 May 2015, and whom on the next day?", "2015-05-15/2015-05-16"),
        ("Whom did Berg meet on 15 May 2015, and whom on 20 May 2015?", "2015-05-15/2015-05-20"),
    ],
)
def test_a_day_beside_one_that_is_named(question: str, period: str) -> None:
    read = read_times(question, ASKED_ON).period
    assert read is not None and read.edtf == period


@pytest.mark.parametrize(
    "question", ["?", "  ", "a", "“”", "-", "’s", "met", "Berg", "1", "(", "who"]
)
def test_any_text_can_be_read(question: str) -> None:
    assert understand(question, asked_on=ASKED_ON).text == question
