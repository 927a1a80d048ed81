"""When the program asks back or declines, and why."""

import pytest

from index.archive import Archive
from index.records import Turn
from index.words import stem
from qa.meetings.namesakes import bearers
from qa.passages.decide import leading_pronoun
from qa.passages.terms import coverage, fold_transliteration, spelt_alike, weigh_terms
from qa.question.conversation import complete, leans


@pytest.mark.parametrize(
    ("question", "pronoun"),
    [
        ("When did he say that?", "he"),
        ("And how long did the two of them sit?", "them"),
        ("What did Stone say when she left?", None),
        ("Why did the envoy say he was tired?", None),
        ("How much will it cost?", None),
        ("Where was it?", None),
    ],
)
def test_a_pronoun_that_stands_for_nobody(question: str, pronoun: str | None) -> None:
    assert leading_pronoun(question) == pronoun


@pytest.mark.parametrize(
    ("question", "leaning"),
    [
        ("And the week before?", True),
        ("What did she say?", True),
        ("Where was that?", True),
        ("Why did the ferry line close in the autumn of that year?", False),
        ("Who paid for the cable?", False),
    ],
)
def test_questions_that_lean_on_the_last(question: str, leaning: bool) -> None:
    assert leans(question) is leaning


def test_titles_are_no_given_names() -> None:
    text = "Ms Lund spoke first. Minister Lund agreed, and Vera Lund of the port did not."
    assert list(bearers(text, "Lund")) == ["Vera Lund"]


def test_the_last_question_completes() -> None:
    turns = [Turn(role="user", content="Who is Anna Stone?"), Turn(role="assistant", content="…")]
    assert complete("And where was that?", turns) == "Who is Anna Stone? And where was that?"
    assert complete("Who paid for the cable?", turns) == "Who paid for the cable?"
    assert complete("And where was that?", []) == "And where was that?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("djurisevic", "durisevic"),
        ("zhukov", "zukov"),
        ("shestakow", "sestakov"),
        ("wolkow", "volkov"),
    ],
)
def test_transliterations_fold_to_one(one: str, other: str) -> None:
    assert fold_transliteration(one) == fold_transliteration(other)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Djurisevic", "Đurišević"), ("Tamsalu", "Tammsalu"), ("Sahinbash", "Şahinbaş")],
)
def test_another_spelling_is_found(archive: Archive, written: str, meant: str) -> None:
    assert stem(meant) in spelt_alike(stem(written), archive.catalog)


@pytest.mark.parametrize("stranger", ["Yuldoshev", "Tvedestrand", "Korencan"])
def test_a_stranger_is_nobody(archive: Archive, stranger: str) -> None:
    assert spelt_alike(stem(stranger), archive.catalog) == frozenset()


def test_a_capital_stands_for_its_country(archive: Archive) -> None:
    (term,) = weigh_terms(["Riga"], ["Riga"], archive.catalog)
    assert {stem("Riga"), stem("Latvia"), stem("Latvian")} <= term.forms
    assert coverage([term], frozenset([stem("Latvian")])) == 1.0
    assert coverage([term], frozenset([stem("Estonian")])) == 0.0


def test_rare_words_weigh_more(archive: Archive) -> None:
    common, rare = weigh_terms(["minister", "escrow"], [], archive.catalog)
    assert common.weight < rare.weight
