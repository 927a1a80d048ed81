-- The catalogue as Dateline made it when its version was 5: its tables, and one note of each kind.
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
  candidates TEXT,
  dating VARCHAR,
  mentioned VARCHAR,
  chain TEXT,
  marks TEXT,
  PRIMARY KEY (id),
  UNIQUE (sha256)
);
CREATE TABLE corrections (
  id INTEGER NOT NULL,
  article VARCHAR NOT NULL,
  place TEXT,
  path TEXT NOT NULL,
  kind VARCHAR NOT NULL,
  wrong TEXT,
  "right" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  made VARCHAR NOT NULL,
  undone_by TEXT,
  undone VARCHAR,
  PRIMARY KEY (id)
);
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX articles_by_dating ON articles (dating);
CREATE INDEX articles_by_day ON articles (earliest, latest);
CREATE TABLE meetings (
  id VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  meeting TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE files (
  file TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  reading VARCHAR NOT NULL,
  PRIMARY KEY (file)
);
CREATE TABLE open_dates (
  article_id VARCHAR NOT NULL,
  days TEXT NOT NULL,
  PRIMARY KEY (article_id),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE mentions (
  id VARCHAR NOT NULL,
  article_id VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  mention TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE INDEX ix_mentions_article_id ON mentions (article_id);
CREATE TABLE times (
  article_id VARCHAR NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  time TEXT NOT NULL,
  PRIMARY KEY (article_id, start, "end"),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE meanings (
  article_id VARCHAR NOT NULL,
  chunks BLOB NOT NULL,
  sentences BLOB NOT NULL,
  PRIMARY KEY (article_id),
  FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
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
INSERT INTO notes VALUES ('version', '5'), ('generation', '1');
