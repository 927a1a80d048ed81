"""Good files of every format: the samples in tests/samples, and these packed in containers."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
FINDINGS = SAMPLES / "findings"  # files that once went wrong: bad by themselves
LARGEST_SAMPLE = 200_000  # bytes; what is larger tells nothing more when it is damaged

PLAIN = """Ferry talks resume

OSLO, March 11, 2024. Minister Anna Berg met envoy Karl Stone in Oslo to talk of the ferry.
They agreed to meet again on 15 March in Bergen, the ministry said.
"""
MARKDOWN = f"---\ntitle: Ferry talks resume\ndate: 2024-03-11\nsource: Northline\n---\n\n{PLAIN}"
HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry talks resume</title>
<meta property="article:published_time" content="2024-03-11T08:00:00Z">
<script type="application/ld+json">
{{"@type": "NewsArticle", "datePublished": "2024-03-11"}}</script>
</head><body><article><h1>Ferry talks resume</h1><p>{PLAIN.splitlines()[2]}</p>
<p>{PLAIN.splitlines()[3]}</p></article><footer>Copyright 2019</footer></body></html>"""
STORY = {
    "id": "ferry-1", "title": "Ferry talks resume", "date": "2024-03-11", "source": "Northline",
    "url": "https://example.org/2024/03/11/ferry", "text": PLAIN,
}  # fmt: skip
CSV = f'id,title,date,text\nferry-1,Ferry talks resume,2024-03-11,"{PLAIN}"\n'

ANSWERED = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{HTML}".encode()
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-03-12T06:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:0b6c1f5e-58a4-4c53-9d05-8b1f6a1c7e11>\r\n"
    "WARC-Target-URI: https://example.org/2024/03/11/ferry\r\n"
    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(ANSWERED)}\r\n\r\n"
).encode() + ANSWERED + b"\r\n\r\n"  # fmt: skip

WRITTEN = {
    "ferry.warc": WARC,
    "ferry.txt": PLAIN.encode(),
    "ferry.md": MARKDOWN.encode(),
    "ferry.html": HTML.encode(),
    "ferry.json": json.dumps(STORY, ensure_ascii=False).encode(),
    "ferry.jsonl": b"".join(json.dumps({**STORY, "id": n}).encode() + b"\n" for n in range(3)),
    "ferry.csv": CSV.encode(),
}


def read_good_files() -> dict[str, bytes]:
    """By name the bytes of at least one file of each format, containers last."""
    samples = {
        "-".join(path.relative_to(SAMPLES).parts): path.read_bytes()
        for path in sorted(SAMPLES.rglob("*"))
        if path.is_file() and path.stat().st_size <= LARGEST_SAMPLE and FINDINGS not in path.parents
    }
    return {**WRITTEN, **samples, **pack(WRITTEN)}


def pack(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files in a zip, in a tar, one of them packed by itself, and a zip within a tar."""
    zipped, tarred, page = pack_zip(files), pack_tar(files), files["ferry.html"]
    return {
        "all.zip": zipped,
        "all.tar": tarred,
        "all.tar.gz": gzip.compress(tarred, mtime=0),
        "page.html.gz": gzip.compress(page, mtime=0),
        "page.html.bz2": bz2.compress(page),
        "page.html.xz": lzma.compress(page),
        "nested.tar": pack_tar({"inner.zip": zipped, "ferry.txt": files["ferry.txt"]}),
    }


def pack_zip(files: dict[str, bytes]) -> bytes:
    """A zip of files, all of the same time so that it is the same each time."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 3, 11, 0, 0, 0)), content)
    return written.getvalue()


def pack_tar(files: dict[str, bytes]) -> bytes:
    """A tar of files."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return written.getvalue()
