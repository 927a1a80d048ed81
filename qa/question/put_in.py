"""What a follow-up only points at, put in before it is read: whom "him" means beside a subject of
its own, whose turn it is in "And the ministry?", and what "it" was that somebody announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_of, is_country_name
from index.parse import NOMINAL, parse
from index.people_cues import BODIES, GROUP_NOUNS, OFFICE_NOUNS
from index.records import When
from index.subjects import SUBJECTS
from qa.question.asked import Party
from qa.question.follow_up_cues import SHIFT, THAT_DAY
from qa.telling.say_when import say_when

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OBJECTS = frozenset(["him", "her"])
# "What did Berg take with her?", "Whom did Stone see behind him?": he himself may be meant
CARRYING = frozenset(["take", "bring", "carry", "have", "keep", "hold", "get", "wear"])
ABOUT_ONESELF = frozenset(["around", "behind", "beside", "near", "before", "under", "above"])
# What may be announced by one and confirmed by another
TELLING_VERBS = frozenset(
    ["announce", "confirm", "deny", "report", "disclose", "reveal", "say", "tell", "declare",
     "reject", "accept", "welcome", "criticise", "criticize", "condemn", "approve", "propose",
     "demand", "learn", "hear", "know"]
)  # fmt: skip
# What one says to another: "What did Berg tell Stone?" "And Lund?" asks what Lund told
TO_ONE = frozenset(["tell", "ask", "write", "answer", "reply", "promise"])
POINTERS = frozenset(["it", "that", "this"])
PLACING = frozenset(["in", "at", "from", "near", "on", "off", "to"])  # a town follows
# "And about the ferry?" after "What did Berg say about the quotas?"
BEHIND = re.compile(r"^(?P<prep>by|for|about|on|of|against) (?P<name>\D+)$", re.IGNORECASE)
# Bodies of a state that no list of groups has: "And the Kremlin?" is told by its capital
SEATS = frozenset(["government", "embassy", "palace", "department", "administration", "side"])
PREPOSITION = re.compile(r"\b(?:on|in|for|of|from|until|till|by|during|before|after|since) $")
NAMED_BY = re.compile(r"^(?:the |its )?(?:[\w’'-]+ ){0,4}[\w’'-]+$", re.IGNORECASE)

FORESTALLED = re.compile(
    r"(?P<lead>[^.?!]*\b(?:after|before|since|on|upon|between|during|from) )(?P<owner>his|her)\b"
    r"[^.?!]*? (?:did|was|had|has|is|will) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\b"
)


def name_what_follows(text: str) -> str:
    """A question with the name for a pronoun that stands before it: "How long after his landing did
    Berg meet Stone?" asks of Berg's landing.
    """
    match = FORESTALLED.match(text)
    if match is None or re.search(r"[A-Z]", match["lead"][1:]):
        return text
    return f"{match['lead']}{match['name']}'s{text[match.end('owner') :]}"


def name_object(text: str, told: Sequence[Party], asked: Sequence[Party]) -> str:
    """The question with a name for the "him" that its own subject cannot be: whom the last answer
    names, else the one other of the last question; the same where that is nobody for sure.

    "And what did Berg tell him?": whoever tells somebody something does not tell himself.
    """
    doc = parse([text])[0] if re.search(r"\b(?:him|her)\b", text) else ()
    for token in doc:
        own = _other_subject(token) if token.lower_ in OBJECTS else None
        if own is None or _names_before(text, token, own, (*told, *asked)):
            continue
        found = _whom(own, told, asked)
        if found:
            return f"{text[: token.idx]}{found}{text[token.idx + len(token) :]}"
    return text


def _other_subject(token: Token) -> Token | None:
    """The subject of the verb whose object a pronoun is; None where it has none, or may mean it."""
    if token.tag_ != "PRP":
        return None
    head = token.head.head if token.dep_ in SUBJECTS else token.head
    prep = head if head.pos_ == "ADP" else None
    verb = head.head if prep else head
    particle = any(child.dep_ == "prt" for child in verb.children)
    if prep is not None and prep.lower_ in ABOUT_ONESELF:
        return None
    if prep is not None and prep.lower_ == "with" and verb.lemma_ in CARRYING and not particle:
        return None
    nearest = [child for child in verb.children if child.dep_ in SUBJECTS and child.i < token.i]
    return nearest[-1] if nearest and nearest[-1].pos_ in NOMINAL and _is_own(nearest[-1]) else None


def _is_own(subject: Token) -> bool:
    """Whether a subject is told and not asked for: not "which minister"."""
    return not any(child.tag_ in ("WDT", "WP$", "WP") for child in subject.subtree)


def _names_before(text: str, token: Token, own: Token, people: Sequence[Party]) -> bool:
    """Whether somebody else whom the question itself names before the pronoun may be meant."""
    inside = {one.i for one in own.subtree}
    return any(
        one.ent_type_ == "PERSON" and one.i not in inside for one in token.doc[: token.i]
    ) or any(
        text.find(p.words.split()[-1], 0, token.idx) > own.right_edge.idx + len(own.right_edge)
        for p in people
    )


def _whom(own: Token, told: Sequence[Party], asked: Sequence[Party]) -> str | None:
    said = {one.text for one in own.subtree}
    others = [party for party in told if party.called.split()[-1] not in said]
    if len(others) == 1:
        return others[0].called
    is_known = any(party.called.split()[-1] in said for party in (*told, *asked))
    left = [party for party in asked if party.called.split()[-1] not in said]
    if not is_known or len(left) != 1:
        return None
    last = left[0].called.split()[-1]  # of several in the answer the one who was asked about
    named = not others or any(party.called.split()[-1] == last for party in others)
    return left[0].called if named else None


def in_its_place(text: str, last: str) -> str | None:
    """The last question with what a bare name stands for in it: its subject, or the one of a kind
    with it ("When did Norway agree?" "And Poland?"); None where that is not plain.
    """
    name = text.strip(" ?!.,")
    if SHIFT.search(name) or THAT_DAY.search(name):
        return None  # "And on the next day?" moves the day
    head, _, asked = last.rstrip().rpartition("? ")
    if not NAMED_BY.match(name) or re.search(r"\d", name):
        return None
    if behind := BEHIND.match(name):
        return _behind(asked, behind, f"{head}? " if head else "")
    docs = parse([f"Then {name} agreed.", asked])
    new = next((one for one in docs[0] if one.dep_ in SUBJECTS), None)
    kind = _kind(new) if new is not None else None
    old = _counterpart(docs[1], kind) if kind else None
    if old is None:
        return None
    start, end = _span(old)
    return f"{head + '? ' if head else ''}{asked[:start]}{name}{asked[end:]}"


def _behind(asked: str, name: re.Match[str], head: str) -> str | None:
    """The question with another name behind the one preposition that both have."""
    prep = name["prep"].lower()
    found = [one for one in parse([asked])[0] if one.dep_ == "pobj" and one.head.lower_ == prep]
    if len(found) != 1:
        return None
    start, end = found[0].left_edge.idx, found[0].right_edge.idx + len(found[0].right_edge)
    return f"{head}{asked[:start]}{name['name']}{asked[end:]}"


def _counterpart(doc: Doc, kind: str) -> Token | None:
    kinds = {one: _kind(one) for one in doc if one.pos_ in NOMINAL}
    alike = [one for one, its in kinds.items() if its == kind]
    root = next((one for one in doc if one.dep_ == "ROOT"), None)
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root else None
    if subject is None or not kinds.get(subject):
        return alike[0] if len(alike) == 1 else None
    beside = [one for one in _clause(subject) if kinds.get(one) and one != subject]
    if alike:
        to_one = root is not None and root.lemma_ in TO_ONE and subject in alike
        return alike[0] if len(alike) == 1 else subject if to_one else None
    return None if beside else subject


def _clause(subject: Token) -> Iterator[Token]:
    """The words of the clause of a subject, without those of a clause in it."""
    waiting = [subject.head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [c for c in token.children if c.dep_ not in ("ccomp", "advcl", "relcl", "acl")]


def _kind(token: Token) -> str | None:
    """Which sort of doer a name is; None for a thing, a place or a part of a longer name."""
    if token.dep_ == "compound" and token.head.pos_ in NOMINAL:
        return None
    start, end = token.left_edge.i, token.i
    words = token.doc[start : end + 1].text
    the, noun = words[:4].lower() == "the ", token.lower_
    if token.pos_ == "PROPN" and not the:
        placed = token.dep_ == "pobj" and token.head.lower_ in PLACING
        if placed or is_country_name(words):
            return "country" if is_country_name(words) else None
        return None if country_of(words) else "person"  # a capital
    if noun in SEATS | BODIES or (token.pos_ == "PROPN" and token.ent_type_ != "DATE"):
        return "body"
    if noun in OFFICE_NOUNS:
        return "office"
    return "group" if noun in GROUP_NOUNS or (token.tag_ == "NNS" and _does(token)) else None


def _does(token: Token) -> bool:
    return token.dep_ in SUBJECTS


def _span(token: Token) -> tuple[int, int]:
    """Where the words of a name start and end, with its article and what describes it before it."""
    first = token.left_edge
    return first.idx, token.idx + len(token)


def name_day(text: str, period: When | None) -> str:
    """The question with the day that "the next day" has been found to mean."""
    moved = SHIFT.search(text)
    if moved is None or period is None:
        return text
    at = "" if PREPOSITION.search(text[: moved.start()]) else "on "
    return f"{text[: moved.start()]}{at}{say_when(period)}{text[moved.end() :]}"


def name_it(text: str, last: str) -> str:
    """The question with what the last one asked about the telling of, for the "it" that another
    tells: "And when did the ministry confirm it?"; the same where that is not plain.
    """
    if not re.search(r"\b(?:it|that|this)\b", text):
        return text
    asking, before = parse([text, last.rstrip().rpartition("? ")[2]])
    it = next((one for one in asking if _is_told(one)), None)
    matter = _matter(before)
    if it is None or matter is None:
        return text
    return f"{text[: it.idx]}{matter}{text[it.idx + len(it) :]}"


def _is_told(token: Token) -> bool:
    """Whether "it" is what somebody tells."""
    told = token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.lower_ in ("of", "about"))
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return token.lower_ in POINTERS and told and verb.lemma_ in TELLING_VERBS


def _matter(doc: Doc) -> str | None:
    """What the verb of a question tells: an object or a clause of its own."""
    root = next((one for one in doc if one.dep_ == "ROOT"), None)
    if root is None or root.lemma_ not in TELLING_VERBS:
        return None
    told = [c for c in root.children if c.dep_ in ("dobj", "ccomp") and c.i > root.i]
    plain = [c for c in told if c.pos_ != "PRON"]
    if len(plain) != 1:
        return None
    words = doc[plain[0].left_edge.i : plain[0].right_edge.i + 1]
    return words.text.rstrip(" ?.")
