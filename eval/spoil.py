"""The gate measured both ways: true statements of an archive, and the same spoiled once each.

`python -m eval.spoil ARCHIVE` makes a statement of every meeting, topic, length and cited sentence,
adds what answers to the own questions say beside (for the sample archive), and spoils each: another
of the archive's names, a day moved, a number, a place or a status word changed, "not" put in or
taken out, host and guest turned round, the quote of the next sentence or of another article. None
of these may pass; of the true ones at least 0.98 should. What answers say has passed the gate once,
so it counts among the true ones apart.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import cycle, islice

from eval.stated import Said, all_statements
from index.archive import Archive
from index.errors import GateFailure
from index.meeting_records import TOOK_PLACE, Mention, Status
from index.records import SUPPORTING, Article, Citation, Record, Sentence, Statement
from index.words import fold
from qa.telling.compose import Citer
from qa.telling.days_told import DAY_TEXT, write_day
from qa.telling.derive import mentions_at
from qa.telling.gate import check_citation, check_said
from qa.telling.phrases import write_claim
from qa.telling.phrases_read import read_claims

KINDS = ("true", "answered")  # composed from meetings; said by answers


class Spoiled(Record):
    """A statement made wrong in one way."""

    way: str
    statement: Statement
    citations: tuple[Citation, ...]


class Tally(Record):
    """How many statements passed of how many, true ones by kind and spoiled ones by way."""

    true: dict[str, tuple[int, int]]
    spoiled: dict[str, tuple[int, int]]
    examples: tuple[str, ...]  # of spoiled ones that passed, and true ones that did not


class Spoiler:
    """Makes true statements wrong, with names and places of the same archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        meetings = archive.meetings()
        self._names = sorted({p.name for m in meetings for p in m.participants})
        self._places = sorted({p for m in meetings for p in (m.place,) if p})
        self._articles = list(archive.articles())

    def spoil(self, said: Said, turn: int) -> Iterator[Spoiled]:
        """The statement spoiled in every way that it allows; `turn` picks among the choices."""
        for way, change in WAYS:
            for statement in change(self, said, turn):
                if statement.text != said.statement.text:
                    yield Spoiled(way=way, statement=statement, citations=said.citations)
        yield from self._other_quotes(said, turn)

    def other_name(self, said: Said, turn: int) -> Iterator[Statement]:
        for claim in read_claims(said.statement.text)[:1]:
            people = said.meeting.participants if said.meeting else ()
            taken = {*(p.name for p in people), *claim.subjects, *claim.objects}
            own = {word for name in taken for word in fold(name).split()}  # may be the same person
            others = [n for n in self._names if n not in _words_of(said)]
            others = [n for n in others if not own & set(fold(n).split())]
            if others and claim.subjects:
                name = others[turn % len(others)]
                yield _say(said, said.statement.text.replace(claim.subjects[0], name))

    def quoted_name(self, said: Said, turn: int) -> Iterator[Statement]:
        """A name within quoted words replaced by another."""
        names = re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", said.statement.text)
        if names and not read_claims(said.statement.text):
            others = [n for n in self._names if names[0] not in n]
            yield _say(said, said.statement.text.replace(names[0], others[turn % len(others)], 1))

    def other_place(self, said: Said, turn: int) -> Iterator[Statement]:
        for claim in read_claims(said.statement.text)[:1]:
            others = [p for p in self._places if fold(p) != fold(claim.place or "")]
            if claim.place and others:
                place = others[turn % len(others)]
                yield _say(said, said.statement.text.replace(f" {claim.place}", f" {place}"))

    def moved_day(self, said: Said, turn: int) -> Iterator[Statement]:
        told = {m.when.earliest for m in self._reports(said) if m.when}
        for day in re.findall(DAY_TEXT, said.statement.text)[:1]:
            moved = datetime.strptime(day, "%d %B %Y") + timedelta(days=(-1, 1, 7, -7)[turn % 4])
            if moved.date() not in told:
                yield _say(said, said.statement.text.replace(day, write_day(moved.date())))

    def other_number(self, said: Said, turn: int) -> Iterator[Statement]:
        text = re.sub(DAY_TEXT, "", said.statement.text)
        for number in re.findall(r"\d+", text)[:1]:
            wrong = str(int(number) + 1 + turn % 3)
            yield _say(said, said.statement.text.replace(number, wrong, 1))

    def other_status(self, said: Said, turn: int) -> Iterator[Statement]:
        for claim in read_claims(said.statement.text)[:1]:
            right = {claim.status, *(m.status for m in self._reports(said))} - TOOK_PLACE
            if claim.status in TOOK_PLACE:  # a cited report of one that was denied is no excuse
                right |= TOOK_PLACE
            others = [s for s in Status if s not in right]
            status = others[turn % len(others)]
            yield _say(said, write_claim(claim.model_copy(update={"status": status})))

    def _reports(self, said: Said) -> list[Mention]:
        """What the cited sentences report; what one of them says is not wrong by the evidence."""
        cited = ((c.article.id, c.start, c.end) for c in said.citations)
        return [m for spot in cited for m in mentions_at(self._archive, *spot)]

    def negated(self, said: Said, turn: int) -> Iterator[Statement]:
        text = said.statement.text
        if " not " in text:
            yield _say(said, text.replace(" not ", " ", 1))
            return
        verb = re.search(r" (?:met|held|received|visited|spoke|would|was|were|took|paid) ", text)
        if verb:
            yield _say(said, f"{text[: verb.end()]}not {text[verb.end() :]}")

    def turned_round(self, said: Said, turn: int) -> Iterator[Statement]:
        for claim in read_claims(said.statement.text)[:1]:
            if claim.directed:
                ends = {"subjects": claim.objects, "objects": claim.subjects}
                yield _say(said, write_claim(claim.model_copy(update=ends)))

    def _other_quotes(self, said: Said, turn: int) -> Iterator[Spoiled]:
        """The same words with every citation moved to the next sentence, or to another article."""
        used = {(c.article.id, c.start) for c in said.citations}
        for way, find in (("next sentence", self._next), ("other article", self._elsewhere)):
            citer = Citer()
            spots = [find(c, turn) for c in said.citations]
            if any(s is None or (s[0].id, s[1].start) in used for s in spots):
                continue
            numbers = tuple(citer.cite(*spot) for spot in spots if spot)
            statement = said.statement.model_copy(update={"citations": numbers})
            yield Spoiled(way=way, statement=statement, citations=tuple(citer.citations))

    def _next(self, one: Citation, turn: int) -> tuple[Article, Sentence] | None:
        article = self._archive.article(one.article.id)
        after = [s for s in self._archive.sentences(article)
                 if s.start >= one.end and s.zone in SUPPORTING]  # fmt: skip
        return (article, after[0]) if after else None

    def _elsewhere(self, one: Citation, turn: int) -> tuple[Article, Sentence] | None:
        for article in islice(cycle(self._articles), turn, turn + len(self._articles)):
            told = [s for s in self._archive.sentences(article) if s.zone in SUPPORTING]
            if article.id != one.article.id and told:
                return article, told[turn % len(told)]
        return None


