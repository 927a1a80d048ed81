"""What stands above a trigger in the parse, and whether it says anything of the meeting itself.

"Berg denied the talks" denies them; "Berg denied it after the talks" does not. A step is *close*
when every word on the way up is an argument of the next, and loose once an adverb, a clause of time
or a preposition lies between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.records import Record
from index.status_cues import (
    ARGUMENTS,
    ASKING,
    CONFIRMING,
    DENYING,
    DOUBTING,
    EXCLUDING,
    EXTENDING,
    FUTURE,
    NOUNS_ABOVE,
    PLANNING,
    QUANTITIES,
    SETTING_UP,
    TOWARDS,
)  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 6  # verbs above a trigger that are looked at
SHORT_HAD = frozenset(["'d", "’d"])
REPORTED = frozenset(["ccomp", "parataxis"])
OPINING = DENYING | CONFIRMING | DOUBTING | ASKING  # what these govern is not said to be so


class Step(Record):
    """A verb (or an adjective like "due") above a trigger, by its place in the sentence.

    `below` is the token under it on the way to the trigger, `close` whether it speaks of the
    meeting itself.
    """

    verb: int
    below: int
    close: bool


def climb(trigger: Token) -> list[Step]:
    """The steps above a trigger, from the nearest up, itself first where it is a verb.

    Ends below a verb that only reports ("said"): its tense is that of the telling.
    """
    return list(_steps(trigger))


def _steps(trigger: Token) -> Iterator[Step]:
    token, below, close, seen = trigger, trigger, True, 0
    while seen < REACH:
        if governs(token):
            yield Step(verb=token.i, below=below.i, close=close)
            seen += 1
        if token.head == token:
            return
        head = token.head
        if token.dep_ in REPORTED and not _is_what_is_made(token):
            if head.lemma_ in OPINING:
                sure = (
                    close or head.lemma_ in CONFIRMING
                )  # "would attend the talks, Oslo confirmed"
                yield Step(verb=head.i, below=token.i, close=sure)
            return
        close = close and _is_close(token)
        below, token = token, head


def _is_what_is_made(token: Token) -> bool:
    """Whether a noun is what something is made: "made this week's summit a success"."""
    return token.head.lemma_ == "make" and token.pos_ in ("NOUN", "ADJ", "NUM")


def governs(token: Token) -> bool:
    """Whether a token is a verb, or an adjective that looks ahead ("due")."""
    if _leads_on(token):
        return False
    return token.pos_ in ("VERB", "AUX") or (
        token.dep_ in ("acomp", "attr", "oprd", "advcl", "amod") and token.lemma_ in PLANNING
        and token.pos_ != "NOUN"
    )  # fmt: skip


def _leads_on(token: Token) -> bool:
    """Whether a word only adds to what is told, in its tense: "will do more, including a meeting",
    "will hold a meeting, followed by a visit".
    """
    by = any(c.lower_ == "by" for c in token.children)
    followed = token.lower_ == "followed" and token.dep_ in ("acl", "advcl", "conj", "prep") and by
    return followed or (token.dep_ == "prep" and token.lower_ == "including")


def _is_close(token: Token) -> bool:
    """Whether a token is an argument of its head, and not only told beside it."""
    if _leads_on(token) or token.dep_ in ("pobj", "pcomp"):
        return True  # its preposition decides
    if token.dep_ == "prep":
        head = token.head
        if token.lower_ == "of" and head.lower_ in QUANTITIES:
            return not any(c.dep_ == "neg" or c.lower_ == "not" for c in head.children)
        if head.lemma_ in NOUNS_ABOVE:
            return token.lower_ in ("of", "for", "about", "on", "to")
        return head.lemma_ in PLANNING | ASKING | DOUBTING and token.lower_ in TOWARDS
    if token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return False  # a clause of its own: "Berg threatened to leave, but Stone met her"
    if token.dep_ in ("relcl", "acl"):
        return token.head.lemma_ in NOUNS_ABOVE or _is_deed_of(token)
    if token.dep_ == "advcl" and token.tag_ == "VBG" and token.head.lemma_ in EXCLUDING:
        return any(c.dep_ == "nsubj" for c in token.children)  # "ruled out Berg visiting Oslo"
    return token.dep_ in ARGUMENTS


def _is_deed_of(participle: Token) -> bool:
    """Whether a verb is about others' deed: "did not object to ministers meeting her"."""
    to = participle.head.head
    over = to.head
    asked = to.lower_ == "to" and over.lemma_ in ASKING | DOUBTING
    return asked and participle.tag_ == "VBG" and participle.head.dep_ == "pobj"


