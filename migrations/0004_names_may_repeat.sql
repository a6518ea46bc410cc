-- Names may repeat: two backups of different days can hold two accounts, servers or guilds that bore one name. The
-- three tables are rebuilt without UNIQUE on the name, everything else as in the server's schema.

CREATE TABLE servers_rebuilt (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  capacity INTEGER DEFAULT 1000,
  current_population INTEGER DEFAULT 0,
  status TEXT DEFAULT 'online',

  language TEXT DEFAULT 'en',
  pvp_enabled BOOLEAN DEFAULT 1,
  level_range_min INTEGER DEFAULT 1,
  level_range_max INTEGER DEFAULT 120,

  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  import_id INTEGER REFERENCES imports(id),
  is_placeholder BOOLEAN NOT NULL DEFAULT 0,

  CHECK (status IN ('online', 'maintenance', 'offline')),
  CHECK (current_population <= capacity)
);

INSERT INTO servers_rebuilt (id, name, region, capacity, current_population, status, language, pvp_enabled, level_range_min, level_range_max, created_at, updated_at)
SELECT id, name, region, capacity, current_population, status, language, pvp_enabled, level_range_min, level_range_max, created_at, updated_at FROM servers;

DROP TABLE servers;
ALTER TABLE servers_rebuilt RENAME TO servers;

CREATE INDEX idx_servers_region ON servers(region);
CREATE INDEX idx_servers_status ON servers(status);

CREATE TABLE users_rebuilt (
  id TEXT PRIMARY KEY,
  username TEXT NOT NULL,
  email TEXT,
  password_hash TEXT,
  avatar_url TEXT,
  badge TEXT,
  level INTEGER DEFAULT 1,
  experience INTEGER DEFAULT 0,
  server_id TEXT NOT NULL,

  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  updated_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  last_login DATETIME,
  is_active BOOLEAN DEFAULT 1,
  two_factor_enabled BOOLEAN DEFAULT 0,
  import_id INTEGER REFERENCES imports(id),
  is_placeholder BOOLEAN NOT NULL DEFAULT 0,

  FOREIGN KEY (server_id) REFERENCES servers(id),
  CHECK (level >= 1 AND level <= 120)
);

INSERT INTO users_rebuilt (id, username, email, password_hash, avatar_url, badge, level, experience, server_id, created_at, updated_at, last_login, is_active, two_factor_enabled)
SELECT id, username, email, password_hash, avatar_url, badge, level, experience, server_id, created_at, updated_at, last_login, is_active, two_factor_enabled FROM users;

DROP TABLE users;
ALTER TABLE users_rebuilt RENAME TO users;

CREATE INDEX idx_users_username ON users(username);
CREATE INDEX idx_users_server_id ON users(server_id);
CREATE INDEX idx_users_created_at ON users(created_at DESC);
CREATE INDEX idx_users_level ON users(level);

CREATE TABLE guilds_rebuilt (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  server_id TEXT NOT NULL,
  leader_id TEXT NOT NULL,

  level INTEGER DEFAULT 1,
  treasury_balance INTEGER DEFAULT 0,
  member_count INTEGER DEFAULT 1,
  max_members INTEGER DEFAULT 500,

  territory TEXT,
  conquest_points INTEGER DEFAULT 0,
  war_status TEXT DEFAULT 'peace',

  created_at DATETIME DEFAULT CURRENT_TIMESTAMP,
  import_id INTEGER REFERENCES imports(id),

  FOREIGN KEY (server_id) REFERENCES servers(id),
  FOREIGN KEY (leader_id) REFERENCES users(id),
  CHECK (level >= 1 AND level <= 50),
  CHECK (war_status IN ('peace', 'active_war', 'conquered'))
);

INSERT INTO guilds_rebuilt (id, name, server_id, leader_id, level, treasury_balance, member_count, max_members, territory, conquest_points, war_status, created_at)
SELECT id, name, server_id, leader_id, level, treasury_balance, member_count, max_members, territory, conquest_points, war_status, created_at FROM guilds;

DROP TABLE guilds;
ALTER TABLE guilds_rebuilt RENAME TO guilds;

CREATE INDEX idx_guilds_server_id ON guilds(server_id);
CREATE INDEX idx_guilds_leader_id ON guilds(leader_id);
