"""What tests of mentions share: a text read as an article, and the meetings that it reports."""

from __future__ import annotations

from datetime import date

from index.articles import make_article
from index.dates import find_dates
from index.dating import day_when
from index.drafts import Draft
from index.meeting_records import Mention
from index.mentions import find_mentions
from index.offices import Offices
from index.records import When
from index.sentences import split_sentences

WRITTEN = date(2022, 6, 15)  # a Wednesday


def report(text: str, offices: Offices | None = None) -> list[Mention]:
    """The reports in a text that was written on Wednesday 15 June 2022."""
    return read_on(WRITTEN.isoformat(), text, offices)


def read_on(day: str, text: str, offices: Offices | None = None) -> list[Mention]:
    """The reports in a text that was written on a day."""
    article = make_article(Draft(text=text), "story.txt")
    article = article.model_copy(update={"dated": day_of_writing(day)})
    times = find_dates(article.text, article.dated)
    return find_mentions(article, split_sentences(article), times, offices=offices)


def day_of_writing(day: str) -> When:
    """A day as that on which an article was written."""
    return day_when(date.fromisoformat(day), "given", "given")


def names_of(mention: Mention) -> list[str]:
    """Who takes part, by name, in order of the alphabet."""
    return sorted(who.name for who in mention.participants)
