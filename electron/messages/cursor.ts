import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { MessagePage } from '../../shared/messages/types.ts';
import { firstPlace, lastPlace, placesPerSecond } from './condition.ts';
import type { Direction } from './walk-places.ts';

/**
 * Where a page begins: right after a place, in a direction; in `best` order after so many hits of the ranking. Opaque to
 * whoever asks for pages.
 */
export type Cursor = PlaceCursor | RankCursor;

export interface PlaceCursor {
  readonly order: 'new' | 'old';
  readonly direction: Direction;
  readonly seq: number;
}

export interface RankCursor {
  readonly order: 'best';
  readonly isBackward: boolean;
  /** Forward: the first rank of the page, from 0 on; backward: the one after its last. */
  readonly rank: number;
}

/** In the order `new`; upper case in the order `old`. */
const letters = { older: 'o', newer: 'n' } as const;

export function printCursor(cursor: Cursor): string {
  if (cursor.order === 'best') return (cursor.isBackward ? 'B' : 'b') + cursor.rank.toString(36);
  const letter = letters[cursor.direction];
  return (cursor.order === 'new' ? letter : letter.toUpperCase()) + cursor.seq.toString(36);
}

/** Throws `bad_input` for anything but what `printCursor` gave for pages in this order. */
export function readCursor(text: string, order: MessagePage['order']): Cursor {
  const [, letter = '', digits = ''] = /^([onONbB])(-?[0-9a-z]{1,11})$/.exec(text) ?? [];
  const number = Number.parseInt(digits, 36);
  const cursor: Cursor =
    letter.toLowerCase() === 'b'
      ? { order: 'best', isBackward: letter === 'B', rank: number }
      : {
          order: letter === letter.toLowerCase() ? 'new' : 'old',
          direction: letter.toLowerCase() === letters.older ? 'older' : 'newer',
          seq: number,
        };
  const isSound = Number.isSafeInteger(number) && number.toString(36) === digits;
  if (!isSound || cursor.order !== order || (cursor.order === 'best' && number < 0)) {
    throw new RaidscopeError('bad_input', 'This page cannot be found again: its cursor is not one of this search.', {
      cursor: text,
    });
  }
  return cursor;
}

const timePattern = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)Z?)?$/;

/** The last place of a UTC time (`YYYY-MM-DD[ HH:MM[:SS[.sss]]]`) as a whole second; of the whole day if that is all. */
export function lastPlaceAt(time: string): number {
  return Math.min(lastPlace, (readSecond(time, '23:59:59') + 1) * placesPerSecond - 1);
}

/** The first place of a UTC time as a whole second, or of a whole day. */
export function firstPlaceAt(time: string): number {
  return Math.max(firstPlace, readSecond(time, '00:00:00') * placesPerSecond);
}

function readSecond(time: string, clockOfDay: string): number {
  const [, date, clock = clockOfDay] = timePattern.exec(time) ?? [];
  const milliseconds = Date.parse(`${date}T${clock}Z`);
  if (date === undefined || Number.isNaN(milliseconds)) {
    throw new RaidscopeError('bad_input', 'A time looks like 2025-11-22 or 2025-11-22 20:15:00.', { at: time });
  }
  return Math.floor(milliseconds / 1000);
}
