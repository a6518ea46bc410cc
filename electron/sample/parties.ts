import { formatTime, periodEnd } from './calendar.ts';
import { dungeons } from './lists/things.ts';
import type { Random } from './random.ts';
import type { SampleFile } from './sample-file.ts';
import type { Player, Server } from './world.ts';

export interface Party {
  readonly id: string;
  readonly createdAt: number;
  readonly disbandsAt: number;
  /** The leader first. */
  readonly members: readonly Player[];
}

const rememberedParties = 12;

/** The parties of each server that may still be together. */
export class PartyBook {
  readonly #recent = new Map<Server, Party[]>();

  /** Forms a party and writes it down; `drawMember` may name the same player twice. */
  form(random: Random, file: SampleFile, server: Server, at: number, drawMember: () => Player): void {
    const size = random.between(2, 5);
    const members = [...new Set(Array.from({ length: size }, drawMember))];
    const party: Party = { id: random.uuid(), createdAt: at, disbandsAt: at + random.between(900, 12_000), members };
    const recent = this.#recent.get(server) ?? [];
    this.#recent.set(server, [...recent.slice(1 - rememberedParties), party]);
    const isOver = party.disbandsAt <= periodEnd;
    file.insert('parties', [
      party.id,
      random.chance(0.6) ? random.pick(dungeons) : null,
      members[0]?.id ?? '',
      server.realm.id,
      members.length,
      5,
      isOver ? 'disbanded' : 'active',
      formatTime(at),
      isOver ? formatTime(party.disbandsAt) : null,
    ]);
    members.forEach((member, index) => {
      const joinedAt = Math.min(periodEnd, at + (index === 0 ? 0 : random.between(5, 600)));
      file.insert('party_members', [party.id, member.id, index === 0 ? 'leader' : 'member', formatTime(joinedAt)]);
    });
  }

  /** A party that is together at this time, if there is one. */
  drawActive(random: Random, server: Server, at: number): Party | null {
    const active = (this.#recent.get(server) ?? []).filter((party) => party.createdAt <= at && at < party.disbandsAt);
    return active.length === 0 ? null : random.pick(active);
  }
}
