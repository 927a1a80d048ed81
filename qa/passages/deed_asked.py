"""A deed, or a name, that is asked for and that the sentences found do not tell.

"Who designed the quay?" is not answered by who opened it, "How did the senate vote?" by no vote of
another's, "What is the name of the cook?" by a sentence that has the cook and leaves him unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.archive import Archive
from index.parse import PREMODIFIERS, parse
from index.words import stem, stems
from qa.passages.alike import with_alike
from qa.passages.decide import Decision, Doubt
from qa.passages.naming import names_all, surnames_of
from qa.passages.rank import Candidate
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked, Kind
from qa.question.deed import WHEREABOUTS

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = re.compile(r"\b[A-Z][\w’'-]+")
A_DEED = re.compile(r"(?:[eo]rs?|ists?|tects?|ions?|ments?|gns?|ings?|work|alty|ages?|y|ay)$")
LOOKED_AT = 3  # of the best sentences, as many as are told
FOR_A_NAME = 5
_HELPING = r"(?:(?:had|has|have|was|were|is|are|will|would|first|really|actually|then|later) ){0,3}"
DOING = re.compile(  # "Who designed the quay?", "By whom was it built?"
    r"^\W*(?:and |but |so )?(?:who |which (?:\w+ ){1,3}?|by whom (?:was|were) [^?]*?)"
    rf"{_HELPING}(?P<deed>wrote|written|drafted|authored|penned|typed|designed|built|constructed|"
    r"painted|drew|drawn|composed|sang|drove|driven|piloted|flew|flown|steered|cooked|baked|sewed|"
    r"invented|translated|filmed|printed|proofread|founded|killed|shot|stabbed|arrested|robbed|"
    r"stole|stolen|repaired|mended|inherited|married|divorced|nursed|guarded|catered|decorated|"
    r"cleaned|won|(?:took|taken) (?:the )?(?P<thing>minutes|notes))\b",
    re.IGNORECASE,
)
GAINING = re.compile(  # "How much did the yard earn?"
    r"^\W*(?:and |but |so )?how much\b[^?]*?\b(?:did|does|do|has|have|had|will|would)\b"
    r"[^?]*?\b(?P<deed>earn(?:ed)?|receive[ds]?|gain(?:ed)?|inherit(?:ed)?|donated?|"
    r"collect(?:ed)?|invest(?:ed)?|borrow(?:ed)?|win|steal)\b",
    re.IGNORECASE,
)
# "How did the senate vote on it?", "What fine did a court impose?", "What salary does he get?"
OF_A_THING = re.compile(
    r"^\W*(?:and |but |so )?"
    r"(?:how (?:did|has|have|had|will|would)\b(?P<whose>[^?]*?)\b(?P<deed>vote[ds]?)\b|"
    r"(?:what|which|how (?:long|large|big|high|heavy) (?:a|was the|is the)?) ?(?:\w+ ){0,2}?"
    r"(?P<thing>sentence|verdict|fine|penalty|salary|wages?|pension|bonus|prize|reward|ransom|"
    r"dowry|bribe|alibi|diagnosis|degree|nickname|password)\b)",
    re.IGNORECASE,
)
ASKS = (DOING, GAINING, OF_A_THING)
FOR_NAMES = re.compile(
    r"^\W*(?:and |but |so )?(?:what|which) (?:is|are|was|were) the (?:\w+ )?names? of\b",
    re.IGNORECASE,
)
# other words for a thing asked, which lie too far for their vectors
OTHERWISE = {
    "vote": "ratified approved rejected adopted ballot", "sentence": "jailed convicted imprisoned",
    "verdict": "guilty acquitted convicted", "minutes": "recorded", "notes": "recorded",
    "earn": "made wages salary income profit revenue takings", "collect": "raised",
    "receive": "gave given got gets paid granted goes",
}  # fmt: skip
SHORT = frozenset(["capt", "gen", "col", "maj", "lt", "prof", "adm", "gov", "sen", "amb", "rev"])
NOT_TOLD = "The archive does not say."
NO_NAME = "The archive does not give the name."
NAMED = frozenset(["compound", "appos", "nmod", "flat", "attr", "oprd"])
NO_NAMES = frozenset(["GPE", "NORP", "LOC", "DATE", "TIME", "CARDINAL", "MONEY", "LANGUAGE"])


def lacks_deed(archive: Archive, asked: Asked, decision: Decision) -> Decision:
    """The decision, or one that declines where no sentence tells the deed, the vote, the penalty or
    the name that is asked for.
    """
    if decision.doubt is not None or not decision.ranked:
        return decision
    lead = None
    match = next((m for asks in ASKS if (m := asks.match(asked.text))), None)
    if match and not _tells(archive, asked, match, decision.ranked[:LOOKED_AT]):
        lead = NOT_TOLD
    best = decision.ranked[:FOR_A_NAME]
    if FOR_NAMES.match(asked.text) and _is_unnamed(archive, asked.text, best):
        lead = NO_NAME
    doubt = Doubt(lead=lead, ambiguous=False) if lead else None
    return decision.model_copy(update={"doubt": doubt}) if doubt else decision


def of_the_one(archive: Archive, asked: Asked, ranked: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; where it is asked where somebody was while others did something, those that
    name him stand first: a sentence on "her" may be of another day.
    """
    if asked.kind is not Kind.WHERE or not WHEREABOUTS.match(asked.text):
        return list(ranked)
    wanted = [surnames_of(archive, party) for party in asked.about.parties]
    return sorted(ranked, key=lambda one: not names_all(wanted, one.sentence.text))


