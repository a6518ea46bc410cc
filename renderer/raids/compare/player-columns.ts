/** A column of one player's pulls. */
export interface PlayerPullColumn {
  readonly name: PlayerPullColumnName;
  readonly label: string;
  /** What it counts. */
  readonly explanation: string;
  readonly widthRem: number;
  /** Takes a share of the room that is left. */
  readonly grows?: boolean;
  readonly isNumber?: boolean;
  readonly canHide: boolean;
  /** Names of what is written of it in exports. */
  readonly exports: readonly string[];
}

export type PlayerPullColumnName =
  | 'began'
  | 'boss'
  | 'difficulty'
  | 'result'
  | 'role'
  | 'class'
  | 'damage'
  | 'healing'
  | 'taken'
  | 'deaths'
  | 'uptime'
  | 'percentile'
  | 'toMedian'
  | 'toBest';

/** The settings' name of the table. */
export const playerPullTable = 'playerPulls';

const figure = { isNumber: true, canHide: true } as const;

/** In the order in which they stand. */
export const playerPullColumns: readonly PlayerPullColumn[] = [
  {
    name: 'began',
    label: 'Began',
    explanation: 'When the pull began; newest first',
    widthRem: 7.75,
    canHide: true,
    exports: ['night', 'startedAt'],
  },
  {
    name: 'boss',
    label: 'Boss',
    explanation: 'The boss, and the number of the pull',
    widthRem: 8.25,
    grows: true,
    canHide: false,
    exports: ['boss', 'pullNumber'],
  },
  {
    name: 'difficulty',
    label: 'Diff',
    explanation: 'Normal, hard or mythic',
    widthRem: 2.25,
    canHide: true,
    exports: ['difficulty'],
  },
  {
    name: 'result',
    label: 'Result',
    explanation: 'Kill, or the health that was left of the boss',
    widthRem: 5.25,
    canHide: true,
    exports: ['result', 'healthLeft', 'durationSeconds'],
  },
  { name: 'role', label: 'Role', explanation: 'Role in this pull', widthRem: 2.25, canHide: true, exports: ['role'] },
  {
    name: 'class',
    label: 'Class',
    explanation: 'Class in this pull',
    widthRem: 5,
    grows: true,
    canHide: true,
    exports: ['class'],
  },
  {
    name: 'damage',
    label: 'Damage/s',
    explanation: 'Damage for each second of the pull',
    widthRem: 4.25,
    ...figure,
    exports: ['damage', 'damagePerSecond', 'damageShare'],
  },
  {
    name: 'healing',
    label: 'Healing/s',
    explanation: 'Healing for each second of the pull',
    widthRem: 4.25,
    ...figure,
    exports: ['healing', 'healingPerSecond', 'healingShare'],
  },
  {
    name: 'taken',
    label: 'Taken/s',
    explanation: 'Damage taken for each second of the pull',
    widthRem: 4.25,
    ...figure,
    exports: ['damageTaken', 'damageTakenPerSecond', 'damageTakenShare'],
  },
  {
    name: 'deaths',
    label: 'Deaths',
    explanation: 'Deaths of the player in the pull',
    widthRem: 3.25,
    ...figure,
    exports: ['deaths'],
  },
  {
    name: 'uptime',
    label: 'Uptime',
    explanation: 'Share of the pull in which the player was active',
    widthRem: 3.25,
    ...figure,
    exports: ['uptimePercent'],
  },
  {
    name: 'percentile',
    label: 'Percentile',
    explanation:
      'Percent of the other performances in this library on the same boss, difficulty and role that were lower per second',
    widthRem: 4.25,
    ...figure,
    exports: ['rank', 'percentile', 'comparedCount'],
  },
  {
    name: 'toMedian',
    label: 'To median',
    explanation:
      'The role’s own figure (healing/s for healers, else damage/s) beside the middle of the player’s pulls found here; choose a boss above to compare like with like',
    widthRem: 4.5,
    ...figure,
    exports: [],
  },
  {
    name: 'toBest',
    label: 'To best',
    explanation: 'The role’s own figure beside the player’s best of the pulls found here',
    widthRem: 4.5,
    ...figure,
    exports: [],
  },
];

/** The columns to write: those that are shown, and what tells a pull; null: all. */
export function exportedColumns(hidden: ReadonlySet<string>): string[] | null {
  if (hidden.size === 0) return null;
  return [...playerPullColumns.filter(({ name }) => !hidden.has(name)).flatMap((column) => column.exports), 'raidId'];
}

const boxRem = 1.25;
const gapRem = 0.5;
const edgeRem = 0.75;

/** The tracks of a row as CSS has them, the first for the box, and the least width at which all have room. */
export function playerGridSizes(columns: readonly PlayerPullColumn[]) {
  const tracks = columns.map(({ widthRem, grows }) => (grows ? `minmax(${widthRem}rem, 1fr)` : `${widthRem}rem`));
  const widthRem = columns.reduce((sum, column) => sum + gapRem + column.widthRem, boxRem + 2 * edgeRem);
  return { template: [`${boxRem}rem`, ...tracks].join(' '), minWidth: `${widthRem}rem` };
}
