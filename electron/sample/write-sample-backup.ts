import { RaidscopeError } from '../../shared/contract/errors.ts';
import { libraryTables, type LibraryTable } from '../../shared/library/types.ts';
import { explainError } from '../library/sqlite-errors.ts';
import { saveWorld } from './account-rows.ts';
import { Besides } from './besides.ts';
import { dayWeights, periodDays, periodStart, secondsPerDay } from './calendar.ts';
import { ChatWriter } from './chat-text.ts';
import { PartyBook } from './parties.ts';
import { planRaids, pullCountFor } from './raid-plan.ts';
import { listRaidSchedules, raidingGuildCountFor } from './raid-schedules.ts';
import { RaidStage } from './raid-stage.ts';
import type { Pull } from './raid-types.ts';
import { Random } from './random.ts';
import { SampleFile, type SampleSchema } from './sample-file.ts';
import { Talk } from './talk.ts';
import { splitByWeight } from './weighted.ts';
import { buildWorld, type World } from './world.ts';

export interface SampleOptions {
  /** Rows of `messages`, exactly; everything else is scaled to it. */
  readonly messageCount: number;
  /** Pulls, to within a few; what fits the number of messages unless it is given. */
  readonly raidCount?: number;
  /** The same options make the same rows, to the byte. */
  readonly seed?: number;
  readonly schema?: SampleSchema;
  /** Units of work: messages, then the indexes. */
  onProgress?(done: number, total: number): void;
  throwIfCancelled?(): void;
}

/** Rows by table. */
export type SampleSummary = Readonly<Record<LibraryTable, number>>;

const firstDay = Math.floor(periodStart / secondsPerDay);
const raidChatShare = 0.12;
const messagesPerStep = 2000;
const mostRaids = 100_000;

/**
 * Writes a backup file as the game server would: its own schema, all tables filled, two years of chat and raid nights.
 * Made up from a seed; no row of it was ever real. Time and memory: a million messages in some twenty seconds, and the
 * same memory for any number.
 *
 * Throws `bad_input` if the file exists or a count makes no sense, and leaves no file behind when it fails or is
 * cancelled.
 */
export function writeSampleBackup(path: string, options: SampleOptions): SampleSummary {
  const { messageCount } = options;
  if (!Number.isSafeInteger(messageCount) || messageCount < 1 || messageCount > 100_000_000) {
    throw new RaidscopeError('bad_input', 'A sample has between 1 and 100,000,000 messages.', { messageCount });
  }
  const raidCount = options.raidCount ?? pullCountFor(messageCount);
  if (!Number.isSafeInteger(raidCount) || raidCount < 1 || (options.raidCount !== undefined && raidCount > mostRaids)) {
    throw new RaidscopeError('bad_input', 'A sample has between 1 and 100,000 raids.', { raidCount });
  }
  const file = create(path, options.schema ?? '1.1');
  try {
    fill(file, options, raidCount);
    file.finish();
  } catch (error) {
    file.discard();
    throw explainError(error, { path });
  }
  return Object.fromEntries(libraryTables.map((table) => [table, file.count(table)])) as SampleSummary; // every table
}

function create(path: string, schema: SampleSchema): SampleFile {
  try {
    return SampleFile.create(path, schema);
  } catch (error) {
    throw explainError(error, { path });
  }
}

function fill(file: SampleFile, options: SampleOptions, raidCount: number): void {
  const { messageCount } = options;
  const seed = options.seed ?? 1;
  const indexSteps = file.indexSteps;
  const unitsPerIndex = Math.ceil(messageCount / indexSteps.length);
  const total = messageCount + unitsPerIndex * indexSteps.length;
  const step = (done: number): void => {
    options.throwIfCancelled?.();
    options.onProgress?.(done, total);
  };

  const raidSchedules = listRaidSchedules(raidingGuildCountFor(raidCount));
  const world = buildWorld(new Random(seed, 'world'), { messageCount, raidSchedules });
  const pulls = planRaids(new Random(seed, 'raids'), world.raidingGuilds, raidSchedules, raidCount);
  fillDays(file, world, pulls, { messageCount, seed, step });
  saveWorld(new Random(seed, 'accounts'), file, world);
  for (const [index, addIndex] of indexSteps.entries()) {
    step(messageCount + index * unitsPerIndex);
    addIndex();
  }
  options.onProgress?.(total, total);
}

function fillDays(
  file: SampleFile,
  world: World,
  pulls: readonly Pull[],
  options: { readonly messageCount: number; readonly seed: number; readonly step: (done: number) => void },
): void {
  const { messageCount, seed, step } = options;
  const writer = new ChatWriter(messageCount);
  const parties = new PartyBook();
  const raidChatCount = Math.floor(messageCount * raidChatShare);
  const stage = new RaidStage(pulls, writer, raidChatCount);
  const talk = new Talk(new Random(seed, 'talk'), writer, world, parties);
  const besides = new Besides(new Random(seed, 'besides'), writer, file, talk, parties);
  const weights = dayWeights(new Random(seed, 'days'));
  const share = (count: number): number[] => splitByWeight(Math.round(count), weights);
  const talkPerDay = share(messageCount - (pulls.length === 0 ? 0 : raidChatCount));
  const partiesPerDay = share(Math.max(20, messageCount / 200));
  const privatePerDay = share(Math.max(20, messageCount * 0.03));
  const sessionsPerDay = share(Math.max(40, messageCount * 0.05));

  let nextStep = 0;
  for (let index = 0; index < periodDays; index += 1) {
    const day = firstDay + index;
    besides.formParties(day, partiesPerDay[index] ?? 0);
    besides.writePrivately(day, privatePerDay[index] ?? 0);
    besides.logIn(day, sessionsPerDay[index] ?? 0);
    const raidLines = stage.takeUntil(file, index === periodDays - 1 ? Infinity : (day + 1) * secondsPerDay);
    const moments = talk.drawMoments(day, talkPerDay[index] ?? 0);
    let nextRaidLine = 0;
    const saveRaidLinesUntil = (at: number): void => {
      for (let staged = raidLines[nextRaidLine]; staged !== undefined && staged.line.at <= at;) {
        talk.save(file, staged.line, staged.server);
        nextRaidLine += 1;
        staged = raidLines[nextRaidLine];
      }
    };
    for (const moment of moments) {
      saveRaidLinesUntil(moment.at);
      talk.save(file, talk.speak(moment), moment.server);
      if (file.count('messages') >= nextStep) {
        step(file.count('messages'));
        nextStep += messagesPerStep;
      }
    }
    saveRaidLinesUntil(Infinity);
  }
}
