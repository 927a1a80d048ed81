"""The catalogue's tables. A change of any of them is a new `VERSION` and a step in `store.py`."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 6

metadata = MetaData()

# Key and value: the catalogue's version, its generation, the settings it was made with.
notes = Table(
    "notes", metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip

articles = Table(
    "articles", metadata,
    Column("id", String, primary_key=True),
    Column("version", String, nullable=False),  # of text, title and settings: what vectors hang on
    Column("sha256", String, nullable=False, unique=True),
    Column("source", Text), Column("title", Text), Column("url", Text), Column("language", String),
    Column("text", Text, nullable=False),
    Column("zones", Text, nullable=False),  # JSON: [[kind, start, end], …]
    Column("dated", Text),  # JSON: a When
    Column("earliest", String), Column("latest", String),  # ISO days, for filters
    Column("located", Text),
    Column("candidates", Text),  # JSON: every DateCandidate
    Column("dating", String),  # how far it is dated (index/dating_pass.py); null: not yet
    Column("mentioned", String),  # what its mentions were made of (index/mention_pass.py)
    Column("chain", Text),  # JSON: who wrote it first, then who carried it
    Column("marks", Text),  # JSON: [[start, label], …], where pages or paragraphs begin
)  # fmt: skip

# What the own text of an article leaves of the days, where it does not settle them.
open_dates = Table(
    "open_dates", metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("days", Text, nullable=False),  # JSON: an OpenDate
)  # fmt: skip

# Time expressions, reports of meetings, and the meetings that these tell of: all derived,
# and made anew where need be.
mentions = Table(
    "mentions", metadata,
    Column("id", String, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("mention", Text, nullable=False),  # JSON
)  # fmt: skip

times = Table(
    "times", metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("time", Text, nullable=False),  # JSON: a TimeExpression
)  # fmt: skip

meetings = Table(
    "meetings", metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),  # in order of date
    Column("meeting", Text, nullable=False),  # JSON
)  # fmt: skip

# What meetings are looked up by. The tables are made where they are missing when meetings are
# written, so no step in `store.py` makes them; a meeting that they do not know is read anyway.
look_ups = MetaData()
meeting_days = Table(
    "meeting_days", look_ups,
    Column("id", String, primary_key=True),  # of a meeting
    Column("earliest", String), Column("latest", String),  # ISO days; null: no date at all
    Column("status", String, nullable=False),
    Column("country", String),
    Column("places", Text, nullable=False),  # place and venue, folded
)  # fmt: skip

meeting_keys = Table(
    "meeting_keys", look_ups,
    Column("key", String, primary_key=True),  # see index/meeting_keys.py
    Column("id", String, primary_key=True),
)  # fmt: skip

# Packed vectors (index/meanings.py) of the chunks in order, and of the sentences that may answer.
meanings = Table(
    "meanings", metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("chunks", LargeBinary, nullable=False),
    Column("sentences", LargeBinary, nullable=False),
)  # fmt: skip

# Where articles were read: absolute path, with "#n" for the n-th story of a file.
locations = Table(
    "locations", metadata,
    Column("location", Text, primary_key=True),
    Column("number", Integer, nullable=False),  # when this text was first read in this file
    Column("file", Text, nullable=False, index=True),
    Column("shown", Text, nullable=False, index=True),
    Column("own_id", Text),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
)  # fmt: skip

# What was read of each file, so that an unchanged one is passed over without opening it.
files = Table(
    "files", metadata,
    Column("file", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("modified", Integer, nullable=False),  # nanoseconds
    Column("reading", String, nullable=False),  # version of the reading and of the settings
)  # fmt: skip

# What was corrected by hand (index/corrections.py). It hangs on no row of another table, so that it
# outlives its article and stands again when that comes back.
corrections = Table(
    "corrections", metadata,
    Column("id", Integer, primary_key=True),
    Column("article", String, nullable=False), Column("place", Text),  # as in `locations`
    Column("path", Text, nullable=False),
    Column("kind", String, nullable=False),  # "date" or "name"
    Column("wrong", Text), Column("right", Text, nullable=False),
    Column("by", Text, nullable=False), Column("made", String, nullable=False),
    Column("undone_by", Text), Column("undone", String),
)  # fmt: skip

# What a language model proposed of an article's text (index/proposals.py), and as what it read it.
proposals = Table(
    "proposals", metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", String, nullable=False),  # of the text that it read
    Column("model", String, nullable=False),
    Column("read_by", String, nullable=False),  # the model, the question and the rules
    Column("proposals", Text, nullable=False),  # JSON: a list of Proposal
)  # fmt: skip

sentences = Table(
    "sentences", metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("zone", String, nullable=False),
)  # fmt: skip

chunks = Table(
    "chunks", metadata,
    Column("number", Integer, primary_key=True),  # the row of the full-text index
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("vector_id", String, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)  # fmt: skip

Index("articles_by_day", articles.c.earliest, articles.c.latest)
Index("articles_by_dating", articles.c.dating)
Index("articles_by_source", articles.c.source)

# SQLite's own full-text index: BM25, accents folded, words stemmed.
FULL_TEXT = {
    "words": "CREATE VIRTUAL TABLE words USING fts5"
    "(title, text, tokenize = 'porter unicode61 remove_diacritics 2')",
    "vocabulary": "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row)",
    "instances": "CREATE VIRTUAL TABLE instances USING fts5vocab(words, instance)",
}
