"""Names as people type them, against those that an archive knows."""

from __future__ import annotations

from typing import Any

import pytest
from asked_rows import check

from qa.question.known import Known

KNOWN = Known(
    people=(
        "Anna Berg", "Karl Stone", "Sergei Zhukov", "Łukasz Żuraw", "Tove van der Lund",
        "Ivo Marsh", "Mercy Oduya", "Willem Kerrigan", "Abdel Karim el-Sund", "Abdel Salem",
        "Karim Stone", "Berta Ann-Marie", "Ann Marsh", "Marie Lund",
    ),
    outlets=("The Harbour Gazette", "Northline", "Radio Sund"),
    articles=(("2019-05-ferry", "Ferry talks at risk"), ("n77", None)),
    places=("Oslo", "Vik", "Marsh Island"),
    groups=("Riga-Oslo Joint Harbour Committee", "owners of 26 ferries", "Bakers' Union of Vik"),
)  # fmt: skip

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    ("Where did leaders of the five Nordic nations hold talks?", "where",
     {"parties": "leaders of the five Nordic nations"}),
    ("When did Berg meet the envoys of the two sides?", "when",
     {"parties": "Berg, envoys of the two sides"}),
    ("When did Berg meet the envoy of the ferry line?", "when", {"parties": "Berg, envoy"}),
    ("When did the Vik Board of Education meet?", "when", {"parties": "Vik Board of Education"}),
    ("When did the Riga-Oslo Joint Harbour Committee meet?", "when",
     {"parties": "Riga-Oslo Joint Harbour Committee"}),
    ("Where did Owners of 26 ferries meet Stone?", "where",
     {"parties": "Owners of 26 ferries, Stone"}),
    ("Did the Bakers' Union of Vik meet Stone?", "whether",
     {"parties": "Bakers' Union of Vik, Stone"}),
    ("When did Berg meet Abdel-Karim el-Sund?", "when", {"parties": "Berg, Abdel Karim el-Sund"}),
    ("When did Berta Ann-Marie meet Berg?", "when", {"parties": "Berta Ann-Marie, Berg"}),
    ("When were the Berg-Stone talks?", "when", {"parties": "Berg, Stone"}),
    ("When did Kerigan meet Stone?", "when", {"parties": "Kerrigan, Stone"}),
    ("When did Shukow meet Berg?", "when", {"parties": "Zhukov, Berg"}),
    ("when did zhukov meet zuraw", "when", {"parties": "Zhukov, Żuraw"}),
    ("when did anna berg meet karl stone", "when", {"parties": "Anna Berg, Karl Stone"}),
    ("berg stone oslo talks", "list", {"parties": "Berg, Stone", "place": "oslo"}),
    ("Berg Stone meeting 2019 where", "where", {"parties": "Berg, Stone", "period": "2019"}),
    ("Berg Stone talks in vik", "list", {"parties": "Berg, Stone", "place": "vik"}),
    ("Did Tove van der Lund visit Vik?", "whether",
     {"parties": "Tove van der Lund", "place": "Vik"}),
    ("the Vik talks of May 2019: who took part?", "who", {"place": "Vik", "period": "2019-05"}),
    ("Where did Anna B. Berg meet Karl Stone in May 2019?", "where",
     {"parties": "Anna B. Berg, Karl Stone", "period": "2019-05"}),
    ("When did J. R. Marsh meet U.S. envoy Karl Stone?", "when",
     {"parties": "J. R. Marsh, Karl Stone"}),
    ("Where did Tariq al-Hadi meet Karl Stone?", "where",
     {"parties": "Tariq al-Hadi, Karl Stone"}),
    ("has marsh met oduya", "whether", {"parties": "Marsh, Oduya"}),
    ("When did Merkle meet Stone?", "when", {"parties": "Merkle, Stone"}),
    ("According to Northline, where did Berg meet Stone?", "where",
     {"parties": "Berg, Stone", "outlet": "Northline"}),
    ("What does Radio Sund say about the visit of Stone?", "said",
     {"parties": "Stone", "outlet": "Radio Sund"}),
    ("When was the Oslo meeting, according to the harbour gazette?", "when",
     {"place": "Oslo", "outlet": "The Harbour Gazette"}),
    ("In 2019-05-ferry, was the meeting held or planned?", "status", {"article": "2019-05-ferry"}),
    ("According to n77, had Berg met Stone?", "whether",
     {"parties": "Berg, Stone", "article": "n77"}),
    ("What were the pilots' talks in May 2019 about?", "topics",
     {"parties": "pilots", "period": "2019-05"}),
    ("What were the ministers' talks in May 2019 about?", "topics",
     {"parties": "ministers", "period": "2019-05"}),
    ("How long were the two days' talks with Berg?", "duration", {"parties": "Berg"}),
    ("Did European leaders meet Berg?", "whether", {"parties": "European leaders, Berg"}),
    ("According to Berg, where did the talks take place?", "where", {"speakers": "Berg"}),
]  # fmt: skip


@pytest.mark.parametrize(("question", "kind", "fields"), ROWS, ids=[row[0] for row in ROWS])
def test_names_as_they_are_typed(question: str, kind: str, fields: dict[str, Any]) -> None:
    check(question, fields | {"kind": kind}, known=KNOWN)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["stone"], "Stone"),
        (["Karl", "Stone"], "Karl Stone"),
        (["der", "Lund"], "der Lund"),
        (["Zukov"], "Zhukov"),
        (["Merkle"], None),
        (["Sto"], None),
    ],
)
def test_the_archive_spells_a_name(words: list[str], found: str | None) -> None:
    assert (KNOWN.find_person(words) or KNOWN.guess_person(words)) == found
