"""Whose verb it is: the subjects of a verb in a parsed sentence, over joined and hung verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.mention_cues import LETTING, TELLING, VISITS
from index.parse import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HUNG = frozenset({"conj", "xcomp", "advcl", "pcomp", "aux", "ccomp", "acl", "prep", "csubj"})
RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
FRONTED = frozenset({"prep", "advcl", "npadvmod"})  # what may stand before the subject
VERBS = frozenset({"VERB", "AUX"})
TENSED = FINITE - {"MD"}
BLAMING = frozenset(["criticize", "criticise", "blame", "condemn", "fault", "rebuke", "praise",
                     "thank", "applaud", "slam", "blast", "chide", "scold", "censure"])  # fmt: skip
OWN_WILL = frozenset(  # nouns of what somebody is to do himself: no invitation, request or call
    ["decision", "plan", "promise", "refusal", "choice", "intention", "attempt", "effort", "bid",
     "wish", "desire", "vow", "pledge", "move", "willingness", "agreement"]
)  # fmt: skip
INTENDING = frozenset(["plans", "hopes", "aims", "vows", "pledges", "promises"])
REACH = 4  # verbs above that are asked for their subject


def subjects_of(verb: Token) -> list[Token]:
    """The subjects of a verb, of the verb it is joined to, or of that whose complement it is."""
    for _ in range(REACH):
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        if own and not _is_goal(own[0], verb):
            return [_antecedent(token, verb) for token in own]
        if not own and (misread := _misread(verb)):
            return misread
        if verb.dep_ in ("relcl", "acl") and verb.head.pos_ in ("NOUN", "PROPN"):
            infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
            if not infinitive or verb.head.ent_type_ == "PERSON":  # "Berg, in Oslo to meet Stone"
                return [first_joined(verb.head)]
            if verb.head.lemma_ in VISITS and (own := whose(verb.head)):
                return own  # "left after a trip to Riga to meet Stone"
        if copula := _first_to(verb):
            verb = copula
            continue
        if verb.dep_ not in HUNG or verb.head == verb:
            return []
        if let := _let(verb) or _blamed(verb) or _deciding(verb) or _hoping(verb):
            return let
        above = verb_above(verb)
        if above is None:
            return []
        verb = above.head if _is_said_behind(above, verb) else above
    return []


def _is_said_behind(telling: Token, deed: Token) -> bool:
    """Whether a parse hangs a deed on who only tells of it: "Berg left, after meeting Stone, state
    television said".
    """
    teller = next((c for c in telling.children if c.dep_ == "nsubj"), None)
    hung = telling.lemma_ in TELLING and telling.head.pos_ == "VERB" and telling != telling.head
    return hung and teller is not None and telling.head.i < deed.i < teller.i


def whose(noun: Token) -> list[Token]:
    """Who goes on a journey or has a day: "Berg's trip", "Berg spoke after a trip"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    above = verb_above(noun) if noun.dep_ in ("dobj", "dative", "pobj") else None
    return owners or (subjects_of(above) if above is not None else [])


def _is_goal(subject: Token, verb: Token) -> bool:
    """Whether what stands before an aim is where somebody goes: "left for Riga to meet Stone"."""
    led = any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.children)
    return led and subject.ent_type_ in ("GPE", "LOC") and verb.dep_ == "advcl"


def _misread(verb: Token) -> list[Token]:
    """Who stands right before a verb and is hung on another name: "After talks with Anna Stone,
    Karl Berg left", where the parser makes Berg another name of Stone.
    """
    rest = verb.doc[verb.sent.start : verb.i]
    before = next((t for t in reversed(rest) if t.tag_ != "RB"), verb)  # "Berg also met"
    person = before.dep_ == "appos" and before.ent_type_ == before.head.ent_type_ == "PERSON"
    comma = verb.doc[before.left_edge.i - 1].text == "," if before.left_edge.i else False
    return [before] if person and comma and verb.tag_ in TENSED else []


def speakers_of(subject: Token) -> list[Token]:
    """Who says "I" or "we" in a quotation: the subject of the verb that reports it; else the
    subject itself.
    """
    if subject.lower_ not in ("i", "we"):
        return [subject]
    for verb in subject.ancestors:
        told = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in ("i", "we")]
        if verb.lemma_ in TELLING and told:
            return told
    return [subject]


def objects_of(prep: Token) -> list[Token]:
    """What a preposition governs; of "whom" the one it stands for, "Stone, with whom Berg met"."""
    told = [c for c in prep.children if c.dep_ in ("pobj", "pcomp")]
    verb = prep.head
    relative = verb.dep_ == "relcl" and verb.head.i < prep.i < verb.i
    return [verb.head if relative and c.lower_ == "whom" else c for c in told]


def verb_above(token: Token) -> Token | None:
    """The next verb above a token; over nouns too, as in "a day after meeting her"."""
    while token.head != token:
        token = token.head
        if token.pos_ in VERBS:
            return token
    return None


