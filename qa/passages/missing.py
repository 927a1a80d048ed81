"""Details that the sentences found do not tell: why, in which building, what colour, at what hour.

A sentence that only repeats what a question says is no answer to it. Each row says how a detail is
asked for, what a sentence that tells it holds, and what is said where none does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING

from index.archive import Archive
from index.cues import QUOTED
from index.gazetteer import MOST_WORDS, find_country
from index.meeting_lookup import country_in
from index.parse import parse
from index.place_cues import SEATS
from index.records import Question
from index.words import stem
from qa.cues import YES_OR_NO
from qa.meetings.holdings import holdings_of
from qa.passages.decide import Decision, Doubt
from qa.passages.matched import find_hits
from qa.passages.naming import find_office
from qa.passages.place_asked import holds_place, sort_of_place
from qa.passages.rank import Candidate
from qa.passages.terms import weigh_terms
from qa.question.asked import Asked, Kind
from qa.question.name_words import title_in
from qa.question.when import may_be_in
from qa.telling.derive import mentions_at

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_REASON = "The archive does not say why."
NO_VENUE = "The archive does not say in which place."
NO_NAME = "The archive does not give the name; its articles tell only of the office."
ASKS_NAME = re.compile(  # "What is the name of the Danish envoy?", "Who was the Danish envoy?"
    r"\bnames? of\b|\b(?:called|named)\b|^\W*(?:name|identify)\b|\bwho(?:'s| is| was| were)\b|"
    r"['’]s name\b",
    re.IGNORECASE,
)
NAME_BEHIND = re.compile(r",?\s+(?:[A-Z]\.\s)?[A-Z][\w’'-]+")  # "foreign minister Anna Stone"
# "Anna Stone was named envoy", "presented her credentials as envoy"
BECOMING = re.compile(
    r"\b(?:named|appointed|elected|became|becomes?|chosen|sworn in|nominated|credentials as)\b"
)
NAME_BEFORE = re.compile(  # "Anna Stone, the South Korean"
    r"[A-Z][\w’'-]+,\s+(?:the\s|its\s)?(?:[A-Z][\w’'-]+\s){0,3}$"
)
ARTICLES = 60  # passages that may tell of an office
LOOKED_AT = 3  # of the best sentences
RESTATES = 0.5  # of the weight of a question's words: the sentence tells the thing itself
CAUSE = re.compile(  # "because of fog", "citing the cost", "so that nobody would know"
    r"\b(?:because|since(?! (?:(?-i:[A-Z])|\d|last|then))|as a result|due to|owing|thanks to|"
    r"so (?:that|as)|in order|reasons?|explain\w*|blam\w+|cit(?:ed|ing)|caus(?:e|ed|es|ing)|"
    r"avoid\w*|amid|given|following|after|over|protest\w*|for (?:fear|lack|want|safety|security)|"
    r"led to|made|as (?:he|she|it|they|there)|forc(?:ed|ing)|prevent\w*|until|"
    r"unless|depend\w*|afraid|fear\w*|therefore|hence|argu\w+|"
    r"otherwise|without|had (?:been|not|failed)|needs?|could not|would not|"
    r"in (?:return|response|reply|exchange|view)|concern\w*|on (?:\w+ )?grounds|complain\w*|"
    r"(?:sorry|glad|angry|pleased|happy|upset|proud|disappointed) (?:that|at|by|about|with))\b|"
    r"[“”\"«»]",
    re.IGNORECASE,
)
HOUSE = re.compile(  # a seat of government with what stands before it
    r"(?P<within>\b(?:in|at|inside|within|into|to)\s+(?:the\s+)?)?\b(?:"
    + "|".join(sorted(map(re.escape, SEATS), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
PLAINLY = re.compile(  # what tells a cause in the sentence beside it too
    r"\b(?:because|as a result|due to|owing|so (?:that|as)|in order|reasons?|explain\w*|blam\w+|"
    r"cit(?:ed|ing)|caus(?:e|ed|es|ing)|avoid\w*|for (?:fear|lack|want)|afraid|therefore|hence|"
    r"had (?:been|not|failed)|needs?|could not|would not|complain\w*|demand\w*)\b|[“”\"«»]",
    re.IGNORECASE,
)
DETAILS = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(holds), lead)
    for asks, holds, lead in (
        (r"\b(?:what|which) (?:\w+ )?colou?rs?\b",  # "What colour was the ferry?"
         r"(?i)\b(?:red|blue|green|yellow|black|white|gr[ae]y|brown|orange|purple|violet|pink|gold|"
         r"golden|silver|beige|crimson|scarlet|navy|turquoise|colou?r\w*|dark|striped)\b",
         "The archive does not say what colour."),
        # "At what time did he land?" "At what hour?"
        (r"\bat (?:what|which) (?:exact )?(?:time|hours?)\b|\bwhat time\b",
         r"(?i)\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?(?:[ap]\.?m\b|hours)|o['’]clock|"
         r"\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|morning|afternoon|"
         r"(?:half|quarter|five|ten|twenty|\d+) (?:past|to) \w+|evening|night|"
         r"\d{3,4} (?:hrs|GMT|local))\b",
         "The archive does not say at what hour."),
        # "Which flight did she take?" "What was the flight number?"
        (r"\b(?:which|what) (?:\w+ )?(?:flight|airline|carrier)\b|\bflight number\b",
         r"\b[Ff]light|\b[A-Z]{2}\s?\d{2,4}\b|(?i:\bairlines?\b|\bairways\b|\bcarrier\b)",
         "The archive does not say which flight."),
        (r"^(?:what|which|who)\b[^?]*\b(?:signed|(?:did|will|to)\b[^?]*(?<!a )sign)\b",  # a pact
         r"(?i)\bsign(?:ed|ing|s)?\b(?! of)|\bsignat|\binitial?led|\bconclud|\bratif",
         "The archive does not say that anything of that kind was signed."),
        (r"\bhow old\b|\b(?:at )?what age\b",  # "How old was the mayor?"
         r"(?i)\bage[ds]?\b|\d+.years?.old|\byears? old\b|\b\d{2}\b|\bborn\b|\byoung\w*|\boldest\b",
         "The archive does not say how old."),
    )
)  # fmt: skip

# "Did they talk by phone or in person?"
PHONE_OR_NOT = re.compile(
    r"\b(?:by|over the|on the) (?:tele)?phone or (?:in person|face to face)\b|"
    r"\b(?:in person|face to face) or (?:by|over the|on the) (?:tele)?phone\b",
    re.IGNORECASE,
)
TELLS_WAY = re.compile(
    r"\b(?:tele)?phon\w*|\b(?:an?|the|in|during|their|this|that|video) (?:\w+ )?calls?\b|"
    r"\bin person\b|\bface.to.face\b",
    re.IGNORECASE,
)
SAID_SOMETHING = re.compile(  # "She said something to the crew and left."
    r"\b(?:said|told|spoke|added|muttered|whispered|shouted|exchanged)\s(?:\w+\s){0,3}?"
    r"(?:something|a few words|some words|a word or two)\b"
)
NO_WORDS = "The archive does not say what was said."
NO_WAY_TOLD = "The archive does not say whether by phone or in person."

WHICH = re.compile(  # "Which lamps did she buy?"
    r"^\W*(?:and |but |so )?(?:which|what) (?:exact )?(?P<noun>[a-z]{3,}) (?:did|does|do|has|"
    r"had|have|was|were|is|are)\b",
    re.IGNORECASE,
)
NOT_SUCH = "The archive does not say which {noun}."
TELLS_NONE = frozenset(  # what stands before a noun and does not say which: "several lamps"
    ["many", "several", "other", "various", "numerous", "few", "some", "new", "different",
     "certain", "same", "own", "next", "first", "last", "more"]
)  # fmt: skip
NAMING = frozenset(["appos", "compound", "poss", "acl", "relcl", "nmod", "conj"])
OF_WHICH = frozenset(["of", "on", "about", "for", "with", "like", "to", "between", "against", "as"])
LISTED = re.compile(r"[:“”\"«»—–(]|\b(?:such as|including|namely|called|named|among them)\b")
GOES_ON = re.compile(r"(?:They|These|Those|It|This|That|Among|One|The|There|Both|All|His|Her)\b")


def lacks_detail(archive: Archive, asked: Asked, read: Question, decision: Decision) -> Decision:
    """The decision, or one that declines where none of the best sentences tells the detail that a
    question is for.
    """
    if decision.doubt is not None or not decision.ranked:
        return decision
    if YES_OR_NO.match(asked.text):
        texts = [one.sentence.text for one in decision.ranked[:LOOKED_AT]]
        untold = PHONE_OR_NOT.search(asked.text) and not any(map(TELLS_WAY.search, texts))
        doubt = Doubt(lead=NO_WAY_TOLD, ambiguous=False) if untold else None
        return decision.model_copy(update={"doubt": doubt})
    nameless = _of_the_nameless(archive, asked, decision.ranked)
    if nameless:
        rest = (one for one in decision.ranked if one not in nameless)
        unnamed = Doubt(lead=NO_NAME, ambiguous=False, unknown=True)
        return decision.model_copy(update={"doubt": unnamed, "ranked": (*nameless, *rest)})
    lead = _missing(archive, read, decision.ranked[:LOOKED_AT])
    doubt = Doubt(lead=lead, ambiguous=False) if lead else None
    return decision.model_copy(update={"doubt": doubt}) if doubt else decision


def lacks_words(asked: Asked, read: Question, decision: Decision) -> Decision:
    """The decision, or one that declines where the best sentence tells that somebody said
    something, and not what.
    """
    best = decision.ranked[0].sentence.text if decision.ranked else ""
    vague = SAID_SOMETHING.search(best) and not QUOTED.search(best)
    for_words = read.wants == "speech" or asked.kind is Kind.SAID
    if decision.doubt is not None or not for_words or not vague:
        return decision
    return decision.model_copy(update={"doubt": Doubt(lead=NO_WORDS, ambiguous=False)})


def _of_the_nameless(
    archive: Archive, asked: Asked, ranked: Sequence[Candidate]
) -> list[Candidate]:
    """The sentences that tell of a country's office, where the name of its holder is asked for and
    every one leaves it out, here and in the other articles that tell of that office.
    """
    named = (*asked.about.parties, *asked.speakers)
    office = asked.role or next((party.words for party in named if party.kind == "role"), "")
    country, title = country_in(office)
    if not country or not title or not ASKS_NAME.search(asked.text):
        return []

    def find(text: str) -> list[tuple[int, int]]:
        return list(find_office(text, title, country))

    told = [one for one in ranked if find(one.sentence.text)]
    if not told or holdings_of(archive).holders_of(office):
        return []
    ids = dict.fromkeys(hit.chunk.article_id for hit in archive.search(office, ARTICLES))
    texts = [archive.article(id).text for id in ids]
    spans = ((text, span) for text in texts for span in find(text))
    plain = rf"\b{title.capitalize()} [A-Z][a-z]" if " " not in title else r"(?!)"
    if any(_is_named(text, *span) for text, span in spans):
        return []
    if any(re.search(plain, text) for text in texts):  # "Consul Stone found it"
        return []
    return [] if any(_names_one(text.split(), country) for text in texts) else told


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a name stands beside an office, or in its sentence or the next as somebody's."""
    if NAME_BEHIND.match(text[end:]) or NAME_BEFORE.search(text[:start]):
        return True
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    last = text.find(". ", end)
    around = text[first : text.find(".", last + 2) if last >= 0 else len(text)]
    return BECOMING.search(around) is not None


