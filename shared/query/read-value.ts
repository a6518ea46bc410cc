import type { TextRange } from './types.ts';
import { readClock, readWeekday, weekdays } from './clock.ts';
import { dateWords, readDateValue, timeSpanOf } from './dates.ts';
import { readDuration } from './durations.ts';
import { definitionOf, type KeyDefinition, type QueryLanguage } from './language.ts';
import { readNightValue } from './nights.ts';
import { suggestChoice } from './nearest-word.ts';
import { readNumber } from './numbers.ts';
import { printRegex, quote } from './print-value.ts';
import type { FilterValue } from './query.ts';
import { mendPattern, regexFault } from './regex.ts';
import type { SyntaxComparison, SyntaxRange, SyntaxRegex, SyntaxScalar, SyntaxValue } from './syntax-tree.ts';

/** Why a value does not fit its key. */
export interface ValueFault {
  readonly message: string;
  /** Where it is, and what to write there instead; null: the value is better taken out. */
  readonly range: TextRange;
  readonly replacement: string | null;
}

export function isFault(read: FilterValue | ValueFault): read is ValueFault {
  return 'message' in read;
}

/** Reads one value as its key wants it, in canonical form; null if there is nothing in it. `source` is the whole text. */
export function readFilterValue(
  language: QueryLanguage,
  key: string,
  value: SyntaxValue,
  source: string,
): FilterValue | ValueFault | null {
  const definition = definitionOf(language, key);
  const reader = new ValueReader(key, definition, source);
  switch (value.kind) {
    case 'word':
      return value.text.trim() === '' ? null : reader.word(value);
    case 'range':
      return reader.between(value);
    case 'compare':
      return reader.comparison(value);
    case 'regex': {
      const { pattern, ignoresCase, range } = value;
      if (!definition.takesRegex) return reader.fault(value, 'takes no regular expression');
      return invalidRegex(value) ?? { kind: 'regex', pattern, ignoresCase, range };
    }
  }
}

/** Why a regular expression is none; null if it is one. */
export function invalidRegex({ pattern, ignoresCase, range }: SyntaxRegex): ValueFault | null {
  const reason = regexFault(pattern);
  if (reason === null) return null;
  const replacement = printRegex({ pattern: mendPattern(pattern), ignoresCase });
  return { message: `This is not a sound regular expression (${reason}); it is left out.`, range, replacement };
}

const dateExamples = '2025-11-22, 2025-11, 2025, today, last-week, -7d or "2025-11-22 20:15"';

/** `22.11.2025`, `2025/11/22` and, where it is clear which is the day, `11/22/2025` in the order that is understood. */
function mendDate(text: string): string | null {
  const [first = 0, second = 0, third = 0] = (/^(\d+)([./])(\d+)\2(\d+)$/.exec(text) ?? [])
    .filter((_, index) => index !== 0 && index !== 2)
    .map(Number);
  const isClear = text.includes('.') || first > 12 || second > 12;
  const [year, month, day] =
    first > 31 ? [first, second, third] : second > 12 ? [third, first, second] : [third, second, first];
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return isClear && readDateValue(date) !== null ? date : null;
}

/** The day of `2025-11-22 20:15`; null if the text names none. */
function dayOf(text: string): string | null {
  const day = /^\d{4}-\d{1,2}-\d{1,2}/.exec(text)?.[0];
  return day ?? null;
}

class ValueReader {
  readonly #key: string;
  readonly #definition: KeyDefinition;
  readonly #source: string;

  constructor(key: string, definition: KeyDefinition, source: string) {
    this.#key = key;
    this.#definition = definition;
    this.#source = source;
  }

  fault({ range }: { readonly range: TextRange }, why: string, replacement: string | null = null): ValueFault {
    const message = `“${this.#key}:” ${why}; “${this.#source.slice(...range)}” is left out.`;
    return { message, range, replacement };
  }

