import { periodEnd, periodStart, secondsPerDay, weekdayOf, zoneOffset } from './calendar.ts';
import { raidInstances, type RaidInstance } from './lists/bosses.ts';
import type { Random } from './random.ts';
import { RaidProgress } from './raid-progress.ts';
import type { Pull, RaidingGuild } from './raid-types.ts';
import { buildRoster } from './raid-roster.ts';
import type { Guild } from './world.ts';

/** How many pulls a sample has: about two thousand at a million messages, relatively more in a small one. */
export function pullCountFor(messageCount: number): number {
  return Math.max(2, Math.round(2000 * (messageCount / 1_000_000) ** 0.65));
}

export function raidingGuildCountFor(messageCount: number): number {
  return Math.min(5, Math.max(2, Math.round(pullCountFor(messageCount) / 60)));
}

/** Two fixed evenings a week for each guild; 0 is Sunday. The sample ends on a Saturday evening. */
const raidEvenings: readonly (readonly [number, number])[] = [
  [3, 0],
  [2, 6],
  [2, 4],
  [5, 1],
  [1, 4],
];
const raidSizes = [20, 15, 25, 10, 20] as const;
const pullsPerNight = 19;
const eveningStart = 19.5 * 3600;
const eveningLength = 3.5 * 3600;

const firstDay = Math.floor(periodStart / secondsPerDay);
const lastDay = Math.floor(periodEnd / secondsPerDay);
const daysPerInstance = Math.ceil((lastDay - firstDay + 1) / raidInstances.length);

/** Every pull of every guild, in the order in which they began. */
export function planRaids(random: Random, guilds: readonly Guild[], pullCount: number): readonly Pull[] {
  const pulls = guilds.flatMap((guild, index) =>
    planGuild(
      random,
      {
        guild,
        raidSize: raidSizes[index] ?? 20,
        skill: 0.8 + 0.35 * random.fraction(),
        roster: buildRoster(random, guild.members),
      },
      raidEvenings[index] ?? [3, 0],
      Math.max(1, Math.round(pullCount / guilds.length)),
    ),
  );
  return pulls.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function planGuild(
  random: Random,
  raiding: RaidingGuild,
  weekdays: readonly [number, number],
  pullCount: number,
): Pull[] {
  const pulls: Pull[] = [];
  const progress = new Map<RaidInstance, RaidProgress>();
  for (const day of listNights(weekdays, Math.max(1, Math.round(pullCount / pullsPerNight)))) {
    const instance = instanceOn(day);
    const soFar = progress.get(instance) ?? new RaidProgress(random, raiding, instance);
    progress.set(instance, soFar);
    const startsAt = day * secondsPerDay + eveningStart - zoneOffset(raiding.guild.server.realm.zone, day);
    pulls.push(...soFar.play({ startsAt, endsAt: startsAt + eveningLength, week: Math.floor(day / 7) }));
  }
  const newest = [...progress.values()].at(-1);
  if (newest !== undefined && weekdays.includes(weekdayOf(lastDay + 1))) pulls.push(newest.announce(periodEnd - 7300));
  return pulls;
}

function instanceOn(day: number): RaidInstance {
  const index = Math.min(raidInstances.length - 1, Math.floor((day - firstDay) / daysPerInstance));
  return raidInstances[index] as RaidInstance; // within the list by the line above
}

/**
 * The local days on which a guild raids, oldest first. A few nights all fall into the last weeks; many are spread over
 * the half years, in runs of weeks from the opening of each instance, because a guild that stops and starts again
 * week by week would never learn.
 */
function listNights(weekdays: readonly [number, number], count: number): number[] {
  const raidDays = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index).filter((day) =>
    weekdays.includes(weekdayOf(day)),
  );
  if (count <= 10) return raidDays.slice(-count);
  // The newest instance gets twice the nights of each before it: a review has the whole way to mythic to look at.
  const perInstance = Math.ceil(count / (raidInstances.length + 1));
  return raidInstances.flatMap((instance, index) => {
    const days = raidDays.filter((day) => instanceOn(day) === instance);
    return index === raidInstances.length - 1 ? days.slice(-2 * perInstance) : days.slice(2, 2 + perInstance);
  });
}