def first_joined(token: Token) -> Token:
    """The first of what is joined: "Berg" for "Stone" in "Berg and Stone, who met"."""
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def subject_ahead(token: Token) -> Token | None:
    """The subject behind a comma that a clause at the head of its sentence leans on.

    "After her talks with Stone, Berg said": of "her" it is Berg. None elsewhere.
    """
    root = token.sent.root
    named = (*(c for c in root.children if c.dep_ == "nsubj"), *_misread(root))
    own = next(iter(named), None)
    branch = next((t for t in (token, *token.ancestors) if t.head == root and t != root), None)
    if own is None or branch is None or branch.dep_ not in FRONTED or token.i >= own.left_edge.i:
        return None
    comma = any(t.text == "," for t in token.doc[token.i : own.left_edge.i])
    return own if comma and root.i > own.i else None


def own_subject(token: Token) -> Token:
    """What "it" is where a body tells of itself: "Lund Shipping said it is holding talks"; else the
    token itself.
    """
    verb = token.head
    over = verb.head if token.dep_ == "nsubj" and verb.dep_ == "ccomp" else verb
    if token.lower_ != "it" or over == verb or over.lemma_ not in TELLING:
        return token
    own = (c for c in over.children if c.dep_ == "nsubj" and c.i < over.i < verb.i)
    return next((c for c in own if c.pos_ != "PRON" and c.ent_type_ != "PERSON"), token)


def owner_of(token: Token) -> Token | None:
    """Whose "her" is behind a verb: its subject, "Vik said Berg would tell Stone of her talks"; and
    who is meant in "Vik said Berg resisted efforts to get her to meet Stone".

    None elsewhere, and where the verb is passive.
    """
    verb = verb_above(token) if token.dep_ == "poss" else _verb_of_efforts(token)
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    return own if own is not None and own.i < token.i else None


def _verb_of_efforts(token: Token) -> Token | None:
    """The verb whose object is what is done to get somebody to do something."""
    aim = next((t for t in token.ancestors if t.dep_ == "acl" and t.tag_ == "VB"), None)
    noun = aim.head if aim is not None and token.tag_ == "PRP" else None
    return noun.head if noun is not None and noun.dep_ == "dobj" else None


def goes_on_about(pronoun: Token, before: Token) -> bool:
    """Whether a name in the sentence before stands behind the same pronoun as its subject: "He
    called Stone. He spoke to Marsh" goes on about one and the same.
    """
    same = (t for t in before.doc if t.lower_ == pronoun.lower_ and t.dep_ == "nsubj")
    first = next(same, None) if pronoun.dep_ == "nsubj" else None
    return first is not None and first.head.dep_ == "ROOT" and first.i < before.i


def _antecedent(token: Token, verb: Token) -> Token:
    """What "who" and "which" stand for: the noun that their clause hangs on."""
    relative = token.lower_ in RELATIVE and verb.dep_ == "relcl"
    return first_joined(verb.head) if relative else token


def _blamed(verb: Token) -> list[Token]:
    """Whom somebody blames or praises for doing it: "Berg criticized officials for meeting her"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("for", "over"):
        return []
    over = verb.head.head
    return [c for c in over.children if c.dep_ == "dobj"] if over.lemma_ in BLAMING else []


def _deciding(verb: Token) -> list[Token]:
    """Whose decision it is to do it: "Stone's decision to host Berg surprised Oslo".

    Another's invitation is taken up by others.
    """
    plans = verb.dep_ == "acl" and any(c.lower_ == "to" for c in verb.children)
    plans = plans and verb.head.lemma_ in OWN_WILL
    return [c for c in verb.head.children if c.dep_ == "poss"] if plans else []


def _first_to(verb: Token) -> Token | None:
    """The verb that says who somebody is: "became the first member of the board to visit Riga"."""
    noun = verb.head.head.head if verb.head.dep_ == "pobj" else verb.head
    aim = verb.dep_ == "relcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return noun.head if aim and noun.dep_ == "attr" else None


def _hoping(verb: Token) -> list[Token]:
    """Who "hopes to meet Stone" where the model takes "Berg hopes" for somebody's hopes."""
    noun = verb.head
    if verb.dep_ not in ("acl", "xcomp") or noun.lower_ not in INTENDING or noun.i == 0:
        return []
    name, whole = noun.nbor(-1), noun.dep_ == "ROOT"
    hung = name.head == noun if whole else noun.head == name and name.dep_ == "ROOT"
    return [name] if hung and noun.tag_ == "NNS" and name.text[0].isupper() else []


def _let(verb: Token) -> list[Token]:
    """Whom somebody invited or sent to do it: "Stone invited Berg to visit Oslo"."""
    sent = verb.dep_ == "advcl" and verb.head.lemma_ in ("send", "dispatch")
    aim = sent and any(c.lower_ == "to" for c in verb.children)
    if not (aim or verb.dep_ == "xcomp") or verb.head.lemma_ not in LETTING:
        return []
    return [c for c in verb.head.children if c.dep_ == "dobj"]


def has_object(verb: Token) -> bool:
    """Whether a verb has an object of its own."""
    return any(c.dep_ == "dobj" for c in verb.children)
