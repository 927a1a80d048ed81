"""One walk from question to answer, and the ways an answer is refused."""

from datetime import date

import pytest

from eval.cases import read_cases
from index.archive import Archive
from index.errors import UsageError
from index.records import SUPPORTING, Outcome
from qa import Conversation, ask
from qa.answers import Answer
from qa.passages.other_outlet import ATTRIBUTABLE, OTHER

NOTHING_NEW = {"seconds"}


def quotes_hold(archive: Archive, answer: Answer) -> bool:
    """Every citation letter for letter, in zones that may support an answer; the words of another
    outlet under its name.
    """
    for citation in answer.citations:
        article = archive.article(citation.article.id)
        zones = {z.kind for z in article.zones if z.start < citation.end and citation.start < z.end}
        if (
            article.text[citation.start : citation.end] != citation.quote
            or not zones <= ATTRIBUTABLE
        ):
            return False
        told = [s.text for s in answer.statements if citation.number in s.citations]
        if not zones <= SUPPORTING and not all(OTHER.match(text) for text in told):
            return False
    return True


def test_the_answer_quotes_the_sentence(archive: Archive) -> None:
    answer = ask(archive, "How much will it cost to send a 40-foot container from Aktau to Poti?")
    assert answer.outcome is Outcome.ANSWERED
    assert "container from Aktau to Poti" in answer.text
    assert "[1]" in answer.text
    assert quotes_hold(archive, answer)


def test_every_citation_of_every_case_is_verbatim(archive: Archive) -> None:
    answers = [ask(archive, case.question, history=case.history) for case in read_cases()[::6]]
    assert len(answers) > 30
    assert all(quotes_hold(archive, answer) for answer in answers)
    assert sum(bool(answer.citations) for answer in answers) > 20


def test_what_two_meetings_share_is_quoted_once(archive: Archive) -> None:
    answer = ask(archive, "Did Rein Tammsalu meet Eero Lahtivirta in Helsinki?")
    told = [statement.text for statement in answer.statements]
    assert told and len(told) == len(set(told))


def test_an_unknown_person_is_named(archive: Archive) -> None:
    answer = ask(archive, "What did Gorm Tvedestrand say about the cable?")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE
    assert "Gorm Tvedestrand" in answer.text
    assert answer.suggestions and not answer.statements


def test_what_is_nearest_stands_beside_somebody_asked_after(archive: Archive) -> None:
    answer = ask(archive, "Why did Rein Tammsalu resign as a juggler in 1951?")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE and answer.suggestions
    for one in answer.citations:
        text = archive.article(one.article.id).text
        assert "Tammsalu" in text[max(0, one.start - 400) : one.end + 400]


def test_an_open_pronoun_is_asked_back(archive: Archive) -> None:
    answer = ask(archive, "When did he say that?")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert "“he”" in answer.text


def test_a_shared_surname_is_asked_back_with_its_bearers(archive: Archive) -> None:
    answer = ask(archive, "What did Zuvelic say about the ship?")
    assert answer.outcome is Outcome.AMBIGUOUS
    assert "Ante" in answer.text and "Krešimir" in answer.text


def test_the_history_completes_a_question(archive: Archive) -> None:
    talk = Conversation(archive)
    talk.ask("Why was the second Geneva round postponed?")
    answer = talk.ask("And who said that?")
    assert answer.outcome is Outcome.ANSWERED
    assert len(talk.history) == 4


def test_as_of_leaves_out_what_came_later_and_what_has_no_date(archive: Archive) -> None:
    day = date(2019, 6, 30)
    answer = ask(archive, "Why was the Gdańsk summit put off?", as_of=day)
    assert "without a date are left out" in answer.text
    days = [citation.article.dated for citation in answer.citations]
    assert days and all(when and when.earliest and when.earliest <= day for when in days)


def test_the_same_question_gets_the_same_answer(archive: Archive) -> None:
    first, second = (
        ask(archive, "Who mocked the twelve boats?", asked_on="2020-01-01") for _ in range(2)
    )
    assert first.model_dump(exclude=NOTHING_NEW) == second.model_dump(exclude=NOTHING_NEW)
    assert first.archive == archive.digest()


@pytest.mark.parametrize(("question", "asked_on"), [("  ", None), ("Who came?", "last Monday")])
def test_wrong_use_says_so(archive: Archive, question: str, asked_on: str | None) -> None:
    with pytest.raises(UsageError):
        ask(archive, question, asked_on=asked_on)


def test_a_question_without_words_is_declined(archive: Archive) -> None:
    assert ask(archive, "???").outcome is not Outcome.ANSWERED


def test_odd_characters_are_only_characters(archive: Archive) -> None:
    answer = ask(archive, 'What did "NEAR(" say; DROP TABLE articles -- * ^ \x00 🛳?')
    assert quotes_hold(archive, answer)
