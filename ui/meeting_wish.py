"""Which meetings a reader wants to see, as the address of the list says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args
from urllib.parse import urlencode

from index.records import Record

LONGEST = 200  # characters of a filter
View = Literal["list", "timeline", "network"]
FILTERS = ("who", "since", "until", "where", "topic", "status", "source", "as_of")


class Wish(Record):
    """The filters of the list, each "" where it does not limit, and what is shown of the rest."""

    who: str = ""
    since: str = ""
    until: str = ""
    where: str = ""
    topic: str = ""
    status: str = ""
    source: str = ""
    as_of: str = ""
    view: View = "list"
    page: int = 1

    def people(self) -> list[str]:
        """All who must have taken part."""
        return [name.strip() for name in re.split(r"[;,]", self.who) if name.strip()]

    def limits(self) -> bool:
        """Whether it asks for less than all by what `Archive.meetings` knows."""
        return bool(self.people() or self.since or self.until or self.where or self.status)

    def address(self, **changes: object) -> str:
        """The query of an address that asks for this, but for the changes."""
        told = self.model_copy(update=changes).model_dump(exclude_defaults=True)
        return urlencode(told)


def read_wish(query: Mapping[str, str]) -> Wish:
    """The wish of an address; what it does not know is passed over."""
    told = {name: query.get(name, "").strip()[:LONGEST] for name in FILTERS}
    view = query.get("view", "")
    told |= {"view": view} if view in get_args(View) else {}
    return Wish.model_validate({**told, "page": read_page(query)})


def read_page(query: Mapping[str, str]) -> int:
    """The page of a list that an address asks for, the first where it names none."""
    told = query.get("page", "")
    return max(1, int(told)) if told.isascii() and told.isdecimal() and len(told) < 8 else 1
