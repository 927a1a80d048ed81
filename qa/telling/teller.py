"""One sentence about a meeting with what it cites, and how that bears it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.holders import HOLDER
from index.meeting_records import CALLED_OFF, Meeting, Status
from index.records import SUPPORTING, Article, Citation, Sentence, Statement
from qa.cues import NEW_DAY
from qa.events.days import reckon_days
from qa.meetings.counts_told import fault_of_count, tell_announced
from qa.telling.compose import Citer, quote_text
from qa.telling.derive import (
    dateline_parts,
    day_part,
    holder_parts_of,
    join_parts,
    mentions_at,
    name_part,
)
from qa.telling.ends import with_ends
from qa.telling.gate_claims import find_fault
from qa.telling.phrases import (
    LENGTHS,
    TELLERS,
    TOPICS,
    Claim,
    claim_of,
    listed_words,
    plain,
    tell_count,
    tell_side,
    tell_step,
    write_claim,
)
from qa.telling.support import (
    Cited,
    Report,
    as_cited,
    choose,
    facts_held,
    needed_for,
    person_in,
    reports_of,
    written_on,
)

MOST_QUOTED = 2
# What a sentence leaves out where the gate stops it, the least first
LEFT_OUT = ((), ("place", "venue"), ("when",), ("when", "place", "venue"))
MOST_BEHIND = 3  # sentences behind "was put off" in which the new day may stand


def _quote(archive: Archive, id: str, start: int, end: int, words: str, number: int) -> Statement:
    """A cited sentence as a statement, with the days that it means beside it."""
    reckoned = reckon_days(archive.times(id), start, end)
    beside = reckoned.in_brackets
    return Statement(text=quote_text(words) + beside, citations=(number,),
                     derivation=reckoned.derivation)  # fmt: skip


class Teller:
    """Composes statements about meetings of one archive, citing as it goes.

    What the gate would stop is not told; with `checked=False` it is, to measure the gate.
    """

    def __init__(self, archive: Archive, *, checked: bool = True) -> None:
        self.archive = archive
        self._checked = checked
        self.citer = Citer()
        self._reports: dict[str, list[Report]] = {}

    def reports(self, meeting: Meeting) -> list[Report]:
        """The reports of a meeting, read once."""
        if meeting.id not in self._reports:
            self._reports[meeting.id] = reports_of(self.archive, meeting)
        return self._reports[meeting.id]

    def tell(self, meeting: Meeting, *, nameless: bool = False) -> Statement | None:
        """All that is known of a meeting in one sentence; None where nothing may be cited for it.

        What no cited sentence bears out is left out of it. That there was a meeting of nobody who
        is named is said only with `nameless`, and with its place or time.
        """
        claim = claim_of(meeting)
        cited = choose(self.reports(meeting), meeting, claim)
        if not cited:
            return None
        told = with_ends(borne_out(claim, cited), meeting, self.reports(meeting))
        if told is None:
            return None
        cited = needed_for(told, cited)
        for fields in LEFT_OUT:
            less = told.model_copy(update=dict.fromkeys(fields))
            said = self._say(less, meeting, cited, nameless=nameless)
            if said or not self._checked:
                return said
        return None

    def _say(
        self, claim: Claim, meeting: Meeting, cited: Sequence[Cited], *, nameless: bool
    ) -> Statement | None:
        """A claim as a sentence; None where it says nothing, and where the gate would stop it."""
        if not claim.subjects and not (nameless and (claim.place or claim.when)):
            return None  # that some people met somewhere is no news
        naming = list(self._namings(claim, meeting))
        told = [self.citer.cite(c.report.article, c.sentence) for c in cited]
        numbers = tuple(dict.fromkeys((*told, *(number for number, _ in naming))))
        parts = [part for one in cited for part in self._parts(claim, meeting, one)]
        parts += [part for _, part in naming]
        derived, told_so = join_parts(parts), as_cited(claim, meeting, cited, naming=bool(naming))
        said = Statement(text=write_claim(told_so), citations=numbers, derivation=derived)
        used = [c for c in self.citer.citations if c.number in numbers]
        return None if self._checked and find_fault(self.archive, said, used) else said

    def _namings(self, claim: Claim, meeting: Meeting) -> Iterator[tuple[int, str]]:
        """The sentences that name those whom a meeting's reports tell by office, and what they say:
        the number of the citation, the part of the derivation.
        """
        for spot in (e for e in meeting.evidence if e.field == HOLDER):
            article = self.archive.article(spot.article_id)
            sentences = self.archive.sentences(article)
            own = next((s for s in sentences if s.start == spot.start and s.end == spot.end), None)
            said = mentions_at(self.archive, article.id, spot.start, spot.end) if own else []
            named = {who.name: who for mention in said for who in mention.participants}
            for name in (*claim.subjects, *claim.objects):
                if own is not None and name in named:
                    number = self.citer.cite(article, own)
                    yield from ((number, part) for part in holder_parts_of(named[name]))

    def _parts(self, claim: Claim, meeting: Meeting, one: Cited) -> Iterator[str]:
        """How one cited sentence bears out what it does not print."""
        start, end, id = one.sentence.start, one.sentence.end, one.report.article.id
        if claim.when and "when" in one.facts:
            part = day_part(self.archive, id, start, end, claim.when)
            if part:
                yield part
        mention = one.report.mention
        if start <= mention.trigger.start < end:
            for person in meeting.participants:
                found = person_in(person, mention.participants)
                other = found and found.resolved == "unnamed" and found.name != person.name
                part = name_part(mention, found) if found and not other else None
                if part and f"who:{person.name}" in one.facts:
                    yield part
            fields = [f for f in ("place", "venue") if f in one.facts and getattr(claim, f)]
            yield from dateline_parts(mention, one.report.article, fields)

    def without_derivation(self, said: Statement) -> Statement:
        """A statement as it stands where it needs no derivation, else its first quote."""
        bare = said.model_copy(update={"derivation": None})
        used = [c for c in self.citer.citations if c.number in said.citations]
        if find_fault(self.archive, bare, used) is None:
            return bare
        first = used[0]
        return Statement(text=quote_text(first.quote), citations=(first.number,))

    def quotes(self, said: Statement) -> list[Statement]:
        """The sentences that a statement cites, word for word, the first two."""
        cited = [c for c in self.citer.citations if c.number in said.citations][:MOST_QUOTED]
        return [
            _quote(self.archive, c.article.id, c.start, c.end, c.quote, c.number) for c in cited
        ]

    def sides(self, meeting: Meeting, field: str) -> list[Statement]:
        """What each report says of a field, with its outlet and day; the report where it is who."""
        said = [self.side(*place) for place in self._places(meeting, field)]
        return list(dict.fromkeys(said))

    def report(self, meeting: Meeting) -> Statement | None:
        """The first report of a meeting, word for word, with its outlet and day."""
        return next(iter(self.sides(meeting, "mention")), None)

    def told_in(self, meeting: Meeting, field: str) -> list[Statement]:
        """The sentences that tell a field, word for word."""
        return list(dict.fromkeys(self.quote(*place) for place in self._places(meeting, field)))

    def _places(self, meeting: Meeting, field: str) -> list[tuple[Article, Sentence]]:
        """The first sentences that tell a field of a meeting."""
        found = []
        for report in self.reports(meeting):
            spots = [e for e in report.mention.evidence if e.field == field]
            places = [report.sentence_of(spot) for spot in spots] or [report.own]
            found += [(report.article, s) for s in places if s and s.zone in SUPPORTING]
        return found[:MOST_QUOTED]

    def side(self, article: Article, sentence: Sentence) -> Statement:
        """A sentence, word for word, with its outlet and day: one side of a conflict."""
        told = self.quote(article, sentence)
        text = tell_side(article.source, article.dated, told.text)
        return told.model_copy(update={"text": text})

    def quote(self, article: Article, sentence: Sentence) -> Statement:
        """A sentence, word for word, with the days that it means."""
        number = self.citer.cite(article, sentence)
        return _quote(self.archive, article.id, sentence.start, sentence.end, sentence.text, number)

    def topics(self, meeting: Meeting) -> list[Statement]:
        """What it is about, in the reports' own words."""
        return self._listed(meeting, "topics", TOPICS)

    def durations(self, meeting: Meeting) -> list[Statement]:
        """How long it lasted, in the reports' own words."""
        return self._listed(meeting, "duration", LENGTHS)

    def tellers(self, meeting: Meeting) -> list[Statement]:
        """Who says so, in the reports' own words."""
        return self._listed(meeting, "by", TELLERS)

    def _listed(self, meeting: Meeting, field: str, opening: str) -> list[Statement]:
        """The words of a field of all reports, each once, with the sentences they stand in."""
        words: dict[str, list[int]] = {}
        for report in self.reports(meeting):
            for spot in (e for e in report.mention.evidence if e.field == field):
                sentence = report.sentence_of(spot)
                listed = listed_words(spot.quote)
                if listed and sentence is not None and sentence.zone in SUPPORTING:
                    number = self.citer.cite(report.article, sentence)
                    words.setdefault(listed, []).append(number)
        if not words:
            return []
        numbers = tuple(dict.fromkeys(n for some in words.values() for n in some))
        told = "; ".join(f"“{one}”" for one in words)
        return [Statement(text=f"{opening} {told}.", citations=numbers)]

    def count(
        self, told: Sequence[Statement], count: int, *, held: bool, ahead: bool = False
    ) -> list[Statement]:
        """How many meetings there are, in one sentence that cites what is told of them; nothing
        where that does not tell of so many.
        """
        numbers = tuple(dict.fromkeys(n for said in told for n in said.citations))
        text = tell_announced(count) if ahead else tell_count(count, held=held)
        said = Statement(text=text, citations=numbers)
        cited = [c for c in self.citer.citations if c.number in numbers]
        return [said] if cited and fault_of_count(self.archive, said, cited) is None else []

    def trace(self, *meetings: Meeting) -> list[Statement]:
        """What each report says became of some meetings and on which day, in order of writing."""
        reports = [one for meeting in meetings for one in self.reports(meeting)]
        steps = (step for one in sorted(reports, key=written_on) for step in self._step(one))
        return list(dict.fromkeys(steps))

    def _step(self, report: Report) -> Iterator[Statement]:
        """The sentence of a report, and the one behind it that tells the new day."""
        own = report.own
        if own is None or own.zone not in SUPPORTING:
            return
        told = self.quote(report.article, own)
        text = tell_step(report.mention.status, report.article.dated, told.text)
        yield told.model_copy(update={"text": text})
        if report.mention.status in (*CALLED_OFF, Status.DENIED):
            after = report.after(own, MOST_BEHIND)
            moved = [sentence for sentence in after if NEW_DAY.search(sentence.text)]
            yield from (self.quote(report.article, sentence) for sentence in moved[:1])


