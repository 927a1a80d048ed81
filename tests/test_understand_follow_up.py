"""What a question takes from those before it, and what it does not."""

from __future__ import annotations

from typing import Any

import pytest
from asked_rows import ASKED_ON, check, turns

from qa.question.understand import understand

WHEN = ("When did Anna Berg meet Karl Stone in Oslo?", "They met on 14 May 2019 in Oslo.")
BOTH = {"parties": "Anna Berg, Karl Stone"}
WEEK = ("Whom did Berg meet last week?", "Berg met Karl Stone on 2 May 2024 in Riga.")
CALLED = ("Whom did Berg call on 6 May 2019?", "With the Latvian envoy, Karl Stone.")
WROTE = ("Who wrote to the mayor?", "Ruth Lund.")
TOLD_OF = ("What did Berg and Stone discuss?", "Eels, the ferry line and the pilots.")
PORTS = ("Which ports were shut?", "Riga and Vik.")
ANNOUNCED = ("When did the palace announce that Berg would visit Riga?", "On 3 May 2019.")
LANDED = ("When did Stone land in Riga in 2019?", "On 14 May 2019.")

ROWS: list[tuple[tuple[str, ...], str, dict[str, Any]]] = [
    (WHEN, "Where was that?", {"kind": "where", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "Who else was there?", {"kind": "who", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "How long did it last?",
     {"kind": "duration", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "How long did the talks last?",
     {"kind": "duration", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "What did they discuss?",
     {"kind": "topics", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "And before that?",
     {"kind": "when", **BOTH, "place": "Oslo", "before": "2019-05-14", "order": "last"}),
    (WHEN, "and after that?",
     {"kind": "when", **BOTH, "place": "Oslo", "after": "2019-05-14", "order": "first"}),
    (WHEN, "And in Riga?", {"kind": "when", **BOTH, "place": "Riga"}),
    (WHEN, "And Lund?", {"kind": "when", "parties": "Anna Berg, Lund", "place": "Oslo"}),
    (WHEN, "What about Lund?", {"kind": "when", "parties": "Anna Berg, Lund", "place": "Oslo"}),
    (WHEN, "Was it confirmed?",
     {"kind": "status", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "Who announced it?",
     {"kind": "teller", **BOTH, "place": "Oslo", "period": "2019-05-14"}),
    (WHEN, "Have they met again since 2020?",
     {"kind": "whether", **BOTH, "place": "Oslo", "period": "2020/.."}),
    (WHEN, "What did she say about the ferry?", {"kind": "said", "speakers": "Anna Berg"}),
    (WHEN, "Did she visit Riga?", {"kind": "whether", "parties": "Anna Berg", "place": "Riga"}),
    (WHEN, "When did Lund meet Marsh?", {"kind": "when", "parties": "Lund, Marsh"}),
    (WHEN, "And when did Lund meet Marsh in Riga?",
     {"kind": "when", "parties": "Lund, Marsh", "place": "Riga"}),
    (WHEN, "List the meetings of March 2018.", {"kind": "list", "period": "2018-03"}),
    (WHEN, "Who took part in the Riga summit?", {"kind": "who", "place": "Riga"}),
    (WHEN, "Why did the harbour crane fall?", {"kind": "content"}),
    (WHEN, "Whom did she meet there the next day?",
     {"kind": "who", "parties": "Anna Berg", "place": "Oslo", "period": "2019-05-15"}),
    (WEEK, "And the week before?",
     {"kind": "who", "parties": "Berg", "period": "2024-04-22/2024-04-28"}),
    (WEEK, "and the month before?", {"kind": "who", "parties": "Berg", "period": "2024-03"}),
    (WEEK, "And whom had she met the evening before?",
     {"kind": "who", "parties": "Berg", "period": "2024-05-01"}),
    (WEEK, "And yesterday?", {"kind": "who", "parties": "Berg", "period": "2024-05-07"}),
    (WEEK, "And in 2019?", {"kind": "who", "parties": "Berg", "period": "2019"}),
    (WEEK, "Where?", {"kind": "where", "parties": "Berg", "period": "2024-05-02"}),
    (LANDED, "Who was he going to be received by that day?",
     {"kind": "who", "parties": "Stone", "period": "2019-05-14", "planned": True}),
    (LANDED, "Whom did he meet there?", {"kind": "who", "parties": "Stone", "place": "Riga"}),
    (("Who met Stone in Oslo?", "Anna Berg did, on 14 May 2019."), "When did she leave?",
     {"kind": "when", "parties": "Anna Berg"}),
    (("Who spoke for the board when Stone landed in Riga?",
      "Ruth Lund, the board's spokeswoman."), "What did she say about the ferry?",
     {"kind": "said", "speakers": "Ruth Lund"}),
    (("When did Stone meet Ruth Lund?", "Stone met Ms Lund on 14 May 2019."), "When did she leave?",
     {"kind": "when", "parties": "Lund"}),
    (("Where was Stone to go before his talks in Riga?", "To Oslo, for talks on eels."),
     "What was he to discuss there?", {"kind": "topics", "parties": "Stone", "place": "Oslo"}),
    (("Was Stone going anywhere but Riga?", "Yes, to talks on the eel quota in Oslo (planned)."),
     "And who explained what those talks were for?", {"kind": "content", "place": "Oslo"}),
    (("Who announced the visit?", "The palace spokesman, Ivo Marsh, announced it on 3 May 2019."),
     "What did he say?", {"kind": "said", "speakers": "Ivo Marsh"}),
    (("What did Ruth Lund and Marsh say about the visit?",
      "Lund called it useful; Ivo Marsh did not."),
     "When did he say that?",
     {"kind": "when", "open_pronoun": "he", "candidates": "Ruth Lund, Ivo Marsh"}),
    (("Was the summit held?", "The archive does not say."), "What did he want?",
     {"kind": "content", "open_pronoun": "he"}),
    ((*WHEN, "What did she say about the ferry?", "She called it slow."), "And about the harbour?",
     {"kind": "said", "speakers": "Anna Berg"}),
    (("Did the Polish president visit Riga?", "Yes, in May 2019."), "Whom did he meet there?",
     {"kind": "who", "parties": "Polish president", "place": "Riga"}),
]  # fmt: skip


@pytest.mark.parametrize(("history", "question", "fields"), ROWS, ids=[row[1] for row in ROWS])
def test_a_question_after_another(
    history: tuple[str, ...], question: str, fields: dict[str, Any]
) -> None:
    check(question, fields, history=history)


@pytest.mark.parametrize(
    ("history", "question", "text"),
    [
        (WHEN, "What did she say about the ferry?", "What did Anna Berg say about the ferry?"),
        (LANDED, "Whom did he meet that day?", "Whom did Stone meet on 14 May 2019?"),
        (WHEN, "Where was that?", "When did Anna Berg meet Karl Stone in Oslo? Where was that?"),
        (WHEN, "Did Lund meet her visitor in Riga?", "Did Lund meet her visitor in Riga?"),
        (LANDED, "What did his host say?", "What did Stone's host say?"),
        (WHEN, "When did Lund meet Marsh?", "When did Lund meet Marsh?"),
        # whom "him" means beside a subject of its own
        (CALLED, "And what did Berg press him to do?", "what did Berg press Karl Stone to do?"),
        (
            CALLED,
            "Which ferry did the minister bring up with him?",
            "Which ferry did the minister bring up with Karl Stone?",
        ),
        (
            WROTE,
            "What did the mayor ask her to change?",
            "What did the mayor ask Ruth Lund to change?",
        ),
        (
            ("Whom did Berg meet?", "Ruth Lund."),
            "And what did Lund show her?",
            "what did Lund show Berg?",
        ),
        (CALLED, "Which papers did Berg bring with her?", "Which papers did Berg bring with her?"),
        (CALLED, "What did Berg say of her visit?", "What did Berg say of her visit?"),
        (
            WROTE,
            "When did Marsh, who left the board, meet Lund and tell him?",
            "When did Marsh, who left the board, meet Lund and tell him?",
        ),
        # whose word is asked for
        (
            WROTE,
            "And according to her, where did Riga put its money?",
            "according to Ruth Lund, where did Riga put its money?",
        ),
        (
            WROTE,
            "In her view, why did the ferry sink?",
            "In Ruth Lund's view, why did the ferry sink?",
        ),
        # an item of the list
        (
            TOLD_OF,
            "And what did they agree on the first one?",
            "what did Berg and Stone agree on eels?",
        ),
        (TOLD_OF, "On the last of these, what was agreed?", "On the pilots, what was agreed?"),
        (TOLD_OF, "On the second, what was agreed?", "On the ferry line, what was agreed?"),
        (
            ("Who attacked the plan?", "“Berg and Stone attacked the plan.” [1]"),
            "What did the latter say?",
            "What did Stone say?",
        ),
        (
            (*PORTS, "When did the first of them open again?", "In May."),
            "And when did the other one?",
            "when did Vik?",
        ),
        (
            (*PORTS, "When did Riga open again?", "In May."),
            "Whom did the last strike hit?",
            "Whom did the last strike hit?",
        ),
        (TOLD_OF, "What did the former mayor say?", "What did the former mayor say?"),
        (
            ("When did Berg land?", "On 3, 5 and 9 May 2019."),
            "Where was the last one?",
            "When did Berg land? Where was the last one?",
        ),
        (
            ("Who spoke for the board?", "Ruth Lund, the spokeswoman."),
            "Where was the last one held?",
            "Who spoke for the board? Where was the last one held?",
        ),
        # another in the place of the subject, or of its like
        (
            ANNOUNCED,
            "And the ministry?",
            "When did the ministry announce that Berg would visit Riga?",
        ),
        (ANNOUNCED, "And Stone?", "When did the palace announce that Stone would visit Riga?"),
        (
            ("When did Norway sign the pact?", "In May."),
            "And what about Poland?",
            "When did Poland sign the pact?",
        ),
        (
            ("When did Norway sign the pact?", "In May.", "And Poland?", "In June."),
            "And Sweden?",
            "When did Sweden sign the pact?",
        ),
        (("When did Berg visit Norway?", "In May."), "And Poland?", "When did Berg visit Poland?"),
        (
            ("Was it confirmed by the palace?", "Yes."),
            "And by the ministry?",
            "Was it confirmed by the ministry?",
        ),
        (
            ("What did Berg tell Stone?", "That cod is dear."),
            "And Lund?",
            "What did Lund tell Stone?",
        ),
        (
            ("What did Berg ask Stone on the quay?", "Who paid."),
            "What about Ivo Marsh?",
            "What did Ivo Marsh ask Stone on the quay?",
        ),
        (
            ("When did Berg write to Stone?", "In May."),
            "And Lund?",
            "When did Lund write to Stone?",
        ),
        (
            ("What did Berg discuss with Stone?", "Eels."),
            "And Lund?",
            "What did Berg discuss with Stone? Lund?",
        ),
        (WHEN, "And Lund?", "When did Anna Berg meet Karl Stone in Oslo? Lund?"),
        (WHEN, "And the ferry?", "When did Anna Berg meet Karl Stone in Oslo? the ferry?"),
        # what it was that another told
        (
            ANNOUNCED,
            "And when did the ministry confirm it?",
            "when did the ministry confirm that Berg would visit Riga?",
        ),
        (
            ("Who announced the visit?", "The palace."),
            "And who denied it?",
            "Who announced the visit? who denied the visit?",
        ),
        (
            ANNOUNCED,
            "Why was it put off?",
            "When did the palace announce that Berg would visit Riga? Why was it put off?",
        ),
        # of a chain what all are about
        (
            ("Who opened the bridge?", "Marsh.", "How much did it cost?", "A million."),
            "And when was it due to open?",
            "Who opened the bridge? when was it due to open?",
        ),
        (
            ("Who opened the bridge?", "Marsh.", "Who called it illegal?", "Lund did."),
            "And what did the court say about that?",
            "Who opened the bridge? Who called it illegal? what did the court say about that?",
        ),
        # who was she so far, and who he
        (
            (
                "Whom did Berg call?",
                "Berg called Karl Stone.",
                "How long did they talk?",
                "An hour.",
            ),
            "What did she ask him to do?",
            "What did Berg ask Karl Stone to do?",
        ),
        (
            ("Whom did Berg call?", "Berg called Karl Stone.", "What did she ask him?", "To come."),
            "And what did he answer?",
            "what did Karl Stone answer?",
        ),
        (
            ("When did Stone land?", "On 3 May.", "Whom did he meet?", "Stone met Ruth Lund."),
            "What did she say?",
            "What did Ruth Lund say?",
        ),
        (
            ("Who was the judge?", "The judge, Eva Roos."),
            "What did she find?",
            "What did Eva Roos find?",
        ),
        (
            ("What did Berg and Stone say?", "Berg, Stone and Ruth Lund came."),
            "And what did Stone offer her?",
            "what did Stone offer Berg?",
        ),
        (PORTS, "Which of them was opened again?", "Which of Riga and Vik was opened again?"),
        (
            (*PORTS, "Which of them burned?", "Riga burned."),
            "And when did the other one?",
            "when did Vik?",
        ),
        (
            ("Who was to travel with Stone?", "Stone was to travel with Ruth Lund."),
            "Did she go?",
            "Did Ruth Lund go?",
        ),
    ],
)
def test_the_text_is_complete(history: tuple[str, ...], question: str, text: str) -> None:
    assert understand(question, asked_on=ASKED_ON, history=turns(*history)).text == text
