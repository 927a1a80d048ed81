"""`reuters-dating` and `dipmeet-dating`: the day of writing, hidden and found again.

Articles of an archive are indexed, without vectors, some of them with date and address hidden;
those are judged twice: by what their own text tells, and with the dated ones beside them. A wrong
year is the fault; one that is left open is none. A set or span of days in one year names the year.
"""

from __future__ import annotations

import gzip
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from eval.suite import (
    Contender,
    Cost,
    Item,
    Meter,
    Opened,
    Ready,
    Score,
    Setup,
    Shown,
    Suite,
    digest_texts,
    half_of,
    mean,
)
from index.articles import make_article
from index.catalog import Catalog, FileState, Place
from index.changes import Change, change
from index.chunks import cut_chunks
from index.dating_pass import date_undated
from index.drafts import Draft
from index.embeddings import WordPieces
from index.records import Article, Record, When
from index.sentences import split_sentences
from index.settings import DEFAULTS

AGE = datetime(2026, 7, 1, tzinfo=UTC)  # of the files, later than any article: an upper bound
MIDNIGHT = timedelta(days=1)  # between the day printed and the day filed
START = 6_000  # the first of the articles of Reuters-21578 that are taken
MOST = 1_200  # so many, four days of the wire, every second of them hidden
ONE_OF = 10  # of dipmeet's articles is hidden, the other nine are dated


class Story(Record):
    """An article of a benchmark with its true day; `hidden` where the program is not told it."""

    id: str
    title: str | None
    text: str
    day: date
    hidden: bool


class Dated(Record):
    """What was found of a story: from its own text, and from the archive as well."""

    alone: When | None
    together: When | None


def read_reuters(path: Path, sample: int | None = None) -> list[Story]:
    """So many stories one after the other, as an archive has them; every second one is hidden."""
    rows = [row for row in _rows(path) if row["dateline"] and row["body"]]
    return [
        _story(row, f"{row['dateline']} {row['body']}", row["date_iso"], hidden=number % 2 == 0)
        for number, row in enumerate(rows[START : START + (2 * sample if sample else MOST)])
    ]


