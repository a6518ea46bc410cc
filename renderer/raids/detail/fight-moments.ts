import type { HealthSample, RaidDetail, RaidEvent, RaidMark } from '../../../shared/raids/pull-types.ts';
import { parseUtc } from '../../app/time-format.ts';
import { formatDuration, formatPercent } from '../raid-format.ts';
import { eventKindOf, isMarked } from './event-kinds.ts';

/** A place at which the cursor stops: an event, a mark of the person's own, or a sample of health without an event. */
export type FightStop = { readonly key: string; readonly second: number; readonly messageId: string | null } & (
  | { readonly kind: 'sample'; readonly health: number }
  | { readonly kind: 'event'; readonly event: RaidEvent }
  | { readonly kind: 'mark'; readonly mark: RaidMark }
);

/** From when to when something is, in seconds after the pull. */
export interface SecondRange {
  readonly from: number;
  readonly to: number;
}

/** A stretch of a fight between two changes of phase. */
export interface FightPhase extends SecondRange {
  readonly number: number;
}

/** Told before the pull or after the end of the fight: what is farther away than this is left out of the picture. */
const shownBeforeSeconds = 60;
const shownAfterSeconds = 180;

/** When the pull began, in milliseconds since 1970: what all seconds count from. Null where nothing says it. */
export function zeroMsOf({ raid, samples, events }: RaidDetail): number | null {
  const counted = samples[0] ?? events[0];
  if (counted !== undefined) return Math.round(counted.atMs - counted.second * 1000);
  return parseUtc(raid.startedAt) ?? parseUtc(raid.createdAt);
}

/** The stretch that the picture shows: the fight, what was told shortly before and after it, and marks. */
export function spanOf({ raid, samples, events, marks }: RaidDetail, zeroMs: number | null): SecondRange {
  const last = samples.at(-1)?.second ?? 0;
  const end = raid.durationSeconds ?? last;
  const told = [
    ...samples.map(({ second }) => second),
    ...events.filter(({ event }) => isMarked(event)).map(({ second }) => second),
    ...(zeroMs === null ? [] : marks.map(({ atMs }) => (atMs - zeroMs) / 1000)),
  ].filter((second) => second >= -shownBeforeSeconds && second <= Math.max(end, 1) + shownAfterSeconds);
  return { from: Math.min(0, ...told), to: Math.max(end, 1, ...told) };
}

/** All stops within a span, in order of time; events of hidden kinds are left out, their samples of health stay. */
export function listStops(
  { samples, events, marks }: RaidDetail,
  zeroMs: number | null,
  span: SecondRange,
  hiddenKinds: ReadonlySet<string>,
): readonly FightStop[] {
  const shown = events.filter(({ event }) => isMarked(event) && !hiddenKinds.has(event));
  const told = new Set(shown.map(({ messageId }) => messageId).filter((id) => id !== null));
  const stops: FightStop[] = [
    ...samples
      .filter(({ messageId }) => messageId === null || !told.has(messageId))
      .map(({ second, health, messageId }, index) => {
        return { kind: 'sample', key: `sample ${index} ${second}`, second, health, messageId } as const;
      }),
    ...shown.map((event, index) => {
      const { second, messageId } = event;
      return { kind: 'event', key: `event ${index} ${second}`, second, event, messageId } as const;
    }),
    ...(zeroMs === null ? [] : marks).map((mark) => {
      const second = (mark.atMs - (zeroMs ?? 0)) / 1000;
      return { kind: 'mark', key: `mark ${mark.id}`, second, mark, messageId: null } as const;
    }),
  ];
  return stops.filter(({ second }) => second >= span.from && second <= span.to).sort((a, b) => a.second - b.second);
}

/** The stop next to a moment in one direction: of several at the same moment, the one after the stop where the cursor is. */
export function nextStop(
  stops: readonly FightStop[],
  cursor: { readonly second: number; readonly stopKey: string | null } | null,
  towards: 1 | -1,
): FightStop | null {
  if (stops.length === 0) return null;
  if (cursor === null) return stops[towards === 1 ? 0 : stops.length - 1] ?? null;
  const here = stops.findIndex(({ key }) => key === cursor.stopKey);
  if (here !== -1) return stops[here + towards] ?? null;
  return towards === 1
    ? (stops.find(({ second }) => second > cursor.second) ?? null)
    : (stops.findLast(({ second }) => second < cursor.second) ?? null);
}

/** The stop nearest to a moment; null when none is within `reach` seconds. */
export function nearestStop(stops: readonly FightStop[], second: number, reach: number): FightStop | null {
  let nearest: FightStop | null = null;
  for (const stop of stops) {
    const distance = Math.abs(stop.second - second);
    if (distance > reach) continue;
    const isNearer = nearest === null || distance < Math.abs(nearest.second - second);
    // Of a sample and an event at one moment, the event has more to say.
    const saysMore = nearest?.kind === 'sample' && stop.kind !== 'sample' && stop.second === nearest.second;
    if (isNearer || saysMore) nearest = stop;
  }
  return nearest;
}

/** The health that was told last before a moment or at it; null where none had been told. */
export function sampleAt(samples: readonly HealthSample[], second: number): HealthSample | null {
  return samples.findLast((sample) => sample.second <= second) ?? null;
}

/** `2:14`, before the pull `-0:20`. */
export function formatMoment(second: number): string {
  return second < 0 ? `-${formatDuration(Math.ceil(-second))}` : formatDuration(second);
}

/** What is known of a moment, in a sentence: `43 %. Death: Anna “dead to fire”`. */
export function describeMoment(samples: readonly HealthSample[], second: number, stop: FightStop | null): string {
  const health = stop?.kind === 'event' ? stop.event.health : null;
  const sample = sampleAt(samples, second);
  const shown = health ?? sample?.health ?? null;
  const parts = [shown === null ? 'Health not told yet' : formatPercent(shown)];
  if (stop?.kind === 'event') parts.push(describeEvent(stop.event));
  if (stop?.kind === 'mark') parts.push(`Your mark: ${stop.mark.text}`);
  return parts.join('. ');
}

/** `Death: Anna “dead to fire”` */
export function describeEvent({ event, player, text }: RaidEvent): string {
  const named = player === null ? '' : `: ${player.name}`;
  return `${eventKindOf(event).label}${named}${text === null || text === '' ? '' : ` “${text}”`}`;
}

/** Where the phases begin and end: the first one with the pull, each other with its event. Empty without such events. */
export function listPhases({ events, raid, samples }: RaidDetail, span: SecondRange): readonly FightPhase[] {
  const end = raid.durationSeconds ?? samples.at(-1)?.second ?? span.to;
  const starts = events.filter(({ event, second }) => event === 'phase' && second > 0 && second < end);
  if (starts.length === 0) return [];
  const begins = [0, ...starts.map(({ second }) => second)];
  return begins.map((from, index) => ({ number: index + 1, from, to: begins[index + 1] ?? end }));
}
