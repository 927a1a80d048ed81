"""What somebody did before, after or at a meeting: that asks nothing of the meeting itself.

"Whom did Berg thank after the talks?" is not answered by who talked, nor "Where did she walk before
the meeting?" by where it was.
"""

from __future__ import annotations

import re

from index.parse import parse
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import FORM, OF_A_FORM

_APART = (
    r"(?:after|before|following|prior to|ahead of|since|until|upon|on the eve of|in the run-up to|"
    r"in the wake of|shortly after|right after)"
)
_WITHIN = r"(?:at|during|in|on|over|amid|throughout)"
_SUCH = rf"(?:(?!(?:and|or|that|which|who|whom)\b)[\w.’'-]+ ){{0,6}}?{FORM}\b"
APART = re.compile(rf"\b{_APART} {_SUCH}", re.IGNORECASE)
WITHIN = re.compile(rf"\b{_WITHIN} {_SUCH}", re.IGNORECASE)
APART_KINDS = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.DURATION, Kind.WHETHER})
WITHIN_KINDS = frozenset({Kind.WHO})  # what was done at the talks was done where and when they were
VERBS_OF_MEETINGS = frozenset(  # verbs, by their lemmas, whose doers, day and place are a meeting's
    ["meet", "hold", "have", "take", "happen", "occur", "start", "begin", "open", "end", "close",
     "finish", "conclude", "last", "continue", "resume", "convene", "gather", "sit", "attend",
     "participate", "join", "appear", "represent", "accompany", "lead", "head", "chair", "host",
     "preside", "speak", "talk", "consult", "confer", "see", "visit", "receive", "greet", "welcome",
     "call", "phone", "telephone", "ring", "dine", "lunch", "come", "go", "travel", "arrive",
     "discuss", "agree", "negotiate", "debate", "expect", "suppose", "schedule", "plan", "intend",
     "invite", "want", "hope", "refuse", "fail", "decline", "propose", "offer"]
)  # fmt: skip
# "When did Berg invite Stone to Riga?": not when Stone came
BEFOREHAND = re.compile(
    r"\bdid (?:[\w.’'-]+ ){1,5}?(?:invite|urge|persuade|promise)\b", re.IGNORECASE
)
BEFOREHAND_KINDS = frozenset({Kind.WHEN, Kind.WHERE})
# "Where was Berg on the day of the talks?" asks for a place of his, not of theirs
_THEN = r"(?:day|eve|evening|night|morning|afternoon|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
WHEREABOUTS = re.compile(
    rf"^\W*(?:and |but |so )?where (?:exactly )?(?:was|were|did) (?P<who>(?:(?!\bmeet).)+?) "
    rf"(?:spend (?:the|that) {_THEN} )?"
    rf"(?:on (?:the|that) {_THEN} (?:of|when|that|on which)\b|"
    r"(?:while|when|the day(?: that)?) (?!(?:he|she|they|it) ))",
    re.IGNORECASE,
)
PRESENT = frozenset(["present", "absent", "there", "involved", "due", "able", "next", "with"])


def without_deed(asked: Asked) -> Asked:
    """The question as one about no meeting, where it asks for what somebody else did beside it."""
    if asked.kind is Kind.WHERE and (where := WHEREABOUTS.match(asked.text)):
        return _of_one(asked, where["who"])
    if not asked.about.forms or not _is_of_a_deed(asked):
        return asked
    return asked.model_copy(update={"about": asked.about.model_copy(update={"forms": ()})})


def _of_one(asked: Asked, who: str) -> Asked:
    """The question as one about those alone whom it asks after, where they are named and others
    were elsewhere; as it is otherwise.
    """
    own = tuple(one for one in asked.about.parties if one.words in who)
    if not own or (len(own) == len(asked.about.parties) and not asked.about.forms):
        return asked
    about = asked.about.model_copy(update={"parties": own, "forms": (), "place": None})
    return asked.model_copy(update={"about": about})


def _is_of_a_deed(asked: Asked) -> bool:
    text = asked.text
    apart = asked.kind in APART_KINDS and _names_only(APART, text)
    within = asked.kind in WITHIN_KINDS and _names_only(WITHIN, text)
    if asked.kind in BEFOREHAND_KINDS and BEFOREHAND.search(text):
        return True
    return (apart or within) and _has_other_verb(text, apart=apart)


def _names_only(beside: re.Pattern[str], text: str) -> bool:
    """Whether a text names meetings, and all of them only as what something was beside."""
    return beside.search(text) is not None and OF_A_FORM.search(beside.sub("", text)) is None


def _has_other_verb(text: str, *, apart: bool) -> bool:
    """Whether a question's main verb is none of a meeting; to be somewhere apart from one is."""
    root = next(token for token in parse([text], without=["ner"])[0] if token.dep_ == "ROOT")
    under = list(root.children)
    if root.lemma_ == "be":
        said = {one.lower_ for one in under if one.dep_ in ("acomp", "advmod")}
        return apart or not said <= {*PRESENT, "who", "where", "when"}
    verb = root.pos_ == "VERB" or any(one.dep_ == "aux" for one in under)  # "did Berg stroll"
    return verb and root.lemma_ not in VERBS_OF_MEETINGS
