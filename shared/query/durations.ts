import type { NumberSpan, TypedNumber } from './numbers.ts';
import { spanOfNumbers } from './numbers.ts';
import type { FilterValue } from './query.ts';

const unitsPattern = /^(?:(?<hours>\d{1,4})h)?(?:(?<minutes>\d{1,6})m)?(?:(?<seconds>\d{1,8})s)?$/;
const clockPattern = /^(?:(?<hours>\d{1,4}):(?=\d\d:))?(?<minutes>\d{1,4}):(?<seconds>[0-5]\d)$/;
const fractionPattern = /^(?<digits>\d{1,6}\.(?<fraction>\d{1,3}))(?<unit>[hm])$/;

/**
 * Reads how long something took, in seconds: `90s`, `6m`, `1h`, `1h30m`, `6.5m`, `5:30`, `1:05:30` and, without a unit,
 * seconds. As exact as it was typed: `6m` stands for all from six minutes up to seven. Null if the text is none.
 */
export function readDuration(text: string): TypedNumber | null {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,8}$/.test(typed)) return { value: Number(typed), step: 1 };
  const fraction = fractionPattern.exec(typed)?.groups;
  if (fraction !== undefined) {
    const factor = fraction['unit'] === 'h' ? 3600 : 60;
    const step = factor / 10 ** (fraction['fraction']?.length ?? 0);
    return { value: Number(fraction['digits']) * factor, step };
  }
  const groups = (typed === '' ? null : (unitsPattern.exec(typed) ?? clockPattern.exec(typed)))?.groups;
  if (groups === undefined) return null;
  const { hours, minutes, seconds } = groups;
  const value = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return { value, step: seconds !== undefined ? 1 : minutes !== undefined ? 60 : 3600 };
}

/** The seconds that a value of a duration key takes; null for `any` and `none`. */
export function durationSpanOf(value: FilterValue): NumberSpan | null {
  return spanOfNumbers(value, readDuration);
}

/** A duration as a label writes it: `6 m`, `1 h 30 m`, `90 s`, `5:30`. */
export function describeDuration(text: string): string {
  if (/^\d+$/.test(text)) return `${text} s`;
  return text.replaceAll(/(?<=\d)([hms])/g, ' $1 ').trim();
}
