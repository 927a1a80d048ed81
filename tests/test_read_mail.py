"""Mails and pages saved as one file: the best body, what is attached, addresses, damage."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import read_file

PLAIN = "The ferry sailed at dawn.\n\nNobody waved.\n"
HTML = "<p>The ferry <b>sailed</b> at dawn.</p><p>Nobody waved.</p>"
SENT = "Tue, 14 May 2019 18:05:00 +0300"


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"Subject": "Ferry", "Date": SENT, **headers}.items():
        message[name.replace("_", "-")] = value
    return message


def read(
    folder: Path, content: EmailMessage | bytes, name: str = "a.eml"
) -> list[Draft | UnreadableSource]:
    path = folder / name
    path.write_bytes(bytes(content))
    return list(read_file(path, name))


def with_bodies(plain: str | None, html: str | None) -> EmailMessage:
    message = mail()
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (with_bodies(PLAIN, None), "Ferry\n\nThe ferry sailed at dawn.\n\nNobody waved."),
        (with_bodies(None, HTML), "Ferry\n\nThe ferry sailed at dawn.\n\nNobody waved."),
        (with_bodies("Nobody waved.\n\nThe end.", HTML), "Ferry\n\nNobody waved.\n\nThe end."),
        (
            with_bodies("Open it in a browser.", HTML * 9),
            "Ferry\n\n" + "\n\n".join(["The ferry sailed at dawn.", "Nobody waved."] * 9),
        ),
        (with_bodies("", HTML), "Ferry\n\nThe ferry sailed at dawn.\n\nNobody waved."),
    ],
)
def test_the_best_body_is_the_text(tmp_path: Path, message: EmailMessage, text: str) -> None:
    (draft,) = read(tmp_path, message)
    assert isinstance(draft, Draft)
    assert (draft.text, draft.title, draft.metadata) == (text, "Ferry", (SENT,))


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "iso-8859-5"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_encodings_of_a_body(tmp_path: Path, charset: str, encoding: str) -> None:
    message = mail(Subject="Паром", From="Вести <desk@a.example>")
    message.set_content("Паром ушёл на рассвете.\n", charset=charset, cte=encoding)
    (draft,) = read(tmp_path, message)
    assert isinstance(draft, Draft)
    assert (draft.text, draft.source) == ("Паром\n\nПаром ушёл на рассвете.", "Вести")


def packed(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as members:
        members.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "place", "text"),
    [
        ("note.txt", b"A note on fog.", "#note.txt", "A note on fog."),
        ("feed.jsonl", b'{"text": "One."}\n{"text": "Two."}', "#feed.jsonl#1", "One."),
        ("all.zip", packed("in/note.txt", b"A note."), "#all.zip#in/note.txt", "A note."),
        ("../../up.txt", b"A note.", "#up.txt", "A note."),
    ],
)
def test_what_is_attached_is_read_as_what_lies_in_it(
    tmp_path: Path, name: str, content: bytes, place: str, text: str
) -> None:
    message = with_bodies(PLAIN, None)
    message.add_attachment(content, maintype="application", subtype="x", filename=name)
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    _, inner, *_ = read(tmp_path, message)
    assert isinstance(inner, Draft)
    assert (inner.place, inner.text, inner.captured) == (place, text, SENT)


def test_two_attachments_of_one_name_lie_at_two_places(tmp_path: Path) -> None:
    message = mail()
    for words in ("The ferry sailed.", "The ferry sank."):
        message.add_attachment(words, filename="a.txt")
    found = read(tmp_path, message)
    assert [(d.place, d.text) for d in found if isinstance(d, Draft)] == [
        ("#a.txt", "The ferry sailed.\n"), ("#a.txt (2)", "The ferry sank.\n"),
    ]  # fmt: skip


def test_a_mail_that_only_carries_something(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(b"A note on fog.", maintype="text", subtype="plain", filename="n.txt")
    assert [d.place for d in read(tmp_path, message) if isinstance(d, Draft)] == ["#n.txt"]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.eml", "is no mail"),
        (b"\n\nno headers", "a.eml", "is no mail"),
        (bytes(mail()), "a.eml", "holds no text"),
        (b"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n\xff\xfe\x00", "a.eml", "is "),
        (b"Content-Type: multipart/mixed; boundary=x\n\n" * 100, "a.eml", "mails within mails"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
            + b"--x\nContent-Type: text/plain\n\na\n" * 600 + b"--x--\n",
            "a.eml",
            "over 500 parts",
        ),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "a.mhtml", "holds no HTML page"),
    ],
)  # fmt: skip
def test_what_is_no_mail_says_so(tmp_path: Path, content: bytes, name: str, reason: str) -> None:
    (fault,) = read(tmp_path, content, name)
    assert isinstance(fault, UnreadableSource) and reason in fault.reason


STORY = "".join(
    f"<p>On day {n} the ferry sailed from the quay at dawn, and nobody at all waved at it.</p>"
    for n in range(5)
)


def saved(head: str, place: str) -> bytes:
    return (
        f"From: <Saved by Blink>\n{head}Date: {SENT}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        f"--b\nContent-Type: text/html; charset=utf-8\nContent-Location: {place}\n\n"
        f"<html><head><title>Fähre</title></head><body><article><h1>Fähre</h1>{STORY}</article>"
        "</body></html>\n--b\nContent-Type: text/css\n\np {}\n--b--\n"
    ).encode()


ADDRESS = "https://a.example/2019/05/14/f"
SNAPSHOT = f"Snapshot-Content-Location: {ADDRESS}\n"


@pytest.mark.parametrize(
    ("name", "head", "place", "url"),
    [
        ("a.mhtml", SNAPSHOT, "cid:frame@mhtml.blink", ADDRESS),
        ("a.mht", "", ADDRESS, ADDRESS),
        ("a.mht", "", "cid:frame@mhtml.blink", None),
        ("a.eml", SNAPSHOT, ADDRESS, ADDRESS),
        ("a.txt", SNAPSHOT, ADDRESS, ADDRESS),
    ],
)
def test_a_saved_page_has_its_address_and_the_day_it_was_saved(
    tmp_path: Path, name: str, head: str, place: str, url: str | None
) -> None:
    (draft,) = read(tmp_path, saved(head, place), name)
    assert isinstance(draft, Draft)
    assert draft.text.count("the ferry sailed") == 5 and draft.text.startswith("Fähre")
    assert (draft.url, draft.captured, draft.metadata) == (url, SENT, ())
