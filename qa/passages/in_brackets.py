"""What stands in brackets behind a name: another name for it, or a remark of the editors on it.

"What else is the league called?" is told by "the league [GUILD]", for either of the two; "What does
the agency add in brackets about the league?" by "the league (it is banned in Oslo)". A party or a
country behind a person's name is no other name of hers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.catalog import Filter
from index.records import SUPPORTING, Article, Outcome, Question, Record, Sentence
from index.words import content_words, stems
from qa.meetings.holdings import holdings_of
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.terms import Term, weigh_terms
from qa.passages.words_of_outlet import is_outlet, is_signed, outlet_key
from qa.question.asked import Asked, Party
from qa.question.looked_for import find_capitalised
from qa.question.when import may_be_in
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_NAME = r"(?:what|which) (?:other|second|alternative|different|further) (?:name|term|label)s?"
_CALLED = r"(?:called|named|known(?: as)?|referred to(?: as)?|mentioned|given)"
_IS = r"(?:is|are|was|were)"
_IN = r"(?:in|inside|within) (?:square |round )?(?:brackets|parenthes[ie]s)"
_OF = r"(?:about|on|of|after|behind|beside|to|for)"
_BY = r"(?: (?:in|by) (?P<by>.+))?"
_ADD = r"(?:add|say|note|write|put|insert|explain|remark|state|give)"
OTHER_NAME = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "By which other name does the article call the league?", "What other name … use for it?"
        rf"^(?:(?:by|under|with|for) )?{_NAME} do(?:es)? (?P<by>.+?) (?:call|give|use|know|mention)"
        r" (?:for |to )?(?P<what>.+?)(?: by| under)?\?*$",
        # "Under what other name is the league known?"
        rf"^(?:(?:by|under|with) )?{_NAME} {_IS} (?P<what>.+?) {_CALLED}{_BY}\?*$",
        # "What else is the league called?", "What is the league also known as?"
        rf"^(?:what|how) else {_IS} (?P<what>.+?) {_CALLED}{_BY}\?*$",
        rf"^what {_IS} (?P<what>.+?) (?:also|otherwise) {_CALLED}{_BY}\?*$",
        # "What else does the article call the league?"
        r"^what else do(?:es)? (?P<by>.+?) call (?P<what>.+?)\?*$",
    )
)
REMARK = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "What does the agency add in brackets about the league?", "… add about it in brackets?"
        rf"^what do(?:es)? (?P<by>.+?) {_ADD} {_IN} {_OF} (?P<what>.+?)\?*$",
        rf"^what do(?:es)? (?P<by>.+?) {_ADD} {_OF} (?P<what>.+?) {_IN}\?*$",
        # "What is added in brackets about the league?", "What stands in brackets behind it?"
        rf"^what (?:{_IS} )?(?:\w+ )?{_IN} {_OF} (?P<what>.+?)\?*$",
    )
)
BRACKETS = re.compile(r"(?P<open>[(\[])(?P<inside>[^()\[\]]{2,160})[)\]]")
A_NAME = re.compile(r"(?:the )?[A-Z][\w.&’'-]*(?: (?:of |al-)?[A-Z][\w&’'-]*){0,3}")
SAYS_SO = re.compile(  # "(also known as the Guild)", "(short for GILDEN)"
    r"(?:(?:also|formerly|previously|better|otherwise)\s)?(?:known as|called|alias|a\.?k\.?a\.?|"
    r"short for)\s(?:the\s)?\W?[A-Z]"
)
CALLS = re.compile(r"\b(?:call(?:s|ed)?|nicknam\w+|dubbed|known as|alias|named)\b", re.IGNORECASE)
GENERIC = re.compile(  # who is no one in particular: "the December article", "the editors"
    r"\b(?:article|report|story|piece|text|agency|paper|outlet|editors?|reporters?|archive|it|they)$",
    re.IGNORECASE,
)
STRETCH = re.compile(r"[^.;:!?()\[\]“”\"]*$")  # the words before a bracket that it may belong to
BEHIND = 3  # words between a name and the remark on it: "the league strike fund (banned here)"
BOTH = re.compile(r"(?:they |these |which )?(?:both|all)\b", re.IGNORECASE)
FURTHER = 8  # and where the remark is on several: "the league and the old guild (both …)"
MOST = 3
NO_NAME = "The archive gives no other name for it."
NO_REMARK = "The archive has nothing in brackets about it."


class Bracket(Record):
    """Words in brackets, and those before them in their sentence."""

    before: str
    inside: str
    square: bool
    after: str  # directly behind: "President (Anna) Berg"

    @property
    def ends(self) -> bool:
        """Whether nothing follows that it is a part of."""
        return not self.after[:1].isupper()


def answer_in_brackets(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The sentences with another name, or a remark, in brackets for what is asked about; that there
    is none. None where neither is asked, or a sentence may tell it otherwise.
    """
    name = _match(OTHER_NAME, asked.text)
    match = name or _match(REMARK, asked.text)
    outlet = _outlet_of(archive, match.groupdict().get("by")) if match else None
    if match is None or outlet is None:
        return None
    what = match["what"]
    terms = weigh_terms(content_words(what), find_capitalised(what), archive.catalog)
    if not terms:
        return None
    places = list(_places(archive, asked, read, what, outlet))
    found = [place for place in places if _tells(archive, place[1], what, terms, name=bool(name))]
    if not found and name and any(_may_call(sentence, terms) for _, sentence in places):
        return None
    if not found:
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=NO_NAME if name else NO_REMARK)
    teller = Teller(archive)
    said = [teller.quote(*place) for place in found[:MOST]]
    return make_reply(teller, Outcome.ANSWERED, (), first=said)


