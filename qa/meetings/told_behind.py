"""What those who met told each other, by the sentences behind the report of it: "He called her
attention to the nets", "Both ministers stressed that the quota stands"; or what they met for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.cues import MONTHS, WEEKDAY
from index.meeting_records import Meeting
from index.parse import parse
from index.records import SUPPORTING, Sentence, Statement
from index.words import fold
from qa.cues import BOTH_SPEAK
from qa.passages.naming import names_all, surnames_of
from qa.passages.speech import subject_words
from qa.question.asked import About
from qa.telling.derive import mentions_at
from qa.telling.support import Report
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Token

PAIR = 2
MOST_READ = 6  # sentences behind a report
SPEAKS = re.compile(
    r"\b(?:discuss\w*|"
    r"(?:spoke|speaking|talk(?:ed|ing))(?= (?:[\w’'-]+ ){0,4}(?:about|of|on|over)\b)|"
    r"confirm\w*|stress\w*|undersc\w+|underlin\w+|"
    r"agreed(?! to (?:stay|keep|remain|continue|meet|speak|talk)\b)|noted|raised|touched|"
    r"point(?:ed|ing)|address\w*|exchang\w+|debated|considered)\b",
    re.IGNORECASE,
)
TO_THE_OTHER = re.compile(  # "drew her attention to", "told him that", "assured his guest"
    r"\b(?:(?:drew|called|directed|turned)\s(?:[\w’'-]+\s){1,3}attention|(?:told|assured|reminded|"
    r"informed|warned|asked|urged|thanked)\s(?:(?:him|her)|(?:[Hh]is|[Hh]er|[Tt]he) (?:\w+ )?"
    r"(?:interlocutor|counterpart|guest|host|colleague|president|premier|(?:prime )?minister|"
    r"(?:crown )?prince|king|queen|chancellor|envoy|ambassador|leader))\b)",
    re.IGNORECASE,
)
MEETS = re.compile(  # it goes on to another meeting: "Moe will meet Lund in May"
    r"\b(?:meets?|met|meetings?|receiv(?:es?|ed)|visit(?:s|ed)?|hosts?|hosted|h[eo]ld talks|flew|"
    r"telephoned|phoned)\b",
    re.IGNORECASE,
)


MET_FOR = re.compile(  # "met Stone to settle the quota", "was to meet on Monday to vote on"
    r"[^,.;:]*?\bto (?:inform|decide|vote|review|reaffirm|reassure|consider|prepare|resolve|settle|"
    r"final\w+|coordinate|repair|mend|work (?:on|out)|press|persuade|promote|strengthen|assess|"
    r"exchange|examine|explore|tackle|mediate|broker|sign|protest|demand|debate|weigh|draft|plan|"
    r"find|seek|revive|restart|secure|boost|ease|bridge|renew|expand|deepen)\b"
    # "met in Oslo with a goal of settling the quota"
    r"|[^.;:]*? (?:with (?:a|the) (?:goal|aim) of|aimed at) \w+ing\b"
    # "met in Oslo and decided to leave the quota as it is"
    r"|[^.;:]*? and (?:then |jointly )?(?:decided|agreed|resolved|voted) (?:to|on|that)\b"
)
ON = frozenset(["on", "about", "over", "regarding", "concerning"])  # "talks with Stone on quotas"
NO_MATTER = re.compile(  # "talks on Friday", "met over lunch", "talks on the sidelines"
    rf"(?:(?:the|a|an|his|her|its|their|\w+ly) )*(?:{WEEKDAY}|{'|'.join(MONTHS)}|"
    r"\d+(?:st|nd|rd|th)?|short notice|foot|arrival|sidelines?|margins?|eve|fringes?|occasion|"
    r"phone|telephone|board|way|invitation|behalf|basis|condition|schedule|"
    r"track|hold|camera|weekend|first|second|last|same|final|day|lunch|dinner|breakfast|"
    r"coffee|tea|drinks|video|zoom|more than|the past|several|two|three|four)\b",
    re.IGNORECASE,
)
ITS_AIM = re.compile(  # "The talks were intended to prepare the ground", "The meeting dealt with"
    r"\b[Tt]he (?:[\w-]+-(?:hour|minute|day|week)(?:-long)? )?"
    r"(?:meeting|talks|discussions|negotiations|visit|summit|call|conversation|"
    r"consultations) (?:(?:was|were|is|are) (?:intended|meant|designed|aimed|about|devoted|"
    r"dedicated)\b|(?:aim(?:s|ed)|serv(?:es|ed)) (?:at|to)\b|"
    r"(?:will |also |mainly )*"
    r"(?:(?:focus|deal|dealt|cent(?:re|er))(?:es|s|ed|d)? (?:up)?(?:on|with|around)|"
    r"cover(?:s|ed)?)\b)"
)


def told_for(teller: Teller, meeting: Meeting) -> Iterator[Statement]:
    """The sentences that report a meeting and say what it was for, each wording once."""
    said: dict[str, Statement] = {}
    for report in teller.reports(meeting):
        own, end = report.own, report.mention.trigger.end
        if not own or own.zone not in SUPPORTING or own.text in said:
            continue
        spot = (report.mention.trigger.start - own.start, end - own.start)
        if MET_FOR.match(own.text, spot[1]) or _is_told_of_what(own.text, *spot):
            said[own.text] = teller.quote(report.article, own)
    yield from said.values()


def _is_told_of_what(text: str, start: int, end: int) -> bool:
    """Whether words for a meeting have behind them what it is on: "talks with Stone on quotas"."""
    if not any(f" {word} " in text[end:] for word in ON):
        return False
    doc = parse([text], without=["ner"])[0]
    spoken = {token.i for token in doc if start <= token.idx < end}
    return any(
        token.lower_ in ON and token.dep_ == "prep"
        and not NO_MATTER.match(doc[token.i + 1 :].text)
        and not spoken.isdisjoint(_chain(token))
        for token in doc if token.idx >= end
    )  # fmt: skip


def _chain(token: Token) -> Iterator[int]:
    """The words that a preposition hangs on, up to the first verb."""
    for head in token.ancestors:
        yield head.i
        if head.pos_ in ("VERB", "AUX"):
            yield from (child.i for child in head.children if child.dep_ in ("dobj", "attr"))
            return


def told_behind(teller: Teller, about: About, meeting: Meeting) -> Iterator[Statement]:
    """The sentences behind the reports of a meeting in which those who met speak to each other, up
    to the report of another one.
    """
    people = [surnames_of(teller.archive, p) for p in about.parties if p.kind == "person"]
    if len(about.parties) < PAIR:
        people = [frozenset([fold(p.name.split()[-1]).casefold()]) for p in meeting.participants]
    first = {one.article.id: one for one in reversed(teller.reports(meeting))}
    for report in first.values():
        following = report.after(report.own, MOST_READ) if report.own else []
        for sentence in following:
            if _tells_of_others(teller, report, sentence, people):
                break
            if ITS_AIM.search(sentence.text):
                yield teller.quote(report.article, sentence)
                continue
            text, named = sentence.text, [p for p in people if names_all([p], sentence.text)]
            both = len(named) == len(people) >= PAIR or BOTH_SPEAK.search(text) is not None
            if (both and SPEAKS.search(text)) or (named and _is_told_by(people, text)):
                yield teller.quote(report.article, sentence)


def _tells_of_others(
    teller: Teller, report: Report, sentence: Sentence, people: Sequence[frozenset[str]]
) -> bool:
    """Whether a sentence reports a meeting, but one of just those who are asked about."""
    if MEETS.search(sentence.text) and not names_all(people, sentence.text):
        return True
    told = mentions_at(teller.archive, report.article.id, sentence.start, sentence.end)
    return any(
        not any(names_all([one], who.name) for one in people)
        for mention in told
        for who in mention.participants
        if who.resolved != "unnamed" or " of " in who.name  # "envoy of Latvia (unnamed)"
    )


def _is_told_by(people: Sequence[frozenset[str]], text: str) -> bool:
    """Whether one of the people tells the other something, and not his wife or envoy."""
    cue = TO_THE_OTHER.search(text)
    span = cue and parse([text], without=["ner"])[0].char_span(*cue.span(), alignment_mode="expand")
    who = " ".join(subject_words(span[0])) if span else ""
    return any(names_all([one], who) for one in people)
