"""The eval set is sound, and a broken line is named."""

import json
from collections import Counter
from pathlib import Path

import pytest
from conftest import Shelf

from eval.cases import ARTICLES, check_against, find_gold, read_cases, read_numbered
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
    quoting = (case for case in read_cases() if not case.split.endswith("blind"))
    for case in quoting:  # the blind ones ask for days that no article prints, and for counts
        told = " ".join(" ".join(gold.quote for gold in case.evidence).casefold().split())
        for group in case.must if case.evidence else ():
            assert any(" ".join(wanted.casefold().split()) in told for wanted in group), case.id


def test_no_sample_file_is_forgotten(archive: Archive) -> None:
    read = {path.split("/")[-1].split("#")[0] for a in archive.articles() for path in a.paths}
    assert read == {file.name for file in ARTICLES.iterdir()}


GOOD = {
    "question": "When did the bridge open?",
    "outcome": "answered",
    "must": [["Friday"]],
    "evidence": [{"path": "bridge.txt", "quote": "The bridge opened on Friday."}],
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"evidence": []}, "answered, but no evidence is given"),
        ({"question": ""}, "question: "),
        ({"outcome": "perhaps"}, "outcome: "),
        ({"colour": "blue"}, "colour: "),
        ({"must": [["Friday", " "]]}, "must: each group"),
        ({"must_not": ["FRI"]}, "it can never be met"),
        ({"asked_on": "Monday"}, "asked_on: "),
        ({"when": [{"earliest": "2019-05-04", "latest": "2019-05-03"}]}, "is before earliest"),
        ({"evidence": [{"path": "bridge.txt", "quote": ""}]}, "evidence.0.quote: "),
    ],
)
def test_a_bad_line_is_named_with_its_reason(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    file = write_lines(tmp_path, GOOD, GOOD | change)
    with pytest.raises(UsageError, match=r"mine\.jsonl line 2: ") as fault:
        read_cases(file)
    assert said in str(fault.value)


def test_every_bad_line_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text('{"question"\n\n[1]\n{"question": "Who?"}\n')
    with pytest.raises(UsageError) as fault:
        read_cases(file)
    said = str(fault.value).splitlines()
    assert [line.split(": ")[0][-6:] for line in said] == ["line 1", "line 3", "line 4"]
    assert "no JSON" in said[0] and "no JSON object" in said[1] and "outcome" in said[2]


def test_an_id_comes_once(tmp_path: Path) -> None:
    file = write_lines(tmp_path, GOOD | {"id": "a"}, GOOD | {"id": "a"})
    with pytest.raises(UsageError, match="line 2: the id a stands on line 1 too"):
        read_cases(file)


def test_a_case_without_an_id_has_its_line(tmp_path: Path) -> None:
    assert [case.id for case in read_cases(write_lines(tmp_path, GOOD, GOOD))] == [
        "line-1",
        "line-2",
    ]


def test_evidence_is_looked_for_in_the_archive(shelf: Shelf) -> None:
    shelf.write("news/bridge.txt", "Bridge\n\nThe bridge opened on Friday. Lund cut the ribbon.")
    shelf.index()
    lines = [
        GOOD,
        GOOD | {"evidence": [{"path": "gone.txt", "quote": "The bridge opened on Friday."}]},
        GOOD | {"evidence": [{"path": "bridge.txt", "quote": "It opened on Monday."}]},
        GOOD | {"articles": ["news/bridge.txt", "nowhere"]},
    ]
    file = write_lines(shelf.sources.parent, *lines)
    with pytest.raises(UsageError) as fault:
        check_against(shelf.archive, read_numbered(file), file)
    said = str(fault.value).splitlines()
    assert [line.split(": ")[0] for line in said] == [f"mine.jsonl line {n}" for n in (2, 3, 4)]
    assert "no article was read from gone.txt" in said[0]
    assert "no article of bridge.txt holds" in said[1]
    assert "no article has the id or path nowhere" in said[2]


def write_lines(folder: Path, *lines: dict[str, object]) -> Path:
    file = folder / "mine.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return file
