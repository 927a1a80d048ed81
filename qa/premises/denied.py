"""What a question takes for true and a report denies: put right.

"Why did Berg sell the raft?" is put right by "Berg has not sold the raft"; "Which military solution
did Berg and Stone settle on?" by "there is no military solution", and by "there is no alternative
to a political solution", unless somebody else says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.cues import STOP_WORDS
from index.gazetteer import country_of
from index.parse import parse
from index.records import Outcome, Question
from index.words import stem, stems
from qa.cues import BOTH_SPEAK, SAYS, YES_OR_NO
from qa.passages.matched import Hit, Matched, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import is_of_time, is_told_soon, near_text, times_in
from qa.passages.rank import Candidate
from qa.passages.speech import BOTH_SAY, sayers_of, subject_words, without_quotes
from qa.passages.terms import Term, coverage, weigh_terms
from qa.premises.cues import (
    BOUND,
    DENIAL,
    DENIED,
    LATER_ON,
    NO_DENIAL,
    NO_OTHER,
    NOT_SO,
    SPEAKING_OF,
)
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_AGREE = (
    r"(?:settled? (?:on|for)|agreed? (?:on|to|upon)|find|found|reach(?:ed)?|ch[o]+se[n]?|"
    r"opt(?:ed)? for|decided? (?:on|for|upon)|adopt(?:ed)?|want(?:ed)?|back(?:ed)?|favou?r(?:ed)?|"
    r"prefer(?:red)?|envisage[d]?|propose[d]?|support(?:ed)?|pursue[d]?|see|saw|endorse[d]?|"
    r"accept(?:ed)?|approve[d]?|embrace[d]?|advocate[d]?|call(?:ed)? for|urge[d]?|seek|sought)\b"
)
AGREED = re.compile(  # "Which military solution did they settle on?"
    r"^\W*(?:and |but |so )?(?:which|what) (?P<what>[a-z][\w’'-]*(?: [a-z][\w’'-]*){1,3}?)"
    r"(?: (?:for|of|to|in|on|at|between) [^?]{2,50}?)? (?:did|have|had|has|do|does)\b[^?]*?\b"
    rf"{_AGREE}",
    re.IGNORECASE,
)
AGREEING = re.compile(  # "On what did they agree?"
    rf"\b(?:agree[ds]?|sign(?:ed)?|conclude[ds]?|arrived? at|{_AGREE})\b", re.IGNORECASE
)
SAYING = re.compile(rf"\b{SAYS}\b")
SAID = re.compile(rf"\b{SAYS}\s(?:that\s)?$")  # right before "both presidents stressed"
THERE_IS = re.compile(r"\bthere\b(?: \w+)? (?:is|are|was|were|be|been)\b", re.IGNORECASE)
NONE = (  # before what there is none of
    r"(?:\bno|\bnot (?:an?|any)|n['’]t (?:an?|any)|\bwithout (?:an?|any)|\bneither (?:an?)?|"
    r"\b(?:ruled?|rules|ruling) out (?:an?|any)|\breject(?:s|ed|ing)? (?:an?|any|the))"
)
ONLY = (  # before the one thing that there is: "no alternative to", "only"
    r"(?:\bno (?:other )?(?:alternative|substitute|choice|option|way)\b[^.;:“”\"]{0,40}?\b"
    r"(?:but|to|than|except|for)(?: for)?|\bonly) (?:an?|the|through an?|by an?)"
)
APART = tuple(  # kinds of which one leaves no room for the other
    (frozenset(map(stem, one.split())), frozenset(map(stem, other.split())))
    for one, other in (
        ("military armed violent forcible forceful warlike",
         "political diplomatic peaceful negotiated civilian agreed"),
        ("temporary interim provisional partial", "permanent lasting final comprehensive full"),
        ("unilateral national separate", "joint common multilateral international shared"),
        ("private", "public"),
    )
)  # fmt: skip
LEAST_REFUSED = 0.25  # of the weight of a question, that a sentence on a refusal holds
LEAST_AGREED = 0.6  # of what is said to be refused, that somebody agrees to
REFUSING = re.compile(  # "Why did Berg reject the offer?"
    r"\b(?:refuse[ds]?|reject(?:ed|s)?|decline[ds]?|turn(?:ed)? down|oppose[ds]?|rebuff(?:ed)?|"
    r"spurn(?:ed)?|dismiss(?:ed|es)?)\b",
    re.IGNORECASE,
)
REFUSED = re.compile(
    rf"{REFUSING.pattern}|\b(?:(?:refus|reject|rebuff|declin|opposing|dismiss)\w*|turning down|"
    r"rul(?:e[sd]?|ing) out|vot(?:e[sd]?|ing) against|(?:sa(?:id|ys?|ying)) (?:a \w+ )?[“\"]?no\b)",
    re.IGNORECASE,
)
CONSENTS = re.compile(  # what one does instead: "Berg was open to offers"
    r"\b(?:(?:agree[ds]?|consent(?:s|ed)?) (?:to|on)|"
    r"(?:accept|welcom|approv)e?(?:s|d|ed)?(?! that)|"
    r"(?:is|are|was|were) (?:open|ready|willing|prepared) (?:to|for))\b",
    re.IGNORECASE,
)
AGAINST = frozenset(  # "agreed to block the merger"
    stems("block stop end scrap delay postpone drop halt withdraw oppose fight cancel shelve "
          "suspend avoid prevent limit ban against")
)  # fmt: skip
UNSURE = re.compile(  # before it: "did not agree", "might accept"
    r"(?:\b(?:not|never|would|could|should|may|might|must|will|if|unless|whether|to|nobody|no one|"
    r"than|before)|n['’]t)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
BACK_TO = re.compile(r"\b(?:but|unless|except|until|if)\b", re.IGNORECASE)


def put_right_agreed(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """The sentence that says that there is no such thing, or only one of another kind, of those
    and of the time that are asked about; None where some sentence tells of such a thing.
    """
    match = AGREED.match(asked.text)
    words = match["what"].split() if match else []
    if len(words) < 2 or any(word.lower() in STOP_WORDS for word in words):
        return None
    head = [t for t in weigh_terms(words[-1:], (), archive.catalog) if t.known]
    people = [surnames_of(archive, p) for p in asked.about.parties if p.kind == "person"]
    found = [
        one
        for one in match_sentences(archive, ranked, head, 1.0)
        if head and (is_told_soon(archive, read.period, one) or _tells_of_then(archive, read, one))
    ]
    kind, sort = " ".join(words[:-1]), _sort(words[:-1], words[-1], head[0]) if head else ""
    such = [one for one in found if re.search(sort, one.sentence.text, re.IGNORECASE)]
    none = [one for one in such if _has_none(one.sentence.text, sort)]
    other = [one for one in found if _has_only_other(one.sentence.text, kind, words[-1], head[0])]
    told = [o for o in (none or other) if people and names_all(people, near_text(archive, o))
            and not _is_anothers(people, o.sentence.text)]  # fmt: skip
    if not told or len(such) > len(none):
        return None
    return _tell(archive, told)


def _tells_of_then(archive: Archive, read: Question, one: Matched) -> bool:
    """Whether a sentence without a day stands in an article that reports a meeting of a period."""
    period = read.period
    if period is None or not period.earliest or not period.latest or times_in(archive, one):
        return False
    days = [mention.when for mention in archive.mentions(one.article) if mention.when]
    return any(
        when.earliest and when.latest
        and period.earliest <= when.earliest and when.latest <= period.latest
        for when in days
    )  # fmt: skip


def put_right_refused(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """The sentence that has somebody agree to what a question has him refuse; None where one tells
    of his refusal, or none has him agree.
    """
    match = REFUSING.search(asked.text)
    named = (*asked.about.parties, *asked.speakers)
    if match is None or YES_OR_NO.match(asked.text) or not named:
        return None
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if t.known and not REFUSED.fullmatch(t.word)]  # fmt: skip
    doers = [frozenset(stems(p.words)[-1:]) for p in named
             if asked.text.find(p.words) in range(match.start())]  # fmt: skip
    found = [one for one in match_sentences(archive, ranked, terms, LEAST_REFUSED)
             if is_of_time(archive, read.period, one)
             and all(who & set(stems(one.sentence.text)) for who in doers)]  # fmt: skip
    matter = [t for t in terms if not t.name and not any(t.forms & one for one in doers)]
    if not (matter and doers) or any(REFUSED.search(one.sentence.text) for one in found):
        return None
    told = [one for one in found if _consents(one.sentence.text, doers, matter)]
    return _tell(archive, told)


def _consents(text: str, doers: Sequence[frozenset[str]], matter: Sequence[Term]) -> bool:
    """Whether all who are asked about are told themselves to agree to most of a matter."""
    doc = parse([text], without=["ner"])[0]
    for cue in CONSENTS.finditer(text):
        before, behind = text[: cue.start()], frozenset(stems(text[cue.end() :]))
        span = doc.char_span(*cue.span(), alignment_mode="expand")
        words = subject_words(span[0]) if span else ()
        who = set(stems(" ".join((*words, *_speaking_for(text, words)))))
        theirs = all(doer & who for doer in doers)
        sure = theirs and not UNSURE.search(before) and not behind & AGAINST
        if sure and coverage(matter, behind) >= LEAST_AGREED:
            return True
    return False


def _speaking_for(text: str, words: Sequence[str]) -> list[str]:
    """Those who say what their own country does: "The Latvian envoy Karl Berg said that Latvia"."""
    codes = {country_of(word) for word in words} - {None}
    return [
        sayer for sayer in sayers_of(text) if codes & {country_of(word) for word in sayer.split()}
    ]


def _is_anothers(people: Sequence[frozenset[str]], text: str) -> bool:
    """Whether somebody else says so: by name, to those who are asked about, or told by whose man he
    is ("Stone's opposition"); how things are ("there is no way") whoever is not one of them.
    """
    sayers = sayers_of(text)
    theirs = bool(sayers) and all(_is_of_them(people, text, one) for one in sayers)
    told = without_quotes(text)
    if theirs or not (sayers or SAYING.search(told)) or (not sayers and BOTH_SAY.search(told)):
        return False
    plain = re.sub(r"[“”\"]", "", text)
    both = BOTH_SAY.search(plain)
    if both and SAID.search(plain[: both.start()]):  # "The palace said that both men stressed"
        return False
    named = any(re.search(r"['’]s\b|(?:^|\s)[A-Z]\S*$", one) for one in sayers)
    return named or re.search(r"\btold\b", text) is not None or THERE_IS.search(text) is not None


def _is_of_them(people: Sequence[frozenset[str]], text: str, sayer: str) -> bool:
    """Whether a sayer is one of the people or all of them, and not the "critics of Stone"."""
    if BOTH_SPEAK.fullmatch(sayer):
        return True
    whose = re.search(rf"['’]s\b|\b(?:of|for|against) {re.escape(sayer)}", f"{sayer} | {text}")
    return whose is None and any(names_all([one], sayer) for one in people)


def _sort(kind: Sequence[str], noun: str, head: Term) -> str:
    """A pattern for a thing of a kind: "military solution", "military solutions"."""
    return r"\s+".join((*map(re.escape, kind), _noun(noun, head)))


def _noun(noun: str, head: Term) -> str:
    return rf"{re.escape(noun[: max(3, len(min(head.forms, key=len)))])}\w*"


def _has_none(text: str, sort: str) -> bool:
    """Whether a sentence says that there is no such thing, and takes nothing of that back."""
    match = re.search(rf"{NONE}\s+(?:\w+\s+)?{sort}", text, re.IGNORECASE)
    return match is not None and BACK_TO.search(text[match.end() :]) is None


def _has_only_other(text: str, kind: str, noun: str, head: Term) -> bool:
    """Whether a sentence says that there is only one such thing, which is of another kind."""
    match = re.search(rf"{ONLY}\s+(?P<kind>[a-z-]+)\s+{_noun(noun, head)}", text, re.IGNORECASE)
    if match is None or BACK_TO.search(text[match.end() :]):
        return False
    kinds, told = {stem(word) for word in kind.split()}, stem(match["kind"])
    return any(kinds & a and told in b for x, y in APART for a, b in ((x, y), (y, x)))


def put_right_denied(
    archive: Archive, asked: Asked, read: Question, people: Sequence[frozenset[str]],
    found: Sequence[Matched],
) -> Reply | None:  # fmt: skip
    """That it is denied: in every sentence that tells of it a word of the question is, and one of
    them is of the question's time; what some agreed on by none who was not one of them.
    """
    if DENIAL.search(asked.text) or SPEAKING_OF.search(asked.text):
        return None
    if not any(is_of_time(archive, read.period, one) for one in found):
        return None
    if not all(any(_is_denied(one.sentence.text, hit) for hit in one.hits) for one in found):
        return None
    agreed = bool(people) and AGREEING.search(asked.text) is not None
    if agreed and any(_is_anothers(people, one.sentence.text) for one in found):
        return None
    return _tell(archive, found)


def _is_denied(text: str, hit: Hit) -> bool:
    """Whether a word that is no name is denied where it stands."""
    before = text[: hit.start]
    match = None if hit.term.name else DENIED.search(before)
    if match is None or BOUND.search(match["between"]) or NO_OTHER.search(match[0]):
        return False
    idiom = NO_DENIAL.search(text[match.start() : hit.end]) or LATER_ON.match(text[hit.end :])
    return idiom is None


def _tell(archive: Archive, found: Sequence[Matched]) -> Reply | None:
    """The first two that deny it."""
    teller = Teller(archive)
    quotes = [quote for one in found[:2] if (quote := tell_matched(archive, teller, one))]
    return (
        make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=NOT_SO, first=quotes)
        if quotes
        else None
    )
