import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../shared/app/types.ts';
import { defaultSettings } from '../../shared/app/types.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { keys } from '../contract/query-client.ts';
import { resolveTimeZone, timeFormatFor, type TimeFormat } from './time-format.ts';

/** The person's settings; the defaults for the few milliseconds until they are read. */
export function useSettings(): Settings {
  const client = useClient();
  const { data } = useQuery({ queryKey: keys.settings, queryFn: () => client.call('settings.get', {}) });
  return data ?? defaultSettings;
}

/** Changes settings and keeps them on disk; returns the function that does. */
export function useUpdateSettings(): (patch: Partial<Settings>) => void {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (patch: Partial<Settings>) => client.call('settings.update', patch),
    onSuccess: (settings) => queries.setQueryData(keys.settings, settings),
    onError: notifyError,
  });
  return mutate;
}

/** Writes times in the zone that the person chose. */
export function useTimeFormat(): TimeFormat {
  return timeFormatFor(resolveTimeZone(useSettings().timeZone));
}
