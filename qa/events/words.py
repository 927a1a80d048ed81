"""What a question for a time asks about: its words, each with what it counts.

A question may set out what is meant and ask then ("The Gazette tells of a strike on Friday. What
date was that?"): both sentences are one. What only asks, or says who tells it, is left out.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.cues import DAY, MONTH, WEEKDAY, YEAR
from index.records import Record
from index.words import content_words, stem, stems, word_set
from qa.meetings.holdings import holdings_of
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked
from qa.question.looked_for import find_capitalised

# Words that only ask for a time: "Which calendar date is meant?", "Counted from when?"
ASKING = word_set(
    "when since date dates day days calendar month months year years weekday exact exactly",
    "precise precisely which what time times count counted counting mean means meant name",
    "refer refers referred mention mentions mentioned article articles report reports piece",
    "story stories according archive resolve resolved fall falls fell get got getting named",
    "one two three both does did done happen happened occur occurred take took taken place",
    "think thought tell us me give full complete whole included including cited saying quoted",
    "well also too week weekdays",
)
# Words that say how a thing stood: they tell little of what it was
LIGHT = frozenset(
    ["set", "want", "wanted", "hope", "hoped", "supposed", "planned", "plan", "scheduled", "due",
     "expected", "last", "held", "hold"]
)  # fmt: skip
# What is asked for by one word and told by another: "When did Berg talk to Stone?", "held a call"
SAME_DEED = tuple(
    (frozenset(asked.split()), frozenset(stems(told)))
    for asked, told in (
        ("talk talked talking speak spoke spoken speaking conversation conversations",
         "talk speak spoke spoken conversation call telephoned phoned"),
        ("call called phone phoned telephone telephoned", "call phoned telephoned telephone"),
        ("arrive arrived arrival arriving reach reached come came coming",
         "arrive arrival land touched flew"),
        ("land landed landing", "land landing arrive arrival touched"),
        ("leave left departure depart departed", "leave left departure departed"),
        ("walk walked stroll strolled", "walk stroll"),
        ("move moved moving postpone postponed delay delayed shift shifted reschedule rescheduled",
         "moved postponed delayed shifted rescheduled slips slipped"),
        ("gathering gather gathered meeting meet met", "gathering gathered meeting met convened"),
    )
)  # fmt: skip
TIME_WORD = re.compile(rf"(?:{MONTH}|{YEAR}|{DAY}|{WEEKDAY}s?|\d+(?:st|nd|rd|th))", re.IGNORECASE)
# "The Gazette mentions talks …", "A Northline report speaks of …": who tells it, not what is told
TELLS = (
    r"(?:mentions?|mentioned|speaks? of|spoke of|writes?|wrote|reports?|reported|tells? of|told of|"
    r"says?|said|calls?|called|refers? to|referred to|cites?|cited|notes?|noted|describes?|"
    r"described|has|quotes?|quoted)"
)
FRAME = re.compile(
    r"^(?:(?:An?|The|In|According to)\s)*"
    r"(?P<who>[A-Z][\w.&’'-]*(?:\s(?:of\s)?[A-Z][\w.&’'-]*){0,3}|wire|paper|agency)(?:['’]s)?"
    r"(?:\s(?:article|report|story|piece|dispatch))?(?:\s(?:from|of|on)\s[\w\s]{1,30}?)?"
    rf",?\s{TELLS}\s"
)
OF_THE_CLOCK = re.compile(  # what no date answers
    r"\b(?:(?:at )?(?:what|which) (?:time|hours?)|how (?:long|soon|often|many|recently)|"
    r"opening hours|o'clock)\b(?! (?:of|in) (?:the )?(?:day|year))",
    re.IGNORECASE,
)
DAY_OF_WEEK = re.compile(r"\b(?:days? of the week|weekdays?)\b", re.IGNORECASE)
WHAT_IS_SAID = re.compile(r"\b(?:that|whether)\b(?! (?:\w+day|date|day|month|year|time)\b)")
TOLD = re.compile(  # what such a day stands beside in a report
    r"\b(?:announce[ds]?|announcing|announcement|said|says|saying|confirm(?:ed|s)?|"
    r"den(?:ied|ies)|told|declared|stated?|statement|revealed|disclosed|tweeted|tweet|wrote|"
    r"written|warned|reported|complained|added|dismissed|commented|briefing|interview)\b",
    re.IGNORECASE,
)
WORTH = 3.0  # what a word of telling counts where the day of telling is asked for
NAMED = 0.3  # what a name counts: those told of stand in most clauses
FIRST = 2.0  # what a word counts before "that": "When did Berg say that …" asks for the saying
LITTLE = 0.4  # what a word of LIGHT counts
UNKNOWN = 0.5  # what a word counts that stands nowhere: the report may have another for it


class Matter(Record):
    """The terms of what is asked; those `first` tell the deed itself, others what is said of it.

    `text` is the question without the outlet that it says to tell it.
    """

    text: str
    terms: tuple[Term, ...]
    first: frozenset[str]

    def is_first(self, term: Term) -> bool:
        """Whether a term tells the deed itself; all do where nothing is said of it."""
        return not self.first or term.word in self.first

    def weight_of(self, term: Term) -> float:
        """What a term counts."""
        deed = FIRST if term.word in self.first else 1.0
        little = LITTLE if term.word.lower() in LIGHT else 1.0
        return term.weight * deed * little * (1.0 if term.known or term.name else UNKNOWN)


def weights_of(matter: Matter, sentence: str, *, telling: bool) -> dict[str, float]:
    """The stems that tell which time of a sentence is meant, each with what it counts.

    Of the day of telling only who tells it, and the words of telling.
    """
    terms = [t for t in matter.terms if not telling or matter.is_first(t)]
    weights = {
        form: matter.weight_of(term) * (NAMED if term.name else 1.0)
        for term in terms
        for form in term.forms
    }
    if telling:
        weights |= {stem(match[0]): WORTH for match in TOLD.finditer(sentence)}
    return weights


def asks_a_day(text: str) -> bool:
    """Whether a question for a time may be answered by a day, a month or a year."""
    return OF_THE_CLOCK.search(text) is None


def asks_weekday(text: str) -> bool:
    """Whether a question asks for the name of a day."""
    return DAY_OF_WEEK.search(text) is not None


def read_matter(archive: Archive, asked: Asked) -> Matter:
    """What a question for a time is about, its frame and what asks left out."""
    text = _without_frame(archive, asked.text)
    words = [word for word in content_words(text) if _tells(word)]
    names = [name for name in find_capitalised(text) if any(_tells(w) for w in name.split())]
    terms = tuple(with_kin(term) for term in weigh_terms(words, names, archive.catalog))
    said = WHAT_IS_SAID.search(text)
    first = frozenset(content_words(text[: said.start()])) if said else frozenset()
    return Matter(text=text, terms=terms, first=first)


def with_kin(term: Term) -> Term:
    """A term that may stand as the words that reports have for the same deed."""
    kin = {form for asked, told in SAME_DEED if term.word.lower() in asked for form in told}
    return term.model_copy(update={"forms": term.forms | kin}) if kin else term


def told_otherwise(matter: Matter) -> Matter:
    """The same, where what was announced may have been said, confirmed or stated as well."""
    kin = frozenset(stems("announced confirmed said told declared stated reported"))
    terms = tuple(
        term.model_copy(update={"forms": term.forms | kin}) if TOLD.fullmatch(term.word) else term
        for term in matter.terms
    )
    return matter.model_copy(update={"terms": terms})


def _tells(word: str) -> bool:
    return word.lower() not in ASKING and not TIME_WORD.fullmatch(word)


def _without_frame(archive: Archive, text: str) -> str:
    """A question of two sentences without the outlet that its first one names."""
    frame = FRAME.match(text)
    if frame is None or not re.search(r"[.!;:]\s+\S", text[frame.end() :]):
        return text
    person = holdings_of(archive).known.find_person(frame["who"].split())
    return text if person else text[frame.end() :]
