"""The two meetings of a comparison, an interval or an order: each half read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from index.meeting_records import Status
from index.records import Record
from qa.asked import About, Kind
from qa.follow_up_cues import PERSONAL
from qa.question_about import Part
from qa.slot_cues import ANNOUNCEMENTS

Read = Callable[[str], Part]
# How the halves are told apart, the likeliest first; "one" and "two" are read.
SPLITS: dict[Kind, tuple[re.Pattern[str], ...]] = {
    kind: tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in patterns)
    for kind, patterns in (
        # "Compare the talks of May with those of June."
        (Kind.COMPARE, (
            r"^(?P<one>.+) (?:compared (?:with|to)|compare (?:with|to)|with|versus|vs\.?|against|"
            r"to|"
            r"differ(?:ed)? from|from) (?P<two>.+)$",
            r"^(?P<one>.+?) and (?P<two>.+)$",
            r"^(?P<one>.+) and (?P<two>.+)$",
        )),
        # "Which came first, the call or the visit?" "Was the call before the visit?"
        (Kind.ORDER, (
            r"^[^,:]*\b(?:first|earlier|later|sooner|last)\b[,:]? (?P<one>.+) or (?P<two>.+)$",
            r"^(?P<one>.+) or (?P<two>.+)$",
            r"^(?P<one>.+?) (?:before|after|earlier than|later than|precede|follow) (?P<two>.+)$",
        )),
        # "How many days lay between the call and the visit?" "How long after the call was it?"
        (Kind.INTERVAL, (
            r"^how far apart (?:were|are|was) (?P<one>.+?) and (?P<two>.+)$",
            r"^.*?\b(?:between|separated?) (?P<one>.+?) (?:and|from) "
            r"(?P<two>(?:the|her|his|their|its|a|an) .+)$",  # "Berg and Stone and the call"
            r"^.*?\b(?:between|separated?) (?P<one>.+?) (?:and|from) (?P<two>.+)$",
            r"^.*?\bbetween (?P<one>.+) and (?P<two>.+)$",
            r"^.*?\bfrom (?P<one>.+?) (?:to|until) (?P<two>.+)$",
            r"^how (?:long|many \w+|soon|much time) (?:after|before) (?P<one>.+?) "
            r"(?:did|was|were|is|are|do|does|had) (?P<two>.+)$",
            r"^(?P<two>.+?) (?:after|until) (?P<one>.+)$",
            r"^(?P<one>.+?) before (?P<two>.+)$",
        )),
    )
}  # fmt: skip
POINTING = re.compile(r"\b(?:those|that|the ones?|it|them|these)\b", re.IGNORECASE)


class Halves(Record):
    """The two parts of a question."""

    one: Part
    two: Part


def read_halves(text: str, kind: Kind, read: Read) -> Halves | None:
    """The halves of a question that has two, what one leaves unsaid taken from the other.

    None where it cannot be told apart: then it is about one meeting, or about all that fit.
    """
    best = max(_candidates(text, kind, read), key=_fitness, default=None)
    if best is None or not _fitness(best):
        return None
    one, two = _with_status(best.one), _with_status(best.two)
    return Halves(
        one=one.model_copy(update={"about": _filled(one.about, two.about)}),
        two=two.model_copy(update={"about": _filled(_with_subject(two.about, one), one.about)}),
    )


def _candidates(text: str, kind: Kind, read: Read) -> Iterator[Halves]:
    """Each way to part a text: a separator may stand in it more than once."""
    text = text.strip(" ?!.")
    for pattern in SPLITS.get(kind, ()):
        match = pattern.match(text)
        if match:
            one, two = read(match["one"]), read(match["two"])
            yield Halves(one=one, two=_with_pronoun(two, one, match["two"]))


def _with_pronoun(two: Part, one: Part, text: str) -> Part:
    """The second half with the subject of the first, where a pronoun stands for it."""
    if not PERSONAL.search(text) or not one.subjects:
        return two
    parties = tuple(dict.fromkeys((*one.subjects, *two.about.parties)))
    return two.model_copy(update={"about": two.about.model_copy(update={"parties": parties})})


def _fitness(halves: Halves) -> int:
    """How much a parting makes of the two: both must name a meeting, or a day of one."""
    return min(_says(halves.one), _says(halves.two))


def _says(part: Part) -> int:
    about = part.about
    announced = any(word.lower() in ANNOUNCEMENTS for word in about.words)
    dated = about.period is not None
    return 2 * dated + 2 * bool(about.forms or announced) + bool(about.place) + bool(about.parties)


def _with_status(part: Part) -> Part:
    """An announcement is the meeting as it was announced, and not the meeting itself."""
    words = [word for word in part.about.words if word.lower() not in ANNOUNCEMENTS]
    if len(words) == len(part.about.words):
        return part
    told = {"words": tuple(words), "status": Status.ANNOUNCED}
    return part.model_copy(update={"about": part.about.model_copy(update=told)})


def _with_subject(about: About, one: Part) -> About:
    """A second half that names one person alone is who else was met: "… before Lund?"."""
    alone = len(about.parties) == 1 and not about.forms and about.period is None
    if not alone or not one.subjects:
        return about
    return about.model_copy(update={"parties": (*one.subjects[:1], *about.parties)})


def _filled(about: About, other: About) -> About:
    """A half with the people and the form of the other where it names none."""
    taken: dict[str, object] = {}
    if not about.forms:
        taken["forms"] = other.forms
    if not about.parties:
        taken["parties"] = other.parties
    if about.status is Status.ANNOUNCED and about.period is None and about.place is None:
        taken |= {"period": other.period, "place": other.place, "wider": other.wider}
    return about.model_copy(update=taken)
