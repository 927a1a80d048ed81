"""Times beside a meeting that belong to something else: to the telling of it, to another deed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.mention_cues import COMING, NOUNS, TELLING, VISITS
from index.mention_when_cues import (
    AFTER,
    BEFORE_WHICH,
    BOTH_WAYS,
    CALENDAR_UNITS,
    COMING_UP,
    COMPARING,
    DEEDS,
    DURING,
    LEADING,
    MAKING_KNOWN,
    OF_OTHERS,
    PREPARING,
    PUTTING_OFF,
    SET_TO,
    SETTING_OUT,
    SHOWING,
    SUCCEEDING,
    WHILE,
    WRITTEN,
)
from index.status_scope import is_future, is_past

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_IT = frozenset(["date", "day", "place", "location", "venue", "agenda", "detail", "time"])
DEEP = 12  # steps up a parse that are looked at
# "on the same day as her visit"
SAME_DAY = re.compile(r"\bsame (?:day|week|month) (?:of|as|that)\W+(?:[\w’'.-]+\W+){0,4}?$", re.I)
SINCE_LONG = re.compile(  # "their first meeting in nearly a decade"
    r"\b(?:first|only) (?:[\w’'-]+\W+){1,12}?in (?:[\w-]+ ){0,3}?(?=[\w-]+ ?(?:[\w-]+ )?$)", re.I
)

# "7:54 pm ET April 13, 2026 Share this update": when a part of a live report was put up
STAMP = re.compile(r"\W*\d{1,2}:\d\d ?[ap]\.?m\.? (?:[A-Z]{2,4},? )?\w+\.? \d{1,2}, \d{4}", re.I)
AFTER_IT = re.compile(r"\bthe (?:entire|whole|full|very) next \w+$", re.IGNORECASE)  # in a tale
TITLE_BEHIND = re.compile(r"['’]s? [\"“‘]")  # "the author of 2015's “Brewing in Riga”"
HUNG = frozenset(["pobj", "pcomp", "advcl"])  # how what is behind "after" hangs on it, or on a verb
OF_MATTER = frozenset(["for", "on", "about", "over"])  # what talks are on or for


def clause_verb(token: Token) -> Token | None:
    """The verb that governs a token, itself where it is one; None without.

    What stands behind "a delegation led by Stone" is of the verb above: "in Riga yesterday".
    """
    for _ in range(DEEP):
        if token.pos_ in ("VERB", "AUX") and not says_who_leads(token):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def says_who_leads(verb: Token) -> bool:
    """Whether a participle only says who leads a group: "a delegation led by Stone"."""
    led = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in LEADING
    return led and any(c.dep_ == "agent" for c in verb.children)


def is_no_day(trigger: Token, text: str, time: TimeExpression, start: int) -> bool:
    """Whether a time says on which day something else was, or how long ago the last was."""
    first, end = time.start - start, time.end - start
    same = "same" in time.text.lower() and SAME_DAY.search(text[first : trigger.idx])
    long = time.text.lower().endswith(("decade", "decades", "years", "months", "century"))
    other = AFTER_IT.search(text[:end]) or STAMP.fullmatch(text[:end])
    titled = time.precision == "year" and TITLE_BEHIND.match(text[end:])
    return bool(same or other or titled) or (long and bool(SINCE_LONG.search(text[:end])))


def is_of_telling(own: Token, trigger: Token, root: Token) -> bool:
    """Whether a time is that of making a meeting known or of putting it off: "confirmed the visit
    on Tuesday", "confirmed the visit Tuesday", "on Tuesday called off the visit".
    """
    told = _of_whose(trigger) or trigger
    if told.dep_ == "nsubjpass" and told.head == own and own.lemma_ in MAKING_KNOWN:
        return told not in root.ancestors and root.i > own.i and root.head.lower_ != "for"
    misread = told.dep_ == "npadvmod" and own.lemma_ in MAKING_KNOWN
    if not (told.dep_ == "dobj" or misread) or told.head != own:
        return False
    on_verb = clause_verb(root.head if root.head != root else root) == own
    bare = root.head == trigger and root.dep_ == "npadvmod" and root.i > trigger.i
    if own.lemma_ in MAKING_KNOWN:
        on_verb = on_verb and trigger not in root.ancestors and root.head.lower_ != "for"
        return on_verb or (bare and own.tag_ in ("VBD", "VBN"))
    return own.lemma_ in PUTTING_OFF and on_verb and root.i < own.i


def is_told_during(trigger: Token, verb: Token) -> bool:
    """Whether something was said during a stay or right after talks: "on a visit to Riga, she said
    Monday", "she said on Monday when she was meeting Stone", "said Monday after talks with Stone".
    """
    own = clause_verb(trigger)
    beside = own is not None and own.dep_ == "advcl" and own.head == verb
    if own is not None and beside and any(c.lower_ in WHILE for c in own.children):
        return True
    if beside and own == trigger and own.lemma_ == "speak" and own.tag_ == "VBG":
        return True  # "speaking alongside Stone in Riga, she said Monday"
    prep = trigger.head
    if prep.lower_ in AFTER and trigger.dep_ in ("pobj", "pcomp"):
        return prep.head == verb and trigger.lemma_.lower() not in VISITS
    if beside and own == trigger and any(c.lower_ in AFTER for c in own.children):
        return "had" not in {c.lower_ for c in own.children}
    if trigger.dep_ != "pobj" or prep.lower_ not in DURING:
        return False
    below = prep.head
    return below == verb or (below.dep_ == "advcl" and below.head == verb)


def is_of_leaving(trigger: Token, root: Token) -> bool:
    """Whether a time before a meeting is that of setting out for it: "left on Tuesday for talks
    with her"; not the first day of a visit, "left on Tuesday for a visit to Riga".
    """
    verb = clause_verb(root.head)
    if verb is None or verb.lemma_ not in SETTING_OUT or trigger.lemma_.lower() in VISITS:
        return False
    below = next((t for t in (trigger, *trigger.ancestors) if t.head == verb and t != verb), None)
    if below is None or root.i > trigger.i:
        return False
    event = any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in verb.children)
    if event and below.lemma_ not in COMING:  # "left the dinner on Friday to hear of the talks"
        return False
    aim = any(c.dep_ == "aux" and c.lower_ == "to" for c in below.children)
    return aim or (below.dep_ == "prep" and below.lower_ == "for")


def is_long_before(own: Token, verb: Token) -> bool:
    """Whether a clause tells what had been before: "on Monday Berg, who had met her, said"."""
    words = {c.lower_ for c in own.children if c.dep_ == "aux"}
    return own.dep_ == "relcl" and "had" in words and verb.tag_ == "VBD"


def is_said_then(own: Token, root: Token) -> bool:
    """Whether a time right behind "said" is that of saying so, whatever the parse has it hang on:
    "Berg said on Monday she would visit Oslo".
    """
    first = root.left_edge.i if root.head.pos_ != "ADP" else root.head.left_edge.i
    over = own.head
    return own.dep_ == "ccomp" and over.lemma_ in TELLING and over.i == first - 1 and root.i < own.i


def _of_whose(trigger: Token) -> Token | None:
    """What of a meeting is made known: "announce the date and the place of the summit"."""
    noun = trigger.head.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "of" else None
    if noun is None:
        return None
    first = noun.head if noun.dep_ == "conj" else noun
    return first if first.lemma_.lower() in OF_IT else None


def is_told_by_another(own: Token, verb: Token) -> bool:
    """Whether a verb stands above one that only tells of it: "came on Monday, after Berg announced
    that she would meet Stone".
    """
    token = own
    while token != verb and token.head != token:
        if token.dep_ == "ccomp" and token.head.lemma_ in TELLING and token.head != verb:
            return True
        token = token.head
    return False


def is_of_other_tense(own: Token, verb: Token, root: Token) -> bool:
    """Whether a time is that of another clause, which goes ahead where this one does not: "it will
    open on Friday, and Berg has been unable to meet Stone".
    """
    joined = next((t for t in (own, *own.ancestors) if t.head == verb and t.dep_ == "conj"), None)
    if joined is None or not verb.i < root.i < joined.i:
        return False
    other = any(c.dep_ in ("nsubj", "nsubjpass") for c in joined.children)
    return other and is_future(verb) and is_past(joined)


def is_of_another(trigger: Token, root: Token) -> bool:
    """Whether a time is that of something else: of another noun, of what comes before or after."""
    return (
        _is_of_noun(trigger, root)
        or _is_counted_off(trigger, root)
        or _is_of_record(trigger, root)
        or _is_of_showing(trigger, root)
        or _lies_behind(trigger, root)
        or is_of_compared(trigger, root)
        or is_of_leaving(trigger, root)
        or is_of_way_back(trigger, root)
    )


def is_of_way_back(trigger: Token, token: Token) -> bool:
    """Whether a time or a place is that of a journey after a meeting: "flew to Riga on Monday after
    talks with Stone", "after meeting Stone, she left on Monday".
    """
    verb = clause_verb(token.head)
    if verb is None or verb.lemma_ not in COMING | SETTING_OUT or trigger in token.ancestors:
        return False
    below = next((t for t in (trigger, *trigger.ancestors) if t.dep_ in HUNG), trigger)
    marked = any(c.dep_ in ("mark", "prep") and c.lower_ in AFTER for c in below.children)
    behind = below.dep_ in ("pobj", "pcomp") and below.head.lower_ in AFTER
    over = below.head.head if behind else below.head
    apart = token.i > verb.i if trigger.i < verb.i else token.i < trigger.i
    return (behind or marked) and over == verb and apart


def is_of_compared(trigger: Token, token: Token) -> bool:
    """Whether a time or a place is that of another event, to which a meeting is set: "their first
    talks since the summit in May", "the talks follow a meeting last week in Riga".
    """
    over = {trigger, *trigger.ancestors}
    path = [t for t in (token, *token.ancestors) if t not in over]
    if any(t.lower_ in COMPARING and t.pos_ != "VERB" for t in path):
        return True
    if not path or path[-1].head.pos_ != "VERB":
        return False
    verb, top = path[-1].head, path[-1]
    told = any(
        c.dep_ == "nsubj" and (c == trigger or c in trigger.ancestors) for c in verb.children
    )
    after = any(t.lower_ in SET_TO for t in (top, *top.children))
    comes = verb.lemma_ in COMING_UP and after and (len(path) > 1 or top.dep_ != "prep")
    now = verb.tag_ not in ("VBD", "VBN")  # "the talks follow a vote last week"
    follows = verb.lemma_ in SUCCEEDING and token.i > verb.i and (now or top.dep_ == "dobj")
    return told and (follows or comes)


def _is_counted_off(trigger: Token, root: Token) -> bool:
    """Whether it is days from what a time dates: "met her on Friday, days before meeting Stone"."""
    if trigger in root.ancestors or root.lemma_ in ("month", "year"):
        return False
    path = (t for t in (trigger, *trigger.ancestors) if t not in root.ancestors)
    return any(
        c.dep_ == "npadvmod" and {t.lemma_ for t in c.subtree} & CALENDAR_UNITS
        for t in path for c in (t, *t.children)
        if {t.lower_, *(m.lower_ for m in t.children)} & BOTH_WAYS
    )  # fmt: skip


def _is_of_record(trigger: Token, root: Token) -> bool:  # "her testimony on Monday of the talks"
    noun = root.head.head if root.head.dep_ == "prep" else root.head
    if noun.lemma_ not in WRITTEN or noun not in trigger.ancestors or noun.pos_ != "NOUN":
        return False
    path = [t for t in trigger.ancestors if noun in t.ancestors]
    return any(t.dep_ in ("relcl", "acl") and t.head == noun for t in (trigger, *path))


def _is_of_showing(trigger: Token, root: Token) -> bool:
    """Whether a time is that of showing something of it: "a film of the talks posted on Friday"."""
    verb = clause_verb(root)
    if verb is None or verb.lemma_ not in SHOWING or trigger.pos_ not in ("NOUN", "PROPN"):
        return False
    return trigger.head.lower_ not in AFTER


def _is_of_noun(trigger: Token, root: Token) -> bool:
    """Whether a time says which of several another thing is: "about Sunday's vote"."""
    noun = root.head.head if root.head.dep_ == "prep" else root.head
    noun = for_what(root.head) or noun  # "talks for supplies for July"
    if noun == trigger or noun.pos_ != "NOUN" or noun in trigger.ancestors or noun.lemma_ in NOUNS:
        return False
    if root.dep_ in OF_OTHERS and root.i > noun.i:  # "at a gathering in Riga this July"
        return not _hangs_by_prepositions(noun, trigger)
    of = root.head.lower_ in ("of", "for") or (
        noun.lemma_ in DEEDS and root.head.lower_ in ("on", "in")
    )
    return root.dep_ in OF_OTHERS or (root.dep_ == "pobj" and of)


def for_what(prep: Token) -> Token | None:
    """The thing right before "for" that something is for: "talks on supplies for July"."""
    noun = prep.nbor(-1) if prep.lower_ == "for" and prep.i > 0 else None
    named = noun is not None and noun.pos_ == "NOUN" and noun.dep_ == "pobj"
    return noun if named and noun is not None and noun.head.lower_ in OF_MATTER else None


def _hangs_by_prepositions(noun: Token, trigger: Token) -> bool:
    """Whether prepositions alone lead from a trigger, or from its verb, to a noun."""
    over = {trigger, *trigger.ancestors}
    path = [noun, *noun.ancestors]
    return all(t.dep_ in ("prep", "pobj") for t in path if t not in over)


def _lies_behind(trigger: Token, root: Token) -> bool:
    """Whether a time is that of what comes after a meeting, or of what it prepares: "planned before
    the vote in May", "part of the preparations for the June summit".
    """
    over = {trigger, *trigger.ancestors}
    path = [token for token in root.ancestors if token not in over]
    nouns = any(token.pos_ in ("NOUN", "PROPN", "VERB") for token in path)
    marks = {c.lower_ for token in path for c in token.children if c.dep_ == "mark"}
    words = marks | {word for token in path for word in (token.lower_, token.lemma_)}
    return nouns and bool(words & (BEFORE_WHICH | PREPARING))
