import type { Database } from '../library/open-database.ts';

/** Earliest and latest moment that a row may carry; outside, a value is a mistake (and `seq` could not hold it). */
const earliestMs = Date.UTC(1970, 0, 1);
const latestMs = Date.UTC(2200, 0, 1);

const textual =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[ T](?<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,](?<fraction>\d{1,9}))?)?\s?(?<zone>Z|[+-]\d{2}:?\d{2})?$/i;
const numeric = /^\d{9,13}(?:\.\d+)?$/;

/**
 * A moment as the schema stores it: `YYYY-MM-DD HH:MM:SS` in UTC, with `.sss` only where the source has a fraction.
 * Reads ISO 8601 with or without a zone (without: UTC), and seconds or milliseconds since 1970. Null when it is none of
 * these, or a day that no calendar has.
 */
export function normalizeTime(value: unknown): string | null {
  const milliseconds = toMilliseconds(value);
  if (milliseconds === null || milliseconds < earliestMs || milliseconds >= latestMs) return null;
  const iso = new Date(milliseconds).toISOString();
  const fraction = iso.slice(20, 23);
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction === '000' ? '' : `.${fraction}`}`;
}

function toMilliseconds(value: unknown): number | null {
  if (typeof value === 'bigint') return fromEpoch(Number(value));
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return numeric.test(trimmed) ? fromEpoch(Number(trimmed)) : fromText(trimmed);
}

/** Twelve digits and more are milliseconds: as seconds they would lie beyond the year 5138. */
function fromEpoch(value: number): number | null {
  if (!Number.isFinite(value) || value < 1e8) return null;
  return Math.round(value >= 1e11 ? value : value * 1000);
}

function fromText(value: string): number | null {
  const parts = textual.exec(value)?.groups;
  if (parts === undefined) return null;
  const date = parts['date'] ?? '';
  const time = (parts['time'] ?? '00:00').padEnd(8, ':00');
  const zone = zoneMinutes(parts['zone']);
  const wall = Date.parse(`${date}T${time}Z`);
  // Date.parse lets 31 April roll over into May.
  if (Number.isNaN(wall) || zone === null || new Date(wall).toISOString().slice(0, 10) !== date) return null;
  const fraction = Number(`0.${parts['fraction'] ?? '0'}`);
  return wall + Math.floor(fraction * 1000) - zone * 60_000;
}

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** How often `raidscope_time` was called so far. */
export interface TimeReader {
  readonly callCount: number;
}

/** Makes `raidscope_time(value)` known to a connection; called only for values that SQLite does not read itself. */
export function registerTimeFunction(database: Database): TimeReader {
  const reader = { callCount: 0 };
  database.function('raidscope_time', { deterministic: true, directOnly: true }, (value: unknown) => {
    reader.callCount += 1;
    return normalizeTime(value);
  });
  return reader;
}
