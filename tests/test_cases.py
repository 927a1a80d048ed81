"""The eval set is sound, and a broken line is named."""

from collections import Counter
from pathlib import Path

import pytest

from eval.cases import ARTICLES, QUESTIONS, find_gold, read_cases
from index.archive import Archive
from index.errors import UsageError
from index.records import SUPPORTING, Outcome

DECLINED = {Outcome.NOT_IN_ARCHIVE, Outcome.AMBIGUOUS}


def test_the_set_is_as_it_should_be() -> None:
    cases = read_cases()
    splits = Counter(case.split for case in cases)
    first = [case for case in cases if case.split in ("open", "closed")]
    assert splits["open"] == splits["closed"] and len(first) >= 60
    assert sum(case.outcome in DECLINED for case in first) / len(first) >= 0.3
    assert len({case.id for case in cases}) == len(cases)


def test_the_sample_archive_is_large_enough(archive: Archive) -> None:
    words = [len(article.text.split()) for article in archive.articles()]
    assert len(words) >= 60
    assert min(words) >= 100 and max(words) <= 420  # a portal's own words are counted too


def test_every_gold_sentence_stands_where_it_may_be_cited(archive: Archive) -> None:
    for case in read_cases():
        for place in find_gold(archive, case):
            zones = archive.article(place.article_id).zones
            kinds = {z.kind for z in zones if z.start < place.end and place.start < z.end}
            assert kinds & SUPPORTING, (case.id, kinds)


def test_every_must_stands_in_a_gold_sentence() -> None:
    for case in read_cases():
        told = " ".join(" ".join(gold.quote for gold in case.evidence).casefold().split())
        for group in case.must if case.evidence else ():
            assert any(" ".join(wanted.casefold().split()) in told for wanted in group), case.id


def test_no_sample_file_is_forgotten(archive: Archive) -> None:
    read = {path.split("/")[-1].split("#")[0] for a in archive.articles() for path in a.paths}
    assert read == {file.name for file in ARTICLES.iterdir()}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": "x"', "line 2"),
        ('{"id": "x", "split": "open", "kind": "k", "question": "q"}', "outcome"),
        (
            '{"id": "x", "split": "open", "kind": "k", "question": "q", "outcome": "answered"}',
            "no evidence",
        ),
    ],
    ids=["no JSON", "a key is missing", "answered without evidence"],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(QUESTIONS.read_text(encoding="utf-8").splitlines()[0] + "\n" + line)
    with pytest.raises(UsageError, match=said):
        read_cases(file)
