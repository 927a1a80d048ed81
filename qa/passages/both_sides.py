"""Yes-or-no questions on which reports stand against each other: both sides, each under its name.

"Is the sandbank growing?": one paper has it growing, another says that it is not. "Was it
certain that Berg would come?": one announces it, the palace has not confirmed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.meeting_records import PLAINLY_AHEAD, Meeting
from index.records import Outcome, Question, Statement
from index.words import fold, stem, stems
from qa.cues import YES_OR_NO
from qa.meetings.finding import find_meetings_for
from qa.meetings.holdings import holdings_of
from qa.meetings.variants import DOUBTED
from qa.passages.matched import Hit, Matched, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import is_of_time, near_text
from qa.passages.rank import Candidate
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.speech import sayers_of
from qa.passages.terms import Term, coverage, weigh_terms
from qa.premises.cues import NO_DENIAL
from qa.question.asked import Asked, Kind
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

CERTAIN = re.compile(  # "Was it certain that Berg would come?"
    r"\b(?:certain|sure|definite|settled|a done deal|beyond doubt|clear|agreed by all|undisputed)\b"
)
SAME = re.compile(  # "Did Oslo and Riga at first say the same about whom Berg would meet?"
    r"^(?:did|do|have|were) (?P<sides>.+? and .+?) (?:(?:at first|initially|first|always|both) )?"
    r"(?:say|said|tell|told|give|given|at one|in agreement|of one mind)\b"
    r"(?: (?:the same|one|a single)(?: (?:thing|story|account|version))?)?"
    r"(?: at (?:first|the start|the beginning))? (?:about|of|on|as to) "
    r"(?:whom?|whether|where|when)\b",
    re.IGNORECASE,
)
_FIRST = (
    r"(?:main|chief|primary|principal|foremost|central|top|first|key|overriding|(?:more |most )"
    r"(?:\w+ and )?(?:important|pressing|urgent|immediate))"
)
_THING = (
    r"(?:goals?|aims?|purposes?|objectives?|priorit(?:y|ies)|tasks?|concerns?|topics?|items?|"
    r"issues?|subjects?|themes?|points?)"
)
FOREMOST = re.compile(  # "What was the main goal of the visit?", "her most pressing concern"
    rf"\b{_FIRST} (?:and \w+ |\w+ )?{_THING}\b|\b(?:priority|priorities)\b", re.IGNORECASE
)
ASKS_FOREMOST = re.compile(
    rf"^(?:what|which) (?:was|were|is|are|did|had) [^?]*?\b{_FIRST} {_THING}\b|"
    rf"^(?:what|which) {_FIRST} {_THING}\b",
    re.IGNORECASE,
)
OF_THE_ASKING = re.compile(rf"{_FIRST}|{_THING}", re.IGNORECASE)
TWO_SIDES = "The archive tells it both ways:"
LEAST = 0.5  # of the weight of a question's words, that each side must hold
MOST_A_SIDE = 2
LEAST_VOICES, MOST_VOICES = 2, 4
LEAST_SHARED = 0.5  # of the weight of the matter that one side holds, that the other holds too
LEAST_MATTER = 0.6  # of the weight of all of it, that the affirming side holds
# Words that say the same of what reports differ on: "improve", "better"
ALIKE = tuple(
    frozenset(map(stem, words.split()))
    for words in (
        "converge converged converging convergence closer nearer narrow narrowed rapprochement",
        "improve improved improving better warmer thaw thawed",
        "worsen worsened worse deteriorate deteriorated deterioration",
        "breakthrough breakthroughs success successful succeed succeeded",
        "fail failed failure collapse collapsed",
        "stuck stalled stalling deadlock deadlocked impasse stalemate standstill",
    )
)
HELD = frozenset(  # how somebody holds a thing to be so: "Did Oslo regard the port as shut?"
    stems("regard regarded consider considered view viewed see seen think thought believe believed "
          "want wanted wish wished seek sought hold held deem deemed")
)  # fmt: skip
EFFORTS = frozenset(stems("search quest efforts attempt attempts process"))  # "for a settlement"
# Not "a parade, not a patrol", which calls it another thing
_NOT = (
    r"(?:(?!(?<=,\s)not (?:an?|the)\b)"
    r"\b(?:not|no(?!\.)|never|cannot|without|neither|denie[sd]|hardly)\b|n['’]t\b)"
)
_DOING = (  # "cannot say that the bank …", "not planning a vote on …"
    r"(?:\w+ly\s)?(?:say|said|seek\w*|pursu\w*|aim\w*|want\w*|try\w*|think\w*|believ\w*|plan\w*|"
    r"intend\w*|mean\w*|claim\w*|longer|clear|sure|certain|true|possible|see|expect\w*|speak of)\b"
    r"(?:(?!\bbut\b)[^,;:]){0,40}"
)
DENIES = re.compile(rf"{_NOT}\s+(?:{_DOING}|[\w’'-]+\s+)?$", re.IGNORECASE)
SO_FAR = re.compile(  # "has not yet opened the museum": it may have been opened since
    r"\b(?:has|have|had|will|shall|would)(?: (?:\w+ly|still|yet))?(?: (?:not|never)\b|n['’]t\b)|"
    r"\bwon['’]t\b|(?:\b(?:not|never|no)\b|n['’]t\b)[^,;:]*\byet\b|\byet to\b",
    re.IGNORECASE,
)


def answer_certain(archive: Archive, asked: Asked) -> Reply | None:
    """That a meeting was announced and not confirmed, each by its report; None where reports agree,
    or it is not asked whether it was certain.
    """
    same = SAME.match(asked.text)
    sides = same["sides"] if same else ""
    parties = tuple(one for one in asked.about.parties if one.words not in sides)
    if not YES_OR_NO.match(asked.text) or not (same or CERTAIN.search(asked.text)) or not parties:
        return None
    about = asked.about.model_copy(update={"words": (), "status": None, "parties": parties})
    meant = asked.model_copy(update={"about": about, "kind": Kind.TRACE, "planned": True})
    meetings = [fit.meeting for fit in find_meetings_for(archive, meant).exact]
    teller = Teller(archive)
    both = [one for one in meetings if _is_both(teller, one)]
    steps = teller.trace(*both)
    if not steps:
        return None
    return make_reply(teller, Outcome.CONFLICTING, (), lead=TWO_SIDES, first=steps, meetings=both)


def _is_both(teller: Teller, meeting: Meeting) -> bool:
    told = {report.mention.status for report in teller.reports(meeting)}
    return bool(told & PLAINLY_AHEAD) and bool(told & DOUBTED)


def answer_both_sides(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """Sentences that affirm what is asked and sentences that deny it; None where all agree."""
    if not YES_OR_NO.match(asked.text) or asked.planned or asked.kind is Kind.COUNT:
        return None
    asked_for = weigh_terms(read.words, read.names, archive.catalog)
    alike = [_with_alike(archive, term) for term in asked_for]
    terms = [term for term in alike if term.known and not term.forms & (EFFORTS | HELD)]
    matter = [term for term in terms if not term.name]
    if not matter:
        return None
    people = [surnames_of(archive, p) for p in asked.about.parties if p.kind == "person"]
    every = rank_articles(retrieve(archive, read).ranked())  # the best may all stand in one article
    found = [one for one in match_sentences(archive, ranked, terms, LEAST, more=every)
             if any(hit.term in matter for hit in one.hits)
             and is_of_time(archive, read.period, one)
             and names_all(people, near_text(archive, one))]  # fmt: skip
    no = [one for one in found if denied_in(one, matter)]
    yes = [one for one in found if one not in no
           and _shares(one, [o for o in no if not _came_after(o, one)], matter)]  # fmt: skip
    no = [one for one in no if not all(_came_after(one, other) for other in yes)]
    if not yes or not no or _is_one_voice(yes, no):
        return None
    teller = Teller(archive)
    told = [*tell_sides(archive, teller, no), *tell_sides(archive, teller, yes)]
    return make_reply(teller, Outcome.CONFLICTING, (), lead=TWO_SIDES, first=told)


def answer_foremost(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """What each report calls the main goal or topic, under its name; None where that is not asked,
    or one report alone tells it.
    """
    if not ASKS_FOREMOST.match(asked.text):
        return None
    terms = weigh_terms(read.words, read.names, archive.catalog)
    is_place = holdings_of(archive).is_place
    people = [frozenset([fold(name.split()[-1]).casefold()]) for name in read.names
              if not is_place(name)]  # fmt: skip
    matter = [term for term in terms if not OF_THE_ASKING.fullmatch(term.word)]
    every = rank_articles(retrieve(archive, read).ranked())
    found = [one for one in match_sentences(archive, ranked, terms, 0.0, more=every)
             if FOREMOST.search(one.sentence.text) and is_of_time(archive, read.period, one)
             and names_all(people, near_text(archive, one))
             and (people or _is_near(archive, one, matter))]  # fmt: skip
    voices = {_voice(one): one for one in reversed(found)}  # the best of each
    if len(voices) < LEAST_VOICES:
        return None
    teller = Teller(archive)
    told = [said for one in list(voices.values())[::-1][:MOST_VOICES]
            for said in tell_sides(archive, teller, [one])]  # fmt: skip
    return make_reply(teller, Outcome.ANSWERED, (), first=told)


def _is_near(archive: Archive, one: Matched, matter: Sequence[Term]) -> bool:
    """Whether enough of what is asked about stands near a sentence."""
    return coverage(matter, frozenset(stems(near_text(archive, one)))) >= LEAST


def _voice(one: Matched) -> tuple[str, bool, tuple[str, ...]]:
    """Whose words a sentence is: of an article, or of those whom it quotes."""
    return one.article.id, one.other, sayers_of(one.sentence.text)


def denied_in(one: Matched, matter: Sequence[Term]) -> set[Term]:
    """The words of the matter that stand behind a denial in a sentence."""
    hits = [hit for hit in one.hits if hit.term in matter]
    return {hit.term for hit in hits if _is_denied(one.sentence.text, hit)}


def _is_denied(text: str, hit: Hit) -> bool:
    denial = DENIES.search(text[: hit.start])
    return denial is not None and not NO_DENIAL.search(text[denial.start() : hit.end])


def _came_after(denying: Matched, affirming: Matched) -> bool:
    """Whether what one sentence denies so far may have come about by the day of another."""
    if not SO_FAR.search(denying.sentence.text):
        return False
    before, after = denying.article.dated, affirming.article.dated
    if not (before and before.latest and after and after.earliest):
        return True  # which of them was first nobody knows
    return before.latest < after.earliest


def _shares(one: Matched, others: Sequence[Matched], matter: Sequence[Term]) -> bool:
    """Whether a sentence holds what one of the others denies, and most of what else it holds."""
    own = {hit.term for hit in one.hits} & set(matter)
    if _weight(own) < LEAST_MATTER * _weight(set(matter)):
        return False
    for other in others:
        held = {hit.term for hit in other.hits} & set(matter)
        most = LEAST_SHARED * max(_weight(own), _weight(held))
        if denied_in(other, matter) <= own and _weight(own & held) >= most:
            return True
    return False


def _weight(terms: set[Term]) -> float:
    return sum(term.weight for term in terms)


def _with_alike(archive: Archive, term: Term) -> Term:
    """A term with the words that say the same, which the archive may have in its stead."""
    forms = term.forms.union(*(words for words in ALIKE if words & term.forms))
    if forms == term.forms:
        return term
    known = term.known or any(archive.catalog.frequencies(set(forms)).values())
    return term.model_copy(update={"forms": forms, "known": known})


def _is_one_voice(yes: Sequence[Matched], no: Sequence[Matched]) -> bool:
    """Whether both sides stand in one article's own words: a story that goes on is no conflict."""
    voices = {(one.article.id, one.other) for one in (*yes, *no)}
    return len(voices) == 1


def tell_sides(archive: Archive, teller: Teller, found: Sequence[Matched]) -> list[Statement]:
    """The first sentences of one side, each with its outlet and day."""
    told = (
        tell_matched(archive, teller, one) if one.other else teller.side(one.article, one.sentence)
        for one in found[:MOST_A_SIDE]
    )
    return [one for one in told if one]
