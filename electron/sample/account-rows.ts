import { formatTime, periodEnd, periodStart } from './calendar.ts';
import { clientNames, territories } from './lists/things.ts';
import type { Random } from './random.ts';
import type { SampleFile } from './sample-file.ts';
import type { Guild, Player, Server, World } from './world.ts';

const saltCharacters = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Looks like a bcrypt hash to a schema check, and like no real one to a person. */
function fakePasswordHash(random: Random): string {
  const tail = Array.from({ length: 40 }, () => saltCharacters[random.below(64)] ?? '.').join('');
  return `$2b$12$NOTAREALHASH.${tail}`;
}

export function saveWorld(random: Random, file: SampleFile, world: World): void {
  for (const server of world.servers) {
    saveServer(file, server);
    savePlayer(random, file, server.herald);
    for (const player of server.players) savePlayer(random, file, player);
  }
  for (const guild of world.guilds) saveGuild(random, file, guild);
}

function saveServer(file: SampleFile, { realm, channels }: Server): void {
  const createdAt = formatTime(periodStart - 900 * 86_400);
  file.insert('servers', [
    realm.id,
    realm.name,
    realm.region,
    realm.capacity,
    realm.population,
    realm.status,
    realm.language,
    realm.pvp ? 1 : 0,
    1,
    120,
    createdAt,
    formatTime(periodEnd - 3600),
  ]);
  for (const { id, kind, messageCount } of channels) {
    file.insert('channels', [
      id,
      kind.name,
      realm.id,
      kind.description,
      kind.visibility,
      kind.category,
      kind.minLevel,
      messageCount,
      createdAt,
      createdAt,
    ]);
  }
}

function savePlayer(random: Random, file: SampleFile, player: Player): void {
  const lastLogin = player.lastSeenAt === 0 ? null : Math.max(player.joinedAt, player.lastSeenAt - random.below(3600));
  const isHere = lastLogin !== null && lastLogin > periodEnd - 200 * 86_400;
  file.insert('users', [
    player.id,
    player.name,
    random.chance(0.94) ? `player${player.id}@mail.example` : null,
    fakePasswordHash(random),
    random.chance(0.7) ? `https://cdn.example.net/avatars/${player.id}.png` : null,
    player.badge,
    player.level,
    player.level * player.level * 850 + random.below(80_000),
    player.realm.id,
    formatTime(player.joinedAt),
    formatTime(lastLogin ?? player.joinedAt),
    lastLogin === null ? null : formatTime(lastLogin),
    isHere || random.chance(0.6) ? 1 : 0,
    random.chance(0.22) ? 1 : 0,
  ]);
}

function saveGuild(random: Random, file: SampleFile, guild: Guild): void {
  const size = guild.members.length;
  const officers = Math.min(8, 1 + Math.floor(size / 12));
  file.insert('guilds', [
    guild.id,
    guild.name,
    guild.server.realm.id,
    guild.members[0]?.id ?? '',
    Math.min(50, 1 + Math.floor(size / 6) + random.below(8)),
    random.below(2_000_000),
    size,
    500,
    random.chance(0.3) ? random.pick(territories) : null,
    random.below(25_000),
    random.pick(['peace', 'peace', 'peace', 'active_war', 'conquered']),
    formatTime(guild.createdAt),
  ]);
  guild.members.forEach((member, index) => {
    const joinedAt = Math.min(periodEnd, Math.max(guild.createdAt, member.joinedAt) + random.below(40 * 86_400));
    const rank = index === 0 ? 'leader' : index <= officers ? 'officer' : 'member';
    file.insert('guild_members', [guild.id, member.id, rank, formatTime(joinedAt), random.below(50_000)]);
  });
}

/** One visit of a player; addresses are of the ranges kept for examples. */
export function saveSession(random: Random, file: SampleFile, player: Player, loginAt: number): void {
  const activeSeconds = random.between(120, 18_000);
  const isOpen = loginAt + activeSeconds > periodEnd;
  const lastActivity = Math.min(periodEnd, loginAt + activeSeconds);
  player.lastSeenAt = Math.max(player.lastSeenAt, loginAt);
  file.insert('sessions', [
    random.uuid(),
    player.id,
    player.realm.id,
    drawAddress(random),
    random.pick(clientNames),
    formatTime(loginAt),
    isOpen ? null : formatTime(lastActivity),
    formatTime(lastActivity),
  ]);
}

function drawAddress(random: Random): string {
  if (random.chance(0.15)) return `2001:db8:${random.below(65_536).toString(16)}::${random.below(65_536).toString(16)}`;
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`;
}
