import type { Database } from '../library/open-database.ts';

/**
 * `raidscope_matches(text, pattern, flags)`: 1 if the regular expression stands in the text. Without the guard of the
 * search, so only for a process that can be killed.
 */
export function registerMatchesFunction(database: Database): void {
  let known: { readonly key: string; readonly regex: RegExp } | null = null;
  database.function(
    'raidscope_matches',
    { deterministic: true, directOnly: true },
    (text: unknown, pattern: unknown, flags: unknown) => {
      if (typeof text !== 'string') return null;
      const key = `${String(flags)}/${String(pattern)}`;
      if (known?.key !== key) known = { key, regex: new RegExp(String(pattern), String(flags)) };
      return known.regex.test(text) ? 1 : 0;
    },
  );
}
