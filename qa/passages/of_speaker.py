"""Which sentences may answer a question for somebody's words: his own, on what is asked.

What others say of the same, and what he said of something else, is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.archive import Archive
from index.records import Question
from index.words import content_words, fold, stems
from qa.cues import TITLES
from qa.meetings.holdings import Holdings, holdings_of
from qa.meetings.namesakes import bearers, holders_beside
from qa.passages.confidence import Signals
from qa.passages.decide import NEAR_BEST, Decision, Doubt, is_near, needed_terms, unknown_names
from qa.passages.on_topic import LEAST_TOPIC_OF_SPEECH
from qa.passages.place_asked import tells_place
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.sayings import Speaker, described, read_speakers, spoken, with_holders
from qa.passages.terms import Term, coverage, fold_transliteration, weigh_terms
from qa.question.asked import About, Asked, Kind, Party
from qa.question.name_words import country_in
from qa.question.slot_cues import ASKING_WORDS

LOOKED_AT = 60  # sentences among which his are looked for: in an article of many speakers few are
_SPEAKING = (
    r"(?:say|said|tell|told|call(?:ed)?|describe[ds]?|repl(?:y|ied)|remark(?:ed)?|answer(?:ed)?|"
    r"joked?|quip(?:ped)?|comment(?:s|ed)?|verdict|retort(?:ed)?|words?|quote(?:d|s)?|"
    r"explain(?:ed)?|react(?:ed|ion)?|reactions?|respon[ds]\w*|put it|sum(?:med)?(?: up)?|"
    r"summari[sz]ed?|characteri[sz]ed?|compared?|liken(?:ed)?|contrast(?:ed)?|rated?|"
    r"assess(?:ed)?|judged?|think|thinks|thought|declared?|add|added|complain(?:ed)?|"
    r"insist(?:ed)?|stress(?:ed)?|justif(?:y|ied)|view|opinion|phrased?|dismiss(?:ed)?|"
    r"mock(?:ed)?|praised?|defend(?:ed)?)"
)
ASKS_WORDS = re.compile(  # "How did Berg sum up the talks?", "What was Berg's verdict?"
    rf"\b(?:how|what|in (?:what|which) words)\b.*\b{_SPEAKING}\b|\breactions?\b", re.IGNORECASE
)
NAMES_THINGS = re.compile(  # "Which tolls did Berg mention?": what tells it may have no such verb
    r"\bwh(?:ich|at)\b[^?]* (?:did|does|has|had) [^?]* (?:name|mention|list|cite|enumerate)d?\b",
    re.IGNORECASE,
)
GOES_BY = re.compile(  # "According to Berg, what …", "By Stone's account, which …"
    r"\baccording to\b|\bin (?:the )?(?:words|view|opinion|account) of\b|"
    r"\b(?:by|in) [\w.’' -]+['’]s? (?:words|view|opinion|account)\b|\bif one (?:believes|trusts)\b",
    re.IGNORECASE,
)
WHERE_HE_SAYS = re.compile(  # "Where did Berg say the two had met?": as he tells it
    r"^\W*(?:(?:in|on|at|by|for|with|to|of|from|since|until) )?"
    r"(?:where|when|whom?|which|how (?:long|many|often))\b[^?,]{0,40}?\b(?:did|does|has|had) "
    r"[^?,]{2,60}? (?:say|claim|insist|tell [\w ]{3,20}|maintain|state|said|claimed)\b"
    r"(?! (?:about|of|on|to|when|where)\b)",
    re.IGNORECASE,
)
OFFICE_SAYS = re.compile(  # "What did the spokesman say about the trip?"
    rf"\b(?:did|does|has|had) the (?P<office>{'|'.join(sorted(TITLES))}) {_SPEAKING}\b(?! of\b)",
    re.IGNORECASE,
)
ASIDE = frozenset({Kind.WHERE, Kind.WHEN, Kind.WHO, Kind.COUNT, Kind.DURATION})  # what he tells of
OPEN = frozenset(["speech", "thing", "condition"])  # any words may tell it
SPEAKING = re.compile(_SPEAKING, re.IGNORECASE)
THEMSELVES = frozenset(["himself", "herself", "themselves", "reporters", "journalists", "press"])
OPENING = 200  # characters at the start of an article, in which it says where it was written
CLOSE = 1.0  # what that adds to a score of about 10; any of 1 to 3 does the same
LEAST_MATTER = 3.0  # of the words' weight: "day" alone tells nothing of what he spoke of
LEAST_MEANING = 0.5  # of the cosine with the question, where other words say the same
NO_WORDS = "The archive does not say: it has no words of {name} on that."


def asks_for_words(asked: Asked, read: Question) -> Party | None:
    """Whose words a question asks for, told by name or office; None where it asks for none."""
    cue = any(one.search(asked.text) for one in (ASKS_WORDS, NAMES_THINGS, GOES_BY))
    told = asked.kind in ASIDE and (
        (GOES_BY.search(asked.text) and not asked.about.forms) or asks_as_told(asked)
    )
    said = told or (asked.kind in (Kind.SAID, Kind.CONTENT) and cue)
    aside = GOES_BY.search(asked.text) or asks_as_told(asked)
    if not said or (read.wants not in OPEN and not aside):
        return None
    others = (one for one in asked.about.parties if _is_subject(one, asked.text))
    speakers = (one for one in asked.speakers if one.kind in ("person", "role"))
    return next(others, None) or next(speakers, None)


def asks_as_told(asked: Asked) -> bool:
    """Whether a question asks where or when somebody says that something was, which names nobody
    else: "Where did Berg say the two had met?".
    """
    others = [one for one in asked.about.parties if one.kind in ("person", "country")]
    return WHERE_HE_SAYS.search(asked.text) is not None and not others


def asks_for_body(asked: Asked) -> Party | None:
    """Which body's words a question asks for: "What did the ministry say?"; None for none."""
    said = asked.kind in (Kind.SAID, Kind.CONTENT) and ASKS_WORDS.search(asked.text)
    bodies = (one for one in asked.speakers if one.kind not in ("person", "role"))
    return next((one for one in bodies if one.words[:1].isupper()), None) if said else None


