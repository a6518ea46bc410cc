import { holdsText } from './holds-text.ts';
import type { Database } from '../library/open-database.ts';
import { emptySql, literal, sql, type SqlFragment } from '../library/sql.ts';
import { spaceOut } from '../../shared/query/spacing.ts';
import { directFacetsSql, facetsSql, findToldColumns, registerFacetFunctions } from './facet-tokens.ts';

/**
 * The only writer of `message_words` and `message_vocabulary`, and the one place that says what stands in them: the
 * message's text (spaced out where it is not plain ASCII) and its facet tokens (`facet-tokens.ts`), for messages and direct
 * messages alike; `seq` tells them apart. Whoever writes messages calls `unindexMessages` for the rows as they were and
 * `indexMessages` for the rows as they are, in the same transaction; likewise for direct messages. Whoever changes what
 * is written raises `derivedContentsVersions.search`.
 */

/**
 * Adds the SQL functions of indexing and searching to a connection.
 *
 * `raidscope_spaced(text)`: the text with blanks around each character of a script without spaces and each symbol.
 * `raidscope_length(text)`: how many characters it has, also behind a NUL.
 * `raidscope_holds(text, part)`: 1 if the folded `part` stands anywhere in the text.
 */
export function registerSearchFunctions(database: Database): void {
  registerFacetFunctions(database);
  database.function('raidscope_spaced', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? spaceOut(text) : text,
  );
  database.function('raidscope_length', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? Array.from(text).length : null,
  );
  database.function('raidscope_holds', { deterministic: true, directOnly: true }, (text: unknown, part: unknown) =>
    holdsText(String(text), String(part)) ? 1 : 0,
  );
}

/** The text of a message as the index takes it; plain ASCII never leaves SQLite. */
function contentSql(alias: SqlFragment): SqlFragment {
  return sql`CASE WHEN octet_length(${alias}.content) = length(${alias}.content) THEN ${alias}.content ELSE raidscope_spaced(${alias}.content) END`;
}

/**
 * What keeps a bulk load fast: a large share of the new index in memory before it is written, and no merging of what was
 * just written. With 32 MiB a million messages of 80 characters took 6.7 s instead of 11.8 s (2 cores); 16 MiB take no
 * longer in `npm run bench -- --only import`, and keep the import within its memory. Both settings stand in the
 * transaction: roll back, and they are gone with the rest.
 */
const bulkHashBytes = 16 * 1024 * 1024;
const defaultHashBytes = 1024 * 1024;
const defaultAutomerge = 4;

/** Call in the transaction before many calls of `indexMessages`, and `finishBulkIndexing` after the last. */
export function prepareBulkIndexing(database: Database): void {
  configure(database, bulkHashBytes, 0);
}

/** Back to the settings for small changes; later writes merge what the bulk load left in pieces, a little each time. */
export function finishBulkIndexing(database: Database): void {
  // Gives back the memory now, rather than at commit.
  database.exec(`INSERT INTO message_words (message_words) VALUES ('flush')`);
  configure(database, defaultHashBytes, defaultAutomerge);
}

function configure(database: Database, hashBytes: number, automerge: number): void {
  const set = (option: string, value: number): void => {
    run(database, sql`INSERT INTO message_words (message_words, rank) VALUES (${literal(option)}, ${literal(value)})`);
  };
  set('hashsize', hashBytes);
  set('automerge', automerge);
}

export interface IndexOptions {
  /** Evaluated for each row, before `where`: a SQL function that throws stops the work. */
  readonly tick?: SqlFragment;
}

/**
 * Puts rows of `messages` (alias `m`) that match `where` into the index, in time order, and their words into the
 * vocabulary, in the caller's transaction. They must not be in the index already. Answers how many there were.
 */
export function indexMessages(database: Database, where: SqlFragment, options: IndexOptions = {}): number {
  const alias = sql`m`;
  const rows = sql`FROM messages AS m WHERE ${options.tick === undefined ? emptySql : sql`${options.tick} AND `}(${where}) ORDER BY m.seq`;
  const count = run(
    database,
    sql`INSERT INTO message_words (rowid, content, facets) SELECT m.seq, ${contentSql(alias)}, ${facetsSql(alias)} ${rows}`,
  );
  listWords(database, count, sql`SELECT m.seq, ${contentSql(alias)} FROM messages AS m WHERE ${where}`);
  return count;
}

