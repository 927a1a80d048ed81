"""An answer put together from sentences of the archive: quoted exactly, numbered, readable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.articles import find_mark, make_card
from index.records import Article, Citation, Record, Sentence, Statement, Suggestion
from qa.days import Times, reckon_days
from qa.rank import Candidate

AROUND = 32  # code points of prefix and suffix
MOST_STATEMENTS = 3
MOST_SUGGESTIONS = 2
NEAR_BEST = 0.85  # a further sentence is told when its score comes this near to the best


class Told(Record):
    """Statements or suggestions with all that they cite."""

    statements: tuple[Statement, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    citations: tuple[Citation, ...] = ()


def tell(ranked: Sequence[Candidate], times: Times, *, chosen: Candidate | None = None) -> Told:
    """The sentence that answers first, with the one it leans on; then others nearly as good.

    The same sentence in several articles is one statement with several citations. `times` gives the
    time expressions of an article: beside a quote stand the days that it means and does not print.
    A `chosen` one stands first, whatever its rank.
    """
    citer = Citer()
    statements: list[Statement] = []
    for candidates in _told_of(ranked, chosen):
        statements.append(_state(citer, [(c.article, c.sentence) for c in candidates], times))
        leads = [(c.article, c.lead) for c in candidates if c.lead]
        if leads:
            statements.append(_state(citer, leads, times))
        if len(statements) >= MOST_STATEMENTS:
            break
    return Told(statements=tuple(_once(statements)), citations=tuple(citer.citations))


def _told_of(ranked: Sequence[Candidate], chosen: Candidate | None) -> list[list[Candidate]]:
    """The groups of sentences that are told, that of the chosen one first."""
    groups = list(_distinct(ranked))
    near = [group for group in groups if group[0].score >= NEAR_BEST * ranked[0].score]
    first = [group for group in groups if chosen in group]
    return first + [group for group in near if group not in first]


def distinct(ranked: Sequence[Candidate], most: int) -> list[Candidate]:
    """The best sentences, each wording once."""
    return [group[0] for group in _distinct(ranked)][:most]


def suggest(ranked: Sequence[Candidate]) -> Told:
    """The nearest sentences, as suggestions."""
    citer = Citer()
    nearest = list(_distinct(ranked))[:MOST_SUGGESTIONS]
    stated = [_state(citer, [(c[0].article, c[0].sentence)]) for c in nearest]
    suggestions = tuple(Suggestion(text=s.text, citations=s.citations) for s in stated)
    return Told(suggestions=suggestions, citations=tuple(citer.citations))


def join_text(lead: str, said: Iterable[Statement | Suggestion]) -> str:
    """What a reader sees: the lead, then what is said, each with its markers."""
    marked = (f"{s.text} {''.join(f'[{number}]' for number in s.citations)}" for s in said)
    return " ".join(part for part in (lead, *marked) if part)


def quote_text(text: str) -> str:
    """A sentence in quotation marks on one line; marks inside it are kept as they stand."""
    flat = " ".join(text.split())
    return f"‘{flat}’" if any(mark in flat for mark in '“”"') else f"“{flat}”"


class Citer:
    """Numbers citations in the order they are first used; the same span keeps its number."""

    def __init__(self) -> None:
        self.citations: list[Citation] = []
        self._numbers: dict[tuple[str, int, int], int] = {}

    def cite(self, article: Article, sentence: Sentence) -> int:
        """The number of the citation of a sentence."""
        start, end = sentence.start, sentence.end
        key = (article.id, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self.citations) + 1
            self.citations.append(
                Citation(
                    number=self._numbers[key],
                    article=make_card(article),
                    quote=sentence.text,
                    start=start,
                    end=end,
                    prefix=article.text[max(0, start - AROUND) : start],
                    suffix=article.text[end : end + AROUND],
                    mark=find_mark(article, start),
                )
            )
        return self._numbers[key]


def _state(
    citer: Citer, places: Sequence[tuple[Article, Sentence]], times: Times | None = None
) -> Statement:
    numbers = tuple(dict.fromkeys(citer.cite(article, sentence) for article, sentence in places))
    article, sentence = places[0]
    known = times(article.id) if times else ()
    reckoned = reckon_days(known, sentence.start, sentence.end)
    beside = f" ({reckoned.beside})" if reckoned.beside else ""
    text = quote_text(sentence.text) + beside
    return Statement(text=text, citations=numbers, derivation=reckoned.derivation)


def _distinct(ranked: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Candidates grouped by their words, the best group first."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in ranked:
        groups.setdefault(" ".join(candidate.sentence.text.casefold().split()), []).append(
            candidate
        )
    return groups.values()


def _once(statements: Iterable[Statement]) -> Iterable[Statement]:
    """Statements without those whose citations have all been told before."""
    told: set[int] = set()
    for statement in statements:
        if not told.issuperset(statement.citations):
            yield statement
        told |= set(statement.citations)
