"""Reports of one event that tell otherwise what a question asks of it: each side, by its outlet.

Where an answer's statement comes from one report, those of other articles of the same event are
looked at for the same thing (qa/passages/account_slots.py); where they differ, all are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from index.archive import Archive
from index.records import Outcome, Question, Record, When, ZoneKind
from index.words import fold, stems
from qa.meetings.facts import REPORTS_DIFFER
from qa.meetings.holdings import holdings_of
from qa.passages import account_slots as rules
from qa.passages.account_event import (
    DENIES_ALL,
    OF_EVENT,
    OF_THEM,
    SUBJECT,
    TELLS_IT,
    comer_in,
    is_aside,
    is_of_comer,
)
from qa.passages.account_slots import Slot, Value
from qa.passages.account_time import are_of_one_time, is_of_event
from qa.passages.both_sides import tell_sides
from qa.passages.matched import Matched
from qa.passages.naming import names_all
from qa.passages.other_outlet import is_other
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

LOOKED_AT = 100  # sentences, the best
BEHIND = 6.5  # the best of them that tells it; further below, a sentence is of another matter …
BEHIND_UNDATED = 5.0  # … and in an article of which nobody knows the day
CLOSE = 1.0  # to a side's best sentence by score, or …
BESIDE = 300  # … so many characters from it stands another that is told with it
MOST_A_SIDE = 2
FAR = 3  # sentences around one that denies a whole event, in which it is named whose
OPEN_TO_IT = frozenset({Outcome.ANSWERED, Outcome.NOT_IN_ARCHIVE, Outcome.ONLY_PLANNED})


class Account(Record):
    """A sentence that tells what is asked, and what it tells."""

    candidate: Candidate
    value: Value

    @property
    def voice(self) -> tuple[str, bool]:
        """Whose account it is: an article's own, or that of an outlet which it quotes."""
        article, sentence = self.candidate.article, self.candidate.sentence
        quoted = is_other(article, sentence.start) or rules.WROTE.search(sentence.text) is not None
        return article.id, quoted

    @property
    def told(self) -> Matched:
        """The sentence as it is told."""
        one = self.candidate
        return Matched(article=one.article, sentence=one.sentence, hits=(), share=1.0)

    @property
    def score(self) -> float:
        """How well its sentence answers the question."""
        return self.candidate.score


class Looked(Record):
    """What a question asks of an event: its text, whom it names, whom it has as its subject.

    `named` are all that it names but places, `people` those whom the meetings know.
    """

    text: str
    named: tuple[frozenset[str], ...]
    people: tuple[frozenset[str], ...]
    subject: tuple[Term, ...]
    comer: str
    of_a_day: bool


def with_other_accounts(archive: Archive, asked: Asked, read: Question, reply: Reply) -> Reply:
    """The reply; where reports of other articles tell otherwise what is asked of the same event,
    all of these instead, the newest first.
    """
    slots = list(rules.slots_in(asked.text))
    if not slots or reply.outcome not in OPEN_TO_IT or asked.planned or not read.names:
        return reply
    period = read.period or asked.about.period or _day_of(reply)
    found = rank_sentences(archive, read, retrieve(archive, read), most=LOOKED_AT, read=False)
    looked = _look(archive, asked, read, of_a_day=period is not None and _is_a_day(period))
    own = [one for one in found if is_of_event(archive, one, period, looked.people)]
    sides = [side for slot in slots for side in _sides_of(archive, slot, looked, own)]
    return _tell(archive, sides) if sides else reply


def _day_of(reply: Reply) -> When | None:
    """The day of the one meeting that answers, where the question names no time."""
    when = reply.meetings[0].when if len(reply.meetings) == 1 else None
    return when if when and _is_a_day(when) else None


def _is_a_day(when: When) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def _look(archive: Archive, asked: Asked, read: Question, *, of_a_day: bool) -> Looked:
    known = holdings_of(archive).known
    named = [name for name in read.names if not known.find_place(name)]
    people = [name for name in named if known.find_person(name.split())]
    return Looked(
        text=asked.text, named=_surnames(named), people=_surnames(people),
        subject=_subject(archive, asked.text), comer=comer_in(asked.text), of_a_day=of_a_day,
    )  # fmt: skip


