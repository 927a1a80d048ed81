"""ninjs, NewsML-G2 and NITF: versions, renditions, and what an agency has not released."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.drafts import Draft
from index.errors import UnreadableSource
from index.news_rights import refuse_unpublished
from index.read import read_file

NOW = datetime(2024, 3, 11, 12, 0, tzinfo=UTC)
SPACE = "http://iptc.org/std/nar/2006-10-01/"


def read(folder: Path, name: str, content: str) -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return list(read_file(path, name))


def ninjs(**fields: object) -> str:
    return json.dumps({"uri": "urn:a:1", "versioncreated": "2019-05-14T10:00:00Z", **fields})


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        # a plain body is the text as given, nothing stripped or folded
        ({"headline": "Fog", "body_text": " Fog  lies.\n\nIt is. "}, " Fog  lies.\n\nIt is. "),
        ({"headline": "Fog", "body_xhtml": "<p>Fog&nbsp;lies.</p>"}, "Fog\n\nFog lies."),
        ({"body_html": "<div>Fog lies.<br/>It lasts.</div>"}, "Fog lies.\n\nIt lasts."),
        (
            {"body_text": "Fog.", "body_xhtml": "<p>Fog lies on the sound and it lasts.</p>"},
            "Fog lies on the sound and it lasts.",
        ),
        (
            {"headlines": [{"role": "subhead", "value": "No"}, {"role": "main", "value": "Fog"}],
             "bodies": [{"contentType": "text/html", "value": "<p>It lies.</p>"}]},
            "Fog\n\nIt lies.",
        ),
        (
            {"headlines": {"main": {"value": "Fog"}},
             "bodies": {"main": {"contentType": "text/html", "value": "<p>It lies.</p>"}}},
            "Fog\n\nIt lies.",
        ),
        ({"bodies": [{"contentType": "text/plain", "value": "Fog\nlies."}]}, "Fog\nlies."),
        ({"bodies": [{"contenttype": "text/html", "value": "<p>Fog</p>lies."}]}, "Fog\n\nlies."),
        ({"bodies": [{"value": "<p>Fog lies.</p>"}]}, "Fog lies."),
        ({"bodies": [{"value": "Fog < 3 m."}]}, "Fog < 3 m."),
        (
            {"bodies": [{"contentType": "text/vnd.IPTC.NITF",
                         "value": '<?xml version="1.0" encoding="UTF-8"?><nitf><head><title>No'
                         "</title></head><body><body.content><p>Fog&nbsp;lies.</p></body.content>"
                         "</body></nitf>"}]},
            "Fog lies.",
        ),
        # a story without a body is its description, as a feed's item its summary
        (
            {"type": "text", "headline": "Fog", "descriptions": [{"value": "It lies."}]},
            "Fog\n\nIt lies.",
        ),
        ({"headline": "Fog", "description_text": "It lies."}, "Fog\n\nIt lies."),
    ],
)  # fmt: skip
def test_the_text_of_a_ninjs_object(tmp_path: Path, fields: dict[str, object], text: str) -> None:
    (draft,) = read(tmp_path, "a.json", ninjs(**fields))
    assert isinstance(draft, Draft) and draft.text == text


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"pubstatus": "canceled", "body_text": "Fog."}, "was canceled"),
        ({"pubStatus": "withheld", "body_text": "Fog."}, "is withheld"),
        ({"embargoed": "2999-01-01T00:00:00Z", "body_text": "Fog."}, "under embargo until 2999"),
        ({"embargoedUntil": "soon", "body_text": "Fog."}, "under embargo until soon"),
        (
            {"type": "picture", "body_text": "", "description_text": "A quay"},
            "is a picture without body text",
        ),
        ({"headline": "Fog"}, "has no body text"),
        ({"body_text": "…"}, "holds no text"),
    ],
)
def test_a_ninjs_object_that_is_not_read(
    tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    (fault,) = read(tmp_path, "a.json", ninjs(**fields))
    assert isinstance(fault, UnreadableSource) and reason in fault.reason


def test_ninjs_a_line_and_other_json_with_a_uri(tmp_path: Path) -> None:
    lines = [
        ninjs(body_xhtml="<p>Fog.</p>"),
        ninjs(pubstatus="withheld", body_text="No."),
        json.dumps({"uri": "b", "versionCreated": "2019", "text": "<p>as given</p>"}),
    ]
    one, fault, other = read(tmp_path, "a.jsonl", "\n".join(lines))
    assert isinstance(one, Draft) and (one.place, one.text) == ("#1", "Fog.")
    assert isinstance(fault, UnreadableSource) and fault.path == "a.jsonl#2"
    assert isinstance(other, Draft) and other.text == "<p>as given</p>"


@pytest.mark.parametrize(
    ("status", "embargoed", "refused"),
    [
        (None, None, False),
        ("stat:usable", "2024-03-11T11:59:59+00:00", False),
        ("usable", "2024-03-11T13:00:00+02:00", False),
        ("usable", "2024-03-11T13:00:00", True),  # no zone: taken as UTC
        ("usable", "2024-03-11", True),  # until the day is over
        ("usable", "2024-03-10", False),
        ("usable", "next week", True),
        ("stat:canceled", None, True),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", None, True),
    ],
)
def test_what_may_not_be_used_yet(status: str | None, embargoed: str | None, refused: bool) -> None:
    try:
        refuse_unpublished(status, embargoed, NOW, "a.xml")
    except UnreadableSource:
        assert refused
    else:
        assert not refused


def item(content: str, meta: str = "", space: str = SPACE) -> str:
    return (
        f'<newsItem xmlns="{space}" guid="g1" version="1"><itemMeta>{meta}</itemMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


PLAIN = '<inlineData contenttype="text/plain">Fog lies.\n\nIt lasts.</inlineData>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (item(PLAIN), "Fog lies.\n\nIt lasts."),
        (item(PLAIN, space="http://iptc.org/std/newsml/2006-05-01/"), "Fog lies.\n\nIt lasts."),
        (
            item('<inlineData contenttype="text/html">&lt;p&gt;Fog&lt;/p&gt; lies.</inlineData>'),
            "Fog\n\nlies.",
        ),
        (
            item('<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title>'
                 "</head><body><p>Fog lies.</p></body></html></inlineXML>"),
            "Fog lies.",
        ),
        (
            item("<inlineXML><nitf><body><body.head><hedline><hl1>Fog</hl1></hedline></body.head>"
                 "<body.content><p>It lies.</p></body.content></body></nitf></inlineXML>"),
            "Fog\n\nIt lies.",
        ),
        (item(f"<inlineData>Short</inlineData>{PLAIN}"), "Fog lies.\n\nIt lasts."),
    ],
)  # fmt: skip
def test_renditions_of_a_newsml_item(tmp_path: Path, content: str, text: str) -> None:
    (draft,) = read(tmp_path, "a.xml", content)
    assert isinstance(draft, Draft) and draft.text == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xml", item(PLAIN, '<pubStatus qcode="stat:withheld"/>'), "is withheld"),
        ("a.xml", item(PLAIN, "<embargoed>2999-01-01T00:00:00Z</embargoed>"), "under embargo"),
        ("a.xml", item(PLAIN, '<itemClass qcode="ninat:video"/>'), "no story in words"),
        ("a.xml", item('<remoteContent href="a.jpg"/>'), "no story in words"),
        ("a.xml", f'<packageItem xmlns="{SPACE}"/>', "only points to its items"),
        ("a.xml", f'<newsMessage xmlns="{SPACE}"><itemSet/></newsMessage>', "holds no news item"),
        ("a.xml", "<NewsML><NewsItem/></NewsML>", "NewsML 1, an older format"),
        ("a.newsml", "<other/>", "is no NewsML-G2"),
        ("a.xml", item(PLAIN)[:-20], "no whole XML"),
        ("a.nitf", "<other/>", "is no NITF"),
        ("a.nitf", "<nitf><body/></nitf>", "holds no text"),
        (
            "a.nitf",
            '<nitf><head><docdata management-status="withheld"/></head><body><body.content><p>x</p>'
            "</body.content></body></nitf>",
            "is withheld",
        ),
        (
            "a.nitf",
            '<nitf><head><docdata management-status="embargoed"><date.release norm="29990101"/>'
            "</docdata></head><body><body.content><p>x</p></body.content></body></nitf>",
            "under embargo until 29990101",
        ),
        ("a.xml", "<svg/>", "no format that Dateline reads"),
    ],
)
def test_what_is_not_read_says_why(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (fault,) = read(tmp_path, name, content)
    assert isinstance(fault, UnreadableSource) and reason in fault.reason, fault


def test_the_dateline_of_a_field_is_a_line_of_its_own_unless_the_body_has_it(
    tmp_path: Path,
) -> None:
    meta = "<contentMeta><dateline>OSLO, May 14</dateline></contentMeta>"
    once = item(f"<inlineData>OSLO, May 14 (NNA) - Fog lies.</inlineData>{meta}")
    alone = item(f"<inlineData>Fog lies.</inlineData>{meta}")
    texts = [d.text for c in (once, alone) for d in read(tmp_path, "a.xml", c)]  # type: ignore[union-attr]
    assert texts == ["OSLO, May 14 (NNA) - Fog lies.", "OSLO, May 14\n\nFog lies."]
