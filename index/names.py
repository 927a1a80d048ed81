"""The people of one article: who is named, by which names, in which office.

The article decides: a surname is the person it names in full, an office the person it gives that
office to. Which name may stand for whom is index/name_match.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.gazetteer import country_of, is_country_name
from index.headlines import without_headline_words
from index.name_match import fits, is_another, is_by_given_name, is_fuller, sex_of
from index.name_noise import courtesy_before
from index.name_offices import office_beside
from index.name_sex import tell_sexes
from index.name_spans import NameSpan, find_alone, find_double, find_names
from index.office_roles import ONLY_IN
from index.people_cues import ABROAD
from index.spellings import fold_name
from index.titles import Office, find_offices, second_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass
class Character:
    """Somebody in one article.

    Not frozen, since it is known only at the end of the article: each naming may add a longer name,
    an office or a title. It never leaves the reading of that article; rooms get `Attendant`.
    `sex` is "he" or "she" where a title tells, `posts` the offices with their countries, `origin`
    the country of "Norway's Anna Berg" and "Anna Berg of Norway".
    """

    words: tuple[str, ...]
    spans: list[NameSpan] = field(default_factory=list)
    posts: list[Office] = field(default_factory=list)
    sex: str | None = None
    origin: str | None = None

    @property
    def name(self) -> str:
        """The longest form that the article gives."""
        return " ".join(self.words)

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return fold_name(self.words[-1])

    @property
    def role(self) -> str | None:
        """The office told with a country if there is one, else the first told."""
        told = [post for post in self.posts if not post.former and not post.relative]
        best = next((post for post in told if post.country), told[0] if told else None)
        return best.role if best else None

    @property
    def country(self) -> str | None:
        """The country of an office, or whose they are, ISO 3166-1 alpha-3; None if none is told."""
        return next((post.country for post in self.posts if post.country), self.origin)


class Cast:
    """The characters of an article, with where each is named and which offices are named."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.docs = docs
        self.offices = [find_offices(doc) for doc in docs]
        self.characters: list[Character] = []
        self._at: dict[tuple[int, int], tuple[NameSpan, Character]] = {}
        alone, double = find_alone(docs), find_double(docs)
        self._common = {token.text for doc in docs for token in doc if token.text.islower()}
        spans = [
            span
            for n, doc in enumerate(docs)
            for span in find_names(n, doc, self.offices[n], alone, double)
        ]
        spans = list(without_headline_words(docs, spans))
        full = {span.words for span in spans if len(span.words) > 1}
        spans = [_without_credit(span, full) for span in spans]
        for span in sorted(spans, key=lambda span: len(span.words) < 2):  # full names first
            self._place(span)
        for n, doc in enumerate(docs):
            self._place_surnames(n, doc)
        for character in self.characters:
            character.spans.sort(key=lambda span: (span.sentence, span.first))
        self._share_offices()
        self._complete_counterparts()
        tell_sexes(docs, self.at)

    def at(self, sentence: int, token: int) -> Character | None:
        """The character whose name covers a token."""
        found = self._at.get((sentence, token))
        return found[1] if found else None

    def span_at(self, sentence: int, token: int) -> NameSpan | None:
        """The name that covers a token."""
        found = self._at.get((sentence, token))
        return found[0] if found else None

    def spans_in(self, sentence: int) -> list[NameSpan]:
        """The names of a sentence in order."""
        spans = (span for c in self.characters for span in c.spans if span.sentence == sentence)
        return sorted(spans, key=lambda span: span.first)

    def office_at(self, sentence: int, token: int) -> Office | None:
        """The office whose words cover a token; of two that one person holds the second."""
        offices = self.offices[sentence]
        found = next((o for o in offices if o.first <= token <= o.last), None)
        return found and (second_of(found, offices, self.docs[sentence]) or found)

    def before(
        self, sentence: int, token: int, reach: int = 4
    ) -> Iterator[tuple[int, Token, Character]]:
        """Characters named before a token, the nearest first, at most `reach` sentences back."""
        for n in range(sentence, max(-1, sentence - reach - 1), -1):
            doc = self.docs[n]
            seen: set[int] = set()
            for i in range((token if n == sentence else len(doc)) - 1, -1, -1):
                found = self._at.get((n, i))
                if found and found[0].first not in seen:
                    seen.add(found[0].first)
                    yield n, doc[found[0].last], found[1]

    def _place(self, span: NameSpan) -> None:
        character = self._find(span)
        if character is None:
            character = Character(words=span.words)
            self.characters.append(character)
        elif is_fuller(span.words, character.words):
            character.words = span.words
        span = _with_own_office(span, character)
        character.spans.append(span)
        if span.office:
            character.posts.append(span.office)
        character.sex = character.sex or sex_of(span)
        character.origin = character.origin or _origin(self.docs[span.sentence], span)
        for token in range(span.first, span.last + 1):
            self._at[span.sentence, token] = span, character

    def _firms(self) -> Counter[str]:
        """How often a lone name is taken for a firm's."""
        alone = (t for doc in self.docs for t in doc if t.ent_type_ == "ORG" and _is_alone(t))
        return Counter(fold_name(t.text) for t in alone)

    def _place_surnames(self, sentence: int, doc: Doc) -> None:
        """Surnames that the model passed over: of characters, or behind a courtesy title."""
        full = [c for c in self.characters if len(c.words) > 1]
        known = {c.surname for c in full}
        firms = self._firms()
        titled = {
            c.surname for c in self.characters
            if c.posts or c.sex or 1 < len(c.spans) >= firms[c.surname]
        } - known - self._common  # fmt: skip
        firsts = [fold_name(c.words[0]) for c in full]
        given = {word for word in firsts if firsts.count(word) == 1}  # "Tove" of "Tove Berg"
        for token in doc:
            named = token.text[0].isupper() and (
                token.tag_.startswith("NNP")
                or token.i > 0
                or (token.tag_ == "NN" and token.lower_ not in self._common)
            )
            if (sentence, token.i) in self._at or not named or country_of(token.text):
                continue
            courtesy = courtesy_before(doc, token.i)
            again = known | given | (titled if _is_alone(token) else set())
            if fold_name(token.text) in again or (courtesy and token.is_alpha):
                office = office_beside(doc, token.i, token.i, self.offices[sentence])
                span = NameSpan(
                    sentence=sentence, first=token.i, last=token.i, words=(token.text,),
                    office=office, courtesy=courtesy,
                )  # fmt: skip
                if token.tag_.startswith("NNP") or token.i > 0 or self._find(span):
                    self._place(span)

    def _find(self, span: NameSpan) -> Character | None:
        """Who a name stands for. Of several whom it fits one of its office, else one named in the
        same sentence, else the first: wires give a second bearer a name or title each time. Beside
        a ruler of that name, "King Stone", it is whoever was last called by it.
        """
        doc = self.docs[span.sentence]
        fitting = [c for c in self.characters if fits(span, c) and not is_another(span, c, doc)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        if any(map(is_by_given_name, fitting)) and len(span.words) == 1 and not span.office:
            return _last_called(span, fitting)
        if span.office:
            same = [c for c in fitting if any(p.role == span.office.role for p in c.posts)]
            fitting = same or fitting
        beside = [c for c in fitting if any(s.sentence == span.sentence for s in c.spans)]
        return min(beside or fitting, key=lambda c: min((s.sentence, s.first) for s in c.spans))

    def _share_offices(self) -> None:
        """Gives each of "ministers Anna Berg, Karl Ozols and Ivo Marsh" the office of them all."""
        for n, offices in enumerate(self.offices):
            for office in (o for o in offices if o.several and not o.relative):
                for place, character in enumerate(self._listed(n, office.last + 1)):
                    known = office.countries[place : place + 1] or (None,)
                    update = {"several": False, "country": known[0]}
                    character.posts.append(office.model_copy(update=update))

    def _listed(self, n: int, at: int) -> Iterator[Character]:
        """The characters named one after the other from a token on, commas and "and" between."""
        doc = self.docs[n]
        while at < len(doc):
            found = self._at.get((n, at))
            if found:
                yield found[1]
                at = found[0].last
            elif not (doc[at].lower_ in (",", "and", "of") or is_country_name(doc[at].text)):
                return
            at += 1

    def _complete_counterparts(self) -> None:
        """Gives "her Latvian counterpart, Karl Ozols" the office of whoever is named before him."""
        for character in self.characters:
            for at, post in enumerate(character.posts):
                span = next((s for s in character.spans if s.office == post), None)
                if not post.relative or span is None:
                    continue
                near = self.before(span.sentence, min(span.first, post.first), reach=1)
                role = next((c.role for _, _, c in near if c is not character and c.role), None)
                if role and post.country not in ONLY_IN.get(role, ()):
                    role = ABROAD.get(role, role)
                if role:
                    character.posts[at] = post.model_copy(update={"role": role})


def _is_alone(token: Token) -> bool:
    """Whether a name stands by itself, and is no part of "Lund Shipping"."""
    beside = (token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc))
    return token.ent_type_ in ("", "ORG", "PERSON", "GPE") and not any(
        t.tag_.startswith("NNP") for t in beside
    )


