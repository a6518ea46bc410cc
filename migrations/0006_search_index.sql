-- Two full-text indexes over messages, both keyed by seq and without a copy of the text (content='').
--
-- message_words answers words, phrases, prefixes and filters at once: its second column holds facet tokens (type,
-- server, channel, author, deleted ...), so that one index intersects text and filters. Characters of scripts without
-- spaces, and symbols such as emoji, are indexed one by one (the app spaces them out), hence the category So.
--
-- message_trigrams answers substrings of three characters and more.
--
-- The app writes both in the same transaction as the rows (electron/messages/search-index.ts is the only place).

CREATE VIRTUAL TABLE message_words USING fts5(
  content,
  facets,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);

CREATE VIRTUAL TABLE message_trigrams USING fts5(
  content,
  content = '',
  contentless_delete = 1,
  tokenize = 'trigram remove_diacritics 1'
);
