import type { Database } from '../library/open-database.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { filterText } from './filter-text.ts';
import { facet } from './index-expressions.ts';
import { PerState } from './library-state.ts';
import { startingWith, type ValueOption } from './suggest-option.ts';

interface TextCount {
  readonly text: string;
  readonly count: number;
}

/** The most spoken language of each script that the index tells apart. */
const languagesOfScripts = {
  hani: 'zh',
  kana: 'ja',
  hang: 'ko',
  cyrl: 'ru',
  thai: 'th',
  arab: 'ar',
  grek: 'el',
  hebr: 'he',
  deva: 'hi',
} as const;

/** Those of the servers, most frequent first, then those in whose script somebody wrote. */
const languages = new PerState<readonly string[]>((database) => {
  const ofServers = allRows<{ readonly code: string }>(
    database,
    sql`SELECT lower(language) AS code FROM servers WHERE language <> '' GROUP BY code ORDER BY count(*) DESC, code`,
  ).map(({ code }) => code);
  const ofScripts = Object.entries(languagesOfScripts)
    .filter(([script]) => isWritten(database, script))
    .map(([, code]) => code);
  return [...new Set([...ofServers, ...ofScripts])];
});

function isWritten(database: Database, script: string): boolean {
  const { match } = facet('script', [script]);
  return firstRow(database, sql`SELECT 1 FROM message_words WHERE message_words MATCH ${match} LIMIT 1`) !== undefined;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Languages that are spoken here, by code or English name. */
export function listLanguages(database: Database, typed: string, limit: number): readonly ValueOption[] {
  const options = languages.get(database).map((code): ValueOption => ({
    text: filterText(code),
    label: code,
    detail: nameOf(code),
    count: null,
  }));
  return startingWith(options, typed, ({ label, detail }) => [label, detail ?? '']).slice(0, limit);
}

function nameOf(code: string): string | null {
  try {
    return languageNames.of(code) ?? null;
  } catch {
    return null; // not a code that Intl can read: a server may call its language anything
  }
}

/** The newest deleted messages are looked at for reasons. */
const newestDeleted = 5000;

/** Newest deletions first, straight from the index on facets. */
export const reasonsStatement = sql`SELECT reason AS text, count(*) AS count FROM (
    SELECT m.deletion_reason AS reason FROM message_words AS hit CROSS JOIN messages AS m ON m.seq = hit.rowid
    WHERE message_words MATCH '{facets} : "dy"' ORDER BY hit.rowid DESC LIMIT ${BigInt(newestDeleted)}
  ) WHERE reason <> '' GROUP BY reason ORDER BY count DESC, reason`;

const reasons = new PerState<readonly TextCount[]>((database) => allRows<TextCount>(database, reasonsStatement));

/** Why messages were deleted lately. */
export function listReasons(database: Database, typed: string, limit: number): readonly ValueOption[] {
  return startingWith(reasons.get(database), typed, ({ text }) => [text])
    .slice(0, limit)
    .map(({ text }) => ({ text: filterText(text), label: text, detail: null, count: null }));
}
