import { formatTime } from './calendar.ts';
import type { ChatWriter } from './chat-text.ts';
import { Random } from './random.ts';
import { leaderOf, writeRaidChat } from './raid-chat.ts';
import { playPull, type RaidResult } from './raid-results.ts';
import type { Pull } from './raid-types.ts';
import type { SampleFile } from './sample-file.ts';
import type { Line } from './talk.ts';
import type { Server } from './world.ts';

export interface StagedLine {
  readonly line: Line;
  readonly server: Server;
}

/** Plays the planned pulls as time goes by: writes their rows and hands out their chat in order. */
export class RaidStage {
  readonly #pulls: readonly Pull[];
  readonly #writer: ChatWriter;
  readonly #chatCount: number;
  #played = 0;
  /** Chat of pulls already played, oldest first. */
  #waiting: StagedLine[] = [];

  /** `chatCount`: how many raid messages all the pulls make together, exactly. */
  constructor(pulls: readonly Pull[], writer: ChatWriter, chatCount: number) {
    this.#pulls = pulls;
    this.#writer = writer;
    this.#chatCount = pulls.length === 0 ? 0 : chatCount;
  }

  /** Plays what begins before a time and takes the chat said before it. */
  takeUntil(file: SampleFile, end: number): readonly StagedLine[] {
    const played: StagedLine[] = [];
    for (let pull = this.#pulls[this.#played]; pull !== undefined && pull.createdAt < end;) {
      played.push(...this.#play(file, pull));
      this.#played += 1;
      pull = this.#pulls[this.#played];
    }
    const waiting = [...this.#waiting, ...played].toSorted((a, b) => a.line.at - b.line.at);
    const later = waiting.findIndex(({ line }) => line.at >= end);
    this.#waiting = later === -1 ? [] : waiting.slice(later);
    return later === -1 ? waiting : waiting.slice(0, later);
  }

  #play(file: SampleFile, pull: Pull): readonly StagedLine[] {
    const random = new Random(pull.seed, 'pull');
    const results = playPull(random, pull);
    savePull(file, pull, results);
    const share = (index: number): number => Math.floor((index * this.#chatCount) / this.#pulls.length);
    const quota = share(this.#played + 1) - share(this.#played);
    const { server } = pull.raiding.guild;
    server.raidChannel.messageCount += quota;
    return writeRaidChat(random, this.#writer, pull, results, quota).map((line) => ({
      line: { ...line, type: 'raid', channelId: server.raidChannel.id },
      server,
    }));
  }
}

function savePull(file: SampleFile, pull: Pull, results: readonly RaidResult[]): void {
  const { guild } = pull.raiding;
  const isOver = pull.endedAt !== null;
  file.insert('raids', [
    pull.id,
    `${guild.name}: ${pull.instance.name}`,
    pull.boss.name,
    pull.difficulty,
    guild.server.realm.id,
    leaderOf(pull).player.id,
    pull.status,
    pull.health,
    pull.startedAt === null ? null : formatTime(pull.startedAt),
    pull.endedAt === null ? null : formatTime(pull.endedAt),
    isOver ? pull.foughtSeconds : null,
    pull.lineup.length,
    isOver ? Number(pull.status === 'victory') : null,
    pull.status === 'victory' ? 1 : 0,
    formatTime(pull.createdAt),
  ]);
  for (const result of results) {
    const { raider } = result;
    file.insert('raid_participants', [
      pull.id,
      raider.player.id,
      raider.role,
      raider.className,
      result.damage,
      result.healing,
      result.taken,
      result.diedAt.length,
      result.uptimePercentage,
    ]);
  }
}
