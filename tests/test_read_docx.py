"""Word documents: paragraphs, tables, changes, properties, and files that cannot be read."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest

from index.articles import make_article
from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import read_file

SAMPLE = Path(__file__).parent / "samples" / "docx" / "minutes.docx"


def made(*paragraphs: str, **properties: object) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(folder: Path, content: bytes, name: str = "a.docx") -> Draft | UnreadableSource:
    path = folder / name
    path.write_bytes(content)
    (found,) = read_file(path, name)
    return found


def test_paragraphs_rows_and_changes_are_marked_where_they_begin() -> None:
    (draft,) = read_file(SAMPLE, "minutes.docx")
    assert isinstance(draft, Draft)
    starts = [mark.start for mark in draft.marks]
    ends = [*(start - 2 for start in starts[1:]), len(draft.text)]
    pieces = [draft.text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert dict(zip((mark.label for mark in draft.marks), pieces, strict=True)) == {
        "paragraph 1": "Weir commission hears the divers",
        "paragraph 2": "MILLBROOK, September 20, 2016 (Northline) – The weir commission heard "
        "three divers on Tuesday.",
        "paragraph 3": "Chairman Olaf Brack met the diver Runa Teal in Millbrook before the "
        "hearing.",
        "table 1, row 1": "Diver | Depth",
        "table 1, row 2": "Runa Teal | nine metres",
        "paragraph 4": "What follows",
        "paragraph 5": "The commission will meet again in October.",
        "paragraph 6": "The eels were not heard.",
    }


@pytest.mark.parametrize(
    ("properties", "title", "dated"),
    [
        ({}, None, None),  # what the library's template says is no date
        ({"title": " Fog  on the sound "}, "Fog on the sound", None),
        ({"created": datetime(2019, 5, 14, 9)}, None, "2019-05-14"),
        (
            {"created": datetime(2019, 5, 14), "modified": datetime(2020, 1, 1)},
            None,
            "2019-05-14",
        ),
    ],
)
def test_properties_tell_title_and_day(
    tmp_path: Path, properties: dict[str, object], title: str | None, dated: str | None
) -> None:
    found = read(tmp_path, made("The fog lies on the sound.", **properties))
    assert isinstance(found, Draft)
    day = make_article(found, "a.docx").dated
    assert (found.title, day.edtf if day else None) == (title, dated)


def test_a_dateline_goes_before_the_day_the_document_was_made(tmp_path: Path) -> None:
    story = made("Fog", "OSLO, May 2, 2019 (NNA) - It lies.", created=datetime(2021, 1, 1))
    found = read(tmp_path, story)
    assert isinstance(found, Draft)
    day = make_article(found, "a.docx").dated
    assert day and day.edtf == "2019-05-02"


def bomb() -> bytes:
    file = io.BytesIO(made("Fog."))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/media/a.bin", bytes(150 * 2**20))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no whole Word document"),
        (b"PK\x03\x04word/", "no whole Word document"),
        (made("Fog.")[:-200], "no whole Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "has a password or is an old .doc"),
        (made(), "holds no text"),
        (made(" ", "…"), "holds no text"),
        (bomb(), "unpacks to over 128 MiB"),
    ],
)
def test_what_is_no_document_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    fault = read(tmp_path, content)
    assert isinstance(fault, UnreadableSource) and reason in fault.reason


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    found = read(tmp_path, made("The fog lies on the sound."), "a.zip")
    assert isinstance(found, Draft) and found.text == "The fog lies on the sound."
