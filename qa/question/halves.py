"""The two meetings of a comparison, an interval or an order: each half read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from index.meeting_records import Status
from index.records import Record
from qa.events.described import ask_its_day, asks_telling
from qa.question.about import Part
from qa.question.asked import About, Kind
from qa.question.follow_up_cues import HE_OR_SHE, PERSONAL_PRONOUN
from qa.question.several_cues import LATER, OPENING_TIME, SPLITS
from qa.question.slot_cues import ANNOUNCEMENTS

OF_EVENTS = (Kind.INTERVAL, Kind.ORDER)
LEAST_SAID = 2  # names and words
Read = Callable[[str], Part]


class Halves(Record):
    """The two parts of a question."""

    one: Part
    two: Part


def read_halves(text: str, kind: Kind, read: Read) -> Halves | None:
    """The halves of a question that has two, what one leaves unsaid taken from the other.

    None where it cannot be told apart: then it is about one meeting, or about all that fit.
    """
    of_events = kind in OF_EVENTS
    fits = [(_fitness(some), of_events and _are_events(some), some)
            for some in _candidates(text, kind, read)]  # fmt: skip
    fitness, events, best = max(fits, key=lambda fit: fit[:2], default=(0, False, None))
    if best is None or not (fitness or events):
        return None
    one, two = _with_status(best.one), _with_status(best.two)
    return Halves(
        one=one.model_copy(update={"about": _filled(one.about, two.about)}),
        two=two.model_copy(update={"about": _filled(_with_subject(two.about, one), one.about)}),
    )


def _candidates(text: str, kind: Kind, read: Read) -> Iterator[Halves]:
    """Each way to part a text: a separator may stand in it more than once."""
    text = text.strip(" ?!.")
    matches = (pattern.match(text) for pattern in SPLITS.get(kind, ()))
    parted = (_part(match, read) for match in matches if match)
    return (halves for halves in parted if halves)


def _part(match: re.Match[str], read: Read) -> Halves | None:
    """Both halves; None where a stem says nothing of both: "Which came first, …"."""
    one, two = (_said(read(match[half]), match[half]) for half in ("one", "two"))
    if OPENING_TIME.match(match["one"]) and two.about.period is None:  # it is of both
        period = {"period": one.about.period}
        two = two.model_copy(update={"about": two.about.model_copy(update=period)})
    stem = match.groupdict().get("stem")
    if stem:
        held = read(stem)
        if not held.about.forms or not held.about.parties:
            return None
        one, two = _under(one, held, stem), _under(two, held, stem)
    return Halves(one=one, two=_with_pronoun(two, one, match["two"]))


def _said(half: Part, text: str) -> Part:
    return half.model_copy(update={"about": half.about.model_copy(update={"said": text})})


def _under(half: Part, held: Part, stem: str) -> Part:
    """A half with what was said of both before them: "Whom did Berg meet first, … or …?"."""
    about, both = half.about, held.about
    meant = both.model_copy(
        update={
            "parties": tuple(dict.fromkeys((*both.parties, *about.parties))),
            "forms": about.forms or both.forms,
            "place": about.place or both.place,
            "wider": about.wider or both.wider,
            "period": about.period or both.period,
            "words": (*both.words, *about.words),
            "order": "last" if LATER.search(stem) else "first",
        }
    )
    return half.model_copy(update={"about": meant})


def _with_pronoun(two: Part, one: Part, text: str) -> Part:
    """The second half with the subject of the first, where a pronoun stands for it."""
    pronoun = PERSONAL_PRONOUN.search(text)
    if pronoun is None or not one.subjects:
        return two
    meant = one.subjects[:1] if pronoun[0].lower() in HE_OR_SHE else one.subjects
    parties = tuple(dict.fromkeys((*meant, *two.about.parties)))
    return two.model_copy(update={"about": two.about.model_copy(update={"parties": parties})})


def _fitness(halves: Halves) -> int:
    """How much a parting makes of the two: both must name a meeting, or a day of one."""
    return min(_says(halves.one), _says(halves.two))


def _are_events(halves: Halves) -> bool:
    """Whether each half says enough of an event that is no meeting, or is somebody's word."""
    return all(
        len({*part.people, *part.about.words}) >= LEAST_SAID
        or asks_telling(ask_its_day(part.about.said))
        for part in (halves.one, halves.two)
    )


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
