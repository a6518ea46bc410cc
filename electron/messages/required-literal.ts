/** Shorter ones are in almost every message, and narrow nothing. */
const shortest = 3;

/**
 * A run of ASCII letters and digits, in lower case, that stands in every text which a regular expression matches: the
 * longest that is plain to see, or null. Only what the whole pattern is made of counts: nothing inside brackets, of
 * alternatives, or that may be left out.
 */
export function requiredLiteral(pattern: string): string | null {
  const runs: string[] = [];
  let run = '';
  const endRun = (): void => {
    runs.push(run);
    run = '';
  };
  for (let at = 0; at < pattern.length;) {
    const atom = atomAt(pattern, at);
    if (atom === null) return null;
    const quantifier = quantifierAt(pattern, atom.end);
    if (atom.literal === null || quantifier === 'optional') endRun();
    else if (quantifier === 'repeated') {
      // `ab+c`: "ab" is there, and then begins something else.
      run += atom.literal;
      endRun();
    } else run += atom.literal;
    at = quantifier === null ? atom.end : endOfQuantifier(pattern, atom.end);
  }
  endRun();
  const longest = runs.reduce((best, candidate) => (candidate.length > best.length ? candidate : best), '');
  return longest.length >= shortest ? longest.toLowerCase() : null;
}

/**
 * Whether every text that a regular expression matches has a digit in it, as far as that is plain to see. As with
 * `requiredLiteral`, only what the whole pattern is made of counts.
 */
export function requiresDigit(pattern: string): boolean {
  let isRequired = false;
  for (let at = 0; at < pattern.length;) {
    const atom = atomAt(pattern, at);
    if (atom === null) return false;
    const isDigit = /^(?:\d|\\d|\[0-9\]|\[\\d\])$/.test(pattern.slice(at, atom.end));
    isRequired ||= isDigit && quantifierAt(pattern, atom.end) !== 'optional';
    at = endOfQuantifier(pattern, atom.end);
  }
  return isRequired;
}

interface Atom {
  /** One letter or digit that stands for itself. */
  readonly literal: string | null;
  readonly end: number;
}

/** Null where the pattern has alternatives or anything that is not plain. */
function atomAt(pattern: string, at: number): Atom | null {
  const character = pattern[at] ?? '';
  if (character === '|') return null;
  if (character === '[') return skip(pattern, /\[(?:\\.|[^\]\\])*\]/suy, at);
  if (character === '(') return skipGroup(pattern, at);
  if (character === '\\')
    return skip(pattern, /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<[^>]*>|\d+|.)/suy, at);
  return { literal: /^[A-Za-z0-9]$/.test(character) ? character : null, end: at + 1 };
}

function skip(pattern: string, part: RegExp, at: number): Atom | null {
  part.lastIndex = at;
  const matched = part.exec(pattern)?.[0];
  return matched === undefined ? null : { literal: null, end: at + matched.length };
}

function skipGroup(pattern: string, start: number): Atom | null {
  let depth = 0;
  for (let at = start; at < pattern.length;) {
    const character = pattern[at];
    if (character === '\\' || character === '[') {
      const end = atomAt(pattern, at)?.end;
      if (end === undefined) return null;
      at = end;
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    at += 1;
    if (depth === 0) return { literal: null, end: at };
  }
  return null;
}

const quantifier = /(?:[*+?]|\{(?<low>\d+)(?:,\d*)?\})\??/uy;

function quantifierAt(pattern: string, at: number): 'optional' | 'repeated' | null {
  quantifier.lastIndex = at;
  const found = quantifier.exec(pattern);
  if (found === null) return null;
  const isOptional = found[0].startsWith('*') || found[0].startsWith('?') || Number(found.groups?.['low'] ?? 1) === 0;
  return isOptional ? 'optional' : 'repeated';
}

function endOfQuantifier(pattern: string, at: number): number {
  quantifier.lastIndex = at;
  return at + (quantifier.exec(pattern)?.[0].length ?? 0);
}
