import { holdsText } from './holds-text.ts';
import type { Database } from '../library/open-database.ts';
import { emptySql, literal, sql, type SqlFragment } from '../library/sql.ts';
import { spaceOut } from '../../shared/messages/query/spacing.ts';

/**
 * The only writer of `message_words` and `message_vocabulary`, and the one place that says what stands in them: the
 * message's text (spaced out where it is not plain ASCII) and its facet tokens. Whoever writes messages calls
 * `unindexMessages` for the rows as they were and `indexMessages` for the rows as they are, in the same transaction.
 *
 * Facet tokens, one word each, told apart by their first letter:
 *
 *     t<type>  s<server>  c<channel>  u<author>  r<raid of the metadata>  dy|dn deleted or not  ey edited
 *
 * Ids are made safe for the tokenizer without losing a difference (`encodeId`).
 */
export type FacetKind = 'type' | 'server' | 'channel' | 'author' | 'raid' | 'deleted' | 'edited';

const facetLetters = {
  type: 't',
  server: 's',
  channel: 'c',
  author: 'u',
  raid: 'r',
  deleted: 'd',
  edited: 'e',
} as const;

/** The token that `facetsSql` writes for this value. `deleted` and `edited` take `y` or `n` (`edited` is never `n`). */
export function facetToken(kind: FacetKind, value: string): string {
  const isId = kind === 'server' || kind === 'channel' || kind === 'author' || kind === 'raid';
  return facetLetters[kind] + (isId ? encodeId(value) : value);
}

const lowerCaseUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A lower-case UUID without its hyphens; any other id as `x` and the hexadecimal digits of its UTF-8 bytes. */
function encodeId(id: string): string {
  return lowerCaseUuid.test(id) ? id.replaceAll('-', '') : `x${Buffer.from(id, 'utf8').toString('hex')}`;
}

/**
 * `encodeId` in SQL. 36 bytes with hyphens in four places and 16 bytes of hexadecimal are a UUID; one GLOB with a class
 * for each digit says the same but costs twice as much for a million rows.
 */
function encodeIdSql(id: SqlFragment): SqlFragment {
  return sql`iif(octet_length(${id}) = 36 AND ${id} GLOB '????????-????-????-????-????????????'
      AND octet_length(unhex(${id}, '-')) = 16 AND ${id} = lower(${id}),
    replace(${id}, '-', ''), 'x' || lower(hex(${id})))`;
}

/**
 * The facet tokens of a row of `messages`, parted by blanks: an expression of plain SQL. Metadata that is not JSON, or
 * has no `raid_id`, gives no token.
 */
export function facetsSql(alias: SqlFragment): SqlFragment {
  const raidId = sql`CASE WHEN instr(${alias}.metadata, 'raid_id') AND json_valid(${alias}.metadata) THEN json_extract(${alias}.metadata, '$.raid_id') END`;
  return sql`concat_ws(' ',
    't' || ${alias}.type,
    's' || ${encodeIdSql(sql`${alias}.server_id`)},
    CASE WHEN ${alias}.channel_id IS NOT NULL THEN 'c' || ${encodeIdSql(sql`${alias}.channel_id`)} END,
    'u' || ${encodeIdSql(sql`${alias}.user_id`)},
    CASE WHEN ${alias}.is_deleted THEN 'dy' ELSE 'dn' END,
    CASE WHEN ${alias}.edited_at IS NOT NULL THEN 'ey' END,
    (SELECT 'r' || ${encodeIdSql(sql`raid_id`)} FROM (SELECT CAST(${raidId} AS TEXT) AS raid_id) WHERE raid_id IS NOT NULL))`;
}

/**
 * Adds the SQL functions of indexing and searching to a connection.
 *
 * `raidscope_spaced(text)`: the text with blanks around each character of a script without spaces and each symbol.
 * `raidscope_holds(text, part)`: 1 if the folded `part` stands anywhere in the text.
 */
export function registerSearchFunctions(database: Database): void {
  database.function('raidscope_spaced', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? spaceOut(text) : text,
  );
  database.function('raidscope_holds', { deterministic: true, directOnly: true }, (text: unknown, part: unknown) =>
    holdsText(String(text), String(part)) ? 1 : 0,
  );
}

/** The text of a row of `messages` as the index takes it; plain ASCII never leaves SQLite. */
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
  if (count > rowsWorthListingAllWords) listWords(database);
  else addWords(database, where);
  return count;
}

/** From so many rows on, listing the words of the whole index is taken to be cheaper than indexing the rows once more. */
const rowsWorthListingAllWords = 50_000;

/** The words of the whole index: 1.2 s where it holds a million messages. */
function listWords(database: Database): void {
  database.exec(`CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(main, message_words, 'col')`);
  database.exec(
    `INSERT OR IGNORE INTO message_vocabulary (word) SELECT term FROM temp.index_words WHERE col = 'content'`,
  );
  database.exec('DROP TABLE temp.index_words');
}

/** The words of a few messages, by way of an index of their own. */
function addWords(database: Database, where: SqlFragment): void {
  const tokenizer = tokenizerOfIndex(database);
  database.exec(
    sql`CREATE VIRTUAL TABLE temp.new_words USING fts5(content, content = '', tokenize = ${literal(tokenizer)})`.text,
  );
  database.exec(`CREATE VIRTUAL TABLE temp.index_words USING fts5vocab(temp, new_words, 'row')`);
  run(
    database,
    sql`INSERT INTO temp.new_words (rowid, content) SELECT m.seq, ${contentSql(sql`m`)} FROM messages AS m WHERE ${where}`,
  );
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

/** As `unindexMessages` for all of them, in no time. */
export function unindexAllMessages(database: Database): void {
  database.exec(`INSERT INTO message_words (message_words) VALUES ('delete-all'); DELETE FROM message_vocabulary`);
}

function run(database: Database, statement: SqlFragment): number {
  return database.prepare(statement.text).run(...statement.parameters).changes;
}
