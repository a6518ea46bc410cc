import type { NamedId } from '../../shared/messages/types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';

/** Texts of metadata that may be ids; a person's JSON can hold any number of any length. */
const mostIds = 100;
const longestId = 200;

/** The users, raids, guilds and parties among some ids, by the primary keys of their tables. */
export function namedIdsStatement(ids: readonly string[]): SqlFragment {
  const list = JSON.stringify(ids);
  return sql`SELECT 'user' AS kind, u.id, u.username AS name FROM json_each(${list}) AS given CROSS JOIN users AS u ON u.id = given.value
    UNION ALL SELECT 'raid', r.id, r.name FROM json_each(${list}) AS given CROSS JOIN raids AS r ON r.id = given.value
    UNION ALL SELECT 'guild', g.id, g.name FROM json_each(${list}) AS given CROSS JOIN guilds AS g ON g.id = given.value
    UNION ALL SELECT 'party', p.id, coalesce(p.name, p.id) FROM json_each(${list}) AS given CROSS JOIN parties AS p ON p.id = given.value`;
}

/** Whom and what a message's metadata names by id, as far as the library knows it; nothing of what is no JSON. */
export function findNamedIds(database: Database, metadata: string | null): readonly NamedId[] {
  const ids = metadata === null ? [] : textsOf(metadata);
  return ids.length === 0 ? [] : allRows<NamedId>(database, namedIdsStatement(ids));
}

function textsOf(json: string): readonly string[] {
  const texts = new Set<string>();
  try {
    // The reviver sees every value from the inside out, however deep it lies.
    JSON.parse(json, (_key, value: unknown) => {
      const isId = typeof value === 'string' && value.length > 0 && value.length <= longestId;
      if (isId && texts.size < mostIds) texts.add(value);
      return value;
    });
  } catch {
    return [];
  }
  return [...texts];
}
