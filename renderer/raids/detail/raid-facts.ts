import type { RaidDetail } from '../../../shared/raids/pull-types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import { dash, explainNoDuration, explainNoRate, formatDuration, formatRate } from '../raid-format.ts';

/** A figure or a word about a raid, and what it counts. */
export interface RaidFact {
  readonly name: string;
  readonly value: string;
  readonly explanation: string;
}

/** The figures of a raid's headline; each can be traced. */
export function listFigures(detail: RaidDetail): readonly RaidFact[] {
  const { raid } = detail;
  return [
    { name: 'Length', value: formatDuration(raid.durationSeconds), explanation: explainDuration(detail) },
    { name: 'Size', value: formatQuantity(raid.playerCount, 'player'), explanation: explainSize(detail) },
    {
      name: 'Deaths',
      value: raid.deaths === null ? dash : formatCount(raid.deaths),
      explanation:
        raid.deaths === null
          ? whyNoFigures(detail)
          : 'Deaths of all participants together, as the backup records them.',
    },
    {
      name: 'Raid damage',
      value: formatRate(raid.damagePerSecond),
      explanation:
        explainNoRate(raid) ??
        `${formatCount(raid.damage ?? 0)} damage of all participants in ${formatQuantity(raid.durationSeconds ?? 0, 'second')}.`,
    },
    ...lootFact(detail),
  ];
}

/** Nothing is said of loot before the end, and where there was none after a wipe. */
function lootFact({ raid, events, isLootGenerated }: RaidDetail): readonly RaidFact[] {
  const count = events.filter(({ event }) => event === 'loot').length;
  if (count === 0 && isLootGenerated !== true && raid.result !== 'kill') return [];
  const told = `${formatQuantity(count, 'message')} of the raid ${count === 1 ? 'tells' : 'tell'} of loot.`;
  const recorded =
    isLootGenerated === null
      ? 'The backup does not say whether there was loot.'
      : `The backup says that loot was ${isLootGenerated ? '' : 'not '}handed out.`;
  const value = count > 0 ? formatQuantity(count, 'item') : isLootGenerated === true ? 'yes' : 'none';
  return [{ name: 'Loot', value, explanation: `${recorded} ${told}` }];
}

function explainDuration({ raid }: RaidDetail): string {
  switch (raid.durationFrom) {
    case 'recorded':
      return `From the pull to the end: ${formatQuantity(raid.durationSeconds ?? 0, 'second')}, as the backup records them.`;
    case 'times':
      return 'End minus start: the backup records both, but no length.';
    case null:
      return explainNoDuration(raid) ?? 'Not recorded.';
  }
}

function whyNoFigures({ participants }: RaidDetail): string {
  return participants.length === 0 ? 'The backup lists no participants.' : 'It has not begun.';
}

function explainSize({ raid, participants }: RaidDetail): string {
  if (participants.length > 0) return 'Participants that the backup lists.';
  return raid.playerCount === 0
    ? 'The backup lists no participants, and records no number of them.'
    : 'The number that the backup records; it lists no participants.';
}
