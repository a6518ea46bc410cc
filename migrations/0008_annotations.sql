-- What a person keeps of their own, apart from the imported rows: stars, tags and notes, saved searches, the searches of
-- before, and which players are oneself. No foreign keys to imported rows: an annotation names its subject by the id that
-- the server gave it, so that it outlives an undo and is there again when the row comes back.

-- subject_kind: 'message' (direct messages too) or 'raid'. Without a CHECK, so that a new kind needs no new table; the
-- list of kinds is in shared/annotations/types.ts.
CREATE TABLE kept_stars (
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  starred_at DATETIME NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
) WITHOUT ROWID;

-- tag_key: the tag as search folds names (lower case, without accents); a subject has each tag once in whatever spelling.
CREATE TABLE kept_tags (
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  tag_key TEXT NOT NULL CHECK (tag_key <> ''),
  tag TEXT NOT NULL,
  tagged_at DATETIME NOT NULL,
  PRIMARY KEY (subject_kind, subject_id, tag_key)
) WITHOUT ROWID;

-- Which subjects have a tag, and which tags there are and how often.
CREATE INDEX idx_kept_tags_tag_key ON kept_tags(subject_kind, tag_key, tag, subject_id);

CREATE TABLE kept_notes (
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  note TEXT NOT NULL CHECK (note <> ''),
  updated_at DATETIME NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
);

-- name_key: the name in lower case, so that two saved searches never differ by case alone.
CREATE TABLE saved_searches (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at DATETIME NOT NULL
);

CREATE INDEX idx_saved_searches_position ON saved_searches(position, id);

-- The newest 500 different searches; the app takes older ones away.
CREATE TABLE search_history (
  query TEXT PRIMARY KEY,
  last_used_at DATETIME NOT NULL,
  use_count INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE INDEX idx_search_history_last_used_at ON search_history(last_used_at DESC, query);

-- The players who are oneself: what `from:me`, `to:me` and `mentions:me` stand for.
CREATE TABLE kept_me (
  user_id TEXT PRIMARY KEY
) WITHOUT ROWID;
