"""A question that leans on those before it: what it takes from them, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.records import Record, Turn, When
from index.words import content_words
from qa.question.about import Part, read_part
from qa.question.asked import About, Kind, Party, Pointed
from qa.question.follow_up_cues import (
    AFTER_THAT,
    ANOTHER,
    BACK,
    BEFORE_THAT,
    ELSE,
    FROM_THAT,
    IT,
    LEADS,
    ONE_MEETING,
    SHIFT,
    THAT_CLAUSE,
    THAT_DAY,
    THE_LAST,
    THERE,
)
from qa.question.kind import plain
from qa.question.known import Known
from qa.question.listed import name_item, name_those
from qa.question.meeting_words import JOINING
from qa.question.pronouns import (
    Meant,
    open_alone,
    open_pronoun_of,
    settle,
    singles,
    without_days,
    without_own_offices,
)
from qa.question.put_in import in_its_place, name_day, name_it, name_object
from qa.question.reading import Reading, read_alone
from qa.question.when import days_of, move_day, shift
from qa.telling.say_when import say_when

MOST_TURNS = 12  # older ones are no longer meant
LEAST_OWN = 2  # content words that a question which leaned has of its own, to be what "that" means
PART_OF_TEXT = re.compile(r"[^?]+\??")


class Before(Record):
    """What was last asked and answered: the question, understood, and what the answer names."""

    reading: Reading
    pointed: Pointed  # what "that meeting" may be
    part: Part  # of the answer
    days: tuple[When, ...]

    @property
    def period(self) -> When | None:
        """The one day or period of the answer, else that of the question."""
        exact = {when.edtf: when for when in self.days if when.earliest}
        if len(exact) == 1:
            return next(iter(exact.values()))
        return self.reading.asked.about.period

    @property
    def place(self) -> str | None:
        """The place of the question, else the answer's first; the other way where it asked for one:
        "Where was she the day before her talks in Oslo?"
        """
        asked, told = self.reading.asked.about.place, self.part.about.place
        wanted = self.reading.asked.kind is Kind.WHERE
        return (told or asked) if wanted else (asked or told)


def complete(text: str, *, asked_on: date, history: Sequence[Turn], known: Known | None) -> Reading:
    """A question with what it takes from the history; the same where it leans on nothing."""
    before = _read_before(history[-MOST_TURNS:], asked_on, known)
    if before is None:
        return open_alone(read_alone(text, asked_on, known))
    lead = LEADS.match(text)
    bare = text[lead.end() :] if lead and lead.end() < len(text.strip(" ?!.")) else text
    named = name_those(bare, history)
    if named != bare:
        return _following(named, asked_on, known)
    named = _put_in(bare, before, history)
    alone = read_alone(named, asked_on, known, leans=True)
    whole = _in_its_place(named, alone, before)
    if whole:
        return _following(whole, asked_on, known).instead(named, before.reading)
    led = lead is not None and (named == bare or _is_elliptic(alone))
    if not _leans(named, alone, led):
        if named != bare:
            return _following(named, asked_on, known)
        return settle(read_alone(text, asked_on, known), None, history).reading
    bare = named
    meant = settle(alone, before.reading, history, before.part.people)
    if meant.reading.asked.open_pronoun:
        return meant.reading
    return _lean(bare, meant, before)


def _following(text: str, asked_on: date, known: Known | None) -> Reading:
    """A question that says all once its words for the last answer's are put in."""
    reading = read_alone(text, asked_on, known)
    update = {"follows": True, "outside": False}
    return reading.model_copy(update={"asked": reading.asked.model_copy(update=update)})


def _put_in(text: str, before: Before, history: Sequence[Turn]) -> str:
    """The question with words for what it points at in the last answer."""
    text = name_item(text, history, before.reading.asked.text)
    told = without_own_offices(before.part.people, history)
    asked = before.reading.asked
    text = name_object(text, told, singles((*asked.about.parties, *asked.speakers)))
    return name_it(text, asked.text)


def _in_its_place(text: str, alone: Reading, before: Before) -> str | None:
    """The last question with another subject, where no more than a name is asked: "And Poland?"."""
    bare = _is_elliptic(alone) and not alone.pronouns
    return in_its_place(text, before.reading.asked.text) if bare else None