def bare_office(asked: Asked) -> str | None:
    """The office whose holder's words are asked for, where nothing else tells which holder, and of
    what he spoke: "What did the spokesman say?"; None for any other question.
    """
    about, sentence = asked.about, _question_in(asked.text)
    told = (about.period, about.place, about.before, about.after, about.weekday, about.forms)
    parties = [p for p in (*about.parties, *asked.speakers) if p.words in sentence]
    if any(told) or asked.follows or asked.outlet or asked.article or len(parties) != 1:
        return None
    office = parties[0].words.lower()
    bare = re.search(rf"\b(?:the|an?) {re.escape(office)}\b(?!['’])", sentence, re.IGNORECASE)
    if parties[0].kind != "role" or not bare or any(map(country_in, office.title().split())):
        return None
    no_matter = {*office.split(), *THEMSELVES, *ASKING_WORDS}
    rest = [word for word in content_words(sentence) if word.lower() not in no_matter]
    alone = all(SPEAKING.fullmatch(word) for word in rest)
    return office if alone and SPEAKING.search(sentence) else None


def offices_speaking(archive: Archive, asked: Asked, ranked: Sequence[Candidate]) -> list[str]:
    """Those of a bare office who are named in the best sentences on what it is to have said: "What
    did the spokesman say about the trip in May?"; empty unless there are several.
    """
    match = None if asked.follows or asked.outlet else OFFICE_SAYS.search(_question_in(asked.text))
    office = match["office"].lower() if match else ""
    if not office or any(p.kind == "country" for p in asked.speakers) or not ranked:
        return []
    words = [w for w in asked.about.words if w.lower() != office and not SPEAKING.fullmatch(w)]
    terms = weigh_terms(words, (), archive.catalog)
    told = [(coverage(terms, frozenset(stems(one.sentence.text))), one) for one in ranked
            if one.score >= NEAR_BEST * ranked[0].score]  # fmt: skip
    most = max(share for share, _ in told)
    names = [n for share, one in told if share == most
             for n in holders_beside(one.sentence.text, office)]  # fmt: skip
    last = {name.split()[-1]: name for name in names}
    return sorted(last.values()) if len(last) > 1 else []


def _question_in(text: str) -> str:
    """The sentence of a text that asks: "Deadline in two minutes." is no part of it."""
    asking = [part for part in re.findall(r"[^.?!]+[.?!]*", text) if part.strip().endswith("?")]
    return asking[0] if len(asking) == 1 else text


def _is_subject(party: Party, text: str) -> bool:
    """Whether it is somebody who is asked about, where another's words are what he speaks of: "To
    what does Berg put down Stone's words?".
    """
    asks = (
        r"\b(?:what|which (?:\w+ ){1,4}?)\s?(?:did|does|do|has|had) (?:the )?(?:\w+ )?"
        rf"{re.escape(party.words)}(?!['’])\b"
    )
    return party.kind in ("person", "role") and re.search(asks, text, re.IGNORECASE) is not None


