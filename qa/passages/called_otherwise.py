"""Sentences beside the one that answers which call what is asked about by another word.

"What sort of lamp did she carry?" is told by "a storm lantern", and two sentences on by "the
torch"; "a lantern or a torch?" by both: who asks should see that the report says either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.archive import Archive
from index.parse import NOMINAL, parse
from index.records import Article, Sentence
from index.words import stems
from qa.passages.alike import with_alike
from qa.passages.terms import Term, weigh_terms

if TYPE_CHECKING:
    from spacy.tokens import Token

SORT_OF = re.compile(  # "what sort of storm lamp did"
    r"\b(?:what|which) (?:sort|kind|type|manner)s? of (?:[\w-]+ )?(?P<thing>[\w-]+)"
    r"(?= (?:did|does|do|was|were|is|are|has|had|have|will|would|can|could|might)\b)",
    re.IGNORECASE,
)
OR = re.compile(r"\bor\b", re.IGNORECASE)
PARAGRAPH = "\n"


def called_otherwise(
    archive: Archive, question: str, article: Article, best: Sentence
) -> Iterator[Sentence]:
    """The other sentences of the best one's paragraph with a word for what is asked about; none
    where the question asks neither for a sort nor which of two.
    """
    beside = [one for one in archive.sentences(article) if one.zone is best.zone
              and one.start != best.start and _in_one_paragraph(article, best, one)]  # fmt: skip
    sort = SORT_OF.search(question)
    if sort and beside:
        texts = [best.text, *(one.text for one in beside)]
        (thing,) = with_alike(archive, weigh_terms([sort["thing"]], (), archive.catalog), texts)
        yield from (one for one in beside if _holds(one, thing))
    elif OR.search(question) and beside:
        either = weigh_terms(alternatives(question), (), archive.catalog)
        lacking = [term for term in either if not _holds(best, term)]
        if len(lacking) < len(either):
            yield from (one for one in beside if any(_holds(one, term) for term in lacking))


def alternatives(question: str) -> tuple[str, ...]:
    """The nouns of which a question asks which it is: "a lantern or with a torch"."""
    for token in parse([question], without=["ner"])[0]:
        behind = next((one for one in token.head.conjuncts if one.i > token.i), None)
        if token.lower_ == "or" and behind is not None:
            pair = (_noun(token.head), _noun(behind))
            return tuple(one.text for one in pair if one is not None)
    return ()


def _noun(token: Token) -> Token | None:
    if token.pos_ in NOMINAL:
        return token
    return next((one for one in token.children if one.pos_ in NOMINAL and one.dep_ == "pobj"), None)


def _holds(sentence: Sentence, term: Term) -> bool:
    return bool(term.forms & frozenset(stems(sentence.text)))


def _in_one_paragraph(article: Article, one: Sentence, other: Sentence) -> bool:
    first, last = sorted((one, other), key=lambda sentence: sentence.start)
    return PARAGRAPH not in article.text[first.start : last.start].rstrip()
