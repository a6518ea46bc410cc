import type { Database } from '../library/open-database.ts';
import { firstRow } from '../library/run-sql.ts';
import { identifier, sql } from '../library/sql.ts';
import type { Condition } from '../messages/condition.ts';
import { readFacetToken, type FacetKind } from '../messages/facet-tokens.ts';

/** What a person calls what a facet token stands for, and the table that knows its name. */
const nouns: Readonly<Partial<Record<FacetKind, readonly [noun: string, table: string | null, column: string]>>> = {
  author: ['the author', 'users', 'username'],
  recipient: ['the recipient', 'users', 'username'],
  server: ['the server', 'servers', 'name'],
  channel: ['the channel', 'channels', 'name'],
  raid: ['the raid', 'raids', 'name'],
  party: ['the party', 'parties', 'name'],
  guild: ['the guild', 'guilds', 'name'],
  boss: ['the boss', null, ''],
  event: ['the event', null, ''],
};

const mostNames = 20;

/** One sentence for each token of the index that does not speak for itself: `u8f3a… is the author Lera`. */
export function nameTokens(database: Database, condition: Condition): readonly string[] {
  const tokens = new Set([...matchesIn(condition)].flatMap(facetTokensIn));
  const named = [...tokens].flatMap((token) => {
    const sentence = nameToken(database, token);
    return sentence === null ? [] : [sentence];
  });
  const rest = named.length - mostNames;
  return rest > 0 ? [...named.slice(0, mostNames), `and ${rest} more`] : named;
}

function* matchesIn(condition: Condition): Generator<string> {
  if (condition.kind === 'index') yield condition.match;
  else if (condition.kind === 'not') yield* matchesIn(condition.item);
  else if (condition.kind === 'and' || condition.kind === 'or')
    for (const item of condition.items) yield* matchesIn(item);
}

/** `({facets} : ("u…" OR "u…"))` */
function facetTokensIn(match: string): readonly string[] {
  return [...match.matchAll(/\{facets\} : \(([^)]*)\)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/"([a-z]\w+)"/g)].map(([, token = '']) => token),
  );
}

function nameToken(database: Database, token: string): string | null {
  const meaning = readFacetToken(token);
  const noun = meaning === null ? undefined : nouns[meaning.kind];
  if (meaning === null || noun === undefined) return null;
  const [words, table, column] = noun;
  const id = meaning.value;
  const found =
    table === null
      ? undefined
      : firstRow<{ readonly name: string | null }>(
          database,
          sql`SELECT ${identifier(column)} AS name FROM ${identifier(table)} WHERE id = ${id}`,
        );
  return `${token} is ${words} ${found?.name ?? id}`;
}
