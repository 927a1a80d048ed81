"""Whose words the sentences of an article are: by name, by office, by pronoun, or carried on.

"Berg said", "the Danish envoy joked", "he added", and then a quote with nobody beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from index.archive import Archive
from index.cues import QUOTED
from index.gazetteer import country_of
from index.place_cues import SEATS
from index.records import Record
from index.words import fold, stem
from qa.cues import TITLES
from qa.meetings.holdings import Holdings, holdings_of
from qa.passages.speech import SAYER_PRONOUNS, both_say, sayers_of, without_quotes
from qa.passages.terms import weigh_terms
from qa.question.asked import Party
from qa.question.name_words import bare, country_in, plain, sound, sounds_alike, title_in

LEAST_QUOTED = 3  # words
BACK = 3  # sentences before a pronoun in which the one it stands for is named
LONGEST_TITLE = 8  # words between an office and the name of its holder
WORDS = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
NAME = r"(?:(?:[A-Z]\.|[^\W\d_a-zß-öø-ÿ][\w’'-]+)\s){0,3}[^\W\d_a-zß-öø-ÿ][\w’'-]+"
ARTICLE_OR_OWNER = frozenset(["the", "a", "an", "his", "her", "its", "their"])
PEERS = frozenset(["counterpart", "colleague"])
SHARED = frozenset(  # several have these in one story
    ["minister", "president", "secretary", "deputy", "spokesman", "spokeswoman", "leader", "chief"]
)
LESSER = r"(?i:deputy|vice|former|ex|acting|junior)\b"  # "the Danish deputy minister" is another
LEADS = re.compile(  # "Moe, who heads the harbour board"
    r"\b(?P<name>[^\W\d_a-z][\w’'-]+), who (?:is|was|heads?|headed|leads?|led|chairs?|chaired|"
    r"runs?|ran|represents?|commands?|is responsible)\b"
)
WITHIN = re.compile(r"[“\"«]([^”\"»]+)")
LINKS = frozenset(["and", "of", "for", "the", "deputy", "on"])  # within an office


class Speaker(Record):
    """Somebody whose words are asked for, and how a text may name him.

    `forms` are the stems of his surname in all its spellings, `given` is his given name as it
    sounds; `titles` and `countries` are those that he is known by or asked for with.
    """

    forms: frozenset[str]
    given: str | None = None
    titles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    office: str | None = None  # as `plain` writes it, where he is asked for by office

    def has_surname(self, word: str) -> bool:
        """Whether a word is his surname; few words begin like it, and only these are stemmed."""
        likely = word[:1].isupper() and fold(word[:1]).lower() in self._initials
        return likely and stem(bare(word)) in self.forms

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(form[:1] for form in self.forms)

    def is_named_in(self, words: str) -> bool:
        """Whether words name him, and nobody else of his surname; or the office asked for."""
        if self.office and self.office in plain(words):
            return True
        told = WORDS.findall(words)
        for at, word in enumerate(told):
            if self.has_surname(word) and not self.is_another(told[max(0, at - 2) : at]):
                return True
        return False

    def is_another(self, before: Sequence[str]) -> bool:
        """Whether what stands before a surname is the given name or title of another."""
        titled = {title_in(word) for word in before} - {None}
        if titled and self.titles and self.given is None and not titled & self.titles:
            return True
        given = [w for w in before if w[:1].isupper() and title_in(w) is None and len(w) > 2]
        if self.given is None or not given or country_of(given[-1]) or not before[-1][:1].isupper():
            return False
        return not any(sounds_alike(sound(word), self.given) for word in given)

    def is_told_of_in(self, text: str) -> bool:
        """Whether a text names him, or has his title where it is no common one: "the bishop"."""
        words = set(text.lower().split())
        return self.is_named_in(text) or ("the" in words and bool(words & (self.titles - SHARED)))


def described(party: Party, question: str) -> str:
    """Somebody with the words that a question puts before him: "the tall Danish envoy Berg"."""
    name = re.escape(party.words)
    opened = re.search(
        rf"(?i:\b(?:the|an?)\s)((?:(?!(?:according|to|by)\b)[\w.’'-]+,?\s+){{0,5}}?{name})",
        question,
    )
    titled = re.search(rf"((?:[^\W\d_a-z][\w.’'-]*\s+)*{name})", question)
    found = opened or titled
    return found[1] if found else party.words


def read_speakers(archive: Archive, party: Party, whole: str) -> tuple[Speaker, ...]:
    """Those whom a party of a question may be; `whole` is how the question describes him."""
    known = holdings_of(archive)
    if party.kind == "person":
        return (_speaker(archive, known, whole, party.called),)
    holders = known.holders_of(party.called)
    office = _speaker_in_office(party.words)
    named = [_speaker(archive, known, one.name, one.name) for one in holders]
    return (office, *(one.model_copy(update={"titles": one.titles | office.titles,
            "countries": one.countries | office.countries}) for one in named))  # fmt: skip


def _speaker(archive: Archive, known: Holdings, whole: str, name: str) -> Speaker:
    last = name.split()[-1]
    forms = {form for term in weigh_terms([last], [last], archive.catalog) for form in term.forms}
    titles = {title_in(word) for word in WORDS.findall(whole)} - {None}
    names = [word for word in name.split()[:-1] if title_in(word) is None]
    offices = known.offices_of(name)
    return Speaker(
        forms=frozenset(forms | {stem(last)}),
        given=sound(names[0]) if names else None,
        titles=frozenset(str(title) for title in titles)
        | {word for office, _ in offices for word in office.split() if word in TITLES},
        countries=frozenset(country for _, country in offices)
        | {country for word in WORDS.findall(whole) if (country := country_in(word))},
    )


def _speaker_in_office(words: str) -> Speaker:
    told = WORDS.findall(words)
    return Speaker(
        forms=frozenset(), office=plain(words),
        titles=frozenset(str(title_in(word)) for word in told if title_in(word)),
        countries=frozenset(c for word in told if (c := country_in(word))),
    )  # fmt: skip


def with_holders(texts: Iterable[str], speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The speakers, and those whom a text names right behind an office that is asked for.

    "The U.N. special envoy, Karl Berg" tells who the U.N. envoy is, in other articles too.
    """
    offices = [(one, _behind(one.office)) for one in speakers if one.office]
    found = [
        one.model_copy(update=_named(match["name"]) | {"office": None})
        for text in (texts if offices else ())
        for one, pattern in offices
        for match in pattern.finditer(text)
    ]
    return tuple(dict.fromkeys((*speakers, *found)))


