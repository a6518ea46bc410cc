/** When, where and with how many a guild raids. */
export interface RaidSchedule {
  /** Place of the guild's server in the list of realms. */
  readonly realmIndex: number;
  readonly raidSize: number;
  /** So many founders of the guild raid; some of them are away each evening, some wait on the bench. */
  readonly rosterSize: number;
  /** 0 is Sunday. */
  readonly evenings: readonly number[];
  /** Seconds of the server's local day. */
  readonly startsAt: number;
}

/**
 * The first guilds of every sample, each on evenings that no other guild of its server uses. The sample ends on a
 * Saturday at midnight UTC: the second guild is then in the middle of its evening.
 */
const firstGuilds: readonly (readonly [realmIndex: number, raidSize: number, evenings: readonly number[]])[] = [
  [0, 20, [3, 0]],
  [2, 15, [2, 6]],
  [1, 25, [2, 4]],
  [3, 40, [5, 1]],
  [0, 10, [1, 4]],
];
/** The others share evenings, as guilds do; each list has another length, so that the combinations differ. */
const furtherRealms = [0, 1, 3, 0, 1, 2, 0, 1, 3, 0, 2] as const;
const furtherSizes = [20, 25, 10, 20, 30, 15, 20] as const;
const furtherEvenings: readonly (readonly number[])[] = [
  [0, 2, 4],
  [1, 3],
  [0, 1, 3, 4],
  [2, 4],
  [5, 6],
  [1, 2, 4],
  [3, 4, 0],
  [6, 0],
];
/** The last of these plays past midnight, the night that a list by calendar days would tear in two. */
const furtherStarts = [19, 20, 19.5, 20.5, 18.5, 22] as const;

/** So many guilds raid: two in a small sample, five at a million messages, forty at a hundred thousand pulls. */
export function raidingGuildCountFor(pullCount: number): number {
  const few = Math.max(2, Math.round(pullCount / 60));
  return Math.min(few, 40, Math.max(5, Math.round(5 * (pullCount / 2000) ** 0.53)));
}

/** The schedules of so many guilds; fewer are the beginning of more. */
export function listRaidSchedules(guildCount: number): readonly RaidSchedule[] {
  return Array.from({ length: guildCount }, (_, index) => {
    const [realmIndex, raidSize, evenings] = firstGuilds[index] ?? furtherGuild(index - firstGuilds.length);
    const startHour = index < firstGuilds.length ? 19.5 : pickInTurn(furtherStarts, index);
    return { realmIndex, raidSize, rosterSize: rosterSizeFor(raidSize), evenings, startsAt: startHour * 3600 };
  });
}

function furtherGuild(index: number): (typeof firstGuilds)[number] {
  return [pickInTurn(furtherRealms, index), pickInTurn(furtherSizes, index), pickInTurn(furtherEvenings, index)];
}

function pickInTurn<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item; // within the list, which is not empty
}

function rosterSizeFor(raidSize: number): number {
  return Math.max(34, Math.ceil(raidSize * 1.35));
}
