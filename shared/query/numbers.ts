import type { FilterValue } from './query.ts';

/** Numbers between two ends; null is open. */
export interface NumberSpan {
  readonly low: number | null;
  readonly includesLow: boolean;
  readonly high: number | null;
  readonly includesHigh: boolean;
}

const numberPattern = /^(?<digits>\d{1,12}(?:\.(?<fraction>\d{1,6}))?)(?<unit>[km%]?)$/;
const units = new Map([
  ['k', 1000],
  ['m', 1_000_000],
]);

/** A number as typed and how exact it is: `20` stands for all from 20 up to 21, `20.5` up to 20.6, `2k` for 2000 only. */
export interface TypedNumber {
  readonly value: number;
  readonly step: number;
}

/** Reads `200`, `1.5k`, `2m`, `20.5%`; null if the text is no number. */
export function readNumber(text: string): TypedNumber | null {
  const groups = numberPattern.exec(text.trim().toLowerCase())?.groups;
  if (groups === undefined) return null;
  const factor = units.get(groups['unit'] ?? '');
  const value = Math.round(Number(groups['digits']) * (factor ?? 1) * 1e6) / 1e6;
  return { value, step: factor === undefined ? 10 ** -(groups['fraction']?.length ?? 0) : 1 };
}

/** The numbers that a value of a number key takes; null for `any` and `none`. */
export function numberSpanOf(value: FilterValue): NumberSpan | null {
  return spanOfNumbers(value, readNumber);
}

/** The same for numbers that `read` knows how to read. */
export function spanOfNumbers(value: FilterValue, read: (text: string) => TypedNumber | null): NumberSpan | null {
  switch (value.kind) {
    case 'word': {
      const number = read(value.text);
      return number && { low: number.value, includesLow: true, high: endOf(number), includesHigh: false };
    }
    case 'range': {
      const low = read(value.low ?? '');
      const high = read(value.high ?? '');
      return { low: low?.value ?? null, includesLow: true, high: high && endOf(high), includesHigh: false };
    }
    case 'compare': {
      const number = read(value.text)?.value ?? null;
      const isEqual = value.operator.endsWith('=');
      return value.operator.startsWith('>')
        ? { low: number, includesLow: isEqual, high: null, includesHigh: false }
        : { low: null, includesLow: false, high: number, includesHigh: isEqual };
    }
    default:
      return null;
  }
}

function endOf({ value, step }: TypedNumber): number {
  return Math.round((value + step) * 1e6) / 1e6;
}