Change = Callable[[Spoiler, Said, int], Iterator[Statement]]
WAYS: tuple[tuple[str, Change], ...] = (
    ("another name", Spoiler.other_name),
    ("another name in a quote", Spoiler.quoted_name),
    ("another place", Spoiler.other_place),
    ("day moved", Spoiler.moved_day),
    ("number changed", Spoiler.other_number),
    ("status changed", Spoiler.other_status),
    ("not", Spoiler.negated),
    ("turned round", Spoiler.turned_round),
)


def measure(archive: Archive, most: int = 10_000) -> Tally:
    """Both measures over the statements of an archive, the first `most` of them."""
    spoiler = Spoiler(archive)
    passed, total = Counter[str](), Counter[str]()
    examples = []
    for turn, said in enumerate(islice(all_statements(archive), most)):
        kind = "answered" if said.answers else "true"
        total[kind] += 1
        if passes(archive, said.statement, said.citations):
            passed[kind] += 1
        else:
            examples.append(f"true, stopped: {said.statement.text}")
        for wrong in spoiler.spoil(said, turn):
            total[wrong.way] += 1
            if passes(archive, wrong.statement, wrong.citations):
                passed[wrong.way] += 1
                examples.append(f"{wrong.way}, passed: {wrong.statement.text}")
    true = {kind: (passed.pop(kind, 0), total.pop(kind)) for kind in KINDS if kind in total}
    return Tally(
        true=true, spoiled={way: (passed[way], total[way]) for way in total},
        examples=tuple(examples),
    )  # fmt: skip


def passes(archive: Archive, said: Statement, citations: Sequence[Citation]) -> bool:
    """Whether the gate lets a statement through."""
    try:
        for one in citations:
            check_citation(archive.article(one.article.id), one)
        check_said(archive, said, citations)
    except GateFailure:
        return False
    return True


def _say(said: Said, text: str) -> Statement:
    return said.statement.model_copy(update={"text": text})


def _words_of(said: Said) -> str:
    return " ".join(c.quote for c in said.citations)


def main(folder: str) -> None:
    """Prints both measures."""
    with Archive.open(folder) as archive:
        tally = measure(archive)
    for kind, (passed, count) in tally.true.items():
        print(f"{kind}: {passed} of {count} true statements pass")
    for way, (passed, count) in tally.spoiled.items():
        print(f"{way}: {passed} of {count} spoiled ones pass")
    for example in tally.examples[:40]:
        print("  ", example)


if __name__ == "__main__":
    main(sys.argv[1])
