import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MessageHistogram } from '../../shared/messages/types.ts';
import { focusTargets } from '../app/focus-targets.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { DateScrubber, type VisibleTimes } from './DateScrubber.tsx';
import { bucketText, dateFilterOf } from './scrubber-labels.ts';
import { scrubberScale, type ScrubberScale } from './scrubber-scale.ts';

interface HitScrubberProps {
  readonly libraryPath: string;
  /** The query that the list shows. */
  readonly query: string;
  readonly timeZone: string;
  readonly isNewestOnTop: boolean;
  readonly visible: VisibleTimes;
  readonly onJump: (moment: number) => void;
  /** Gets a date filter's text. */
  readonly onNarrow: (filter: string) => void;
}

/** The scrubber over the hits of the query on screen; nothing in a library without a dated message. */
export function HitScrubber(props: HitScrubberProps) {
  const { libraryPath, query, timeZone, isNewestOnTop, visible, onJump, onNarrow } = props;
  const hits = useHistogram(libraryPath, query, timeZone);
  const whole = useHistogram(libraryPath, '', timeZone);
  const wholeScale = useScale(hits, whole, timeZone, isNewestOnTop);
  const behind = useHistogram(libraryPath, wholeScale?.unit === 'hour' ? daysOf(wholeScale) : '', timeZone);
  const scale = useScale(hits, behind, timeZone, isNewestOnTop);
  return (
    scale && (
      <DateScrubber
        scale={scale}
        visible={visible}
        onJump={onJump}
        onNarrow={({ low, high }) => onNarrow(dateFilterOf(scale, low, high))}
        onScroll={scrollList}
      />
    )
  );
}

/** Counted apart from the first page, which never waits for it; the one before stays until the next is there. */
function useHistogram(libraryPath: string, query: string, timeZone: string): MessageHistogram | undefined {
  const client = useClient();
  const { data } = useQuery({
    queryKey: [...keys.messages, 'histogram', libraryPath, timeZone, query],
    queryFn: ({ signal }) => client.call('messages.histogram', { query, timeZone }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return data;
}

function useScale(
  hits: MessageHistogram | undefined,
  all: MessageHistogram | undefined,
  timeZone: string,
  isNewestOnTop: boolean,
): ScrubberScale | null {
  return useMemo(
    () => (hits && all ? scrubberScale({ hits, all, timeZone, isNewestOnTop }) : null),
    [hits, all, timeZone, isNewestOnTop],
  );
}

/** All messages of the days that the scale spans: few enough days to be counted by the hour as the hits are. */
function daysOf(scale: ScrubberScale): string {
  const from = bucketText(scale, 0).slice(0, 10);
  const to = bucketText(scale, scale.bucketCount - 1).slice(0, 10);
  return `date:${from}..${to}`;
}

function scrollList(pixels: number): void {
  document.getElementById(focusTargets.messageList)?.scrollBy({ top: pixels });
}
