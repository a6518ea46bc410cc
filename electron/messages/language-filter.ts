import type { FilterValue } from '../../shared/query/query.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { and, none, not, or, type Condition } from './condition.ts';
import type { FilterContext } from './filter-context.ts';
import { facet } from './index-expressions.ts';

/** Languages that are written in a script of their own, or in one that they share with a few others. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  hani: ['zh', 'ja'],
  kana: ['ja'],
  hang: ['ko'],
  cyrl: ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'mn'],
  thai: ['th'],
  arab: ['ar', 'fa', 'ur'],
  grek: ['el'],
  hebr: ['he', 'yi'],
  deva: ['hi', 'mr', 'ne'],
};

/**
 * Messages in a language, as far as it can be told. In its own script: that script, but on servers of another language
 * of that script only where nothing else tells; Chinese is what has no kana. In the Latin script: what was written on
 * servers of that language, without any other script in it.
 */
export function lang(context: FilterContext, values: readonly FilterValue[]): Condition {
  return or(values.map((value) => (value.kind === 'word' ? oneLanguage(context, value.text, value.range) : none)));
}

function oneLanguage({ database, problems }: FilterContext, text: string, range: FilterValue['range']): Condition {
  const code = primaryCode(text);
  const own = Object.keys(scripts).filter((script) => scripts[script]?.includes(code) === true);
  if (own.length > 0) return or(own.map((script) => inScript(database, script, code)));
  const servers = serversOf(database, [code]);
  if (servers === none) {
    const message = `No server speaks “${text}”: a language is a code such as en, de or ja.`;
    problems.push({ code: 'unknown_name', message, range, repair: null });
    return none;
  }
  return and([servers, not(facet('script', Object.keys(scripts)))]);
}

function inScript(database: Database, script: string, code: string): Condition {
  const others = scripts[script]?.filter((other) => other !== code) ?? [];
  const written = facet('script', [script]);
  if (code === 'ja' && script === 'hani') return and([written, serversOf(database, ['ja'])]);
  const isElse = others.length === 0 ? none : serversOf(database, others);
  const withoutKana = code === 'zh' ? and([written, not(facet('script', ['kana']))]) : written;
  return and([withoutKana, not(isElse)]);
}

function serversOf(database: Database, codes: readonly string[]): Condition {
  const rows = allRows<{ readonly id: string; readonly language: string | null }>(
    database,
    sql`SELECT id, language FROM servers`,
  );
  const ids = rows.filter(({ language }) => codes.includes(primaryCode(language ?? ''))).map(({ id }) => id);
  return ids.length === 0 ? none : facet('server', ids);
}

/** `en` of `en-GB` and `EN_us`. */
function primaryCode(text: string): string {
  return text.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}
