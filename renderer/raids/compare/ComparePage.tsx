import { Button, NativeSelect, Text } from '@mantine/core';
import { Trophy } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RaidComparison } from '../../../shared/raids/progress-types.ts';
import { PageLoader } from '../PageLoader.tsx';
import { mostCompared } from '../RaidListProvider.tsx';
import { useRaidPlace } from '../use-raid-place.ts';
import { AddPullMenu } from './AddPullMenu.tsx';
import classes from './Compare.module.css';
import {
  columnsOf,
  bossOf,
  explainNoMedian,
  referenceAmong,
  type ComparedColumn,
  type PullColumn,
} from './comparison-columns.ts';
import { FiguresExport } from './FiguresExport.tsx';
import { HeadlineTable } from './HeadlineTable.tsx';
import { HealthCurves } from './HealthCurves.tsx';
import { PlaceProblem } from '../PlaceProblem.tsx';
import { PlayerTable } from './PlayerTable.tsx';
import { useComparison } from './use-comparison.ts';

interface ComparePageProps {
  readonly raidIds: readonly string[];
}

/** Pulls side by side: figures, health curves and players, with the differences to one of them. */
export function ComparePage({ raidIds }: ComparePageProps) {
  const wanted = useMemo(() => [...new Set(raidIds)].slice(0, mostCompared), [raidIds]);
  const { data, error } = useComparison(wanted);
  if (error !== null) return <PlaceProblem error={error} what="One of these pulls is not in this library any more." />;
  if (data === undefined) return <PageLoader label="Comparing" />;
  return <Comparison comparison={data} raidIds={wanted} />;
}

interface ComparisonProps extends ComparePageProps {
  readonly comparison: RaidComparison;
}

function Comparison({ comparison, raidIds }: ComparisonProps) {
  const { open } = useRaidPlace();
  const [referenceKey, setReferenceKey] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(comparison), [comparison]);
  const reference = referenceAmong(columns, referenceKey);
  const boss = bossOf(comparison);
  const pulls = columns.filter((column): column is PullColumn => column.kind === 'pull');
  const best = columns.find(({ kind }) => kind === 'best');
  if (reference === undefined) return null;
  const compare = (ids: readonly string[]) => open({ page: 'compare', raidIds: ids });
  const add = (id: string) => compare([...raidIds, id]);
  return (
    <div className={classes.page}>
      <div className={classes.pageHead}>
        <h1 className={classes.pageTitle}>
          {boss !== null && <bdi>{boss}: </bdi>}
          {pulls.length === 1 ? 'one pull beside its series' : `${pulls.length} pulls side by side`}
        </h1>
        <ReferenceSelect columns={columns} reference={reference} onChoose={setReferenceKey} />
        <AddPullMenu pulls={pulls} bestId={best?.key ?? null} onAdd={add} />
        <FiguresExport title={`Comparison ${boss ?? 'of pulls'}`} columns={columns} />
      </div>
      {pulls.length === 1 && <OnePullNote columns={columns} onAdd={add} onMakeReference={setReferenceKey} />}
      <HeadlineTable
        columns={columns}
        reference={reference}
        onMakeReference={setReferenceKey}
        onRemove={(id) => compare(raidIds.filter((other) => other !== id))}
      />
      <HealthCurves columns={columns} boss={boss} noMedian={explainNoMedian(comparison)} />
      <PlayerTable columns={columns} reference={reference} />
    </div>
  );
}

interface ReferenceSelectProps {
  readonly columns: readonly ComparedColumn[];
  readonly reference: ComparedColumn;
  readonly onChoose: (key: string) => void;
}

function ReferenceSelect({ columns, reference, onChoose }: ReferenceSelectProps) {
  return (
    <NativeSelect
      className={classes.referenceSelect ?? ''}
      size="xs"
      aria-label="Compare with"
      leftSection={<Text size="xs">with</Text>}
      leftSectionWidth="2.5rem"
      data={columns.map((column) => ({ value: column.key, label: column.name }))}
      value={reference.key}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
}

interface OnePullNoteProps {
  readonly columns: readonly ComparedColumn[];
  readonly onAdd: (raidId: string) => void;
  readonly onMakeReference: (key: string) => void;
}

/** One pull alone has nothing beside it but its series. */
function OnePullNote({ columns, onAdd, onMakeReference }: OnePullNoteProps) {
  const best = columns.find(({ kind }) => kind === 'best');
  const median = columns.find(({ kind }) => kind === 'median');
  return (
    <div className={`notice ${classes.oneNote ?? ''}`}>
      <span>Only one pull is chosen.</span>
      {best && (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<Trophy size="0.75rem" aria-hidden />}
          onClick={() => onAdd(best.key)}
        >
          Compare with the best pull
        </Button>
      )}
      {median && (
        <Button variant="default" size="compact-xs" onClick={() => onMakeReference(median.key)}>
          Compare with the median
        </Button>
      )}
      {!best && <span>It is the best of its series itself.</span>}
    </div>
  );
}
