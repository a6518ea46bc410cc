import type { FilterValue } from '../../shared/query/query.ts';
import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { guardedRegex } from '../messages/filter-context.ts';
import { foldName } from '../messages/name-directory.ts';
import { anyOf, noRaid, not, type RaidFilterContext, type RaidTest } from './raid-test.ts';

interface KeptRow {
  readonly id: string;
  readonly text: string;
}

/** All that a person put on raids in one of the tables of kept things: few enough to be read as a whole. */
function listKept(database: Database, text: SqlFragment, table: SqlFragment): readonly KeptRow[] {
  return allRows(database, sql`SELECT subject_id AS id, ${text} AS text FROM ${table} WHERE subject_kind = 'raid'`);
}

function isAmong(rows: readonly KeptRow[]): RaidTest {
  const ids = new Set(rows.map(({ id }) => id));
  return ids.size === 0 ? noRaid : ({ id }) => ids.has(id);
}

export function starredTest({ database }: RaidFilterContext): RaidTest {
  return isAmong(listKept(database, sql`''`, sql`kept_stars`));
}

export function taggedTest({ database }: RaidFilterContext): RaidTest {
  return isAmong(listKept(database, sql`tag`, sql`kept_tags`));
}

/** A tag as it is written, in any spelling; else the beginning of tags. */
export function tagTest(context: RaidFilterContext, values: readonly FilterValue[]): RaidTest {
  const rows = listKept(context.database, sql`tag`, sql`kept_tags`);
  return keptTest(context, values, rows, (value) => {
    const typed = foldName(value.text.replace(/^#(?=.)/u, ''));
    const exact = rows.filter(({ text }) => foldName(text) === typed || foldName(text) === foldName(value.text));
    const found =
      exact.length > 0 || value.isQuoted ? exact : rows.filter(({ text }) => foldName(text).startsWith(typed));
    if (found.length === 0) {
      const message = `No raid has a tag “${value.text}”.`;
      context.problems.push({ code: 'unknown_name', message, range: value.range, repair: null });
    }
    return found;
  });
}

/** Notes with a text anywhere in them, without regard to case and accents. */
export function noteTest(context: RaidFilterContext, values: readonly FilterValue[]): RaidTest {
  const rows = listKept(context.database, sql`note`, sql`kept_notes`);
  return keptTest(context, values, rows, ({ text }) => {
    const part = foldForSubstring(text);
    return rows.filter((row) => foldForSubstring(row.text).includes(part));
  });
}

function keptTest(
  context: RaidFilterContext,
  values: readonly FilterValue[],
  rows: readonly KeptRow[],
  find: (value: Extract<FilterValue, { kind: 'word' }>) => readonly KeptRow[],
): RaidTest {
  return anyOf(
    values.map((value) => {
      switch (value.kind) {
        case 'any':
          return isAmong(rows);
        case 'none':
          return not(isAmong(rows));
        case 'word':
          return isAmong(find(value));
        case 'regex': {
          const fits = guardedRegex(context, value).test(rows.map(({ text }) => text));
          return isAmong(rows.filter((_, index) => fits[index] === true));
        }
        default:
          return noRaid;
      }
    }),
  );
}