def _read_before(history: Sequence[Turn], asked_on: date, known: Known | None) -> Before | None:
    """The last question of the history, completed by those before it, with its answer."""
    asked = [at for at, turn in enumerate(history) if turn.role == "user"]
    if not asked:
        return None
    last = asked[-1]
    asking = history[last].content
    reading = complete(asking, asked_on=asked_on, history=history[:last], known=known)
    told = [turn.content for turn in history[last + 1 :]]
    said = " ".join(told)
    if reading.asked.kind is Kind.WHERE:  # "To Oslo." answers where somebody went
        said = re.sub(r"^To (?=[A-Z])", "They went to ", said)
    part = without_days(read_part(said, asked_on, known))
    pointed = Pointed(about=reading.asked.about, kind=reading.asked.kind, said=" ".join(told))
    return Before(
        reading=reading, pointed=pointed, part=part, days=tuple(days_of(told, asked_on))
    )  # fmt: skip


def _leans(text: str, alone: Reading, led: bool) -> bool:
    """Whether a question needs those before it to be understood."""
    about, asking = alone.asked.about, plain(text)
    signs = (FROM_THAT, SHIFT, BEFORE_THAT, AFTER_THAT, THAT_DAY, THERE)
    if any(sign.search(asking) for sign in signs) or open_pronoun_of(alone, strict=True):
        return True
    names = bool(about.parties or alone.asked.speakers)
    if not names and not about.words and about.place is None and about.period is None:
        return True
    points = IT.search(asking) and not THAT_CLAUSE.search(asking)
    placed = about.place is not None or about.period is not None
    if points and not (names and about.forms) and not placed:
        return True
    whole = bool(about.forms) and not JOINING.search(asking) and (names or placed)
    return led and not whole and len(about.words) <= 2


def _lean(text: str, meant: Meant, before: Before) -> Reading:
    reading, earlier = meant.reading, before.reading.asked
    asking = plain(text)
    elliptic = _is_elliptic(reading)
    kind = earlier.kind if elliptic else reading.asked.kind
    about = _about(asking, meant, before, elliptic)
    update = {
        "kind": kind, "about": about, "follows": True,
        "planned": reading.asked.planned or (elliptic and earlier.planned),
        "outlet": reading.asked.outlet or earlier.outlet,
        "article": reading.asked.article or earlier.article,
        "speakers": reading.asked.speakers or (earlier.speakers if elliptic else ()),
        "role": reading.asked.role or (earlier.role if elliptic else None),
        "pointed": before.pointed if ONE_MEETING.fullmatch(asking) else None,
        "text": _moved(asking, before, about, elliptic)
        or _text(text, meant, before, None if elliptic else about),
    }  # fmt: skip
    if reading.asked.kind in (Kind.INTERVAL, Kind.ORDER) and FROM_THAT.search(asking):
        update |= _from_the_answer(meant, before)
    asked = reading.asked.model_copy(update=update)
    subjects = reading.part.subjects or before.reading.part.subjects
    part = reading.part.model_copy(update={"subjects": subjects})
    return reading.model_copy(update={"asked": asked, "part": part})


def _from_the_answer(meant: Meant, before: Before) -> dict[str, object]:
    """One end is the day that was answered: "How long before that was it?"."""
    day, old, own = before.period, before.reading.asked.about, meant.reading.part.about
    if day is None or day.earliest is None or day.earliest != day.latest:
        return {}
    people = tuple(dict.fromkeys((*meant.people, *own.parties)))
    people = people or old.parties or before.reading.part.people
    kept = {"parties": people}
    return {"about": own.model_copy(update=kept), "other": About(period=day)}


def _is_elliptic(reading: Reading) -> bool:
    """Whether a question has no verb of its own: "and the week before?", "and Stone?"."""
    return reading.asked.kind in (Kind.CONTENT, Kind.LIST, Kind.SAID) and not reading.has_verb


