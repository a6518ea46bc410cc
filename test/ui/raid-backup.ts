import { rmSync } from 'node:fs';
import { SampleFile } from '../../electron/sample/sample-file.ts';
import { makeLibrary } from './backups.ts';

/** Pulls that a backup can hold and a page of one pull must be able to show; each by its id. */
export const raids = {
  /** Pull 1, 2 and 3 of a boss by one guild; the third is a kill with every kind of event. */
  firstWipe: 'raid-first',
  secondWipe: 'raid-second',
  kill: 'raid-kill',
  inProgress: 'raid-live',
  neverBegun: 'raid-preparing',
  /** Ends before it starts, and no length is recorded. */
  backwards: 'raid-backwards',
  /** Neither participants nor messages; eight players are recorded. */
  empty: 'raid-empty',
  /** Nobody did anything. */
  zero: 'raid-zero',
  /** 40 players and 1,200 messages. */
  large: 'raid-forty',
  /** Events, but no message told the boss's health. */
  unmeasured: 'raid-unmeasured',
} as const;

export const guildName = 'Ashen Vow';
export const names = {
  arabic: 'نورالهدى الفارس العظيم',
  korean: '바람전사',
  long: 'Maximilianathaniel Bartholomew of the Everlasting Northern Lights',
} as const;

const server = 'srv-1';
const start = Date.UTC(2025, 10, 22, 20, 0, 0);

function timeText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

interface Told {
  readonly second: number;
  readonly text: string;
  readonly author?: string;
  readonly health?: number;
  readonly event?: string;
  readonly player?: string;
  readonly isDeleted?: boolean;
  /** Its metadata does not name the raid. */
  readonly isLoose?: boolean;
}

/** A server's backup with the pulls above. */
class RaidBackup {
  readonly #file: SampleFile;
  #messageCount = 0;

  constructor(path: string) {
    this.#file = SampleFile.create(path, '1.1');
    const at = timeText(start - 86_400_000);
    this.#file.insert('servers', [server, 'Ravenmoor', 'eu', 1000, 10, 'online', 'en', 1, 1, 120, at, at]);
    this.#file.insert('channels', ['ch-raid', 'raid', server, null, 'public', null, 1, 0, at, at]);
    this.#file.insert('guilds', ['guild-1', guildName, server, 'p1', 5, 0, 6, 500, null, 0, 'peace', at]);
  }

  addPlayers(players: Readonly<Record<string, string>>): void {
    const at = timeText(start - 86_400_000);
    for (const [id, name] of Object.entries(players)) {
      this.#file.insert('users', [id, name, null, null, null, null, 60, 0, server, at, at, null, 1, 0]);
      if (!id.startsWith('extra')) this.#file.insert('guild_members', ['guild-1', id, 'member', at, 0]);
    }
  }

  addRaid(raid: {
    readonly id: string;
    readonly at: number;
    readonly status: 'preparing' | 'in_progress' | 'wipe' | 'victory';
    readonly boss?: string;
    readonly health?: number;
    readonly startsAt?: number | null;
    readonly endsAt?: number | null;
    readonly seconds?: number | null;
    readonly count: number;
  }): void {
    const { id, at, status, boss = 'Voidmaw', health = 0, startsAt = at, endsAt = null, seconds = null, count } = raid;
    const text = (ms: number | null) => (ms === null ? null : timeText(ms));
    const isKill = status === 'victory';
    this.#file.insert('raids', [
      id,
      `${guildName}: Nightspire`,
      boss,
      'mythic',
      server,
      'p1',
      status,
      health,
      text(startsAt),
      text(endsAt),
      seconds,
      count,
      isKill ? 1 : 0,
      isKill ? 1 : 0,
      timeText(at),
    ]);
  }

  /** `figures`: damage, healing, taken, deaths, uptime. */
  addParticipant(
    raidId: string,
    playerId: string,
    role: string,
    className: string,
    figures: readonly [number, number, number, number, number],
  ): void {
    this.#file.insert('raid_participants', [raidId, playerId, role, className, ...figures]);
  }

  tell(raidId: string, from: number, told: readonly Told[]): void {
    for (const { second, text, author = 'p1', health, event, player, isDeleted = false, isLoose = false } of told) {
      const metadata = {
        ...(isLoose ? {} : { raid_id: raidId }),
        ...(health === undefined ? {} : { boss_health: health }),
        ...(event === undefined ? {} : { event }),
        ...(player === undefined ? {} : { player_id: player }),
      };
      const at = timeText(from + second * 1000);
      this.#messageCount += 1;
      this.#file.insert('messages', [
        `${raidId}-m${this.#messageCount}`,
        'raid',
        author,
        server,
        'ch-raid',
        text,
        JSON.stringify(metadata),
        at,
        at,
        isDeleted ? 1 : 0,
        isDeleted ? 'spam' : null,
        null,
      ]);
    }
  }

  finish(): void {
    for (const step of this.#file.indexSteps) step();
    this.#file.finish();
  }
}

