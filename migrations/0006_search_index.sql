-- The full-text index over messages, keyed by seq and without a copy of the text (content=''). It answers words, phrases,
-- prefixes and filters at once: its second column holds facet tokens (type, server, channel, author, deleted ...), so that
-- one index intersects text and filters. Characters of scripts without spaces, and symbols such as emoji, are indexed one
-- by one (the app spaces them out), hence the category So.
--
-- The app writes it in the same transaction as the rows (electron/messages/search-index.ts is the only place).

CREATE VIRTUAL TABLE message_words USING fts5(
  content,
  facets,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);

-- Every word that any message ever held, folded as in the index. Text inside words is looked for in this short list, and
-- the words that hold it in the index.
CREATE TABLE message_vocabulary (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;