def _behind(office: str) -> re.Pattern[str]:
    words = rf"\W+(?:(?!{LESSER})\w+\W+){{0,2}}?".join(
        r"\.?".join(re.escape(w)) for w in office.split()
    )
    return re.compile(rf"\b(?i:{words}),?\s+(?P<name>{NAME})")


def _named(name: str) -> dict[str, object]:
    words = [bare(word) for word in name.split()]
    given = sound(words[0]) if len(words) > 1 else None
    return {"forms": frozenset([stem(words[-1])]), "given": given}


def spoken(
    texts: Sequence[str], speaker: Speaker, is_person: Callable[[str], bool], *, both: bool = False
) -> Iterator[int]:
    """Which sentences of an article report the speaker's words; with `both` also what two said,
    right behind one that names him.

    `is_person` tells whether a text names anybody known: a pronoun stands for the last one named.
    """
    speaker = _with_titles(texts, speaker)
    goes_on = False  # the sentence before is theirs
    for at, text in enumerate(texts):
        sayers = sayers_of(text)
        if both and at and both_say(text) and speaker.is_named_in(texts[at - 1]):
            goes_on = True
        elif sayers:
            goes_on = any(_is_sayer(one, texts, at, speaker, is_person) for one in sayers)
            goes_on = goes_on or any(map(speaker.is_named_in, _sayers_within(text)))
        elif QUOTED.search(text):
            goes_on = goes_on or _is_quoted(texts, at, speaker)
        else:
            goes_on = False
        if goes_on:
            yield at


def _sayers_within(text: str) -> Iterator[str]:
    """Who says something by a sentence's quotes: "The palace said, “Berg told Stone that …”"."""
    for quote in WITHIN.finditer(text):
        yield from sayers_of(quote[1])


