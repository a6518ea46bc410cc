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

/** The nearest pattern that is one: with what is open closed, else with every sign standing for itself. */
export function mendPattern(pattern: string): string {
  const closings = [`${pattern})`, `${pattern}]`, `${pattern}])`];
  const escaped = pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return closings.find((closed) => compileRegex(closed, false) !== null) ?? escaped;
}
