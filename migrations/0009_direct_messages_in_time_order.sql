-- Direct messages beside messages in one time order: seq = (unix seconds << 20) + (1 << 19) + place within the second, the
-- place counted as for messages, which keep to the lower half of each second (in second 0, where those of unknown time
-- stand, they may be more: direct messages come behind them). One full-text index then holds both, and its hits come in
-- one order.

ALTER TABLE direct_messages ADD COLUMN seq INTEGER;

UPDATE direct_messages SET seq = placed.seq
FROM (
  SELECT rowid AS held, (second << 20)
    + iif(second = 0, max(1 << 19, (SELECT count(*) FROM messages WHERE seq < 1 << 21)), 1 << 19)
    + row_number() OVER (PARTITION BY second ORDER BY created_at, length(id), id) - 1 AS seq
  FROM (SELECT rowid, id, created_at, coalesce(unixepoch(created_at), 0) AS second FROM direct_messages)
) AS placed
WHERE direct_messages.rowid = placed.held;

CREATE UNIQUE INDEX idx_dm_seq ON direct_messages(seq);

-- Which messages have a reaction, newest last.
CREATE TABLE summary_reactions (
  reaction TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (reaction, seq)
) WITHOUT ROWID;

-- kind: 'channel', 'guild', 'party' or 'raid' (key_a is its id, key_b is empty), or 'direct': all that two users wrote to
-- each other, as direct messages or as messages of type dm (key_a <= key_b are their ids). Only direct messages can be
-- unread.
CREATE TABLE summary_conversations (
  kind TEXT NOT NULL,
  key_a TEXT NOT NULL,
  key_b TEXT NOT NULL,
  message_count INTEGER NOT NULL,
  unread_count INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  PRIMARY KEY (kind, key_a, key_b)
) WITHOUT ROWID;

CREATE INDEX idx_summary_conversations_last_seq ON summary_conversations(kind, last_seq DESC);

-- What the full-text index and the summaries were made by: an app that makes them otherwise makes them anew when it opens
-- the library. 1: as before this file.
CREATE TABLE derived_contents (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO derived_contents (name, version) VALUES ('search', 1);
