"""Tables: which delimiter, which field is the text, what is said of a row that is none."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.drafts import Draft
from index.errors import UnreadableSource, UsageError
from index.keys import PLAIN_KEYS, KeyMap, Told, read_map
from index.read import read_file

FERRY, BRIDGE = "The ferry sailed at noon.", "The bridge, they say, was shut."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("csv")


def read(
    folder: Path, name: str, content: str | bytes, keys: KeyMap = PLAIN_KEYS
) -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_file(path, name, keys))


def texts(folder: Path, name: str, content: str | bytes) -> list[str]:
    """Place and text of each story, the line for each fault."""
    return [
        f"{found.place} {found.text}" if isinstance(found, Draft) else str(found)
        for found in read(folder, name, content)
    ]


def test_a_row_is_a_story_under_the_usual_names(folder: Path) -> None:
    content = (
        "guid,pubDate,headline,articleBody,outlet,link,lang,pages\n"
        f'7,2024-03-11,Ferry,"{FERRY}",Northline,http://n.example/7,en,3\n'
    )
    assert read(folder, "a.csv", content) == [
        Draft(
            place="#2",
            own_id="7",
            title="Ferry",
            text=FERRY,
            source="Northline",
            language="en",
            url="http://n.example/7",
            metadata=("2024-03-11",),
            date_fields=("pubDate",),
        )
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(folder: Path, delimiter: str, encoding: str) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerows([["date", "text"], ["2024-03-11", FERRY], ["", "Die Brücke, hieß es, hält."]])
    told = texts(
        folder, "a.tsv" if delimiter == "\t" else "a.csv", table.getvalue().encode(encoding)
    )
    assert told == [f"#2 {FERRY}", "#3 Die Brücke, hieß es, hält."]


def test_a_row_over_several_lines_and_blank_rows_count_as_in_a_spreadsheet(folder: Path) -> None:
    content = 'text,id\r\n" One\r\n\r\n ""two"" ",a\r\n,\r\n\r\nLast,b\r\n'
    assert texts(folder, "a.csv", content) == ['#2  One\r\n\r\n "two" ', "#5 Last"]
    assert texts(folder, "a.csv", "\n\n" + content) == ['#4  One\r\n\r\n "two" ', "#7 Last"]


def test_a_large_field_is_no_fault(folder: Path) -> None:
    long = "The ferry sailed. " * 20_000
    assert texts(folder, "a.csv", f'text\n"{long}"\nShort\n') == [f"#2 {long}", "#3 Short"]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ("a,7\n,8\nb,9\n", ["#3: has no text; fill it in or remove the row"]),
        ("a,7,8\nb,9\n", ["#2: has 3 fields, the header 2; mend its quotes"]),
        ("a,7,,\nb,9\n", []),
        ('"a" b,7\nb,9\n', ["#2: is no CSV (',' expected after '\"', at line 2); mend its quotes"]),
        ('a,7\nb,9\n"cut', ["#4: is no CSV (unexpected end of data, at line 4); mend its quotes"]),
    ],
)
def test_a_bad_row_is_told_and_the_rest_goes_on(folder: Path, rows: str, faults: list[str]) -> None:
    told = texts(folder, "a.csv", "text,id\n" + rows)
    assert [line.removeprefix("a.csv") for line in told if line.startswith("a.csv")] == faults
    assert any(line.endswith(" b") for line in told)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "holds no text"),
        ("\n \n", "holds no text"),
        ("day,words\n1,2\n", "its first row names no text field (day, words); name one of text, "),
        (FERRY, "or say which it is: --map text=NAME"),
        (b"\x00\x01\x02\x03" * 99, "is binary"),
        ("text\nA.\n".encode("utf-16")[:-1], "is damaged after line"),
    ],
)
def test_what_is_no_table(folder: Path, content: str | bytes, reason: str) -> None:
    assert reason in str(read(folder, "a.csv", content)[-1])


@pytest.mark.parametrize(
    "told", ["text=story,published=day,id=nr", {"text": "story", "published": "day", "id": "nr"}]
)
def test_keys_of_the_users_own(folder: Path, told: Told) -> None:
    keys = read_map(told)
    table = f"nr,day,story,text\n7,2024-03-11,{FERRY},no\n"
    expected = Draft(
        place="#2", own_id="7", text=FERRY, metadata=("2024-03-11",), date_fields=("day",)
    )
    assert read(folder, "a.csv", table, keys) == [expected]
    record = {"nr": 7, "day": "2024-03-11", "story": FERRY, "text": "no"}
    [draft] = read(folder, "a.jsonl", json.dumps(record), keys)
    assert draft == expected.model_copy(update={"place": "#1"})


def test_a_key_with_dots_leads_into_objects(folder: Path) -> None:
    record = {"content": {"body": FERRY}, "meta": {"times": {"out": "2024-03-11"}}, "a.b": BRIDGE}
    keys = read_map("text=content.body,date=meta.times.out")
    assert read(folder, "a.json", json.dumps(record), keys) == [
        Draft(text=FERRY, metadata=("2024-03-11",), date_fields=("meta.times.out",))
    ]
    assert read(folder, "a.json", json.dumps(record), read_map("text=a.b")) == [Draft(text=BRIDGE)]
    [fault] = read(folder, "a.json", json.dumps(record), read_map("text=content.story"))
    assert "has no text; its story must stand under one of content.story" in str(fault)


@pytest.mark.parametrize("told", ["", "text", "text=", "=story", "body=story", "text=a,,date=b"])
def test_a_map_that_says_nothing_is_wrong_use(told: str) -> None:
    with pytest.raises(UsageError, match="write it as text=story,published=day"):
        read_map(told)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)))
def test_the_text_is_the_field_as_given(folder: Path, stories: list[str]) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerows([["text"], *([f"{story} end"] for story in stories)])
    found = read(folder, "any.csv", table.getvalue())
    assert [draft.text for draft in found if isinstance(draft, Draft)] == [
        f"{story} end" for story in stories
    ]


@settings(deadline=None, max_examples=50)
@given(st.text('ab",;\n\r\t x', max_size=60))
def test_any_table_gives_stories_or_reasons(folder: Path, content: str) -> None:
    for found in read(folder, "any.csv", f"text,b\n{content}"):
        assert isinstance(found, UnreadableSource) or found.text.strip()
