"""A sentence that repeats nearly all of a question answers it, whatever the rules doubt.

"By whom was the round at the fish market co-chaired?" asks of a meeting that the reports tell
without its chair; the sentence "The talks at the fish market were co-chaired by …" says it.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.records import Question
from index.words import stems
from qa.meetings.holdings import holdings_of
from qa.passages.decide import Decision, is_near, needed_terms
from qa.passages.naming import tells_offices
from qa.passages.of_meeting import ABOUT, is_of_others, may_tell
from qa.passages.rank import Candidate
from qa.passages.terms import Term, coverage, weigh_terms
from qa.question.asked import Asked, Kind
from qa.question.slot_cues import ASKING_WORDS

LEAST = 0.75  # of the weight of the question's words: at 0.7 two sentences that told something else
LEAST_NEARLY = 0.6  # where what is lacking stands near: "the talks" for "the herring talks"
ALL_NEAR = 0.95
LEAST_WORDS = 2  # that it must hold besides names; one alone stands in too many sentences
MUST_FIT = frozenset({"person", "place", "time", "quantity", "reason"})


def repeated(archive: Archive, asked: Asked, read: Question, decision: Decision) -> Decision:
    """The decision; where it has a doubt, without it for a sentence that repeats the question.

    Another country's minister is no answer where one is asked for whom no report of a meeting has.
    """
    doubt = decision.doubt
    if doubt is None or not doubt.may_be_named:
        return decision
    terms = weigh_terms(read.words, read.names, archive.catalog)
    needed = needed_terms(archive, read, terms)
    is_place = holdings_of(archive).is_place
    matter = [t for t in terms if not t.name and t.word.lower() not in ASKING_WORDS]
    near = [one for one in decision.ranked if _repeats(read, matter, one)
            and is_near(read, needed, one, is_place)
            and (asked.kind is not Kind.TOPICS or ABOUT.search(_told(one)))
            and not is_of_others(archive, asked, one)
            and may_tell(archive, asked, one)
            and tells_offices(archive, asked.about.parties, _told(one))]  # fmt: skip
    if not near:
        return decision
    best = max(near, key=lambda one: one.score)
    rest = tuple(one for one in decision.ranked if one is not best)
    signals = decision.signals and decision.signals.model_copy(update={"doubt": False})
    return Decision(ranked=(best, *rest), near=(best,), doubt=None, signals=signals)


def _repeats(read: Question, matter: Sequence[Term], one: Candidate) -> bool:
    """Whether a sentence, with the one it leans on, holds what a question says and asks for."""
    if read.wants in MUST_FIT and not one.features["fits"]:
        return False
    held = frozenset(stems(_told(one)))
    if sum(bool(term.forms & held) for term in matter) < LEAST_WORDS:
        return False
    nearly = coverage(matter, held) >= LEAST_NEARLY and coverage(matter, one.around) >= ALL_NEAR
    return nearly or coverage(matter, held) >= LEAST


def _told(one: Candidate) -> str:
    return " ".join(sentence.text for sentence in (one.lead, one.sentence) if sentence)
