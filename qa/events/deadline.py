"""The day by which something is to be done: "the pact's May 31 deadline", "the deadline of May 31".
And the day that a thing bears in its name: "the Cork Accords of 4 May 2011".

The word and its day stand side by side; what the deadline is of may be told in the sentence before,
or by another word of the same story ("the deal", "the agreement").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.date_records import TimeExpression
from index.records import Outcome, Question
from index.words import stem, stems
from qa.cues import AGREEMENTS, TRUCES
from qa.events.time_told import tell_times
from qa.meetings.holdings import holdings_of
from qa.passages.decide import is_near, needed_terms
from qa.passages.on_topic import matter_of
from qa.passages.other_outlet import is_other, outlet_of, quote_other
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.terms import Term, coverage, weigh_terms
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

ASKS = re.compile(  # "What was the deadline of the pact?", "When does the deadline expire?"
    r"\b(?:what|when|which (?:date|day|month))\b(?! (?:happened|did)\b).*\bdeadlines?\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\b(?:deadline|time limit|cut-off|due date)s?\b", re.IGNORECASE)
BETWEEN = re.compile(  # the word and its day, nothing of another matter between them
    r"[\s,(“”\"'’]*(?:(?:of|for|on|is|was|by|at|falls|set|fixed|expires?|passes|the|a|an|end|s)\b\s*)*",
    re.IGNORECASE,
)
MOVED = re.compile(  # another day may hold, or it is somebody's deadline for something else
    r"\b(?:original|first|old|new|previous|earlier) (?:\w+ )?deadline|\b(?:extend\w*|postpone\w*|"
    r"passed|missed|moved|put (?:off|back)|until|deadlines? for)\b",
    re.IGNORECASE,
)
POINTER = re.compile(  # what is meant by it is told before: "the deal's May 31 deadline"
    r"\b(?:the|this|that|its) (?:(?P<which>[\w-]+) )?"
    r"(?P<what>deal|pact|accord|agreement|treaty|plan|truce|ceasefire|law|act)\b|\b(?P<its>its)\b",
    re.IGNORECASE,
)
SAME = (  # which of these words may stand for one another
    AGREEMENTS | TRUCES,
    frozenset(["plan"]), frozenset(["law", "act"]),
)  # fmt: skip
_THING = (
    r"(?:the|that|those) (?P<what>[^?]*?\b(?:deal|pact|accord|agreement|treaty|truce|ceasefire|"
    r"plan|law|act|protocol|convention|charter|contract|letter|memorandum|declaration|decree|order|"
    r"resolution|decision|statement|appeal)s?)\b"
)
_DATE = r"(?:date|day|month|year)"
DATED = re.compile(  # "From which date are the Cork Accords that Berg brought up?", "Which … bear?"
    rf"^(?:and |so )?(?:(?:from|of) (?:what|which) {_DATE} (?:is|are|was|were|do|does) {_THING}|"
    rf"(?:what|which) {_DATE} do(?:es)? {_THING.replace('what', 'bearing')}[^?]* "
    r"(?:bear|carry|have)\b|"
    rf"what (?:is|was) the date of {_THING.replace('what', 'named')})(?! (?:in|out of) )",
    re.IGNORECASE,
)
OF_A_DAY = re.compile(r"[,\s]*\b(?:of|from|dated|signed on|signed in|concluded on)\s+(?:the\s+)?$")
WHOLE = frozenset(["new", "whole", "present", "current", "said", "same", "interim", "final"])
MOST = 60  # candidates, as the sentence with the word has few others of a question
LEAST = 0.2  # of the weight of what the deadline is of ("salt", not "treaty"), that must stand near
OWN = 0.5  # of it, that must stand in the sentence where none of these words points at it


def answer_deadline(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The one day that stands beside the word in the sentences near what the deadline is of; None
    where none is asked for, or none or several are told.
    """
    if not asks_deadline(asked):
        return None
    needed = needed_terms(archive, read, weigh_terms(read.words, read.names, archive.catalog))
    matter = _matter(archive, read)
    own = [t for t in matter if not any(t.word.lower() in kind for kind in SAME)] or matter
    is_place = holdings_of(archive).is_place
    found: dict[str, tuple[Candidate, TimeExpression]] = {}
    for one in rank_sentences(archive, read, retrieve(archive, read), most=MOST):
        time = _beside_the_word(archive, one)
        near = is_near(read, needed, one, is_place) and coverage(own, one.around) >= LEAST
        if time and near and (matter or needed) and _is_of(one.sentence.text, matter, asked.text):
            found.setdefault(time.value, (one, time))
    return _tell(archive, *next(iter(found.values()))) if len(found) == 1 else None


