"""Crawls: which records are stories, what is known of them, what a damaged one costs."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import make_article
from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import read_file

CAPTURED = "2024-05-01T10:00:00Z"


def page(words: str) -> str:
    return (
        f"<html><head><title>{words}</title></head><body><article><h1>{words}</h1><p>The ferry to "
        "Kelp Bay sailed at noon with forty chairs on board, the harbour office said.</p><p>Nobody "
        "on the quay waved at it, and nobody sang.</p></article></body></html>"
    )


class Crawl:
    """A WARC in the making; `packed` packs each record by itself, as crawlers do."""

    def __init__(self, *, packed: bool = False) -> None:
        self._records: list[bytes] = []
        self._packed = packed

    def add(
        self,
        url: str,
        content: bytes,
        sent_as: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        more: str = "",
    ) -> Crawl:
        """Adds an answer."""
        http = f"HTTP/1.1 {status}\r\nContent-Type: {sent_as}\r\n{more}\r\n".encode()
        return self.put(url, "response", http + content, "application/http; msgtype=response")

    def put(self, url: str, kind: str, content: bytes, sent_as: str) -> Crawl:
        """Adds a record of any kind."""
        number = len(self._records)
        told = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:x:{number}>\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: {CAPTURED}\r\nContent-Type: {sent_as}\r\n"
            f"Content-Length: {len(content)}\r\n\r\n"
        )
        record = told.encode() + content + b"\r\n\r\n"
        self._records.append(gzip.compress(record) if self._packed else record)
        return self

    def bytes(self) -> bytes:
        """The file."""
        return b"".join(self._records)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("warc")


def read(folder: Path, name: str, content: bytes) -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_bytes(content)
    return list(read_file(path, name))


def drafts(folder: Path, name: str, content: bytes) -> list[Draft]:
    return [found for found in read(folder, name, content) if isinstance(found, Draft)]


def test_pages_are_stories_and_the_rest_is_passed_over(folder: Path) -> None:
    crawl = Crawl().add("http://n.example/2024/03/11/ferry", page("Ferry").encode())
    crawl.add("http://n.example/a.css", b"a {}", "text/css")
    crawl.add("http://n.example/gone", page("Gone").encode(), status="404 Not Found")
    crawl.add("http://n.example/robots.txt", b"User-agent: *", "text/plain")
    crawl.add("http://n.example/note.txt", b"The bridge was shut.", "text/plain")
    crawl.put("urn:ferry", "resource", b"The cable broke.", "text/plain")
    crawl.put("http://n.example/", "metadata", b"a: b", "application/warc-fields")
    found = read(folder, "a.warc", crawl.bytes())
    told = [(one.place, one.url, one.captured, one.text[:5]) for one in found
            if isinstance(one, Draft)]  # fmt: skip
    assert told == [
        ("#1", "http://n.example/2024/03/11/ferry", CAPTURED, "Ferry"),
        ("#5", "http://n.example/note.txt", CAPTURED, "The b"),
        ("#6", "urn:ferry", CAPTURED, "The c"),
    ]
    assert len(found) == 3, "nothing is said of the others"


def test_the_day_of_capture_is_kept_and_dates_nothing(folder: Path) -> None:
    [draft] = drafts(
        folder, "a.warc", Crawl().add("http://n.example/f", page("F").encode()).bytes()
    )
    article = make_article(draft, "a.warc#1")
    assert article.dated is None
    [captured] = article.date_candidates
    assert (captured.source, captured.says) == ("capture", CAPTURED)


@pytest.mark.parametrize(
    ("name", "packed", "pack"),
    [
        ("a.warc", False, bytes),
        ("a.warc.gz", True, bytes),  # a packed record each, as crawlers write
        ("a.warc.gz", False, gzip.compress),  # packed as a whole
        ("misnamed.bin", True, bytes),
    ],
)
def test_packed_or_not(
    folder: Path, name: str, packed: bool, pack: Callable[[bytes], bytes]
) -> None:
    crawl = Crawl(packed=packed)
    for number in range(3):
        crawl.add(f"http://n.example/{number}", page(f"Ferry {number}").encode())
    found = drafts(folder, name, pack(crawl.bytes()))
    assert [draft.title for draft in found] == ["Ferry 0", "Ferry 1", "Ferry 2"]


def test_encodings_of_content(folder: Path) -> None:
    russian = page("Паром вышел в море").encode("cp1251")
    crawl = Crawl().add("http://n.example/1", russian, "text/html; charset=windows-1251")
    packed = gzip.compress(page("Ferry").encode())
    crawl.add("http://n.example/2", packed, more="Content-Encoding: gzip\r\n")
    assert [draft.title for draft in drafts(folder, "a.warc", crawl.bytes())] == [
        "Паром вышел в море", "Ferry",
    ]  # fmt: skip


def test_an_arc_file(folder: Path) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Ferry").encode()
    about = b"1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n\n"
    content = b"filedesc://a.arc 0.0.0.0 20240501100000 text/plain %d\n%s\n" % (len(about), about)
    content += b"http://n.example/f 10.0.0.1 20240501100000 text/html %d\n%s\n" % (len(http), http)
    [draft] = drafts(folder, "a.arc", content)
    assert (draft.place, draft.title, draft.url) == ("#2", "Ferry", "http://n.example/f")
    assert draft.captured == "20240501100000"


def three() -> Crawl:
    crawl = Crawl()
    for number in range(3):
        crawl.add(f"http://n.example/{number}", page(f"Ferry {number}").encode())
    return crawl


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Content-Length: ", b"Content-Length: x"),
        (b"WARC/1.0", b"WXRC/1.0"),
        (b"HTTP/1.1 200", b"\x00\x01\x02\x03\x04/1.1 20"),
    ],
)
def test_a_damaged_record_costs_itself(folder: Path, before: bytes, after: bytes) -> None:
    content = three().bytes()
    second = content.index(b"WARC/1.0", 10)
    at = content.index(before, second)
    content = content[:at] + after + content[at + len(before) :]
    found = read(folder, "a.warc", content)
    titles = [draft.title for draft in found if isinstance(draft, Draft)]
    assert titles in (["Ferry 0", "Ferry 2"], ["Ferry 0", "Ferry 1", "Ferry 2"])
    assert any(isinstance(one, UnreadableSource) for one in found) or len(titles) == 3


def test_a_crawl_that_is_cut_off(folder: Path) -> None:
    content = three().bytes()
    found = read(folder, "a.warc", content[:-200])
    assert [draft.title for draft in found if isinstance(draft, Draft)] == ["Ferry 0", "Ferry 1"]
    assert str(found[-1]) == "a.warc#3: is cut off before its end; fetch the crawl again"
    found = read(folder, "a.warc.gz", gzip.compress(content)[:-200])
    assert "unpacks no further" in str(found[-1])


def test_nothing_of_a_crawl_reaches_the_terminal(
    folder: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    content = page("Ferry sails").encode()
    packed = gzip.compress(content * 2000)
    crawl = Crawl().add("https://harbour.example/\x1b[2J a", content)
    crawl.add(
        "https://harbour.example/b",
        packed[:9000] + b"x" * 20_000,
        more="Content-Encoding: gzip\r\n",
    )
    found = read(folder, "a.warc", crawl.bytes())
    assert any(isinstance(one, Draft) for one in found)
    assert capfd.readouterr() == ("", "") and caplog.text == ""


def test_a_line_without_an_end_is_refused_at_once(folder: Path) -> None:
    whole = Crawl().add("https://harbour.example/a", page("Ferry sails").encode()).bytes()
    path = folder / "a.warc.gz"
    path.write_bytes(gzip.compress(whole + b"WARC/1.0\r\n" + bytes(2**26), 1))
    story, fault = read_file(path, "a.warc.gz")
    assert isinstance(story, Draft) and "Kelp Bay" in story.text
    assert isinstance(fault, UnreadableSource) and "KiB" in fault.reason


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_damage_gives_stories_or_reasons(folder: Path, data: st.DataObject) -> None:
    content = bytearray(three().bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(content)))
    for found in read(folder, "damaged.warc", bytes(content[:cut])):
        assert isinstance(found, UnreadableSource) or found.text.strip()
