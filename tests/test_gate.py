"""Nothing passes the gate that its evidence does not bear out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from diary import build_diary
from meeting_stories import STORIES

from index.archive import Archive
from index.articles import make_article, make_card
from index.drafts import Draft
from index.errors import GateFailure
from index.records import Article, Citation, Outcome, Statement
from qa import Answer, ask
from qa.telling.compose import AROUND
from qa.telling.gate import check_answer, check_citation, check_said

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


FERRY = (
    "Ferry in port again\n\nPilot Karl Moe at the quay Anna Berg/NNA\n© Anna Berg/NNA\n\n"
    "OSLO, May 14, 2019. /Wire/. The ferry lay in port for nine days.\n"
)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The picture is credited to Karl Moe.", "Pilot Karl Moe at the quay Anna Berg/NNA"),
        ("The picture is credited to Berg/NNA.", "© Anna Berg/NNA"),
        ("The report “Ferry in port again” was written on 15 May 2019, by its dateline.",
         "OSLO, May 14, 2019. /Wire/."),
    ],
)  # fmt: skip
def test_a_report_says_of_itself_only_what_it_says(tmp_path: Path, text: str, quote: str) -> None:
    with build_diary(tmp_path, {"ferry.txt": FERRY}) as archive:
        cited = cite(next(iter(archive.articles())), quote)
        with pytest.raises(GateFailure, match=r"gives the credit|is not the day|no known shape"):
            check_said(archive, Statement(text=text, citations=(1,)), [cited])


def test_a_quote_of_another_article_fails() -> None:
    other = make_article(Draft(text="Nothing of the sort was said in Bergen."), "other.txt")
    with pytest.raises(GateFailure):
        check_citation(other, cite(ARTICLE, "Anna Stone met two envoys on Tuesday."))


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    folder = tmp_path_factory.mktemp("gate")
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Archive.build([folder], folder / "archive") as archive:
        yield archive


def cite_from(archive: Archive, path: str, start: str) -> Citation:
    """The sentence of an article that begins with some words, cited."""
    article = archive.find(str(next(a for a in archive.articles() if path in a.path).id))
    quote = next(s.text for s in archive.sentences(article) if s.text.startswith(start))
    return cite(article, quote)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("“Latvian President Karl Berg met Norwegian Foreign Minister Anna Stone in Riga on "
         "Friday.”", True),
        ("“Latvian President Karl Berg met Norwegian Foreign Minister Anna Stone in Riga.”", False),
        ("Karl Berg met Anna Stone in Riga on 15 March 2019.", True),
        ("Anna Stone met Karl Berg in Riga on 15 March 2019.", True),
        ("Anna Stone met Karl Berg in Riga.", True),
        ("Anna Stone met Karl Berg in Riga on 16 March 2019.", False),
        ("Anna Stone met Karl Berg in Riga on 8 March 2019.", False),
        ("Anna Stone met Tove Lund in Riga on 15 March 2019.", False),
        ("Anna Stone met Karl Berg in Tallinn on 15 March 2019.", False),
        ("Anna Stone met Karl Berg in Riga (Town Hall) on 15 March 2019.", False),
        ("Anna Stone did not meet Karl Berg in Riga on 15 March 2019.", False),
        ("It was announced that Anna Stone would meet Karl Berg in Riga on 15 March 2019.", False),
        ("The meeting of Anna Stone and Karl Berg in Riga was cancelled.", False),
        ("Anna Stone, Karl Berg and Tove Lund met in Riga on 15 March 2019.", False),
        ("Anna Stone likes Karl Berg.", False),
        ("The archive reports one such meeting as held.", True),
        ("The archive reports two such meetings as held.", False),
        ("The archive reports one such meeting as announced, and not that it was held.", False),
        ("The archive reports many such meetings.", False),
        ("From 15 March 2019 to 19 March 2019 it is four (4) days.", False),
        ("Told of what it is about: “the price of cod”.", False),
        ("Told of what it is about: “the price of cod", False),  # never closed
        ("Told by: the mayor of Riga.", False),
    ],
)  # fmt: skip
def test_a_statement_says_what_its_sentence_reports(
    diary: Archive, text: str, passes: bool
) -> None:
    citation = cite_from(diary, "tribune-held", "Latvian President")
    said = Statement(text=text, citations=(1,))
    if passes:
        check_said(diary, said, [citation])
    else:
        with pytest.raises(GateFailure):
            check_said(diary, said, [citation])


@pytest.mark.parametrize(
    ("path", "start"),
    [("tribune-held", "No agreement"), ("tribune-may", "Norwegian"), ("wire-off", "The visit")],
)
def test_a_statement_fails_beside_another_quote(diary: Archive, path: str, start: str) -> None:
    said = Statement(text="Anna Stone met Karl Berg in Riga on 15 March 2019.", citations=(1,))
    with pytest.raises(GateFailure):
        check_said(diary, said, [cite_from(diary, path, start)])


DENIED = {
    "talks.txt": "OSLO, 14 May 2019. Envoy Karl Moe met Minister Anna Berg and Minister Tove Lund "
    "in Oslo on 13 May 2019, his office said.\n",
    "denied.txt": "OSLO, 16 May 2019. Minister Anna Berg and Minister Tove Lund never met Envoy "
    "Karl Moe in Oslo on 13 May 2019, her ministry said.\n",
}


def test_what_a_cited_sentence_denies_is_not_told_as_held(tmp_path: Path) -> None:
    said = Statement(text="Karl Moe met Anna Berg in Oslo on 13 May 2019.", citations=(1, 2))
    with build_diary(tmp_path, DENIED) as archive:
        held = cite_from(archive, "talks", "Envoy")
        check_said(archive, said, [held])
        with pytest.raises(GateFailure, match="denies it"):
            check_said(archive, said, [held, cite_from(archive, "denied", "Minister")])


NEVER = {
    "never.txt": "OSLO, 16 May 2019. Anna Berg and Karl Moe have never met, her ministry said.\n",
    "denial.txt": "OSLO, 16 May 2019. Tove Lund denied that she had met Ivo Marsh in Oslo.\n",
    "ahead.txt": "OSLO, 16 May 2019. Olaf Krog will not receive Ida Vik in Oslo on 20 May 2019.\n",
}


def test_what_was_not_and_what_somebody_denies_are_told_apart(tmp_path: Path) -> None:
    with build_diary(tmp_path, NEVER) as archive:
        told = [ask(archive, f"Did {names}?").statements[0].text
                for names in ("Anna Berg meet Karl Moe", "Tove Lund meet Ivo Marsh",
                              "Olaf Krog receive Ida Vik")]  # fmt: skip
    assert told == [
        "As reported, Anna Berg did not meet Karl Moe.",
        "It was denied that Tove Lund would meet Ivo Marsh in Oslo.",
        "It was denied that Olaf Krog would receive Ida Vik in Oslo on 20 May 2019.",
    ]


def test_host_and_guest_cannot_change_places(diary: Archive) -> None:
    citation = cite_from(diary, "gazette-june", "Latvian President")
    right = "It was announced that Karl Berg would receive Anna Stone in Riga on 6 June 2019."
    check_said(diary, Statement(text=right, citations=(1,)), [citation])
    wrong = "It was announced that Anna Stone would receive Karl Berg in Riga on 6 June 2019."
    with pytest.raises(GateFailure, match=r"is the (?:visitor|host) there"):
        check_said(diary, Statement(text=wrong, citations=(1,)), [citation])


@pytest.mark.parametrize(("count", "fault"), [("seven", "are cited"), ("no", "are held")])
def test_a_count_must_be_that_of_the_meetings_told(diary: Archive, count: str, fault: str) -> None:
    answer = ask(diary, "How many times did Stone meet Berg?")
    check_answer(diary, answer)
    more = answer.statements[0].model_copy(
        update={"text": f"The archive reports {count} such meetings as held."}
    )
    with pytest.raises(GateFailure, match=fault):
        check_answer(
            diary, answer.model_copy(update={"statements": (more, *answer.statements[1:])})
        )


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


def test_what_the_gate_stops_is_not_said(diary: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(archive: Archive, answer: Answer) -> None:
        raise GateFailure("made up")

    monkeypatch.setattr(sys.modules["qa.ask"], "check_answer", stop)
    answer = ask(diary, "When did Stone meet Berg in March 2019?")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE
    assert not answer.statements
    assert "did not pass its check" in answer.text


SPOKE = (
    "Berg rings the changes\n\n"
    "OSLO, May 14, 2019. Premier Anna Berg spoke with President Karl Stone on Monday.\n"
)


def test_who_spoke_with_somebody_is_not_told_to_have_met(tmp_path: Path) -> None:
    with build_diary(tmp_path, {"spoke.txt": SPOKE}) as archive:
        cited = cite(next(iter(archive.articles())), SPOKE.split(". ", 1)[1].strip())
        for told in ("held talks with", "met"):
            with pytest.raises(GateFailure, match="not known to have held"):
                text = f"Anna Berg {told} Karl Stone on 13 May 2019."
                check_said(archive, Statement(text=text, citations=(1,)), [cited])
        for question in ("Whom did Berg speak with?", "Whom did Berg meet in May 2019?"):
            assert "Anna Berg spoke with Karl Stone on 13 May 2019." in ask(archive, question).text
