import type { Participant, RaidDetail } from '../../../shared/raids/pull-types.ts';
import type { RaidRole } from '../../../shared/raids/types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import {
  dash,
  difficultyNames,
  explainNoRate,
  formatAmount,
  formatPercent,
  formatRate,
  formatShare,
  roleNames,
} from '../raid-format.ts';

/** What a cell shows, and what it counts. */
export interface ParticipantCell {
  readonly text: string;
  readonly title: string;
  /** Length of a bar behind the text, 0-1; null: none. */
  readonly share?: number | null;
}

export interface ParticipantColumn {
  readonly name: string;
  /** At the head of the column. */
  readonly label: string;
  /** Where it is listed by name. */
  readonly fullLabel: string;
  readonly explanation: string;
  /** What it is sorted by; null comes last. */
  readonly valueOf: (participant: Participant) => number | string | null;
  readonly cellOf: (participant: Participant, detail: RaidDetail) => ParticipantCell;
  /** Of several participants; null where a sum says nothing. */
  readonly totalOf: ((participants: readonly Participant[], detail: RaidDetail) => ParticipantCell) | null;
  readonly isText?: boolean;
  /** Its smallest values are the best: they come first. */
  readonly beginsLow?: boolean;
}

type Figure = 'damage' | 'healing' | 'damageTaken';

const figureNames: Readonly<Record<Figure, string>> = {
  damage: 'damage',
  healing: 'healing',
  damageTaken: 'damage taken',
};

function sum(participants: readonly Participant[], figure: Figure | 'deaths'): number {
  return participants.reduce((total, participant) => total + participant[figure], 0);
}

function amountColumn(figure: Figure, name: string, label: string, explanation: string): ParticipantColumn {
  const cell = (amount: number) => ({
    text: formatAmount(amount),
    title: `${formatCount(amount)} ${figureNames[figure]} in the whole pull`,
  });
  return {
    name,
    label,
    fullLabel: label,
    explanation,
    valueOf: (participant) => participant[figure],
    cellOf: (participant) => cell(participant[figure]),
    totalOf: (participants) => cell(sum(participants, figure)),
  };
}

function rateColumn(figure: 'damage' | 'healing', name: string, label: string): ParticipantColumn {
  const rateOf = (participant: Participant) =>
    figure === 'damage' ? participant.damagePerSecond : participant.healingPerSecond;
  const cell = (amount: number, rate: number | null, { raid }: RaidDetail) => ({
    text: formatRate(rate),
    title:
      rate === null
        ? (explainNoRate({ ...raid, damagePerSecond: null }) ?? '')
        : `${formatCount(amount)} ${figureNames[figure]} in ${formatQuantity(raid.durationSeconds ?? 0, 'second')}`,
  });
  return {
    name,
    label,
    fullLabel: figure === 'damage' ? 'Damage per second' : 'Healing per second',
    explanation: `${figure === 'damage' ? 'Damage' : 'Healing'} for each second of the pull, dead or alive`,
    valueOf: rateOf,
    cellOf: (participant, detail) => cell(participant[figure], rateOf(participant), detail),
    totalOf: (participants, detail) => {
      const { durationSeconds } = detail.raid;
      const amount = sum(participants, figure);
      return cell(amount, durationSeconds === null || durationSeconds === 0 ? null : amount / durationSeconds, detail);
    },
  };
}

function shareColumn(figure: 'damage' | 'healing', name: string): ParticipantColumn {
  const shareOf = (participant: Participant) =>
    figure === 'damage' ? participant.damageShare : participant.healingShare;
  const cell = (amount: number, whole: number) => ({
    text: formatShare(whole === 0 ? null : amount / whole),
    title:
      whole === 0
        ? `Nobody did any ${figureNames[figure]}: there are no shares`
        : `${formatCount(amount)} of the raid’s ${formatCount(whole)} ${figureNames[figure]}`,
    share: whole === 0 ? null : amount / whole,
  });
  const noun = figure === 'damage' ? 'damage' : 'healing';
  return {
    name,
    label: 'Share',
    fullLabel: `Share of ${noun}`,
    explanation: `Share of all ${noun} of the raid, of every role together`,
    valueOf: shareOf,
    cellOf: (participant, detail) => cell(participant[figure], sum(detail.participants, figure)),
    totalOf: (participants, detail) => cell(sum(participants, figure), sum(detail.participants, figure)),
  };
}

