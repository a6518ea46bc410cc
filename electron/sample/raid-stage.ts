import { formatTime } from './calendar.ts';
import type { ChatWriter } from './chat-text.ts';
import { Random } from './random.ts';
import { leaderOf, writeRaidChat } from './raid-chat.ts';
import { drawCourse } from './raid-course.ts';
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
  readonly #weightSum: number;
  #played = 0;
  #weightPlayed = 0;
  #chatWritten = 0;
  /** Chat of pulls already played, oldest first. */
  #waiting: StagedLine[] = [];

  /** `chatCount`: how many raid messages all the pulls make together, exactly. */
  constructor(pulls: readonly Pull[], writer: ChatWriter, chatCount: number) {
    this.#pulls = pulls;
    this.#writer = writer;
    this.#chatCount = pulls.length === 0 ? 0 : chatCount;
    this.#weightSum = pulls.reduce((sum, pull) => sum + chatWeight(pull), 0);
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
    const course = drawCourse(random, pull);
    const results = playPull(random, pull, course);
    savePull(file, pull, results, this.#drawFlaws(pull));
    const quota = this.#takeQuota(pull);
    const { server } = pull.raiding.guild;
    server.raidChannel.messageCount += quota;
    return writeRaidChat(random, this.#writer, { pull, course, results }, quota).map((line) => ({
      line: { ...line, type: 'raid', channelId: server.raidChannel.id },
      server,
    }));
  }

  /** The pull's share of all raid messages; the shares add up exactly. */
  #takeQuota(pull: Pull): number {
    this.#weightPlayed += chatWeight(pull);
    const until = Math.floor((this.#weightPlayed * this.#chatCount) / this.#weightSum);
    const quota = until - this.#chatWritten;
    this.#chatWritten = until;
    return quota;
  }

  #drawFlaws(pull: Pull): Flaws {
    const random = new Random(pull.seed, 'flaws');
    const { length } = this.#pulls;
    return {
      lacksDuration: random.chance(0.02),
      lacksParticipants: length >= 200 && pull.endedAt !== null && this.#played % 400 === 137,
    };
  }
}

/** Whole numbers, so that their sum is exact. A longer pull has more to say, and in a larger raid more die. */
function chatWeight(pull: Pull): number {
  return 40 + 10 * pull.lineup.length + pull.foughtSeconds;
}

/** What a real server's rows lack now and then. */
interface Flaws {
  readonly lacksDuration: boolean;
  readonly lacksParticipants: boolean;
}

function savePull(file: SampleFile, pull: Pull, results: readonly RaidResult[], flaws: Flaws): void {
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
    isOver && !flaws.lacksDuration ? pull.foughtSeconds : null,
    pull.lineup.length,
    isOver ? Number(pull.status === 'victory') : null,
    pull.status === 'victory' ? 1 : 0,
    formatTime(pull.createdAt),
  ]);
  if (flaws.lacksParticipants) return;
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
