"""Whether the reports in the cited sentences bear out what a sentence claims of a meeting.

The sentence is read back by the templates it may be written with (qa/telling/phrases.py), and each
thing it says is looked for among the archive's own reports of the sentences it cites. A sentence of
no known shape bears nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from index.archive import Archive
from index.meeting_records import TOOK_PLACE, Mention, Participant, Status
from index.records import Citation, Statement
from index.words import fold
from qa.events.days import reckon_days
from qa.events.state_told import STATED, days_told_at, fault_of_state
from qa.events.time_told import TIMED, fault_of_times
from qa.meetings.counts_told import DERIVED, fault_of_count, fault_of_tally
from qa.passages.other_outlet import OTHER, fault_of_other, takes_as_own
from qa.telling.compose import quote_text
from qa.telling.days_told import tell_when
from qa.telling.derive import JOINT, mentions_at, parts_at, with_holders
from qa.telling.of_itself import fault_of_itself, is_of_itself
from qa.telling.phrases import (
    DIRECTED,
    LISTS,
    SIDE,
    STEP,
    Claim,
    Unit,
    listed_words,
    tell_interval,
    tell_side,
    tell_step,
)
from qa.telling.phrases_read import read_claims
from qa.telling.support import (
    OF_NOBODY,
    is_person,
    same_status,
    words_of,
    words_of_people,
)
from qa.telling.wording import find_fault_of_wording

QUOTED = re.compile(r"“([^”]*)”")
INTERVAL = re.compile(r"From .+ to .+ it is .+ days?(?:, that is .+)?\.")
UNNAMED = "no cited sentence names them, and nothing says who is meant"
SHARE = re.compile(r"(?P<name>.+) takes part in (?:\w+ of these \w+|the only one)\.")


def find_fault(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """What is wrong with a statement, in words; None where its evidence bears it out.

    A model's wording holds where it says what the composed sentence says, and that one holds.
    """
    if not cited:
        return "cites nothing"
    if said.composed is not None:
        plain = said.model_copy(update={"text": said.composed, "composed": None})
        fault = find_fault_of_wording(said.composed, said.text)
        return fault or find_fault(archive, plain, cited)
    if takes_as_own(archive, said, cited):
        return "is told as the article's own, and another outlet is quoted with it"
    if said.derivation and (fault := _fault_of_derivation(archive, said.derivation, cited)):
        return fault
    for shape, check in SHAPES:
        if shape(said.text):
            return check(archive, said, cited)
    return _fault_of_claim(archive, said, cited)


def _fault_of_derivation(
    archive: Archive, derivation: str, cited: Sequence[Citation]
) -> str | None:
    """What no cited sentence gives anew; None where every part follows from one."""
    left = derivation
    parts = [p for c in cited for p in parts_at(archive, c.article.id, c.start, c.end)]
    for part in sorted(parts, key=len, reverse=True):
        left = left.replace(part, "")
    return f"“{left[:60]}” follows from no cited quote" if left.replace(JOINT, "").strip() else None


def _fault_of_quote(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """A quote is a cited sentence letter for letter, with the days that it means beside it."""
    for one in cited:
        reckoned = reckon_days(archive.times(one.article.id), one.start, one.end)
        told = quote_text(one.quote)
        whole = f"{told}{reckoned.in_brackets}"
        if said.text == told and said.derivation is None:
            return None
        if said.text == whole and said.derivation == reckoned.derivation:
            return None
    return "is no cited sentence, word for word"


def _fault_of_list(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    quotes = [" ".join(c.quote.split()) for c in cited]
    opening, field = next(row for row in LISTS.items() if said.text.startswith(row[0]))
    told = {
        listed_words(e.quote)
        for c in cited
        for m in archive.mentions(archive.article(c.article.id))
        for e in m.evidence
        if e.field == field and c.start <= e.start and e.end <= c.end
    }
    if QUOTED.sub("", said.text.removeprefix(opening)).strip(" ,;.“”"):
        return "tells more than it quotes"  # a quote that is never closed, too
    for words in QUOTED.findall(said.text):
        if words not in told or not any(words in quote for quote in quotes):
            return f"“{words[:60]}” is told as no such thing in a cited quote"
    return None


def _fault_of_trace(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """A step of a trace is a report's own status, the day of its article and its sentence."""
    for one in cited:
        reckoned = reckon_days(archive.times(one.article.id), one.start, one.end)
        beside = reckoned.in_brackets
        quote, dated = quote_text(one.quote) + beside, archive.article(one.article.id).dated
        told = mentions_at(archive, one.article.id, one.start, one.end)
        if said.text in {tell_step(m.status, dated, quote) for m in told}:
            return None if said.derivation == reckoned.derivation else "is derived otherwise"
    return "is told so by no cited quote"


