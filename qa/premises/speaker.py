"""Words that a question gives to one and the archive to another, or with a denial: put right.

Only where the question says what was said ("Why did Berg say that the quota would stay?"), one
sentence holds nearly all of it, and none that does is his; or all that are his deny it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.catalog import Filter
from index.gazetteer import country_of, is_country_name
from index.records import SUPPORTING, Outcome, Question, Sentence
from index.words import stems
from qa.cues import YES_OR_NO
from qa.meetings.holdings import holdings_of
from qa.meetings.namesakes import texts_that_name
from qa.passages.both_sides import DENIES
from qa.passages.matched import Matched, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import is_of_time
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.sayings import ARTICLE_OR_OWNER, read_speakers, spoken
from qa.passages.speech import SAYER_PRONOUNS, sayers_of
from qa.passages.terms import Term, weigh_terms
from qa.premises.cues import DENIAL, LATER_ON, NO_DENIAL, NOT_SO
from qa.question.asked import Asked, Kind, Party
from qa.question.name_words import country_in, title_in
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

WHAT_WAS_SAID = re.compile(  # a clause is given, or words in quotes
    r"\b(?:say|said|tell|told|claim(?:ed)?|insist(?:ed)?|add|added|stress(?:ed)?|announce[ds]?|"
    r"declared?|state[ds]?|warn(?:ed)?|complain(?:ed)?|promised?|argue[ds]?|tweet(?:ed)?)\b"
    r"(?:\s[\w.,’'-]+){0,8}?\s(?P<what>(?:that\b(?!\s(?:was|were|is|are|has|had|would|will|took|"
    r"did|came|led)\b)|[“\"‘'«]).{12,})",
    re.IGNORECASE,
)
CALLED = re.compile(  # "Why did Berg call the quota “a joke”?"
    r"\b(?:call(?:ed)?|describe[ds]?|dismiss(?:ed)?|brand(?:ed)?|label(?:l?ed)?|denounced?|"
    r"condemn(?:ed)?|hail(?:ed)?)\s(?P<what>[^?]{3,100}?\s(?:as\s)?[“\"‘'«][\w’' -]{3,80}[”\"’'»])",
    re.IGNORECASE,
)
HIS = re.compile(  # "Why did Berg repeat his claim that the quota would stay?"
    r"\b(?:his|her|their|\w+['’]s?) (?:\w+ )?(?:statement|claim|remark|assertion|declaration|"
    r"warning|announcement|comment|suggestion|argument)s? (?P<what>that\b.{12,})", re.IGNORECASE,
)  # fmt: skip
SPOKE_OF = re.compile(  # "What did Berg joke about Stone's red umbrella?"
    r"\bwhat (?:\w+ )?(?:did|does|had|has) [^?]{2,60}? (?:joke|quip|boast|joked|quipped|"
    r"boasted)(?: [\w.’'-]+){0,3}? (?:about|of|on) "
    r"(?P<what>[^?]{8,})", re.IGNORECASE,
)  # fmt: skip
WISHING = re.compile(  # "that the port wants to close": it may be told with another such verb
    r"(?:want|wish|seek|aim|plan|intend|try|tri|mean|hope|will|would|pursu)\w*", re.IGNORECASE
)
BODY = re.compile(
    r"\b(?:Ministry|Department|Government|Office|Council|Commission|Court|House|Palace|Embassy|"
    r"Army|Navy|Police|Board|Chancellery|Bank|Party|Union)\b"
)
OF_ANOTHER = re.compile(  # "Berg's press secretary"
    r"\b(?P<owner>[A-Z][\w.-]*)['’]s? (?:[a-z]+ ){0,2}?(?:spokes\w+|secretary|aide|adviser|envoy)\b"
)
LEAST = 0.7  # of the weight of what was said
LEAST_TOLD = 2  # words of it, names among them, and one at least that is none
BACK = 3  # sentences before a pronoun
ANOTHER = "The archive has no such words of {name}; it has them of another:"


def put_right_speaker(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """Whose words they are that a question gives to somebody else; None where they may be his."""
    said, asked = _said_in(asked.text), _with_speaker(asked)
    speaker = next((one for one in asked.speakers if one.kind == "person"), None)
    if speaker is None or YES_OR_NO.match(asked.text):
        return None
    terms = _terms_of(archive, read, said or SPOKE_OF.search(asked.text))
    if not terms:
        return None
    denied = _put_right_denied(archive, asked, read, ranked, terms) if said else None
    if denied:
        return denied
    more = rank_articles(retrieve(archive, read).ranked())  # those ranked may all be his
    found = match_sentences(archive, ranked, terms, LEAST if said else 1.0, more=more)
    if not said and len([term for term in terms if not term.name]) < LEAST_TOLD:
        return None
    if not found or any(_may_be_his(archive, asked, one) for one in found):
        return None
    teller = Teller(archive)
    told = tell_matched(archive, teller, found[0])
    named = _who_said_it(archive, found[0])
    first = [told, *([teller.quote(found[0].article, named)] if named else [])] if told else []
    lead = ANOTHER.format(name=speaker.called)
    return (
        make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=lead, first=first) if first else None
    )


def put_right_words(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """What he said, where a question asks when or where he said the opposite; None elsewhere."""
    said = _said_in(asked.text) if asked.kind in (Kind.WHEN, Kind.WHERE) else None
    if said is None or not any(one.kind == "person" for one in asked.speakers):
        return None
    terms = _terms_of(archive, read, said)
    ranked = rank_sentences(archive, read, retrieve(archive, read)) if terms else []
    return _put_right_denied(archive, asked, read, ranked, terms) if ranked else None


def _terms_of(archive: Archive, read: Question, said: re.Match[str] | None) -> list[Term]:
    """The terms of what somebody is to have said; none where that is too little to go by."""
    held = set(stems(said["what"])) if said else set()
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if t.forms & held and t.known]  # fmt: skip
    return [] if len(terms) < LEAST_TOLD or all(term.name for term in terms) else terms


def _said_in(text: str) -> re.Match[str] | None:
    """What a question has somebody say, as `what`."""
    return WHAT_WAS_SAID.search(text) or CALLED.search(text) or HIS.search(text)


def _with_speaker(asked: Asked) -> Asked:
    """The question with whose claim it is as its speaker, where just one is named before it."""
    claim = HIS.search(asked.text)
    if asked.speakers or claim is None:
        return asked
    before = asked.text[: claim.start("what")]
    people = [p for p in asked.about.parties if p.kind == "person" and p.words in before]
    return asked.model_copy(update={"speakers": tuple(people)}) if len(people) == 1 else asked


def _put_right_denied(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate],
    terms: Sequence[Term],
) -> Reply | None:  # fmt: skip
    """What he said, where a question has him say the opposite: each sentence that holds what he is
    to have said is his, or nobody's, and denies the same word of it.
    """
    said = _said_in(asked.text)
    matter = [t for t in terms if not (t.name or WISHING.fullmatch(t.word)
              or country_of(t.word) or country_of(t.word.capitalize()))]  # fmt: skip
    if said is None or not matter or DENIAL.search(said["what"]):
        return None
    kept = [term for term in terms if term.name or term in matter]
    found = [one for one in match_sentences(archive, ranked, kept, LEAST)
             if {hit.term for hit in one.hits} >= set(matter)
             and is_of_time(archive, read.period, one)]  # fmt: skip
    his = [one for one in found
           if sayers_of(one.sentence.text) and _may_be_his(archive, asked, one)]  # fmt: skip
    if not his or not all(_denies(one, matter) for one in found):
        return None
    teller = Teller(archive)
    told = [quote for one in his[:2] if (quote := tell_matched(archive, teller, one))]
    return make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=NOT_SO, first=told)


def _denies(one: Matched, matter: Sequence[Term]) -> bool:
    """Whether the verb of a matter stands behind a denial and nothing takes that back."""
    text = one.sentence.text
    for hit in (hit for hit in one.hits if hit.term in matter):
        denial = DENIES.search(text[: hit.start])
        if denial and not NO_DENIAL.search(text[denial.start() : hit.end]):
            return not LATER_ON.match(text[hit.end :])
    return False


def _who_said_it(archive: Archive, one: Matched) -> Sentence | None:
    """The sentence before one that says "he said", which names him; None where he is named."""
    if not all(who.lower() in SAYER_PRONOUNS for who in sayers_of(one.sentence.text)):
        return None
    before = [s for s in archive.sentences(one.article) if s.end <= one.sentence.start]
    told = (s for s in reversed(before[-BACK:]) if s.zone in SUPPORTING)
    return next((s for s in told if set(map(str.lower, sayers_of(s.text))) - SAYER_PRONOUNS), None)


def _may_be_his(archive: Archive, asked: Asked, one: Matched) -> bool:
    """Whether a sentence reports the words of the one asked for, or does not say whose they are."""
    party = next(p for p in asked.speakers if p.kind == "person")
    sayers = sayers_of(one.sentence.text)
    if not sayers or names_all([surnames_of(archive, party)], " ".join(sayers)):
        return True
    if not _is_named(archive, one, sayers) or _may_speak_for(archive, asked, party, sayers):
        return True
    sentences = archive.sentences(one.article)
    at = next(n for n, s in enumerate(sentences) if s.start == one.sentence.start)
    texts = [s.text for s in sentences]
    speakers = read_speakers(archive, party, party.words)
    return any(at in spoken(texts, who, holdings_of(archive).names_somebody) for who in speakers)


def _may_speak_for(archive: Archive, asked: Asked, party: Party, sayers: Sequence[str]) -> bool:
    """Whether a body's words may be his: unless he is told to speak for somebody by name ("Berg's
    spokesman Stone"), and nowhere to be of a body of that sort.
    """
    bodies = [body for who in sayers for body in BODY.findall(who)]
    surname = re.escape(party.called.split()[-1])
    beside = re.compile(rf"(?:[\w’'.-]+ ){{0,6}}{surname}\b(?:, [^,.;]{{0,80}})?")
    texts = texts_that_name(archive, Filter(as_of=asked.as_of), surname) if bodies else ()
    told = [match for text in texts for match in beside.findall(" ".join(text.split()))]
    owners = [match["owner"] for one in told for match in OF_ANOTHER.finditer(one)]
    own = any(not is_country_name(owner) for owner in owners)
    return bool(bodies) and (not own or any(body in one for body in bodies for one in told))


def _is_named(archive: Archive, one: Matched, sayers: Sequence[str]) -> bool:
    """Whether each sayer has a name of his own, "he" in a sentence before: "the port minister" may
    be anybody who has been told to hold that office.
    """
    if all(who.lower() in SAYER_PRONOUNS for who in sayers):
        before = _who_said_it(archive, one)
        sayers = sayers_of(before.text) if before else ()
    named = [who for who in sayers if who.lower() not in SAYER_PRONOUNS]
    return bool(named) and all(map(_has_name, named))


def _has_name(who: str) -> bool:
    words = [word for word in who.split() if word.lower() not in ARTICLE_OR_OWNER]
    return any(word[:1].isupper() and not country_in(word) and not title_in(word) for word in words)
