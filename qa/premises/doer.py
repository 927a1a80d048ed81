"""A deed that a question gives to one and the archive to another: put right.

"Which rope did Berg buy at the pier?", where the one sentence on the rope has Stone buy it and Berg
is named neither there nor just before. Words are qa/premises/speaker.py's, meetings are
qa/premises/meeting.py's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.archive import Archive
from index.gazetteer import find_country
from index.parse import parse
from index.records import Outcome, Question, Record, Sentence
from index.words import stems
from qa.cues import SAYS, YES_OR_NO
from qa.meetings.holdings import holdings_of
from qa.passages.matched import Matched, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import is_of_time
from qa.passages.rank import Candidate
from qa.passages.terms import Term, weigh_terms
from qa.premises.cues import DENIAL, VERB_PARTICLES
from qa.question.asked import Asked, Party
from qa.question.kind_cues import MEET
from qa.question.name_words import bare
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LITTLE = 0.05  # of the weight of what a question says, from which on a sentence may be about it
LEAST = 0.3  # of the weight of what a question says, that the sentence itself must hold
NEARLY = 0.6  # of the best share, from which on a sentence may tell the deed
LEAST_NEAR = 0.9  # that it and the one before must hold together
LEAST_NAMED = 1  # words of it that are no names, besides the verb
PARSED = 4  # sentences, of which each costs 5 ms
BACK = 2  # sentences before "he" in which the one who is meant is named
CLIMBED = frozenset(["conj", "xcomp", "ccomp", "advcl"])
SUBJECTS = frozenset(["nsubj"])
WORDS_OR_MEETINGS = re.compile(rf"(?:{SAYS}|{MEET}|say|tell|ask|discuss\w*|agree\w*)$")
PRONOUNS = frozenset(["he", "she"])
HOLLOW = frozenset(["be", "do", "have", "make", "take", "get", "go", "come", "give"])
GIVING = frozenset(["give", "hand", "send", "lend", "offer", "present", "bring", "sell", "show"])
GIFT = frozenset(stems("gift present souvenir"))  # "What gift did Berg give Stone?"
GAVE = re.compile(  # "Stone got a vase from Berg"
    r"\b(?:g[ai]ve[ns]?|giving|hand\w*|sen[dt]\w*|len[dt]\w*|offer\w*|present\w*|br(?:ing|ought)\w*|"
    r"s(?:ell|old)\w*|show\w*|gifts?|from|receiv\w+|got|gets?)\b"
)
# What only one does, by its noun: "at the invitation of the ministry", "on Stone's invitation"
NOUNS = {"invite": "invitation"}
AT_THE = frozenset(["at", "on", "upon", "with", "by"])  # before such a noun: it came about so
MINISTRY = re.compile(r"\b(?:Ministry|Department|Council|Commission|Chamber|Board|Union)\b")
MINISTERS = re.compile(r"\b(?:ministers?|secretar(?:y|ies)|spokes\w+|envoys?|deput\w+)\b")
ANOTHER = "The archive does not report that of {name}; it tells it of another:"


class Deed(Record):
    """What a question has somebody do: the lemma of the verb, and him."""

    verb: str
    doer: Party


def put_right_doer(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """Who did what a question gives to somebody else; None where he may have done it."""
    people = [party for party in asked.about.parties if party.kind == "person"]
    if YES_OR_NO.match(asked.text) or asked.planned or asked.outlet or asked.article:
        return None
    if not people or DENIAL.search(asked.text):
        return None
    deed = deed_in(asked.text, people)
    if deed is None or WORDS_OR_MEETINGS.match(deed.verb):
        return None
    own = set(stems(deed.doer.words)) | set(stems(deed.doer.called))
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if not t.forms & own and t.word.lower() not in VERB_PARTICLES]  # fmt: skip
    found = match_sentences(archive, ranked, terms, LEAST)
    likely = [one for one in found if one.share >= NEARLY * found[0].share]
    told = next(_by_others(archive, asked, deed, terms, likely[:PARSED]), None)
    near = match_sentences(archive, ranked, terms, LITTLE) if told else []
    return _reply(archive, deed, told) if told and not _may_be_his(archive, deed, near) else None


def _may_be_his(archive: Archive, deed: Deed, found: Sequence[Matched]) -> bool:
    """Whether a sentence names the doer beside what the deed is about: it may be told in other
    words.
    """
    surnames = [surnames_of(archive, deed.doer)]
    if deed.verb in NOUNS:  # what nobody does in other words
        own = set(stems(f"{deed.verb} {NOUNS[deed.verb]}"))
        found = [one for one in found if own & set(stems(one.sentence.text))]
        return any(names_all(surnames, one.sentence.text) for one in found)
    if deed.verb in GIVING and not any(_plain(deed, one) for one in found):
        texts = [one.sentence.text for one in found]
        return any(GAVE.search(text) and names_all(surnames, text) for text in texts)
    return any(_plain(deed, one) and names_all(surnames, one.sentence.text) for one in found)


def _plain(deed: Deed, one: Matched) -> set[Term]:
    """The words of a question in a sentence that are no names and not the verb."""
    terms = {hit.term for hit in one.hits if not hit.term.name}
    return {t for t in terms if deed.verb not in (t.word.lower(), *t.forms)}


def deed_in(text: str, people: Sequence[Party]) -> Deed | None:
    """What a question has one of some people do: the verb that he is the subject of, or what that
    verb leads to ("had to carry").
    """
    for party in people:
        did = re.search(rf"\bdid {re.escape(party.words)} (?:\w+ly )?(\w+)", text)
        if did:
            return Deed(verb=did[1].lower(), doer=party)
    if not any(re.search(rf"\b{re.escape(p.words)} [a-z]", text) for p in people):
        return None
    for token in parse([text], without=["ner"])[0]:
        doer = next((p for p in people if bare(token.text) == p.words.split()[-1]), None)
        if doer and token.dep_ in SUBJECTS and token.head.pos_ in ("VERB", "AUX"):
            verb = token.head
            while inner := next((c for c in verb.children if c.dep_ == "xcomp"), None):
                verb = inner
            return Deed(verb=verb.lemma_.lower(), doer=doer)
    return None


def _by_others(
    archive: Archive, asked: Asked, deed: Deed, terms: Sequence[Term], found: Sequence[Matched]
) -> Iterator[list[Matched | Sentence]]:
    """The sentences that tell the deed of somebody else by name, with the one that names him."""
    period = asked.about.period
    for one in found:
        held = _holds_all(archive, deed, terms, one) or _is_given(archive, asked, deed, terms, one)
        if not held or not is_of_time(archive, period, one):
            continue
        doc = parse([one.sentence.text], without=["ner"])[0]
        subject = next(doers_of(doc, deed.verb), None)
        if subject is not None and _is_another(archive, deed, subject):
            yield [one]
        agent = next(agents_of(doc, deed.verb), None)
        if agent is not None and (
            _is_another(archive, deed, agent) or _is_another_body(archive, deed, agent)
        ):
            yield [one]
        named = _named_before(archive, one, deed.doer)
        if subject is not None and subject.lower_ in PRONOUNS and named:
            yield [one, named]


def _is_given(
    archive: Archive, asked: Asked, deed: Deed, terms: Sequence[Term], one: Matched
) -> bool:
    """Whether a sentence has something given to him whom a question names as the receiver, and all
    else that it says of the gift: "gave Stone a spoon".
    """
    people = [p for p in asked.about.parties if p.kind == "person" and p is not deed.doer]
    words = set(stems(one.sentence.text)) | GIFT | {deed.verb}
    if deed.verb not in GIVING or len(people) != 1 or not all(t.forms & words for t in terms):
        return False
    doc = parse([one.sentence.text], without=["ner"])[0]
    to = (t for t in doc if t.dep_ == "dative" or (t.dep_ == "pobj" and t.head.lower_ == "to"))
    given = [t.text for t in to for t in (t, *t.children) if t.pos_ == "PROPN"]
    return any(names_all([surnames_of(archive, people[0])], name) for name in given)


def _holds_all(archive: Archive, deed: Deed, terms: Sequence[Term], one: Matched) -> bool:
    """Whether a sentence, with the one before, holds what a question says but the doer."""
    held = {hit.term for hit in one.hits}
    if len(_plain(deed, one)) < LEAST_NAMED + (deed.verb in HOLLOW):
        return False
    near = set(stems(_near(archive, one)))
    weight = sum(t.weight for t in terms)
    told = sum(
        t.weight for t in terms if t in held or t.forms & near or t.word.lower() == deed.verb
    )
    return told >= LEAST_NEAR * weight


def doers_of(doc: Doc, verb: str) -> Iterator[Token]:
    """The subjects of a verb, wherever it stands in a sentence and is not denied."""
    for token in doc:
        if token.lemma_.lower() != verb or token.pos_ not in ("VERB", "AUX"):
            continue
        yield from subjects_above(token)


def subjects_above(verb: Token) -> list[Token]:
    """The subjects of a verb, or of the one that it is joined to; none where it is denied."""
    above = verb
    while not any(c.dep_ in SUBJECTS for c in above.children) and above.dep_ in CLIMBED:
        above = above.head
    if any(c.dep_ == "neg" for node in (verb, above) for c in node.children):
        return []
    return [c for c in above.children if c.dep_ in SUBJECTS]


def agents_of(doc: Doc, verb: str) -> Iterator[Token]:
    """Those by whom something is told to be done: "bought by Stone", "at Stone's invitation"."""
    for token in doc:
        if any(c.dep_ == "neg" for node in (token, token.head) for c in node.children):
            continue
        noun = token.lemma_.lower() == NOUNS.get(verb) and token.head.lower_ in AT_THE
        if noun:
            yield from (c for c in token.children if c.dep_ == "poss")
        if noun or (token.lemma_.lower() == verb and token.pos_ == "VERB"):
            by = (c for c in token.children if c.dep_ == "agent" or (noun and c.lower_ == "of"))
            yield from (c for one in by for c in one.children if c.dep_ == "pobj")


def _is_another_body(archive: Archive, deed: Deed, agent: Token) -> bool:
    """Whether a ministry or the like did it, and the doer is of none: a president, a mayor."""
    offices = [office for office, _ in holdings_of(archive).offices_of(deed.doer.called)]
    whole = " ".join(token.text for token in agent.subtree)
    plain = offices and not any(map(MINISTERS.search, offices))
    return bool(plain) and MINISTRY.search(whole) is not None


def _is_another(archive: Archive, deed: Deed, subject: Token) -> bool:
    """Whether a subject is somebody by name, or by an office of another country than the doer's;
    "he" where only one other is named before it in the sentence.
    """
    if subject.lower_ in PRONOUNS:
        before = _people_in(archive, subject.doc[: subject.i].text)
        return len(before) == 1 and not before & set(deed.doer.words.split())
    if _people_in(archive, subject.text):
        return True
    words = [token.text for token in subject.subtree]
    countries = {found[0] for at in range(len(words)) if (found := find_country(words, at))}
    theirs = {country for _, country in holdings_of(archive).offices_of(deed.doer.called)}
    one = subject.tag_ == "NN" and bool(countries and theirs)
    return one and countries.isdisjoint(theirs)


def _people_in(archive: Archive, text: str) -> set[str]:
    """The words of a text that are names of people whom the archive knows."""
    known = holdings_of(archive).known
    words = (bare(word) for word in re.findall(r"[\w.’'-]+", text))
    return {word for word in words if word[:1].isupper() and known.find_person([word])}


def _named_before(archive: Archive, one: Matched, doer: Party) -> Sentence | None:
    """The sentence before that names one person, who is meant by "he", where he is not the doer and
    nobody is named in the sentence itself.
    """
    if _people_in(archive, one.sentence.text):
        return None
    before = [s for s in archive.sentences(one.article) if s.end <= one.sentence.start][-BACK:]
    for sentence in reversed(before):
        people = _people_in(archive, sentence.text)
        if people:
            alone = len(people) == 1 and not people & set(doer.words.split())
            return sentence if alone else None
    return None


def _near(archive: Archive, one: Matched) -> str:
    before = [s.text for s in archive.sentences(one.article) if s.end <= one.sentence.start]
    return " ".join((*before[-BACK:], one.sentence.text))


def _reply(archive: Archive, deed: Deed, told: Sequence[Matched | Sentence]) -> Reply | None:
    teller = Teller(archive)
    first, rest = told[0], told[1:]
    if not isinstance(first, Matched):
        return None
    said = tell_matched(archive, teller, first)
    more = [teller.quote(first.article, one) for one in rest if isinstance(one, Sentence)]
    lead = ANOTHER.format(name=deed.doer.called)
    if said is None:
        return None
    return make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=lead, first=[said, *more])
