import type { PullTotals } from '../../shared/raids/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import type { NightClock } from './use-night-clock.ts';

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** `06:00` */
export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** `Saturday`, of a date that is one already: no zone changes it. */
export function weekdayOf(day: string): string {
  const moment = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(moment) ? '' : weekdays.format(moment);
}

/** The day after a date, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** `from 2025-11-22 06:00 to 2025-11-23 06:00, Europe/Berlin` */
export function spanOfNight(night: string, { timeZone, nightStartHour }: NightClock): string {
  const hour = formatHour(nightStartHour);
  return `from ${night} ${hour} to ${dayAfter(night)} ${hour}, ${timeZone}`;
}

/** `312 pulls, 64 kills, 240 wipes` */
export function formatPulls({
  pullCount,
  killCount,
  wipeCount,
}: Pick<PullTotals, 'pullCount' | 'killCount' | 'wipeCount'>): string {
  return [formatQuantity(pullCount, 'pull'), formatQuantity(killCount, 'kill'), formatQuantity(wipeCount, 'wipe')].join(
    ', ',
  );
}
