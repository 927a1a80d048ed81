"""Who stands before the verb of a report and who behind it: "Berg and Stone met with Lund" is no
meeting of Berg with Stone. A list of three who met hides that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.meeting_records import FieldEvidence, Meeting, Mention
from index.people_cues import GROUP_NOUNS, PLURALS
from index.records import Record, Sentence
from qa.telling.phrases import DIRECTED, Claim
from qa.telling.support import Report, person_in

MEETS = re.compile(r"(?:mee?t|meets|meeting)\b", re.IGNORECASE)  # whom it takes stands behind it
OF_ALL = re.compile(r"\s+(?:of|between|among)\b")  # "the meeting of Berg and Stone"
ANOTHER = re.compile(  # clause: "met in Oslo, where Stone", "Berg, whom Stone"
    r"\b(?:who|whom|where|when|while|as|after|before|that|said|says)\b|[;:]"
)
TO_OTHERS = re.compile(r"[^,.;:“”\"]{0,60}?\bwith\b")  # "held two hours of talks with"
GROUPS = "|".join(sorted({*GROUP_NOUNS, *PLURALS}))
OTHERS = re.compile(  # "met on Monday with Lund", "held talks yesterday with the port's directors"
    r"(?:\s+[\w’'-]+|,\s[A-Z]\w+ \d+,?){0,4}?\s+with\s+(?:[\w’'-]+\s+){0,4}?"
    rf"(?:[A-Z][\w-]+|(?:{GROUPS})\b)"
)
EACH_OTHER = re.compile(r"\s+with\s+(?:each other|one another|a view)\b")
IN_ONE_LIST = re.compile(r"\band\b|,|\b(?:led|headed|accompanied) by\b")  # "Berg and Stone"
LONGEST = 80  # characters between two names of a list
PAIR = 2


class Ends(Record):
    """The names before a report's verb and those behind it; `apart` where others yet are behind."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    apart: bool

    def are(self, names: Iterable[str]) -> bool:
        """Whether they are just those of some names."""
        return set(names) == {*self.before, *self.behind}

    def are_one_side(self, names: Sequence[str]) -> bool:
        """Whether some names are all on one side, and others on the other."""
        if self.apart or (self.before and self.behind):
            return set(names) <= set(self.before) or set(names) <= set(self.behind)
        return False


def with_ends(claim: Claim, meeting: Meeting, reports: Iterable[Report]) -> Claim | None:
    """The claim with those before the verb as its subjects and those behind it as its objects, as
    a report of all of them has it; None where all of them received somebody who is not told of.
    """
    names = (*claim.subjects, *claim.objects)
    if claim.directed or len(names) < PAIR:
        return claim
    found = [ends for one in reports if (ends := _ends(one, meeting)) and ends.are(names)]
    split = next((ends for ends in found if ends.before and ends.behind), None)
    if split and len(names) > PAIR:
        return claim.model_copy(update={"subjects": split.before, "objects": split.behind})
    if split or not any(ends.apart for ends in found):
        return claim
    if meeting.form == "reception":
        return None if all(ends.apart for ends in found) else claim
    form = meeting.form if meeting.form == "visit" else claim.form  # they went there together
    return claim.model_copy(update={"form": form, "subjects": names, "objects": ()})


def are_together(meeting: Meeting, reports: Iterable[Report], names: Sequence[str]) -> bool:
    """Whether some stand on one side in every report that names them, towards others: "Berg and
    Stone met with Lund".
    """
    told = list(reports)
    named = [one for one in told if all(_names(one, meeting, name) for name in names)]
    ends = [_ends(one, meeting) for one in named or told]
    return bool(ends) and all(e is not None and e.are_one_side(names) for e in ends)


def _names(report: Report, meeting: Meeting, name: str) -> bool:
    """Whether a report has somebody by more than a pronoun, or "the talks" told of before."""
    person = next(p for p in meeting.participants if p.name == name)
    found = person_in(person, report.mention.participants)
    return found is not None and found.resolved != "pronoun"


def _ends(report: Report, meeting: Meeting) -> Ends | None:
    """The ends of a report's sentence; None where it does not have everybody in its own words."""
    mention, own = report.mention, report.own
    spots = [e for e in mention.evidence if e.field == "participants"]
    if own is None or len(spots) != len(mention.participants):
        return None
    if any(not own.start <= e.start < own.end for e in spots):
        return None
    places = {p.name: e for p, e in zip(mention.participants, spots, strict=True)}
    told = [(p.name, places[o.name]) for p in meeting.participants
            if (o := person_in(p, mention.participants))]  # fmt: skip
    first, last = mention.trigger.start, mention.trigger.end
    before = tuple(name for name, e in told if e.end <= first)
    behind = tuple(name for name, e in told if e.start >= last)
    if len(before) + len(behind) < len(told):
        return None
    if behind and not (before and _leads_to(mention, own, [e for _, e in told])):
        return None
    spans = sorted((e.start, e.end) for _, e in told)
    apart = not behind and _are_listed(own, spans) and _have_others(mention, own)
    return Ends(before=before, behind=behind, apart=apart)


def _leads_to(mention: Mention, own: Sentence, spots: Sequence[FieldEvidence]) -> bool:
    """Whether the verb has those behind it for its object: "met Stone", "held talks with Stone"."""
    end = mention.trigger.end
    first = min(e.start for e in spots if e.start >= end)
    between = own.text[end - own.start : first - own.start]
    if MEETS.fullmatch(mention.trigger.text):
        return not (OF_ALL.match(between) or ANOTHER.search(between))
    return TO_OTHERS.match(between) is not None


def _are_listed(own: Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether some are told of together: "Berg and Stone", "both"."""
    gaps = [own.text[a[1] - own.start : b[0] - own.start] for a, b in pairwise(spans) if a != b]
    return all(
        len(gap) <= LONGEST and IN_ONE_LIST.search(gap) and not ANOTHER.search(gap) for gap in gaps
    )


def _have_others(mention: Mention, own: Sentence) -> bool:
    """Whether those before the verb did it towards somebody else, or went to some place."""
    if mention.form in DIRECTED:
        return True
    behind = own.text[mention.trigger.end - own.start :]
    return OTHERS.match(behind) is not None and EACH_OTHER.match(behind) is None