def read_dipmeet(path: Path, sample: int | None = None) -> list[Story]:
    """All stories with a day; one of ten is hidden, or `sample` of them, chosen by a digest."""
    rows = [row for row in _rows(path) if len(row["date"] or "") >= len("2024-03-11")]
    rows.sort(key=lambda row: digest_texts([row["id"]]))
    hidden = sample or len(rows) // ONE_OF
    return [
        _story(row, row["text"], row["date"], hidden=number < hidden)
        for number, row in enumerate(rows)
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _story(row: dict[str, Any], text: str, day: str, *, hidden: bool) -> Story:
    written = date.fromisoformat(day[: len("2024-03-11")])
    return Story(id=row["id"], title=row["title"], text=text, day=written, hidden=hidden)


@contextmanager
def open_catalog(stories: Sequence[Story], meter: Meter) -> Iterator[Catalog]:
    """A catalogue of the stories in a folder that goes; there are no vectors in it."""
    pieces = WordPieces(DEFAULTS)
    with tempfile.TemporaryDirectory() as folder, meter("articles") as progress:
        catalog = Catalog(Path(folder) / "catalogue.sqlite", create=True)
        seen: set[str] = set()
        for number, story in enumerate(stories):
            article = _article(story)
            if article.sha256 not in seen:  # the same text twice is one article
                with change(catalog) as db:
                    _put(db, article, number, pieces)
            seen.add(article.sha256)
            progress(number + 1, len(stories))
        yield catalog
        catalog.close()


def _article(story: Story) -> Article:
    told = () if story.hidden else (story.day.isoformat(),)
    draft = Draft(own_id=story.id, title=story.title, text=story.text, metadata=told)
    return make_article(draft, f"{story.id}.txt")


def _put(db: Change, article: Article, number: int, pieces: WordPieces) -> None:
    sentences = split_sentences(article)
    chunks = cut_chunks(article, sentences, pieces.count, DEFAULTS)
    db.put(article, article.sha256[:16], sentences, chunks)
    place = Place(
        location=article.path, file=article.path, shown=article.path, own_id=article.id,
        article_id=article.id, number=number,
    )  # fmt: skip
    db.place(place)
    db.note_file(article.path, FileState(size=1, modified=int(AGE.timestamp() * 1e9), reading=""))


def find_days(catalog: Catalog, stories: Sequence[Story], meter: Meter) -> dict[str, Dated]:
    """What is found of each hidden story."""
    with meter("datings") as progress:
        done = iter(range(1, 2 * len(stories)))
        date_undated(catalog, lambda: progress(next(done), len(stories)))
    hidden = [story.id for story in stories if story.hidden]
    return {article.id: _dated(article) for article in catalog.articles(hidden)}


def _dated(article: Article) -> Dated:
    own = (one.when for one in article.date_candidates if one.source in ("dateline", "text"))
    return Dated(alone=next((when for when in own if when), None), together=article.dated)


def judge(when: When | None, day: date) -> str:
    """`right`, `wrong` or `open`: whether the year is named, and whether it is the true one."""
    if when is None or when.earliest is None or when.latest is None:
        return "open"
    holds = when.earliest - MIDNIGHT <= day <= when.latest + MIDNIGHT
    if when.earliest.year != when.latest.year:
        return "open" if holds else "wrong"
    return "right" if holds or day.year == when.earliest.year else "wrong"


def score_story(story: Story, found: Dated) -> tuple[Score, ...]:
    """Year right, wrong and open, and the day to within one; alone and with the archive."""
    scores = []
    for name, when in (("alone", found.alone), ("with the archive", found.together)):
        verdict = judge(when, story.day)
        scores += [
            mean(f"{name}: year {one}", verdict == one) for one in ("right", "wrong", "open")
        ]
        scores.append(mean(f"{name}: day right", _is_day(when, story.day)))
    return tuple(scores)


def _is_day(when: When | None, day: date) -> bool:
    if when is None or when.precision != "day" or when.earliest is None:
        return False
    return abs(when.earliest - day) <= MIDNIGHT


def _suite(
    name: str, about: str, file: str, read: Callable[[Path, int | None], list[Story]]
) -> Suite:
    @contextmanager
    def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
        stories = read(setup.find(file), setup.sample)
        with open_catalog(stories, meter) as catalog:
            started = time.perf_counter()
            found = find_days(catalog, stories, meter)
            cost = Cost(ticks=((len(found), round(time.perf_counter() - started, 3)),))
        by_id = {story.id: story for story in stories if story.id in found}

        def score(id: str) -> Item:
            return _item(by_id[id], found[id])

        contender = Contender("dateline", tuple(by_id), lambda: nullcontext(Ready(score, cost)))
        digest = digest_texts(story.model_dump_json() for story in stories)
        yield Opened(digest=digest, contenders=(contender,), articles=len(stories))

    return Suite(name, about, open_suite)


def _item(story: Story, found: Dated) -> Item:
    shown = Shown(
        asked=story.title or story.id,
        gold=story.day.isoformat(),
        answer=found.together.edtf if found.together else "open",
    )
    return Item(
        id=story.id, split=half_of(story.id), kind="news", scores=score_story(story, found),
        label=judge(found.together, story.day), gold_label="right", shown=shown,
    )  # fmt: skip


REUTERS = _suite(
    "reuters-dating", "wire stories of 1987, datelines without a year, the date hidden",
    "reuters21578/articles.jsonl.gz", read_reuters,
)  # fmt: skip
DIPMEET = _suite(
    "dipmeet-dating", "news of 1987 to 2026, the date and the address hidden",
    "dipmeet/archive.jsonl.gz", read_dipmeet,
)  # fmt: skip
