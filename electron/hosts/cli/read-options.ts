import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { OptionValues } from './command.ts';

/** A whole number within bounds, or `fallback` when the option is not given. Throws `bad_input`. */
export function readWholeNumber<Fallback>(
  options: OptionValues,
  name: string,
  bounds: readonly [least: number, most: number],
  fallback: Fallback,
): number | Fallback {
  const text = options[name];
  if (text === undefined) return fallback;
  const value = typeof text === 'string' && /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  const [least, most] = bounds;
  if (value >= least && value <= most) return value;
  throw new RaidscopeError('bad_input', `--${name} must be a whole number from ${least} to ${most}.`);
}

/** How raid nights are told apart, as the channels of raids take it. */
export interface NightClock {
  readonly timeZone: string;
  readonly nightStartHour: number;
}

/** Of `--time-zone` (UTC unless given) and `--night-start`. Throws `bad_input`. */
export function readNightClock(options: OptionValues): NightClock {
  return {
    timeZone: typeof options['time-zone'] === 'string' ? options['time-zone'] : 'UTC',
    nightStartHour: readWholeNumber(options, 'night-start', [0, 23], 6),
  };
}
