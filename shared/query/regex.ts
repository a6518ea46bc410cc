/**
 * The regular expression of a query; null if the pattern is none. Reads whole characters and `\p{...}` where the pattern
 * allows it, else (`\-`, `[\w-.]`) as lenient as browsers are. `moreFlags`: `g`, `y` or `d`.
 */
export function compileRegex(pattern: string, ignoresCase: boolean, moreFlags = ''): RegExp | null {
  const flags = (ignoresCase ? 'i' : '') + moreFlags;
  return tryRegex(pattern, `${flags}u`) ?? tryRegex(pattern, flags);
}

function tryRegex(pattern: string, flags: string): RegExp | null {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return null;
  }
}

/** What is wrong with a pattern, in the engine's words: `unterminated group`. Null if it is sound. */
export function regexFault(pattern: string): string | null {
  if (compileRegex(pattern, false) !== null) return null;
  try {
    RegExp(pattern);
    return null;
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split(': ').at(-1) ?? '') : '';
    return reason.charAt(0).toLowerCase() + reason.slice(1);
  }
}

/** The nearest pattern that is one: with what is open closed, else with every sign standing for itself. */
export function mendPattern(pattern: string): string {
  const closings = [`${pattern})`, `${pattern}]`, `${pattern}])`];
  const escaped = pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return closings.find((closed) => compileRegex(closed, false) !== null) ?? escaped;
}

/** What is amiss with a text that is no regular expression, but was meant as one. */
export interface RegexSlip {
  readonly message: string;
  /** So much of the text is replaced. */
  readonly length: number;
  readonly repaired: string;
}

/** Signs that mean something in a regular expression and seldom stand in a text: `/\d+k` has them, `/dance` has not. */
const telling = /\\[bdswBDSWpP]|\.[*+]|\[[^\]]+\]|\$$|^[(^[]/;

/** Looks at a text that begins with a slash for an expression that was not closed, or has flags other than `i`. */
export function findRegexSlip(text: string): RegexSlip | null {
  const flagged = /^(\/(?!\s)((?:\\.|[^/\\])+)\/)([dgimsuvy]+)(?=$|[()"“”„|\s])/s.exec(text);
  if (flagged !== null) {
    const [whole, expression = '', pattern = '', flags = ''] = flagged;
    if (!telling.test(pattern)) return null;
    const message = 'A regular expression takes no flag but “i”; this is searched as text.';
    return { message, length: whole.length, repaired: expression + (flags.includes('i') ? 'i' : '') };
  }
  const pattern = text.slice(1).trimEnd();
  if (pattern.includes('/') || !telling.test(pattern)) return null;
  const message = 'This regular expression is not closed by a slash; it is searched as text.';
  return { message, length: text.length, repaired: `/${pattern}/` };
}
