import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Radio } from 'lucide-react';
import { raidDifficulties } from '../../shared/raids/types.ts';
import { DifficultyIcon, ResultIcon } from '../charts/ResultMark.tsx';
import { useClient } from '../contract/ClientProvider.tsx';
import { keys } from '../contract/query-client.ts';
import { FilterChip } from './FilterChip.tsx';
import { difficultyNames } from './raid-format.ts';
import {
  asksForDifficulty,
  asksForResults,
  chooseServer,
  serverAskedFor,
  toggleDifficulty,
  toggleResults,
} from './raid-filters.ts';
import { nightOrder, useRaidList } from './RaidListProvider.tsx';
import classes from './RaidsView.module.css';
import { useRaidPlace } from './use-raid-place.ts';

const kills = ['kill'] as const;
/** The spec's "Active Raids". */
const active = ['live', 'preparing'] as const;

/** Filters that are asked for often; each is a part of the text in the search box. */
export function QuickFilters({ libraryPath }: { readonly libraryPath: string }) {
  const { text, place, open, search } = useRaidPlace();
  const { setOrder } = useRaidList();
  const isActive = asksForResults(text, active);
  return (
    <div className={classes.filters} role="group" aria-label="Quick filters">
      <FilterChip isOn={asksForResults(text, kills)} onToggle={() => search(toggleResults(text, kills))}>
        <ResultIcon result="kill" size="0.75rem" /> Kills only
      </FilterChip>
      <FilterChip
        isOn={isActive}
        title="Raids that go on or have not begun, newest first"
        onToggle={() => {
          setOrder(isActive ? nightOrder : { sort: 'began', direction: 'desc' });
          const toQuery = toggleResults(text, active);
          if (place.page === 'pulls') search(toQuery);
          else open({ page: 'pulls' }, toQuery);
        }}
      >
        <Radio size="0.75rem" aria-hidden /> Active raids
      </FilterChip>
      {raidDifficulties.map((difficulty) => (
        <FilterChip
          key={difficulty}
          isOn={asksForDifficulty(text, difficulty)}
          onToggle={() => search(toggleDifficulty(text, difficulty))}
        >
          <DifficultyIcon difficulty={difficulty} size="0.75rem" /> {difficultyNames[difficulty]}
        </FilterChip>
      ))}
      <ServerFilter libraryPath={libraryPath} query={text} onChange={search} />
    </div>
  );
}

interface ServerFilterProps {
  readonly libraryPath: string;
  readonly query: string;
  readonly onChange: (query: string) => void;
}

const all = '';
const asked = 'server:';

/** The servers that there are raids on; nothing where there is but one. */
function ServerFilter({ libraryPath, query, onChange }: ServerFilterProps) {
  const client = useClient();
  const { data: servers = [] } = useQuery({
    queryKey: [...keys.raids, 'servers', libraryPath],
    queryFn: async ({ signal }) => {
      const request = { query: asked, position: asked.length, limit: 50 };
      const { suggestions } = await client.call('raids.suggest', request, { signal });
      return suggestions.map(({ label }) => label);
    },
  });
  if (servers.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label="Server"
      className={classes.server ?? ''}
      value={serverAskedFor(query, servers) ?? all}
      data={[{ value: all, label: 'All servers' }, ...servers.map((name) => ({ value: name, label: name }))]}
      onChange={({ currentTarget: { value } }) => onChange(chooseServer(query, value === all ? null : value, servers))}
    />
  );
}
