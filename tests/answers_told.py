"""Answers made by hand, for tests of how they are shown and written."""

from __future__ import annotations

from datetime import date

from index.records import ArticleCard, Citation, Outcome, Statement, Suggestion, When
from qa.answers import Answer

TEXT = "OSLO, March 11\n\nBerg met Stone on Monday. They ate <fish> & chips.\n\nIt rained."
QUOTE = "Berg met Stone on Monday."
HOSTILE = "<script>alert(1)</script>[x](javascript:y)\"'>"


def day(first: str, last: str | None = None, precision: str = "day", edtf: str = "") -> When:
    """A date, or a stretch of days."""
    return When.model_validate(
        {"edtf": edtf or first, "earliest": first, "latest": last or first, "precision": precision,
         "basis": "dateline", "derivation": "the dateline says so"}
    )  # fmt: skip


def card(**fields: object) -> ArticleCard:
    """The card of an article of the Courier."""
    known = {"id": "a1", "title": "Berg in Oslo", "source": "Courier", "url": None, "path": "a.txt",
             "dated": day("2024-03-11"), **fields}  # fmt: skip
    return ArticleCard.model_validate(known)


def cite(quote: str = QUOTE, number: int = 1, around: int = 0, **fields: object) -> Citation:
    """A quote of TEXT with `around` code points before and after, `fields` those of its card."""
    start = TEXT.find(quote)
    end = start + len(quote)
    return Citation(
        number=number, quote=quote, start=start, end=end, prefix=TEXT[max(0, start - around):start],
        suffix=TEXT[end : end + around], article=card(**fields),
    )  # fmt: skip


def make_answer(text: str, outcome: Outcome, suggestion: bool = False, **fields: object) -> Answer:
    """An answer that says one thing, `said`."""
    kind = {"suggestions" if suggestion else "statements": (fields.pop("said"),)}
    return Answer.model_validate(
        {"question": "Whom did Berg meet?", "text": text, "outcome": outcome, "statements": (),
         "suggestions": (), "citations": (cite(),), "seconds": 0.1, "asked_on": date(2024, 4, 1),
         "as_of": None, "archive": "0", "version": "0", **kind, **fields}
    )  # fmt: skip


ANSWERED = make_answer(
    f"“{QUOTE}” [1]", Outcome.ANSWERED, said=Statement(text=f"“{QUOTE}”", citations=(1,))
)
DECLINED = make_answer(
    f"The archive does not say. The nearest that it has: “{QUOTE}” [1]", Outcome.NOT_IN_ARCHIVE,
    suggestion=True, said=Suggestion(text=f"“{QUOTE}”", citations=(1,)),
)  # fmt: skip
ASKED_BACK = Answer(
    question="Where is he?", text="Who is meant by “he”?", outcome=Outcome.AMBIGUOUS, statements=(),
    citations=(), suggestions=(), seconds=0.1, asked_on=date(2024, 4, 1), as_of=None, archive="0",
    version="0",
)  # fmt: skip
