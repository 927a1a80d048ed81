"""From a question to what is said: by the meetings, else by passages, else what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.records import SUPPORTING, Outcome, Question
from qa.cues import LIES_AHEAD
from qa.events.arrived import answer_arrived
from qa.events.deadline import answer_dated, answer_deadline, asks_dated, asks_deadline
from qa.events.in_order import answer_event_list, answer_who_first
from qa.events.made_known import answer_deeds, answer_made_known, answer_scheduled
from qa.events.on_day import answer_on_day
from qa.events.state_then import answer_then
from qa.events.time import answer_telling, answer_time
from qa.events.written_on import answer_written
from qa.meetings.announced_then import answer_announced, with_its_own_day
from qa.meetings.answering import OF_MEETINGS, answer_from_meetings
from qa.meetings.chronology import answer_chronology
from qa.meetings.confirmed_then import answer_confirmed
from qa.meetings.finding import find_meetings_for, is_meeting_question
from qa.meetings.holdings import find_articles, holdings_of, with_holder
from qa.meetings.known_then import as_known_then
from qa.meetings.namesakes import (
    people_in_an_office,
    people_sharing_a_name,
    those_beside,
    those_of_the_office,
    those_there,
    those_who_met,
)
from qa.meetings.parties_known import in_their_names
from qa.meetings.two_days import answer_two_days
from qa.passages.accounts import with_other_accounts
from qa.passages.answering import answer_as_told, answer_from_passages, best_sentences
from qa.passages.both_sides import answer_certain
from qa.passages.decide import people_in
from qa.passages.in_brackets import answer_in_brackets
from qa.passages.naming import surnames_of, tells_of
from qa.passages.of_speaker import OFFICE_SAYS, bare_office, offices_speaking
from qa.passages.picture_by import answer_picture
from qa.passages.retrieve import retrieve
from qa.premises.called_off import put_right_called_off
from qa.premises.day import put_right_day
from qa.premises.house import find_wrong_house, with_right_house, without_house
from qa.premises.left_out import put_right_left_out
from qa.premises.length import put_right_length
from qa.premises.meeting import put_right_meeting
from qa.premises.numbered import put_right_number
from qa.premises.people import put_right_people
from qa.premises.speaker import put_right_words
from qa.premises.why_not import put_right_why_not
from qa.question.asked import Asked, Kind
from qa.question.bare_groups import without_bare_groups
from qa.question.follow_up_cues import THERE
from qa.question.looked_for import read_question
from qa.question.understand import understand
from qa.telling.reply import ONLY_PLANNED, Reply, make_reply
from qa.telling.teller import Teller

FOREIGN = "I answer questions in English about what the articles of this archive report."


def answer_asked(archive: Archive, asked: Asked) -> Reply:
    """What the archive answers: outcome, lead, statements, what they cite.

    The meetings speak first, since they are complete; then the passages; a question whose one thing
    is contradicted is put right; and what is left is said to be missing. What lies ahead on the
    day of the question is answered by what was known then, if anything was.
    """
    if asked.foreign or asked.outside:
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=FOREIGN)
    asked = with_its_own_day(archive, asked) or asked
    then = as_known_then(asked)
    known = _answer(archive, then) if then else None
    return known if known and _is_told(asked, known) else _answer(archive, asked)


def _is_told(asked: Asked, reply: Reply) -> bool:
    """Whether what was known on the day of a question answers it: of meetings, with some."""
    if reply.outcome is Outcome.NOT_IN_ARCHIVE:
        return False
    return bool(reply.meetings) or asked.kind not in OF_MEETINGS


def _answer(archive: Archive, asked: Asked) -> Reply:
    read = _read(archive, asked)
    return with_other_accounts(archive, asked, read, _answer_first(archive, asked, read))


def _answer_first(archive: Archive, asked: Asked, read: Question) -> Reply:
    return (
        _ask_whom(archive, asked, read)
        or _with_right_house(archive, asked)
        or put_right_words(archive, asked, read)
        or answer_picture(archive, asked, read)
        or answer_written(archive, asked, read)
        or answer_in_brackets(archive, asked, read)
        or answer_then(archive, asked)  # these are told by their own words, before any meeting
        or answer_arrived(archive, asked)
        or answer_announced(archive, asked)
        or answer_confirmed(archive, asked)
        or answer_certain(archive, asked)
        or answer_made_known(archive, asked)
        or answer_deeds(archive, asked)
        or answer_scheduled(archive, asked)
        or answer_event_list(archive, asked)
        or answer_who_first(archive, asked)
        or answer_chronology(archive, asked)
        or answer_on_day(archive, asked)
        or answer_two_days(archive, asked)
        or answer_telling(archive, asked, read)
        or put_right_length(archive, asked)
        or put_right_day(archive, asked)
        or put_right_left_out(archive, asked)
        or put_right_number(archive, asked)
        or put_right_called_off(archive, asked, read)
        or answer_as_told(archive, asked, read)
        or answer_from_meetings(archive, asked)
        or answer_from_meetings(archive, without_bare_groups(asked))
        or _from_article(archive, asked)
        or put_right_why_not(archive, asked)  # no meeting fits all that is said
        or put_right_people(archive, asked, holdings_of(archive).last)
        or put_right_meeting(archive, asked, holdings_of(archive).last)
        or answer_deadline(archive, asked, read)
        or answer_dated(archive, asked, read)
        or (
            None if asks_deadline(asked) or asks_dated(asked) else answer_time(archive, asked, read)
        )
        or answer_from_passages(archive, asked, read)
    )


def _with_right_house(archive: Archive, asked: Asked) -> Reply | None:
    """The answer without the office that a question wrongly gives to somebody, with the right one;
    None where it gives none wrongly.
    """
    office = find_wrong_house(archive, asked)
    if office is None:
        return None
    again = understand(
        without_house(asked.text, office), asked_on=asked.asked_on, as_of=asked.as_of,
        known=holdings_of(archive).known,
    )  # fmt: skip
    return with_right_house(archive, asked, office, _answer(archive, again))


def _read(archive: Archive, asked: Asked) -> Question:
    """The question as passages are looked for by it."""
    told = asked.text if asked.kind is Kind.ROLE_HOLDER else in_their_names(archive, asked)
    read = read_question(
        told, asked_on=asked.asked_on, as_of=asked.as_of, sources=archive.sources()
    )
    period = asked.about.period
    if read.period and asked.as_of and period is None:  # "as of 4 May": of any time before
        return read.model_copy(update={"period": None})
    if read.period is None and period and period.earliest:  # "last week"
        return read.model_copy(update={"period": period})
    return read


def _ask_whom(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """Asks back who is meant: by a pronoun, or by a surname that several bear; None if it is plain.

    One who takes part in meetings is meant where one is asked about, and not a relative.
    """
    if asked.open_pronoun and THERE.fullmatch(asked.open_pronoun):
        return _ask_back(
            f"Which place is meant by “{asked.open_pronoun}”?", asked.candidates, "place"
        )
    if asked.open_pronoun:
        people = asked.candidates or people_in(best_sentences(archive, asked, read))
        called = [with_holder(archive, one) for one in people]
        return _ask_back(f"Who is meant by “{asked.open_pronoun}”?", called)
    places = f"{asked.about.place or ''} {asked.about.wider or ''}".split()
    known = holdings_of(archive).known
    named = tuple(  # who is put in for an office is meant
        n for n in read.names if n in asked.text and n not in places and not known.find_place(n)
    )
    bare = read.model_copy(update={"names": named})
    sharers = people_sharing_a_name(archive, bare)
    if is_meeting_question(asked) and asked.kind in OF_MEETINGS:
        every = people_sharing_a_name(archive, bare, rare=True)
        met = those_who_met(archive, asked, every) if len(every) > 1 else []
        meeting = [name for name in sharers if name in known.people]
        sharers = met if len(met) == 1 else meeting or sharers
        for narrowed in (those_there, those_of_the_office):
            sharers = narrowed(archive, asked, sharers) if len(sharers) > 1 else sharers
    sharers = those_beside(archive, asked, sharers) if len(sharers) > 1 else sharers
    if len(sharers) < 2 and (office := bare_office(asked)):
        sharers = people_in_an_office(archive, read, office)
    if len(sharers) < 2 and OFFICE_SAYS.search(asked.text):
        sharers = offices_speaking(archive, asked, best_sentences(archive, asked, read))
    if len(sharers) < 2 or _fits_nobody(archive, asked, read):
        return None
    return _ask_back("Who is meant?", sharers)


def _fits_nobody(archive: Archive, asked: Asked, read: Question) -> bool:
    """Whether no bearer of a name fits the rest of a question: no article is of its time, or no
    meeting has anybody of the name with the others whom it names. Then nobody need be told apart.
    """
    if read.period is not None and not retrieve(archive, read).within:
        return True
    named = len(asked.about.parties) > 1 and asked.other is None
    of_meeting = is_meeting_question(asked) and asked.kind in OF_MEETINGS
    return named and of_meeting and not find_meetings_for(archive, asked).exact


def _ask_back(ask: str, several: Sequence[str], sort: str = "person") -> Reply:
    named = f" It could be {' or '.join(several)}." if several else ""
    return Reply(outcome=Outcome.AMBIGUOUS, lead=f"{ask}{named} Please name the {sort}.")


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