def _about(asking: str, meant: Meant, before: Before, elliptic: bool) -> About:
    """The meeting that is meant: what the question says of it, the rest as in the one before."""
    own, old = meant.reading.asked.about, before.reading.asked.about
    whole = elliptic or _points_back(asking, meant)
    taken: dict[str, object] = {
        "forms": own.forms or (old.forms if whole or meant.people else ()),
        "parties": _parties(own, old, meant, elliptic, whole),
    }
    if whole:
        taken |= {"place": own.place or old.place, "wider": own.wider or old.wider}
        taken |= {"words": own.words or old.words, "status": own.status or old.status}
    taken |= _times(asking, own, before, whole)
    if THERE.search(asking) and own.place is None:
        taken["place"] = before.place
    return own.model_copy(update=taken)


def _points_back(asking: str, meant: Meant) -> bool:
    """Whether the meeting of the last answer is meant: "where was that?", "who else was there?"."""
    ordered = meant.reading.asked.about.order is not None
    if (ANOTHER.search(asking) or ordered) and not (
        BEFORE_THAT.search(asking) or AFTER_THAT.search(asking)
    ):
        return meant.both
    own = meant.reading.asked.about
    pointed = IT.search(asking) is not None or not meant.settled
    return meant.both or (pointed and not meant.people and not (own.forms and own.parties))


def _parties(
    own: About, old: About, meant: Meant, elliptic: bool, whole: bool
) -> tuple[Party, ...]:
    if meant.people:
        return tuple(dict.fromkeys((*meant.people, *own.parties)))
    if elliptic and own.parties:  # "and Stone?": another in the place of the last
        kept = old.parties[: max(len(old.parties) - len(own.parties), 0)] or old.parties[:0]
        return tuple(dict.fromkeys((*kept, *own.parties)))
    if not whole:
        return own.parties
    return tuple(dict.fromkeys((*old.parties, *own.parties)))


def _times(asking: str, own: About, before: Before, whole: bool) -> dict[str, object]:
    """When: shifted, before or after the last, on that day, or as it was."""
    moved = SHIFT.search(asking)
    base = before.period
    if moved and base:
        word = (moved["word"] or moved["word2"]).lower()
        unit = (moved["unit"] or moved["unit2"]).lower()
        unit = "day" if unit in ("evening", "night", "morning", "afternoon") else unit
        week = before.reading.asked.about.period if unit != "day" else base
        return {"period": shift(week or base, "before" if word in BACK else "after", unit)}
    if BEFORE_THAT.search(asking) and base:
        return {"before": base, "period": None, "order": own.order or "last"}
    if AFTER_THAT.search(asking) and base:
        return {"after": base, "period": None, "order": own.order or "first"}
    if THAT_DAY.search(asking):
        return {"period": own.period or base}
    old = before.reading.asked.about
    if not whole or own.period or own.before or own.after:
        return {}
    elliptic_place = own.place is not None and not ELSE.search(asking)
    kept = old.period if elliptic_place or own.parties else base
    limits = {"before": old.before, "after": old.after}
    return {"period": kept, **limits, "order": own.order or old.order}


def _moved(asking: str, before: Before, about: About, elliptic: bool) -> str | None:
    """The question before with its day shifted, where no more is asked: "and the day after?"."""
    asked = before.reading.asked
    old, new = asked.about.period, about.period
    if not (elliptic and old and new and SHIFT.search(asking)):
        return None
    moved = move_day(asked.text, asked.asked_on, old, new)
    return moved if moved != asked.text else None


def _text(text: str, meant: Meant, before: Before, about: About | None) -> str:
    """The question so that it can be understood alone; `about` is None of one without a verb."""
    asked = before.reading.asked
    told = name_day(meant.text, about.period if about and before.period else None)
    if before.period and THAT_DAY.search(told):
        told = THAT_DAY.sub(f"on {say_when(before.period)}", told)
    if before.place and THERE.search(told):
        told = THERE.sub(f"in {before.place}", told)
    alone = meant.settled and about and not IT.search(plain(told))
    return told if alone else f"{_topic(asked.text, told)} {told}"


def _topic(asked: str, told: str) -> str:
    """Of questions that each leaned on the one before, the first, which says what all are about;
    the last as well where "that" may be what it asked, or no more than "When?" follows.
    """
    first, *later = (part.strip() for part in PART_OF_TEXT.findall(asked.strip()))
    says_much = bool(later) and len(content_words(later[-1])) >= LEAST_OWN
    points = THE_LAST.search(told) or not content_words(told)
    return " ".join([first, *later[-1:]] if says_much and points else [first])
