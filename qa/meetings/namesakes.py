"""Whether a surname that a question leaves bare is that of several people of the archive."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from index.archive import Archive
from index.catalog import Filter
from index.countries import related_names
from index.cues import STOP_WORDS
from index.meeting_lookup import answers_to
from index.meeting_records import Meeting
from index.people_cues import BODIES, GROUP_NOUNS, PLURALS
from index.records import Question
from index.words import fold
from qa.cues import SAYS, TITLES
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import is_named
from qa.passages.naming import names_all, surnames_of
from qa.question.asked import About, Asked
from qa.question.when import may_be_in
from qa.telling.support import reports_of

NO_GIVEN_NAMES = TITLES | STOP_WORDS | {word.removesuffix("s") for word in STOP_WORDS}
GIVEN = re.compile(  # "Anna" of "Anna Stone", "J. R." of "J. R. Lund"
    r"(?<!\bof )(?P<given>(?:[A-Z]\.\s?)+|[^\W\d_a-zß-öø-ÿ][\w’'\-]*[^\W_])(?<![\s])\s"
    r"(?P<last>[^\W\d_a-zß-öø-ÿ][^\W\d_][\w\-]*)"
)
ACRONYM = re.compile(r"[A-Z]{2,}")
FULL_NAME = r"[A-Z][a-zß-öø-ÿ][\w-]*(?: [A-Z]\.)? [A-Z][\w-]*[a-zß-öø-ÿ]\b"
OF_A_GROUP = r"(?:foreign|party|business|opposition|\w+(?:al|ous|ic|ary|ive))"  # "Arab political …"
FORMERLY = re.compile(r"\b(?:former|ex|late|then|acting)\b", re.IGNORECASE)
NAMED_IN = 60  # chunks in which the bearers of a surname are looked for
LEAST_SHARE = 0.08  # of the mentions of the holder named most; a rarer one is not meant
# By 28 surnames of 5,449 articles, read: from FEW articles on a namesake of one alone is chance (a
# credit, "Meet Stone"); from MANY on the bare surname is him of whom most tell, and not his wife's.
FEW, MANY = 5, 10
LEAST_OF_MANY = 0.3  # of the articles that name the bearer named most
BESIDE = 30  # chunks in which a namesake is looked for beside the others who are asked about
BEFORE, AFTER = 60, 20  # characters about a surname in which a title or a verb of saying stands


def people_sharing_a_name(archive: Archive, question: Question, *, rare: bool = False) -> list[str]:
    """The bearers of a surname that the question leaves bare; empty unless there are several.

    With `rare` also those whom a good deal fewer articles name than the one named most.
    Two given names are two persons' where their first letters differ: Sergei and Sergey are one.
    """
    for surname in question.names:
        if " " in surname or related_names(surname) or _is_told_apart(surname, question.text):
            continue
        if ACRONYM.fullmatch(surname) or _is_of_a_group(surname, question.text):
            continue
        if _is_of_a_body(surname, question.text) or _is_of_a_pair(archive, question, surname):
            continue
        counted = _without_outlets(archive, count_bearers(archive, question, surname))
        least = _least(max(counted.values(), default=0), rare=rare)
        initials = {fold(n)[0]: n for n in sorted(counted) if counted[n] >= least}
        if len(initials) > 1:
            return sorted(initials.values())
    return []


def those_who_met(archive: Archive, asked: Asked, names: Sequence[str]) -> list[str]:
    """Of people who share a surname those who took part in what a question is about, where it says
    with whom, and its time, its place or what form it had: "Berg's call to Stone" was one Berg's.
    """
    abouts = [about for about in (asked.about, asked.other) if about and len(about.parties) > 1]
    found = [
        fit.meeting
        for about in abouts
        for fit in find_meetings_for(archive, asked.model_copy(update={"about": about})).exact
        if is_named(fit.meeting.form, about.forms) or not fit.borne.isdisjoint({"when", "where"})
    ]
    people = [person for meeting in found for person in meeting.participants]
    return [name for name in names if any(answers_to(person, name) for person in people)]


def those_beside(archive: Archive, asked: Asked, names: Sequence[str]) -> list[str]:
    """Of people who share a surname the one whom alone the archive's meetings, then or there, or
    else its sentences name with all others that a question names; all where that is not one.
    """
    rest = [party for party in asked.about.parties
            if not any(_bears(name, party.words) for name in names)]  # fmt: skip
    if not rest or len(rest) == len(asked.about.parties):
        return list(names)
    met = _those_met_with(archive, asked.about, names)
    others = [surnames_of(archive, party) for party in rest]
    found = () if len(met) == 1 else archive.search(asked.text, BESIDE, Filter(as_of=asked.as_of))
    articles = [archive.article(id) for id in dict.fromkeys(hit.chunk.article_id for hit in found)]
    texts = [fold(s.text) for one in articles for s in archive.sentences(one)
             if names_all(others, s.text)]  # fmt: skip
    beside = met or [name for name in names if any(fold(name) in text for text in texts)]
    return beside if len(beside) == 1 else list(names)


def _those_met_with(archive: Archive, about: About, names: Sequence[str]) -> list[str]:
    """Those whom the meetings, held or not, have with the other people whom a question names, then
    or there: "What did Berg and Stone settle in May?"; none where that is several.
    """
    shared = fold(names[0].split()[-1])
    people = [party.called for party in about.parties if party.kind == "person"]
    others = [name for name in people if fold(name.split()[-1]) != shared]
    if not others or not (about.period or about.place):
        return []
    there = []
    for name in names:
        if any(_has_all(m, [name, *others], about) for m in archive.meetings(who=[name])):
            there.append(name)
    return there if len(there) == 1 else []


def _bears(name: str, words: str) -> bool:
    """Whether somebody bears a surname: "Anna Berg", "Berg"."""
    return fold(name.split()[-1]) == fold(words.split()[-1])


def those_there(archive: Archive, asked: Asked, names: Sequence[str]) -> list[str]:
    """Of people who share a surname those whom the meetings that fit a question name in full, and
    none where it is only a word of a group there: "six directors"; all where neither is so.
    """
    found = [fit.meeting for fit in find_meetings_for(archive, asked).exact]
    reports = (one for meeting in found for one in reports_of(archive, meeting))
    told = [person for one in reports for person in one.mention.participants]
    full = {fold(one.name) for one in told if one.resolved == "named"}
    people = {word for one in told if one.resolved != "group" for word in fold(one.name).split()}
    there = [name for name in names if fold(name) in full]
    anybody = not found or any(fold(name.split()[-1]) in people for name in names)
    return there or (list(names) if anybody else [])


def _has_all(meeting: Meeting, names: Sequence[str], about: About) -> bool:
    """Whether a meeting is one of all these people, of the time and the place asked about."""
    elsewhere = about.place and meeting.place and fold(meeting.place) != fold(about.place)
    if elsewhere or (about.period and not (meeting.when and may_be_in(meeting.when, about.period))):
        return False
    return all(any(answers_to(one, name) for one in meeting.participants) for name in names)


def those_of_the_office(archive: Archive, asked: Asked, names: Sequence[str]) -> list[str]:
    """Of people who share a surname the one whom articles call by the office under which the
    meetings that fit tell of the bare surname ("President Berg" is not his wife); all where none is
    told so, or several are.
    """
    surname = names[0].split()[-1]
    people = [p for f in find_meetings_for(archive, asked).exact for p in f.meeting.participants]
    offices = {one.role for one in people if fold(one.name) == fold(surname)}
    office = offices.pop() if len(offices) == 1 else None
    if not office:
        return list(names)
    texts = texts_that_name(archive, Filter(as_of=asked.as_of), surname)
    told = [
        name
        for name in names
        if any(re.search(rf"\b(?i:{re.escape(office)}) {re.escape(name)}\b", t) for t in texts)
    ]
    return told if len(told) == 1 else list(names)


def _is_of_a_pair(archive: Archive, question: Question, name: str) -> bool:
    """Whether a name is a given name that shares its surname with the next one, in the words of an
    article: "Karl and Anna Stone".
    """
    pair = re.search(rf"\b{re.escape(name)} and [A-Z][\w-]+ [A-Z][\w-]+", question.text)
    limits = Filter(as_of=question.as_of, sources=question.sources)
    return pair is not None and any(
        pair[0] in " ".join(text.split()) for text in texts_that_name(archive, limits, name)
    )


def _least(most: int, *, rare: bool) -> float:
    """In how many articles somebody must be named to be meant, where a namesake is in `most`."""
    if most < FEW:
        return 1
    return 2 if rare or most < MANY else LEAST_OF_MANY * most


def people_in_an_office(archive: Archive, question: Question, office: str) -> list[str]:
    """Those whom the articles name right beside a bare office, "the spokesman"; empty unless there
    are several, none of them named a great deal more often than the others.
    """
    limits = Filter(as_of=question.as_of, sources=question.sources)

    def count() -> Mapping[str, int]:
        texts = texts_that_name(archive, limits, office)
        return Counter(name for text in texts for name in holders_beside(text, office))

    counted = archive.catalog.once(("holders", office, limits.model_dump_json()), count)
    least = LEAST_SHARE * max(counted.values(), default=0)
    last = {name.split()[-1]: name for name in sorted(counted) if counted[name] >= least}
    return sorted(last.values()) if len(last) > 1 else []


def holders_beside(text: str, office: str) -> Iterator[str]:
    """The full names that stand before or behind an office: "spokesman Karl Berg", "Karl Berg, the
    harbour spokesman"; who held it once is left out.
    """
    word = re.escape(office)
    text = " ".join(text.split())
    behind = re.finditer(
        rf"(?P<before>(?:[\w’'-]+ )?)\b(?i:{word})(?: to [A-Z]\w+)?,? (?P<name>{FULL_NAME})", text
    )
    before = re.finditer(
        rf"(?P<name>{FULL_NAME}), (?P<before>(?:[\w’'-]+ ){{0,4}})(?i:{word})\b(?! [A-Z])", text
    )
    for match in (*behind, *before):
        given = match["name"].split()[0]
        none = given.lower() in NO_GIVEN_NAMES or related_names(given)
        if not none and not FORMERLY.search(match["before"]):
            yield match["name"]


def _without_outlets(archive: Archive, counted: Mapping[str, int]) -> Mapping[str, int]:
    """Leaves out "AP Berg" and "Gazette Berg": the credit of a picture and the caption after it."""
    words = {word for source in archive.sources() for word in source.split()}
    given = {name: name.rsplit(None, 1)[0] for name in counted}
    return {
        name: count
        for name, count in counted.items()
        if given[name] not in words and not ACRONYM.fullmatch(given[name])
    }


def count_bearers(archive: Archive, question: Question, surname: str) -> Mapping[str, int]:
    """How many articles name each bearer of a surname in full; none where it is no person's.

    Looked up once for each state of the archive.
    """
    limits = Filter(as_of=question.as_of, sources=question.sources)

    def count() -> Mapping[str, int]:
        texts = texts_that_name(archive, limits, surname)
        if not any(_is_person(text, surname) for text in texts):
            return {}
        return Counter(name for text in texts for name in set(bearers(text, surname)))

    return archive.catalog.once(("bearers", surname, limits.model_dump_json()), count)


def texts_that_name(archive: Archive, limits: Filter, surname: str) -> list[str]:
    """The texts of the articles that name somebody of a surname, or an office."""
    found = archive.searcher.matching(surname, NAMED_IN, limits)
    ids = dict.fromkeys(row.article_id for row, _ in found)
    return archive.catalog.texts(list(ids))


def bearers(text: str, surname: str) -> Iterator[str]:
    """A surname with each given name or initials that stand before it.

    No title ("Presidents"), no nationality, nothing after "of" ("Secretary of State"), and no word
    that the text uses in lower case too.
    """
    wanted = fold(surname).lower()
    for match in GIVEN.finditer(text):
        last = match["last"]
        if last[:1].isascii() and last[:1].lower() != wanted[:1]:
            continue  # folding every name of an article took most of the time
        if fold(last).lower() != wanted:
            continue
        word = match["given"].rstrip(".").lower()
        common = re.search(rf"\b{re.escape(word)}\b", text) is not None
        titled = not NO_GIVEN_NAMES.isdisjoint((word, word.removesuffix("s")))
        owning = word.endswith(("'s", "’s"))  # "Latvia's Berg"
        credit = text[: match.start()].endswith("/")  # "Lund/Agency Stone"
        if not (common or titled or owning or credit or related_names(word)):
            yield f"{match['given']} {last}"


def _is_person(text: str, surname: str) -> bool:
    """Whether a text lets the bearer of a surname speak, or sets a title before it."""
    name, folded = re.escape(fold(surname)), fold(text)
    titles = "|".join(TITLES)
    person = re.compile(
        rf"\b{name},?\s{SAYS}\b|\b{SAYS}\s(?:[\w.]+\s){{0,4}}{name}\b"
        rf"|\b(?i:{titles})\.?\s(?:[\w.]+\s){{0,2}}{name}\b"
    )
    places = re.finditer(rf"\b{name}\b", folded)
    return any(
        person.search(folded, max(0, at.start() - BEFORE), at.end() + AFTER) for at in places
    )


def _is_of_a_group(word: str, question: str) -> bool:
    """Whether a capitalised word says of which group people are: "European leaders"."""
    group = re.search(rf"\b{re.escape(word)} (?:{OF_A_GROUP} )?(?P<group>[a-z]+)\b", question)
    return group is not None and (group["group"] in GROUP_NOUNS or group["group"] in PLURALS)


def _is_of_a_body(word: str, question: str) -> bool:
    """Whether a capitalised word opens the name of a body: "Food and Drug Administration"."""
    behind = re.search(rf"\b{re.escape(word)} (?:and|of|for) ((?:[A-Z]\w+ )*[A-Z]\w+)", question)
    return behind is not None and behind[1].split()[-1].lower() in BODIES


def _is_told_apart(surname: str, question: str) -> bool:
    """Whether a title or a word of kinship stands before the surname."""
    before = question[: question.find(surname)]
    return any(word.lower() in TITLES for word in re.findall(r"\w+", before))
