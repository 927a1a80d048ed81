"""What a reply scores: every measure a value, or the reason why the question has none for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eval.cases import DECLINED, Case, Happened, Place
from eval.measures import (
    Interval,
    alce,
    date_exact,
    date_overlap,
    date_within,
    f1,
    hits,
    ndcg,
    overlaps,
    precision,
    recall,
    reciprocal_rank,
    sensitivity,
)
from eval.reply import Cited, Reply
from eval.suite import Score, mean, not_for
from eval.told import last_name, named_people, names_place, read_days
from eval.unsupported import count_unsupported
from index.records import Outcome, Record

CUT = 10
JUDGED = "by the judge"
Entails = Callable[[str, Sequence[str]], bool]  # whether passages bear out a statement

NO_EVIDENCE = "no sentence is named that answers"
NO_ARTICLES = "no article answers"
NOT_STATED = "the question has no right {}"
NO_MODEL = "no language model words the reply"
NO_RECORD = "the reply has no meeting record, and a name in a quote does not say who took part"


class Question(Record):
    """A case with its gold as it stands in the archive."""

    case: Case
    places: tuple[Place, ...]
    articles: tuple[str, ...]


class Looked(Record):
    """What was looked up to score a reply: the articles ranked, and each citation's verity."""

    ranked: tuple[str, ...]
    verbatim: tuple[bool, ...]


def score_reply(
    asked: Question, reply: Reply, looked: Looked, judge: Entails | None = None
) -> tuple[Score, ...]:
    """A score for every measure; with a `judge` the citation measures by it as well."""
    return (
        mean("answer accuracy", is_right(asked, reply)),
        *score_evidence(asked, reply, looked),
        *score_declining(asked.case, reply),
        *score_retrieval(asked.articles, looked.ranked),
        *score_dates(asked.case, reply),
        *score_people(asked.case, reply),
        *score_place_and_status(asked.case, reply),
        mean("words told", len(reply.text.split())),
        *score_wording(reply),
        *(score_judged(asked.case, reply, judge) if judge else ()),
    )


def is_right(asked: Question, reply: Reply) -> float:
    """Answer accuracy: 1.0 where the outcome fits and the answer holds all that it must.

    An answerable question that names nothing an answer must hold is right where gold is cited.
    A place is half right where only its country is named.
    """
    case, text = asked.case, _plain(reply.text)
    banned = any(_plain(never) in text for never in case.must_not)
    if banned or not _outcome_fits(case, reply) or not _holds(case, text):
        return 0.0
    if case.outcome in DECLINED:
        return 1.0
    checks = [
        *([place_named(case, reply)] if case.places else []),
        *([date_within(told_interval(reply), _intervals(case))] if case.when else []),
        *([float(_met_all(case, reply))] if case.participants else []),
        *([float(told_status(reply) == case.status)] if case.status else []),
    ]
    return min(checks or [1.0 if case.must else float(cites_gold(asked, reply))])


def score_evidence(asked: Question, reply: Reply, looked: Looked) -> tuple[Score, ...]:
    """Whether the evidence is cited, first and at all, and whether quotes stand where they say."""
    verbatim = Score(
        measure="citations verbatim", part=sum(looked.verbatim), whole=len(looked.verbatim)
    )
    cited = {one.article_id for one in reply.cited}
    article = (
        mean("right article cited", not cited.isdisjoint(asked.articles))
        if asked.articles
        else not_for("right article cited", NO_ARTICLES)
    )
    names = ("answering sentence first", "citation recall", "citation precision")
    if asked.case.outcome in DECLINED or not asked.places:
        return (*(not_for(name, NO_EVIDENCE) for name in names), article, verbatim)
    gold = [_is_gold(cited, asked.places) for cited in reply.cited]
    statements = [claim.citations for claim in reply.claims]
    rates = alce(statements, lambda _, some: any(gold[at] for at in some))
    first = any(gold[at] for at in statements[0]) if statements else False
    return (*(mean(n, v) for n, v in zip(names, (first, *rates), strict=True)), article, verbatim)


def score_declining(case: Case, reply: Reply) -> tuple[Score, ...]:
    """Outcome right, and precision, recall and F1 of declining over all questions."""
    found, expected = reply.outcome in DECLINED, case.outcome in DECLINED
    right = found and expected
    return (
        mean("outcome right", float(reply.outcome is case.outcome)),
        Score(measure="declining precision", **precision(found, right)._asdict()),
        Score(measure="declining recall", **sensitivity(right, expected)._asdict()),
        Score(measure="declining F1", **f1(found, right, expected)._asdict()),
    )


def score_retrieval(articles: Sequence[str], ranked: Sequence[str]) -> tuple[Score, ...]:
    """Hits@10, MRR@10, recall@10 and nDCG@10 of the articles ranked."""
    names = tuple(f"{name}@{CUT}" for name in ("Hits", "MRR", "recall", "nDCG"))
    if not articles:
        return tuple(not_for(name, NO_ARTICLES) for name in names)
    gold = frozenset(articles)
    found = (measure(gold, ranked, CUT) for measure in (hits, reciprocal_rank, recall, ndcg))
    return tuple(mean(name, value) for name, value in zip(names, found, strict=True))


