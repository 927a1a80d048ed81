"""What those who met told each other, by the sentences behind the report of it: "He called her
attention to the nets", "Both ministers stressed that the quota stands"; or what they met for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.meeting_records import Meeting
from index.parse import parse
from index.records import SUPPORTING, Sentence, Statement
from qa.cues import BOTH_SPEAK
from qa.passages.naming import names_all, surnames_of
from qa.passages.speech import subject_words
from qa.question.asked import About
from qa.telling.derive import mentions_at
from qa.telling.support import Report
from qa.telling.teller import Teller

PAIR = 2
MOST_READ = 6  # sentences behind a report
SPEAKS = re.compile(
    r"\b(?:discuss\w*|spoke|speaking|talk(?:ed|ing)|confirm\w*|stress\w*|undersc\w+|underlin\w+|"
    r"agreed|noted|raised|touched|point(?:ed|ing)|address\w*|exchang\w+|debated|considered)\b",
    re.IGNORECASE,
)
TO_THE_OTHER = re.compile(  # "drew her attention to", "told him that", "assured his guest"
    r"\b(?:(?:drew|called|directed|turned)\s(?:[\w’'-]+\s){1,3}attention|(?:told|assured|reminded|"
    r"informed|warned|asked|urged|thanked)\s(?:(?:him|her)|(?:his|her|the) (?:\w+ )?"
    r"(?:interlocutor|counterpart|guest|host|colleague))\b)",
    re.IGNORECASE,
)
MEETS = re.compile(  # it goes on to another meeting: "Moe will meet Lund in May"
    r"\b(?:meets?|met|meetings?|receiv(?:es?|ed)|visit(?:s|ed)?|hosts?|hosted|h[eo]ld talks|flew|"
    r"telephoned|phoned)\b",
    re.IGNORECASE,
)


MET_FOR = re.compile(  # "met Stone to settle the quota", "was to meet on Monday to vote on"
    r"[^,.;:]*?\bto (?:decide|vote|review|reaffirm|reassure|consider|prepare|resolve|settle|"
    r"final\w+|coordinate|repair|mend|work (?:on|out)|press|persuade|promote|strengthen|assess|"
    r"exchange|examine|explore|tackle|mediate|broker|sign|protest|demand|debate|weigh|draft|plan)\b"
)


def told_for(teller: Teller, meeting: Meeting) -> Iterator[Statement]:
    """The sentences that report a meeting and say what it was for, each wording once."""
    said: dict[str, Statement] = {}
    for report in teller.reports(meeting):
        own, end = report.own, report.mention.trigger.end
        if own and own.zone in SUPPORTING and MET_FOR.match(own.text, end - own.start):
            said.setdefault(own.text, teller.quote(report.article, own))
    yield from said.values()


def told_behind(teller: Teller, about: About, meeting: Meeting) -> Iterator[Statement]:
    """The sentences behind the reports of a meeting in which those who met speak to each other, up
    to the report of another one.
    """
    people = [surnames_of(teller.archive, p) for p in about.parties if p.kind == "person"]
    first = {one.article.id: one for one in reversed(teller.reports(meeting))}
    for report in first.values():
        following = report.after(report.own, MOST_READ) if report.own else []
        for sentence in following:
            if _tells_of_others(teller, report, sentence, people):
                break
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
