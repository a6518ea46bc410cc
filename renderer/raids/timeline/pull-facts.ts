import { raidDifficulties, raidResults, type RaidDifficulty, type RaidResult } from '../../../shared/raids/types.ts';
import type { TimeFormat } from '../../app/time-format.ts';
import { dash, difficultyNames, formatDuration, formatResult } from '../raid-format.ts';
import type { TimelineModel } from './timeline-model.ts';

/** What is told of a pull, as texts. */
export interface PullFacts {
  readonly boss: string;
  readonly lane: string;
  readonly difficulty: RaidDifficulty;
  readonly difficultyName: string;
  readonly result: RaidResult;
  /** `Kill`, `Wipe 12 %` */
  readonly outcome: string;
  readonly began: string;
  readonly lasted: string;
  readonly pullNumber: string;
  readonly players: string;
  readonly deaths: string;
}

export function pullFacts({ pulls, bosses, lanes }: TimelineModel, pull: number, timeFormat: TimeFormat): PullFacts {
  const known = (count: number | undefined) => (count === undefined || count < 0 ? null : count);
  const counted = (count: number | undefined) => String(known(count) ?? dash);
  const result = raidResults[pulls.results[pull] ?? 0] ?? 'wipe';
  const difficulty = raidDifficulties[pulls.difficulties[pull] ?? 0] ?? 'normal';
  return {
    boss: bosses[pulls.bosses[pull] ?? 0] ?? '',
    lane: lanes[pulls.lanes[pull] ?? 0]?.label ?? '',
    difficulty,
    difficultyName: difficultyNames[difficulty],
    result,
    outcome: formatResult({ result, healthLeft: known(pulls.healths[pull]) }),
    began: timeFormat.dateTime((pulls.starts[pull] ?? 0) * 1000),
    lasted: formatDuration(known(pulls.lengths[pull])),
    pullNumber: counted(pulls.pullNumbers[pull]),
    players: counted(pulls.playerCounts[pull]),
    deaths: counted(pulls.deaths[pull]),
  };
}

/** A pull in one sentence, for those who hear the picture. */
export function spokenPull(model: TimelineModel, pull: number, timeFormat: TimeFormat): string {
  const facts = pullFacts(model, pull, timeFormat);
  return [
    `${facts.boss}, ${facts.difficultyName}`,
    facts.outcome,
    `began ${facts.began}`,
    `lasted ${facts.lasted}`,
    `pull ${facts.pullNumber}`,
    `${facts.players} players`,
    `${facts.deaths} deaths`,
    facts.lane,
  ].join(', ');
}