def _tells(archive: Archive, asked: Asked, match: re.Match[str], best: Sequence[Candidate]) -> bool:
    """Whether a sentence holds the deed, or another word for it; a vote beside whose it is."""
    said = match.groupdict()
    word = (said.get("thing") or said["deed"]).lower()
    others = next((more for kind, more in OTHERWISE.items() if stem(kind) == stem(word)), "")
    wanted = weigh_terms([word, *others.split()], (), archive.catalog)
    names = NAME.findall(said.get("whose") or "")
    whose = weigh_terms(names, names, archive.catalog)
    for one in best:
        text = " ".join(s.text for s in (one.lead, one.sentence) if s)
        held = frozenset(stems(text))
        near = held if match.re is OF_A_THING else held | one.around
        tells = any(term.forms & held for term in wanted) or bool(wanted[0].forms & near)
        if not tells and match.re is not OF_A_THING:
            tells = _has_like(archive, wanted[:1], asked.text, text)
        if tells and all(term.forms & held for term in whose):
            return True
    return False


def _has_like(archive: Archive, wanted: Sequence[Term], question: str, text: str) -> bool:
    """Whether a text has a verb that means nearly the same as one of a question, or a noun for who
    does it or what is done: "the architect of the quay".
    """
    said = frozenset(stems(question))
    own = [t.text for t in parse([text], without=["ner"])[0] if t.is_alpha
           and (t.pos_ == "VERB" or (t.pos_ == "NOUN" and A_DEED.search(t.lower_)))
           and stem(t.text) not in said]  # fmt: skip
    like = with_alike(archive, wanted, [" ".join(own)])
    return any(term.forms & frozenset(map(stem, own)) for term in like)


def _is_unnamed(archive: Archive, text: str, best: Sequence[Candidate]) -> bool:
    """Whether the sentences tell of the one whose name is asked for and leave the name out, or hold
    no name but those of the question.
    """
    noun = _noun_named(text)
    if noun is None:
        return False
    sort = {stem(c.text) for c in noun.children if c.dep_ in PREMODIFIERS or _is_a_things(c)}
    sort |= {stem(c.text) for of in noun.children if of.lower_ == "of" for c in of.children
             if c.pos_ == "NOUN"}  # fmt: skip
    known, texts = frozenset(stems(text)), [one.sentence.text for one in best]
    terms = weigh_terms([noun.text], (), archive.catalog)
    like = [term.forms for term in with_alike(archive, terms, texts)]
    bare = False
    for n, doc in enumerate(parse(texts)):
        named = list(_names(doc, known))
        heads = [token for token in doc if _is_same(token, noun, like)]
        whole = bool(heads) and sort <= frozenset(stems(doc.text))
        if whole and any(_is_beside(name, head) for name in named for head in heads):
            return False
        bare |= n == 0 and (whole or not named)
    return bare


def _is_a_things(owner: Token) -> bool:
    """Whether a word says whose somebody is, by a common noun: "the band's leader"."""
    return owner.dep_ == "poss" and owner.pos_ == "NOUN"


def _is_same(token: Token, noun: Token, like: Sequence[frozenset[str]]) -> bool:
    """Whether a word is a noun, one that means the like, or short for it: "Capt." for "captain"."""
    short = token.text.removesuffix(".").lower()
    titled = short in SHORT and noun.lower_.startswith(short)
    return titled or any(stem(token.text) in forms for forms in like)


def _noun_named(text: str) -> Token | None:
    """The noun whose name is asked for: "cook" of "the name of the ship's cook"."""
    for token in parse([text])[0]:
        if token.lower_ in ("name", "names"):
            under = [c for prep in token.children if prep.lower_ == "of" for c in prep.children]
            return next((c for c in under if c.pos_ == "NOUN"), None)
    return None


def _names(doc: Iterable[Token], known: frozenset[str]) -> Iterator[Token]:
    for token in doc:
        plain = token.pos_ == "PROPN" and token.ent_type_ not in NO_NAMES
        if plain and stem(token.text) not in known:
            yield token


def _is_beside(name: Token, head: Token) -> bool:
    """Whether a name stands with a noun, as its name or with a clause that ties the two."""
    if abs(name.i - head.i) == 1 or name.head == head or head.head == name:
        return True
    tied = {*name.ancestors, *name.subtree}
    over = head.dep_ in NAMED and head.head in tied
    said = any(t.lemma_ in ("be", "call", "name", "become") for t in (head.head, name.head))
    return (
        over
        or (name.dep_ in NAMED and name.head in {*head.subtree})
        or (said and name.head in {head.head, *head.head.children})
    )
