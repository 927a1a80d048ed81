"""Answers from passages: the sentences that answer, else what is missing and what is nearest.

What passages tell is looked at in order: whose words are asked for, who holds an office, which
outlet reports it, whether two sides differ, whether it is only planned, whether the question takes
something for true that they contradict; only then are the best sentences quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.gazetteer import country_of
from index.meeting_lookup import answers_to
from index.meeting_records import AHEAD
from index.mention_reports import TRIGGER_WORDS
from index.records import Outcome, Question, ZoneKind
from index.words import stems
from qa.cues import ASKS_TELLING, LIES_AHEAD, YES_OR_NO
from qa.events.before_after import answer_before_after
from qa.events.time import leaves_time_open
from qa.meetings.answering import OF_MEETINGS
from qa.meetings.finding import is_meeting_question
from qa.meetings.holdings import holdings_of
from qa.meetings.nearest import tell_nearest
from qa.meetings.which_visit import ask_which_visit
from qa.passages.accused import answer_accused
from qa.passages.both_sides import answer_both_sides, answer_foremost
from qa.passages.decide import Decision, Doubt, decide, needed_terms
from qa.passages.deed_asked import lacks_deed, of_the_one
from qa.passages.left_open import is_open
from qa.passages.matched import Matched, find_hits
from qa.passages.missing import lacks_detail, lacks_words
from qa.passages.naming import names_all, surnames_of
from qa.passages.of_meeting import asks_barely, of_the_meeting, reports_such
from qa.passages.of_outlet import answer_outlet, asks_outlet
from qa.passages.of_side import of_the_side
from qa.passages.of_speaker import (
    ASIDE,
    NAMES_THINGS,
    asks_as_told,
    asks_for_body,
    asks_for_words,
    of_the_speaker,
)
from qa.passages.office_of import answer_office
from qa.passages.on_topic import matter_of
from qa.passages.outcome import answer_outcome, told_later
from qa.passages.quoted_outlets import answer_quoted
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.repeats import repeated
from qa.passages.retrieve import retrieve
from qa.passages.sort_asked import lacks_sort
from qa.passages.terms import coverage, weigh_terms
from qa.passages.told import Told, suggest, tell
from qa.passages.two_parts import answer_two_parts
from qa.passages.words_of_outlet import is_outlet, of_the_outlet, without_outlet
from qa.premises.contradicted import put_right_premise
from qa.premises.denied import put_right_agreed, put_right_refused
from qa.premises.doer import put_right_doer
from qa.premises.done import put_right_undone
from qa.premises.speaker import put_right_speaker
from qa.question.asked import Asked, Kind, Party
from qa.telling.derive import mentions_at
from qa.telling.reply import MISSING, NEAREST, ONLY_PLANNED, Reply

PAIR = 2
NEAR_ENOUGH = 0.5  # of the weight of what a question says besides names
CLOSEST = 3  # best sentences, of which the one on the question's words tells held from planned


def answer_from_passages(archive: Archive, asked: Asked, read: Question) -> Reply:
    """What the passages tell; that the archive does not say, with the nearest, where they do not.

    `confidence` of the reply is that of the best sentences, whatever is told of them.
    """
    speaker = asks_for_words(asked, read)
    if speaker and is_outlet(archive, speaker):
        speaker = None
    decision = of_the_speaker(archive, asked, speaker, read) if speaker else None
    open_to_others = asked.kind in ASIDE or NAMES_THINGS.search(asked.text)
    if decision and decision.doubt and open_to_others:
        decision = None  # "According to Berg, where …?": others may tell it as his
    which = ask_which_visit(archive, asked, decision) if decision else None
    if which:
        return which
    decision = decision or _of_body(archive, asked, read, speaker) or _decide(archive, asked, read)
    decision = lacks_sort(archive, asked, lacks_words(asked, read, decision))
    decision = lacks_deed(archive, asked, decision)
    if not _tells_of_him(archive, asked, decision):
        doubt = decision.doubt or Doubt(lead="The archive does not say.", ambiguous=False)
        return _by_decision(archive, asked, read, decision.model_copy(update={"doubt": doubt}))
    reply = _of_decision(archive, asked, read, decision)
    return reply.model_copy(update={"confidence": decision.confidence})


def answer_as_told(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """Where or when something was, by the word of the one whose word is asked for; that he does not
    say it, where nothing else tells of what; None where that is not asked.
    """
    speaker = asks_for_words(asked, read) if asks_as_told(asked) else None
    if speaker is None or is_outlet(archive, speaker):
        return None
    decision = of_the_speaker(archive, asked, speaker, read)
    if decision is None or decision.doubt:
        silent = asked.about.forms and not (asked.about.place or asked.about.period)
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=MISSING[asked.kind]) if silent else None
    matter = matter_of(weigh_terms(read.words, read.names, archive.catalog))

    def told(one: Candidate) -> tuple[bool, float]:
        text = one.sentence.text
        met = not asked.about.forms or TRIGGER_WORDS.search(text) is not None
        return met, coverage(matter, frozenset(stems(text)))

    near = sorted(decision.near, key=told, reverse=True)
    return _reply(Outcome.ANSWERED, "", tell(archive, asked, near))


def best_sentences(archive: Archive, asked: Asked, read: Question) -> list[Candidate]:
    """The sentences that may answer, best first.

    For a question about a meeting only such are told as name all and tell of one: reading them
    together with the question took half of the time, and without it one of 803 fewer was right.
    """
    plain = not _of_a_meeting(asked)
    return rank_sentences(archive, read, retrieve(archive, read), read=plain)


def _of_a_meeting(asked: Asked) -> bool:
    return is_meeting_question(asked) and asked.kind in OF_MEETINGS


def _tells_of_him(archive: Archive, asked: Asked, decision: Decision) -> bool:
    """Whether one of the best sentences stands near the one who is asked after in another's place:
    "And the bakers?" is answered by nothing that the crews did.
    """
    terms = weigh_terms(asked.instead.split()[-1:], (), archive.catalog)
    best = decision.ranked[:CLOSEST]
    return all(any(term.forms & one.around for one in best) for term in terms)


def _without_the_list(asked: Asked, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """Of the candidates those that do not only list what a question asks after one of."""
    items = [item.casefold() for item in asked.listed]
    left = [one for one in ranked if sum(i in one.sentence.text.casefold() for i in items) < PAIR]
    return left or ranked


def _of_body(
    archive: Archive, asked: Asked, read: Question, speaker: Party | None
) -> Decision | None:
    """The words of a ministry or another body; None where none are asked for, or found."""
    body = None if speaker else asks_for_body(asked)
    if not body or is_outlet(archive, body):
        return None
    decision = of_the_speaker(archive, asked, body, read)
    return None if decision and decision.doubt else decision


def _of_decision(archive: Archive, asked: Asked, read: Question, decision: Decision) -> Reply:
    reply = answer_quoted(archive, read, decision.ranked)
    reply = reply or answer_office(archive, asked, decision.ranked)
    if reply is None and asks_outlet(asked) and decision.doubt is None:
        reply = answer_outlet(archive, read, decision)
        doubt = None if reply else Doubt(lead="The archive does not say.", ambiguous=False)
        decision = decision.model_copy(update={"doubt": doubt})
    return (
        reply
        or answer_before_after(archive, asked, read)
        or answer_accused(archive, asked, read, decision.ranked)
        or answer_both_sides(archive, asked, read, decision.ranked)
        or answer_foremost(archive, asked, read, decision.ranked)
        or answer_outcome(archive, asked, read, decision.ranked)
        or put_right_agreed(archive, asked, read, decision.ranked)
        or put_right_refused(archive, asked, read, decision.ranked)
        or put_right_undone(archive, asked, read, decision.ranked)
        or put_right_premise(archive, asked, read, decision.ranked)
        or put_right_speaker(archive, asked, read, decision.ranked)
        or put_right_doer(archive, asked, read, decision.ranked)
        or answer_two_parts(archive, asked, read)
        or _by_decision(archive, asked, read, decision)
    )


def _decide(archive: Archive, asked: Asked, read: Question) -> Decision:
    ranked = _without_the_list(asked, best_sentences(archive, asked, read))
    its = of_the_outlet(archive, asked, ranked)
    read = read if its is ranked else without_outlet(archive, asked, read)
    ranked = of_the_one(archive, asked, of_the_side(asked, its))
    decision = decide(archive, read, ranked)
    if _of_a_meeting(asked):
        decision = of_the_meeting(archive, asked, read, decision)
    return lacks_detail(archive, asked, read, repeated(archive, asked, read, decision))


def _by_decision(archive: Archive, asked: Asked, read: Question, decision: Decision) -> Reply:
    """The sentences that answer, else what is missing and what is nearest."""
    if decision.doubt is None and leaves_time_open(archive, asked, read, decision.ranked[0]):
        doubt = Doubt(lead=MISSING[Kind.WHEN], ambiguous=False)
        decision = decision.model_copy(update={"doubt": doubt})
    if decision.doubt is None:
        return _told(archive, asked, decision)
    if decision.doubt.ambiguous:
        return Reply(outcome=Outcome.AMBIGUOUS, lead=decision.doubt.lead)
    instead = (
        None if decision.doubt.unknown else tell_nearest(archive, asked, holdings_of(archive).last)
    )
    if instead:
        return instead
    told = suggest(_concerning(archive, asked, read, _naming(archive, read, decision.ranked)))
    lead = decision.doubt.lead + (NEAREST if told.suggestions else "")
    return _reply(Outcome.NOT_IN_ARCHIVE, lead, told)


def _naming(archive: Archive, read: Question, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that hold or stand beside one of the names asked about that the archive knows,
    or hold half of the rest of the question: others are near in a word alone.
    """
    terms = weigh_terms(read.words, read.names, archive.catalog)
    names = [term for term in needed_terms(archive, read, terms) if term.known]
    rest = [term for term in terms if not term.name and term.known]
    return [
        one
        for one in ranked
        if not names
        or any(term.forms & one.around for term in names)
        or (rest and coverage(rest, frozenset(stems(one.sentence.text))) >= NEAR_ENOUGH)
    ]