def _names_one(words: list[str], country: str) -> bool:
    """Whether somebody is named right behind a country: "Chad's Anna Stone", "Chad's Dr Stone"."""
    for at in range(len(words)):
        code, length = find_country(words, at) or (None, 0)
        behind = dropwhile(
            lambda word: title_in(word) is not None, words[at + length :][:MOST_WORDS]
        )
        if code == country and re.match(r"[A-Z][a-zß-öø-ÿ]", next(behind, "")):
            return True
    return False


def _missing(archive: Archive, read: Question, best: Sequence[Candidate]) -> str | None:
    texts = [one.sentence.text for one in best]
    for asks, holds, lead in DETAILS:
        if asks.search(read.text):
            return None if any(holds.search(text) for text in texts) else lead
    if sort_of_place(read.text) == "venue" and read.wants == "place":
        return None if any(_tells_venue(archive, read, one) for one in best) else NO_VENUE
    if read.wants == "reason" and _only_restates(archive, read, best[0]):
        return NO_REASON
    which = WHICH.match(read.text)
    if which and _says_no_which(archive, read, which["noun"].lower(), best[0]):
        return NOT_SUCH.format(noun=which["noun"].lower())
    return None


def _says_no_which(archive: Archive, read: Question, noun: str, first: Candidate) -> bool:
    """Whether the best sentence tells the very thing of some that it says no more of: "She bought
    lamps", and nothing behind it may say which.
    """
    text, named = first.sentence.text, " ".join(read.names).split()
    plain = [word for word in read.words if word not in named]
    if LISTED.search(text) or not _restates(archive, plain, (), first):
        return False
    nouns = [token for token in parse([text], without=["ner"])[0]
             if stem(token.text) == stem(noun) and token.pos_ == "NOUN"]  # fmt: skip
    after = [s.text for s in archive.sentences(first.article) if s.start >= first.sentence.end]
    goes_on = after and GOES_ON.match(after[0])
    return bool(nouns) and not goes_on and not any(map(_is_told_of, nouns))


