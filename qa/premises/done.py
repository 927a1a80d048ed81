"""What a question says was not done, and a report tells as done: put right.

"Why did Berg never sign the pact?" where Berg signed it. What was called off may have been begun
before, and is put right by nothing. Meetings are qa/premises/why_not.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.archive import Archive
from index.parse import parse
from index.records import Outcome, Question
from index.words import stems
from qa.passages.alike import with_alike
from qa.passages.matched import Matched, find_hits, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import is_of_time, near_text
from qa.passages.rank import Candidate
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.terms import Term, weigh_terms
from qa.premises.cues import NOT_SO
from qa.premises.doer import subjects_above
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HAPPEN = (
    r"(?:t[ao]ke?n? place|took place|happen(?:ed)?|be held|held|come (?:about|off)|occur(?:red)?|"
    r"go ahead|materiali[sz]e[d]?)"
)
NOT_DONE = re.compile(
    r"^\W*(?:and |so |but )?(?:why|how come|for what reason) (?:did|has|had|have|was|were)"
    r"(?:n['’]t (?P<whole>[^?]+)| (?P<who>[^?]+?) (?:not|(?P<never>never)) (?P<what>[^?]+))",
    re.IGNORECASE,
)
HOLLOW = re.compile(rf"\b(?:{_HAPPEN}|ever|in the end|at last|after all|finally)\b", re.IGNORECASE)
IN_PART = re.compile(  # what was done may not have been done so
    r"\b(?:more|most|longer|earlier|sooner|later|all|any\w*|every\w*|only|both|again|better|enough|"
    r"until|before|yet|first|immediately|directly|fully|himself|herself|themselves|alone|together|"
    r"anything|other|another|further|rather|instead|by|when|after|while|though|as|if)\b",
    re.IGNORECASE,
)
UNDONE = re.compile(  # in a sentence on it: then nothing is put right
    r"\b(?:not|no|never|cannot|nobody|nothing|without|neither|den(?:y|ied|ies|ial)|refus\w+|fail\w*|"
    r"declin\w+|reject\w*|unable|cancel\w*|postpon\w*|put off|call(?:ed|ing)? off|scrap\w*|skip\w*|"
    r"abandon\w*|drop\w*|suspend\w*|delay\w*|slip\w*|hardly|almost|nearly|instead)\b|n['’]t\b",
    re.IGNORECASE,
)
OPEN = re.compile(  # what may yet be, or was only meant
    r"\b(?:will|would|shall|should|can|could|may|might|must|if|whether|unless|plan\w*|hop(?:e|ed|ing)|"
    r"want\w*|wish(?:e[ds])?|expect\w*|due|intend\w*|promis\w*|suppos\w*|schedul\w*|"
    r"(?:set|ready) to|to be)\b",
    re.IGNORECASE,
)
BOUND_TO = re.compile(r"\b(?:to|with|from|for|at|aboard|against)\s+(?:the\s+)?$")
LEAST = 0.4  # of the weight of what a question says, from which on a sentence may be on it
LEAST_HELD = 2  # words of it, one of which at least is no name
READ_AT_MOST = 6  # sentences looked at for words that mean the same


def put_right_undone(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """The sentence that tells as done what a question has not done; None where one that is near
    denies it, puts it off or leaves it open.
    """
    match = NOT_DONE.match(asked.text)
    said = " ".join(match[n] or "" for n in ("whole", "who", "what")) if match else ""
    if match is None or asked.planned or asked.outlet or IN_PART.search(said):
        return None
    terms = _terms_of(archive, read, HOLLOW.sub(" ", said))
    if len(terms) < LEAST_HELD or all(term.name for term in terms):
        return None
    more = rank_articles(retrieve(archive, read).ranked())
    near = match_sentences(archive, ranked, terms, LEAST, more=more)
    undone = [one for one in near if UNDONE.search(one.sentence.text)]
    found = [one for one in near[:READ_AT_MOST] if is_of_time(archive, read.period, one)]
    told = list(_done(archive, asked, terms, found))
    if not all(match["never"] and _was_before(one, told) for one in undone):
        return None
    teller = Teller(archive)
    first = [one for m in told[:2] if (one := tell_matched(archive, teller, m))]
    if not first:
        return None
    return make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=NOT_SO, first=first)


def _was_before(one: Matched, told: Sequence[Matched]) -> bool:
    """Whether what a sentence denies may have been done since: all that tell so are newer."""
    dated = one.article.dated
    last = dated and dated.latest
    return bool(last) and all(last < other.written for other in told if last)


def _terms_of(archive: Archive, read: Question, said: str) -> list[Term]:
    held = set(stems(said))
    terms = weigh_terms(read.words, read.names, archive.catalog)
    return [term for term in terms if term.forms & held]


def _done(
    archive: Archive, asked: Asked, terms: Sequence[Term], found: Sequence[Matched]
) -> Iterator[Matched]:
    """The sentences that hold all that is said to be undone, told of the same one."""
    alike = with_alike(archive, [t for t in terms if not t.name], [o.sentence.text for o in found])
    people = [p for p in asked.about.parties if p.kind == "person"]
    surnames = [surnames_of(archive, person) for person in people]
    named = [t for t in terms if t.name]
    for one in found:
        text = one.sentence.text
        own, near = set(stems(text)), set(stems(near_text(archive, one)))
        close = [t for t in named if BOUND_TO.search(asked.text[: asked.text.find(t.word)])]
        if OPEN.search(text) or not all(term.forms & own for term in (*alike, *close)):
            continue
        if not all(term.forms & near for term in named):
            continue
        doc = parse([text], without=["ner"])[0]
        hits = find_hits(alike, text)
        by = not people or all(_is_by(doc, hit.start, surnames[:1]) for hit in hits)
        if by and any(_is_deed(doc, hit.start) for hit in hits):
            yield one


def _is_deed(doc: Doc, at: int) -> bool:
    """Whether a word is itself a verb that tells what was done: "sold", not "tried to sell"."""
    token = next((t for t in doc if t.idx <= at < t.idx + len(t.text)), None)
    return token is not None and token.pos_ == "VERB" and token.tag_ in ("VBD", "VBN")


def _is_by(doc: Doc, at: int, surnames: Sequence[frozenset[str]]) -> bool:
    """Whether the verb above a word has somebody as its subject."""
    token: Token | None = next((t for t in doc if t.idx <= at < t.idx + len(t.text)), None)
    while token is not None and token.pos_ not in ("VERB", "AUX") and token.head is not token:
        token = token.head
    subjects = subjects_above(token) if token is not None else ()
    return any(names_all(surnames, " ".join(t.text for t in s.subtree)) for s in subjects)
