"""What office somebody holds: the first sentence that puts it beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.records import SUPPORTING, Article, Outcome, Sentence
from qa.passages.rank import Candidate
from qa.passages.sayings import Speaker, office_beside, read_speakers
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_OFFICE = r"(?:offices?|positions?|posts?|titles?|jobs?|functions?|rank)"
ASKS = re.compile(  # "What office does Moe hold?", "What is Anna Moe's position?"
    rf"\b(?:what|which) {_OFFICE}\b.*\b(?:hold|holds|held|have|has|had|occup\w+)\b|"
    rf"\bwhat (?:is|was) (?:the )?{_OFFICE} of\b|\bwhat (?:is|was)\b.*['’]s? {_OFFICE}\b|"
    rf"\bin what (?:capacity|function)\b",
    re.IGNORECASE,
)


def answer_office(archive: Archive, asked: Asked, ranked: Sequence[Candidate]) -> Reply | None:
    """The sentence that tells the office of the one person asked about; None where none is asked
    for, or no sentence of the articles found puts one beside the name.
    """
    people = [p for p in (*asked.about.parties, *asked.speakers) if p.kind == "person"]
    if len(people) != 1 or not ASKS.search(asked.text):
        return None
    speaker = read_speakers(archive, people[0], people[0].called)[0]
    told = next(_told(archive, ranked, speaker), None)
    teller = Teller(archive)
    first = [teller.quote(*told)] if told else []
    return make_reply(teller, Outcome.ANSWERED, (), first=first) if first else None


def _told(
    archive: Archive, ranked: Sequence[Candidate], speaker: Speaker
) -> Iterator[tuple[Article, Sentence]]:
    for article in dict.fromkeys(one.article for one in ranked):
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and office_beside(sentence.text, speaker):
                yield article, sentence
