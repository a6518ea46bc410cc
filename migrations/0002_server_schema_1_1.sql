-- The game server's schema, version 1.1.

ALTER TABLE messages ADD COLUMN edited_at DATETIME;
ALTER TABLE users ADD COLUMN two_factor_enabled BOOLEAN DEFAULT 0;
CREATE TABLE message_reactions (
  message_id TEXT,
  user_id TEXT,
  reaction TEXT,
  PRIMARY KEY (message_id, user_id, reaction),
  FOREIGN KEY (message_id) REFERENCES messages(id),
  FOREIGN KEY (user_id) REFERENCES users(id)
);
