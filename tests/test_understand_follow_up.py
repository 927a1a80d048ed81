"""What a question takes from those before it, and what it does not."""

from __future__ import annotations

from typing import Any

import pytest
from asked_rows import ASKED_ON, check, turns

from qa.question.understand import understand

WHEN = ("When did Anna Berg meet Karl Stone in Oslo?", "They met on 14 May 2019 in Oslo.")
BOTH = {"parties": "Anna Berg, Karl Stone"}
WEEK = ("Whom did Berg meet last week?", "Berg met Karl Stone on 2 May 2024 in Riga.")
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
    ],
)
def test_the_text_is_complete(history: tuple[str, ...], question: str, text: str) -> None:
    assert understand(question, asked_on=ASKED_ON, history=turns(*history)).text == text
