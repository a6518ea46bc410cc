import type { RegexValue, WordValue } from '../../shared/query/query.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { identifier, sql, type SqlFragment } from '../library/sql.ts';
import type { Database } from '../library/open-database.ts';
import { guardedRegex, type FilterContext } from './filter-context.ts';
import { listFacetNames } from './facet-names.ts';
import { PerState } from './library-state.ts';
import { NameIndex, type FoundNames, type NameRow } from './name-index.ts';

/** What rows a person names in a query, what one of them is called, and several. */
interface NameSource {
  readonly noun: string;
  readonly nouns: string;
  readonly names: PerState<NameIndex>;
  /** The beginning of more names than this is not taken for what a person meant. */
  readonly mostMatches: number;
  /** The table where the ids stand; null where a name is its own id. */
  readonly table: string | null;
}

const sources = {
  users: fromTable('users', 'username', 'player', 'players', 200),
  channels: fromTable('channels', 'name', 'channel', 'channels', 200),
  servers: fromTable('servers', 'name', 'server', 'servers', 200),
  guilds: fromTable('guilds', 'name', 'guild', 'guilds', 200),
  // Parties and raids are many and often of one name.
  parties: fromTable('parties', 'name', 'party', 'parties', Infinity),
  raids: fromTable('raids', 'name', 'raid', 'raids', Infinity),
  bosses: ofThemselves('boss', 'bosses', (database) => [
    ...allRows<{ readonly name: string }>(database, sql`SELECT DISTINCT boss_name AS name FROM raids`),
    ...listFacetNames(database, 'boss'),
  ]),
  events: ofThemselves('event', 'events', (database) => listFacetNames(database, 'event')),
  reactions: ofThemselves('reaction', 'reactions', (database) => allRows(database, reactionsStatement)),
} as const satisfies Record<string, NameSource>;

export type NamedTable = keyof typeof sources;

/** Each reaction once, from one to the next by the key: there are a few dozen among millions of rows. */
export const reactionsStatement = sql`WITH RECURSIVE known(name) AS (
    SELECT min(reaction) FROM summary_reactions
    UNION ALL
    SELECT (SELECT min(reaction) FROM summary_reactions WHERE reaction > known.name) FROM known WHERE known.name IS NOT NULL
  ) SELECT name FROM known WHERE name IS NOT NULL`;

function fromTable(table: string, column: string, noun: string, nouns: string, mostMatches: number): NameSource {
  const statement = sql`SELECT id, coalesce(${identifier(column)}, '') AS name FROM ${identifier(table)}`;
  const names = new PerState((database) => new NameIndex(allRows<NameRow>(database, statement)));
  return { noun, nouns, names, mostMatches, table };
}

function ofThemselves(
  noun: string,
  nouns: string,
  list: (database: Database) => readonly { readonly name: string }[],
): NameSource {
  const names = new PerState((database) => {
    const unique = new Set(list(database).map(({ name }) => name));
    return new NameIndex([...unique].map((name) => ({ id: name, name })));
  });
  return { noun, nouns, names, mostMatches: Infinity, table: null };
}

/** Every name of a table, read once for each state of the library's rows. */
export function namesOf(database: Database, table: NamedTable): NameIndex {
  return sources[table].names.get(database);
}

/** Looks a typed name up, with or without the `@` or `#` that people put before it. */
function findTyped(database: Database, table: NamedTable, { text, isQuoted }: WordValue): FoundNames {
  const { mostMatches } = sources[table];
  const names = namesOf(database, table);
  const found = names.find(text, isQuoted, mostMatches);
  return found.kind === 'unknown' && /^[@#]./u.test(text) ? names.find(text.slice(1), isQuoted, mostMatches) : found;
}

/**
 * The ids that a value stands for. What is unclear is added to the context's problems, what is clear to the resolved
 * names. `isId` may know ids that the table lacks.
 */
export function resolveNames(
  context: FilterContext,
  table: NamedTable,
  value: WordValue | RegexValue,
  isId: (text: string) => boolean = () => false,
): readonly string[] {
  const { noun, nouns } = sources[table];
  const { database, problems, resolved } = context;
  const { range } = value;
  if (value.kind === 'regex') {
    const { rows } = namesOf(database, table);
    const fits = guardedRegex(context, value).test(rows.map(({ name }) => name));
    const ids = rows.flatMap(({ id }, index) => (fits[index] === true ? [id] : []));
    const message = `No ${noun} is called like this pattern.`;
    if (ids.length === 0) problems.push({ code: 'unknown_name', message, range, repair: null });
    else resolved.push({ range, label: labelOf(database, table, ids) });
    return ids;
  }
  const found = findTyped(database, table, value);
  if (found.kind === 'found') {
    resolved.push({ range, label: labelOf(database, table, found.ids) });
    return found.ids;
  }
  if (isId(value.text)) return [value.text];
  const message =
    found.kind === 'unknown'
      ? `No ${noun} is called “${value.text}”.`
      : `The names of ${found.count} ${nouns} begin with “${value.text}”: type more of the one you mean.`;
  problems.push({ code: found.kind === 'unknown' ? 'unknown_name' : 'ambiguous_name', message, range, repair: null });
  return [];
}

/** `general (Frostfall)`, `23 players`. */
export function labelOf(database: Database, table: NamedTable, ids: readonly string[]): string {
  const source = sources[table];
  const [id, ...more] = ids;
  if (id === undefined || more.length > 0) return `${ids.length} ${source.nouns}`;
  if (source.table === null) return id;
  const row = firstRow<LabelRow>(database, labelStatement(table, id));
  if (row === undefined) return id;
  const name = row.name === null || row.name === '' ? id : row.name;
  return row.serverName === null ? name : `${name} (${row.serverName})`;
}

interface LabelRow {
  readonly name: string | null;
  readonly serverName: string | null;
}

function labelStatement(table: NamedTable, id: string): SqlFragment {
  const name = table === 'users' ? sql`named.username` : sql`named.name`;
  if (table === 'servers') return sql`SELECT name, NULL AS serverName FROM servers WHERE id = ${id}`;
  return sql`SELECT ${name} AS name, servers.name AS serverName FROM ${identifier(table)} AS named
    LEFT JOIN servers ON servers.id = named.server_id WHERE named.id = ${id}`;
}