def asks_dated(asked: Asked) -> bool:
    """Whether a question is for the day in a thing's name, and not for that of any news of it."""
    return DATED.match(asked.text.strip()) is not None


def answer_dated(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The one day that stands behind a thing's name where that is asked for; None where it is not,
    or none or several are told.
    """
    name = _name_of_dated(asked)
    found: dict[str, tuple[Candidate, TimeExpression]] = {}
    for one in rank_sentences(archive, read, retrieve(archive, read), most=MOST) if name else ():
        for time in _days_in(archive, one):
            before = one.sentence.text[: time.start - one.sentence.start]
            of = OF_A_DAY.search(before)
            if of and _is_called(stems(before[: of.start()]), name):
                found.setdefault(time.value, (one, time))
    return _tell(archive, *next(iter(found.values()))) if len(found) == 1 else None


def _name_of_dated(asked: Asked) -> list[str]:
    """The stems of the name of a thing that a question asks the day of; none where it asks none."""
    match = DATED.match(asked.text.strip())
    return stems(next(filter(None, match.groups()))) if match else []


def _is_called(text: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a text ends in a name, or in that with another word for the like: "the Cork pact"."""
    told = text[-len(name) :]
    sort = next((kind for one in SAME if name[-1] in (kind := {stem(w) for w in one})), {name[-1]})
    return list(told[:-1]) == list(name[:-1]) and bool(told) and told[-1] in sort


def asks_deadline(asked: Asked) -> bool:
    """Whether a question is for a deadline, which no other day of the same thing answers."""
    return ASKS.search(asked.text) is not None


def is_of_another(archive: Archive, asked: Asked, read: Question, sentence: str) -> bool:
    """Whether a sentence tells another thing's deadline ("the salt deal's") than is asked for, or
    does not name that which is asked for by its day.
    """
    name, text = _name_of_dated(asked), stems(sentence)
    if name:
        return not any(_is_called(text[:at], name) for at in range(len(text) + 1))
    if not asks_deadline(asked) or not WORD.search(sentence):
        return False
    return not _is_of(sentence, _matter(archive, read), asked.text)


def _matter(archive: Archive, read: Question) -> list[Term]:
    terms = weigh_terms(read.words, read.names, archive.catalog)
    return [t for t in matter_of(terms) if t.known and not WORD.search(t.word)]


def _beside_the_word(archive: Archive, one: Candidate) -> TimeExpression | None:
    """The day right before or behind the word in a sentence."""
    text, start = one.sentence.text, one.sentence.start
    times = _days_in(archive, one)
    if MOVED.search(text):
        return None
    for word in WORD.finditer(text):
        for time in times:
            before = text[time.end - start : word.start()]
            behind = text[word.end() : time.start - start]
            if BETWEEN.fullmatch(before if time.start - start < word.start() else behind):
                return time
    return None


def _days_in(archive: Archive, one: Candidate) -> list[TimeExpression]:
    start, end = one.sentence.start, one.sentence.end
    own = (time for time in archive.times(one.article.id) if start <= time.start < end)
    return [time for time in own if time.type == "DATE" and time.earliest]


def _is_of(text: str, matter: Sequence[Term], question: str) -> bool:
    """Whether the clause with the word has most of what the deadline is to be of, or points at it
    and at nothing else of the sort: "under the strike law" is no word on the dock agreement.
    """
    clause = next((one for one in re.split(r"[;:]", text) if WORD.search(one)), text)
    pointers = [_points_at(match, matter, question) for match in POINTER.finditer(clause)]
    most = bool(matter) and coverage(matter, frozenset(stems(clause))) >= OWN
    return all(pointers) and (most or bool(pointers))


def _points_at(match: re.Match[str], matter: Sequence[Term], question: str) -> bool:
    """Whether words like "the deal" may mean what is asked about."""
    if match["its"]:
        return True
    asked = set(re.findall(r"\w+", question.lower()))
    kind = next(one for one in SAME if match["what"].lower() in one)
    which = match["which"]
    fits = not which or which.lower() in WHOLE or any(t.forms & set(stems(which)) for t in matter)
    return bool(fits and kind & asked)


def _tell(archive: Archive, one: Candidate, time: TimeExpression) -> Reply | None:
    teller = Teller(archive)
    other = is_other(one.article, one.sentence.start)
    quote = (
        quote_other(archive, teller.citer, one.article, one.sentence)
        if other
        else teller.quote(one.article, one.sentence)
    )
    if quote is None:
        return None
    first = tell_times([time], outlet_of(one.article, one.sentence.start), quote.citations[0])
    return make_reply(teller, Outcome.ANSWERED, (), first=[first, quote])