  word(scalar: SyntaxScalar): FilterValue | ValueFault {
    const { isQuoted, range } = scalar;
    const text = scalar.text.trim();
    const special = isQuoted ? undefined : (['any', 'none', 'me'] as const).find((word) => word === text.toLowerCase());
    if (special !== undefined && this.#definition.words.includes(special)) return { kind: special, range };
    const { takes } = this.#definition;
    if (takes === 'name' || takes === 'text') {
      if (special === undefined) return { kind: 'word', text, isQuoted, range };
      return this.fault(scalar, `cannot look for “${special}” (in quotes it is a name)`, quote(text));
    }
    const sound = this.#readScalar(text);
    if (sound === null) return this.#unsound(scalar);
    return { kind: 'word', text: sound, isQuoted: /\s/.test(sound), range };
  }

  between(value: SyntaxRange): FilterValue | ValueFault {
    const { takes } = this.#definition;
    const [low, high] = [value.low, value.high].map((end) => (end?.text.trim() === '' ? null : end));
    if (!this.#definition.takesRanges) return this.fault(value, 'takes one date; “date:” takes two');
    const isOpen = !low || !high;
    if ((!low && !high) || (isOpen && takes === 'weekday'))
      return this.fault(value, 'needs a value on both sides of “..”');
    const ends = [low, high].map((end) => (end ? this.#readScalar(end.text) : null));
    for (const [index, end] of [low, high].entries()) if (end && ends[index] === null) return this.#unsound(end);
    const [from = null, to = null] = ends;
    if (from !== null && to !== null && this.#isSwapped(from, to)) {
      const swapped = [high, low].map((end) => (end ? this.#source.slice(...end.range) : '')).join('..');
      return this.fault(value, 'goes from the smaller to the greater', swapped);
    }
    return { kind: 'range', low: from, high: to, range: value.range };
  }

  comparison(value: SyntaxComparison): FilterValue | ValueFault {
    const { scalar, operator, range } = value;
    const { takes, takesRanges } = this.#definition;
    if (scalar === null || scalar.text.trim() === '') return this.fault(value, `needs a value after “${operator}”`);
    const text = this.#readScalar(scalar.text);
    if (text === null) return this.#unsound(scalar);
    const typed = this.#source.slice(...scalar.range);
    if (!takesRanges) return this.fault(value, 'takes a date as it is', typed);
    if (takes === 'weekday') return this.fault(value, 'takes days, as in mon..fri', typed);
    if (takes === 'clock') {
      return this.fault(
        value,
        'takes spans such as 20:00..23:00',
        operator.startsWith('>') ? `${typed}..` : `..${typed}`,
      );
    }
    return { kind: 'compare', operator, text, range };
  }

  /** The value in canonical form; null if it is none of its kind. */
  #readScalar(typed: string): string | null {
    const text = typed.trim().toLowerCase();
    const { takes, choices = [] } = this.#definition;
    switch (takes) {
      case 'date':
        return readDateValue(text) === null ? null : text;
      case 'night':
        return readNightValue(text) === null ? null : text;
      case 'number': {
        const number = this.#definition.unit === '%' ? text.replace(/%$/, '') : text;
        return number.endsWith('%') || readNumber(number) === null ? null : number;
      }
      case 'duration':
        return readDuration(text) === null ? null : text;
      case 'clock':
        return readClock(text) === null ? null : text;
      case 'weekday':
        return readWeekday(text);
      default:
        return choices.includes(text) ? text : null;
    }
  }

  #unsound(scalar: SyntaxScalar): ValueFault {
    const text = scalar.text.trim();
    const { takes, choices = [] } = this.#definition;
    const left = `“${text}” is left out`;
    const range = this.#hyphenRange(text);
    if (range !== null) return this.fault(scalar, 'writes ranges with two dots', range);
    switch (takes) {
      case 'number':
        return this.fault(scalar, 'takes numbers such as 200, >200, <1k or 100..200');
      case 'duration':
        return this.fault(scalar, 'takes durations such as 6m, 90s, 1h, 5:30, >6m or 4m..6m');
      case 'clock':
        return this.fault(scalar, 'takes times of the day such as 20, 20:15, 8pm or 20:00..23:00');
      case 'night':
      case 'date': {
        const weekday = readWeekday(text);
        if (weekday !== null) return this.fault(scalar, `takes dates; “weekday:${weekday}” takes the day of any week`);
        if (takes === 'night' && readDateValue(text) !== null) {
          return this.fault(scalar, 'takes whole days, months or years', dayOf(text));
        }
        const word = mendDate(text) ?? suggestChoice(text, dateWords);
        const message =
          word === null
            ? `“${text}” is not a date and is left out; dates look like ${dateExamples}.`
            : `“${text}” is not a date and is left out – did you mean “${word}”?`;
        return { message, range: scalar.range, replacement: word };
      }
      default: {
        const known = takes === 'weekday' ? weekdays : choices;
        const suggestion = suggestChoice(text, known);
        const guess = suggestion === null ? '.' : ` – did you mean “${suggestion}”?`;
        const message = `“${this.#key}:” knows ${known.join(', ')}; ${left}${guess}`;
        return { message, range: scalar.range, replacement: suggestion };
      }
    }
  }

  /** `20-23` and `mon-fri`, as people write them elsewhere. */
  #hyphenRange(text: string): string | null {
    const ends = this.#definition.takesRanges ? /^([^-]+)-([^-]+)$/.exec(text)?.slice(1) : undefined;
    return ends?.every((end) => this.#readScalar(end) !== null) === true ? ends.join('..') : null;
  }

  #isSwapped(low: string, high: string): boolean {
    const { takes } = this.#definition;
    if (takes === 'number' || takes === 'duration') {
      const [from, to] = [low, high].map(takes === 'number' ? readNumber : readDuration);
      return (from?.value ?? 0) > (to?.value ?? 0);
    }
    if (takes !== 'date' && takes !== 'night') return false;
    const [first, last] = [readDateValue(low), readDateValue(high)];
    if (first === null || last === null || first.kind !== last.kind) return false;
    if (first.kind === 'unitsAgo' && last.kind === 'unitsAgo' && first.unit !== last.unit) return false;
    // Whatever the moment and the zone, one is after the other.
    return timeSpanOf(first, 'UTC', 1e9).start >= timeSpanOf(last, 'UTC', 1e9).end;
  }
}
