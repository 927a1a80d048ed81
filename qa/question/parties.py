"""Who and where, as a question names them, by what stands before and after each name.

The archive's own names come first where they are given; without them the words decide.
"""

from __future__ import annotations

from index.gazetteer import capital_of, is_country_name
from index.mention_cues import VENUES
from index.name_noise import SHIPS
from index.people_cues import BODIES, COURTESY, GROUP_NOUNS
from qa.question.known import Known
from qa.question.meeting_words import FORM_NOUNS
from qa.question.offices import LONGEST_COUNTRY, Named, country_at, find_offices
from qa.question.slot_cues import (
    ANNOUNCEMENTS,
    CHOOSING,
    DETERMINERS,
    FORMS,
    GOING_STRAIGHT,
    NO_NOUN_AFTER,
    PARTY_AFTER,
    PLACE_AFTER,
    PRECEDED_BY_NONE,
    SUBJECT_AFTER,
    TELLING_WORDS,
    TOPIC_AFTER,
    VERBS,
)
from qa.question.slots import (
    before,
    is_place_slot,
    name_by_noun,
    name_groups,
    name_party,
    name_person,
    name_place,
)
from qa.question.small_letters import find_small
from qa.question.words import Words

COURTESY_AND_RANKS = COURTESY | frozenset(["capt", "gen", "col", "maj", "lt", "sgt", "rev", "hon"])
PAIRING = frozenset(["-", "–", "/"])
OF_PLACES = frozenset(["summit", "summits", "round", "rounds", "conference"])  # "Vik summit"
OWN_FORMS = frozenset(["visit", "visits", "trip", "trips", "meeting", "meetings", "tour"])
RELATIVE = frozenset(["on", "in", "at", "for", "to", "from", "by", "with", "of", "during"])


def find_named(words: Words, known: Known | None) -> list[Named]:
    """Everybody and every place that a question names, in order; their words are labelled.

    Who is only said not to be there ("the talks without Berg") is none of them.
    """
    found = name_groups(words, known) + find_offices(words)
    for at in range(len(words)):
        if words.free(at) and at not in words.passed:
            country = _country(words, at)
            found += (
                _name(words, at, known) or find_small(words, at, known)
                if country is None
                else country
            )
    for at in range(len(words)):
        if words.free(at):
            found += _venue(words, at) or name_by_noun(words, at)
    there = (one for one in found if before(words, one.first) != "without")
    return sorted(there, key=lambda one: one.first)


def _country(words: Words, at: int) -> list[Named] | None:
    """The country that a word opens, none where it only describes; None where it is no country."""
    for length in range(min(LONGEST_COUNTRY, len(words) - at), 0, -1):
        last = at + length - 1
        free = all(words.free(n) for n in range(at, last + 1))
        if free and country_at(words, at, last) and not _is_longer_name(words, last):
            words.passed |= set(range(at, last + 1))
            return _placed_country(words, at, last)
    return None


def _is_longer_name(words: Words, last: int) -> bool:
    """Whether a country's word is part of a name: "Chad Stone", "Port of Jordan Bay"."""
    after = words.named(last + 1) and words.close(last)
    if not after or words.lower(last + 1) in FORMS:
        return False
    return country_at(words, last + 1, last + 1) is None


def _placed_country(words: Words, first: int, last: int) -> list[Named]:
    """A country as the place where, or as one who acts; nothing where it only describes."""
    text, prior, after = words.slice(first, last), before(words, first), words.lower(last + 1)
    name = text.title() if text.islower() else text
    whole = is_country_name(name)
    describes = not whole and capital_of(name) is None and _noun_follows(words, last)
    if (is_place_slot(words, first) or _is_wider(words, first, last)) and not describes:
        return name_place(words, first, last)
    subject = prior in SUBJECT_AFTER and (whole or _verb_follows(words, last))
    acts = prior in PARTY_AFTER or subject
    if after in FORMS and (words.close(last) or words.words[last].genitive):
        town = capital_of(name) and not words.words[last].genitive and not _is_pair(words, first)
        meets = after not in ("summit", "summits", "visit", "visits", "trip") or not (whole)
        return (
            name_party(words, first, last, "country")
            if meets and not town
            else name_place(words, first, last)
        )
    if words.gap(last) in ("-", "–", "/", "") and _pair_follows(words, last):
        return name_party(words, first, last, "country")
    if after in GROUP_NOUNS and words.close(last):
        return []
    described = (
        words.close(last) and after and after not in NO_NOUN_AFTER and after not in SUBJECT_AFTER
    )
    if (acts and not (described and not whole)) or after in ANNOUNCEMENTS:
        return name_party(words, first, last, "country")
    tells = after in TELLING_WORDS or words.lower(last + 1) in SUBJECT_AFTER
    opens = first == 0 and after in VERBS | {"and"}
    return name_party(words, first, last, "country") if (tells and prior != "of") or opens else []


