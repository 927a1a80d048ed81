"""A question, understood: what it asks, of which meeting, by whose word and as of when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.records import Turn
from qa.asked import Asked
from qa.follow_up import complete
from qa.known import Known
from qa.pronouns import name_what_follows


def understand(
    text: str,
    *,
    asked_on: date,
    as_of: date | None = None,
    history: Sequence[Turn] = (),
    known: Known | None = None,
) -> Asked:
    """What a question asks; the history completes it only where it leans on it.

    "today" counts from `asked_on`; with `as_of`, and with a day of the question's own ("On 4 May
    2019, had …"), the earlier holds. `known` are the archive's names, for other spellings of them.
    """
    reading = complete(name_what_follows(text), asked_on=asked_on, history=history, known=known)
    asked = reading.asked
    days = [day for day in (as_of, asked.as_of) if day]
    return asked.model_copy(update={"as_of": min(days, default=None)})
