-- What a raid's page, lists of raids and statistics of players show at once, kept in the same transaction as the rows that
-- they sum up (electron/raids/summarise-raids.ts is the only writer).

-- One row for each row of raids, numbered in the order in which they began. Seconds since 1970, UTC. began_at: start_time,
-- else created_at. ended_at: end_time where it is not before the start, else the start and the duration. seconds:
-- duration_seconds, else end minus start where that is not negative. guild_id: the guild of which more than half of the
-- participants are members. composition: [[role, class, players], ...].
CREATE TABLE summary_raids (
  number INTEGER PRIMARY KEY,
  raid_id TEXT NOT NULL UNIQUE,
  server_id TEXT NOT NULL,
  began_at INTEGER,
  started_at INTEGER,
  ended_at INTEGER,
  seconds INTEGER,
  guild_id TEXT,
  listed_count INTEGER NOT NULL,
  deaths INTEGER,
  damage INTEGER,
  healing INTEGER,
  damage_taken INTEGER,
  composition JSON
);

CREATE INDEX idx_summary_raids_started_at ON summary_raids(server_id, started_at);

-- The rows of raid_participants, those of a player side by side. percentile: share of the other performances on the same boss,
-- difficulty and role that were lower per second (healing of healers, damage of all others), 0-1; NULL without a rate or
-- without others.
CREATE TABLE summary_performances (
  user_id TEXT NOT NULL,
  role TEXT NOT NULL,
  class TEXT NOT NULL,
  raid_number INTEGER NOT NULL,
  damage INTEGER NOT NULL,
  healing INTEGER NOT NULL,
  damage_taken INTEGER NOT NULL,
  deaths INTEGER NOT NULL,
  uptime_percentage INTEGER NOT NULL,
  percentile REAL,
  compared_count INTEGER NOT NULL,
  PRIMARY KEY (user_id, role, class, raid_number)
) WITHOUT ROWID;

CREATE INDEX idx_summary_performances_raid_number ON summary_performances(raid_number, user_id);

-- What happened in a raid and when. source 'message': a message whose metadata names the raid (source_key is its seq);
-- 'message_by_time': a message of type raid that names none, written on the raid's server while it went on. Readers of
-- other logs add rows under names of their own. event: as the source says; NULL: nothing but talk, or a sample of health.
CREATE TABLE raid_events (
  raid_id TEXT NOT NULL,
  -- Milliseconds since 1970, UTC.
  at_ms INTEGER NOT NULL,
  source TEXT NOT NULL,
  source_key INTEGER NOT NULL,
  event TEXT,
  boss_health REAL CHECK (boss_health BETWEEN 0 AND 100),
  -- Whom it happened to.
  user_id TEXT,
  detail JSON,
  PRIMARY KEY (raid_id, at_ms, source, source_key)
) WITHOUT ROWID;

-- A person's marks on time lines: of a raid (by the id that the server gave it), or (NULL) of the time line of nights.
CREATE TABLE kept_marks (
  id INTEGER PRIMARY KEY,
  raid_id TEXT,
  at_ms INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  created_at DATETIME NOT NULL,
  updated_at DATETIME NOT NULL
);

CREATE INDEX idx_kept_marks_raid_id ON kept_marks(raid_id, at_ms);

-- Older libraries have their raids summed up when they are opened, without making their search index anew.
INSERT INTO derived_contents (name, version) VALUES ('raids', 0);
