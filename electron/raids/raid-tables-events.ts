import type { RaidDetail, RaidEvent } from '../../shared/raids/pull-types.ts';
import { columnsIn, type RaidColumn } from './raid-tables-columns.ts';

/** An event of the raid, or a mark that the person set on its time line. */
export interface ListedEvent extends Omit<RaidEvent, 'second'> {
  /** Null for a mark in a raid whose start is not known. */
  readonly second: number | null;
  readonly isMark: boolean;
}

/** Events and the person's own marks together, in order of time. */
export function listEvents({ events, marks, raid }: Pick<RaidDetail, 'events' | 'marks' | 'raid'>): ListedEvent[] {
  const beganMs = raid.startedAt === null ? null : Date.parse(`${raid.startedAt.replace(' ', 'T')}Z`);
  const markEvents = marks.map(({ atMs, text }): ListedEvent => ({
    atMs,
    second: beganMs === null ? null : (atMs - beganMs) / 1000,
    event: 'mark',
    health: null,
    player: null,
    text,
    messageId: null,
    isMark: true,
  }));
  return [...events.map((event) => ({ ...event, isMark: false })), ...markEvents].sort((a, b) => a.atMs - b.atMs);
}

/** Of the table `events`. */
export function eventColumns(zone: string): readonly RaidColumn<ListedEvent>[] {
  const { text, flag, time, number } = columnsIn<ListedEvent>(zone);
  return [
    time('at', 'Time', ({ atMs }) => utcText(atMs)),
    number('second', 'Seconds from the pull', ({ second }) => second),
    text('event', 'Event', ({ event }) => event),
    number('health', 'Boss health (%)', ({ health }) => health),
    text('player', 'Player', ({ player }) => player?.name ?? null),
    text('text', 'Text', (event) => event.text),
    flag('isMark', 'Own mark', ({ isMark }) => isMark),
    text('messageId', 'Message id', ({ messageId }) => messageId),
  ];
}

/** As the library stores times; milliseconds only where there are some. */
function utcText(atMs: number): string {
  return new Date(atMs)
    .toISOString()
    .replace('T', ' ')
    .replace(/(?:\.000)?Z$/, '');
}
