"""Whom a pronoun of a question means: the subject of the last one, or nobody that can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cues import MONTHS, STOP_WORDS
from index.people_cues import HE, OFFICE_NOUNS, SHE
from index.records import Record, Turn
from qa.question.about import Part
from qa.question.asked import About, Party
from qa.question.follow_up_cues import HE_OR_SHE, NAME, NOT_PERSONS, OWNING, PERSONAL_PRONOUN
from qa.question.meeting_words import FORM_NOUNS
from qa.question.reading import Reading
from qa.question.slot_cues import AFTER_PREPOSITION, TELLING_WORDS

MOST_WORDS = 1  # of its own, with which "they" is still open without a history
BOUND = re.compile(  # "Who said that he …": the pronoun may be the one asked for
    r"\b(?:who|which \w+(?: \w+)?|what \w+) (?!(?:did|does|do|has|have|had|was|were|is|are|will|"
    r"would)\b)\w+|\bwho (?:was|is|were) \w+ing\b"
)
NOUN = re.compile(
    r"(?:(?P<prior>\w+)\s+)?\b(?:the|a|an|which|this|what)\s+(?P<noun>[a-z][\w-]+)", re.IGNORECASE
)


WHO_DID = re.compile(  # "Who spoke for the board?": not "Who did Berg meet?", "Who was received?"
    r"^\W*(?:and |but )?who (?:(?!(?:did|does|do|has|have|had|was|were|is|are|will|would|else)\b)"
    r"\w+|(?:will|would|(?:was|were|is|are) (?:due |going |supposed )?to) (?!be\b)[a-z]+\b|"
    r"(?:is|was) (?:the|its|their|his|her) )",
    re.IGNORECASE,
)


ACCORDING = re.compile(  # "According to her, what …?", "in his view"
    r"\baccording to (?:him|her|them)\b|"
    r"\b(?:in|by) (?:his|her|their) (?:words|view|opinion|account)\b",
    re.IGNORECASE,
)


class Meant(Record):
    """A question whose pronouns are settled: the people meant, and the text with their names.

    `settled` tells that there was one, and `both` that they are all of the last question's, so that
    its meeting is meant.
    """

    reading: Reading
    people: tuple[Party, ...] = ()
    text: str
    both: bool = False
    settled: bool = False


def open_alone(reading: Reading) -> Reading:
    """A question without a history: a pronoun is open where nobody is named before it."""
    pronoun = open_pronoun_of(reading)
    if pronoun is None:
        return reading
    return _left_open(reading, pronoun, ())


def settle(
    reading: Reading,
    earlier: Reading | None,
    history: Sequence[Turn],
    answered: Sequence[Party] = (),
) -> Meant:
    """A question with its pronouns settled by the last question and the people of its answer."""
    pronoun = open_pronoun_of(reading, strict=earlier is not None)
    if pronoun is None or earlier is None:
        return Meant(reading=reading if earlier else open_alone(reading), text=reading.asked.text)
    if pronoun.lower() in HE_OR_SHE:
        return _settle_one(reading, pronoun, earlier, history, answered)
    people = _of_kinds(earlier.asked.about.parties) or _of_kinds(earlier.part.people)
    people = people if len(people) > 1 else _merged(people, _of_kinds(answered))
    if not people:
        return Meant(reading=reading, text=reading.asked.text, both=True)
    meant = _meaning(reading, people, earlier, both=True)
    subjects = earlier.part.subjects or people  # "she" is still whose deed was asked about first
    part = meant.reading.part.model_copy(update={"subjects": subjects})
    return meant.model_copy(update={"reading": meant.reading.model_copy(update={"part": part})})


def _settle_one(
    reading: Reading, pronoun: str, earlier: Reading, history: Sequence[Turn],
    answered: Sequence[Party],
) -> Meant:  # fmt: skip
    told = without_own_offices(answered, history)
    likely = singles(earlier.part.subjects) or told
    new = [party for party in told if party.called.split()[-1] not in earlier.asked.text]
    if len(new) == 1 and WHO_DID.match(earlier.asked.text):  # he is what the question was for
        likely = new
    likely = _of_sex([*dict.fromkeys((*likely, *told))], pronoun, history) or likely
    likely = _called_so(likely, told, pronoun, earlier)
    if len(likely) != 1:
        named = tuple(full_name(party.called, history) for party in likely)
        return Meant(reading=_left_open(reading, pronoun, named), text=reading.asked.text)
    others = [p for p in singles(earlier.asked.about.parties) if p not in likely] or [
        party for party in told if party not in likely
    ]
    second = len({_sex(word) for word in reading.pronouns} - {"they"}) > 1
    if second and len(others) == 1:
        return _meaning(reading, (*likely, *others), earlier, both=True)
    return _meaning(reading, tuple(likely), earlier, both=False)


def _called_so(
    likely: Sequence[Party], told: Sequence[Party], pronoun: str, earlier: Reading
) -> list[Party]:
    """Those who may be "she" where somebody else was "he" so far; whoever was "she", where no other
    is left.
    """
    so_far, sex = dict(earlier.called), _sex(pronoun)
    other = so_far.get("he" if sex == "she" else "she", "").split()[-1:]
    was = [Party(words=so_far[sex], kind="person")] if sex in so_far else []
    groups = (likely, *((told, singles(earlier.asked.about.parties), was) if other else ()))
    left = ([one for one in some if one.called.split()[-1:] != other] for some in groups)
    return next((some for some in left if some), [])


def _of_sex(likely: Sequence[Party], pronoun: str, history: Sequence[Turn]) -> list[Party]:
    """The one whom the conversation calls a woman, where "she" is asked of, or a man: "Ruth Lund,
    the board's spokeswoman", "Mr Stone".
    """
    nouns = "|".join(SHE if _sex(pronoun) == "she" else HE)
    said = " ".join(turn.content for turn in history)

    def is_called(party: Party) -> bool:
        name = re.escape(party.called)
        before = rf"\b(?:{nouns})\b\.? (?:[A-Z][\w’'-]+ )?{name}"
        beside = rf"{before}|{name}, (?:[\w’'-]+ ){{0,5}}?(?:{nouns})\b"
        return party.kind == "person" and re.search(beside, said, re.IGNORECASE) is not None

    found = [party for party in likely if is_called(party)]
    return found if len(found) == 1 else []


def _meaning(reading: Reading, people: tuple[Party, ...], earlier: Reading, *, both: bool) -> Meant:
    """The question with names for its pronouns; who says something is no party of a meeting."""
    text, called = _with_names(reading.asked.text, people)
    part = reading.part.model_copy(update={"subjects": people, "people": people})
    asked = reading.asked.model_copy(update={"text": text})
    if _tells(reading.asked.text):
        asked = asked.model_copy(update={"speakers": people})
        people = ()
    called = dict(earlier.called) | called
    told = Reading(asked=asked, part=part, plain=reading.plain, called=tuple(called.items()))
    return Meant(reading=told, people=people, text=text, both=both, settled=True)


def _tells(text: str) -> bool:
    """Whether the first pronoun is who says something: "What did she say?"."""
    match = PERSONAL_PRONOUN.search(text)
    if ACCORDING.search(text):
        return True
    if match is None or match[0].lower() in OWNING or _owns(text, match):
        return False
    after = re.findall(r"\w+", text[match.end() :].lower())[:2]
    tells = any(word in TELLING_WORDS for word in after)
    to_somebody = after[:1] in (["speak"], ["spoke"]) and after[1:2] in (["to"], ["with"])
    return tells and not to_somebody


def _with_names(text: str, people: Sequence[Party]) -> tuple[str, dict[str, str]]:
    """The text with names for its pronouns; who is "she" in it, and who "he"."""
    named = iter([party.called for party in people])
    first = " and ".join(party.called for party in people)
    sexes: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        sex = _sex(match[0])
        if sex not in sexes:
            sexes[sex] = first if sex == "they" else next(named, "") or match[0]
        owning = match[0].lower() in OWNING or _owns(text, match)
        return f"{sexes[sex]}'s" if owning else sexes[sex]

    told = PERSONAL_PRONOUN.sub(name, text)
    sexes.pop("they", None)
    return told, {sex: who for sex, who in sexes.items() if sex != who}


def _owns(text: str, match: re.Match[str]) -> bool:
    """Whether "her" stands before its noun: "her visit"."""
    after = re.match(r"\s+(\w+)", text[match.end() :])
    noun = after is not None and after[1].lower() not in STOP_WORDS
    return match[0].lower() == "her" and noun


def _sex(word: str) -> str:
    if word.lower() in ("he", "him", "his", "himself"):
        return "he"
    return "she" if word.lower() in HE_OR_SHE else "they"


def _left_open(reading: Reading, pronoun: str, names: tuple[str, ...]) -> Reading:
    update = {"open_pronoun": pronoun, "candidates": tuple(dict.fromkeys(names))}
    return reading.model_copy(update={"asked": reading.asked.model_copy(update=update)})


def open_pronoun_of(reading: Reading, *, strict: bool = False) -> str | None:
    """The first personal pronoun before which the question names nobody it may stand for."""
    text, asked = reading.asked.text, reading.asked
    match = PERSONAL_PRONOUN.search(text)
    if match is None:
        return None
    lead = text[: match.start()]
    named = reading.part.named_first
    if named is not None and (named < match.start() or _comes_later(text, match, named)):
        return None
    if BOUND.search(lead.lower()) or _names_somebody(lead) or _names_thing(lead, asked.about):
        return None
    plural = match[0].lower() not in HE_OR_SHE
    tells = asked.about.period or asked.about.place or len(asked.about.words) > MOST_WORDS
    return None if plural and tells and not strict else match[0]


def _comes_later(text: str, match: re.Match[str], named: int) -> bool:
    """Whether a pronoun of an opening phrase is explained after it: "In her speech, what did …"."""
    possessive = match[0].lower() in OWNING or _owns(text, match)
    return possessive and "," in text[match.end() : named]


def _names_somebody(lead: str) -> bool:
    """Whether a noun that may be a person's stands before: "Did the skipper say what he saw?"."""
    for match in NOUN.finditer(lead):
        noun = match["noun"].lower()
        if noun in STOP_WORDS:
            continue
        if noun in OFFICE_NOUNS:
            return True
        placed = (match["prior"] or "").lower() in AFTER_PREPOSITION
        if not placed and noun not in NOT_PERSONS and noun not in FORM_NOUNS:
            return True
    return False


