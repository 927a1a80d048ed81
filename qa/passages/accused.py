"""Who broke an agreement: each report's word on who did, under its name, for the sides differ.

"Who violated the salt truce?": Oslo says that Riga does, and in Riga it is Oslo that sabotages it.
What is warned of, denied or only supposed accuses nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.archive import Archive
from index.gazetteer import find_country
from index.parse import parse
from index.records import Outcome, Question
from index.status_scope import has_no, helpers, is_negated
from index.subjects import SUBJECTS
from index.words import stem, stems
from qa.cues import AGREEMENTS, TRUCES
from qa.passages.both_sides import TWO_SIDES, tell_sides
from qa.passages.matched import Matched, match_sentences
from qa.passages.outcome import is_of_time, near_text
from qa.passages.outcome_cues import MODALS
from qa.passages.rank import Candidate
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Token

BROKEN = (  # what is kept or broken, and what it is called a second time
    AGREEMENTS | {"protocol", "convention"},
    TRUCES | {"cease-fire", "armistice"},
    frozenset(["commitment", "promise", "pledge", "obligation"]),
    frozenset(["resolution"]), frozenset(["sanction", "embargo"]),
)  # fmt: skip
BREACH = frozenset(
    ["violate", "breach", "break", "flout", "sabotage", "undermine", "disregard", "renege",
     "torpedo", "wreck"]
)  # fmt: skip
KEEPING = frozenset(
    ["implement", "keep", "honour", "honor", "observe", "fulfil", "fulfill", "follow", "comply",
     "abide", "respect", "stick", "meet"]
)  # fmt: skip
FAILING = frozenset(["fail", "refuse", "decline", "resist", "neglect"])  # "failed to keep it"
BREACHES = frozenset(["violation", "breach", "sabotage", "violator"])  # "violations by the rebels"
FAILURES = frozenset(["failure", "refusal", "resistance", "reluctance", "unwillingness"])
BLAMING = frozenset(["accuse", "suspect", "blame", "condemn", "criticise", "criticize", "charge"])
NOT_SAID = frozenset(  # what one warns of or denies accuses nobody
    ["deny", "warn", "threaten", "reject", "dismiss", "doubt", "avoid", "prevent", "promise", "ask",
     "urge", "call", "stop", "fear"]
)  # fmt: skip
_VERB = (
    r"violat\w+|breach\w*|br(?:ea|o)k\w*|flout\w*|sabotag\w*|undermin\w+|disregard\w*|reneg\w+|"
    r"(?:not|fail\w* to|refus\w+ to|declin\w+ to) (?:\w+ly )?(?:implement|keep|honou?r|observe|"
    r"fulfil|follow|comply|abide|respect|stick|meet)\w*"
)
ASKS = re.compile(  # "Who violated the truce?", "Which side was not implementing the pact?"
    r"^\W*(?:and |but |so )?(?:who|which (?:of the )?(?:two )?(?:sides?|part(?:y|ies)|"
    r"countr(?:y|ies)|governments?|nations?|camps?))\s(?:(?:was|were|is|are|has|have|had|did|does|do)\s)?"
    rf"(?:been\s|\w+ly\s)?(?:{_VERB})\b",
    re.IGNORECASE,
)
ONLY_ASKS = re.compile(
    rf"{_VERB}|fail\w*|refus\w+|declin\w+|sides?|part(?:y|ies)|countr(?:y|ies)|governments?|"
    r"nations?|camps?|two|implement\w*|keep\w*|honou?r\w*|observ\w+|fulfil\w*|follow\w*|compl(?:y|"
    r"ied|ying)|abid\w+|respect\w*|stick\w*|meet\w*|terms?|fully",
    re.IGNORECASE,
)
POINTERS = frozenset(["it", "them", "its", "their"])
CLIMBED = frozenset(["conj", "xcomp", "advcl", "pcomp", "prep", "advmod"])  # "along with breaking"
NOBODY = frozenset(
    ["nobody", "none", "neither", "who", "which", "he", "she", "they", "it", "we", "you", "i",
     "that"]
)  # fmt: skip


def answer_accused(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """Who is said to have broken what a question names, by each report that says so; None where
    that is not asked, or no sentence accuses anybody of it.
    """
    if not ASKS.match(asked.text):
        return None
    words = [word for word in read.words if not ONLY_ASKS.fullmatch(word)]
    matter = [_with_kin(t) for t in weigh_terms(words, read.names, archive.catalog)]
    kept = [term for term in matter if _kind(term)]
    if len(kept) != 1:
        return None
    found = {(one.article.id, whom): one
             for one in reversed(match_sentences(archive, ranked, matter, 0.0))
             if is_of_time(archive, read.period, one)
             and _held(archive, one, matter) == set(matter)
             for whom in _accused(one.sentence.text, kept[0])}  # fmt: skip
    teller, told = Teller(archive), list(dict.fromkeys(found.values()))[::-1]
    first = [said for one in told for said in tell_sides(archive, teller, [one])]
    if not first:
        return None
    both = len({whom for _, whom in found}) > 1
    outcome, lead = (Outcome.CONFLICTING, TWO_SIDES) if both else (Outcome.ANSWERED, "")
    return make_reply(teller, outcome, (), lead=lead, first=first)


def _kind(term: Term) -> frozenset[str]:
    """The words for what is kept or broken, of which a term is one."""
    return next((one for one in BROKEN if term.forms & set(map(stem, one))), frozenset())


def _with_kin(term: Term) -> Term:
    kin = frozenset(map(stem, _kind(term)))
    return term.model_copy(update={"forms": term.forms | kin}) if kin else term


def _held(archive: Archive, one: Matched, matter: Sequence[Term]) -> set[Term]:
    near = set(stems(near_text(archive, one)))
    return {term for term in matter if term.forms & near}


def _accused(text: str, kept: Term) -> Iterator[str]:
    """Whom a sentence has break what is kept: a country's code where one is named, else a word."""
    doc = parse([text], without=["ner"])[0]
    for token in doc:
        if _is_breach(token) and _is_of(token, kept):
            yield from (_name(one) for one in _doers(token) if one.lower_ not in NOBODY)


