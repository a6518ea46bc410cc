-- What came from where. An import can be explained (counts, rows left out and why) and undone: every imported row
-- names the import whose version of it the library holds (import_id), and import_overlaps remembers what other
-- imports said of the same row.

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  source_name TEXT NOT NULL,
  source_path TEXT NOT NULL,
  source_size_bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  schema_version TEXT NOT NULL,
  -- Newest moment that the file speaks of: where rows carry no updated_at, the file that saw later wins.
  as_of DATETIME,
  started_at DATETIME NOT NULL,
  duration_ms INTEGER,
  ignored JSON NOT NULL DEFAULT '[]',
  undone_at DATETIME
);

CREATE TABLE import_tables (
  import_id INTEGER NOT NULL REFERENCES imports(id),
  table_name TEXT NOT NULL,
  added INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  PRIMARY KEY (import_id, table_name)
) WITHOUT ROWID;

-- severity: 'rejected' = the row is not in its table; 'mended' = it is, with one value changed or a parent made up;
-- 'waiting' = a sound row whose parent has not come yet: a later import that brings the parent lets it in.
CREATE TABLE import_issues (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports(id),
  table_name TEXT NOT NULL,
  row_id TEXT,
  severity TEXT NOT NULL CHECK (severity IN ('rejected', 'mended', 'waiting')),
  reason TEXT NOT NULL,
  detail TEXT,
  row_image JSON
);

CREATE INDEX idx_import_issues_import_id ON import_issues(import_id, id);
CREATE INDEX idx_import_issues_waiting ON import_issues(table_name) WHERE severity = 'waiting';

-- One row for each import that brought a row which another import holds. row_key is the message's seq, elsewhere the
-- primary key (parts joined by char(31)). row_image NULL: the same as what the library holds.
CREATE TABLE import_overlaps (
  table_name TEXT NOT NULL,
  row_key NOT NULL,
  import_id INTEGER NOT NULL REFERENCES imports(id),
  row_image JSON,
  PRIMARY KEY (table_name, row_key, import_id)
) WITHOUT ROWID;

ALTER TABLE channels ADD COLUMN import_id INTEGER REFERENCES imports(id);
-- A parent that a file names but lacks (an author, a channel, a server): made up so that its children can stay.
ALTER TABLE channels ADD COLUMN is_placeholder BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE raids ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE raid_participants ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE parties ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE party_members ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE guild_members ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE direct_messages ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE sessions ADD COLUMN import_id INTEGER REFERENCES imports(id);
ALTER TABLE message_reactions ADD COLUMN import_id INTEGER REFERENCES imports(id);
