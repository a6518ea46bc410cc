/** Turns moments into text in one zone. Formatters are kept: making one costs as much as hundreds of uses. */
export interface TimeFormat {
  /** The IANA zone in which it writes. */
  readonly zone: string;
  /** `2025-11-22 20:15:03` */
  dateTime(moment: number): string;
  /** `2025-11-22` */
  date(moment: number): string;
}

const formats = new Map<string, TimeFormat>();

/** The zone that a setting stands for. */
export function resolveTimeZone(setting: string): string {
  return setting === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : setting;
}

/** Formats in an IANA zone; the Swedish locale writes dates as ISO 8601 does, as the search box expects them. */
export function timeFormatFor(zone: string): TimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const dateTime = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const format: TimeFormat = {
    zone,
    dateTime: (moment) => dateTime.format(moment),
    date: (moment) => date.format(moment),
  };
  formats.set(zone, format);
  return format;
}

/** Milliseconds since 1970 of a UTC text (`2025-11-22 20:15:03[.250]`, or ISO 8601); null when it is not one. */
export function parseUtc(text: string | null): number | null {
  if (text === null) return null;
  const iso = text.trim().replace(' ', 'T');
  const moment = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/i.test(iso) || iso.length <= 10 ? iso : `${iso}Z`);
  return Number.isNaN(moment) ? null : moment;
}

/** `YYYY-MM-DD HH:MM:SS` in UTC, as channels take it. */
export function toUtcText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}
