"""Whether an article that reports a meeting may tell of somebody whom no rule reads as there.

"Berg met Stone at the fair. The Polish envoy, Jan Kowal, joined them": of Kowal it may not be said
that no report has him there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from index.archive import Archive
from index.gazetteer import find_country
from index.identity import office_kind
from index.meeting_lookup import country_in
from index.meeting_records import Meeting
from index.words import fold
from qa.meetings.fits import Fit
from qa.meetings.holdings import holdings_of
from qa.passages.naming import find_office, names_all, surnames_of
from qa.question.asked import About, Party
from qa.question.looked_for import find_capitalised
from qa.telling.support import Report, reports_of

Sentences = Callable[[], tuple[str, ...]]  # looked for when first needed
MOST_FOUND = 12  # passages read for what the archive tells of the one missing
MORE_PEOPLE = re.compile(  # "the envoy joined them", "her counterpart sat in"
    r"\b(?:join(?:ed|s|ing)?|(?:took|takes?|taking) part|participat\w+|attend(?:ed|s|ing)|"
    r"(?:sat|sits?|sitting) in|counterparts?|colleagues?|also present|among those)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(  # beside a country: "the Czech minister of economy", "Warsaw's man there"
    r"\b(?:ministers?|premiers?|presidents?|chancellors?|monarch|kings?|queens?|leaders?|envoys?|"
    r"ambassadors?|secretar(?:y|ies)|chiefs?|chair\w*|heads?|delegat\w+|representatives?|"
    r"diplomats?|officials?|negotiators?|deput(?:y|ies)|speakers?|commissioners?|consuls?|mayors?|"
    r"governors?|directors?|sides?|man|woman|guests?)\b",
    re.IGNORECASE,
)


def may_be_told(archive: Archive, meetings: Sequence[Meeting], missing: Party) -> bool:
    """Whether some article that reports one of the meetings has a word that may mean the one
    missing: a surname, the office, one who joined.
    """
    about = cache(lambda: tuple(_sentences_on(archive, missing)))
    return any(
        MORE_PEOPLE.search(_paragraph_of(report))
        or _names(archive, report.article.text, missing, about, meeting)
        or _has_office(archive, report, missing, about, meeting)
        for meeting in meetings
        for report in reports_of(archive, meeting)
    )


def is_surely_without(archive: Archive, fit: Fit, about: About) -> bool:
    """Whether those whom a question has at a meeting, and who are not told of there, are surely not
    meant by any word of its reports.
    """
    absent = [party for party in about.parties if f"who:{party.called}" in fit.against]
    return not any(may_be_told(archive, [fit.meeting], party) for party in absent)


def _paragraph_of(report: Report) -> str:
    """The paragraph in which a meeting is reported."""
    text, at = report.article.text, report.mention.trigger.start
    end = text.find("\n\n", at)
    return text[text.rfind("\n\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _sentences_on(archive: Archive, missing: Party) -> Iterator[str]:
    """The sentences of the archive that name somebody, or tell of an office of a country."""
    country, title = country_in(missing.called)
    surnames = [surnames_of(archive, missing)]
    hits = archive.search(missing.called, MOST_FOUND)
    for id in dict.fromkeys(hit.chunk.article_id for hit in hits):
        for sentence in archive.sentences(archive.article(id)):
            person = missing.kind == "person" and names_all(surnames, sentence.text)
            if person or (country and title and any(find_office(sentence.text, title, country))):
                yield sentence.text


def _names(archive: Archive, text: str, missing: Party, about: Sentences, meeting: Meeting) -> bool:
    """Whether a text has the surname of the one missing, or of one told of with that office."""
    names = surnames_of(archive, missing) if missing.kind == "person" else set()
    held = {fold(holder.name.split()[-1]).casefold() for holder in missing.holders}
    told = {fold(word).casefold() for p in meeting.participants for word in p.name.split()}
    if missing.kind == "role":
        full = [n.split()[-1] for one in about() for n in find_capitalised(one) if " " in n]
        held |= {fold(name).casefold() for name in full if not find_country([name], 0)} - told
    words = set(re.findall(r"\w+", fold(text).casefold()))
    return bool(words & (names | held))


def _has_office(
    archive: Archive, report: Report, missing: Party, about: Sentences, meeting: Meeting
) -> bool:
    """Whether an article names a country of the one missing that is of nobody who took part, with
    an office or where it tells of the meeting, or else an office that nobody else there holds.
    """
    told = {person.country for person in meeting.participants}
    offices = [s.text for s in report.sentences if OFFICE.search(s.text)]
    named = _countries(" ".join((_paragraph_of(report), *offices)))
    if missing.kind == "role":
        return country_in(missing.called)[0] in named
    posts = holdings_of(archive).offices_of(missing.called)
    kinds = {office_kind(p.role, p.country) for p in meeting.participants if p.role}
    text = report.article.text.lower()
    if any(kind not in kinds and kind in text for kind, _ in posts):
        return True
    others = named - told
    return bool(others) and not others.isdisjoint(
        {code for _, code in posts}.union(*map(_countries, about()))
    )


def _countries(text: str) -> set[str]:
    """The countries that a text names, in any form."""
    words = re.findall(r"[\w.’'-]+", text)
    return {found[0] for at in range(len(words)) if (found := find_country(words, at))}