def role_abroad(role: str, country: str | None) -> str:
    """What an office is called in a country: a secretary of state's equal is a foreign minister."""
    own = role not in ONLY_IN or country in (None, *ONLY_IN[role])
    return role if own else ABROAD.get(role, role)


def _last_called(span: NameSpan, fitting: Sequence[Character]) -> Character | None:
    """Who of several was last called by a name, as its last word; None where nobody was before."""
    name, at = fold_name(span.words[-1]), (span.sentence, span.first)
    uses = (
        (s.sentence, s.first, number)
        for number, character in enumerate(fitting)
        for s in character.spans
        if fold_name(s.words[-1]) == name and (s.sentence, s.first) < at
    )
    last = max(uses, default=None)
    return fitting[last[2]] if last else None


def _with_own_office(span: NameSpan, character: Character) -> NameSpan:
    """A name without the office of another that a list tells next: "Berg, the Latvian envoy"."""
    office, held = span.office, {post.country for post in character.posts if post.country}
    listed = office is not None and office.first > span.last and office.country
    other = listed and held and office is not None and office.country not in held
    return span.model_copy(update={"office": None}) if other else span


def _without_credit(span: NameSpan, full: Collection[tuple[str, ...]]) -> NameSpan:
    """A name without another behind it: who took the picture of "Anna Berg Karl Stone"."""
    sizes = range(2, len(span.words) - 1)
    known = next((size for size in sizes if span.words[:size] in full), None)
    if known is None:
        return span
    update = {"words": span.words[:known], "last": span.first + known - 1}
    return span.model_copy(update=update)


def _origin(doc: Doc, span: NameSpan) -> str | None:
    """The country of "Norway's Anna Berg" and of "Anna Berg of Norway"; None where none is told."""
    if span.first > 1 and doc[span.first - 1].tag_ == "POS":
        owner = country_of(doc[span.first - 2].text)
        return owner if owner and is_country_name(doc[span.first - 2].text) else None
    if span.last + 2 < len(doc) and doc[span.last + 1].lower_ == "of":
        name = doc[span.last + 2].text
        return country_of(name) if is_country_name(name) else None
    return None
