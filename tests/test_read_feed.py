"""RSS and Atom in the shapes found in the wild: what is the text, the day, and what is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.drafts import Draft
from index.errors import UnreadableSource
from index.markup import find_paragraphs, join_paragraphs, read_fragment, read_plain_paragraphs
from index.read import find_reader, holds_many, read_file
from index.xml_trees import parse_xml


def rss(item: str, channel: str = "<title>Tribune</title>", names: str = "") -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0" {names}><channel>{channel}'
        f"<item>{item}</item></channel></rss>"
    )


def read(folder: Path, content: str | bytes, name: str = "a.rss") -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_file(path, name))


def draft_of(folder: Path, content: str | bytes, name: str = "a.rss") -> Draft:
    (draft,) = read(folder, content, name)
    assert isinstance(draft, Draft), draft
    return draft


CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<title>Fog</title><description>It is thick.</description>", "Fog\n\nIt is thick."),
        ("<title>Fog</title>", "Fog"),
        ("<description>No title here.</description>", "No title here."),
        (
            "<title>Fog</title><description>Short.</description>"
            "<content:encoded><![CDATA[<p>It is <b>thick</b>.</p><p>It lasts.]]></content:encoded>",
            "Fog\n\nIt is thick.\n\nIt lasts.",
        ),
        (
            "<title>Fog &amp;amp; ice</title><description>&lt;p&gt;A &amp;lt; B&lt;/p&gt;"
            "</description>",
            "Fog & ice\n\nA < B",
        ),
        (
            "<title>Fog</title><description>Fog lies on the sound&nbsp;&hellip;</description>",
            "Fog\n\nFog lies on the sound …",
        ),
        (
            "<title>T</title><description><![CDATA[a<br>b<hr><pre>c\n\nd</pre><script>x</script>"
            "<table><tr><td>e</td><td>f</td></tr></table>]]></description>",
            "T\n\na\n\nb\n\nc\n\nd\n\ne | f",
        ),
    ],
)
def test_the_text_of_an_item(tmp_path: Path, item: str, text: str) -> None:
    assert draft_of(tmp_path, rss(item, names=CONTENT)).text == text


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("<pubDate>Tue, 14 May 2019 17:30:00 +0200</pubDate>",
         [("pubDate", "Tue, 14 May 2019 17:30:00 +0200")]),
        ("<dc:date>2019-05-14</dc:date>", [("dc:date", "2019-05-14")]),
        ("<pubDate>yesterday</pubDate><dc:date>2019-05-14</dc:date>",
         [("pubDate", "yesterday"), ("dc:date", "2019-05-14")]),
        ("", []),
    ],
)  # fmt: skip
def test_all_days_of_an_item_are_kept(
    tmp_path: Path, item: str, told: list[tuple[str, str]]
) -> None:
    channel = "<title>T</title><lastBuildDate>Wed, 01 Jan 2025 00:00:00 GMT</lastBuildDate>"
    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    draft = draft_of(tmp_path, rss(f"<title>Fog</title>{item}", channel, names))
    assert list(zip(draft.date_fields, draft.metadata, strict=True)) == told


@pytest.mark.parametrize(
    ("content", "texts", "reason"),
    [
        # a bare ampersand is no damage to speak of
        (rss("<title>Fog & ice</title>"), ["Fog & ice"], None),
        # cut within an item: those before it are whole
        (
            '<rss version="2.0"><channel><title>T</title><item><title>One</title></item>'
            "<item><title>Two</title><description>It was cut he",
            ["One"],
            "no whole XML",
        ),
        ('<rss version="2.0"><channel><title>T</title><item><title>One', [], "no whole XML"),
        ('<rss version="2.0"><channel><title>T</title></channel></rss>', [], "without any item"),
        (
            '<rss version="2.0"><channel><title>T</title><item><title>One</title></item>'
            "<item><link>https://a.example/</link></item></channel></rss>",
            ["One"],
            "holds no text",
        ),
        ("<html><body>x</body></html>", [], "is no feed"),
        ("", [], "is no feed"),
        ("<rss", [], "is no feed"),
    ],
)
def test_damage_is_told_and_what_is_whole_is_kept(
    tmp_path: Path, content: str, texts: list[str], reason: str | None
) -> None:
    found = read(tmp_path, content)
    faults = [one.reason for one in found if isinstance(one, UnreadableSource)]
    assert [one.text for one in found if isinstance(one, Draft)] == texts
    assert [reason in fault for fault in faults if reason] == ([True] if reason else [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "koi8-r", None])
def test_encodings_declared_rightly_wrongly_and_not(
    tmp_path: Path, encoding: str, declared: str | None
) -> None:
    text = "Паром ушёл из гавани на рассвете, и никто на причале не махал ему вслед платком."
    head = f' encoding="{declared}"' if declared else ""
    content = rss(f"<title>Паром ушёл</title><description>{text}</description>")
    content = content.replace('<?xml version="1.0"?>', f'<?xml version="1.0"{head}?>')
    assert draft_of(tmp_path, content.encode(encoding)).text == f"Паром ушёл\n\n{text}"


def test_a_feed_named_xml_is_known_by_its_root(tmp_path: Path) -> None:
    assert draft_of(tmp_path, rss("<title>Fog</title>"), "any.xml").place == "#1"
    assert find_reader(Path("a.rss")) is find_reader(Path("a.atom"))
    assert all(map(holds_many, map(Path, ["a.rss", "a.xml", "a.eml", "a.newsml"])))


@settings(deadline=None)
@given(st.text())
def test_plain_words_come_through_a_fragment(text: str) -> None:
    words = [word for word in text.split() if word.isalnum()]
    read_words = " ".join(p.text for p in read_fragment(" ".join(words))).split()
    assert read_words == words


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<b>", "a ", "&amp;", "<", "<!--", "</div>"])))
def test_no_fragment_is_an_error(parts: list[str]) -> None:
    for paragraph in read_fragment("".join(parts)):
        assert paragraph.text == " ".join(paragraph.text.split()) != ""


def test_paragraphs_of_other_shapes() -> None:
    lines = read_plain_paragraphs("One\nTwo")
    blocks = read_plain_paragraphs("One\nmore\n\nTwo")
    assert [p.text for p in lines] == ["One", "Two"]
    assert [p.text for p in blocks] == ["One more", "Two"]
    assert join_paragraphs("One", lines) == "One\n\nTwo"
    entity = parse_xml("<p>a<q>b</q> c</p>", "a.xml")
    assert [p.text for p in find_paragraphs(entity)] == ["ab c"]
