"""Whether a sentence of a day may bear out what a question puts on that day: then it stays so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.archive import Archive
from index.parse import parse
from index.records import Article, Sentence
from index.words import stems
from qa.events.time_told import DENIAL
from qa.passages.alike import with_alike
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.retrieve import rank_articles
from qa.passages.terms import Term
from qa.question.asked import Asked

WHO_DID = re.compile(  # "why did the harbour board close"
    r"\b(?i:why) \w+ (?:the )?(?P<who>(?:[A-Z][\w.’'-]*\s)*[\w.’'-]+)\s(?P<verb>[a-z]+)"
)
HOLLOW = frozenset(["be", "do", "have", "make", "take", "get", "go", "come", "give", "happen"])
SEARCHED = 30  # chunks


def may_be_told_on(archive: Archive, asked: Asked, day: date) -> bool:
    """Whether a sentence surely of that day names who did it or what it was done to, or one that
    may be of it holds who and what; and does not deny it.
    """
    match = WHO_DID.search(asked.text)
    if match is None:
        return True
    who = set(stems(match["who"].split()[-1]))
    done = who | set(stems(match["verb"]))
    things = set(stems(" ".join(asked.about.words))) - set(stems(match["verb"]))
    for sentence, sure in _sentences_of(archive, asked, day):
        held = set(stems(sentence.text))
        borne = done <= held or (sure and (who <= held or bool(things & held)))
        if borne and not DENIAL.search(sentence.text):
            return True
    return False


def holds_deed(archive: Archive, asked: Asked, text: str) -> bool:
    """Whether a text has the verb of a question, or a word that means nearly the same: that a
    contract was signed in May says nothing of when it was dropped.
    """
    root = next((t for t in parse([asked.text], without=["ner"])[0] if t.dep_ == "ROOT"), None)
    if root is None or root.pos_ != "VERB" or root.lemma_ in HOLLOW:
        return True
    if any(token.lemma_ == root.lemma_ for token in parse([text], without=["ner"])[0]):
        return True
    forms = frozenset(stems(root.lemma_))
    verb = Term(word=root.lemma_, forms=forms, weight=1.0, name=False, known=True)
    return bool(with_alike(archive, [verb], [text])[0].forms & set(stems(text)))


def _sentences_of(archive: Archive, asked: Asked, day: date) -> Iterator[tuple[Sentence, bool]]:
    """The sentences that have a day in them, or stand in an article of it and have none; and
    whether they are of that day and of no longer time.
    """
    for id in rank_articles(archive.search(asked.text, SEARCHED)):
        article = archive.article(id)
        for sentence in archive.sentences(article):
            sure = _is_of(archive, article, sentence, day)
            if sentence.zone in ATTRIBUTABLE and sure is not None:
                yield sentence, sure


def _is_of(archive: Archive, article: Article, sentence: Sentence, day: date) -> bool | None:
    """Whether a sentence is surely of a day; None where it is not of it at all."""
    times = [t for t in archive.times(article.id)
             if sentence.start <= t.start and t.end <= sentence.end and t.earliest]  # fmt: skip
    spans = [(t.earliest, t.latest or t.earliest) for t in times if t.earliest]
    dated = article.dated
    if not times and dated and dated.earliest and dated.latest:
        spans = [(dated.earliest, dated.latest)]
    held = [span for span in spans if span[0] <= day <= span[1]]
    return any(span == (day, day) for span in held) if held else None