const roster = [
  ['p1', 'tank', 'Warrior'],
  ['p2', 'healer', 'Priest'],
  ['p3', 'dps', 'Mage'],
  ['p4', 'dps', 'Death Knight'],
  ['p5', 'dps', 'Tide Caller'],
] as const;

/** Figures that are easy to check: a raid of 300 seconds with 1,000,000 damage. */
const damage = [100_000, 0, 500_000, 250_000, 150_000] as const;
const healing = [50_000, 400_000, 0, 0, 50_000] as const;

function addSmallRoster(backup: RaidBackup, raidId: string, factor: number, deaths = 0): void {
  for (const [index, [id, role, className]] of roster.entries()) {
    const done = (amounts: readonly number[]) => Math.round((amounts[index] ?? 0) * factor);
    const died = index === 2 ? deaths : 0;
    backup.addParticipant(raidId, id, role, className, [done(damage), done(healing), 10_000, died, 100 - index]);
  }
}

function addSeries(backup: RaidBackup): void {
  const [first, second, kill] = [start, start + 600_000, start + 1_200_000];
  backup.addRaid({
    id: raids.firstWipe,
    at: first,
    status: 'wipe',
    health: 40,
    endsAt: first + 200_000,
    seconds: 200,
    count: 5,
  });
  addSmallRoster(backup, raids.firstWipe, 0.5);
  backup.tell(raids.firstWipe, first, [
    { second: 0, text: 'pull!', health: 100, event: 'pull' },
    { second: 150, text: 'wipe it', health: 40, event: 'wipe_call' },
  ]);
  backup.addRaid({ id: raids.secondWipe, at: second, status: 'wipe', health: 12, endsAt: second + 280_000, count: 5 });
  addSmallRoster(backup, raids.secondWipe, 0.8, 2);
  backup.tell(raids.secondWipe, second, [{ second: 0, text: 'again', health: 100, event: 'pull' }]);
  backup.addRaid({ id: raids.kill, at: kill, status: 'victory', endsAt: kill + 300_000, seconds: 300, count: 5 });
  addSmallRoster(backup, raids.kill, 1, 1);
  backup.tell(raids.kill, kill, [
    { second: 0, text: 'pull! Voidmaw', health: 100, event: 'pull' },
    { second: 30, text: 'nice start', author: 'p2', health: 88 },
    { second: 60, text: 'phase 2', health: 70, event: 'phase' },
    { second: 80, text: 'dead to fire, sorry', author: 'p3', health: 61, event: 'death', player: 'p3' },
    { second: 95, text: 'up again', author: 'p2', health: 55, event: 'battle_res', player: 'p3' },
    { second: 110, text: 'meteors incoming', health: 48, event: 'meteor_shower' },
    { second: 125, text: 'is this your strategy', author: 'p5', isDeleted: true },
    { second: 140, text: 'tank swap', author: 'p4', isLoose: true },
    { second: 200, text: 'phase 3', health: 30, event: 'phase' },
    { second: 285, text: 'enrage!', health: 3, event: 'enrage' },
    { second: 300, text: 'dead, well played', health: 0, event: 'kill' },
    { second: 330, text: 'Bow of Ash goes to Mage', event: 'loot', player: 'p3' },
  ]);
}

