import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { singleNumber } from '../library/run-sql.ts';
import { identifier, literal, sql, type SqlFragment } from '../library/sql.ts';
import { textMarks } from './text-marks.ts';

/**
 * What stands in the second column of `message_words`: facet tokens, one word each, told apart by their first letter.
 *
 *     t<type>  s<server>  c<channel>  u<author>  o<recipient>
 *     r<raid>  k<party>  y<guild>  b<boss>  v<event>  p<percent of the boss's health>   of the metadata
 *     dy deleted  ey edited  wn unread
 *     hl link  hm mention  he emoji  hn number  g<script>  l<length>   of the text, see `textMarks`
 *
 * Every message has `t`, `s` and `u`. A direct message has type `dm`, and the server of its sender. Only messages of type
 * `dm` have `o`, which the metadata gives as `to_user_id`.
 */
const kinds = {
  type: { letter: 't', value: 'word' },
  server: { letter: 's', value: 'id' },
  channel: { letter: 'c', value: 'id' },
  author: { letter: 'u', value: 'id' },
  recipient: { letter: 'o', value: 'text' },
  raid: { letter: 'r', value: 'text' },
  party: { letter: 'k', value: 'text' },
  guild: { letter: 'y', value: 'text' },
  boss: { letter: 'b', value: 'name' },
  event: { letter: 'v', value: 'name' },
  /** A whole number from 0 to 100. */
  bossHealth: { letter: 'p', value: 'word' },
  /** `y`. */
  deleted: { letter: 'd', value: 'word' },
  /** `y`. */
  edited: { letter: 'e', value: 'word' },
  /** `n`: a direct message that was not read. */
  read: { letter: 'w', value: 'word' },
  /** `l` link, `m` mention, `e` emoji, `n` number. */
  has: { letter: 'h', value: 'word' },
  /** `hani`, `kana`, `hang`, `cyrl`, `thai`, `arab`, `grek`, `hebr` or `deva`. */
  script: { letter: 'g', value: 'word' },
  /** k for 2^k up to 2^(k+1) - 1 characters, from 7 on. */
  length: { letter: 'l', value: 'word' },
} as const;

export type FacetKind = keyof typeof kinds;

/** Every kind of facet token. */
export const facetKinds = Object.keys(kinds) as readonly FacetKind[]; // the keys of the object that FacetKind is made of

/** What all tokens of a kind begin with, and no others. */
export function facetLetter(kind: FacetKind): string {
  return kinds[kind].letter;
}

/** The token that the index holds for this value. Names (of bosses and events) may be given in any spelling. */
export function facetToken(kind: FacetKind, value: string): string {
  const { letter, value: form } = kinds[kind];
  switch (form) {
    case 'id':
      return letter + encodeId(value);
    case 'text':
      return letter + encodeText(value);
    case 'name':
      return letter + encodeText(foldForSubstring(value));
    case 'word':
      return letter + value;
  }
}

/** What a token stands for: `facetToken` turned around, names folded. Null for what is no facet token. */
export function readFacetToken(token: string): { readonly kind: FacetKind; readonly value: string } | null {
  const kind = facetKinds.find((known) => kinds[known].letter === token.charAt(0));
  if (kind === undefined) return null;
  const encoded = token.slice(1);
  const form = kinds[kind].value;
  return { kind, value: form === 'word' ? encoded : form === 'id' ? decodeId(encoded) : decodeText(encoded) };
}

