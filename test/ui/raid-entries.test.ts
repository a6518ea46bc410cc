import { describe, expect, it } from 'vitest';
import { flatEntries, nightEntries } from '../../renderer/raids/pull-entries.ts';
import type { NightBoss, Raid, RaidNight, RaidPage } from '../../shared/raids/types.ts';

const named = (id: string) => ({ id, name: id, isPlaceholder: false });
const totals = { pullCount: 1, killCount: 0, wipeCount: 1, fightSeconds: 60, deaths: 3, bestHealth: 10 };

function pull(id: string, night: string | null, boss: string): Raid {
  return {
    id,
    name: id,
    boss,
    difficulty: 'hard',
    result: 'wipe',
    healthLeft: 10,
    createdAt: null,
    startedAt: null,
    endedAt: null,
    durationSeconds: 60,
    durationFrom: 'recorded',
    night,
    server: named('server'),
    leader: named('leader'),
    guild: null,
    playerCount: 20,
    composition: [],
    deaths: 3,
    damage: null,
    healing: null,
    damageTaken: null,
    damagePerSecond: null,
    pullNumber: 1,
    oddities: [],
    isStarred: false,
    tags: [],
    hasNote: false,
  };
}

function night(day: string): RaidNight {
  return { night: day, ...totals, bossCount: 1, killedBossCount: 0, firstAt: day, lastAt: day };
}

function group(first: Raid): NightBoss {
  const { night, boss, difficulty, server, guild, leader, id } = first;
  return { night, boss, difficulty, server, guild, leader, firstRaidId: id, ...totals };
}

function page(items: readonly Raid[], firsts: readonly Raid[]): RaidPage {
  const nights = [...new Set(items.map((raid) => raid.night))].flatMap((day) => (day === null ? [] : [night(day)]));
  const bosses = firsts.map(group);
  return { items, next: null, total: 0, killCount: 0, wipeCount: 0, nights, bosses, problems: [], resolved: [] };
}

const friday = [
  pull('1', '2025-11-21', 'Voidmaw'),
  pull('2', '2025-11-21', 'Voidmaw'),
  pull('3', '2025-11-21', 'Stag'),
];
const thursday = [pull('4', '2025-11-20', 'Stag'), pull('5', '2025-11-20', 'Stag')];
const undated = pull('6', null, 'Stag');
const firsts = [friday[0], friday[2], thursday[0], undated].filter((raid) => raid !== undefined);
// The second page begins in the middle of a boss's pulls.
const pages = [
  page(friday.slice(0, 1), firsts.slice(0, 1)),
  page([...friday.slice(1), ...thursday, undated], firsts.slice(1)),
];
const unfolded = { detail: 'pulls', toggled: new Set<string>() } as const;

const kindsOf = (entries: ReturnType<typeof nightEntries>) =>
  entries.map((entry) => (entry.kind === 'pull' ? entry.key : entry.kind));

describe('the rows of the list by nights', () => {
  it('put each night and each boss before its pulls, once, over the edges of pages', () => {
    expect(kindsOf(nightEntries(pages, unfolded))).toEqual([
      'night',
      'boss',
      '1',
      '2',
      'boss',
      '3',
      'night',
      'boss',
      '4',
      '5',
      'night',
      'boss',
      '6',
    ]);
  });

  it('know all of their pulls that are loaded', () => {
    const pullsOf = nightEntries(pages, unfolded).flatMap((entry) =>
      entry.kind === 'pull' ? [] : [entry.pulls.map(({ id }) => id).join('')],
    );
    expect(pullsOf).toEqual(['123', '12', '3', '45', '45', '6', '6']);
  });

  it('are nights alone, or nights and bosses, as far as the list is unfolded', () => {
    expect(kindsOf(nightEntries(pages, { ...unfolded, detail: 'nights' }))).toEqual(['night', 'night', 'night']);
    expect(kindsOf(nightEntries(pages, { ...unfolded, detail: 'bosses' })).join(' ')).toBe(
      'night boss boss night boss night boss',
    );
  });

  it('fold and unfold one night or boss by itself', () => {
    const [first, boss] = nightEntries(pages, unfolded);
    const foldedNight = nightEntries(pages, { detail: 'pulls', toggled: new Set([first?.key ?? '']) });
    expect(kindsOf(foldedNight).slice(0, 3)).toEqual(['night', 'night', 'boss']);
    const foldedBoss = nightEntries(pages, { detail: 'pulls', toggled: new Set([boss?.key ?? '']) });
    expect(kindsOf(foldedBoss).slice(0, 4)).toEqual(['night', 'boss', 'boss', '3']);
    const openedNight = nightEntries(pages, { detail: 'nights', toggled: new Set([first?.key ?? '']) });
    expect(kindsOf(openedNight)).toEqual(['night', 'boss', 'boss', 'night', 'night']);
  });

  it('have keys that no two share', () => {
    const keys = nightEntries(pages, unfolded).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('name no night where no time is known', () => {
    const nights = nightEntries(pages, unfolded).filter((entry) => entry.kind === 'night');
    expect(nights.map(({ night }) => night?.night ?? null)).toEqual(['2025-11-21', '2025-11-20', null]);
  });
});

describe('the rows of a sorted list', () => {
  it('are its pulls as they come', () => {
    expect(kindsOf(flatEntries(pages)).join('')).toBe('123456');
  });
});
