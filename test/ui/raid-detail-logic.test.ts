import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthSample, Participant, RaidDetail, RaidEvent } from '../../shared/raids/pull-types.ts';
import { classLook } from '../../renderer/raids/detail/class-looks.ts';
import { eventKindOf, sortedKinds } from '../../renderer/raids/detail/event-kinds.ts';
import {
  formatMoment,
  listPhases,
  listStops,
  nearestStop,
  nextStop,
  sampleAt,
  spanOf,
  zeroMsOf,
} from '../../renderer/raids/detail/fight-moments.ts';
import { rowsOfMarks } from '../../renderer/raids/detail/mark-rows.ts';
import { sortParticipants } from '../../renderer/raids/detail/participant-order.ts';
import { nearestMessage } from '../../renderer/raids/detail/use-raid-chat.ts';

const zeroMs = Date.UTC(2025, 10, 22, 20);

function sample(second: number, health: number, messageId: string | null = `s${second}`): HealthSample {
  return { atMs: zeroMs + second * 1000, second, health, messageId };
}

function event(second: number, name: string, messageId: string | null = `e${second}`): RaidEvent {
  return { atMs: zeroMs + second * 1000, second, event: name, health: null, player: null, text: null, messageId };
}

interface Course {
  readonly samples?: readonly HealthSample[];
  readonly events?: readonly RaidEvent[];
  readonly markSeconds?: readonly number[];
  readonly durationSeconds?: number | null;
}

/** As much of a raid as the picture of its health looks at. */
function detailOf({ samples = [], events = [], markSeconds = [], durationSeconds = 100 }: Course): RaidDetail {
  const marks = markSeconds.map((second, index) => ({
    id: index + 1,
    raidId: 'r',
    atMs: zeroMs + second * 1000,
    text: 'x',
  }));
  const raid = { durationSeconds, startedAt: '2025-11-22 20:00:00', createdAt: null, result: 'wipe' };
  return { raid, samples, events, marks } as unknown as RaidDetail; // what else a raid has is not looked at
}

function stopsOf(detail: RaidDetail, hidden: ReadonlySet<string> = new Set()) {
  return listStops(detail, zeroMs, spanOf(detail, zeroMs), hidden);
}

describe('the stops of a fight', () => {
  it('are samples, events and marks in order of time; a message that tells both is one stop', () => {
    const detail = detailOf({
      samples: [sample(0, 100, 'm1'), sample(20, 80)],
      events: [event(0, 'pull', 'm1')],
      markSeconds: [10],
    });
    expect(stopsOf(detail).map(({ kind, second }) => [kind, second])).toEqual([
      ['event', 0],
      ['mark', 10],
      ['sample', 20],
    ]);
  });

  it('keep the sample of an event whose kind is hidden', () => {
    const detail = detailOf({ samples: [sample(5, 90, 'm1')], events: [event(5, 'death', 'm1')] });
    expect(stopsOf(detail, new Set(['death'])).map(({ kind }) => kind)).toEqual(['sample']);
  });

  it('are each reached once by going on from one to the next, also several at one moment', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (seconds) => {
        const stops = stopsOf(
          detailOf({ events: seconds.map((second, index) => event(second, 'death', `m${index}`)) }),
        );
        const reached = [];
        let cursor: { second: number; stopKey: string | null } | null = null;
        for (let stop = nextStop(stops, cursor, 1); stop !== null; stop = nextStop(stops, cursor, 1)) {
          reached.push(stop.key);
          cursor = { second: stop.second, stopKey: stop.key };
        }
        expect(reached).toEqual(stops.map(({ key }) => key));
      }),
    );
  });

  it('that are nearest within reach are found, an event before a sample of the same moment', () => {
    const stops = stopsOf(detailOf({ samples: [sample(50, 40, null)], events: [event(50, 'phase')] }));
    expect(nearestStop(stops, 51, 2)?.kind).toBe('event');
    expect(nearestStop(stops, 60, 2)).toBeNull();
  });
});

describe('the span of the picture', () => {
  it('holds the fight and what was told shortly around it, and nothing from long after', () => {
    const events = [event(-20, 'pull'), event(150, 'loot'), event(4000, 'loot')];
    expect(spanOf(detailOf({ events }), zeroMs)).toEqual({ from: -20, to: 150 });
  });

  it('of a fight without a length goes up to the last sample', () => {
    expect(spanOf(detailOf({ samples: [sample(0, 100), sample(42, 70)], durationSeconds: null }), zeroMs).to).toBe(42);
  });

  it('counts from the pull, which samples know best', () => {
    expect(zeroMsOf(detailOf({ samples: [sample(30, 90)] }))).toBe(zeroMs);
    expect(zeroMsOf(detailOf({}))).toBe(zeroMs);
  });
});

