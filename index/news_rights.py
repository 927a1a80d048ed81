"""What an agency has not released: stories that are withheld, taken back or under embargo.

The words are those of the IPTC's publishing status (NewsML-G2, ninjs, NITF's management status).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from index.errors import UnreadableSource

TAKEN_BACK = {
    "canceled": "was canceled by who sent it",
    "cancelled": "was canceled by who sent it",
    "withheld": "is withheld by who sent it",
    "killed": "was killed by who sent it",
}


def refuse_unpublished(
    status: str | None, embargoed: str | None, now: datetime, shown: str
) -> None:
    """Raises UnreadableSource for a story that may not be used, or not yet.

    `status` may stand with its scheme ("stat:withheld"); `embargoed` is ISO 8601, a day alone
    counting to its end; one that cannot be read counts as still lasting.
    """
    word = re.split(r"[:/]", (status or "").strip().lower())[-1]
    if word in TAKEN_BACK:
        raise UnreadableSource(
            shown, f"{TAKEN_BACK[word]} and is left out; ask them before you use it"
        )
    if embargoed and not _is_past(embargoed, now):
        raise UnreadableSource(
            shown, f"is under embargo until {embargoed}; index it again after that"
        )


def _is_past(moment: str, now: datetime) -> bool:
    try:
        told = datetime.fromisoformat(moment.strip())
    except ValueError:
        return False
    if len(moment.strip()) <= len("2024-03-11"):
        told = told.replace(hour=23, minute=59)
    return (told if told.tzinfo else told.replace(tzinfo=UTC)) < now
