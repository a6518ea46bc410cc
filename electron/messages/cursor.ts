import { RaidscopeError } from '../../shared/contract/errors.ts';
import { lastPlace, placesPerSecond } from './condition.ts';
import type { Direction } from './find-places.ts';

/** Where a page begins: right after a place, in a direction. Opaque to whoever asks for pages. */
export interface Cursor {
  readonly direction: Direction;
  readonly seq: number;
}

const letters = { older: 'o', newer: 'n' } as const;

export function printCursor({ direction, seq }: Cursor): string {
  return letters[direction] + seq.toString(36);
}

/** Throws `bad_input` for anything but what `printCursor` gave. */
export function readCursor(text: string): Cursor {
  const [, letter, digits = ''] = /^([on])(-?[0-9a-z]{1,11})$/.exec(text) ?? [];
  const seq = Number.parseInt(digits, 36);
  if (letter === undefined || !Number.isSafeInteger(seq) || seq.toString(36) !== digits) {
    throw new RaidscopeError('bad_input', 'This page cannot be found again: its cursor is not one of ours.', {
      cursor: text,
    });
  }
  return { direction: letter === 'o' ? 'older' : 'newer', seq };
}

const timePattern = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)Z?)?$/;

/** The last place of a UTC time (`YYYY-MM-DD[ HH:MM[:SS[.sss]]]`) as a whole second; of the whole day if that is all. */
export function lastPlaceAt(time: string): number {
  const [, date, clock = '23:59:59'] = timePattern.exec(time) ?? [];
  const milliseconds = Date.parse(`${date}T${clock}Z`);
  if (date === undefined || Number.isNaN(milliseconds)) {
    throw new RaidscopeError('bad_input', 'A time looks like 2025-11-22 or 2025-11-22 20:15:00.', { at: time });
  }
  return Math.min(lastPlace, (Math.floor(milliseconds / 1000) + 1) * placesPerSecond - 1);
}