function addOddPulls(backup: RaidBackup): void {
  const hour = 3_600_000;
  const at = (index: number) => start + 86_400_000 + index * hour;
  backup.addRaid({ id: raids.inProgress, at: at(0), boss: 'Emberwright', status: 'in_progress', health: 64, count: 5 });
  addSmallRoster(backup, raids.inProgress, 0.4);
  backup.tell(raids.inProgress, at(0), [
    { second: 0, text: 'pull', health: 100, event: 'pull' },
    { second: 70, text: 'good so far', health: 64 },
  ]);
  backup.addRaid({
    id: raids.neverBegun,
    at: at(1),
    boss: 'Frost Choir',
    status: 'preparing',
    health: 100,
    startsAt: null,
    count: 5,
  });
  addSmallRoster(backup, raids.neverBegun, 0);
  backup.tell(raids.neverBegun, at(1), [{ second: 20, text: 'invites are out' }]);
  const backwards = at(2);
  backup.addRaid({
    id: raids.backwards,
    at: backwards,
    boss: 'Hollow King',
    status: 'wipe',
    health: 55,
    endsAt: backwards - 90_000,
    count: 5,
  });
  addSmallRoster(backup, raids.backwards, 0.3);
  backup.tell(raids.backwards, backwards, [{ second: 10, text: 'odd clock', health: 90 }]);
  backup.addRaid({
    id: raids.empty,
    at: at(3),
    boss: 'The Long Dark',
    status: 'wipe',
    health: 80,
    endsAt: at(3) + 60_000,
    seconds: 60,
    count: 8,
  });
  backup.addRaid({
    id: raids.zero,
    at: at(4),
    boss: 'Sleeping Giant',
    status: 'wipe',
    health: 100,
    endsAt: at(4) + 5000,
    seconds: 5,
    count: 5,
  });
  addSmallRoster(backup, raids.zero, 0);
  backup.addRaid({
    id: raids.unmeasured,
    at: at(5),
    boss: 'Quiet One',
    status: 'wipe',
    health: 30,
    endsAt: at(5) + 90_000,
    seconds: 90,
    count: 5,
  });
  addSmallRoster(backup, raids.unmeasured, 0.2);
  backup.tell(raids.unmeasured, at(5), [{ second: 40, text: 'phase', event: 'phase' }]);
}

function addLargePull(backup: RaidBackup): void {
  const at = start + 2 * 86_400_000;
  const id = raids.large;
  backup.addRaid({
    id,
    at,
    boss: 'Worldroot',
    status: 'wipe',
    health: 5,
    endsAt: at + 600_000,
    seconds: 600,
    count: 40,
  });
  for (let index = 0; index < 40; index++) {
    const role = index < 3 ? 'tank' : index < 11 ? 'healer' : 'dps';
    const className = ['Warrior', 'Druid', 'Shaman', 'Mage', 'Rogue', 'Hunter', 'Warlock', 'Monk'][index % 8] ?? 'Mage';
    const isHealer = role === 'healer';
    backup.addParticipant(id, `extra-${index}`, role, className, [
      isHealer ? 1000 * index : 2_000_000 + 70_000 * index,
      isHealer ? 3_000_000 + 50_000 * index : 10_000,
      500_000,
      index % 3,
      90,
    ]);
  }
  backup.tell(
    id,
    at,
    Array.from({ length: 1200 }, (_, index) => ({
      second: index / 2,
      author: `extra-${index % 40}`,
      text: index % 7 === 0 ? `call ${index} `.repeat(12) : `call ${index}`,
      health: Math.max(5, 100 - Math.floor(index / 12)),
      ...(index % 40 === 39 ? { event: 'death', player: `extra-${index % 37}` } : {}),
    })),
  );
}

/** Makes a library of a backup with the pulls above; answers its path. */
export function makeRaidLibrary(folder: string): Promise<string> {
  return makeLibrary(folder, 1, (path) => {
    rmSync(path);
    const backup = new RaidBackup(path);
    backup.addPlayers({ p1: 'Brana', p2: names.korean, p3: names.arabic, p4: names.long, p5: 'Okono' });
    backup.addPlayers(
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`extra-${index}`, `Raider ${index}`])),
    );
    addSeries(backup);
    addOddPulls(backup);
    addLargePull(backup);
    backup.finish();
  });
}