def _is_pair(words: Words, at: int) -> bool:
    return words.gap(at - 1) in ("-", "–", "/") or words.lower(at - 1) == "and"


def _pair_follows(words: Words, last: int) -> bool:
    return last + 1 < len(words) and country_at(words, last + 1, last + 1) is not None


def _verb_follows(words: Words, last: int) -> bool:
    return words.lower(last + 1) in VERBS or words.gap(last) == ","


def _is_wider(words: Words, first: int, last: int) -> bool:
    """Whether a name says where the place before it lies: "at the Grand Hotel, Oslo"."""
    placed = first and words.labels[first - 1] == "place" and words.gap(first - 1) == ","
    after = words.lower(last + 1)
    return bool(placed) and after not in VERBS | SUBJECT_AFTER


def _name(words: Words, at: int, known: Known | None) -> list[Named]:
    if not words.named(at) and not _opens_with_name(words, at, known):
        return []
    last = _join_hyphens(words, at, words.run(at), known)
    last = _join_of(words, last) if words.lower(last) in VENUES | BODIES else last
    while at < last and words.lower(at).rstrip(".") in COURTESY_AND_RANKS:  # "Capt Lund"
        at += 1
    while last > at and words.lower(last) in FORMS | VERBS and not is_place_slot(words, at):
        last -= 1
    if words.lower(at) in FORMS | VENUES and last == at and not is_place_slot(words, at):
        return []
    parts = _split_known(words, at, last, known)
    if parts:
        return [one for first, end in parts for one in name_person(words, first, end, known)]
    words.passed |= set(range(at, last + 1))
    ship = words.lower(at - 1) in SHIPS and words.close(at - 1)  # "on the ferry Havbris"
    return [] if ship else _by_slot(words, at, last, known)


def _opens_with_name(words: Words, at: int, known: Known | None) -> bool:
    """Whether the opening word is a name although it might not be: "May met Stone"."""
    if at or not words.free(0):
        return False
    if words.lower(0) in ("may", "march"):
        return words.lower(1) in ("met", "meets")
    told = known is not None and known.find_person([words.words[0].text]) is not None
    return told and not words.is_opener(0)


def _join_hyphens(words: Words, first: int, last: int, known: Known | None) -> int:
    """The end of a name with its hyphened parts; a hyphened pair of two people stays apart."""
    while words.gap(last) == "-" and words.named(last + 1):
        end = words.run(last + 1)
        each = [[words.words[n].text] for n in (last, last + 1)]
        two = known and all(map(known.find_person, each))
        if two and not _is_one(words, first, last, end, known):
            break
        if words.lower(end + 1) in FORMS or words.lower(end) in FORMS:
            break
        last = end
    return last


def _is_one(words: Words, first: int, last: int, end: int, known: Known | None) -> bool:
    """Whether the archive knows a hyphened name as one's: "Jean-Marc", "Abdel-Karim al-Berg"."""
    whole = [word.text for word in words.words[first : end + 1]]
    ways = ([words.slice(last, last + 1)], whole)
    return known is not None and any(map(known.find_person, ways))


def _join_of(words: Words, last: int) -> int:
    """The end of a house's name with what it is of: "House of the Herrings"."""
    step = last + 2 + (words.lower(last + 2) == "the")
    named = words.lower(last + 1) == "of" and words.close(last) and words.named(step)
    return words.run(step) if named else last


def _split_known(words: Words, first: int, last: int, known: Known | None) -> list[tuple[int, int]]:
    """A run of capitals as the people it holds, where the archive knows it by parts only."""
    if known is None or first == last:
        return []
    texts = [words.words[at].text for at in range(first, last + 1)]
    if known.find_person(texts) or known.find_place(" ".join(texts)):
        return []
    singles = all(known.find_person([text]) for text in texts)
    return [(at, at) for at in range(first, last + 1)] if singles and len(texts) == 2 else []


