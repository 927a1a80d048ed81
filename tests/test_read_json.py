"""JSON and JSON Lines: the keys found in the wild, and lines that are no story."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import read_file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("json")


def read(folder: Path, name: str, content: str | bytes) -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_file(path, name))


@pytest.mark.parametrize(
    ("story", "draft"),
    [
        (
            {"id": "n1", "title": "T", "text": " A b. ", "date": "2024-03-11", "source": "NNA"},
            Draft(
                own_id="n1",
                title="T",
                text=" A b. ",
                metadata=("2024-03-11",),
                date_fields=("date",),
                source="NNA",
            ),
        ),
        (
            {"guid": 17, "headline": "T", "articleBody": "A.", "publisher": {"name": "NNA"}},
            Draft(own_id="17", title="T", text="A.", source="NNA"),
        ),
        (
            {"@id": "u", "content": "A.", "link": "http://x.example", "inLanguage": "en"},
            Draft(own_id="u", text="A.", url="http://x.example", language="en"),
        ),
        (  # every date that is told, for the first may be none
            {"text": "A.", "date": "Monday", "published_at": 1526256000, "timestamp": 1526256000.5},
            Draft(
                text="A.",
                metadata=("Monday", "1526256000", "1526256000.5"),
                date_fields=("date", "published_at", "timestamp"),
            ),
        ),
        (
            {"text": "A.", "date": True, "published": None, "pubDate": ["2024"], "id": False},
            Draft(text="A."),
        ),
        ({"text": "A.", "title": " ", "source": {}, "url": {"href": "x"}}, Draft(text="A.")),
        ({"text": "", "body": "A."}, Draft(text="A.")),
        ({"text": "half \ud83d a\u0000b"}, Draft(text="half \ufffd a\ufffdb")),
        ({"text": "\U0001f600\r\n\xa0"}, Draft(text="\U0001f600\r\n\xa0")),
    ],
)
def test_stories(folder: Path, story: dict[str, object], draft: Draft) -> None:
    assert read(folder, "a.json", json.dumps(story)) == [draft]
    numbered = draft.model_copy(update={"place": "#1"})
    assert read(folder, "a.jsonl", json.dumps(story)) == [numbered]


@pytest.mark.parametrize(
    "content",
    [
        [{"text": "A."}, {"text": "B."}],
        {"articles": [{"text": "A."}, {"text": "B."}], "total": 2},
        {"title": "A feed", "items": [{"body": "A."}, {"body": "B."}]},
    ],
)
def test_lists_bare_and_wrapped(folder: Path, content: object) -> None:
    assert read(folder, "a.json", json.dumps(content)) == [
        Draft(place="#1", text="A."),
        Draft(place="#2", text="B."),
    ]


def test_an_empty_list_gets_a_line(folder: Path) -> None:
    (fault,) = read(folder, "a.json", "[]")
    assert isinstance(fault, UnreadableSource)
    assert fault.reason == "holds no article; remove it or fetch it again"


LINES = """\
{"text": "A."}

{"text": "cut off
{"text": "B."}\r
{"title": "no text"}
["A."]
{"text": "C."}"""


@pytest.mark.parametrize(
    "content",
    [
        LINES.encode(),
        b"\xef\xbb\xbf" + LINES.encode(),
        LINES.encode("utf-16"),
        LINES.encode("utf-16-le"),
    ],
)
def test_a_broken_line_is_told_and_the_rest_goes_on(folder: Path, content: bytes) -> None:
    for name, packed in (("a.jsonl", content), ("a.ndjson.gz", gzip.compress(content))):
        found = read(folder, name, packed)
        told = [
            (found.place, found.text) if isinstance(found, Draft) else (found.path, "")
            for found in found
        ]
        assert told == [
            ("#1", "A."),
            (f"{name}#3", ""),
            ("#4", "B."),
            (f"{name}#5", ""),
            (f"{name}#6", ""),
            ("#7", "C."),
        ]


def test_a_truncated_file_gives_the_stories_before_the_break(folder: Path) -> None:
    lines = "".join(json.dumps({"text": f"Story {n} {n * 7919}."}) + "\n" for n in range(4000))
    found = read(folder, "a.jsonl.gz", gzip.compress(lines.encode())[:-2000])
    assert isinstance(found[0], Draft) and len(found) > 100
    assert "unpacks no further" in str(found[-1])


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", "", "is no JSON (column 1"),
        ("a.json", '{\n"text": "A."', "is no JSON (line 2 column"),
        ("a.json", '"A."', "is no object; an article is an object with a text field"),
        ("a.json", '{"title": "T"}', "has no text; its story must stand under one of text, body,"),
        ("a.json", '{"text": "  "}', "has no text"),
        ("a.json", "[" * 100_000, "is nested too deep to be an article"),
        ("a.json", '{"text": ' + "9" * 5_000 + "}", "holds a number that no article has"),
        ("a.jsonl", "[" * 100_000, "is nested too deep to be an article"),
        ("a.jsonl", '{"text": ' + "9" * 5_000 + "}", "holds a number that no article has"),
        ("a.jsonl", "", "holds no text"),
        ("a.jsonl", "\n\n", "holds no text"),
        ("a.jsonl", b"\x00\x01\x02\xff" * 50, "is binary"),
        ("a.jsonl.gz", b"", "holds no text"),
        ("a.jsonl.gz", b'{"text": "A."}', "unpacks no further"),
    ],
)
def test_what_is_no_story_gets_one_line(
    folder: Path, name: str, content: str | bytes, reason: str
) -> None:
    [fault] = read(folder, name, content)
    assert isinstance(fault, UnreadableSource) and reason in fault.reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["text", "id", "date", "source", "name", "items"]), inner)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(JSON)
def test_any_json_gives_stories_or_reasons(folder: Path, content: object) -> None:
    for name in ("any.json", "any.jsonl"):
        for found in read(folder, name, json.dumps(content)):
            assert isinstance(found, UnreadableSource) or found.text.strip()


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\x00", codec="utf-8"), min_size=1))
def test_the_text_is_the_field_as_given(folder: Path, text: str) -> None:
    story = f"{text} end"
    assert read(folder, "any.jsonl", json.dumps({"text": story})) == [Draft(place="#1", text=story)]
