"""Markdown: what a reader would see, and the front matter as metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import read_file

FRONT = """\
---
title: "Ferry: she sails"
date: 2024-01-12
published: Monday
publisher:
  name: NNA
tags: [sea, cable]
---
"""


def read(folder: Path, content: str | bytes) -> Draft | UnreadableSource:
    path = folder / "a.md"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    [found] = read_file(path, "a.md")
    return found


def test_front_matter(tmp_path: Path) -> None:
    assert read(tmp_path, f"{FRONT}\n# Ferry\n\nShe sails.") == Draft(
        text="Ferry\n\nShe sails.",
        title="Ferry: she sails",
        source="NNA",
        metadata=("2024-01-12", "Monday"),  # as printed: YAML makes no date of it
        date_fields=("date", "published"),
    )


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("She *sails* **at** [noon](http://x.example) &amp; `back`.", "She sails at noon & back."),
        ("Line one\nline two  \nline three", "Line one\nline two\nline three"),
        ("Headline\r\n========\r\n\r\nShe\r\nsails.\r\n", "Headline\n\nShe\nsails."),
        ("- one\n- two\n\n> quoted", "one\n\ntwo\n\nquoted"),
        ("    as it stands\n\nand on", "as it stands\n\nand on"),
        ("```\nin code\n```", "in code"),
        ("![The quay at dawn](quay.jpg)", "The quay at dawn"),
        ("<div>In <b>HTML</b>.</div>\n\nNot in it.", "In HTML.\n\nNot in it."),
        ("<!-- a note -->\n<script>x = 1</script>\n\nShe sails.", "She sails."),
        ("She <em>sails</em>.", "She sails."),
        ("---\nShe sails.\n---\n\nNobody waves.", "She sails.\n\nNobody waves."),
        ("She sails.\n\n---\n\nNobody waves.", "She sails.\n\nNobody waves."),
    ],
)
def test_the_words_of_the_blocks(tmp_path: Path, markdown: str, text: str) -> None:
    assert read(tmp_path, markdown) == Draft(text=text)


def test_utf16_and_a_byte_order_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig"):
        found = read(tmp_path, f"{FRONT}Fähre.".encode(encoding))
        assert isinstance(found, Draft) and (found.text, found.source) == ("Fähre.", "NNA")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "holds no text"),
        (FRONT, "holds no text"),
        ("<script>x = 1</script>", "holds no text"),
        ("---\ntitle: [\n---\n\nShe sails.", "its front matter is no YAML"),
        (b"\x81\x8d\x8f\x90", "in no encoding we know"),
    ],
)
def test_what_is_no_story(tmp_path: Path, content: str | bytes, reason: str) -> None:
    found = read(tmp_path, content)
    assert isinstance(found, UnreadableSource) and reason in found.reason