def _is_breach(token: Token) -> bool:
    """Whether a word tells that something is not kept, and as a fact."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and lemma in BREACHES | FAILURES:
        inner = {child.lemma_.lower() for child in token.subtree}
        return (lemma in BREACHES or bool(inner & KEEPING)) and _is_there(token)
    if token.pos_ not in ("VERB", "AUX"):
        return False
    above = token.head if token.dep_ == "xcomp" else token
    if lemma in KEEPING:
        failing = above.lemma_ in FAILING and not is_negated(above)
        return (failing or is_negated(token)) and _is_fact(above)
    return lemma in BREACH and not is_negated(token) and _is_fact(token)


def _is_there(noun: Token) -> bool:
    """Whether a breach is told as one that was: not "no violations", "found no proof of"."""
    verb = next((one for one in noun.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return not _is_ruled_out(noun) and (verb is None or _is_fact(verb))


def _is_ruled_out(token: Token) -> bool:
    """Whether a word or one above it has a "no", "without" or a negated verb."""
    above = list(token.ancestors)
    return has_no(token) or any(
        has_no(one) or is_negated(one) or one.lower_ == "without" for one in above
    )


def _is_fact(verb: Token) -> bool:
    """Whether a verb is neither supposed nor what somebody denies or warns of."""
    marked = any(child.lower_ in ("if", "unless", "whether") for child in verb.children)
    above = [one.lemma_ for one in verb.ancestors if one.pos_ == "VERB"]
    open_or_denied = NOT_SAID & {verb.lemma_, *above} or _is_ruled_out(verb)
    return not (marked or helpers(verb) & MODALS or open_or_denied)


def _is_of(token: Token, kept: Term) -> bool:
    """Whether what is broken is what is asked about, or "it" beside a word for that."""
    inner = {stem(one.text.lower()) for one in token.subtree}
    whole = {stem(one.text.lower()) for one in token.doc}
    return bool(kept.forms & inner or (POINTERS & inner and kept.forms & whole))


def _doers(token: Token) -> Iterator[Token]:
    """Whose breach it is: the subject, whom somebody accuses of it, or "by" and "'s" of a noun."""
    if token.pos_ == "NOUN":
        yield from (child for child in token.children if child.dep_ == "poss")
        of = [one for child in token.children if child.lower_ == "of" for one in child.children]
        by = (c for one in (token, *of) for c in one.children if c.lower_ == "by")
        yield from (one for child in by for one in child.children if one.dep_ == "pobj")
        return
    if any(child.dep_ == "nsubjpass" for child in token.children):  # "was broken by Riga"
        agents = (child for child in token.children if child.dep_ == "agent")
        yield from (one for child in agents for one in child.children if one.dep_ == "pobj")
        return
    above = token
    while above.dep_ in CLIMBED and above.head != above:
        if above.lemma_ in BLAMING or any(c.dep_ in SUBJECTS for c in above.children):
            break
        above = above.head
    passive = any(child.dep_ == "nsubjpass" for child in above.children)
    blamed = above.lemma_ in BLAMING and above != token and not passive
    wanted = frozenset(["dobj"]) if blamed else SUBJECTS
    yield from (child for child in above.children if child.dep_ in wanted)


def _name(token: Token) -> str:
    words = [one.text for one in token.subtree]
    codes = (found[0] for at in range(len(words)) if (found := find_country(words, at)))
    return next(codes, token.lemma_.lower())
