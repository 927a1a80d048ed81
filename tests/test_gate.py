"""Nothing passes the gate that its evidence does not bear out."""

import pytest

from index.archive import Archive
from index.articles import make_article, make_card
from index.drafts import Draft
from index.errors import GateFailure
from index.records import Article, Citation, Statement
from qa import ask
from qa.gate import AROUND, check_answer, check_citation, check_statement

TEXT = (
    "Harbour talks end\n\nOSLO, May 14. /Wire/. Anna Stone met two envoys on Tuesday. "
    "She left at 9 a.m. without a word.\n\nAll rights reserved\n"
)
ARTICLE = make_article(Draft(text=TEXT), "wire.txt")


def cite(article: Article, quote: str, changes: dict[str, object] | None = None) -> Citation:
    start = article.text.index(quote)
    end = start + len(quote)
    return Citation(
        number=1, article=make_card(article), quote=quote, start=start, end=end,
        prefix=article.text[max(0, start - AROUND) : start],
        suffix=article.text[end : end + AROUND],
    ).model_copy(update=changes or {})  # fmt: skip


def test_a_quote_that_stands_there_passes() -> None:
    check_citation(ARTICLE, cite(ARTICLE, "Anna Stone met two envoys on Tuesday."))


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        (
            "Anna Stone met two envoys on Tuesday.",
            {"quote": "Anna Stone met ten envoys on Tuesday."},
        ),
        ("Anna Stone met two envoys on Tuesday.", {"quote": "Anna Stone left without a word."}),
        ("Anna Stone met two envoys on Tuesday.", {"start": 1}),
        ("Anna Stone met two envoys on Tuesday.", {"prefix": "OSLO, May 15. /Wire/. "}),
        ("Anna Stone met two envoys on Tuesday.", {"suffix": ""}),
        ("All rights reserved", {}),
        ("OSLO, May 14. /Wire/.", {}),
    ],
    ids=["altered", "stitched", "moved", "prefix", "suffix", "boilerplate", "dateline"],
)
def test_a_quote_that_does_not_hold_fails(quote: str, changes: dict[str, object]) -> None:
    with pytest.raises(GateFailure):
        check_citation(ARTICLE, cite(ARTICLE, quote, changes))


def test_a_quote_of_another_article_fails() -> None:
    other = make_article(Draft(text="Nothing of the sort was said in Bergen."), "other.txt")
    with pytest.raises(GateFailure):
        check_citation(other, cite(ARTICLE, "Anna Stone met two envoys on Tuesday."))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Anna Stone met envoys.", True),
        ("“Anna Stone met two envoys on Tuesday.”", True),
        ("Anna Berg met envoys.", False),
        ("Anna Stone met 3 envoys.", False),
        ("Anna Stone met envoys on Wednesday.", False),
    ],
)
def test_statements_hold_only_facts_of_their_quotes(text: str, passes: bool) -> None:
    said = Statement(text=text, citations=(1,))
    quotes = ["Anna Stone met two envoys on Tuesday."]
    if passes:
        check_statement(said, quotes)
    else:
        with pytest.raises(GateFailure):
            check_statement(said, quotes)


def test_a_derivation_may_bring_a_date() -> None:
    said = Statement(
        text="Stone met them on 14 May.", citations=(1,), derivation="Tuesday is 14 May"
    )
    check_statement(said, ["Anna Stone met two envoys on Tuesday."])


def test_a_spoiled_answer_fails_whole(archive: Archive) -> None:
    answer = ask(archive, "How many empty chairs stood on the pavement?")
    check_answer(archive, answer)
    first = answer.statements[0]
    spoiled = first.model_copy(update={"text": first.text.replace("eleven", "Twelve 12")})
    with pytest.raises(GateFailure):
        check_answer(archive, answer.model_copy(update={"statements": (spoiled,)}))


def test_a_derivation_must_follow_from_a_cited_quote(archive: Archive) -> None:
    answer = next(
        found
        for question in ("When did the ministers meet in Tallinn?", "When was the talk in Gdansk?")
        for found in [ask(archive, question)]
        if any(told.derivation for told in found.statements)
    )
    check_answer(archive, answer)
    told = next(told for told in answer.statements if told.derivation)
    forged = told.model_copy(update={"derivation": f"{told.derivation} and 3 May 1999"})
    wrong = answer.model_copy(
        update={"statements": tuple(forged if s == told else s for s in answer.statements)}
    )
    with pytest.raises(GateFailure, match="follows from no cited quote"):
        check_answer(archive, wrong)
