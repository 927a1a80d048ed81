"""When a report was written, or by whom: the one article that a question describes, by its outlet
and words.

"What is the date of the Gazette's report on the two-hour meeting?" asks for the day of the report,
not of the meeting. What a commission publishes is no report of this archive, but a matter of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from index.archive import Archive
from index.mention_when import make_when
from index.readings import Reading
from index.records import (
    OF_ITSELF,
    SUPPORTING,
    Article,
    Outcome,
    Question,
    Record,
    Sentence,
    Statement,
    ZoneKind,
)
from index.words import content_words, stems
from qa.events.tellings import weigh_sentences
from qa.events.words import TIME_WORD, Matter, with_kin
from qa.meetings.holdings import find_articles
from qa.passages.rank import BEST_ARTICLES
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.terms import Term, WordBits, coverage, weigh_terms
from qa.passages.words_of_outlet import is_outlet, is_signed, outlet_key
from qa.question.asked import Asked, Party
from qa.question.looked_for import find_capitalised
from qa.question.when import may_be_in
from qa.telling.of_itself import byline_of, tell_by, tell_written
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_NOUN = (
    r"(?:articles?|reports?|stor(?:y|ies)|dispatch|despatch|news items?|pieces?|write-?up|"
    r"accounts?(?=\s(?:of|on)\b))"
)
_HOUSE = r"(?:(?:news|press)\s)?(?:agency|outlet|paper|newspaper|broadcaster|website|source)"
_WORD = r"(?!(?:in|of|on|by|to|for|with|about|at|from|as|and|or|\w+ed)\b)[\w.&'’-]+"
_WHICH = (
    rf"(?P<which>(?:the|an?|this|that|its)\s(?:{_WORD}\s){{0,5}}?{_NOUN}\b.*?|"
    rf"(?:[A-Z][\w.&-]*\s){{0,3}}[A-Z][\w.&-]*['’]s?\s(?:{_WORD}\s){{0,3}}?{_NOUN}\b.*?)"
)
_WROTE = r"(?:written|published|filed|printed|issued|released|posted|put out|run|sent out|dated)"
_TIME = r"(?:(?:calendar|exact|publication)\s)?(?:date|day|month|year)"
ASKS = tuple(
    re.compile(pattern)
    for pattern in (
        # "What is the date of the Gazette's report on the fire?"
        rf"\b(?:[Ww]hat|[Ww]hich)(?:['’]s|\s(?:is|was))\s(?:the\s)?(?:\w+\s)?{_TIME}"
        rf"(?:\sof\s(?:publication|writing|issue))?\s(?:of|on)\s{_WHICH}\?*$",
        # "When was the article on the fire written?"
        rf"\b(?:[Ww]hen|(?:[Oo]n|[Ii]n)\s(?:what|which)\s{_TIME})\s(?:was|is|were)\s{_WHICH}"
        rf"\s(?:first\s)?{_WROTE}(?:\sby\s(?P<owner>[^?]{{3,40}}?))?\?*$",
        # "Which day does the report that Berg landed bear?"
        rf"\b(?:[Ww]hat|[Ww]hich)\s{_TIME}\sdo(?:es)?\s{_WHICH}\s(?:bear|carry|have|show|give)\?*$",
        # "From which year is the story about the fire?", "Of what date is the report on it?"
        rf"\b(?:[Ff]rom|[Oo]f)\s(?:what|which)\s{_TIME}\s(?:is|was|does|comes?|dates?)\s{_WHICH}"
        r"(?:\s(?:come|date|stem))?\?*$",
        # "Which day is the report on the fire from?", "When is the report on it from?"
        rf"\b(?:(?:[Ww]hat|[Ww]hich)\s{_TIME}|[Ww]hen)\s(?:is|was|does)\s{_WHICH}\s(?:come\s|date\s)?from\?*$",
        # "When did the Gazette publish its article on the fire?"
        rf"\b(?:[Ww]hen|[Oo]n\s(?:what|which)\s{_TIME})\sdid\s(?P<owner>[^?]{{3,40}}?)\s"
        rf"(?:first\s)?(?:write|publish|file|print|run|carry|issue|post)\s{_WHICH}\?*$",
    )
)  # fmt: skip
ASKS_BY = tuple(
    re.compile(pattern)
    for pattern in (
        # "By whom is the report that Berg landed?"
        rf"^(?:[Aa]nd )?[Bb]y whom (?:is|was) {_WHICH}(?:\s{_WROTE})?\?*$",
        # "Who wrote the article on the fire?"
        rf"^(?:[Aa]nd )?[Ww]ho (?:wrote|filed|signed|published|carried|ran|(?:is|was) the "
        rf"(?:author|source) of) {_WHICH}\?*$",
        # "From which agency does the account of the fire come?", "Which paper ran the story on it?"
        rf"^(?:[Aa]nd )?[Ff]rom (?:what|which) {_HOUSE} (?:does|did|do|is|was) {_WHICH}"
        r"(?:\s(?:come|stem|derive|originate|taken|sourced)(?: from)?)?\?*$",
        rf"^(?:[Aa]nd )?(?:[Ww]hat|[Ww]hich) {_HOUSE} (?:wrote|filed|signed|published|carried|ran|"
        rf"is behind|was behind) {_WHICH}\?*$",
        # "What is the source of the report on the fire?"
        rf"^(?:[Aa]nd )?[Ww]hat(?:['’]s| is| was) the source of {_WHICH}\?*$",
    )
)
BARE = re.compile(r"\breports?\b|\bpieces?\b")  # nouns that are something else in a report as well
DOCUMENT = re.compile(  # "the board's report", "a report by the commission"
    r"\b(?:an?|its|their|his|her|the|final|\w+['’]s?)\s(?:\w+\s)?reports?\b(?!\s+that\b)"
)
OFFICIAL = re.compile(  # "the joint report": what an authority puts out
    r"\b(?:joint|annual|final|interim|official|secret|leaked|independent|expert|audit|technical|"
    r"medical|police|government)\sreports?\b",
    re.IGNORECASE,
)
OWNER = re.compile(
    rf"^(?:(?:the|an?)\s)?(?P<owner>(?:(?!{_NOUN}\b)[^?])*?)['’]s?\s(?:{_WORD}\s){{0,3}}?{_NOUN}\b"
)
OF_THE_PAGE = re.compile(rf"{_NOUN}|accounts?|news|headlined?|titled|its", re.IGNORECASE)
LEAST = 0.7  # of what is said of it, that a sentence holds with what stands around
LEAST_OWN = 0.5  # of the words that are no names, that the sentence itself holds
DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|denie[sd]|refuse[sd]|failed)|n['’]t)\b(?:\s[\w'’-]+){1,4}"
)
AS_MUCH = 0.05  # by which another may hold less and be meant as well
MOST = 3  # reports that are told of
MOST_CLUES = 2
CLUE = re.compile(r"“([^”]+)”")
NONE_FITS = "The archive has no report that this describes."
UNKNOWN_DAY = "The archive does not say when the report was written."
WHICH = "Which report is meant? Please say what it tells."
TOO_MANY = (
    "Several reports of different days may be meant{named}. Please say more of what it tells."
)


class Meant(Record):
    """An article that may be meant, with the sentence that tells most of what is said of it."""

    article: Article
    sentence: Sentence
    held: float


def answer_written(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The day on which the report that a question describes was written, and how it is known; of
    two reports that fit as well both days. None where that is not asked.
    """
    cues = (*ASKS, *ASKS_BY)
    match = next((found for one in cues if (found := one.search(asked.text.strip()))), None)
    if match is None:
        return None
    by = match.re in ASKS_BY
    outlet, which = _outlet_of(archive, asked, match), match["which"]
    if outlet is None or (not outlet and OFFICIAL.search(which)):
        return None  # "the board's report": what somebody else published
    if not asked.article and not _words_of(which):
        return Reply(outcome=Outcome.AMBIGUOUS, lead=WHICH)
    meant = _find_meant(archive, asked, read, _without(which, outlet), outlet)
    if (
        not outlet
        and BARE.search(which)
        and any(DOCUMENT.search(one.sentence.text) for one in meant)
    ):
        return None
    return _tell_by(Teller(archive), meant) if by else _tell(Teller(archive), _by_day(meant))


