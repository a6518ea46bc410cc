/** Figures of raids as a terminal shows them; what is not known is a dash. */
import type { Raid, RaidResult } from '../../../shared/raids/types.ts';
import { groupDigits, printable } from './terminal.ts';

/** `5:32`, `1:02:10`. */
export function durationText(seconds: number | null): string {
  if (seconds === null) return '-';
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** From the pull: `0:48`, or `-0:05` before it. */
export function momentText(second: number): string {
  return second < 0 ? `-${durationText(Math.ceil(-second))}` : durationText(second);
}

/** `1,240,000/s`: whole, so that it can be told from its neighbour. */
export function rateText(perSecond: number | null): string {
  return perSecond === null ? '-' : `${groupDigits(Math.round(perSecond))}/s`;
}

export function percentText(percent: number | null): string {
  return percent === null ? '-' : `${Math.round(percent * 10) / 10} %`;
}

const resultNames: Readonly<Record<RaidResult, string>> = {
  kill: 'kill',
  wipe: 'wipe',
  live: 'live',
  preparing: 'not begun',
};

/** `kill`, `wipe 12.4 %`. */
export function resultText({ result, healthLeft }: Pick<Raid, 'result' | 'healthLeft'>): string {
  const saysHealth = (result === 'wipe' || result === 'live') && healthLeft !== null;
  return saysHealth ? `${resultNames[result]} ${percentText(healthLeft)}` : resultNames[result];
}

/** `1 pull`, `1,204 pulls`. */
export function countText(count: number, one: string): string {
  return `${groupDigits(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** A name of somebody or something in the library, safe for a terminal. */
export function nameText(named: { readonly name: string } | null): string {
  return named === null ? '-' : printable(named.name);
}