def score_dates(case: Case, reply: Reply) -> tuple[Score, ...]:
    """Date exact, within and interval overlap of the day that is told first."""
    names = ("date exact", "date within", "date overlap")
    if not case.when:
        return tuple(not_for(name, NOT_STATED.format("date")) for name in names)
    told, right = told_interval(reply), _intervals(case)
    found = (measure(told, right) for measure in (date_exact, date_within, date_overlap))
    return tuple(mean(name, value) for name, value in zip(names, found, strict=True))


def score_people(case: Case, reply: Reply) -> tuple[Score, ...]:
    """Participants by last name, transliterations folded; `met_too` are no error and no need."""
    names = tuple(f"participants {rate}" for rate in ("precision", "recall", "F1"))
    if not case.participants:
        return tuple(not_for(name, NOT_STATED.format("participants")) for name in names)
    right = {last_name(person) for person in case.participants}
    if reply.people is None:
        named = {last_name(person) for person in named_people(reply.told(), case.participants)}
        shared = Score(measure=names[1], **sensitivity(len(named), len(right))._asdict())
        return not_for(names[0], NO_RECORD), shared, not_for(names[2], NO_RECORD)
    told = {last_name(person) for person in reply.people}
    told -= {last_name(person) for person in case.met_too} - right
    counts = len(told), len(told & right), len(right)
    shares = precision(*counts[:2]), sensitivity(*counts[1:]), f1(*counts)
    return tuple(Score(measure=n, **s._asdict()) for n, s in zip(names, shares, strict=True))


def score_place_and_status(case: Case, reply: Reply) -> tuple[Score, ...]:
    """Place named (half for the country alone) and status accuracy."""
    return (
        mean("place named", place_named(case, reply))
        if case.places
        else not_for("place named", NOT_STATED.format("place")),
        mean("status accuracy", told_status(reply) == case.status)
        if case.status
        else not_for("status accuracy", NOT_STATED.format("status")),
    )


def score_wording(reply: Reply) -> tuple[Score, ...]:
    """Statements that hold what their evidence does not, and what a language model had to do."""
    count = len(reply.claims)
    strange = Score(measure="unsupported statements", part=count_unsupported(reply), whole=count)
    names = ("statements in the model's words", "tokens")
    if reply.tokens is None:
        return (strange, *(not_for(name, NO_MODEL) for name in names))
    worded = sum(claim.worded for claim in reply.claims)
    return (
        strange,
        Score(measure=names[0], part=worded, whole=count),
        mean(names[1], reply.tokens),
    )


def score_judged(case: Case, reply: Reply, judge: Entails) -> tuple[Score, ...]:
    """Citation recall and precision with a language model in the place of the rule."""
    names = tuple(f"citation {rate} {JUDGED}" for rate in ("recall", "precision"))
    if case.outcome in DECLINED:
        return tuple(not_for(name, NO_EVIDENCE) for name in names)
    statements = [claim.citations for claim in reply.claims]
    found = alce(
        statements,
        lambda at, some: judge(reply.claims[at].text, [reply.cited[one].quote for one in some]),
    )
    return tuple(mean(name, value) for name, value in zip(names, found, strict=True))


def told_status(reply: Reply) -> Happened | None:
    """Planned or held, as the reply tells it: by its record, else by its outcome."""
    if reply.status or reply.outcome in DECLINED:
        return reply.status
    return "planned" if reply.outcome is Outcome.ONLY_PLANNED else "held"


def told_interval(reply: Reply) -> Interval | None:
    """The first and last day that the reply tells first: of its record, else of its words."""
    found = reply.when or read_days(reply.told())
    return (found[0].earliest, found[0].latest) if found else None


def place_named(case: Case, reply: Reply) -> float:
    """1.0 where a right place is named, 0.5 where only a country is, else 0.0."""
    told = reply.told()
    if any(names_place(told, place) for place in case.places):
        return 1.0
    return 0.5 * any(names_place(told, country) for country in case.countries)


def cites_gold(asked: Question, reply: Reply) -> bool:
    """Whether some citation overlaps gold evidence, or, where none is named, a gold article."""
    if asked.places:
        return any(_is_gold(cited, asked.places) for cited in reply.cited)
    return any(cited.article_id in asked.articles for cited in reply.cited)


def _outcome_fits(case: Case, reply: Reply) -> bool:
    """Whether a reply is of the right sort: declined, only planned, or answered.

    How it declines, and whether it calls a conflict one, is for “outcome right” to tell.
    """
    if case.outcome in DECLINED:
        return reply.outcome in DECLINED
    planned = Outcome.ONLY_PLANNED
    return reply.outcome not in DECLINED and (reply.outcome is planned) is (case.outcome is planned)


def _holds(case: Case, text: str) -> bool:
    return all(any(_plain(wanted) in text for wanted in group) for group in case.must)


def _is_gold(cited: Cited, places: Sequence[Place]) -> bool:
    return any(
        cited.article_id == place.article_id
        and cited.start is not None
        and cited.end is not None
        and overlaps(cited.start, cited.end, place.start, place.end)
        for place in places
    )


def _met_all(case: Case, reply: Reply) -> bool:
    told = reply.told() if reply.people is None else "; ".join(reply.people)
    return len(named_people(told, case.participants)) == len(case.participants)


def _intervals(case: Case) -> list[Interval]:
    return [(period.earliest, period.latest) for period in case.when]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())