def _outlet_of(archive: Archive, asked: Asked, match: re.Match[str]) -> str | None:
    """The outlet whose report is asked about; empty where any may be, None where it is somebody's
    who is no outlet.
    """
    owned = OWNER.match(match["which"])
    owner = match.groupdict().get("owner") or (owned["owner"] if owned else "")
    owner = re.sub(r"^[Tt]he ", "", owner)
    if not owner or owner == asked.outlet:
        return asked.outlet or ""
    party = Party(words=owner, kind="group")
    return owner if is_outlet(archive, party) else None


def _without(which: str, outlet: str) -> str:
    return re.sub(rf"\b{re.escape(outlet)}(?:['’]s?)?", " ", which) if outlet else which


def _find_meant(
    archive: Archive, asked: Asked, read: Question, which: str, outlet: str
) -> list[Meant]:
    """The reports that tell most of what is said of the one that is meant, best first: those that
    tell as much, of the outlet and the period that are named.
    """
    if asked.article:
        ids = find_articles(archive, asked.article)
        return [one for id in ids for one in _heads(archive, archive.article(id))]
    names = find_capitalised(which)
    terms = tuple(map(with_kin, weigh_terms(_words_of(which), names, archive.catalog)))
    if not terms:
        return []
    matter, bits = Matter(text=which, terms=terms, first=frozenset()), WordBits(terms)
    ids = rank_articles(retrieve(archive, read).ranked())[:BEST_ARTICLES]
    told = [one for reading in archive.read_articles(ids)
            if not outlet or is_signed(reading.article, outlet_key(outlet))
            for one in _told_most(reading, bits, matter)]  # fmt: skip
    told = _of_period(archive, asked, told)
    best = max((one.held for one in told), default=0.0)
    return sorted((one for one in told if one.held >= best - AS_MUCH), key=lambda one: -one.held)


