/** How figures of raids are written, everywhere in the window. What is not known is a dash; its reason is for a tooltip. */
import type { Raid, RaidDifficulty, RaidOddity, RaidResult, RaidRole } from '../../shared/raids/types.ts';
import { formatQuantity } from '../app/number-format.ts';

/** Stands where a figure is not known. */
export const dash = '–';

export const difficultyNames: Readonly<Record<RaidDifficulty, string>> = {
  normal: 'Normal',
  hard: 'Hard',
  mythic: 'Mythic',
};
export const difficultyLetters: Readonly<Record<RaidDifficulty, string>> = { normal: 'N', hard: 'H', mythic: 'M' };

/** One player of a role. */
export const roleNames: Readonly<Record<RaidRole, string>> = { tank: 'Tank', healer: 'Healer', dps: 'Damage dealer' };
/** The players of a role together. */
export const roleGroups: Readonly<Record<RaidRole, string>> = { tank: 'Tanks', healer: 'Healers', dps: 'Damage' };
export const roleLetters: Readonly<Record<RaidRole, string>> = { tank: 'T', healer: 'H', dps: 'D' };

export const resultNames: Readonly<Record<RaidResult, string>> = {
  kill: 'Kill',
  wipe: 'Wipe',
  live: 'Live',
  preparing: 'Not begun',
};

/** `Kill`, `Wipe 12 %`, `Live 43 %`, `Not begun`. */
export function formatResult({ result, healthLeft }: Pick<Raid, 'result' | 'healthLeft'>): string {
  const saysHealth = (result === 'wipe' || result === 'live') && healthLeft !== null;
  return saysHealth ? `${resultNames[result]} ${formatPercent(healthLeft)}` : resultNames[result];
}

/** `5:32`, `1:02:10`, as a fight is timed; whole seconds. */
export function formatDuration(seconds: number | null): string {
  if (seconds === null) return dash;
  const whole = Math.floor(Math.max(0, seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** `48 s`, `35 min`, `2 h 41 min`: how long an evening's fights took together. */
export function formatFightTime(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** `940`, `58.3 k`, `1.24 M`: three digits of a large amount. */
export function formatAmount(amount: number | null): string {
  if (amount === null) return dash;
  const units = ['', ' k', ' M', ' G', ' T'];
  let size = amount;
  let unit = 0;
  // What would be rounded to 1,000 of a unit is 1.00 of the next.
  while (Math.abs(size) >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  if (unit === 0) return `${Math.round(size)}`;
  // Which power of ten it has is decided after rounding: 9.996 k is 10.0 k.
  const decimals = Math.abs(size) < 9.995 ? 2 : Math.abs(size) < 99.95 ? 1 : 0;
  return `${size.toFixed(decimals)}${units[unit] ?? ''}`;
}

/** `1.24 M/s`, `58.3 k/s`, `940/s`. */
export function formatRate(perSecond: number | null): string {
  return perSecond === null ? dash : `${formatAmount(perSecond)}/s`;
}

/** `12 %`, `0.4 %`; of a number from 0 to 100. */
export function formatPercent(percent: number | null): string {
  if (percent === null) return dash;
  const rounded = Math.abs(percent) < 10 ? Math.round(percent * 10) / 10 : Math.round(percent);
  return `${rounded} %`;
}

/** `12 %`, of a number from 0 to 1. */
export function formatShare(share: number | null): string {
  return formatPercent(share === null ? null : share * 100);
}

/** Why a pull has no length; null where it has one. */
export function explainNoDuration(raid: Pick<Raid, 'durationSeconds' | 'result' | 'oddities'>): string | null {
  if (raid.durationSeconds !== null) return null;
  if (raid.result === 'preparing') return 'It has not begun.';
  if (raid.result === 'live') return 'It goes on: how long it takes is not known yet.';
  if (raid.oddities.includes('ends_before_start')) return 'It ends before it starts, and no length is recorded.';
  return 'Neither its length nor both its start and its end are recorded.';
}

/** Why a pull has no damage per second; null where it has. */
export function explainNoRate(
  raid: Pick<Raid, 'durationSeconds' | 'result' | 'oddities' | 'damage' | 'damagePerSecond'>,
): string | null {
  if (raid.damagePerSecond !== null) return null;
  if (raid.damage === null) return 'The backup lists no participants.';
  return `No rate without a length. ${explainNoDuration(raid) ?? 'Its length is 0 seconds.'}`;
}

/** What does not fit together in a raid's row, as a sentence. */
export function explainOddity(oddity: RaidOddity, { playerCount }: Pick<Raid, 'playerCount'>): string {
  switch (oddity) {
    case 'ends_before_start':
      return 'The backup says that this pull ends before it starts.';
    case 'no_participants':
      return playerCount === 0
        ? 'The backup lists no participants of this pull.'
        : `The backup lists no participants of this pull, only that there were ${formatQuantity(playerCount, 'player')}.`;
    case 'other_count':
      return `The backup lists ${formatQuantity(playerCount, 'participant')}, but records another number of them.`;
  }
}
