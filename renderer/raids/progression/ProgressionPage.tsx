import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../contract/ClientProvider.tsx';
import { ErrorNotice } from '../../contract/ErrorNotice.tsx';
import { keys } from '../../contract/query-client.ts';
import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { formatQuantity } from '../../app/number-format.ts';
import { PageLoader } from '../PageLoader.tsx';
import { useRaidList } from '../RaidListProvider.tsx';
import { useRaidPlace } from '../use-raid-place.ts';
import { GuildNote, GuildSelect } from './GuildSelect.tsx';
import classes from './Progression.module.css';
import { ProgressTable } from './ProgressTable.tsx';

/** How far every boss and difficulty has come, among the raids of the query. */
export function ProgressionPage() {
  const client = useClient();
  const { query, clock, open } = useRaidPlace();
  const { progressView: view, setProgressView } = useRaidList();
  const { guildId, isGrouped, order } = view;
  const { data, error } = useQuery({
    queryKey: [...keys.raids, 'progression', query, clock, guildId],
    queryFn: ({ signal }) => client.call('raids.progression', { query, ...clock, guildId }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <GuildSelect guildId={guildId} onChoose={(id) => setProgressView({ ...view, guildId: id })} />
        <span className={classes.push} role="status">
          {data && formatQuantity(data.bosses.length, 'boss of a difficulty', 'bosses by difficulty')}
        </span>
        <Checkbox
          size="xs"
          label="By difficulty"
          checked={isGrouped}
          onChange={(event) => setProgressView({ ...view, isGrouped: event.currentTarget.checked })}
        />
        <ExportMenu
          source={{ kind: 'raids', table: { table: 'progression', query, ...clock, guildId, columns: null } }}
          suggestedName="Progression"
          rowCount={data?.bosses.length ?? null}
          rowNoun="row"
        />
      </div>
      <GuildNote guildId={guildId} />
      {error && <ErrorNotice error={error} />}
      {data === undefined && error === null && <PageLoader label="Counting" />}
      {data?.bosses.length === 0 && (
        <p className={classes.note}>
          {guildId === null ? 'No boss was pulled in these raids.' : 'This guild pulled no boss in these raids.'}
        </p>
      )}
      {data !== undefined && data.bosses.length > 0 && (
        <ProgressTable
          bosses={data.bosses}
          isGrouped={isGrouped}
          order={order}
          onSort={(to) => setProgressView({ ...view, order: to })}
          onOpen={({ boss, difficulty }) => open({ page: 'boss', boss, difficulty, guildId })}
          onOpenRaid={(raidId) => open({ page: 'raid', raidId })}
        />
      )}
    </div>
  );
}
