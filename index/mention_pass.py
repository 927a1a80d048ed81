"""The third pass over a batch: reports of meetings, and the meetings that they tell of.

It comes after dating, since what "on Tuesday" means hangs on the day of writing; an article that
is dated anew is read anew, and what a language model proposed of it is borne out anew or left out.
Each article is one transaction; a pass that is stopped goes on where it was.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from index.catalog import Catalog
from index.changes import change
from index.corrections import describe_names, rename
from index.dates import find_dates
from index.event_lookup import MEETINGS_OF, Made, list_made, list_told
from index.meetings import find_meetings
from index.mentions import find_mentions
from index.proposal_confirm import confirm
from index.proposal_store import find_proposed

RULES = "28"  # raised when the rules change, so that what they found before is found anew
MERGING = "10"  # raised when the rules of merging change, or what is stored of meetings


class Progress(Protocol):
    """Hears how far the pass is: articles read so far, and of how many."""

    def __call__(self, done: int, total: int) -> None: ...


def find_all_mentions(catalog: Catalog, progress: Progress = lambda done, total: None) -> None:
    """Reads what is new or dated anew for meetings, and merges them.

    Nothing is done where the archive is as the last pass left it.
    """
    made = list_made(catalog)
    stale = [one for one in made if one.mentioned != made_of(one)]
    for done, one in enumerate(stale, start=1):
        _read(catalog, one)
        progress(done, len(stale))
    state = digest_of(made)
    if stale or catalog.note(MEETINGS_OF) != state:
        meetings = find_meetings(list_told(catalog))
        with change(catalog, searched=False) as db:
            db.put_meetings(meetings)
        catalog.set_note(MEETINGS_OF, state)


def made_of(one: Made) -> str:
    """What the mentions of an article hang on: the rules, its text, its date, names corrected, and
    what a language model proposed.
    """
    parts = [RULES, one.text, one.dated or ""]
    parts += [describe_names(one.names)] if one.names else []
    parts += ["proposed", one.proposed] if one.proposed else []
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def digest_of(made: list[Made]) -> str:
    """What the meetings of an archive hang on: its articles and what their mentions hang on."""
    told = "\n".join(f"{one.article_id} {made_of(one)}" for one in made)
    return sha256(f"{MERGING}\n{told}".encode()).hexdigest()[:16]


def _read(catalog: Catalog, one: Made) -> None:
    """Writes the mentions of an article. The office-holder table has no say: whom the article
    leaves unnamed stays "foreign minister of Norway (unnamed)", as docs/interface.md promises.
    """
    for article in catalog.articles([one.article_id]):
        times = find_dates(article.text, article.dated)
        sentences = catalog.sentences(article)
        mentions = find_mentions(article, sentences, times)
        for told in find_proposed(catalog, [article.id] if one.proposed else []).values():
            mentions += confirm(article, sentences, times, mentions, told)
        with change(catalog, searched=False) as db:
            db.mention(article.id, made_of(one), times, rename(mentions, one.names))
