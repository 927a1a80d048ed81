"""Answer, ask back, or say that the archive does not say.

Each reason to decline is a check of its own, told to the reader; what they find and how good the
best sentence is make a probability (qa/passages/confidence.py), and below a half nothing is
answered. The ranking's features alone told the answerable from the others hardly better than
declining everything; docs/measurements.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from index.archive import Archive
from index.cues import MONTHS, WEEKDAY
from index.gazetteer import capital_of, country_of
from index.records import Question, Record
from index.words import content_words, stem, stems
from qa.cues import COUNTING, LIES_AHEAD, OF_A_PLAN, PERSONAL, TITLES, YES_OR_NO
from qa.meetings.holdings import holdings_of
from qa.passages.confidence import LEAST_SURE, Signals, confidence_of
from qa.passages.naming import full_names
from qa.passages.on_topic import on_topic
from qa.passages.rank import Candidate
from qa.passages.terms import Term, weigh_terms
from qa.question.pronouns import BOUND

MOST_CANDIDATES = 4
# Below all of these: of 276 sentences told, those of two answers, both wrong
FAR = {"meaning": 0.3, "context": 0.4, "reads": 0.2}
LOOKED_AT = 5  # of the best sentences, for one that stands near the question's names
NEAR_BEST = 0.8  # of the best score, that such a sentence must reach
DAY_NAME = re.compile(WEEKDAY)  # "on Friday" is nobody's name
# What opens a sentence of a question with a capital and is no name: "Counting from Monday, how many
# days were left?", "Spelling matters."
ORDINARY = re.compile(
    r"\w{3,}ing|(?:Dead|Head|By)lines?|Quick(?:ly)?|Urgent(?:ly)?|Facts?|Background|Thanks|Sorry|"
    r"Hello|Hi|Dear|Question|Dates?|Names?|Places?|Details?|Verif(?:y|ied)|Confirm(?:ed)?|Check"
)
BELOW = re.compile(  # "Who commented under the report?": of what readers wrote nothing is kept
    r"\b(?:under|below|beneath|underneath) (?:the|this|that) (?:\S+ ){0,3}?(?:report|article|story|"
    r"piece)\b|\breaders? [^?]{0,40}?\bcomment(?:s|ed|ing)?\b|"
    r"\bcomment(?:s|ed) (?:by|from|of) (?:a |the )?readers?\b", re.IGNORECASE,
)  # fmt: skip
ONLY_ARTICLES = "The archive does not say: it holds the articles and nothing that is under them."
CAPITAL_OF = re.compile(  # "the Latvian capital", "Latvia's capital"
    r"\b(?P<whose>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s)? capital\b(?! [A-Z])"
)
FELL_THROUGH = re.compile(r"\bcall(?:ed|ing)? (?:\S+ )?off\b|\b(?:cancel|postpon)|\bput off\b")
ACTS = r"(?i:\b(?:did|does|has|had|have|will|would|make|makes|made|let|that|by|with|against) )"
ACRONYM = re.compile(r"[A-Z]{2,3}")
IsPlace = Callable[[str], bool]


class Doubt(Record):
    """Why a question is not answered: the lead that says so, and how it is meant."""

    lead: str
    ambiguous: bool
    unknown: bool = False  # it names somebody whom no article names

    @property
    def may_be_named(self) -> bool:
        """Whether a sentence that names all that the question names may yet answer."""
        return not self.ambiguous and not self.unknown


class Decision(Record):
    """The candidates with the one that answers first, or the doubt that forbids an answer.

    `near` are all those that may answer. `signals` are what the score behind it saw; None where
    there is nothing to look at, or a rule alone decided.
    """

    ranked: tuple[Candidate, ...]
    near: tuple[Candidate, ...]
    doubt: Doubt | None
    signals: Signals | None = None

    @property
    def confidence(self) -> float | None:
        """How likely the archive answers, 0 to 1; None where a rule alone decided."""
        return confidence_of(self.signals) if self.signals else None


def decide(archive: Archive, question: Question, ranked: Sequence[Candidate]) -> Decision:
    """Whether the best sentences answer the question, and which of them does."""
    terms = weigh_terms(question.words, question.names, archive.catalog)
    doubt = _find_doubt(question, terms, ranked)
    needed = needed_terms(archive, question, terms)
    near = [] if doubt else _near_names(question, needed, ranked, holdings_of(archive).is_place)
    near = [c for c in on_topic(archive, question, terms, near) if not _is_far(c)]
    if not doubt and not near:
        doubt = Doubt(lead="The archive does not say.", ambiguous=False)
    signals = _signals(question, terms, ranked, doubt)
    if not doubt and signals and confidence_of(signals) < LEAST_SURE:
        doubt = Doubt(lead="The archive does not say.", ambiguous=False)
    best = near[:1]
    rest = (c for c in ranked if c not in best)
    return Decision(ranked=(*best, *rest), near=tuple(near), doubt=doubt, signals=signals)


def _is_far(candidate: Candidate) -> bool:
    """Whether nothing speaks for a sentence but that others are farther: "Who won the vote?"."""
    return all(candidate.features[name] < least for name, least in FAR.items())


def _signals(
    question: Question, terms: Sequence[Term], ranked: Sequence[Candidate], doubt: Doubt | None
) -> Signals | None:
    if not ranked or (doubt and doubt.ambiguous):
        return None
    return Signals(
        doubt=doubt is not None,
        fits=bool(ranked[0].features["fits"]),
        unknown=bool(unknown_names(terms, question)),
    )


def _find_doubt(
    question: Question, terms: Sequence[Term], ranked: Sequence[Candidate]
) -> Doubt | None:
    pronoun = leading_pronoun(question.text)
    if pronoun:
        return _ask_back(f"Who is meant by “{pronoun}”?", people_in(ranked))
    if not question.words:
        return Doubt(lead="There is no word here to look for; please say more.", ambiguous=True)
    if BELOW.search(question.text):
        return Doubt(lead=ONLY_ARTICLES, ambiguous=False, unknown=True)
    unknown = unknown_names(terms, question)
    if unknown:
        return Doubt(
            lead=f"The archive does not say: no article names {unknown[0]}.",
            ambiguous=False,
            unknown=True,
        )
    return None


def _near_names(
    question: Question, needed: Sequence[Term], ranked: Sequence[Candidate], is_place: IsPlace
) -> list[Candidate]:
    """Those of the best candidates that stand near all names and in the period of the question."""
    best = [c for c in ranked[:LOOKED_AT] if c.score >= NEAR_BEST * ranked[0].score]
    return [candidate for candidate in best if is_near(question, needed, candidate, is_place)]


def is_near(
    question: Question, needed: Sequence[Term], candidate: Candidate, is_place: IsPlace
) -> bool:
    """Whether a sentence stands near all names of a question and is of its period.

    A place or a country may be named anywhere in the article: the dateline names it for all of it.
    """
    placed = [term for term in needed if _is_place(term, question, is_place)]
    people = [term for term in needed if term not in placed]
    return (
        all(term.forms & candidate.around for term in people)
        and is_of_period(question, candidate)
        and not _is_too_early(question, candidate)
        and _names_places(question, candidate, placed)
    )


def _is_too_early(question: Question, candidate: Candidate) -> bool:
    """Whether a sentence was written before the time of which a question asks what came of it.

    In an article without a date, whether it speaks of what is to come.
    """
    dated, period = candidate.article.dated, question.period
    first = period.earliest if period else None
    off = question.wants == "reason" or FELL_THROUGH.search(question.text)
    if first is None or off or OF_A_PLAN.search(question.text):
        return False
    ahead = LIES_AHEAD.search(candidate.sentence.text) is not None
    if ahead and candidate.features["then"] and YES_OR_NO.match(question.text):
        return False  # "Did it open on 5 May?" is told that it was to
    if dated is None or dated.latest is None:
        return ahead
    return dated.latest < first


def _is_place(term: Term, question: Question, is_place: IsPlace) -> bool:
    """Whether a word names a place, alone or in a name of several words: "New", "Cork"."""
    names = [name for name in question.names if term.word in name.split()]
    return any(map(is_place, (term.word, *names)))


def _names_places(question: Question, candidate: Candidate, placed: Sequence[Term]) -> bool:
    """Whether an article names the places of a question, or the countries whose capitals they are.

    Where a number is asked for they must stand near, unless it is counted there: "how many tonnes
    went to Norway" is not answered by what went to Poland, "how many met in Oslo" by its dateline.
    """
    far = [term for term in placed if not term.forms & candidate.around]
    there = all(re.search(rf"\b(?:in|at) {re.escape(t.word)}\b", question.text) for t in far)
    if not far or (question.wants == "quantity" and not there):
        return not far
    text = candidate.article.text
    held = frozenset(stems(text))
    return all(term.forms & held or _stands_in(term, question, text) for term in far)


def _stands_in(term: Term, question: Question, text: str) -> bool:
    """Whether a text names the country that a name of several words stands for ("New Delhi"), or
    that a capital does which acts in the question ("what made Riga refuse?"), or speaks of a town
    as its country's capital: "in the Latvian capital".
    """
    seat = capital_of(term.word)
    if seat and any(country_of(match["whose"]) == seat for match in CAPITAL_OF.finditer(text)):
        return True
    if seat and re.search(rf"{ACTS}{re.escape(term.word)}\b(?!['’-])", question.text):
        return any(country_of(word) == seat for word in re.findall(r"\b[A-Z]\w+", text))
    names = (name for name in question.names if " " in name and term.word in name.split())
    country = next((code for name in names if (code := country_of(name))), None)
    return country is not None and any(
        country_of(word) == country for word in re.findall(r"\b[A-Z]\w+", text)
    )


def needed_terms(archive: Archive, question: Question, terms: Sequence[Term]) -> list[Term]:
    """The names of a question that an answer must stand near."""
    outlets = frozenset(form for source in archive.sources() for form in stems(source))
    return [term for term in terms if _needed(term, question, outlets)]


def _needed(term: Term, question: Question, outlets: frozenset[str]) -> bool:
    """Whether an answer must stand near a term: it is a name, and that of no outlet.

    A capitalised word that opens a sentence of the question may be no name at all.
    """
    opens = _opens(term.word, question)
    short = ACRONYM.fullmatch(term.word) is not None  # "UN" stands as "U.N." as well
    title = _is_title(term.word, question.names)
    return term.name and not (opens or short or title or term.forms & outlets)


def _is_title(word: str, names: Sequence[str]) -> bool:
    """Whether a word is only a title before names: articles write "Gen. Lund" and "the general"."""
    last = [name.split()[-1] for name in names if word in name.split()]
    return word.lower() in TITLES and all(name.lower() not in TITLES for name in last)


def _opens(word: str, question: Question) -> bool:
    """Whether a word of a question opens one of its sentences."""
    return re.search(rf"(?:^|[.?!:]\s+)[“\"]?{re.escape(word)}\b", question.text) is not None


def is_of_period(question: Question, candidate: Candidate) -> bool:
    """Whether an article can tell of the period that the question names.

    A dated one must be of about that time; an undated one must at least name the month or year.
    """
    period = question.period
    if period is None or candidate.features["period"] or candidate.features["then"]:
        return True
    if candidate.article.dated is None and period.earliest:
        text = candidate.article.text.lower()
        months = [name for name, number in MONTHS.items() if number == period.earliest.month]
        if period.precision == "year":
            return str(period.earliest.year) in text
        return any(re.search(rf"\b{month}\b", text) for month in months)
    return False


def leading_pronoun(text: str) -> str | None:
    """A pronoun for persons before which the question names nobody; None where there is none."""
    for match in re.finditer(r"\w+", text):
        if match[0].lower() in PERSONAL:
            lead = text[: match.start()]
            before = {word.lower() for word in content_words(lead)}
            return match[0] if before <= COUNTING and not BOUND.search(lead.lower()) else None
    return None


def people_in(ranked: Sequence[Candidate]) -> list[str]:
    """Full names in the best sentences and those around them, the most frequent first."""
    counted: Counter[str] = Counter()
    for candidate in ranked[:12]:
        counted.update(full_names(candidate.article.text))
    return [name for name, _ in counted.most_common(MOST_CANDIDATES)]


def unknown_names(terms: Sequence[Term], question: Question) -> list[str]:
    """The question's names of which some word stands nowhere in the archive."""
    unknown = {stem(term.word) for term in terms if term.name and not term.known}
    return [
        name
        for name in question.names
        if any(stem(word) in unknown and len(word) > 2 for word in content_words(name))
        and not DAY_NAME.fullmatch(name)
        and not (ORDINARY.fullmatch(name) and _opens(name, question))
    ]


def _ask_back(ask: str, people: Sequence[str]) -> Doubt:
    named = f" It could be {' or '.join(people)}." if people else ""
    return Doubt(lead=f"{ask}{named} Please name the person.", ambiguous=True)
