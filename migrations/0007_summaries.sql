-- Counts that a page shows at once, kept in the same transaction as the rows that they sum up
-- (electron/library/summaries.ts is the only writer).

CREATE TABLE summary_tables (
  table_name TEXT PRIMARY KEY,
  row_count INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE summary_users (
  user_id TEXT PRIMARY KEY,
  message_count INTEGER NOT NULL,
  first_message_seq INTEGER,
  last_message_seq INTEGER,
  raid_count INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE summary_channels (
  channel_id TEXT PRIMARY KEY,
  message_count INTEGER NOT NULL,
  first_message_seq INTEGER NOT NULL,
  last_message_seq INTEGER NOT NULL
) WITHOUT ROWID;

-- day: days since 1970-01-01 in UTC.
CREATE TABLE summary_days (
  day INTEGER NOT NULL,
  server_id TEXT NOT NULL,
  type TEXT NOT NULL,
  message_count INTEGER NOT NULL,
  PRIMARY KEY (day, server_id, type)
) WITHOUT ROWID;
