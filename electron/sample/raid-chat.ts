import { periodEnd } from './calendar.ts';
import { itemName, type ChatWriter } from './chat-text.ts';
import type { Random } from './random.ts';
import type { RaidCourse } from './raid-course.ts';
import type { RaidResult } from './raid-results.ts';
import type { Pull, Raider } from './raid-types.ts';
import type { Player } from './world.ts';

/** A message of type `raid`; nearly always with the metadata that ties it to its raid. */
export interface RaidLine {
  readonly at: number;
  readonly author: Player;
  readonly text: string;
  readonly metadata: string | null;
}

interface RaidEvent {
  /** Seconds after the pull. */
  readonly second: number;
  readonly author: Player;
  readonly event: 'pull' | 'phase' | 'death' | 'battle_res' | 'enrage' | 'wipe_call' | 'kill' | 'loot' | 'chat';
  readonly text: string;
  readonly playerId?: string;
  readonly item?: string;
}

/** A pull that has been played: what there is to tell. */
export interface PlayedPull {
  readonly pull: Pull;
  readonly course: RaidCourse;
  readonly results: readonly RaidResult[];
}

/** Where lines are few, so many of them are talk all the same: they tell the boss's health between the events. */
const keptTalk = 8;
/** Share of all lines that the server forgot to tie to their raid: they belong to it by server and time. */
const looseShare = 0.03;

/**
 * What is said during one pull: its events (pull, phases, deaths, the call to wipe or the kill and its loot), the rest
 * of the quota is talk, spread over the fight. Oldest first, exactly `quota` lines; loot is handed out in the minutes
 * after the kill.
 */
export function writeRaidChat(
  random: Random,
  writer: ChatWriter,
  played: PlayedPull,
  quota: number,
): readonly RaidLine[] {
  const { pull, course } = played;
  const mostEvents = quota - Math.min(keptTalk, Math.floor(quota / 3));
  const lines = listEvents(random, played).slice(0, mostEvents);
  const talkCount = quota - lines.length;
  for (let place = 0; place < talkCount; place += 1)
    lines.push(talk(random, writer, pull, place / talkCount, talkCount));
  const looseChance = pull.startedAt === null ? 0 : (looseShare * quota) / Math.max(1, talkCount);
  return lines
    .toSorted((a, b) => a.second - b.second)
    .map((event) => ({
      at: Math.min(periodEnd, (pull.startedAt ?? pull.createdAt) + event.second),
      author: event.author,
      text: event.text,
      metadata: writeMetadata(random, pull, course, event, event.event === 'chat' ? looseChance : 0),
    }));
}

/** The most telling events come first, so that a small quota keeps them. */
function listEvents(random: Random, { pull, course, results }: PlayedPull): RaidEvent[] {
  if (pull.startedAt === null) return [];
  const leader = leaderOf(pull).player;
  const events: RaidEvent[] = [
    { second: 0, author: leader, event: 'pull', text: `pull! ${pull.boss.name} (${pull.difficulty}), good luck` },
  ];
  if (course.wipeCallSecond !== null) {
    const text = random.pick([
      `wipe it at ${pull.health}%, run back please`,
      'wipe, do not use the battle res',
      'die fast, we go again',
    ]);
    events.push({ second: course.wipeCallSecond, author: leader, event: 'wipe_call', text });
  }
  if (pull.status === 'victory') {
    events.push({
      second: pull.foughtSeconds,
      author: leader,
      event: 'kill',
      text: `${pull.boss.name} is dead, well played everyone`,
    });
    events.push(...listLoot(random, pull));
  }
  for (const [index, second] of course.phaseSeconds.entries()) {
    const text = `phase ${index + 2}, watch the ${random.pick(pull.boss.dangers)}`;
    events.push({ second, author: leader, event: 'phase', text });
  }
  if (course.enrageSecond !== null) {
    events.push({
      second: course.enrageSecond,
      author: leader,
      event: 'enrage',
      text: 'enrage! everything on the boss',
    });
  }
  return [...events, ...listDeaths(random, pull, results)];
}

/** Deaths and who was brought back, in order: of a wipe's many deaths a small quota drops the last. */
function listDeaths(random: Random, pull: Pull, results: readonly RaidResult[]): RaidEvent[] {
  const healers = pull.lineup.filter(({ role }) => role === 'healer');
  const events = results.flatMap(({ raider, diedAt, revivedAt }) => [
    ...diedAt.map((second) => death(random, pull, raider, second)),
    ...revivedAt.map((second): RaidEvent => {
      const author = (healers.length === 0 ? leaderOf(pull) : random.pick(healers)).player;
      const text = random.pick([`battle res on @${raider.player.name}`, `${raider.player.name} is up again, careful`]);
      return { second, author, event: 'battle_res', text, playerId: raider.player.id };
    }),
  ]);
  return events.toSorted((a, b) => a.second - b.second);
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

/** One of `count` lines, each in a part of the fight of its own, so that no part is silent. */
function talk(random: Random, writer: ChatWriter, pull: Pull, part: number, count: number): RaidEvent {
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
  const seconds = pull.startedAt === null ? 7000 : pull.foughtSeconds;
  return { second: Math.floor((part + random.fraction() / count) * (seconds + 1)), author, event: 'chat', text };
}

export function leaderOf(pull: Pull): Raider {
  return pull.lineup[0] as Raider; // a line-up starts with its first tank, who leads and is always there
}

function writeMetadata(
  random: Random,
  pull: Pull,
  course: RaidCourse,
  event: RaidEvent,
  looseChance: number,
): string | null {
  const isLoose = random.chance(looseChance);
  if (isLoose && random.chance(0.5)) return null;
  return JSON.stringify({
    ...(isLoose ? {} : { raid_id: pull.id }),
    boss: pull.boss.name,
    boss_health: course.healthAt(event.second),
    event: event.event,
    ...(event.playerId === undefined ? {} : { player_id: event.playerId }),
    ...(event.item === undefined ? {} : { item: event.item }),
  });
}