function decodeId(encoded: string): string {
  if (encoded.startsWith('x')) return decodeText(encoded.slice(1));
  return encoded.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function decodeText(encoded: string): string {
  return Buffer.from(encoded, 'hex').toString('utf8');
}

const lowerCaseUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The hexadecimal digits of its UTF-8 bytes. The index does not mind their case. */
function encodeText(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex').toUpperCase();
}

/** A lower-case UUID without its hyphens, which is shorter; any other id as `x` and the hexadecimal digits of its UTF-8 bytes. */
function encodeId(id: string): string {
  return lowerCaseUuid.test(id) ? id.replaceAll('-', '') : `x${Buffer.from(id, 'utf8').toString('hex')}`;
}

/**
 * `encodeId` in SQL. 36 bytes with hyphens in four places and 16 bytes of hexadecimal are a UUID; one GLOB with a class
 * for each digit says the same but costs twice as much for a million rows.
 */
function encodeIdSql(id: SqlFragment, isTold = false): SqlFragment {
  const isUuid = isTold ? sql`octet_length(${id}) = 36` : isLowerCaseUuid(id);
  return sql`iif(${isUuid}, replace(${id}, '-', ''), 'x' || lower(hex(${id})))`;
}

function isLowerCaseUuid(id: SqlFragment): SqlFragment {
  return sql`(octet_length(${id}) = 36 AND ${id} GLOB '????????-????-????-????-????????????'
    AND octet_length(unhex(${id}, '-')) = 16 AND ${id} = lower(${id}))`;
}

/** Columns of messages in which every id of 36 bytes is a lower-case UUID: its length tells it. */
export type ToldColumns = ReadonlySet<'server_id' | 'channel_id' | 'user_id'>;

/**
 * Finds such columns. Different ids are few, and the indexes step from one to the next: asking takes a fraction of
 * what `facetsSql` then saves where it writes every message.
 */
export function findToldColumns(database: Database): ToldColumns {
  const columns = (['server_id', 'channel_id', 'user_id'] as const).filter((name) => {
    const column = identifier(name);
    const others = sql`WITH RECURSIVE each (named) AS (
        SELECT min(${column}) FROM messages
        UNION ALL
        SELECT (SELECT min(${column}) FROM messages WHERE ${column} > named) FROM each WHERE named IS NOT NULL
      ) SELECT count(*) FROM each WHERE octet_length(named) = 36 AND NOT ${isLowerCaseUuid(sql`named`)}`;
    return singleNumber(database, others) === 0;
  });
  return new Set(columns);
}

/** Far more bosses and events than any server has; a file that has more is only slower. */
const mostNames = 10_000;

/**
 * Adds the SQL functions of facet tokens to a connection.
 *
 * `raidscope_marks(text)`: the tokens of a text, or NULL.
 * `raidscope_name(name)`: what follows the letter in the token of a name; NULL for NULL and for an empty name.
 */
export function registerFacetFunctions(database: Database): void {
  const names = new Map<string, string | null>();
  database.function('raidscope_marks', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? textMarks(text) : null,
  );
  database.function('raidscope_name', { deterministic: true, directOnly: true }, (name: unknown) => {
    if (typeof name !== 'string') return null;
    const known = names.get(name);
    if (known !== undefined) return known;
    if (names.size >= mostNames) names.clear();
    const encoded = encodeText(foldForSubstring(name)) || null;
    names.set(name, encoded);
    return encoded;
  });
}

/** A value of a message's metadata as text: NULL where it is missing, or the metadata no object. */
function metadataValue(alias: SqlFragment, key: SqlFragment): SqlFragment {
  return sql`CAST(json_extract(${alias}.metadata, ${key}) AS TEXT)`;
}

/** True for metadata that can be read; never NULL. */
export function hasMetadata(alias: SqlFragment): SqlFragment {
  return sql`(${alias}.metadata IS NOT NULL AND json_valid(${alias}.metadata))`;
}

/** What conversation a message belongs to by its metadata, each NULL where there is none; only where `hasMetadata`. */
export function metadataIds(
  alias: SqlFragment,
): Readonly<Record<'raid' | 'party' | 'guild' | 'recipient', SqlFragment>> {
  return {
    raid: metadataValue(alias, sql`'$.raid_id'`),
    party: metadataValue(alias, sql`'$.party_id'`),
    guild: metadataValue(alias, sql`'$.guild_id'`),
    recipient: sql`iif(${alias}.type = 'dm', ${metadataValue(alias, sql`'$.to_user_id'`)}, NULL)`,
  };
}

/** What a message's metadata says of an event or a player: NULL where it says nothing; only where `hasMetadata`. */
export function metadataName(alias: SqlFragment, key: 'event' | 'player_id'): SqlFragment {
  return sql`nullif(${metadataValue(alias, sql`${literal(`$.${key}`)}`)}, '')`;
}

/** The boss's health where it is a number from 0 to 100, written as a JSON number or as text. */
export function bossHealth(alias: SqlFragment): SqlFragment {
  const value = sql`json_extract(${alias}.metadata, '$.boss_health')`;
  return sql`CASE json_type(${alias}.metadata, '$.boss_health')
    WHEN 'integer' THEN ${value} WHEN 'real' THEN ${value}
    WHEN 'text' THEN iif(${value} GLOB '[0-9]*' AND ${value} NOT GLOB '*[^0-9.]*' AND ${value} NOT GLOB '*.*.*', CAST(${value} AS REAL), NULL) END`;
}

/** Reading a value twice is cheaper than calling for each that is missing. */
function encodedName(letter: SqlFragment, name: SqlFragment): SqlFragment {
  return sql`CASE WHEN ${name} IS NOT NULL THEN ${letter} || raidscope_name(${name}) END`;
}

function metadataTokens(alias: SqlFragment): SqlFragment {
  const { raid, party, guild, recipient } = metadataIds(alias);
  const health = bossHealth(alias);
  return sql`CASE WHEN ${hasMetadata(alias)} THEN nullif(concat_ws(' ',
    'r' || nullif(hex(${raid}), ''), 'k' || nullif(hex(${party}), ''), 'y' || nullif(hex(${guild}), ''),
    'o' || nullif(hex(${recipient}), ''),
    ${encodedName(sql`'b'`, metadataValue(alias, sql`'$.boss'`))}, ${encodedName(sql`'v'`, metadataValue(alias, sql`'$.event'`))},
    CASE WHEN json_type(${alias}.metadata, '$.boss_health') IS NOT NULL THEN (
      SELECT 'p' || CAST(health AS INTEGER) FROM (SELECT ${health} AS health) WHERE health BETWEEN 0 AND 100) END
  ), '') END`;
}

/**
 * The facet tokens of a row of `messages`, parted by blanks. Metadata that is not JSON gives none. `told`: as
 * `findToldColumns` found them.
 */
export function facetsSql(alias: SqlFragment, told: ToldColumns = new Set()): SqlFragment {
  return sql`concat_ws(' ',
    't' || ${alias}.type,
    's' || ${encodeIdSql(sql`${alias}.server_id`, told.has('server_id'))},
    CASE WHEN ${alias}.channel_id IS NOT NULL THEN 'c' || ${encodeIdSql(sql`${alias}.channel_id`, told.has('channel_id'))} END,
    'u' || ${encodeIdSql(sql`${alias}.user_id`, told.has('user_id'))},
    CASE WHEN ${alias}.is_deleted THEN 'dy' END,
    CASE WHEN ${alias}.edited_at IS NOT NULL THEN 'ey' END,
    ${metadataTokens(alias)},
    raidscope_marks(${alias}.content))`;
}

/** The facet tokens of a row of `direct_messages`; `sender` is the row of `users` that wrote it, or all NULL. */
export function directFacetsSql(alias: SqlFragment, sender: SqlFragment): SqlFragment {
  return sql`concat_ws(' ',
    'tdm',
    CASE WHEN ${sender}.server_id IS NOT NULL THEN 's' || ${encodeIdSql(sql`${sender}.server_id`)} END,
    'u' || ${encodeIdSql(sql`${alias}.from_user_id`)},
    'o' || hex(${alias}.to_user_id),
    CASE WHEN ${alias}.is_read = 0 THEN 'wn' END,
    raidscope_marks(${alias}.content))`;
}
