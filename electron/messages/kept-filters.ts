import type { FilterValue, RegexValue } from '../../shared/query/query.ts';
import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { not, onlyPlaces, or, type Condition } from './condition.ts';
import { guardedRegex, type FilterContext } from './filter-context.ts';
import { foldName } from './name-directory.ts';

/** Stars, tags and notes of messages: a person's own, so there are few enough to be looked up one by one. */
interface KeptRow {
  readonly seq: number;
  readonly text: string;
}

/** Each message or direct message that a table of kept things (alias `kept`) names, by its id. */
function listKept(database: Database, text: SqlFragment, table: SqlFragment): readonly KeptRow[] {
  const rows = allRows<{ readonly seq: number | null; readonly text: string }>(
    database,
    sql`SELECT ${text} AS text, coalesce(
        (SELECT seq FROM messages WHERE id = kept.subject_id),
        (SELECT seq FROM direct_messages WHERE id = kept.subject_id)) AS seq
      FROM ${table} AS kept WHERE kept.subject_kind = 'message'`,
  );
  return rows.flatMap(({ seq, text: kept }) => (seq === null ? [] : [{ seq, text: kept }]));
}

function placesOf(rows: readonly KeptRow[]): Condition {
  return onlyPlaces(rows.map(({ seq }) => seq));
}

export function isStarred({ database }: FilterContext): Condition {
  return placesOf(listKept(database, sql`''`, sql`kept_stars`));
}

export function isTagged({ database }: FilterContext): Condition {
  return placesOf(listKept(database, sql`kept.tag`, sql`kept_tags`));
}

/** A tag as it is written, in any spelling; else the beginning of tags. */
export function tag(context: FilterContext, values: readonly FilterValue[]): Condition {
  const rows = listKept(context.database, sql`kept.tag`, sql`kept_tags`);
  return or(
    values.map((value) => {
      const special = anyOrNone(value, rows);
      if (special !== null) return special;
      if (value.kind === 'regex') return placesOf(fitting(context, rows, value));
      if (value.kind !== 'word') return or([]);
      const typed = foldName(value.text.replace(/^#(?=.)/u, ''));
      const exact = rows.filter(({ text }) => foldName(text) === typed || foldName(text) === foldName(value.text));
      const found =
        exact.length > 0 || value.isQuoted ? exact : rows.filter(({ text }) => foldName(text).startsWith(typed));
      if (found.length === 0) {
        const message = `No message has a tag “${value.text}”.`;
        context.problems.push({ code: 'unknown_name', message, range: value.range, repair: null });
      }
      return placesOf(found);
    }),
  );
}

/** Notes with a text anywhere in them, without regard to case and accents. */
export function note(context: FilterContext, values: readonly FilterValue[]): Condition {
  const rows = listKept(context.database, sql`kept.note`, sql`kept_notes`);
  return or(
    values.map((value) => {
      const special = anyOrNone(value, rows);
      if (special !== null) return special;
      if (value.kind === 'regex') return placesOf(fitting(context, rows, value));
      if (value.kind !== 'word') return or([]);
      const part = foldForSubstring(value.text);
      return placesOf(rows.filter(({ text }) => foldForSubstring(text).includes(part)));
    }),
  );
}

function anyOrNone(value: FilterValue, rows: readonly KeptRow[]): Condition | null {
  if (value.kind === 'any') return placesOf(rows);
  return value.kind === 'none' ? not(placesOf(rows)) : null;
}

function fitting(context: FilterContext, rows: readonly KeptRow[], value: RegexValue): readonly KeptRow[] {
  const fits = guardedRegex(context, value).test(rows.map(({ text }) => text));
  return rows.filter((_, index) => fits[index] === true);
}
