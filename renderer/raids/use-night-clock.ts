import { useMemo } from 'react';
import { resolveTimeZone } from '../app/time-format.ts';
import { useSettings } from '../app/use-settings.ts';

/** How the channels of raids tell nights apart. */
export interface NightClock {
  readonly timeZone: string;
  readonly nightStartHour: number;
}

/** The person's zone, and the hour at which a raid night ends and the next begins. */
export function useNightClock(): NightClock {
  const settings = useSettings();
  const timeZone = resolveTimeZone(settings.timeZone);
  const { nightStartHour } = settings;
  return useMemo(() => ({ timeZone, nightStartHour }), [timeZone, nightStartHour]);
}