/** All columns that can be hidden, in their order; the player's name stands before them. Named as in exports. */
export const participantColumns: readonly ParticipantColumn[] = [
  {
    name: 'class',
    label: 'Class',
    fullLabel: 'Class',
    explanation: 'The class that the player took part as',
    isText: true,
    beginsLow: true,
    valueOf: (participant) => participant.class,
    cellOf: (participant) => ({ text: participant.class, title: participant.class }),
    totalOf: null,
  },
  amountColumn('damage', 'damage', 'Damage', 'Damage that the player dealt in the whole pull'),
  rateColumn('damage', 'dps', 'DPS'),
  shareColumn('damage', 'damageShare'),
  amountColumn('healing', 'healing', 'Healing', 'Healing that the player did in the whole pull'),
  rateColumn('healing', 'hps', 'HPS'),
  shareColumn('healing', 'healingShare'),
  amountColumn('damageTaken', 'taken', 'Taken', 'Damage that the player took in the whole pull'),
  {
    name: 'deaths',
    label: 'Deaths',
    fullLabel: 'Deaths',
    explanation: 'How often the player died in the pull',
    valueOf: ({ deaths }) => deaths,
    cellOf: ({ deaths }) => ({ text: formatCount(deaths), title: formatQuantity(deaths, 'death') }),
    totalOf: (participants) => {
      const deaths = sum(participants, 'deaths');
      return { text: formatCount(deaths), title: `${formatQuantity(deaths, 'death')} together` };
    },
  },
  {
    name: 'uptime',
    label: 'Uptime',
    fullLabel: 'Uptime',
    explanation: 'Part of the pull in which the player was active, as the backup records it',
    valueOf: ({ uptimePercent }) => uptimePercent,
    cellOf: ({ uptimePercent }) => ({
      text: formatPercent(uptimePercent),
      title: `Active for ${formatPercent(uptimePercent)} of the pull`,
    }),
    totalOf: (participants) => {
      const mean = participants.reduce((total, { uptimePercent }) => total + uptimePercent, 0) / participants.length;
      return { text: formatPercent(mean), title: 'The mean of these players' };
    },
  },
  {
    name: 'rank',
    label: 'Rank',
    fullLabel: 'Rank in role',
    explanation: 'Place within the role by its own figure: healing for healers, damage for all others',
    beginsLow: true,
    valueOf: ({ rank }) => rank,
    cellOf: ({ rank, role }, { participants }) => ({
      text: `${rank}`,
      title: `${rank} of ${formatQuantity(participants.filter((other) => other.role === role).length, 'player')} of the role, by ${ownFigure(role)}`,
    }),
    totalOf: null,
  },
  {
    name: 'percentile',
    label: 'Percentile',
    fullLabel: 'Percentile in this library',
    explanation:
      'Part of the other performances in this library on the same boss, difficulty and role that were lower per second',
    valueOf: ({ percentile }) => percentile,
    cellOf: (participant, detail) => percentileCell(participant, detail),
    totalOf: null,
  },
];

/** What a role is measured by. */
function ownFigure(role: RaidRole): string {
  return role === 'healer' ? 'healing' : 'damage';
}

function percentileCell({ percentile, comparedCount, role }: Participant, { raid }: RaidDetail): ParticipantCell {
  const others = Math.max(0, comparedCount - 1);
  const of = `of ${roleNames[role].toLowerCase()}s on ${raid.boss} (${difficultyNames[raid.difficulty]}) in this library`;
  if (percentile !== null) {
    return {
      text: formatPercent(percentile),
      title: `Better than ${formatPercent(percentile)} of the ${formatQuantity(others, 'other performance')} ${of}, by ${ownFigure(role)} per second`,
    };
  }
  const noRate = explainNoRate({ ...raid, damagePerSecond: null });
  const hasRate = raid.durationSeconds !== null && raid.durationSeconds > 0;
  return { text: dash, title: hasRate ? `There are no other performances ${of}` : (noRate ?? '') };
}
