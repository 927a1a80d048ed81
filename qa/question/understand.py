"""A question, understood: what it asks, of which meeting, by whose word and as of when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.records import Turn
from qa.question.asked import Asked
from qa.question.deed import without_deed
from qa.question.did_so import name_what_was_done
from qa.question.follow_up import complete
from qa.question.kind_cues import FORM
from qa.question.known import Known
from qa.question.listed import list_pointed_at
from qa.question.otherwise import put_otherwise
from qa.question.put_in import name_what_follows
from qa.question.which_of_them import find_several

_EXCEPT = r"(?:apart|aside) from|besides|other than|in addition to|beyond|except(?: for)?"
_LEFT_OUT = rf"(?:{_EXCEPT}) (?:[\w’'-]+ ){{0,5}}?{FORM}"
_DEEDS = r"what (?:else )?(?:did|does|has|will) .*?\b(?:do|done)\b"
LEFT_OUT = re.compile(  # "Apart from the talks, what did she do in Riga?": all else is asked for
    rf"^(?:and )?{_LEFT_OUT}(?: [^,]+)?, (?P<asks>{_DEEDS}.*)|"
    rf"^(?P<asked>{_DEEDS}.*?),? {_LEFT_OUT}\W*$",
    re.IGNORECASE,
)


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
    text = put_otherwise(text)
    text = name_what_follows(name_what_was_done(without_left_out(text), history))
    reading = complete(text, asked_on=asked_on, history=history, known=known)
    asked = without_deed(reading.asked)
    days = [day for day in (as_of, asked.as_of) if day]
    listed = list_pointed_at(text, history)
    update = {"as_of": min(days, default=None), "listed": listed}
    several = {} if asked.open_pronoun else find_several(asked, text, history, known)
    return asked.model_copy(update=update | several)


def without_left_out(text: str) -> str:
    """A question for somebody's other deeds without the meeting that it leaves out."""
    match = LEFT_OUT.match(text.strip())
    if match is None:
        return text
    asks = match["asks"] or f"{match['asked']}?"
    return re.sub(
        r"^what (?!else\b)", "What else ", asks[:1].upper() + asks[1:], flags=re.IGNORECASE
    )
