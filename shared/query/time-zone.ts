/** A moment as clocks of some zone show it; month 1-12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US-u-ca-iso8601', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The zone's name for Intl: `local` is this computer's own. Null if there is no such zone. */
export function findTimeZone(name: string): string | null {
  if (name === 'local') return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    formatterOf(name);
    return name;
  } catch {
    return null;
  }
}

const zoneNames = new Map<string, readonly Intl.DateTimeFormat[]>();

/** The zone's short name at a moment, as the people there write it: `CET`, `EDT`, `AEST`, else `GMT+9`. */
export function zoneNameAt(seconds: number, timeZone: string): string {
  let formatters = zoneNames.get(timeZone);
  if (formatters === undefined) {
    // Each English knows the names of its own part of the world.
    formatters = ['en-GB', 'en-US', 'en-AU'].map(
      (locale) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }),
    );
    zoneNames.set(timeZone, formatters);
  }
  const names = formatters.map(
    (formatter) => formatter.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value,
  );
  return names.find((name) => name !== undefined && !/^GMT[+-]/.test(name)) ?? names[0] ?? timeZone;
}

/** What the clocks of the zone show at a moment (seconds since 1970, UTC). */
export function localTimeAt(seconds: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(seconds * 1000)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

/** Seconds since 1970 if the clocks were those of UTC. Fields may overflow: month 13 is January of the next year. */
function secondsAsUtc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

function offsetAt(seconds: number, timeZone: string): number {
  return secondsAsUtc(localTimeAt(seconds, timeZone)) - seconds;
}

const day = 86_400;

/**
 * The moment (seconds since 1970, UTC) at which the zone's clocks show a time: the first of two where they are set back.
 * A time that they skip is read as if they had not been set forward yet. Fields may overflow.
 */
export function momentOf(local: LocalTime, timeZone: string): number {
  const asUtc = secondsAsUtc(local);
  const before = offsetAt(asUtc - day, timeZone);
  const after = offsetAt(asUtc + day, timeZone);
  const candidates = [asUtc - before, asUtc - after].filter(
    (seconds) => seconds + offsetAt(seconds, timeZone) === asUtc,
  );
  return candidates.length === 0 ? asUtc - before : Math.min(...candidates);
}
