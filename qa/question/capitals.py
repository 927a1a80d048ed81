"""A question typed without capitals, with those that the archive and the lexicon give its names.

"did berg meet stone in oslo" is "did Berg meet Stone in Oslo": what the archive writes large is
written so, and a word that neither the archive nor the lexicon holds is a name that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.cues import MONTHS, STOP_WORDS
from index.gazetteer import country_of, is_country_name
from index.lexicon import is_noun, may_be_place, may_be_surname, sort_of_word
from index.people_cues import OFFICE_MODIFIERS, OFFICE_NOUNS, PLURALS
from index.towns import towns_called
from index.words import stem
from qa.meetings.holdings import holdings_of
from qa.question.as_written import written_as
from qa.question.offices import UPPER
from qa.question.slot_cues import (
    ANNOUNCEMENTS,
    DETERMINERS,
    FORMS,
    NO_LOWER_NAME,
    SPEECH_NOUNS,
    VERBS,
)
from qa.question.words import capitalise_months

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NEVER = STOP_WORDS | frozenset(
    word
    for words in (
        "im ive id dont didnt wasnt isnt cant wont thats theres any anything everything anyone",
        "need info say says said tell told give show between report reports article articles",
    )
    for word in words.split()
)
US_ALL = frozenset(  # "tell us": we, and not a country
    ["tell", "give", "show", "let", "help", "remind", "inform", "send", "of", "for", "all"]
)
MET = frozenset(["met", "meet", "meets", "meeting", "with", "between", "versus", "vs"])
PLACING = frozenset(["in", "at", "near", "to", "from", "for", "of"])
OFFICES = OFFICE_NOUNS | frozenset(PLURALS)  # "Foreign Minister Berg" or "the foreign minister"
DAYS = frozenset(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))

MODALS = frozenset(["may", "will"])  # surnames and given names, too


def is_small(text: str) -> bool:
    """Whether a question is typed without capitals but its first and those of abbreviations."""
    words = TOKEN.findall(text)
    if not words:
        return False
    opening = words[0][:1].lower() + words[0][1:]
    return all(w.islower() or w == "I" or _is_short(w) for w in (opening, *words[1:]))


def _is_short(word: str) -> bool:
    return word.isupper() or not word[:1].isalpha()


def restore_capitals(archive: Archive, text: str) -> str:
    """The question with its names written large; as it is where it has capitals of its own."""
    if not is_small(text):
        return text
    text = capitalise_months(text)
    tokens = list(TOKEN.finditer(text))
    words = [token[0] for token in tokens]
    sorts = [_sort(archive, words, at) for at in range(len(words))]
    for at, sort in enumerate(sorts):
        if sort == "either":
            sorts[at] = "name" if _is_name_here(words, sorts, at) else None
    written = text
    for at in reversed(range(len(tokens))):
        if sorts[at]:
            start, end = tokens[at].span()
            put = _write(archive, words, at, sorts[at] or "")
            written = f"{written[:start]}{put}{written[end:]}"
    return written


def _sort(archive: Archive, words: Sequence[str], at: int) -> str | None:
    """Whether a word is a "known" name of the archive, a new "name", or may be "either"."""
    word = words[at]
    if not word.islower() or (not word.isascii() and len(word) < 2):
        return None
    if word in DAYS or (word in MONTHS and word not in ("may", "march", "mar", "sun")):
        return "known"
    if word in UPPER:
        return _sort_of_short(words, at)
    if word in MODALS and (_is_met(words, at) or words[at - 1 : at + 2 : 2] == ["and", "meet"]):
        dated = at + 1 < len(words) and words[at + 1].isdigit()
        named = None if dated else holdings_of(archive).known.find_person([word])
        return "known" if named else None
    if word in NEVER or (word in NO_LOWER_NAME and not _is_in_name(archive, words, at)):
        return None
    if _is_known(archive, words, at):
        return "known"
    return _sort_of_new(archive, words, at)


def _sort_of_short(words: Sequence[str], at: int) -> str | None:
    """Of "us", "un" and the like: a country or body, but for "tell us"."""
    before = words[at - 1].lower() if at else ""
    return None if words[at] == "us" and before in US_ALL else "known"


def _is_known(archive: Archive, words: Sequence[str], at: int) -> bool:
    """Whether the archive writes a word large: an ordinary one only as somebody's or some place's
    name, or with the word beside it.
    """
    word = words[at]
    told = written_as(archive, word)
    if told is None or not told.is_large:
        return _own_owner(archive, words, at) is not None or _is_in_name(archive, words, at)
    known = holdings_of(archive).known
    named = known.find_person([word]) or known.find_place(word) or country_of(word.title())
    if told.small and sort_of_word(word) == "word" and at and words[at - 1].lower() in DETERMINERS:
        return _is_in_name(archive, words, at)  # "who rang the bell"
    sure = sort_of_word(word) != "word" or named is not None
    often = told.alone >= (1 if may_be_place(word) else 2)
    cared = words[0][:1].isupper()  # then a name would have its capital, or the archive knows it
    if not cared and not told.small and (often or (is_noun(word) and _is_bare(words, at))):
        return (
            True  # "what did bolster say", where the articles tell of one Bolster and of no bolster
        )
    return sure or _is_in_name(archive, words, at)


def _is_in_name(archive: Archive, words: Sequence[str], at: int) -> bool:
    """Whether the archive writes a word large beside one of its neighbours: "blue hall"."""
    pairs = [(words[n], words[n + 1]) for n in (at - 1, at) if n >= 0 and n + 1 < len(words)]
    for pair in pairs:
        if set(pair) & NEVER:
            continue
        if is_country_name(" ".join(pair)):  # "new zealand"
            return True
        singles = [written_as(archive, word) for word in pair]
        if not all(one and (one.large or one.form.isdigit()) for one in singles):
            continue
        told = written_as(archive, " ".join(pair))
        titled = set(pair) & OFFICES and (told is None or told.small or _is_title(pair))
        if (
            told
            and not titled
            and told.is_large
            and all(w[:1].isupper() or w.isdigit() for w in told.form.split())
        ):
            return True
    return False


def _is_title(pair: tuple[str, str]) -> bool:
    """Whether two words are an office and what stands before it, or it and a name behind it:
    "foreign minister", "minister berg"; not "amber queen".
    """
    of = pair[0] in OFFICE_MODIFIERS or country_of(pair[0].title()) or pair[0] in NO_LOWER_NAME
    return bool(of) or pair[0] in OFFICES


def _sort_of_new(archive: Archive, words: Sequence[str], at: int) -> str | None:
    """The same for a word that the archive writes small, or not at all."""
    word = words[at]
    if country_of(word.title()) and len(word) > 3:
        return "known"
    if written_as(archive, word) is not None or not word.isalpha() or len(word) < 2:
        return None
    vocabulary = holdings_of(archive).known.vocabulary
    sort = sort_of_word(word)
    if sort == "name" and holdings_of(archive).known.guess_person([word]):
        return "name"  # a slip of a name
    if stem(word) in vocabulary:
        return None
    if sort == "word":
        named = may_be_surname(word) and _is_met(words, at) and words[at - 1] != "meeting"
        return "either" if named or (may_be_place(word) and _is_placed(words, at)) else None
    return sort


def _is_name_here(words: Sequence[str], sorts: Sequence[str | None], at: int) -> bool:
    """Whether a word that may be a name stands as one: beside a new name, where somebody meets, or
    it is a town's.
    """
    beside = [sorts[n] for n in (at - 1, at + 1) if 0 <= n < len(sorts)]
    if "name" in beside or _is_met(words, at):
        return True
    if at and sorts[at - 1] and at + 1 < len(words) and words[at + 1] in FORMS:
        return True  # "berg grebe talks"
    return bool(towns_called(words[at]))


def _is_met(words: Sequence[str], at: int) -> bool:
    """Whether a word without an article stands where one who meets does: "met berg", "berg visit",
    "did berg see".
    """
    before = words[at - 1].lower() if at else ""
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    if before in DETERMINERS or before in NO_LOWER_NAME - MET:
        return False
    if after in FORMS and (not before or before in ("any", "no", "when", "re")):
        return True
    if before in MET and (not after or after in STOP_WORDS or after in MONTHS or after.isdigit()):
        return True
    doing = before in ("did", "does", "will", "has", "is", "when", "where", "who", "and")
    return doing and after in VERBS


def _is_placed(words: Sequence[str], at: int) -> bool:
    """Whether a word without an article stands behind "in" or the like: "in oslo"."""
    return at > 0 and words[at - 1].lower() in PLACING


def _is_bare(words: Sequence[str], at: int) -> bool:
    """Whether a word opens what it is part of: no article and no adjective stands before it."""
    before = words[at - 1].lower() if at else ""
    return before not in DETERMINERS and (not before or before in STOP_WORDS)


def _own_owner(archive: Archive, words: Sequence[str], at: int) -> str | None:
    """The name of one whose something is, typed without its apostrophe: "bergs visit"."""
    word = words[at]
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    if not word.endswith("s") or len(word) < 4 or not after or after in STOP_WORDS:
        return None
    if written_as(archive, word) is not None or (at and words[at - 1] == "the"):
        return None
    name = word[:-1]
    if country_of(name.title()) and not is_country_name(name.title()):
        return None  # "the estonians"
    told = written_as(archive, name)
    person = holdings_of(archive).known.find_person([name])
    if told and told.is_large and (person or sort_of_word(word) != "word"):
        return told.form
    told_of = FORMS | SPEECH_NOUNS | ANNOUNCEMENTS
    return (
        name.title() if told is None and sort_of_word(word) == "name" and after in told_of else None
    )


def _write(archive: Archive, words: Sequence[str], at: int, sort: str) -> str:
    word = words[at]
    if word in UPPER:
        return UPPER[word]
    owner = _own_owner(archive, words, at)
    if owner:
        return f"{_like(owner, word[:-1])}'s"
    told = written_as(archive, word) if sort == "known" else None
    shouted = told and told.form.isupper() and holdings_of(archive).known.find_place(word)
    if told and told.is_large and not shouted:
        return _like(told.form, word)
    return word[:1].upper() + word[1:]


def _like(form: str, word: str) -> str:
    """A word with the capitals of a form of it: "nna" as "NNA"."""
    if len(form) != len(word):
        return word[:1].upper() + word[1:]
    return "".join(w.upper() if f.isupper() else w for f, w in zip(form, word, strict=True))
