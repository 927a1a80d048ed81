"""From a question to what is said: by the meetings, else by passages, else what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.gazetteer import country_of
from index.records import SUPPORTING, Outcome, Question
from index.words import stems
from qa.asked import Asked, Kind
from qa.compose import Told, suggest, tell
from qa.cues import LIES_AHEAD, YES_OR_NO
from qa.decide import Decision, Doubt, decide, people_in
from qa.derive import mentions_at
from qa.finding import is_meeting_question, those_who_met
from qa.from_meetings import OF_MEETINGS, answer_from_meetings
from qa.holdings import find_articles, holdings_of
from qa.namesakes import people_sharing_a_name
from qa.naming import surnames_of, tells_of
from qa.nearest import tell_nearest
from qa.of_meeting import of_the_meeting
from qa.of_outlet import answer_outlet, asks_outlet
from qa.of_speaker import asks_for_words, of_the_speaker
from qa.question import read_question
from qa.rank import Candidate, rank_sentences
from qa.reply import AHEAD, NEAREST, ONLY_PLANNED, Reply, make_reply
from qa.retrieve import retrieve
from qa.teller import Teller
from qa.terms import coverage, weigh_terms
from qa.why_not import put_right_why_not

CLOSEST = 3  # best sentences, of which the one on the question's words tells held from planned
FOREIGN = "I answer questions in English about what the articles of this archive report."


def answer_asked(archive: Archive, asked: Asked) -> Reply:
    """What the archive answers: outcome, lead, statements, what they cite.

    The meetings speak first, since they are complete; then the passages; a question whose one thing
    is contradicted is put right; and what is left is said to be missing.
    """
    if asked.foreign or asked.outside:
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=FOREIGN)
    read = read_question(
        asked.text, asked_on=asked.asked_on, as_of=asked.as_of, sources=archive.sources()
    )
    period = asked.about.period
    if read.period is None and period and period.earliest:  # "last week"
        read = read.model_copy(update={"period": period})
    if asked.open_pronoun:
        people = asked.candidates or people_in(_rank(archive, read))
        return _ask_back(f"Who is meant by “{asked.open_pronoun}”?", people)
    places = f"{asked.about.place or ''} {asked.about.wider or ''}".split()
    known = holdings_of(archive).known
    named = tuple(n for n in read.names if n not in places and not known.find_place(n))
    sharers = people_sharing_a_name(archive, read.model_copy(update={"names": named}))
    # One who takes part in meetings is meant where one is asked about, and not a relative.
    if is_meeting_question(asked) and asked.kind in OF_MEETINGS:
        meeting = [name for name in sharers if name in known.people]
        sharers = meeting if meeting else sharers
        met = those_who_met(archive, asked, sharers) if len(sharers) > 1 else []
        sharers = met if len(met) == 1 else sharers
    if len(sharers) > 1:
        return _ask_back("Who is meant?", sharers)
    told = (
        answer_from_meetings(archive, asked)
        or _from_article(archive, asked)
        or put_right_why_not(archive, asked)
    )
    return told or _from_passages(archive, asked, read)


def _ask_back(ask: str, people: Sequence[str]) -> Reply:
    named = f" It could be {' or '.join(people)}." if people else ""
    return Reply(outcome=Outcome.AMBIGUOUS, lead=f"{ask}{named} Please name the person.")


def _rank(archive: Archive, read: Question) -> list[Candidate]:
    return rank_sentences(archive, read, retrieve(archive, read))


def _from_passages(archive: Archive, asked: Asked, read: Question) -> Reply:
    speaker = asks_for_words(asked, read)
    decision = of_the_speaker(archive, asked, speaker, read) if speaker else None
    if decision is None:
        decision = _decide(archive, asked, read)
    reply = None
    if asks_outlet(asked) and decision.doubt is None:
        reply = answer_outlet(archive, read, decision)
        doubt = None if reply else Doubt(lead="The archive does not say.", ambiguous=False)
        decision = decision.model_copy(update={"doubt": doubt})
    reply = reply or _by_decision(archive, asked, decision)
    return reply.model_copy(update={"confidence": decision.confidence})


def _decide(archive: Archive, asked: Asked, read: Question) -> Decision:
    decision = decide(archive, read, _rank(archive, read))
    if is_meeting_question(asked) and asked.kind in OF_MEETINGS:
        return of_the_meeting(archive, asked, read, decision)
    return decision


def _by_decision(archive: Archive, asked: Asked, decision: Decision) -> Reply:
    """The sentences that answer, else what is missing and what is nearest."""
    if decision.doubt is None:
        return _told(archive, asked, decision)
    if decision.doubt.ambiguous:
        return Reply(outcome=Outcome.AMBIGUOUS, lead=decision.doubt.lead)
    instead = (
        None if decision.doubt.unknown else tell_nearest(archive, asked, holdings_of(archive).last)
    )
    if instead:
        return instead
    told = suggest(decision.ranked)
    lead = decision.doubt.lead + (NEAREST if told.suggestions else "")
    return _reply(Outcome.NOT_IN_ARCHIVE, lead, told)


def _from_article(archive: Archive, asked: Asked) -> Reply | None:
    """Held or planned by the one article that a question names: its sentence that names all."""
    if asked.article is None or asked.kind not in (Kind.STATUS, Kind.WHETHER):
        return None
    wanted = [surnames_of(archive, party) for party in asked.about.parties]
    for id in find_articles(archive, asked.article) if wanted else ():
        article, teller = archive.article(id), Teller(archive)
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and tells_of(wanted, sentence.text):
                ahead = LIES_AHEAD.search(sentence.text) is not None
                return make_reply(
                    teller, Outcome.ONLY_PLANNED if ahead else Outcome.ANSWERED, (),
                    lead=ONLY_PLANNED if ahead else "", first=[teller.quote(article, sentence)],
                )  # fmt: skip
    return None


def _told(archive: Archive, asked: Asked, decision: Decision) -> Reply:
    """The best sentences; where it is asked whether something took place and they only plan it,
    that is said first.
    """
    told = tell(decision.ranked, archive.times)
    words = [word for word in asked.about.words if not country_of(word)]
    terms = weigh_terms(words, (), archive.catalog)
    best = max(
        decision.ranked[:CLOSEST],
        key=lambda one: coverage(terms, frozenset(stems(one.sentence.text))),
    )
    if asked.planned or not YES_OR_NO.match(asked.text):
        reply = _reply(Outcome.ANSWERED, "", told)
        return reply.model_copy(update={"ranked": tuple(decision.ranked)})
    span = (best.sentence.start, best.sentence.end)
    states = {m.status for m in mentions_at(archive, best.article.id, *span)}
    if (states and states <= AHEAD) or (not states and LIES_AHEAD.search(best.sentence.text)):
        return _reply(Outcome.ONLY_PLANNED, ONLY_PLANNED, told)
    return _reply(Outcome.ANSWERED, "", told)


def _reply(outcome: Outcome, lead: str, told: Told) -> Reply:
    return Reply(
        outcome=outcome, lead=lead, statements=told.statements, citations=told.citations,
        suggestions=told.suggestions,
    )  # fmt: skip