def _tells(
    archive: Archive, sentence: Sentence, what: str, terms: Sequence[Term], *, name: bool
) -> bool:
    """Whether a sentence has another name in brackets for what is meant, else a remark on it."""
    person = holdings_of(archive).known.find_person(what.split()) is not None
    return any(
        _is_other_name(one, terms, person=person) if name else _is_remark(one, terms)
        for one in _brackets(sentence.text)
    )


def _match(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for one in patterns if (found := one.search(text.strip()))), None)


def _outlet_of(archive: Archive, by: str | None) -> str | None:
    """The outlet whose articles are meant; empty for all of them, None for somebody's own words."""
    if by is None or GENERIC.search(by):
        return ""
    return by if is_outlet(archive, Party(words=by, kind="group")) else None


def _places(
    archive: Archive, asked: Asked, read: Question, what: str, outlet: str
) -> Iterator[tuple[Article, Sentence]]:
    """The sentences of the outlet and the period that a question names which may be cited."""
    worded = archive.searcher.matching(what, 40, Filter(as_of=asked.as_of))
    ids = [*rank_articles(retrieve(archive, read).ranked()), *(row.article_id for row, _ in worded)]
    for article in map(archive.article, dict.fromkeys(ids)):
        period = asked.about.period or read.period
        signed = not outlet or is_signed(article, outlet_key(outlet))
        if signed and (period is None or may_be_in(article.dated, period)):
            yield from ((article, s) for s in archive.sentences(article) if s.zone in SUPPORTING)


def _brackets(text: str) -> Iterator[Bracket]:
    for match in BRACKETS.finditer(text):
        stretch = STRETCH.search(text[: match.start()])
        yield Bracket(before=stretch[0] if stretch else "", inside=match["inside"],
                      square=match["open"] == "[", after=text[match.end() :].lstrip())  # fmt: skip


def _is_other_name(one: Bracket, terms: Sequence[Term], *, person: bool) -> bool:
    """Whether a bracket holds another name for what stands before it, and one of both is meant."""
    says_so = SAYS_SO.match(one.inside) is not None
    short = _is_short_for(one.inside, one.before) or one.square
    if not says_so and (person or not short or not one.ends or not A_NAME.fullmatch(one.inside)):
        return False
    last = " ".join(one.before.split()[-len(terms) - 1 :])
    return _holds(last, terms) or _holds(one.inside, terms)


def _is_short_for(short: str, before: str) -> bool:
    """Whether letters are the initials of the words before: "Harbour Workers' Union (HWU)"."""
    words = [word for word in before.split() if word[:1].isupper()][-len(short) :]
    return len(words) > 1 and short == "".join(word[0] for word in words)


def _is_remark(one: Bracket, terms: Sequence[Term]) -> bool:
    """Whether a bracket stands behind what is meant, with a few words between at most, or right
    before it: "(Anna) Berg".
    """
    if not one.ends:
        return _holds(" ".join(one.after.split()[: len(terms)]), terms)
    between = FURTHER if BOTH.match(one.inside) else BEHIND
    return _holds(" ".join(one.before.split()[-len(terms) - between :]), terms)


def _may_call(sentence: Sentence, terms: Sequence[Term]) -> bool:
    return CALLS.search(sentence.text) is not None and _holds(sentence.text, terms)


def _holds(text: str, terms: Sequence[Term]) -> bool:
    held = frozenset(stems(text))
    return all(term.forms & held for term in terms)