def _is_quoted(texts: Sequence[str], at: int, speaker: Speaker) -> bool:
    """Whether a quote with no verb of saying is his: he is named beside it, or the sentence before
    ends with him. A word or two in quotes are no speech.
    """
    told = without_quotes(texts[at])
    if len(texts[at].split()) - len(told.split()) < LEAST_QUOTED:
        return False
    before = texts[at - 1] if at and not QUOTED.search(texts[at - 1]) else ""
    return speaker.is_named_in(told) or speaker.is_named_in(before.rpartition(",")[2])


def _is_sayer(
    who: str, texts: Sequence[str], at: int, speaker: Speaker, is_person: Callable[[str], bool]
) -> bool:
    """Whether the one at a verb of saying is the speaker."""
    if who.lower() in SAYER_PRONOUNS:
        return who.lower() != "they" and _is_meant(texts, at, who, speaker, is_person)
    if speaker.is_named_in(who):
        return True
    words = WORDS.findall(who)
    titles = {title_in(word) for word in words} - {None}
    countries = {country_in(word) for word in words} - {None}
    if not _is_office(words) or (titles and not titles & speaker.titles):
        return False
    if countries:
        return countries <= speaker.countries
    if titles and not titles & SHARED:  # who is the only captain of a story is "the captain" in it
        return any(speaker.is_named_in(text) for text in texts[:at])
    return bool(titles) and _is_meant(texts, at, who, speaker, is_person)


def _is_office(words: Sequence[str]) -> bool:
    """Whether words are an office and no name: "the Danish envoy", "his Danish colleague"; a house
    ("Downing Street") is nobody.
    """
    if " ".join(words[1:]).lower() in SEATS:
        return False
    ends = title_in(words[-1]) or country_in(words[-1]) or words[-1].lower() in PEERS
    named = any(w[:1].isupper() and not country_in(w) and not title_in(w) for w in words[1:])
    return bool(ends) and words[0].lower() in ARTICLE_OR_OWNER and not named


def _is_meant(
    texts: Sequence[str], at: int, who: str, speaker: Speaker, is_person: Callable[[str], bool]
) -> bool:
    """Whether the speaker is the last one named before a pronoun or a bare title."""
    own = without_quotes(texts[at]).split(who)[0]
    if speaker.is_told_of_in(own):
        return True
    for back in range(at - 1, max(0, at - BACK) - 1, -1):
        text = without_quotes(texts[back])
        sayers = [one for one in sayers_of(text) if one.lower() not in SAYER_PRONOUNS]
        if sayers:
            return any(_is_sayer(one, texts, back, speaker, is_person) for one in sayers)
        if speaker.is_told_of_in(text) or is_person(text):
            return speaker.is_told_of_in(text)
    return False


def _with_titles(texts: Sequence[str], speaker: Speaker) -> Speaker:
    """The speaker with the titles and countries that an article gives him."""
    if not speaker.forms:
        return speaker
    beside = [word for text in texts for word in _beside(text, speaker)]
    titles = {title for word in beside if (title := title_in(word))}
    countries = {country for word in beside if (country := country_in(word))}
    return speaker.model_copy(
        update={"titles": speaker.titles | titles, "countries": speaker.countries | countries}
    )


def office_beside(text: str, speaker: Speaker) -> bool:
    """Whether a sentence puts an office beside a name: "the Danish envoy Karl Moe"."""
    if not speaker.is_named_in(text):
        return False
    leading = [m["name"] for m in LEADS.finditer(text)]
    return any(map(title_in, _beside(text, speaker))) or any(map(speaker.has_surname, leading))


def _beside(text: str, speaker: Speaker) -> Iterator[str]:
    """The words of the office that stands before or, between commas, behind a name."""
    words = WORDS.findall(text)
    for at, word in enumerate(words):
        before = words[max(0, at - LONGEST_TITLE) : at]
        if not speaker.has_surname(word) or speaker.is_another(before[-2:]):
            continue
        yield from _office_before(before)
        behind = re.search(rf"{re.escape(word)}, ((?:the|an?|its|her|his)\s[^,.]+)[,.]", text)
        yield from WORDS.findall(behind[1])[:LONGEST_TITLE] if behind else ()


def _office_before(words: Sequence[str]) -> Iterator[str]:
    """The words before a name back to the country, or to the first that is of no office."""
    for word in reversed(words):
        if not (word[:1].isupper() or word in LINKS or title_in(word)):
            return
        yield word
        if country_in(word):
            return
