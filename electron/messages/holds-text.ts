import { charactersFoldedToAscii, foldForSubstring } from '../../shared/query/tokenizer.ts';
import { sql, type SqlFragment } from '../library/sql.ts';

/** A character that folding turns into plain ASCII, or drops: `É`, a combining accent. */
const accent = new RegExp(`[${charactersFoldedToAscii()}]`);
const asciiWithoutBlanks = /^[!-~]+$/;

/** `raidscope_holds(text, part)`: the folded part stands somewhere in the text. */
export function holdsText(text: string, part: string): boolean {
  // Without an accent only ASCII letters can make up an ASCII part: lower case is enough, and three times as fast.
  if (asciiWithoutBlanks.test(part) && !accent.test(text)) return text.toLowerCase().includes(part);
  return foldForSubstring(text).includes(part);
}

/**
 * The folded text `needle` stands in the content of a row `m`: a SQL condition for texts that no index knows.
 * SQLite looks for itself where it can; only what it did not find in a text beyond ASCII is folded in JavaScript.
 */
export function holds(needle: string): SqlFragment {
  // Punctuation and digits have no case and no accents.
  if (/^[!-@[-`{-~]+$/.test(needle)) return sql`instr(m.content, ${needle}) > 0`;
  const folded = sql`raidscope_holds(m.content, ${needle})`;
  if (needle.includes(' ')) return folded;
  const isBeyondAscii = sql`octet_length(m.content) <> length(m.content)`;
  if (!asciiWithoutBlanks.test(needle)) return sql`${isBeyondAscii} AND ${folded}`;
  const pattern = `%${needle.replaceAll(/[%_\\]/g, '\\$&')}%`;
  return sql`(m.content LIKE ${pattern} ESCAPE '\\' OR ${isBeyondAscii} AND ${folded})`;
}
