"""What a question asks, understood: the kind of answer wanted, and the meeting it is about.

Records only; index/meeting_records.py holds the other side, what the archive reports.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from index.meeting_records import Form, Status
from index.records import Record, When

Order = Literal["last", "first", "longest", "shortest"]


class Kind(StrEnum):
    """What the answer must tell; an invented question beside each."""

    WHEN = "when"  # When did Berg meet Stone?
    WHERE = "where"  # Where were the talks held?
    WHO = "who"  # Who took part? Whom did Berg meet in Oslo?
    WHETHER = "whether"  # Did Berg meet Stone in May 2019? Was the visit held?
    STATUS = "status"  # Is the visit confirmed? Held or planned? What became of it?
    TOPICS = "topics"  # What did Berg and Stone discuss? What is on the agenda?
    DURATION = "duration"  # How long did the talks last?
    COUNT = "count"  # How many times did Berg meet Stone?
    INTERVAL = "interval"  # How many days between the announcement and the meeting?
    ORDER = "order"  # Which came first, the visit to Oslo or the talks in Riga?
    LIST = "list"  # List the meetings of March 2019.
    COMPARE = "compare"  # Compare the topics of the talks in May with those in July.
    TRACE = "trace"  # How did the status of the visit change? (all reports in order)
    MOST = "most"  # Whom did Berg meet most often?
    TELLER = "teller"  # Who announced the visit? Who says so? Which outlets report it?
    SAID = "said"  # What did Berg say about the talks?
    ROLE_HOLDER = "role_holder"  # Who was the Polish foreign minister who spoke of the talks?
    CONTENT = "content"  # anything else: answered from passages


ONE_FACT = frozenset({Kind.WHEN, Kind.WHERE, Kind.DURATION})  # of one meeting


class Holder(Record):
    """Somebody whom reports name in an office, and the first and last day of those meetings."""

    name: str
    first: date | None
    last: date | None


class Post(Record):
    """An office of a country that one person at a time holds, as reports give it to somebody.

    `office` is its kind ("foreign minister"), `country` an ISO 3166-1 alpha-3 code; `first` and
    `last` are the days of the first and last meeting told so.
    """

    office: str
    country: str
    first: date | None
    last: date | None


class Party(Record):
    """Somebody a question names: the words as written; a name, a role or a country, or a group.

    `known_as` is how the archive spells it, where the question spells it otherwise; `holders` are
    those whom the archive knows in an office, `posts` the offices that it knows a person in.
    """

    words: str
    kind: Literal["person", "role", "country", "group"]
    known_as: str | None = None
    holders: tuple[Holder, ...] = ()
    posts: tuple[Post, ...] = ()

    @property
    def called(self) -> str:
        """The archive's spelling where it is known, else the question's."""
        return self.known_as or self.words


class About(Record):
    """The meeting that a question is about, as far as it says.

    `forms` is empty where the question speaks of no meeting at all; "meeting" stands for any form.
    `meal` is what it was held over where the question says so: "lunch", "dinner", "breakfast".
    `place` is the innermost that is named, `wider` what it lies in ("at the Grand Hotel, Oslo").
    `order` picks among several: the last, first, longest or shortest of those that fit. `before`
    and `after` limit by another day ("before July 2016": the period of that name, left out).
    `words` are the content words that say nothing of the above: topics and details ("sealed
    crate", "ferry"). `weekday` counts from Monday, 1, where a question says "on Friday" and no
    more: a report's day must be one. A day or month without its year has an EDTF with XXXX and no
    bounds: qa/question/when.py `may_be_in`. `said` are the words of this half of a question as they
    stand in it, where it has two.
    """

    parties: tuple[Party, ...] = ()
    forms: tuple[Form, ...] = ()
    meal: str | None = None
    place: str | None = None
    wider: str | None = None
    period: When | None = None
    before: When | None = None
    after: When | None = None
    weekday: int | None = None
    order: Order | None = None
    status: Status | None = None
    words: tuple[str, ...] = ()
    said: str = ""


class Pointed(Record):
    """What "that meeting" points at where a question says no more of it: the meeting or meetings
    that the question before was about, the kind of that question, and its answer.
    """

    about: About
    kind: Kind
    said: str


class Asked(Record):
    """A question, understood; `text` is complete even where the question leaned on the history.

    `also` holds what is asked besides ("where and when"); of a comparison, what is compared.
    `other` is the second meeting of an interval, an order or a comparison. `speakers` are those who
    say, confirm or announce; they are no parties of the meeting. `role` is the office that somebody
    unnamed is asked for ("which envoy", "the spokesman who"). `planned` is True where it asks about
    a plan ("is due to meet"), `open_pronoun` the pronoun that nobody can be found for, with
    `candidates` the people it may mean. `outlet` and `article` limit the evidence; `article` is an
    id or a title. `follows` tells that it leaned on the history; `listed` are the items
    of the list of which it asks after one ("And the second?"), `instead` who it asks after in
    another's place ("And the ministry?"), `pointed` what it points at if it says no more than
    "that meeting". `foreign` is a question that is
    not in English, `outside` one about nothing that an archive of news can tell ("Write me a
    poem").
    """

    text: str
    kind: Kind
    also: tuple[Kind, ...] = ()
    about: About
    other: About | None = None
    speakers: tuple[Party, ...] = ()
    role: str | None = None
    planned: bool = False
    outlet: str | None = None
    article: str | None = None
    open_pronoun: str | None = None
    candidates: tuple[str, ...] = ()
    follows: bool = False
    listed: tuple[str, ...] = ()
    instead: str = ""
    pointed: Pointed | None = None
    foreign: bool = False
    outside: bool = False
    asked_on: date
    as_of: date | None = None
