import { raidDifficulties, raidResults, type RaidTimeline } from '../../shared/raids/types.ts';

export interface DrawnPull {
  readonly start: number;
  /** Seconds; -1: unknown. */
  readonly length?: number;
  readonly lane?: number;
  readonly boss?: number;
  readonly result?: (typeof raidResults)[number];
  readonly difficulty?: (typeof raidDifficulties)[number];
  readonly health?: number;
}

/** A timeline as the main process answers it. */
export function timelineOf(pulls: readonly DrawnPull[], laneCount = 1): RaidTimeline {
  const column = <Value>(read: (pull: DrawnPull) => Value) => pulls.map(read);
  return {
    lanes: Array.from({ length: laneCount }, (_, lane) => {
      const own = pulls.filter((pull) => (pull.lane ?? 0) === lane);
      return {
        id: `lane-${lane}`,
        label: `Lane ${lane}`,
        pullCount: own.length,
        killCount: own.filter(({ result }) => result === 'kill').length,
      };
    }),
    bosses: ['Voidmaw', 'Hollow King', 'Ember Queen'],
    pulls: {
      ids: pulls.map((_, index) => `pull-${index}`),
      lanes: column(({ lane }) => lane ?? 0),
      bosses: column(({ boss }) => boss ?? 0),
      starts: column(({ start }) => start),
      lengths: column(({ length }) => length ?? 300),
      results: column(({ result }) => raidResults.indexOf(result ?? 'wipe')),
      difficulties: column(({ difficulty }) => raidDifficulties.indexOf(difficulty ?? 'normal')),
      healths: column(({ health, result }) => health ?? (result === 'kill' ? 0 : 50)),
      pullNumbers: pulls.map((_, index) => index + 1),
      playerCounts: column(() => 20),
      deaths: column(() => 3),
    },
    marks: [],
    notBegunCount: 0,
    endsBeforeStartCount: 0,
    problems: [],
    resolved: [],
  };
}

const day = 86_400;

/** Two nights a week in each lane, 23 pulls a night, from a Sunday at 19:00 UTC on. */
export function nightsOfPulls(count: number, laneCount: number): readonly DrawnPull[] {
  const begin = Date.UTC(2016, 0, 3, 19) / 1000;
  return Array.from({ length: count }, (_, number) => {
    const lane = number % laneCount;
    const own = Math.floor(number / laneCount);
    const night = Math.floor(own / 23);
    const start = begin + Math.floor(night / 2) * 7 * day + (night % 2) * 3 * day + (own % 23) * 540 + lane * 60;
    const health = (number * 37) % 100;
    return {
      start,
      length: 120 + ((number * 53) % 360),
      lane,
      boss: night % 3,
      result: health < 6 ? 'kill' : 'wipe',
      health: health < 6 ? 0 : health,
      difficulty: raidDifficulties[night % 3] ?? 'normal',
    } as const;
  }).toSorted((one, other) => one.start - other.start);
}