def of_the_speaker(archive: Archive, asked: Asked, party: Party, read: Question) -> Decision | None:
    """The sentences in which the one asked for speaks of what is asked, else that none does.

    None where the archive does not know him, which is said elsewhere.
    """
    terms = weigh_terms(read.words, read.names, archive.catalog)
    if unknown_names(terms, read):
        return None
    if read.wants in OPEN:
        read = read.model_copy(update={"wants": "speech"})
    ranked = rank_sentences(archive, read, retrieve(archive, read), most=LOOKED_AT)
    whole = described(party, read.text)
    speakers = read_speakers(archive, party, whole)
    his = _said_by(
        archive,
        speakers,
        [r for r in ranked if not names_another(r.article.text, party, holdings_of(archive))],
        both=len(asked.speakers) > 1,
    )
    others = [term for term in terms if not _is_his(term, whole, speakers)]
    needed = needed_terms(archive, read, others)
    his.sort(key=lambda one: -one.score - CLOSE * _at_the_place(others, one))
    is_place = _places(archive, asked.about)
    near = [one for one in his if _is_on_topic(others, one) and _fits(read, one, is_place)
            and is_near(read, needed, one, is_place)]  # fmt: skip
    doubt = None if near else Doubt(lead=NO_WORDS.format(name=party.words), ambiguous=False)
    signals = Signals(doubt=not near, fits=True, unknown=False)
    return Decision(ranked=tuple(near or his or ranked), near=tuple(near), doubt=doubt,
                    signals=signals)  # fmt: skip


def _fits(read: Question, one: Candidate, is_place: Callable[[str], bool]) -> bool:
    """Whether a sentence holds the kind of thing asked for, where that can be told."""
    if read.wants == "place" and tells_place(read, one.sentence.text, is_place):
        return True
    return read.wants == "speech" or bool(one.features["fits"])


def names_another(text: str, party: Party, known: Holdings) -> bool:
    """Whether an article gives the surname of somebody asked for to others alone: to "Rut Berg",
    or as a part of a longer one, "Berg Moe".
    """
    words = party.called.split()
    if party.kind != "person" or len(words) < 2:
        return False
    first, last = _initial(words[0]), fold(words[-1])
    given = [_initial(name) for name in bearers(text, words[-1])]
    behind = re.findall(rf"\b{re.escape(last)}\b(?: ([A-Z][\w-]+))?", fold(text))
    longer = [word for word in behind if word and known.known.find_person([last, word])]
    return (bool(given) and first not in given) or (bool(behind) and len(longer) == len(behind))


def _initial(name: str) -> str:
    return fold_transliteration(fold(name).lower())[:1]


def _places(archive: Archive, about: About) -> Callable[[str], bool]:
    """What tells a place: that the archive knows it, or where the question speaks of it."""
    is_place = holdings_of(archive).is_place
    return lambda words: words in (about.place, about.wider) or is_place(words)


def _said_by(
    archive: Archive, speakers: Sequence[Speaker], ranked: Sequence[Candidate], *, both: bool
) -> list[Candidate]:
    """Those of the candidates in which somebody speaks, with `both` another too, in their order."""
    articles = {one.article.id: one.article for one in ranked}
    sentences = {id: archive.sentences(article) for id, article in articles.items()}
    speakers = with_holders((article.text for article in articles.values()), speakers)
    is_person = holdings_of(archive).names_somebody
    found = {
        (id, said[at].start)
        for id, said in sentences.items()
        for speaker in speakers
        for at in spoken([one.text for one in said], speaker, is_person, both=both)
    }
    return [one for one in ranked if (one.article.id, one.sentence.start) in found]


def _is_his(term: Term, whole: str, speakers: Sequence[Speaker]) -> bool:
    """Whether a word of the question only says whose words are asked for, or that some are."""
    if SPEAKING.fullmatch(term.word) or term.word.lower() in TITLES | THEMSELVES:
        return True
    own = {form for one in speakers for form in one.forms} | set(stems(whole))
    return bool(term.forms & own)


def _at_the_place(terms: Sequence[Term], one: Candidate) -> float:
    """The share of the question's names in an article's opening: where it was written."""
    names = [term for term in terms if term.name]
    opening = f"{one.article.title or ''} {one.article.text[:OPENING]}"
    return coverage(names, frozenset(stems(opening))) if names else 0.0


def _is_on_topic(terms: Sequence[Term], one: Candidate) -> bool:
    matter = [term for term in terms if not term.name]
    if sum(term.weight for term in matter) < LEAST_MATTER:
        return True
    held = coverage(matter, one.around)
    return held >= LEAST_TOPIC_OF_SPEECH or one.features["meaning"] >= LEAST_MEANING
