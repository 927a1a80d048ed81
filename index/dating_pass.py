"""The second pass over a batch: the day of articles that no field, address or full dateline gives.

First what an article's own text tells; then, where that leaves more than a day, what the archive
tells. What one run does not settle, the next one with new articles looks at again. Each article is
one transaction; a pass that is stopped is gone through again, as the archive notes up to which
state it was dated. The catalogue's column `dating` says how far each is: told (by its file), own
(by its own text), open (left open by it, whatever the archive says).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from index.catalog import Catalog
from index.changes import change
from index.corrections import corrected_dates
from index.dating import as_read
from index.dating_clues import FRESH, Clue, find_clues, with_lead
from index.dating_days import Days
from index.dating_infer import Weighed, explain, tell, weigh
from index.dating_neighbours import LONGEST_KNOWN, Neighbours
from index.dating_offices import find_tenure_clues
from index.offices import Offices, read_offices
from index.records import Article, DateCandidate, OpenDate, When

DATED_UP_TO = "dated up to"  # the note that holds the generation that was gone through
CORRECTED = "corrected"  # in the column `dating`: no pass may date it otherwise
OFFICES = "offices.tsv"  # the user's own office-holders, beside the catalogue
OLDEST_FILE = date(1990, 1, 1)  # archivers write 1970 and 1980 where they keep no age

Step = Callable[[], None]


def date_undated(catalog: Catalog, step: Step = lambda: None) -> None:
    """Dates what can be dated, by own words and then by neighbours; `step` hears of each article.

    Nothing is done where the archive is as the last pass left it.
    """
    _correct(catalog)
    if catalog.note(DATED_UP_TO) == str(catalog.generation()):
        return
    offices = read_offices(catalog.path.with_name(OFFICES))
    for id in catalog.undated():
        for article in catalog.articles([id]):
            _date_alone(catalog, article, offices)
            step()
    neighbours = Neighbours(catalog)
    for id, left in catalog.open_dates().items():
        for article in catalog.articles([id]):
            _date_by_archive(catalog, article, left, neighbours)
            step()
    catalog.set_note(DATED_UP_TO, str(catalog.generation()))


def _correct(catalog: Catalog) -> None:
    """Gives articles the days that somebody corrected, and back their own where that was undone."""
    corrected = corrected_dates(catalog)
    for article in catalog.articles(corrected):
        if article.dated != corrected[article.id]:
            told = article.model_copy(update={"dated": corrected[article.id]})
            with change(catalog) as db:
                db.date(told, CORRECTED, None)
    for article in catalog.articles(set(catalog.dated_as(CORRECTED)) - set(corrected)):
        with change(catalog) as db:
            db.update(as_read(article))


def _date_alone(catalog: Catalog, article: Article, offices: Offices) -> None:
    """Writes what the article's own text tells of its day."""
    article = as_read(article)
    weighed = infer(article, _age(catalog, article), offices)
    dated, settled = _better(weighed, article.dated), is_settled(weighed.days)
    words = tuple(clue.words for clue in weighed.used)
    left = None if settled else OpenDate(days=weighed.days.pack(), words=words)
    candidate = DateCandidate(source="text", says=explain(weighed), when=dated)
    told = with_date(article, candidate, dated)
    with change(catalog) as db:
        db.date(told, "own" if settled else "open", left)


def _better(weighed: Weighed, read: When | None) -> When | None:
    """What was inferred, but the month or year that was read where that says no less."""
    if read is None or Days.between(read.earliest, read.latest) != weighed.days:
        return tell(weighed, "text") or read
    return read


def infer(article: Article, written_by: date | None, offices: Offices) -> Weighed:
    """What the clues of an article's own text leave of the days."""
    return weigh([*find_clues(article, written_by), *find_tenure_clues(article, offices)])


def is_settled(days: Days) -> bool:
    """Whether the days lie so near that no other article need be asked."""
    return bool(days.size()) and (days.last() - days.first()).days <= LONGEST_KNOWN


def _date_by_archive(
    catalog: Catalog, article: Article, left: OpenDate, neighbours: Neighbours
) -> None:
    """Writes what the archive tells beyond the own text, if that is not what stands there."""
    own = [one for one in article.date_candidates if one.source != "archive"]
    alone = next((one.when for one in own if one.source == "text"), None)
    told = with_date(article.model_copy(update={"date_candidates": tuple(own)}), None, alone)
    days = Days.unpack(left.days)
    clue = neighbours.find_clue(article) if days.size() else None
    if days.size() and not (clue and days.common(clue.days).size()):
        clue = (
            neighbours.find_time(article, with_lead(article, days))
            or neighbours.find_time_of_people(article, with_lead(article, days, FRESH))
            or clue
        )
    if clue:
        told = with_date(told, *_with_archive(left, clue, alone))
    if told != article:
        with change(catalog) as db:
            db.date(told, "open", left)


def _with_archive(
    left: OpenDate, clue: Clue, alone: When | None
) -> tuple[DateCandidate, When | None]:
    """The archive's candidate, and the date: that of the own text where the two do not agree."""
    days = Days.unpack(left.days)
    both = days.common(clue.days)
    used = (*(Clue(days, "hard", words) for words in left.words), clue)
    if not both.size():
        says = f"{clue.words}, but the article's own words do not agree with that"
        return DateCandidate(source="archive", says=says, when=None), alone
    weighed = Weighed(both, used)
    dated = tell(weighed, "archive")
    return DateCandidate(source="archive", says=explain(weighed), when=dated), dated


def with_date(article: Article, candidate: DateCandidate | None, dated: When | None) -> Article:
    """The article with one candidate more, dated anew where that tells anything."""
    candidates = (*article.date_candidates, *([candidate] if candidate else []))
    return article.model_copy(update={"date_candidates": candidates, "dated": dated})


def _age(catalog: Catalog, article: Article) -> date | None:
    """The latest day that the oldest of its files and copies leave; an upper bound, never more."""
    copied = [one.when.latest for one in article.date_candidates
              if one.source == "capture" and one.when and one.when.latest]  # fmt: skip
    changed = catalog.oldest_file(article.id)
    if changed is not None:
        copied.append(datetime.fromtimestamp(changed / 1e9, UTC).date())
    days = [day + timedelta(days=1) for day in copied if day >= OLDEST_FILE]  # in any time zone
    return min(days, default=None)
