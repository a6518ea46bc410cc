import { localTimeAt } from '../../shared/query/time-zone.ts';

/** A moment as a zone's clocks show it. */
export interface ZoneTime {
  /** `2025-11-22 20:15:03` */
  readonly local: string;
  /** `2025-11-22T20:15:03.250+01:00` */
  readonly iso: string;
}

const utcPattern = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?Z?$/;
/** Zones change their clocks at the quarters of an hour, so within one the offset is the same. */
const secondsPerQuarter = 900;

/** Writes stored UTC times in one zone; the zone is asked once for each quarter of an hour, for it is slow to answer. */
export class ZoneClock {
  readonly #zone: string;
  #quarter = Number.NaN;
  #offset = 0;

  /** `zone`: a name that Intl knows. */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /** Null for a text that is no UTC time. */
  read(utc: string): ZoneTime | null {
    const [, date, clock, fraction = ''] = utcPattern.exec(utc) ?? [];
    const seconds = Date.parse(`${date}T${clock}Z`) / 1000;
    if (Number.isNaN(seconds)) return null;
    const offset = this.#offsetAt(seconds);
    const shown = new Date((seconds + offset) * 1000).toISOString();
    return {
      local: `${shown.slice(0, 10)} ${shown.slice(11, 19)}`,
      iso: `${shown.slice(0, 19)}${fraction}${printOffset(offset)}`,
    };
  }

  #offsetAt(seconds: number): number {
    const quarter = Math.floor(seconds / secondsPerQuarter);
    if (quarter !== this.#quarter) {
      const local = localTimeAt(seconds, this.#zone);
      const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second) / 1000;
      this.#quarter = quarter;
      this.#offset = asUtc - seconds;
    }
    return this.#offset;
  }
}

function printOffset(seconds: number): string {
  if (seconds === 0) return 'Z';
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
