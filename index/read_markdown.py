"""Markdown: front matter becomes metadata, the rest the text that a reader would see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import yaml
from lxml import etree, html
from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.blobs import Blob
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.keys import read_dates, read_fields

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"^[\w-]+:", re.MULTILINE)
UNSEEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)


def read_markdown(blob: Blob) -> Drafts:
    """One story: the words of its blocks, a blank line between them, no markup."""
    content = blob.text()
    refuse_empty(content, blob.shown)
    front = FRONT_MATTER.match(content)
    if front and not KEY.search(front[1]):
        front = None  # two rules across the page, and words between them
    fields = _read_front(front[1], blob.shown) if front else {}
    blocks = MarkdownIt("commonmark").parse(content[front.end() :] if front else content)
    text = "\n\n".join(block.strip("\n") for block in map(_words, blocks) if block.strip())
    refuse_empty(text, blob.shown)
    known = read_fields(fields) | {"text": text}
    yield Draft(**read_dates(fields), **known)


def _read_front(front: str, shown: str) -> Mapping[str, object]:
    try:
        # BaseLoader keeps every value as the text that stands there: 2024-01-12 stays a string
        content = yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as fault:
        reason = f"its front matter is no YAML ({' '.join(str(fault).split())}); mend it"
        raise UnreadableSource(shown, reason) from fault
    return content if isinstance(content, dict) else {}


def _words(block: Token) -> str:
    if block.type in ("code_block", "fence"):
        return block.content
    if block.type == "html_block":
        return _without_tags(block.content)
    return "".join(_inline(block.children or ())) if block.type == "inline" else ""


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "image":
            yield "".join(_inline(token.children or ()))


def _without_tags(markup: str) -> str:
    """The words of a block of HTML: a reader of the page sees them, so they are the story's too."""
    seen = UNSEEN.sub("", markup)
    try:
        return str(html.fromstring(f"<div>{seen}</div>").text_content())
    except (etree.LxmlError, ValueError):  # nothing in it but broken tags
        return ""
