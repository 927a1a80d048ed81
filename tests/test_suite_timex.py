"""The suites of time expressions, on invented data."""

import json
from pathlib import Path

import pytest

from eval import suite_recognizers, suite_timex
from eval.recognizers_left_out import left_out_kind
from eval.suite import CLOSED, Absent, Setup, half_of
from ui.terminal import show_progress

TEXT = "They met on Tuesday and again in May 2015, for two hours."


def test_timex_counts_a_document(tmp_path: Path) -> None:
    timex = [
        {"start": 12, "end": 19, "type": "DATE", "value": "2022-06-14"},
        {"start": 33, "end": 41, "type": "DATE", "value": "2015-06"},  # the annotator erred
    ]
    (tmp_path / "timex").mkdir()
    for corpus in suite_timex.CORPORA:
        line = {"doc_id": f"{corpus}-1", "dct": "2022-06-15", "text": TEXT, "timex3": timex}
        (tmp_path / "timex" / f"{corpus}.jsonl").write_text(json.dumps(line), encoding="utf-8")
    with suite_timex.open_suite(Setup(data=tmp_path), show_progress) as opened:
        (contender,) = opened.contenders
        assert contender.ids == tuple(f"{corpus}/{corpus}-1" for corpus in suite_timex.CORPORA)
        with contender.open() as ready:
            item = ready.score(contender.ids[0])
    scores = {score.measure: score.part / score.whole for score in item.scores}
    assert scores["relaxed precision"] == pytest.approx(2 / 3)
    assert (scores["relaxed recall"], scores["value recall"]) == (1, 0.5)
    assert (item.shown is None) == (item.split == CLOSED)


def test_absent_data_is_told() -> None:
    with pytest.raises(Absent), suite_timex.open_suite(Setup(), show_progress):
        pass


def phrase(sentence: str, text: str, kind: str, *values: tuple[str | None, str | None]):
    start = sentence.index(text)
    return suite_recognizers.Phrase.model_validate(
        {
            "id": sentence, "split": half_of(sentence), "sentence": sentence, "kind": kind,
            "reference": "2022-06-15", "text": text, "start": start, "end": start + len(text),
            "values": values,
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        (phrase("They sailed yesterday", "yesterday", "date", ("2022-06-14",) * 2), 1),
        (phrase("They sailed yesterday", "yesterday", "date", ("2022-06-13",) * 2), 0),
        (phrase("In May 2015 they met", "May 2015", "daterange", ("2015-05-01", "2015-06-01")), 1),
        (phrase("They met since May 2015", "May 2015", "daterange", ("2015-05-01", None)), 1),
        (phrase("They met in Oslo", "in Oslo", "date", ("2022-06-14",) * 2), 0),
    ],
)
def test_recognizers_scores_a_phrase(asked: suite_recognizers.Phrase, right: int) -> None:
    (score,) = suite_recognizers.score(asked).scores
    assert score.part == right and score.ineligible is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3 May 2015", None),
        ("last week", None),
        ("2021-4", "month and year in figures"),
        ("4/9", "day and month in figures without a year"),
        ("my week", "the language of a calendar program"),
        ("the next 9 days", "a length of time up to or from the day of reference"),
    ],
)
def test_what_is_left_out_has_a_kind(text: str, kind: str | None) -> None:
    assert left_out_kind(text) == kind


def test_recognizers_reads_both_forms_of_a_case(tmp_path: Path) -> None:
    base = {"file": "Made", "ref": "2022-06-15T00:00:00", "not_supported": None,
            "not_supported_by_design": None, "input": "They sailed yesterday"}  # fmt: skip
    one = {"Text": "yesterday", "Start": 12, "End": 20, "TypeName": "datetimeV2.date",
           "Resolution": {"values": [{"value": "2022-06-14"}]}}  # fmt: skip
    other = {"Text": "yesterday", "Start": 12, "Length": 9, "Type": "date",
             "Value": {"PastResolution": {"date": "2022-06-14"}}}  # fmt: skip
    cases = [
        {**base, "n": 1, "results": [one]},
        {**base, "n": 2, "results": [other]},
        {**base, "n": 3, "results": [one], "not_supported": "java, python"},
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    phrases = suite_recognizers.read_phrases(path)
    assert list(phrases) == ["Made-1-12", "Made-2-12"]
    assert {one.end for one in phrases.values()} == {21}
