-- The catalogue as Dateline made it when its version was 1: its tables, and one note of each kind.
CREATE TABLE notes (
  "key" VARCHAR NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY ("key")
);
CREATE TABLE articles (
  id VARCHAR NOT NULL,
  version VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  source TEXT,
  title TEXT,
  url TEXT,
  language VARCHAR,
  text TEXT NOT NULL,
  zones TEXT NOT NULL,
  dated TEXT,
  earliest VARCHAR,
  latest VARCHAR,
  located TEXT,
  PRIMARY KEY (id),
  UNIQUE (sha256)
);
CREATE INDEX articles_by_day ON articles (earliest, latest);
CREATE TABLE files (
  file TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  reading VARCHAR NOT NULL,
  PRIMARY KEY (file)
);
CREATE TABLE locations (
  location TEXT NOT NULL,
  number INTEGER NOT NULL,
  file TEXT NOT NULL,
  shown TEXT NOT NULL,
  own_id TEXT,
  article_id VARCHAR NOT NULL,
  PRIMARY KEY (location),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE INDEX ix_locations_file ON locations (file);
CREATE INDEX ix_locations_shown ON locations (shown);
CREATE INDEX ix_locations_article_id ON locations (article_id);
CREATE TABLE sentences (
  article_id VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  zone VARCHAR NOT NULL,
  PRIMARY KEY (article_id, start),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE chunks (
  number INTEGER NOT NULL,
  article_id VARCHAR NOT NULL,
  vector_id VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (number),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
  UNIQUE (vector_id)
);
CREATE INDEX ix_chunks_article_id ON chunks (article_id);
CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
CREATE VIRTUAL TABLE instances USING fts5vocab(words, instance);
INSERT INTO notes VALUES ('version', '1'), ('generation', '1');
