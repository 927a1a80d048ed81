"""Whether a name may stand for somebody whom an article names: fits, another, fuller, in office.

Nobody is joined on likeness alone: the surnames must be equal after transliteration is folded, and
the given names must not contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.name_spans import NameSpan
from index.office_roles import BY_GIVEN_NAME, CALLED, ELECTED, LEADING_ROLES, ROYAL
from index.people_cues import HE, RELATIVE_OFFICES, SHE
from index.spellings import fold_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from index.names import Character

UNINTRODUCED = 10  # sentences: who is called by surname so long before is not the one named then
BESIDE = 4  # tokens from "Berg" to "Anna Berg" in "Berg and his wife Anna Berg"


def fits(span: NameSpan, character: Character) -> bool:
    """Whether a name may stand for a character: equal surname, no contradicting given name."""
    own, theirs = [[fold_name(w) for w in words] for words in (span.words, character.words)]
    if sex_of(span) and character.sex and sex_of(span) != character.sex:
        return False
    if len(own) == 1:
        return own[0] == theirs[-1] or (own[0] == theirs[0] and len(own[0]) > 1)
    if own[-1] != theirs[-1] and not (own[0] == theirs[0] and own[-1] in theirs):
        return False
    return len(theirs) == 1 or _alike(own[0], theirs[0])


def is_another(span: NameSpan, character: Character, doc: Doc) -> bool:
    """Whether a surname cannot be the full name's: of another office, of one not yet named, beside.

    "President Berg" before Anna Berg is named in another office; "Berg" long before Anna Berg is;
    "Berg" in "Berg and his wife Anna Berg"; "King Berg", where Anna Berg is no ruler.
    """
    if len(span.words) > 1:
        return False
    first = min((s.sentence, s.first) for s in character.spans)
    full = [s for s in character.spans if len(s.words) > 1]
    if full and (span.sentence + UNINTRODUCED < first[0] or _is_beside(span, full, doc)):
        return True
    if is_kept_apart(span, character):
        return True
    if span.office is None or span.office.relative or not character.posts:
        return False
    held = holds(character, span.office.role, span.office.country)
    return (span.sentence, span.first) < first and not held


def is_kept_apart(span: NameSpan, character: Character) -> bool:
    """Whether a title that only one of two can bear keeps a name from somebody of that name.

    "King Stone" and Karl Stone, of whom no ruler's title is told; "President Stone" or "Mr Stone"
    and King Stone; "the Norwegian president, Stone" and the president of Latvia.
    """
    royal = is_royal(character)
    if span.office is None:
        return is_by_given_name(character) and span.courtesy is not None
    role = span.office.role.split()[-1]
    if role in BY_GIVEN_NAME:
        return not royal and bool(character.posts or len(character.words) > 1)
    if role in ELECTED and is_by_given_name(character):
        return all(post.role != span.office.role for post in character.posts)
    leading = span.office.role in LEADING_ROLES or role == "minister"
    same = [p.country for p in character.posts if p.role == span.office.role and p.country]
    return leading and bool(same and span.office.country) and span.office.country not in same


def is_royal(character: Character) -> bool:
    """Whether a title or a word in the article tells of a ruler or of one of a ruler's house."""
    return any(post.role.split()[-1] in ROYAL for post in character.posts)


def is_by_given_name(character: Character) -> bool:
    """Whether somebody is only told as a ruler with one name: "King Stone"."""
    titled = any(post.role.split()[-1] in BY_GIVEN_NAME for post in character.posts)
    return titled and len(character.words) == 1


def _is_beside(span: NameSpan, full: Sequence[NameSpan], doc: Doc) -> bool:
    """Whether a full name is joined to a surname: "Berg and his wife Anna Berg"."""
    after = [s for s in full if s.sentence == span.sentence and s.first > span.last]
    gaps = [doc[span.last + 1 : s.first] for s in after if s.first - span.last <= BESIDE + 1]
    return any(gap and gap[0].lower_ == "and" for gap in gaps)


def is_fuller(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a name says more than the one known: more words, or a given name for its initial."""
    if _is_shouted(words[-1]) and not _is_shouted(known[-1]):
        return False  # "ANNA M. BERG" of a headline
    if _is_shouted(known[-1]) and not _is_shouted(words[-1]):
        return len(words) > 1
    initial = len(words) == len(known) > 1 and len(known[0].rstrip(".")) == 1 < len(words[0])
    return len(words) > len(known) or initial


def _is_shouted(word: str) -> bool:
    """Whether a word stands in capitals, and is no number behind a name: "Ali Hassan II"."""
    return len(word) > 1 and word.isupper() and not set(word) <= set("IVX")


def _alike(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, or one the initial of the other."""
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1 or "." in one or "." in other:
        return one[:1] == other[:1]
    return one == other


def sex_of(span: NameSpan) -> str | None:
    words = {span.courtesy} | (set(span.office.role.split()) if span.office else set())
    return "he" if words & HE else "she" if words & SHE else None


def holds(character: Character, role: str, country: str | None) -> bool:
    """Whether a character holds an office, by its full name or a shorter one: "the minister"."""
    if country and character.country not in (None, country):
        return False
    for post in character.posts:
        same = post.role == role or is_called(post.role, role, country)
        shorter = post.role.endswith(f" {role}") and role not in RELATIVE_OFFICES
        if (same and post.country is None) or (
            (same or shorter) and country in (None, post.country)
        ):
            return True
    return False


def is_called(held: str, role: str, country: str | None) -> bool:
    """Whether who holds an office may be called so: a king "monarch", with a country "leader"."""
    return held in CALLED.get(role, ()) and (role != "leader" or country is not None)


def of_country(fitting: Sequence[Character], country: str | None, n: int) -> Sequence[Character]:
    """Those of a country, where it is told of any; else those whom the sentence does not name:
    "the Norwegian leader will hold talks with Prime Minister Anna Berg".
    """
    if country is None:
        return fitting
    own = [c for c in fitting if c.country == country]
    return own or [c for c in fitting if all(s.sentence != n for s in c.spans)]


def nearest_before(characters: Sequence[Character], n: int) -> Character:
    """Who was named last before a sentence; else the first of all."""
    before = [c for c in characters if c.spans[0].sentence <= n] or list(characters)
    return max(
        before, key=lambda c: max((s.sentence for s in c.spans if s.sentence <= n), default=-1)
    )