def _by_slot(words: Words, first: int, last: int, known: Known | None) -> list[Named]:
    text, prior, after = words.slice(first, last), before(words, first), words.lower(last + 1)
    if first and words.labels[first - 1] == "role" and words.gap(first - 1) in ("", ","):
        return name_person(words, first, last, known)
    person = known.find_person(text.split()) if known else None
    placed, owned = known and known.find_place(text), words.words[last].genitive
    held = person and known and _is_of_form(words, first, last, known)
    if not placed and (held or (owned and after in OWN_FORMS)):  # "the Berg visit", "Berg's visit"
        return name_person(words, first, last, known)
    who = person and ((owned and prior == "from") or prior in GOING_STRAIGHT | CHOOSING)
    if is_place_slot(words, first) and not who:
        return name_place(words, first, last)
    if not person and _is_wider(words, first, last):
        return name_place(words, first, last)
    if placed and not person and after in FORMS:
        return name_place(words, first, last)
    the = _opened_by(words, first) in PRECEDED_BY_NONE
    if person and not the:
        return name_person(words, first, last, known)
    meeting = _before_form(words, first, last, the, known)
    if meeting:
        return meeting
    if the:
        acts = prior in PARTY_AFTER | SUBJECT_AFTER and not _noun_follows(words, last)
        return name_party(words, first, last, "group") if acts else []
    if prior in TOPIC_AFTER and not (prior == "of" and _is_of_people(words, first)):
        return []
    if _noun_follows(words, last) and prior not in SUBJECT_AFTER | PARTY_AFTER:
        return []
    if not person and after in GROUP_NOUNS and words.close(last):  # "the Nordic leaders"
        return name_party(words, first, last + 1, "group")
    return name_person(words, first, last, known)


def _is_of_form(words: Words, first: int, last: int, known: Known) -> bool:
    """Whether a name stands before "talks", by itself or as one of two people with a hyphen."""
    joined = [first - 1] * (words.gap(first - 1) in PAIRING)
    joined += [last + 1] * (words.gap(last) in PAIRING)
    if any(known.find_person([words.words[at].text]) for at in joined):
        return True
    return words.lower(last + 1) in FORMS and words.close(last)


def _before_form(
    words: Words, first: int, last: int, the: bool, known: Known | None
) -> list[Named]:
    """A name before "talks": a place after "the", else a person; one of a pair is a person."""
    genitive = words.words[last].genitive
    form = words.lower(last + 1) in FORMS | OF_PLACES and (words.close(last) or genitive)
    paired = words.gap(last) in PAIRING or words.gap(first - 1) in PAIRING
    if not form and not paired:
        return []
    town = the or words.lower(last + 1) in OF_PLACES
    if town and form and not paired and not genitive:
        return [one.model_copy(update={"loose": True}) for one in name_place(words, first, last)]
    return name_person(words, first, last, known)


def _opened_by(words: Words, first: int) -> str:
    """The word before a name, a day left out: "the" of "the May 2019 Vik talks";
    none in "the day on which Berg spoke".
    """
    step = first - 1
    while step > 0 and words.labels[step] == "time":
        step -= 1
    relative = words.lower(step) == "which" and words.lower(step - 1) in RELATIVE and step > 1
    return "" if relative else words.lower(step)


def _is_of_people(words: Words, first: int) -> bool:
    """Whether "of" leads to somebody: "the visit of Stone", "meetings of Berg"."""
    return words.lower(first - 2) in {*FORM_NOUNS, "reaction", "delegation", "comments"}


def _noun_follows(words: Words, last: int) -> bool:
    """Whether a name only describes the noun after it: "the Marsh agreements"."""
    after = words.lower(last + 1)
    plain = words.free(last + 1) and after.isalpha() and after not in NO_NOUN_AFTER
    return plain and words.close(last) and after not in SUBJECT_AFTER | DETERMINERS | PARTY_AFTER


def _venue(words: Words, at: int) -> list[Named]:
    """A venue by its noun alone: "at the harbour museum", "aboard a ferry"."""
    if words.lower(at) not in VENUES or words.words[at].genitive or words.labels[at]:
        return []
    first = at
    while words.free(first - 1) and first > at - 3 and not words.is_opener(first - 1):
        if words.lower(first - 1) in VERBS | PLACE_AFTER or not words.close(first - 1):
            break
        first -= 1
    follows = words.lower(at + 1) in FORMS | VENUES
    placed = before(words, first) in PLACE_AFTER and words.lower(first - 1) not in ("which", "what")
    return name_place(words, first, at) if placed and not follows else []