def _is_told_of(noun: Token) -> bool:
    """Whether something stands beside a noun that says which is meant."""
    return any(
        child.dep_ in NAMING
        or child.pos_ == "PROPN"
        or (child.dep_ in ("amod", "nummod") and child.lower_ not in TELLS_NONE)
        or (child.dep_ == "prep" and child.lower_ in OF_WHICH)
        for child in noun.children
    ) or noun.dep_ in ("compound", "appos")


def _tells_venue(archive: Archive, read: Question, one: Candidate) -> bool:
    """Whether a sentence tells a house in which something is, and not of another time.

    A seat of government is one only where something is in it: "the palace said" is no place.
    """
    text = HOUSE.sub(lambda match: match[0] if match["within"] else " ", one.sentence.text)
    if not holds_place(read, text):
        return False
    span = (one.sentence.start, one.sentence.end)
    told = [m.when for m in mentions_at(archive, one.article.id, *span) if m.when]
    return read.period is None or not told or any(may_be_in(w, read.period) for w in told)


def _restates(
    archive: Archive, words: Sequence[str], names: Sequence[str], first: Candidate
) -> bool:
    """Whether a sentence holds much of some words."""
    terms = weigh_terms(words, names, archive.catalog)
    held = {hit.term for hit in find_hits(terms, first.sentence.text)}
    total = sum(term.weight for term in terms)
    return bool(total) and sum(term.weight for term in held) >= RESTATES * total


def _only_restates(archive: Archive, read: Question, first: Candidate) -> bool:
    """Whether the best sentence tells the very thing of which a question asks why, and neither it
    nor one beside it a cause.
    """
    if not _restates(archive, read.words, read.names, first):
        return False
    sentences = archive.sentences(first.article)
    at = next(n for n, s in enumerate(sentences) if s.start == first.sentence.start)
    beside = [s.text for s in sentences[max(0, at - 1) : at + 2] if s is not sentences[at]]
    told = CAUSE.search(first.sentence.text) is not None
    return not told and not any(PLAINLY.search(text) for text in beside)
