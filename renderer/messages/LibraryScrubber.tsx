import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseUtc } from '../app/time-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { DateScrubber } from './DateScrubber.tsx';
import { scrubberScale } from './scrubber-scale.ts';

interface LibraryScrubberProps {
  readonly libraryPath: string;
  /** UTC time of the first message in view. */
  readonly createdAt: string | null;
  readonly onJump: (moment: number) => void;
}

/** The scrubber over the days of the open library; nothing while it has none. */
export function LibraryScrubber({ libraryPath, createdAt, onJump }: LibraryScrubberProps) {
  const client = useClient();
  const { data: days } = useQuery({
    queryKey: [...keys.days, libraryPath],
    queryFn: ({ signal }) => client.call('messages.listDays', {}, { signal }),
  });
  const scale = useMemo(() => scrubberScale(days ?? []), [days]);
  return scale && <DateScrubber scale={scale} moment={parseUtc(createdAt)} onJump={onJump} />;
}
