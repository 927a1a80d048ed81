"""Whether somebody was there by a day: "Has Berg landed in Oslo yet?", "Was she already in Oslo on
5 May 2019?" is answered by the report of that time which tells that he came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from index.archive import Archive
from index.identity import office_kind
from index.meeting_lookup import country_in
from index.parse import parse
from index.records import Outcome, Question, ZoneKind
from index.words import stems
from qa.events.state_told import NO_BEGINNING
from qa.events.tellings import Telling, find_tellings
from qa.events.words import read_matter
from qa.meetings.holdings import holdings_of
from qa.passages.naming import names_all, surnames_of
from qa.question.asked import Asked, Kind, Party
from qa.question.looked_for import read_question
from qa.question.reading import read_alone
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY = r"(?:(?:by|on|as of) [^,]{3,30}, )?"
ASKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Has Berg arrived in Oslo yet?", "Had she landed by 5 May 2019?"
        rf"^{_BY}(?:has|have|had) (?P<who>[^?,]{{2,60}}?) (?:already |yet )?"
        r"(?:arrived|landed|touched down|flown in)\b(?P<rest>[^?]*)\?*$",
        # "On 5 May 2019, was Berg already in Oslo?"
        rf"^{_BY}(?:is|are|was|were) (?P<who>[^?,]{{2,60}}?) (?:already|yet) "
        r"(?P<rest>(?:in|at) [^?]*)\?*$",
        # "Was Berg in Oslo yet on 5 May 2019?"
        rf"^{_BY}(?:is|are|was|were) (?P<who>[^?,]{{2,60}}?) (?P<rest>(?:in|at) [^?]*?"
        r"\b(?:already|yet)\b[^?]*)\?*$",
    )
)
AT_THAT_TIME = re.compile(r" ?\b(?:already|yet|by (?:then|now)|(?:by|as of|on) .+)", re.IGNORECASE)
ARRIVING = frozenset(["arrive", "land", "touch", "fly", "come"])
BOUND = frozenset(["will", "would", "shall", "should", "may", "might", "could", "to"])
CARRIERS = frozenset(
    stems("plane aircraft jet airliner flight helicopter train car motorcade delegation")
)
WITHIN = timedelta(days=3)  # of the day asked about, for the report that tells it


def answer_arrived(archive: Archive, asked: Asked) -> Reply | None:
    """The sentence that tells the arrival, by a report of that day or shortly before; None where
    that is not asked, or none tells it.
    """
    match = next((m for cue in ASKS if (m := cue.match(asked.text.strip()))), None)
    day = _day_of(asked)
    if match is None or day is None:
        return None
    text = f"When did {match['who']} arrive {AT_THAT_TIME.sub('', match['rest']).strip()}?"
    known = holdings_of(archive).known
    when = read_alone(text, asked.asked_on, known).asked
    when = when.model_copy(update={"as_of": day, "kind": Kind.WHEN})
    people = [party for party in when.about.parties if party.kind in ("person", "role")]
    read = read_question(text, asked_on=asked.asked_on, as_of=day, sources=archive.sources())
    told = list(_arrivals(archive, when, read, people[0])) if len(people) == 1 else []
    if not told:
        return None
    best = max(told, key=lambda one: (one.sentence.zone is ZoneKind.BODY, one.held))
    teller = Teller(archive)
    quote = teller.quote(best.article, best.sentence)
    return make_reply(teller, Outcome.ANSWERED, (), first=[quote])


def _day_of(asked: Asked) -> date | None:
    """The day by which it is asked: that of the question, else the one that it is asked on."""
    period = asked.about.period
    return asked.as_of or (period.latest if period else asked.asked_on)


def _arrivals(archive: Archive, when: Asked, read: Question, who: Party) -> Iterator[Telling]:
    """The sentences of that time that tell it as done, of him."""
    day = when.as_of or when.asked_on
    for one in find_tellings(archive, when, read, read_matter(archive, when)):
        dated = one.article.dated
        if not (dated and dated.earliest and dated.latest and dated.latest <= day):
            continue
        late = any(time.latest and time.latest > day for time in one.times)
        near = dated.earliest >= day - WITHIN and _is_there(one, when.about.place)
        if near and not late and _has_come(archive, one, who):
            yield one


def _is_there(one: Telling, place: str | None) -> bool:
    """Whether the sentence, its title or its dateline names the place that is asked about."""
    around = f"{one.sentence.text} {one.article.title or ''} {one.article.located or ''}"
    return set(stems(place or "")) <= set(stems(around))


def _has_come(archive: Archive, one: Telling, who: Party) -> bool:
    """Whether a sentence tells that he, or what carries him, came, and neither denies nor only
    plans it.
    """
    for token in parse([one.sentence.text])[0]:
        done = token.lemma_.lower() in ARRIVING and token.tag_ in ("VBD", "VBN", "VBZ")
        held_back = any(child.lower_ in BOUND for child in token.children)
        if not done or held_back or NO_BEGINNING.search(token.doc[: token.i].text):
            continue
        if any(_is_he(archive, child, who) for child in token.children if child.dep_ == "nsubj"):
            return True
    return False


def _is_he(archive: Archive, subject: Token, who: Party) -> bool:
    """Whether a subject is the one asked about: by name, as "he", or as what carries him."""
    whole = list(subject.subtree)
    own = [one for one in whole if one.head == subject or one == subject]
    if subject.pos_ == "PROPN":
        return _names(archive, who, own)
    carries = CARRIERS & set(stems(subject.text))
    if (carries and _names(archive, who, whole)) or _holds(archive, who, own):
        return True
    if carries:
        return not any(token.pos_ == "PROPN" for token in whole)
    named = any(one.label_ == "PERSON" for one in subject.doc.ents)
    return subject.lower_ in ("he", "she") and not named


def _holds(archive: Archive, who: Party, tokens: Sequence[Token]) -> bool:
    """Whether words tell an office that the archive knows him in: "the Latvian president"."""
    if who.kind == "role":
        return _names(archive, who, tokens)
    country, title = country_in(" ".join(token.text for token in tokens))
    known = holdings_of(archive).offices_of(who.called)
    return any(code == country and kind == office_kind(title, code) for kind, code in known)


def _names(archive: Archive, who: Party, tokens: Sequence[Token]) -> bool:
    words = " ".join(token.text for token in tokens)
    if who.kind == "role" and set(stems(who.words)) <= set(stems(words)):
        return True
    return names_all([surnames_of(archive, who)], words)