def _words_of(which: str) -> list[str]:
    """The words that say what a report tells."""
    return [word for word in content_words(which)
            if not OF_THE_PAGE.fullmatch(word) and not TIME_WORD.fullmatch(word)]  # fmt: skip


def _heads(archive: Archive, article: Article) -> Iterator[Meant]:
    """A report that is named itself, with the first sentence of it that may be cited."""
    own = (one for one in archive.sentences(article) if one.zone in SUPPORTING)
    yield from (Meant(article=article, sentence=one, held=1.0) for one in islice(own, 1))


def _told_most(reading: Reading, bits: WordBits, matter: Matter) -> Iterator[Meant]:
    """The sentence of a report that tells most of the words, if it tells enough of them."""
    held, own = weigh_sentences(reading, bits, matter)
    if not DENIED.search(matter.text):
        held = held - np.array([_denied(text, matter.terms) for text in reading.texts()])
    fit = [at for at in np.flatnonzero((held >= LEAST) & (own >= LEAST_OWN)).tolist()
           if reading.zones[at] in SUPPORTING]  # fmt: skip
    for at in sorted(fit, key=lambda at: (-held[at], reading.zones[at] is not ZoneKind.BODY))[:1]:
        yield Meant(article=reading.article, sentence=reading.sentence(at), held=float(held[at]))


def _denied(text: str, terms: Sequence[Term]) -> float:
    """How much of the words a sentence denies: "has not confirmed the visit"."""
    stretches = " ".join(DENIED.findall(text))
    return coverage(terms, frozenset(stems(stretches))) if stretches else 0.0


def _of_period(archive: Archive, asked: Asked, told: Sequence[Meant]) -> list[Meant]:
    """Those written in the period that a question names, else those that tell of it."""
    period = asked.about.period
    if period is None:
        return list(told)
    return [one for one in told if may_be_in(one.article.dated, period)] or [
        one for one in told for time in archive.times(one.article.id)
        if one.sentence.start <= time.start and time.end <= one.sentence.end
        and (when := make_when(time)) and may_be_in(when, period)
    ]  # fmt: skip


def _by_day(meant: Sequence[Meant]) -> list[Meant]:
    """The best for each day of writing."""
    days: dict[str, Meant] = {}
    for one in meant:
        days.setdefault(one.article.dated.edtf if one.article.dated else "", one)
    return list(days.values())


def _tell(teller: Teller, meant: Sequence[Meant]) -> Reply:
    if len(meant) > MOST:
        titles = [one.article.title for one in meant if one.article.title][:MOST]
        named = f", among them {', '.join(f'“{title}”' for title in titles)}" if titles else ""
        return Reply(outcome=Outcome.AMBIGUOUS, lead=TOO_MANY.format(named=named))
    said = [one for some in meant for one in _written(teller, some)]
    if not said:
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=UNKNOWN_DAY if meant else NONE_FITS)
    return make_reply(teller, Outcome.ANSWERED, (), first=said)


def _tell_by(teller: Teller, meant: Sequence[Meant]) -> Reply | None:
    """By whom the reports are, where their own lines say so."""
    said = []
    for one in meant[:MOST]:
        lines = [line for line in teller.archive.sentences(one.article)
                 if line.zone in OF_ITSELF and byline_of(line.text)]  # fmt: skip
        name = byline_of(lines[0].text) if lines else None
        if name:
            same = (line for line in lines if byline_of(line.text) == name)
            numbers = [teller.citer.cite(one.article, line) for line in same]
            said += [tell_by(one.article, name, numbers), teller.quote(one.article, one.sentence)]
    return make_reply(teller, Outcome.ANSWERED, (), first=said) if said else None


def _written(teller: Teller, meant: Meant) -> Iterator[Statement]:
    """The day of one report, by what tells it, and the sentence on the matter."""
    article = meant.article
    cited = [*_clues(teller.archive, article), meant.sentence]
    told = tell_written(article, [teller.citer.cite(article, one) for one in dict.fromkeys(cited)])
    yield from (told, teller.quote(article, meant.sentence)) if told else ()


def _clues(archive: Archive, article: Article) -> Iterator[Sentence]:
    """The dateline, where the day hangs on it, and the first sentences with its other clues."""
    why = article.dated.derivation if article.dated else ""
    lines = archive.sentences(article)
    if "dateline" in why:
        yield from (one for one in lines if one.zone is ZoneKind.DATELINE)
    for words in CLUE.findall(why)[:MOST_CLUES]:
        own = (one for one in lines if one.zone in SUPPORTING and words in one.text)
        yield from islice(own, 1)
