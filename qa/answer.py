"""From a question to what is said: by the meetings, else by passages, else what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.gazetteer import country_of
from index.meeting_lookup import answers_to
from index.mention_reports import TRIGGER_WORDS
from index.records import SUPPORTING, Outcome, Question
from index.words import fold, stem, stems
from qa.asked import Asked, Kind, Party
from qa.compose import Told, suggest, tell
from qa.cues import LIES_AHEAD, YES_OR_NO
from qa.decide import Decision, Doubt, decide, people_in, people_sharing_a_name
from qa.derive import mentions_at
from qa.finding import LISTING, is_meeting_question
from qa.from_meetings import OF_MEETINGS, answer_from_meetings
from qa.holdings import find_articles, holdings_of
from qa.nearest import deny, tell_nearest
from qa.question import read_question
from qa.rank import Candidate, rank_sentences
from qa.reply import AHEAD, NEAREST, ONLY_PLANNED, Reply, make_reply
from qa.retrieve import retrieve
from qa.teller import Teller
from qa.terms import coverage, weigh_terms

DETAILS = frozenset({Kind.DURATION, Kind.TOPICS})  # told in a sentence beside the report
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
    if sharers:
        return _ask_back("Who is meant?", sharers)
    told = answer_from_meetings(archive, asked) or _from_article(archive, asked)
    return told or _from_passages(archive, asked, read)


def _ask_back(ask: str, people: Sequence[str]) -> Reply:
    named = f" It could be {' or '.join(people)}." if people else ""
    return Reply(outcome=Outcome.AMBIGUOUS, lead=f"{ask}{named} Please name the person.")


def _rank(archive: Archive, read: Question) -> list[Candidate]:
    return rank_sentences(archive, read, retrieve(archive, read))


def _from_passages(archive: Archive, asked: Asked, read: Question) -> Reply:
    ranked = _rank(archive, read)
    decision = decide(archive, read, ranked)
    if is_meeting_question(asked) and asked.kind in OF_MEETINGS:
        decision = _of_the_meeting(archive, asked, decision)
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
    wanted = [_surnames(archive, party) for party in asked.about.parties]
    for id in find_articles(archive, asked.article) if wanted else ():
        article, teller = archive.article(id), Teller(archive)
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and _tells_of(wanted, sentence.text):
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
        return _reply(Outcome.ANSWERED, "", told)
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


def _of_the_meeting(archive: Archive, asked: Asked, decision: Decision) -> Decision:
    """A question about a meeting is answered only by sentences that tell of one and name all.

    One that names nobody and asks who met is answered by the meetings or not at all.
    """
    wanted = [_surnames(archive, party) for party in asked.about.parties]
    told = bool(wanted) or asked.kind not in (*LISTING, Kind.WHO)
    loose = asked.kind in DETAILS
    near = [one for one in decision.near if told and _names_all(wanted, one, loose=loose)]
    doubt = decision.doubt
    if doubt is None and not near:
        last = holdings_of(archive).last
        doubt = Doubt(lead=deny(asked.about, last), ambiguous=False)
    rest = [one for one in decision.ranked if one not in near]
    return Decision(ranked=(*near, *rest), near=tuple(near), doubt=doubt)


def _surnames(archive: Archive, party: Party) -> frozenset[str]:
    """The words of which one must stand in a sentence that names somebody, folded."""
    names = {party.called}
    if party.kind == "role":  # "the Estonian minister": whoever the meetings know as that
        known = (p for m in archive.meetings(who=[party.called]) for p in m.participants)
        names = {p.name for p in known if answers_to(p, party.called)}
    return frozenset(fold(name.split()[-1]).casefold() for name in names)


def _names_all(wanted: Sequence[frozenset[str]], candidate: Candidate, *, loose: bool) -> bool:
    """Whether a sentence tells of a meeting and names all; `loose` where those about it may."""
    around = candidate.around if loose else frozenset()
    return _tells_of(wanted, candidate.sentence.text, around)


def _tells_of(
    wanted: Sequence[frozenset[str]], words: str, around: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence has a word for a meeting, and it or the stems about it name all."""
    if not TRIGGER_WORDS.search(words):
        return False
    text = fold(words).casefold()
    held = {stem(word) for word in text.replace("-", " ").split()} | around
    return all(any(n in text or stem(n) in held for n in names) for names in wanted)
