"""What an archive knows of those whom a question names: the offices of people, the holders of
offices, and what its reports call a group.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.countries import related_names
from index.meeting_lookup import answers_to
from index.records import Sentence
from index.words import stem, stems
from qa.meetings.holdings import Told, holdings_of
from qa.question.asked import About, Asked, Holder, Party

NAME = re.compile(r"(?:[A-Z][\w’'-]+ ){1,6}[A-Z][\w’'-]+$")  # ends "members of the Herring Board"


def with_posts(archive: Archive, about: About) -> About:
    """What is asked about, with the offices in which the archive knows those who are named."""
    known = holdings_of(archive)
    parties = tuple(
        party.model_copy(update={"posts": known.posts_of(party.called)})
        if party.kind == "person"
        else party
        for party in about.parties
    )
    return about.model_copy(update={"parties": parties})


def with_holders(archive: Archive, about: About) -> About:
    """What is asked about, with the names of those whom the archive knows in the offices named, and
    with what its reports call the groups.
    """
    known = holdings_of(archive)

    def with_names(party: Party) -> Party:
        if party.kind == "group":
            return party.model_copy(update={"holders": described_as(archive, party)})
        if party.kind == "role":
            return party.model_copy(update={"holders": known.holders_of(party.called)})
        return party

    return about.model_copy(update={"parties": tuple(map(with_names, about.parties))})


def in_their_names(archive: Archive, asked: Asked) -> str:
    """A question with the name for each office that the archive knows one person in: what it tells
    of Berg is seldom told of "the Latvian president" as well.
    """
    text = asked.text
    for party in asked.about.parties:
        surnames = _holders(archive, party) if party.kind == "role" else set()
        if len(surnames) == 1:
            text = re.sub(rf"\b(?:[Tt]he )?{re.escape(party.words)}\b", surnames.pop(), text)
    return text


def _holders(archive: Archive, party: Party) -> set[str]:
    """The surnames of those whom reports of meetings name in an office, of any country if it is
    told without one.
    """
    people = (p for m in archive.meetings(who=[party.called]) for p in m.participants)
    named = (p for p in people if p.role and " " in p.name and "(" not in p.name)
    return {p.name.split()[-1] for p in named if answers_to(p, party.called)}


def described_as(archive: Archive, party: Party) -> tuple[Holder, ...]:
    """What reports call a group by what it is, with the days of the meetings told so: behind a
    sentence on the Baltic Ferry Board "the five-nation board will meet" tells of that board.
    """
    name = NAME.search(party.called) if party.kind == "group" else None
    if name is None:
        return ()
    told = holdings_of(archive).groups.get(stem(name[0].split()[-1].lower()), ())
    return tuple(one.holder for one in told if _is_named_beside(archive, one, name[0]))


def _is_named_beside(archive: Archive, told: Told, name: str) -> bool:
    for spot in told.spots:
        sentences = archive.sentences(archive.article(spot.article_id))
        until = [one for one in sentences if one.start <= spot.start]
        if any(_names(one, name) for one in until[-2:]):
            return True
    return False


def _names(sentence: Sentence, name: str) -> bool:
    """Whether a sentence has all words of a name, a country's in any of its forms."""
    held = set(stems(sentence.text))
    return all(held & set(stems(" ".join((word, *related_names(word))))) for word in name.split())
