"""Which sentences bear out what is said of a meeting, and how they do where they use other words.

A claim has facts: each name, the day, the place, the venue, the status. A sentence bears a fact
that one of the reports in it tells; the fewest sentences that bear all facts are cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.archive import Archive
from index.identity import is_same, key_of
from index.meeting_records import (
    TOOK_PLACE,
    Attendant,
    FieldEvidence,
    Meeting,
    Mention,
    Participant,
)
from index.records import SUPPORTING, Article, Record, Sentence, ZoneKind
from index.spellings import fold_name
from index.words import fold
from qa.telling.days_told import tell_when
from qa.telling.derive import name_part
from qa.telling.phrases import Claim

MOST_CITED = 4  # sentences that one statement cites
ENDS = ("subjects", "objects")
FROM_AFAR = frozenset({"conversation", "call"})
OF_NOBODY = frozenset(["unnamed", "of"])  # "foreign minister of France (unnamed)"


class Report(Record):
    """One report of a meeting with its article and the sentences of that article."""

    mention: Mention
    article: Article
    sentences: tuple[Sentence, ...]

    def sentence_of(self, spot: FieldEvidence) -> Sentence | None:
        """The sentence in which some evidence stands."""
        return next(
            (s for s in self.sentences if s.start <= spot.start and spot.end <= s.end), None
        )

    @property
    def own(self) -> Sentence | None:
        """The sentence of its trigger."""
        at = self.mention.trigger.start
        return next((s for s in self.sentences if s.start <= at < s.end), None)

    def after(self, sentence: Sentence, most: int) -> list[Sentence]:
        """The sentences after one, `most` of them, that may support an answer."""
        following = [s for s in self.sentences if s.start >= sentence.end]
        return [s for s in following[:most] if s.zone in SUPPORTING]


def written_on(report: Report) -> str:
    """The day of a report's article as text that sorts; one without a day comes first."""
    dated = report.article.dated
    return dated.earliest.isoformat() if dated and dated.earliest else ""


class Cited(Record):
    """A sentence with the facts that it bears and the report that says so."""

    report: Report
    sentence: Sentence
    facts: frozenset[str]


def reports_of(archive: Archive, meeting: Meeting) -> list[Report]:
    """The reports of a meeting, as the archive keeps them, in order of article and place."""
    spots = {(e.article_id, e.start, e.end, e.field) for e in meeting.evidence}
    found = []
    for id in dict.fromkeys(e.article_id for e in meeting.evidence):
        article = archive.article(id)
        sentences = tuple(archive.sentences(article))
        for mention in archive.mentions(article):
            if all((id, e.start, e.end, e.field) in spots for e in mention.evidence):
                found.append(Report(mention=mention, article=article, sentences=sentences))
    return found


def choose(reports: Sequence[Report], meeting: Meeting, claim: Claim) -> list[Cited]:
    """The sentences to cite for a claim, the one that bears most first."""
    needed = set(facts_of(claim))
    left, chosen = set(needed), list[Cited]()
    offered = [c for report in reports for c in _offers(report, meeting, claim)]
    while left and len(chosen) < MOST_CITED:
        best = max(offered, key=lambda one: _worth(one, left), default=None)
        if best is None or not best.facts & left:
            break
        chosen.append(best)
        left -= best.facts
    return [*chosen, *_other_sources(offered, chosen)]


def _other_sources(offered: Sequence[Cited], chosen: Sequence[Cited]) -> Iterator[Cited]:
    """The best sentence of each further article that tells the same of at least two people."""
    told = {one.report.article.id for one in chosen if _tells_all(one)}
    facts = {fact for one in chosen for fact in one.facts}
    for one in sorted(offered, key=lambda o: _worth(o, facts), reverse=True):
        if len(told) < MOST_CITED and _tells_all(one) and one.report.article.id not in told:
            told.add(one.report.article.id)
            yield one


def _tells_all(one: Cited) -> bool:
    """Whether a sentence alone says that two people meet, and what becomes of it."""
    return "status" in one.facts and sum(fact.startswith("who:") for fact in one.facts) > 1


def facts_of(claim: Claim) -> Iterator[str]:
    """The names of a claim's facts: "who:Anna Stone", "when", "place", "venue", "status"."""
    yield from (f"who:{name}" for name in (*claim.subjects, *claim.objects))
    yield "status"
    for field in ("when", "place", "venue"):
        if getattr(claim, field):
            yield field


def facts_held(cited: Sequence[Cited], claim: Claim) -> set[str]:
    """The facts that cited sentences bear; of a meeting no name that only a report of words has:
    "Berg met Stone", and "he spoke with Lund", which may be by telephone.
    """
    held = {fact for one in cited for fact in one.facts}
    met = [one for one in cited if one.report.mention.form != "conversation"]
    if not met or claim.form in FROM_AFAR:
        return held
    there = {fact for one in met for fact in one.facts}
    return {fact for fact in held if fact in there or not fact.startswith("who:")}


