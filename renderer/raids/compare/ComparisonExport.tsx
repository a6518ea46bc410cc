import { formatQuantity } from '../../app/number-format.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { useNightClock } from '../use-night-clock.ts';
import type { PullColumn } from './comparison-columns.ts';

interface ComparisonExportProps {
  /** The chosen pulls, in their order. */
  readonly pulls: readonly PullColumn[];
  readonly hidden: ReadonlySet<string>;
  readonly playerCount: number;
}

/** What is written for each pull, in exports. */
const figures = ['damagePerSecond', 'healingPerSecond', 'damageTakenPerSecond', 'deaths', 'uptimePercent'] as const;

/** Exports the players side by side: the pulls that are shown, with every figure of each. */
export function ComparisonExport({ pulls, hidden, playerCount }: ComparisonExportProps) {
  const clock = useNightClock();
  const bosses = [...new Set(pulls.map(({ raid }) => raid.boss))].join(' and ');
  const columns = [
    'player',
    'roles',
    ...(hidden.has('class') ? [] : ['classes']),
    ...pulls.flatMap(({ key }, index) => (hidden.has(key) ? [] : figures.map((name) => `${name}_${index + 1}`))),
    'playerId',
  ];
  return (
    <ExportMenu
      source={{
        kind: 'raids',
        table: { table: 'comparison', raidIds: pulls.map(({ key }) => key), ...clock, columns },
      }}
      suggestedName={`Comparison ${bosses} ${formatQuantity(pulls.length, 'pull')}`}
      rowCount={playerCount}
      rowNoun="player"
    />
  );
}