def _concerning(
    archive: Archive, asked: Asked, read: Question, near: Sequence[Candidate]
) -> Sequence[Candidate]:
    """Of the candidates, where a question says no more of a meeting than who met, those of its time
    that report one of them and name all: others are not near.
    """
    if not (_of_a_meeting(asked) and asks_barely(asked.about)):
        return near
    return [one for one in near if reports_such(archive, asked, read, one)]


def _of_its_articles(asked: Asked, decision: Decision) -> Sequence[Candidate]:
    """The candidates without those that do not tell of the meeting asked about."""
    if not _of_a_meeting(asked):
        return decision.ranked
    own = {one.article.id for one in decision.near}
    kept = [one for one in decision.ranked if one.article.id in own]
    barely = asked.kind is Kind.TOPICS and asks_barely(asked.about)
    return (decision.near if barely else kept) or decision.ranked


def _told(archive: Archive, asked: Asked, decision: Decision) -> Reply:
    """The best sentences; where it is asked whether something took place and they only plan it,
    that is said first.
    """
    told = tell(archive, asked, _of_its_articles(asked, decision))
    words = [word for word in asked.about.words if not country_of(word)]
    terms = weigh_terms(words, (), archive.catalog)
    best = max(
        decision.ranked[:CLOSEST],
        key=lambda one: coverage(terms, frozenset(stems(one.sentence.text))),
    )
    if asked.planned or not YES_OR_NO.match(asked.text) or ASKS_TELLING.match(asked.text):
        reply = _reply(Outcome.ANSWERED, "", told)
        return reply.model_copy(update={"ranked": tuple(decision.ranked)})
    span, text = (best.sentence.start, best.sentence.end), best.sentence.text
    people = [p for p in asked.about.parties if p.kind == "person"]
    states = {
        mention.status
        for mention in mentions_at(archive, best.article.id, *span)
        if all(
            any(answers_to(o, p.called) for o in mention.participants)
            or names_all([surnames_of(archive, p)], text)
            for p in people
        )
    }
    where = (asked.about.place or "").split()  # "Did she go to Riga?" asks of nothing else
    terms = terms or weigh_terms(where, (), archive.catalog)
    headline = best.sentence.zone is ZoneKind.HEADLINE  # "Ministers to open new school"
    ahead = (headline or LIES_AHEAD.search(text)) and is_open(text, find_hits(terms, text))
    plan = Matched(article=best.article, sentence=best.sentence, hits=(), share=1.0)
    later = None
    if ahead and not states:
        later = told_later(archive, decision.ranked, terms, [plan], asked.about.period)
    if later is not None:
        first = [one for one in decision.ranked if one.sentence == later.sentence]
        rest = [one for one in decision.ranked if one.sentence != later.sentence]
        return _reply(Outcome.ANSWERED, "", tell(archive, asked, [*first, *rest]))
    if (states and states <= AHEAD) or (not states and ahead):
        return _reply(Outcome.ONLY_PLANNED, ONLY_PLANNED, told)
    return _reply(Outcome.ANSWERED, "", told)


def _reply(outcome: Outcome, lead: str, told: Told) -> Reply:
    return Reply(
        outcome=outcome, lead=lead, statements=told.statements, citations=told.citations,
        suggestions=told.suggestions,
    )  # fmt: skip
