"""Judged answers as questions: in the form that `dateline eval --questions` reads, and true."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.cases import check_against, read_numbered
from index.records import Outcome
from qa import Archive, ask
from ui.cli import main
from ui.conversations import Conversations, Exchange, Verdict
from ui.feedback import find_sentence, make_questions

ASKED = "When did Solhaug and Tammsalu talk in Tallinn?"
SENTENCE = "The talks at Stenbock House lasted 50 minutes."
UNKNOWN = "What did Sherzod Yuldoshev say?"


@pytest.fixture(scope="module")
def answered(archive: Archive) -> Exchange:
    return Exchange(question=ASKED, answer=ask(archive, ASKED, asked_on="2020-01-01"))


def judged(exchange: Exchange, **verdict: object) -> tuple[Exchange, ...]:
    return (exchange.model_copy(update={"verdict": Verdict.model_validate(verdict)}),)


@pytest.mark.parametrize(
    ("verdict", "outcome", "kind"),
    [
        ({"right": True}, Outcome.ANSWERED, "confirmed"),
        ({"right": False, "outcome": "not_in_archive"}, Outcome.NOT_IN_ARCHIVE, "reported wrong"),
        ({"right": False, "outcome": "answered", "sentence": SENTENCE, "comment": "Fifty."},
         Outcome.ANSWERED, "reported wrong"),
    ],
)  # fmt: skip
def test_eval_reads_what_was_judged(
    archive: Archive, answered: Exchange, tmp_path: Path,
    verdict: dict[str, object], outcome: Outcome, kind: str,
) -> None:  # fmt: skip
    before = Exchange(question="Who came?", answer=answered.answer)
    made = make_questions(archive, [(before, *judged(answered, **verdict))])
    file = tmp_path / "feedback.jsonl"
    file.write_text(made.lines(), encoding="utf-8")
    numbered = read_numbered(file)
    check_against(archive, numbered, file)
    ((_, case),) = numbered
    assert (case.question, case.outcome, case.kind) == (ASKED, outcome, kind)
    assert str(case.asked_on) == "2020-01-01"
    assert [turn.content for turn in case.history] == ["Who came?", answered.answer.text]  # type: ignore[union-attr]
    assert bool(case.evidence) == (outcome is Outcome.ANSWERED)


@pytest.mark.parametrize(
    "verdict",
    [
        {"right": False},
        {"right": False, "outcome": "answered"},
        {"right": False, "outcome": "answered", "sentence": "Nobody wrote this sentence."},
    ],
)
def test_wrong_without_what_is_right_is_left_out(
    archive: Archive, answered: Exchange, verdict: dict[str, object]
) -> None:
    made = make_questions(archive, [judged(answered, **verdict)])
    assert (made.questions, made.left_out, made.lines()) == ((), 1, "")


def test_same_judgement_twice_is_one_question(archive: Archive, answered: Exchange) -> None:
    one, two = judged(answered, right=True), judged(answered, right=True, comment="Again.")
    assert len(make_questions(archive, [one, two]).questions) == 1


@pytest.mark.parametrize("quoted", [SENTENCE, f"“{SENTENCE}”", f"  {SENTENCE}\n"])
def test_sentence_is_found_in_its_article(archive: Archive, quoted: str) -> None:
    (found,) = find_sentence(archive, quoted)
    assert SENTENCE in archive.article(found.path).text


def test_command_prints_what_all_readers_judged(
    archive: Archive, answered: Exchange, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    kept = Conversations(archive.folder)
    for user, verdict in (("anna", Verdict(right=True)), ("karl", Verdict(right=False))):
        kept.judge(user, kept.add(user, None, answered), 0, verdict)
    kept.close()
    assert main(["feedback", "--archive", str(archive.folder)]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert said.err == "1 left out: nobody said what would be right\n"