def borne_out(claim: Claim, cited: Sequence[Cited]) -> Claim:
    """The claim without what none of the cited sentences bears out."""
    held = facts_held(cited, claim)
    if claim.directed and claim.form not in {one.report.mention.form for one in cited}:
        claim = plain(claim)
    if all(one.report.mention.form == "conversation" for one in cited):
        claim = claim.model_copy(update={"form": "conversation", "directed": False})
    subjects = tuple(n for n in claim.subjects if f"who:{n}" in held)
    objects = tuple(n for n in claim.objects if f"who:{n}" in held)
    return claim.model_copy(
        update={
            "subjects": subjects or objects,
            "objects": objects if subjects else (),
            **{f: None for f in ("when", "place", "venue") if f not in held},
        }
    )


def renumber(
    said: Sequence[Statement], citations: Sequence[Citation]
) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Statements and the citations that they use, numbered anew in the order of their use."""
    order = list(dict.fromkeys(n for one in said for n in one.citations))
    new = {old: at for at, old in enumerate(order, start=1)}
    by_number = {c.number: c for c in citations}
    kept = tuple(by_number[old].model_copy(update={"number": new[old]}) for old in order)
    told = (
        one.model_copy(update={"citations": tuple(new[n] for n in one.citations)}) for one in said
    )
    return tuple(told), kept
