"""Which outlets a report quotes at length: the first words that it has of each, under its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.meanings import SHORTEST
from index.records import Article, Outcome, Question, Sentence, ZoneKind
from index.words import stems
from qa.passages.matched import match_sentences
from qa.passages.other_outlet import outlet_of, quote_other
from qa.passages.rank import Candidate
from qa.passages.terms import coverage, weigh_terms
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_OUTLETS = (
    r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:outlets?|papers?|newspapers?|agenc(?:y|ies)|sources?|"
    r"media|magazines?|publications?|broadcasters?)\b"
)
QUOTING = r"\b(?:quot(?:e[sd]?|ing)|cit(?:e[sd]?|ing))\b"
ASKS = re.compile(  # "Which outlets does the report on the fog quote?", "What papers are cited"
    rf"{_OUTLETS}.*{QUOTING}|{QUOTING}.*{_OUTLETS}|\b(?:whom|who|what)\b.*\barticle\b.*{QUOTING}",
    re.IGNORECASE,
)
ASKS_WHICH = re.compile(rf"{_OUTLETS}|\b(?:who|whose (?:words|report))\b.*\bwrote\b", re.IGNORECASE)
QUOTED_FOR = re.compile(  # "Which paper is quoted for the remark that the pier is rotten?"
    rf"{QUOTING} (?:for|with|on|about|to the effect|as (?:saying|writing|telling|reporting))\b",
    re.IGNORECASE,
)
TELLING = re.compile(r"wr[io]tes?|written|report(?:s|ed)?|sa(?:id|ys?)|t(?:old|ells?)|"
                     r"claim(?:s|ed)?|not(?:es|ed)|notic(?:es|ed)", re.IGNORECASE)  # fmt: skip
ONLY_ASKS = re.compile(rf"{QUOTING}|outlets?|papers?|newspapers?|agenc(?:y|ies)|sources?|media|"
                       r"magazines?|publications?|broadcasters?|names?|story|piece|length|two|"
                       r"three|newspaper", re.IGNORECASE)  # fmt: skip
LEAST = 0.5  # of the weight of what the report is about, in it


def answer_quoted(archive: Archive, read: Question, ranked: Sequence[Candidate]) -> Reply | None:
    """The outlets that the report asked about quotes; None where nothing asks for them, or where no
    report on it quotes one.
    """
    if not ASKS.search(read.text) or QUOTED_FOR.search(read.text):
        return _told_by(archive, read, ranked) if ASKS_WHICH.search(read.text) else None
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if not ONLY_ASKS.fullmatch(t.word)]  # fmt: skip
    articles = dict.fromkeys(one.article for one in ranked)
    quoting = [(one, firsts) for one in articles if (firsts := list(_firsts(archive, one)))]
    told = [(coverage(terms, frozenset(stems(one.text))), n) for n, (one, _) in enumerate(quoting)]
    share, best = max(told, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
    if share < LEAST or not quoting:
        return None
    teller, (article, firsts) = Teller(archive), quoting[best]
    said = [quote_other(archive, teller.citer, article, sentence) for sentence in firsts]
    return make_reply(teller, Outcome.ANSWERED, (), first=[one for one in said if one])


def _told_by(archive: Archive, read: Question, ranked: Sequence[Candidate]) -> Reply | None:
    """The outlet that is quoted with what a question asks the teller of, where its words hold more
    of that than any other sentence.
    """
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if not ONLY_ASKS.fullmatch(t.word) and not TELLING.fullmatch(t.word)]  # fmt: skip
    best = next(iter(match_sentences(archive, ranked, terms, LEAST)), None)
    if best is None or not best.other:
        return None
    teller = Teller(archive)
    said = quote_other(archive, teller.citer, best.article, best.sentence)
    return make_reply(teller, Outcome.ANSWERED, (), first=[said]) if said else None


def _firsts(archive: Archive, article: Article) -> Iterator[Sentence]:
    """The first sentence that an article quotes from each outlet."""
    seen = set()
    for sentence in archive.sentences(article):
        if sentence.zone is ZoneKind.OTHER_OUTLET and len(sentence.text.split()) >= SHORTEST:
            outlet = outlet_of(article, sentence.start)
            if outlet and outlet not in seen:
                seen.add(outlet)
                yield sentence