describe('moments', () => {
  it('are written from the pull, before it with a sign', () => {
    expect([formatMoment(134.6), formatMoment(0), formatMoment(-20)]).toEqual(['2:14', '0:00', '-0:20']);
  });

  it('know the health that was told last, and none before the first', () => {
    const samples = [sample(10, 90), sample(20, 80)];
    expect(sampleAt(samples, 19)?.health).toBe(90);
    expect(sampleAt(samples, 20)?.health).toBe(80);
    expect(sampleAt(samples, 9)).toBeNull();
  });

  it('belong to phases that begin with the pull and end with the fight', () => {
    const detail = detailOf({ events: [event(30, 'phase'), event(60, 'phase')] });
    expect(listPhases(detail, { from: 0, to: 120 })).toEqual([
      { number: 1, from: 0, to: 30 },
      { number: 2, from: 30, to: 60 },
      { number: 3, from: 60, to: 100 },
    ]);
    expect(listPhases(detailOf({}), { from: 0, to: 120 })).toEqual([]);
  });
});

describe('marks in a row', () => {
  it('never lie over each other while there are rows left', () => {
    expect(rowsOfMarks([0, 5, 10, 30], 12, 3)).toEqual([0, 1, 2, 0]);
    expect(rowsOfMarks([0, 1, 2, 3], 12, 2)).toEqual([0, 1, 0, 1]);
  });
});

describe('looks', () => {
  it('of events that nobody knows have their name and first letter', () => {
    expect(eventKindOf('meteor_shower')).toMatchObject({ label: 'Meteor shower', letter: 'M', shape: 'ring' });
    expect(eventKindOf('')).toMatchObject({ letter: '?' });
    expect(sortedKinds(['zap', 'death', 'pull']).map(({ event }) => event)).toEqual(['pull', 'death', 'zap']);
  });

  it('of classes that are known differ, and others get letters of their name', () => {
    const names = [
      'Warrior',
      'Warlock',
      'Warden',
      'Paladin',
      'Death Knight',
      'Priest',
      'Druid',
      'Shaman',
      'Cleric',
      'Mage',
    ];
    const letters = [...names, 'Rogue', 'Hunter', 'Monk', 'Ranger'].map((name) => classLook(name).letters);
    expect(new Set(letters).size).toBe(14);
    expect(classLook('death_knight').tone).toBe('death-knight');
    expect(classLook('Tide Caller')).toEqual({ letters: 'TC', tone: null });
    expect(classLook('騎士').letters).toBe('騎士');
    expect(classLook(' ').letters).toBe('?');
  });
});

describe('participants', () => {
  function participant(name: string, damage: number, percentile: number | null): Participant {
    return { player: { id: name, name, isPlaceholder: false }, damage, percentile } as Participant; // what is sorted by
  }

  it('without a figure come last whichever way, equals by name', () => {
    const all = [participant('C', 5, null), participant('B', 5, 80), participant('A', 9, 20)];
    const order = (by: string, isDescending: boolean) =>
      sortParticipants(all, { by, isDescending }).map(({ player }) => player.name);
    expect(order('percentile', true)).toEqual(['B', 'A', 'C']);
    expect(order('percentile', false)).toEqual(['A', 'B', 'C']);
    expect(order('damage', true)).toEqual(['A', 'B', 'C']);
    expect(order('name', true)).toEqual(['C', 'B', 'A']);
  });
});

describe('the message nearest to a moment', () => {
  it('is the one that any search through all would find', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -5, max: 55 }), (unsorted, second) => {
        const messages = unsorted
          .sort((a, b) => a - b)
          .map((at) => ({ second: at }) as Parameters<typeof nearestMessage>[0][number]); // only the time is looked at
        const found = messages[nearestMessage(messages, second)]?.second ?? Infinity;
        expect(Math.abs(found - second)).toBe(Math.min(...unsorted.map((at) => Math.abs(at - second))));
      }),
    );
    expect(nearestMessage([], 3)).toBe(-1);
  });
});
