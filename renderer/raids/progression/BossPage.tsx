import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import type { BossPulls } from '../../../shared/raids/progress-types.ts';
import type { RaidDifficulty } from '../../../shared/raids/types.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import { DifficultyIcon } from '../../charts/ResultMark.tsx';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { PageLoader } from '../PageLoader.tsx';
import { PlaceProblem } from '../PlaceProblem.tsx';
import { difficultyNames } from '../raid-format.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { BossFacts } from './BossFacts.tsx';
import { GuildNote, GuildSelect } from './GuildSelect.tsx';
import { NightCharts } from './NightCharts.tsx';
import { NightTable } from './NightTable.tsx';
import classes from './Progression.module.css';
import { PullChart } from './PullChart.tsx';
import { bestWipeOf, firstKillOf, nightFigures, type PullRange } from './pull-course.ts';
import { RangeBar } from './RangeBar.tsx';

interface BossPageProps {
  readonly boss: string;
  readonly difficulty: RaidDifficulty;
  /** Null: the raids of all. */
  readonly guildId: string | null;
}

/** Every pull of one boss and difficulty: how the health left fell from pull to pull, and night by night. */
export function BossPage({ boss, difficulty, guildId }: BossPageProps) {
  const client = useClient();
  const { query, clock, open } = useRaidPlace();
  const asked = { query, ...clock, guildId, boss, difficulty };
  const { data, error } = useQuery({
    queryKey: [...keys.raids, 'boss pulls', asked],
    queryFn: ({ signal }) => client.call('raids.bossPulls', asked, { signal }),
  });
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <h1 className={classes.title}>
          <bdi>{boss}</bdi>{' '}
          <span className={classes.titleDifficulty} data-difficulty={difficulty}>
            <DifficultyIcon difficulty={difficulty} size="1.125rem" /> {difficultyNames[difficulty]}
          </span>
        </h1>
        <span className={classes.push} />
        <GuildSelect guildId={guildId} onChoose={(id) => open({ page: 'boss', boss, difficulty, guildId: id })} />
        <ExportMenu
          source={{ kind: 'raids', table: { table: 'bossPulls', ...asked, columns: null } }}
          suggestedName={`Pulls ${boss} ${difficultyNames[difficulty]}`}
          rowCount={data?.pulls.length ?? null}
          rowNoun="pull"
        />
      </div>
      <GuildNote guildId={guildId} />
      {error && <PlaceProblem error={error} what="These raids have no pull of this boss and difficulty that began." />}
      {data === undefined && error === null && <PageLoader label="Counting" />}
      {/* What was chosen of one boss means nothing for another. */}
      {data && <BossDetails key={`${difficulty} ${boss} ${guildId}`} data={data} />}
    </div>
  );
}

function BossDetails({ data }: { readonly data: BossPulls }) {
  const { open } = useRaidPlace();
  const [range, setRange] = useState<PullRange | null>(null);
  const { progress, pulls } = data;
  const kill = firstKillOf(pulls);
  const wipe = bestWipeOf(pulls);
  const nights = nightFigures(data);
  const compare = (raidIds: readonly string[]) => open({ page: 'compare', raidIds });
  return (
    <>
      <BossFacts progress={progress} />
      <PullChart
        progress={progress}
        pulls={pulls}
        range={range}
        onRange={setRange}
        onOpen={(raidId) => open({ page: 'raid', raidId })}
        actions={
          kill !== null &&
          wipe !== null && (
            <Button
              variant="default"
              size="compact-xs"
              leftSection={<Scale size="0.875rem" aria-hidden />}
              onClick={() => compare([kill.raidId, wipe.raidId])}
            >
              First kill beside best wipe
            </Button>
          )
        }
      />
      <RangeBar pulls={pulls} range={range} onCompare={compare} onClear={() => setRange(null)} />
      <NightCharts progress={progress} nights={nights} />
      <NightTable progress={progress} nights={nights} />
    </>
  );
}
