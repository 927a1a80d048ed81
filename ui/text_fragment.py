"""A link to a passage of a page: text fragments (WICG, Scroll to Text Fragment).

https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=prefix-,start,end,-suffix`, each part
percent-encoded, "-", "," and "&" too, since they have a meaning here.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from index.records import Citation

WHOLE = 60  # characters: a longer quote is told by its first and last words
EDGE = 5  # words of a long quote told at each end
NEAR = 3  # words told before and after, for a sentence that stands twice


def link_passage(citation: Citation) -> str | None:
    """The live page at the quoted passage; None where there is no address of the web."""
    url = citation.article.url
    if url is None or not is_web(url):
        return None
    mark = "" if "#" in url else "#"
    return f"{url.strip()}{mark}:~:text={write_fragment(citation)}"


def is_web(url: str) -> bool:
    """Whether this leads to a page of the web; "javascript:" and the like lead nowhere."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # "http://[" has no host; articles bring any text as their address
        return False


def write_fragment(citation: Citation) -> str:
    """`prefix-,start,end,-suffix` of a citation, as far as each is there."""
    words = citation.quote.split()
    short = len(citation.quote) <= WHOLE or len(words) <= 2 * EDGE
    edges = [words] if short else [words[:EDGE], words[-EDGE:]]
    told = [_encode(" ".join(edge)) for edge in edges]
    before, after = _last_words(citation.prefix), _first_words(citation.suffix)
    return ",".join(
        [*([f"{_encode(before)}-"] if before else []), *told,
         *([f"-{_encode(after)}"] if after else [])]
    )  # fmt: skip


def _last_words(prefix: str) -> str:
    """The last whole words before the quote, within its line: a page's blocks are told apart."""
    line = prefix.splitlines()[-1] if prefix and not prefix.endswith(("\n", "\r")) else ""
    words = line.split() if line != prefix or line[:1].isspace() else line.split()[1:]
    return " ".join(words[-NEAR:])


def _first_words(suffix: str) -> str:
    line = suffix.splitlines()[0] if suffix else ""
    words = line.split() if line != suffix or line[-1:].isspace() else line.split()[:-1]
    return " ".join(words[:NEAR])


def _encode(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