/** As `indexMessages` for rows of `direct_messages` (alias `d`); they must have their `seq`. */
export function indexDirectMessages(database: Database, where: SqlFragment): number {
  const alias = sql`d`;
  const count = run(
    database,
    sql`INSERT INTO message_words (rowid, content, facets)
      SELECT d.seq, ${contentSql(alias)}, ${directFacetsSql(alias, sql`sender`)}
      FROM direct_messages AS d LEFT JOIN users AS sender ON sender.id = d.from_user_id WHERE ${where} ORDER BY d.seq`,
  );
  listWords(database, count, sql`SELECT d.seq, ${contentSql(alias)} FROM direct_messages AS d WHERE ${where}`);
  return count;
}

/**
 * Puts every message and direct message into the index, which must be empty: as `indexMessages` and `indexDirectMessages`
 * for all rows, but in one pass in time order, which saves writing parts of the index twice.
 */
export function indexEverything(database: Database, options: IndexOptions = {}): void {
  const tick = options.tick ?? sql`TRUE`;
  const [message, direct] = [sql`m`, sql`d`];
  run(
    database,
    sql`INSERT INTO message_words (rowid, content, facets)
      SELECT m.seq AS place, ${contentSql(message)}, ${facetsSql(message, findToldColumns(database))} FROM messages AS m WHERE ${tick}
      UNION ALL
      SELECT d.seq, ${contentSql(direct)}, ${directFacetsSql(direct, sql`sender`)}
      FROM direct_messages AS d LEFT JOIN users AS sender ON sender.id = d.from_user_id WHERE d.seq IS NOT NULL
      ORDER BY place`,
  );
  listAllWords(database);
}

/** Puts the words of rows that were just indexed into the vocabulary. `texts`: their places and texts. */
function listWords(database: Database, count: number, texts: SqlFragment): void {
  if (count > rowsWorthListingAllWords) listAllWords(database);
  else if (count > 0) addWords(database, texts);
}

/** From so many rows on, listing the words of the whole index is taken to be cheaper than indexing the rows once more. */
const rowsWorthListingAllWords = 50_000;

/** The words of the whole index: 1.2 s where it holds a million messages. */
function listAllWords(database: Database): void {
  database.exec(`CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(main, message_words, 'col')`);
  database.exec(
    `INSERT OR IGNORE INTO message_vocabulary (word) SELECT term FROM temp.index_words WHERE col = 'content'`,
  );
  database.exec('DROP TABLE temp.index_words');
}

/** The words of a few messages, by way of an index of their own. */
function addWords(database: Database, texts: SqlFragment): void {
  const tokenizer = tokenizerOfIndex(database);
  database.exec(
    sql`CREATE VIRTUAL TABLE temp.new_words USING fts5(content, content = '', tokenize = ${literal(tokenizer)})`.text,
  );
  database.exec(`CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(temp, new_words, 'row')`);
  run(database, sql`INSERT INTO temp.new_words (rowid, content) ${texts}`);
  database.exec('INSERT OR IGNORE INTO message_vocabulary (word) SELECT term FROM temp.index_words');
  database.exec('DROP TABLE temp.index_words; DROP TABLE temp.new_words');
}

/** The tokenizer of `message_words`, as its own definition words it. */
function tokenizerOfIndex(database: Database): string {
  const definition = String(
    database.prepare("SELECT sql FROM main.sqlite_schema WHERE name = 'message_words'").pluck().get(),
  );
  const tokenizer = /tokenize = "([^"]+)"/.exec(definition)?.[1];
  if (tokenizer === undefined) throw new Error('The index of messages has no tokenizer');
  return tokenizer;
}

/**
 * Takes rows of `messages` (alias `m`) that match `where` out of the index; call it while the rows are still there. Rows
 * that are not indexed are passed over. Their words stay in the vocabulary, where a word too many costs nothing.
 */
export function unindexMessages(database: Database, where: SqlFragment): void {
  run(database, sql`DELETE FROM message_words WHERE rowid IN (SELECT m.seq FROM messages AS m WHERE ${where})`);
}

/** As `unindexMessages` for rows of `direct_messages` (alias `d`). */
export function unindexDirectMessages(database: Database, where: SqlFragment): void {
  run(
    database,
    sql`DELETE FROM message_words WHERE rowid IN (SELECT d.seq FROM direct_messages AS d WHERE d.seq IS NOT NULL AND (${where}))`,
  );
}

/** Takes everything out of the index, messages and direct messages, in no time. */
export function emptyIndex(database: Database): void {
  database.exec(`INSERT INTO message_words (message_words) VALUES ('delete-all'); DELETE FROM message_vocabulary`);
}

function run(database: Database, statement: SqlFragment): number {
  return database.prepare(statement.text).run(...statement.parameters).changes;
}