def _fault_of_side(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """A side of a conflict is a cited sentence after the outlet and the day of its own article."""
    for one in cited:
        reckoned = reckon_days(archive.times(one.article.id), one.start, one.end)
        beside = reckoned.in_brackets
        article = archive.article(one.article.id)
        told = tell_side(article.source, article.dated, quote_text(one.quote) + beside)
        if said.text == told:
            return None if said.derivation == reckoned.derivation else "is derived otherwise"
    return "is told so by no cited report"


def _fault_of_interval(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """An interval is worked out anew from two days that the cited sentences tell."""
    days = sorted({day for c in cited for day in days_told_at(archive, c)})
    units = (None, *get_args(Unit))
    pairs = ((a, b, unit) for a in days for b in days if a <= b for unit in units)
    if any(said.text == tell_interval(*pair) for pair in pairs):
        return None
    return "follows from no two days of the cited quotes"


def _fault_of_share(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """Here that they take part; in how many meetings is checked in qa/telling/gate.py."""
    match = SHARE.fullmatch(said.text)
    told = [m for c in cited for m in mentions_at(archive, c.article.id, c.start, c.end)]
    if match is None or not any(_takes_part(match["name"], mention) for mention in told):
        return "takes part in no meeting of the cited sentences"
    named = _is_named(match["name"], " ".join(c.quote for c in cited), said.derivation or "")
    return None if named else UNNAMED


Check = Callable[[Archive, Statement, Sequence[Citation]], str | None]
SHAPES: tuple[tuple[Callable[[str], bool], Check], ...] = (
    (lambda text: text.startswith(("“", "‘")), _fault_of_quote),
    (is_of_itself, fault_of_itself),
    (lambda text: TIMED.fullmatch(text) is not None, fault_of_times),
    (lambda text: OTHER.match(text) is not None, fault_of_other),
    (lambda text: STATED.fullmatch(text) is not None, fault_of_state),
    (lambda text: text.startswith(tuple(LISTS)), _fault_of_list),
    (lambda text: text.startswith("The archive reports "), fault_of_count),
    (lambda text: DERIVED.fullmatch(text) is not None, fault_of_tally),
    (lambda text: STEP.fullmatch(text) is not None, _fault_of_trace),
    (lambda text: SIDE.fullmatch(text) is not None, _fault_of_side),
    (lambda text: INTERVAL.fullmatch(text) is not None, _fault_of_interval),
    (lambda text: SHARE.fullmatch(text) is not None, _fault_of_share),
)


def _fault_of_claim(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    claims = read_claims(said.text)
    if not claims:
        return "is a sentence of no known shape"
    told = [m for c in cited for m in mentions_at(archive, c.article.id, c.start, c.end)]
    told = with_holders(told, said.derivation or "")
    quotes = " ".join(c.quote for c in cited)
    faults = [_fault_of(claim, told, quotes, said) for claim in claims]
    return None if None in faults else faults[0]


def _fault_of(claim: Claim, told: Sequence[Mention], quotes: str, said: Statement) -> str | None:
    """What of a claim the cited reports do not tell."""
    names, derivation = (*claim.subjects, *claim.objects), said.derivation or ""
    about = [m for m in told if not names or any(_takes_part(name, m) for name in names)]
    for name in names:
        if not any(_takes_part(name, mention) for mention in about):
            return f"{name} takes part in no meeting of the cited sentences"
        if not _is_named(name, quotes, derivation):
            return f"{name}: {UNNAMED}"
        if strange := words_of(name) - _words_known(about, quotes, derivation):
            return f"nobody of the cited sentences is called {min(strange)}"
    if not _are_joined(names, about):
        return "no cited sentence has all of them meet"
    if not names and claim.form not in {m.form for m in about}:
        return f"no cited sentence tells of a {claim.form}"
    if not any(same_status(m.status.value, claim.status.value) for m in about):
        return f"no cited sentence tells it as {claim.status.value}"
    if claim.status in TOOK_PLACE and Status.DENIED in {m.status for m in about}:
        return "a cited sentence denies it"
    dated = _speaking([m for m in about if m.when], claim)
    if claim.when and claim.when not in {tell_when(m.when) for m in dated if m.when}:
        return f"no cited sentence puts it {claim.when}"
    placed = _speaking([m for m in about if m.place], claim)
    if claim.place and not any(_same(claim.place, m.place) for m in placed):
        return f"no cited sentence puts it at {claim.place}"
    if claim.venue and not any(_has_venue(claim, mention) for mention in about):
        return f"no cited sentence puts it at {claim.venue}"
    if claim.form not in {m.form for m in about} | {"meeting"} and claim.directed:
        return f"no cited sentence tells of a {claim.form}"
    if claim.form != "conversation" and {m.form for m in about} == {"conversation"}:
        return f"who spoke with somebody is not known to have held a {claim.form}"
    return _fault_of_direction(claim, about)


def _speaking(told: Sequence[Mention], claim: Claim) -> Sequence[Mention]:
    """Of some reports those that tell of it as the claim does, where there are any.

    One sentence may say that two people dined here and will meet again there.
    """
    alike = [m for m in told if same_status(m.status.value, claim.status.value)]
    return alike or told


def _fault_of_direction(claim: Claim, about: Sequence[Mention]) -> str | None:
    """Whether those are turned round who received and were received."""
    if not claim.directed or claim.form not in DIRECTED:
        return None
    guests = claim.subjects if claim.form == "visit" else claim.objects
    hosts = claim.objects if claim.form == "visit" else claim.subjects
    for names, wrong in ((guests, "host"), (hosts, "visitor")):
        for name in names:
            sides = {p.side for m in about for p in m.participants if _is(name, p.name)}
            if wrong in sides and len(sides - {None}) == 1:
                return f"{name} is the {wrong} there"
    return None


def _takes_part(name: str, mention: Mention) -> bool:
    person = Participant(name=name)
    return any(is_person(person, one) or _is(name, one.name) for one in mention.participants)


def _is(name: str, other: str) -> bool:
    return fold(name).casefold() == fold(other).casefold()


def _is_named(name: str, quotes: str, derivation: str) -> bool:
    """Whether the quotes hold a word of a name, or the derivation says who is meant."""
    words = words_of(name) - OF_NOBODY
    return bool(words & words_of(quotes)) or words <= words_of(derivation)


def _words_known(about: Iterable[Mention], quotes: str, derivation: str) -> set[str]:
    """The words that a name may be made of: quoted, derived, or of who takes part as read."""
    people = (p for mention in about for p in mention.participants)
    return words_of(f"{quotes} {derivation}") | words_of_people(people) | OF_NOBODY


def _are_joined(names: Sequence[str], about: Iterable[Mention]) -> bool:
    """Whether the reports chain all people together: each shares somebody with the others."""
    groups = [{n for n in names if _takes_part(n, mention)} for mention in about]
    joined = groups.pop(0) if groups else set()
    while any(group & joined and not group <= joined for group in groups):
        for group in groups:
            if group & joined:
                joined |= group
    return set(names) <= joined


def _has_venue(claim: Claim, mention: Mention) -> bool:
    """Whether a report tells the venue, and no other place than the claim's."""
    elsewhere = claim.place and mention.place and not _same(claim.place, mention.place)
    return _same(claim.venue, mention.venue) and not elsewhere


def _same(one: str | None, other: str | None) -> bool:
    return bool(one and other) and fold(one or "").casefold() == fold(other or "").casefold()