def _names_thing(lead: str, about: About) -> bool:
    """Whether a name stands before that is no place and no month: "the Sea Gull when she sank"."""
    places = {about.place, about.wider}
    names = [match[0] for match in NAME.finditer(lead) if match.start()]
    return any(name not in places and name.lower() not in MONTHS for name in names)


def _of_kinds(parties: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(parties))


def singles(parties: Sequence[Party]) -> list[Party]:
    """Those that "he" or "she" may stand for."""
    return [party for party in dict.fromkeys(parties) if party.kind in ("person", "role")]


def without_own_offices(parties: Sequence[Party], history: Sequence[Turn]) -> list[Party]:
    """Those of an answer that "he" may stand for: "Karl Stone, its envoy" is one."""
    said = history[-1].content if history else ""
    likely = singles(parties)
    names = "|".join(re.escape(party.words) for party in likely if party.kind == "person")

    def is_own(party: Party) -> bool:
        own = rf"(?:{names}),\s(?:[\w’'-]+\s){{0,4}}{re.escape(party.words)}\b"
        return party.kind == "role" and bool(names) and re.search(own, said) is not None

    return [party for party in likely if not is_own(party)]


def _merged(some: Sequence[Party], more: Sequence[Party]) -> tuple[Party, ...]:
    names = {party.called.split()[-1] for party in some}
    both = (*some, *(party for party in more if party.called.split()[-1] not in names))
    people = tuple(party for party in both if party.kind == "person")
    return people if len(people) > 1 else both  # "the director" may be one of them


def without_days(part: Part) -> Part:
    """What an answer speaks of, without months that a parser takes for somebody."""
    people = tuple(one for one in part.people if one.words.lower() not in MONTHS)
    subjects = tuple(one for one in part.subjects if one in people)
    return part.model_copy(update={"people": people, "subjects": subjects})


def full_name(name: str, history: Sequence[Turn]) -> str:
    """A name as the history gives it in full: "Anna Stone" for "Stone"."""
    last = name.split()[-1]
    found = [match[0] for turn in history for match in NAME.finditer(turn.content)]
    whole = [_without_openers(one) for one in found if one.split()[-1] == last]
    return max([name, *whole], key=lambda one: len(one.split()))


def _without_openers(name: str) -> str:
    words = name.split()
    while len(words) > 1 and (words[0].lower() in STOP_WORDS or words[0].lower() in OFFICE_NOUNS):
        words.pop(0)
    return " ".join(words)
