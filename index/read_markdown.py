"""Markdown: front matter becomes metadata, the rest the text that a reader would see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.errors import UnreadableSource
from index.read import Draft, Drafts, decode, open_bytes, refuse_empty
from index.read_json import KEYS, first_value

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE)


def read_markdown(path: Path, shown: str) -> Drafts:
    """One story: the words of its blocks, a blank line between them, no markup."""
    content = decode(open_bytes(path), shown)
    refuse_empty(content, shown)
    front = FRONT_MATTER.match(content)
    fields = _read_front(front[1], shown) if front else {}
    blocks = MarkdownIt("commonmark").parse(content[front.end() :] if front else content)
    text = "\n\n".join(block for block in map(_words, blocks) if block.strip())
    refuse_empty(text, shown)
    date_field = fields.pop("metadata", None)
    yield Draft(text=text, metadata=(date_field,) if date_field else (), **fields)


def _read_front(front: str, shown: str) -> dict[str, str | None]:
    try:
        # BaseLoader keeps every value as the text that stands there: 2024-01-12 stays a string
        content = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as fault:
        raise UnreadableSource(shown, f"its front matter is no YAML ({fault})") from fault
    if not isinstance(content, dict):
        return {}
    return {ours: first_value(content, theirs) for ours, theirs in KEYS.items() if ours != "text"}


def _words(block: Token) -> str:
    if block.type in ("code_block", "fence"):
        return block.content
    return "".join(_inline(block.children or ())) if block.type == "inline" else ""


def _inline(tokens: Iterator[Token] | list[Token] | tuple[()]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type in ("text", "code_inline"):
            yield token.content
