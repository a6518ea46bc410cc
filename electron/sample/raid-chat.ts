import { periodEnd } from './calendar.ts';
import { itemName, type ChatWriter } from './chat-text.ts';
import type { Random } from './random.ts';
import type { RaidResult } from './raid-results.ts';
import type { Pull, Raider } from './raid-types.ts';
import type { Player } from './world.ts';

/** A message of type `raid`, with the metadata that ties it to its raid. */
export interface RaidLine {
  readonly at: number;
  readonly author: Player;
  readonly text: string;
  readonly metadata: string;
}

interface RaidEvent {
  /** Seconds after the pull. */
  readonly second: number;
  readonly author: Player;
  readonly event: 'pull' | 'phase' | 'death' | 'wipe_call' | 'kill' | 'loot' | 'chat';
  readonly text: string;
  readonly playerId?: string;
  readonly item?: string;
}

/**
 * What is said during one pull: its events first (pull, phases, deaths, the call to wipe or the kill and its loot), the
 * rest of the quota is talk. Oldest first, exactly `quota` lines; loot is handed out in the minutes after the kill.
 */
export function writeRaidChat(
  random: Random,
  writer: ChatWriter,
  pull: Pull,
  results: readonly RaidResult[],
  quota: number,
): readonly RaidLine[] {
  const events = listEvents(random, pull, results).slice(0, quota);
  while (events.length < quota) events.push(talk(random, writer, pull));
  return events
    .toSorted((a, b) => a.second - b.second)
    .map((event) => ({
      at: Math.min(periodEnd, (pull.startedAt ?? pull.createdAt) + event.second),
      author: event.author,
      text: event.text,
      metadata: writeMetadata(pull, event),
    }));
}

/** The most telling events come first, so that a small quota keeps them. */
function listEvents(random: Random, pull: Pull, results: readonly RaidResult[]): RaidEvent[] {
  const leader = leaderOf(pull).player;
  const seconds = pull.foughtSeconds;
  if (pull.startedAt === null) return [];
  const events: RaidEvent[] = [
    { second: 0, author: leader, event: 'pull', text: `pull! ${pull.boss.name} (${pull.difficulty}), good luck` },
  ];
  if (pull.status === 'wipe') {
    const text = random.pick([
      `wipe it at ${pull.health}%, run back please`,
      'wipe, do not use the battle res',
      'die fast, we go again',
    ]);
    events.push({ second: Math.max(1, seconds - random.between(1, 8)), author: leader, event: 'wipe_call', text });
  }
  if (pull.status === 'victory') {
    events.push({
      second: seconds,
      author: leader,
      event: 'kill',
      text: `${pull.boss.name} is dead, well played everyone`,
    });
    events.push(...listLoot(random, pull));
  }
  for (const [index, threshold] of pull.boss.phases.entries()) {
    if (threshold < pull.health) continue;
    const text = `phase ${index + 2}, watch the ${random.pick(pull.boss.dangers)}`;
    events.push({ second: secondAtHealth(pull, threshold), author: leader, event: 'phase', text });
  }
  for (const { raider, diedAt } of results) {
    for (const second of diedAt) events.push(death(random, pull, raider, second));
  }
  return events;
}

function listLoot(random: Random, pull: Pull): RaidEvent[] {
  const leader = leaderOf(pull).player;
  return Array.from({ length: random.between(2, 4) }, (_, index) => {
    const winner = random.pick(pull.lineup).player;
    const item = itemName(random);
    const second = pull.foughtSeconds + 20 + index * random.between(15, 40);
    return {
      second,
      author: leader,
      event: 'loot',
      text: `[${item}] goes to @${winner.name}`,
      playerId: winner.id,
      item,
    };
  });
}

function death(random: Random, pull: Pull, raider: Raider, second: number): RaidEvent {
  const danger = random.pick(pull.boss.dangers);
  const isOwnWords = random.chance(0.4);
  const text = isOwnWords
    ? random.pick([`dead to ${danger}, sorry`, `${danger} got me`, 'battle res me please'])
    : `${raider.player.name} is down (${danger})`;
  const author = isOwnWords ? raider.player : leaderOf(pull).player;
  return { second, author, event: 'death', text, playerId: raider.player.id };
}

function talk(random: Random, writer: ChatWriter, pull: Pull): RaidEvent {
  const author = random.pick(pull.lineup).player;
  const context = {
    random,
    mention: random.pick(pull.lineup).player.name,
    boss: pull.boss.name,
    instance: pull.instance.name,
    danger: random.pick(pull.boss.dangers),
  };
  const text = writer.write(pull.startedAt === null ? 'raids' : 'raid', author.language, context);
  // A raid that has not begun is talked about in the hours before it.
  const second = random.between(0, pull.startedAt === null ? 7000 : pull.foughtSeconds);
  return { second, author, event: 'chat', text };
}

export function leaderOf(pull: Pull): Raider {
  return pull.lineup[0] as Raider; // a line-up starts with its first tank, who leads and is always there
}

/** The boss falls evenly: what the chat says and what the raid's row says agree at the end. */
function healthAt(pull: Pull, second: number): number {
  if (pull.foughtSeconds === 0) return 100;
  const share = Math.min(1, second / pull.foughtSeconds);
  return Math.round(100 - (100 - pull.health) * share);
}

function secondAtHealth(pull: Pull, health: number): number {
  return Math.min(pull.foughtSeconds, Math.ceil(((100 - health) / (100 - pull.health)) * pull.foughtSeconds));
}

function writeMetadata(pull: Pull, event: RaidEvent): string {
  return JSON.stringify({
    raid_id: pull.id,
    boss: pull.boss.name,
    boss_health: healthAt(pull, event.second),
    event: event.event,
    ...(event.playerId === undefined ? {} : { player_id: event.playerId }),
    ...(event.item === undefined ? {} : { item: event.item }),
  });
}