def noun_above(trigger: Token) -> Token | None:
    """The noun that says what kind of thing a meeting is: "the possibility of a meeting", "the
    invitation that she gave him to visit Oslo".
    """
    over = trigger.head
    aim = trigger.tag_ == "VB" and over.dep_ in ("relcl", "acl") and over.lemma_ in EXTENDING
    if aim and over.head.lemma_ in NOUNS_ABOVE:
        return over.head
    token = trigger
    if trigger.dep_ == "dobj" and over.dep_ == "acl" and over.head.lemma_ == "hope":
        token = over if over.lemma_ in SETTING_UP else trigger  # "the hope to hold talks"
    for _ in range(3):
        if token.dep_ not in ("pobj", "pcomp", "prep", "acl", "relcl", "conj", "compound"):
            return None
        token = token.head
        if token.pos_ in ("NOUN", "PROPN"):
            return token if token.lemma_ in NOUNS_ABOVE else None
        if token.pos_ == "VERB":
            return None
    return None


def _is_contrast(word: Token, verb: Token) -> bool:
    """Whether a "not" only says where or when else it was: "met her in Oslo, not in Riga"."""
    doc = word.doc
    if word.i <= verb.i + 1 or word.i + 1 >= len(doc) or doc[word.i - 1].text != ",":
        return False
    behind = doc[word.i + 1]
    return behind.pos_ in ("ADP", "PROPN") and behind.lower_ not in ("as", "with", "to", "by")


def is_negated(verb: Token) -> bool:
    """ "Did not meet", "never met", but not "not only met"."""
    doc = verb.doc
    return any(
        (child.dep_ == "neg" or child.lower_ in ("never", "neither"))
        and not (child.i + 1 < len(doc) and doc[child.i + 1].lower_ in ("only", "just", "merely"))
        and not _is_contrast(child, verb)
        for child in verb.children
    )


def has_no(noun: Token) -> bool:
    """Whether a noun is told with "no": "no meeting"."""
    nouns = [noun, *(c for c in noun.children if c.dep_ == "nsubj")]
    return any(c.dep_ == "det" and c.lower_ in ("no", "neither") for n in nouns for c in n.children)


def helpers(verb: Token) -> set[str]:
    """The auxiliaries of a verb, or of the verb that it is joined to: "will come and meet her".

    What "’d" is short for hangs on the verb: "he’d met her", "he’d meet her".
    """
    own = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if own & SHORT_HAD and verb.tag_ in ("VBN", "VBD"):
        own = own - SHORT_HAD | {"had"}
    joined = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in ("VERB", "AUX")
    return own or (helpers(verb.head) if joined else own)


def is_future(verb: Token) -> bool:
    """Whether a verb is told as still to come: "will meet", "to meet", "going to"."""
    words = helpers(verb)
    if words & FUTURE and "have" not in words:
        return True
    return "to" in words or verb.lower_ == "going"


def is_past(verb: Token | None) -> bool:
    """Whether a verb is told in a past tense, "has" and "had" with it."""
    return verb is not None and verb.tag_ in ("VBD", "VBN") and not is_future(verb)


def verb_over(token: Token) -> Token | None:
    """The nearest verb above a token, never itself."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def is_question(doc: Doc) -> bool:
    """Whether a sentence asks."""
    return doc.text.rstrip(" \n\"'”’)").endswith("?")
