import { periodEnd, periodStart, secondsPerDay } from './calendar.ts';
import { channelKinds, realms, type ChannelKind, type Language, type Realm } from './lists/realms.ts';
import { NameMaker } from './names.ts';
import type { RaidSchedule } from './raid-schedules.ts';
import type { Random } from './random.ts';
import { Weighted, splitByWeight, zipfWeight } from './weighted.ts';

export interface Player {
  readonly id: string;
  readonly name: string;
  readonly realm: Realm;
  readonly language: Language;
  readonly joinedAt: number;
  readonly level: number;
  readonly badge: 'admin' | 'moderator' | 'vip' | 'standard';
  guild: Guild | null;
  /** When the player was last heard of; 0 if never in the period. */
  lastSeenAt: number;
}

export interface Channel {
  readonly id: string;
  readonly kind: ChannelKind;
  messageCount: number;
}

export interface Server {
  readonly realm: Realm;
  readonly channels: readonly Channel[];
  readonly talkChannels: Weighted<Channel>;
  readonly raidChannel: Channel;
  /** The account that speaks for the server itself. */
  readonly herald: Player;
  /** Most active first. */
  readonly players: readonly Player[];
  readonly speakers: Weighted<Player>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly server: Server;
  readonly createdAt: number;
  /** The leader first, then officers; at least three. */
  readonly members: Player[];
}

export interface World {
  readonly servers: readonly Server[];
  readonly guilds: readonly Guild[];
  /** Guilds that raid, in the order of their schedules. */
  readonly raidingGuilds: readonly Guild[];
}

/** On each server at least so many players are there from the start. */
const leastEarlyPlayers = 68;
const maxGuildMembers = 480;

/** How many players a sample has: twenty thousand at a million messages, and always enough for raids. */
export function playerCountFor(messageCount: number): number {
  return Math.max(300, Math.round(messageCount / 50));
}

export function buildWorld(
  random: Random,
  options: { readonly messageCount: number; readonly raidSchedules: readonly RaidSchedule[] },
): World {
  const makers: Makers = { random, names: new NameMaker(random), nextAccountId: countAccounts(random) };
  const counts = splitByWeight(
    playerCountFor(options.messageCount),
    realms.map((realm) => realm.share),
  );
  const rosters = realms.map((_, index) => sumRosters(options.raidSchedules, index));
  const servers = realms.map((realm, index) => buildServer(makers, realm, counts[index] ?? 0, rosters[index] ?? 0));
  const raidingGuilds = foundRaidingGuilds(makers, servers, options.raidSchedules);
  const guilds = [...raidingGuilds, ...foundOtherGuilds(makers, servers)];
  fillGuilds(random, servers, guilds);
  return { servers, guilds: guilds.filter((guild) => guild.members.length >= 3), raidingGuilds };
}

interface Makers {
  readonly random: Random;
  readonly names: NameMaker;
  readonly nextAccountId: () => string;
}

/** Accounts bear numbers, everything else a UUID: the server's schema allows both. */
function countAccounts(random: Random): () => string {
  let last = 100_000;
  return () => {
    last += random.between(1, 9);
    return String(last);
  };
}

/** Founders of all the raiding guilds on a server. */
function sumRosters(schedules: readonly RaidSchedule[], realmIndex: number): number {
  return schedules.reduce((sum, schedule) => sum + (schedule.realmIndex === realmIndex ? schedule.rosterSize : 0), 0);
}

/** Many raids need raiders, however little is said: a server has its share of players, and its founders and a few more. */
function buildServer(makers: Makers, realm: Realm, playerShare: number, founderCount: number): Server {
  const { random, names } = makers;
  const channels: Channel[] = channelKinds.map((kind) => ({ id: random.uuid(), kind, messageCount: 0 }));
  const peoples = new Weighted(realm.peoples, ([, , weight]) => weight);
  const herald: Player = {
    ...newPlayer(makers, realm, `Herald of ${realm.name}`, realm.language, true),
    badge: 'admin',
    level: 120,
  };
  const playerCount = Math.max(playerShare, Math.ceil(founderCount * 1.2));
  const earlyCount = Math.max(leastEarlyPlayers, founderCount);
  const players = Array.from({ length: playerCount }, (_, index) => {
    const [script, language] = peoples.draw(random);
    return newPlayer(makers, realm, names.playerName(script), language, index < earlyCount);
  });
  return {
    realm,
    channels,
    talkChannels: new Weighted(channels, (channel) => channel.kind.weight),
    raidChannel: channels.find((channel) => channel.kind.name === 'raids') as Channel, // one of the kinds
    herald,
    players,
    speakers: new Weighted(players, zipfWeight),
  };
}

function newPlayer(
  { random, nextAccountId }: Makers,
  realm: Realm,
  name: string,
  language: Language,
  isFounder: boolean,
): Player {
  const isEarly = isFounder || random.chance(0.65);
  const joinedAt = isEarly
    ? periodStart - random.between(1, 1000 * secondsPerDay)
    : periodStart + random.below(Math.floor((periodEnd - periodStart) * 0.9));
  const badge = random.chance(0.01) ? 'moderator' : random.chance(0.05) ? 'vip' : 'standard';
  const level = random.chance(0.55) ? 120 : Math.max(1, Math.floor(120 * Math.sqrt(random.fraction())));
  return { id: nextAccountId(), name, realm, language, joinedAt, level, badge, guild: null, lastSeenAt: 0 };
}

/** A raiding guild is born with its roster: founders whom no other guild has. */
function foundRaidingGuilds(makers: Makers, servers: readonly Server[], schedules: readonly RaidSchedule[]): Guild[] {
  const taken = new Map<Server, number>();
  return schedules.map(({ realmIndex, rosterSize }) => {
    const server = servers[realmIndex] as Server; // schedules name places in the list of realms
    const start = taken.get(server) ?? 0;
    taken.set(server, start + rosterSize);
    const guild = newGuild(makers, server);
    for (const founder of server.players.slice(start, start + rosterSize)) joinGuild(founder, guild);
    return guild;
  });
}

function foundOtherGuilds(makers: Makers, servers: readonly Server[]): Guild[] {
  return servers.flatMap((server) =>
    Array.from({ length: Math.max(2, Math.round(server.players.length / 120)) }, () => newGuild(makers, server)),
  );
}

function newGuild({ random, names }: Makers, server: Server): Guild {
  const createdAt = periodStart - random.between(1, 700 * secondsPerDay);
  return { id: random.uuid(), name: names.guildName(), server, createdAt, members: [] };
}

function joinGuild(player: Player, guild: Guild): void {
  player.guild = guild;
  guild.members.push(player);
}

/** Seven of ten players are in a guild; some guilds are crowded, most are small. */
function fillGuilds(random: Random, servers: readonly Server[], guilds: readonly Guild[]): void {
  for (const server of servers) {
    const choices = new Weighted(
      guilds.filter((guild) => guild.server === server),
      zipfWeight,
    );
    for (const player of server.players) {
      if (player.guild !== null || !random.chance(0.7)) continue;
      const guild = choices.draw(random);
      if (guild.members.length < maxGuildMembers) joinGuild(player, guild);
    }
  }
  for (const guild of guilds) {
    if (guild.members.length >= 3) continue;
    // Too small to live: its few members are without a guild again.
    for (const member of guild.members) member.guild = null;
  }
}
