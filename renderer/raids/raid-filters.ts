import { quote } from '../../shared/query/print-value.ts';
import { raidLanguage, type RaidFilterKey } from '../../shared/raids/language.ts';
import { raidDifficulties, raidResults, type RaidDifficulty, type RaidResult } from '../../shared/raids/types.ts';
import { addFilter, hasFilterValue, removeFilterValue } from '../query/query-edit.ts';

/** Changes that the quick filters make to a search text for raids. */

/** True where these results are asked for, and no others. */
export function asksForResults(text: string, results: readonly RaidResult[]): boolean {
  return raidResults.every((result) => has(text, 'result', result) === results.includes(result));
}

/** Asks for these results alone, or no longer for any. */
export function toggleResults(text: string, results: readonly RaidResult[]): string {
  const without = withoutValues(text, 'result', raidResults);
  return asksForResults(text, results) ? without : addFilter(without, `result:${results.join(',')}`, raidLanguage);
}

export function asksForDifficulty(text: string, difficulty: RaidDifficulty): boolean {
  return has(text, 'difficulty', difficulty);
}

/** Adds a difficulty to those asked for, or takes it away; all of them are the same as none. */
export function toggleDifficulty(text: string, difficulty: RaidDifficulty): string {
  const wanted = raidDifficulties.filter((one) => asksForDifficulty(text, one) !== (one === difficulty));
  const without = withoutValues(text, 'difficulty', raidDifficulties);
  if (wanted.length === 0 || wanted.length === raidDifficulties.length) return without;
  return addFilter(without, `difficulty:${wanted.join(',')}`, raidLanguage);
}

/** The one server of these that is asked for; null: none, or several. */
export function serverAskedFor(text: string, servers: readonly string[]): string | null {
  const asked = servers.filter((server) => has(text, 'server', nameValue(server)));
  return asked.length === 1 ? (asked[0] ?? null) : null;
}

/** Asks for one of these servers; null: for all. */
export function chooseServer(text: string, server: string | null, servers: readonly string[]): string {
  const without = withoutValues(text, 'server', servers.map(nameValue));
  return server === null ? without : addFilter(without, `server:${nameValue(server)}`, raidLanguage);
}

/** Asks for raids that this player took part in, beside what is asked for already. */
export function withPlayer(text: string, name: string): string {
  return has(text, 'with', nameValue(name)) ? text : addFilter(text, `with:${nameValue(name)}`, raidLanguage);
}

function has(text: string, key: RaidFilterKey, value: string): boolean {
  return hasFilterValue(text, key, value, raidLanguage);
}

function withoutValues(text: string, key: RaidFilterKey, values: readonly string[]): string {
  return values.reduce((rest, value) => removeFilterValue(rest, key, value, raidLanguage), text);
}

/** A name as a filter takes it. */
function nameValue(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name) ? name : quote(name);
}