def _surnames(names: Sequence[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset([fold(name.split()[-1]).casefold()]) for name in names)


def _tell(archive: Archive, sides: Sequence[Sequence[Account]]) -> Reply:
    teller = Teller(archive)
    ordered = sorted(sides, key=lambda side: side[0].told.written, reverse=True)
    told = [said for side in ordered
            for said in tell_sides(archive, teller, [one.told for one in side])]  # fmt: skip
    return make_reply(teller, Outcome.CONFLICTING, (), lead=REPORTS_DIFFER, first=told)


def _sides_of(
    archive: Archive, slot: Slot, looked: Looked, own: Sequence[Candidate]
) -> list[list[Account]]:
    """The best account and the best that stands against it; none where all agree."""
    accounts = list(_accounts(archive, slot, looked, own))
    most = max((one.score for one in accounts), default=0.0)
    near = [one for one in accounts if most - one.score <= _most_behind(one)]
    pairs = [(a, b) for a, b in combinations(near, 2)
             if _stand_apart(slot, a, b, accounts)
             and (looked.of_a_day or are_of_one_time(archive, a.told, b.told))]  # fmt: skip
    best = max(pairs, key=lambda pair: pair[0].score + pair[1].score, default=())
    return [_with_next(one, accounts) for one in best]


def _stand_apart(slot: Slot, one: Account, other: Account, accounts: Sequence[Account]) -> bool:
    """Whether two voices tell otherwise, and neither tells elsewhere what the other does."""
    if one.voice == other.voice or not slot.apart(one.value, other.value):
        return False
    if one.value in (rules.YES, rules.NO) or slot.read is rules.towns_in:
        return True
    return not any(
        mine.voice == a.voice and not slot.apart(mine.value, b.value)
        for a, b in ((one, other), (other, one)) for mine in accounts
    )  # fmt: skip


def _accounts(
    archive: Archive, slot: Slot, looked: Looked, own: Sequence[Candidate]
) -> Iterator[Account]:
    for one in own:
        text = " ".join(one.sentence.text.split())
        value = slot.read(text, looked.text)
        if value and _tells_it(archive, slot, looked, one, value):
            yield Account(candidate=one, value=value)


def _tells_it(archive: Archive, slot: Slot, looked: Looked, one: Candidate, value: Value) -> bool:
    """Whether a sentence tells its value of the event, and of those, that are asked about."""
    text = " ".join(one.sentence.text.split())
    if is_aside(text, looked.text, denies=value == rules.NO):
        return False
    if slot.comer is not None:
        return _is_of_comer(archive, slot.comer, looked, one, value)
    if slot.of_subject:
        return _tells_of(archive, one, looked.subject)
    if slot.read in (rules.lengths_in, rules.houses_in) and not TELLS_IT.search(text):
        return False
    if value == rules.NO and DENIES_ALL.search(text):
        terms = weigh_terms([], [" ".join(one) for one in looked.people], archive.catalog)
        return bool(terms) and any(_tells_of(archive, one, [term], FAR) for term in terms)
    return _is_of_them(looked, slot, text)


def _is_of_comer(
    archive: Archive, reads: rules.YesOrNo, looked: Looked, one: Candidate, value: Value
) -> bool:
    """Whether a sentence tells it of him who is asked about, or goes on where the one before does:
    "She was kept in Riga", after "Anna Berg did not come".
    """
    text = " ".join(one.sentence.text.split())
    if not looked.comer:
        return False
    if DENIES_ALL.search(text):
        return _tells_of(archive, one, looked.subject, FAR)
    if is_of_comer(text, looked.comer, reads.denied_at(text)):
        return True
    sentences = archive.sentences(one.article)
    before = [" ".join(s.text.split()) for s in sentences if s.start < one.sentence.start][-1:]
    return value == rules.NO and any(
        reads(told, looked.text) == value
        and is_of_comer(told, looked.comer, reads.denied_at(told)) for told in before
    )  # fmt: skip


def _most_behind(one: Account) -> float:
    return BEHIND if one.candidate.article.dated else BEHIND_UNDATED


def _with_next(best: Account, accounts: Sequence[Account]) -> list[Account]:
    """An account with the next of its voice that tells the same, what the body tells first."""
    same = [one for one in accounts if one.voice == best.voice and one.value == best.value
            and (best.score - one.score <= CLOSE or _stand_near(best, one))]  # fmt: skip
    return sorted(same, key=_weight, reverse=True)[:MOST_A_SIDE]


def _weight(one: Account) -> tuple[bool, float]:
    return one.candidate.sentence.zone is not ZoneKind.HEADLINE, one.score


def _stand_near(one: Account, other: Account) -> bool:
    return abs(one.candidate.sentence.start - other.candidate.sentence.start) <= BESIDE


def _subject(archive: Archive, text: str) -> tuple[Term, ...]:
    """The name of whom it is asked whether he came or left; none where no person is named."""
    match = SUBJECT.match(text)
    last = match["who"].split()[-1] if match else ""
    named = last[:1].isupper() and not holdings_of(archive).is_place(last)
    return weigh_terms([last], [last], archive.catalog) if named else ()


def _tells_of(archive: Archive, one: Candidate, who: Sequence[Term], reach: int = 1) -> bool:
    """Whether a sentence or one of its neighbours names somebody."""
    if not who:
        return True
    sentences = archive.sentences(one.article)
    at = next(n for n, s in enumerate(sentences) if s.start == one.sentence.start)
    held = frozenset(
        stems(" ".join(s.text for s in sentences[max(0, at - reach) : at + reach + 1]))
    )
    return all(term.forms & held for term in who)


def _is_of_them(looked: Looked, slot: Slot, text: str) -> bool:
    """Whether a sentence names one of those asked about, or goes on with them or their event."""
    of_length = slot.read is rules.lengths_in
    people = looked.named if of_length else looked.people
    if any(names_all([names], text) for names in people):
        return True
    if people:
        return OF_THEM.search(text) is not None
    return not of_length or OF_EVENT.search(text) is not None