def needed_for(claim: Claim, cited: Sequence[Cited]) -> list[Cited]:
    """The cited sentences without those that only speak of others than a claim's people."""
    facts = set(facts_of(claim))
    kept = list(cited)
    for one in cited:
        others = {fact for other in kept if other is not one for fact in other.facts}
        strange = any(f.startswith("who:") and f not in facts for f in one.facts)
        if strange and one.facts & facts <= others:
            kept.remove(one)
    return kept


def as_cited(claim: Claim, meeting: Meeting, cited: Sequence[Cited], *, naming: bool) -> Claim:
    """The claim with each name as the cited sentences give it: a given name that only another
    report tells is in no evidence. With `naming` other sentences are cited for the names.
    """
    quotes = " ".join(one.sentence.text for one in cited)
    called = {}
    for person in () if naming else meeting.participants:
        found = [p for one in cited if (p := person_in(person, one.report.mention.participants))]
        known = words_of(quotes) | words_of_people(found)
        if found and not words_of(person.name) <= known | OF_NOBODY:
            called[person.name] = max((p.name for p in found), key=len)
    ends = {end: tuple(called.get(name, name) for name in getattr(claim, end)) for end in ENDS}
    return claim.model_copy(update=ends) if called else claim


def _worth(one: Cited, left: set[str]) -> tuple[float, ...]:
    """What a sentence adds; of equals the status first, plain news before history, the lead."""
    new = one.facts & left
    literal = sum(
        fact.startswith("who:") and _surname(fact[4:]) in fold(one.sentence.text).lower()
        for fact in new
    )
    return (
        len(new) + 0.5 * literal + ("status" in new),
        one.sentence.zone is ZoneKind.BODY,
        not one.report.mention.background,
        -one.sentence.start,
    )


def _surname(name: str) -> str:
    return fold(name.split()[-1]).lower()


def _offers(report: Report, meeting: Meeting, claim: Claim) -> Iterator[Cited]:
    """The sentences of a report that bear some facts of a claim."""
    facts: dict[Sentence, set[str]] = {}
    own = report.own
    if own is None or own.zone not in SUPPORTING:
        return
    mention = report.mention
    told = facts.setdefault(own, set())
    if same_status(mention.status.value, claim.status.value):
        told.add("status")
    for person in meeting.participants:
        found = person_in(person, mention.participants)
        if found and not _is_named_elsewhere(mention, found, own):
            told.add(f"who:{person.name}")
    for field in ("when", "place", "venue"):
        if not _tells(mention, meeting, field):
            continue
        for spot in mention.evidence:
            sentence = report.sentence_of(spot) if spot.field == field else None
            if sentence is not None and sentence.zone in SUPPORTING:
                facts.setdefault(sentence, set()).add(field)
            elif spot.field == field:  # told by the dateline
                told.add(field)
    for sentence, some in facts.items():
        yield Cited(report=report, sentence=sentence, facts=frozenset(some))


def _is_named_elsewhere(mention: Mention, found: Attendant, own: Sentence) -> bool:
    """Whether only another sentence of a report names somebody, and nothing derives it: "met his
    Finnish counterpart", where the next one tells of the talks with Stone.
    """
    named = words_of(found.name) & words_of(own.text)
    return found.resolved == "role" and not named and name_part(mention, found) is None


def same_status(one: str, other: str) -> bool:
    """Whether two words for what became of a meeting say the same of it."""
    return one == other or {one, other} <= TOOK_PLACE


def person_in(person: Participant, people: Iterable[Attendant]) -> Attendant | None:
    """The attendant of a report who is that person or group."""
    return next((one for one in people if is_person(person, one)), None)


def is_person(person: Participant, one: Attendant) -> bool:
    """Whether an attendant of a report is a participant of the meeting."""
    if fold_name(person.name) == fold_name(one.name):
        return True
    if one.resolved in ("group", "unnamed"):
        office = bool(one.role and one.country)
        return office and (one.role, one.country) == (person.role, person.country)
    if person.name.endswith("(unnamed)") or " " not in person.name + one.name:
        return False
    return is_same(key_of(person, "named"), key_of(one, one.resolved))


def _tells(mention: Mention, meeting: Meeting, field: str) -> bool:
    """Whether a report tells the meeting's own value of a field."""
    if field == "when":
        return bool(
            mention.when and meeting.when and tell_when(mention.when) == tell_when(meeting.when)
        )
    value, whole = getattr(mention, field), getattr(meeting, field)
    return bool(value and whole and fold(value).lower() == fold(whole).lower())


def words_of_people(people: Iterable[Attendant]) -> set[str]:
    """The words by which people are told as read: of name, office and country."""
    told = ((p.name, p.role or "", p.country or "") for p in people)
    return words_of(" ".join(word for words in told for word in words))


def words_of(text: str) -> set[str]:
    """The words of a text, transliterations folded: by them names are compared with evidence."""
    return {fold_name(word) for word in re.findall(r"\w+", text)}
