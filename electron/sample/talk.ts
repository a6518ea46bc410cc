import { drawSecondOfDay, formatTime, periodEnd, secondsPerDay, zoneOffset } from './calendar.ts';
import type { ChatWriter } from './chat-text.ts';
import { deletionReasons, reactions } from './lists/things.ts';
import type { PartyBook } from './parties.ts';
import type { Random } from './random.ts';
import type { SampleFile } from './sample-file.ts';
import { Weighted } from './weighted.ts';
import type { Player, Server, World } from './world.ts';

export type MessageType = 'user' | 'system' | 'dm' | 'raid' | 'party' | 'guild';

/** A message before it is written; edits, deletion and reactions are drawn when it is. */
export interface Line {
  readonly at: number;
  readonly type: MessageType;
  readonly author: Player;
  readonly channelId: string | null;
  readonly text: string;
  readonly metadata: string | null;
}

/** A moment at which somebody on a server speaks. */
export interface Moment {
  readonly at: number;
  readonly server: Server;
}

const heardCount = 24;
const reactionKinds = new Weighted(reactions, (_, index) => 1 / (index + 1));

/** The everyday talk of all servers: who says what where, besides raids. */
export class Talk {
  readonly #random: Random;
  readonly #writer: ChatWriter;
  readonly #parties: PartyBook;
  readonly #servers: Weighted<Server>;
  /** For each server, who spoke lately: people answer those. */
  readonly #heard: ReadonlyMap<Server, string[]>;

  constructor(random: Random, writer: ChatWriter, world: World, parties: PartyBook) {
    this.#random = random;
    this.#writer = writer;
    this.#parties = parties;
    this.#servers = new Weighted(world.servers, (server) => server.realm.share);
    this.#heard = new Map(world.servers.map((server) => [server, [server.players[0]?.name ?? server.herald.name]]));
  }

  /** When people speak on a UTC day, in order: each server by the rhythm of its own clock. */
  drawMoments(day: number, count: number): Moment[] {
    const random = this.#random;
    const offsets = new Map<Server, number>();
    const moments = Array.from({ length: count }, (): Moment => {
      const server = this.#servers.draw(random);
      const offset = offsets.get(server) ?? zoneOffset(server.realm.zone, day);
      offsets.set(server, offset);
      const second = (drawSecondOfDay(random) - offset + secondsPerDay) % secondsPerDay;
      return { at: Math.min(periodEnd, day * secondsPerDay + second), server };
    });
    return moments.toSorted((a, b) => a.at - b.at);
  }

  speak({ at, server }: Moment): Line {
    const random = this.#random;
    const kind = random.fraction();
    if (kind < 0.015) return this.#line(at, 'system', server.herald, server, 'system', null, { kind: 'notice' });
    if (kind < 0.1) {
      const party = this.#parties.drawActive(random, server, at);
      if (party !== null) {
        return this.#line(at, 'party', random.pick(party.members), server, 'party', null, { party_id: party.id });
      }
    }
    const author = drawSpeaker(random, server, at);
    if (kind < 0.13) {
      const partner = drawPartner(random, server, at, author);
      return this.#line(at, 'dm', author, server, 'dm', null, { to_user_id: partner.id });
    }
    if (kind < 0.32 && author.guild !== null) {
      return this.#line(at, 'guild', author, server, 'guild', null, { guild_id: author.guild.id });
    }
    const channel = server.talkChannels.draw(random);
    channel.messageCount += 1;
    return this.#line(at, 'user', author, server, channel.kind.name, channel.id, null);
  }

  /** Writes a line, with what happened to it afterwards. */
  save(file: SampleFile, line: Line, server: Server): void {
    const random = this.#random;
    const id = random.uuid();
    const fate = random.fraction();
    const isDeleted = fate < 0.008;
    const isEdited = !isDeleted && fate < 0.025 && line.type !== 'system';
    const changedAt =
      isDeleted || isEdited ? Math.min(periodEnd, line.at + random.between(5, isDeleted ? 86_400 : 900)) : line.at;
    const createdAt = formatTime(line.at);
    const updatedAt = changedAt === line.at ? createdAt : formatTime(changedAt);
    line.author.lastSeenAt = Math.max(line.author.lastSeenAt, line.at);
    file.insert('messages', [
      id,
      line.type,
      line.author.id,
      server.realm.id,
      line.channelId,
      line.text,
      line.metadata,
      createdAt,
      updatedAt,
      isDeleted ? 1 : 0,
      isDeleted ? random.pick(deletionReasons) : null,
      isEdited ? updatedAt : null,
    ]);
    if (!isDeleted && random.chance(0.035)) this.#react(file, id, line.at, server);
  }

  #react(file: SampleFile, messageId: string, at: number, server: Server): void {
    const random = this.#random;
    const first = reactionKinds.draw(random);
    const seen = new Set<string>();
    const count = random.chance(0.6) ? 1 : random.between(2, 6);
    for (let index = 0; index < count; index += 1) {
      const player = drawSpeaker(random, server, at);
      const reaction = random.chance(0.6) ? first : reactionKinds.draw(random);
      const key = `${player.id} ${reaction}`;
      if (seen.has(key)) continue;
      seen.add(key);
      file.insert('message_reactions', [messageId, player.id, reaction]);
    }
  }

  #line(
    at: number,
    type: MessageType,
    author: Player,
    server: Server,
    place: string,
    channelId: string | null,
    metadata: Readonly<Record<string, string>> | null,
  ): Line {
    const random = this.#random;
    const heard = this.#heard.get(server) ?? [author.name];
    const text = this.#writer.write(place, author.language, { random, mention: random.pick(heard) });
    if (type !== 'system') {
      if (heard.length >= heardCount) heard.shift();
      heard.push(author.name);
    }
    return { at, type, author, channelId, text, metadata: metadata === null ? null : JSON.stringify(metadata) };
  }
}

/** Somebody of the server who had an account by then. */
export function drawSpeaker(random: Random, server: Server, at: number): Player {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const player = server.speakers.draw(random);
    if (player.joinedAt <= at) return player;
  }
  return server.players[0] ?? server.herald; // a founder, there from the start
}

/** Whom a player writes to in private: somebody else. Takes as many random numbers as `drawSpeaker`. */
export function drawPartner(random: Random, server: Server, at: number, author: Player): Player {
  const drawn = drawSpeaker(random, server, at);
  return drawn === author ? (server.players.find((player) => player !== author) ?? drawn) : drawn;
}
