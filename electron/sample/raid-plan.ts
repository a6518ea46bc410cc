import { periodEnd, periodStart, secondsPerDay, weekdayOf, zoneOffset } from './calendar.ts';
import { raidInstances, type RaidInstance } from './lists/bosses.ts';
import type { Random } from './random.ts';
import { RaidProgress } from './raid-progress.ts';
import { buildRoster } from './raid-roster.ts';
import type { RaidSchedule } from './raid-schedules.ts';
import type { Pull, RaidingGuild } from './raid-types.ts';
import type { Guild } from './world.ts';

/** How many pulls a sample has: about two thousand at a million messages, relatively more in a small one. */
export function pullCountFor(messageCount: number): number {
  return Math.max(2, Math.round(2000 * (messageCount / 1_000_000) ** 0.65));
}

/**
 * An evening of learning has room for more than nineteen pulls, one of long fights and kills for fewer: a guild that
 * falls short of its number is given more evenings.
 */
const pullsPerNight = [19, 17, 15, 13] as const;
const eveningLength = 3.5 * 3600;
/** Less of an evening than this before the sample's end is no evening. */
const leastEvening = 1800;

const firstDay = Math.floor(periodStart / secondsPerDay);
const lastDay = Math.floor(periodEnd / secondsPerDay);
const daysPerInstance = Math.ceil((lastDay - firstDay + 1) / raidInstances.length);

/**
 * Some `pullCount` pulls of all guilds, in the order in which they began. `guilds` and `schedules` belong together by
 * their places.
 */
export function planRaids(
  random: Random,
  guilds: readonly Guild[],
  schedules: readonly RaidSchedule[],
  pullCount: number,
): readonly Pull[] {
  const pulls: Pull[] = [];
  // The first comes last: none of its evenings is cut short by the sample's end, so it can make up for the others.
  for (let index = guilds.length - 1; index >= 0; index -= 1) {
    const [guild, schedule] = [guilds[index], schedules[index]];
    const left = pullCount - pulls.length;
    if (guild === undefined || schedule === undefined || left <= 0) continue;
    pulls.push(...planGuild(random, guild, schedule, Math.max(1, Math.round(left / (index + 1)))));
  }
  return pulls.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function planGuild(random: Random, guild: Guild, schedule: RaidSchedule, pullCount: number): Pull[] {
  const raiding: RaidingGuild = {
    guild,
    raidSize: schedule.raidSize,
    skill: 0.8 + 0.35 * random.fraction(),
    roster: buildRoster(random, guild.members, schedule.rosterSize),
  };
  let pulls: Pull[] = [];
  for (const perNight of pullsPerNight) {
    pulls = playNights(random, raiding, schedule, Math.ceil(pullCount / perNight), pullCount);
    if (pulls.length >= 0.99 * pullCount) break;
  }
  return pulls;
}

function playNights(
  random: Random,
  raiding: RaidingGuild,
  schedule: RaidSchedule,
  nightCount: number,
  pullCount: number,
): Pull[] {
  const pulls: Pull[] = [];
  const progress = new Map<RaidInstance, RaidProgress>();
  const { zone } = raiding.guild.server.realm;
  const nights = listNights(schedule.evenings, nightCount)
    .map((day) => ({ day, startsAt: day * secondsPerDay + schedule.startsAt - zoneOffset(zone, day) }))
    .filter(({ startsAt }) => startsAt < periodEnd - leastEvening);
  let lengthLeft = nights.reduce((sum, { startsAt }) => sum + lengthOf(startsAt), 0);
  for (const [index, { day, startsAt }] of nights.entries()) {
    const instance = instanceOn(day);
    const soFar = progress.get(instance) ?? new RaidProgress(random, raiding, instance);
    progress.set(instance, soFar);
    const share = ((pullCount - pulls.length) * lengthOf(startsAt)) / lengthLeft;
    lengthLeft -= lengthOf(startsAt);
    const mostPulls = mostPullsOf(random, startsAt, share, index === nights.length - 1);
    const endsAt = startsAt + eveningLength;
    pulls.push(...soFar.play({ startsAt, endsAt, week: Math.floor(day / 7), mostPulls }));
  }
  const newest = [...progress.values()].at(-1);
  const isTomorrow = schedule.evenings.includes(weekdayOf(lastDay + 1));
  if (newest !== undefined && isTomorrow) pulls.push(newest.announce(periodEnd - 7300));
  return pulls;
}

/** How long an evening is within the sample. */
function lengthOf(startsAt: number): number {
  return Math.max(1, Math.min(eveningLength, periodEnd - startsAt));
}

/** Nights differ; the last one makes the number right, and one that the sample's end cuts goes on to the end. */
function mostPullsOf(random: Random, startsAt: number, share: number, isLast: boolean): number {
  if (lengthOf(startsAt) < eveningLength) return Infinity;
  return isLast ? Math.round(share) : Math.max(1, Math.round(share * (1 + 0.2 * random.wobble())));
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
function listNights(weekdays: readonly number[], count: number): number[] {
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
