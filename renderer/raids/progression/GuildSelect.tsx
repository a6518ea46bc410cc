import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatQuantity } from '../../app/number-format.ts';
import { useClient } from '../../contract/ClientProvider.tsx';
import { keys } from '../../contract/query-client.ts';
import classes from './Progression.module.css';

interface GuildSelectProps {
  /** Null: the raids of all. */
  readonly guildId: string | null;
  readonly onChoose: (guildId: string | null) => void;
}

const all = 'all';

/** Whose raids are counted. */
export function GuildSelect({ guildId, onChoose }: GuildSelectProps) {
  const client = useClient();
  const { data: guilds = [] } = useQuery({
    queryKey: [...keys.raids, 'guilds'],
    queryFn: ({ signal }) => client.call('raids.listGuilds', {}, { signal }),
  });
  const choices = guilds.map(({ guild, server, pullCount }) => ({
    value: `guild ${guild.id}`,
    label: `${guild.name} (${server.name}), ${formatQuantity(pullCount, 'pull')}`,
  }));
  return (
    <Select
      size="xs"
      aria-label="Raids of"
      className={classes.guildSelect ?? ''}
      data={[{ value: all, label: 'All raids' }, ...choices]}
      value={guildId === null ? all : `guild ${guildId}`}
      onChange={(value) => onChoose(value === null || value === all ? null : value.replace(/^guild /u, ''))}
      allowDeselect={false}
      checkIconPosition="right"
      searchable={choices.length > 8}
      nothingFoundMessage="No such guild"
      limit={100}
    />
  );
}

/** What makes a raid one of a guild; nothing where no guild is chosen. */
export function GuildNote({ guildId }: Pick<GuildSelectProps, 'guildId'>) {
  if (guildId === null) return null;
  return <p className={classes.note}>A raid belongs to a guild when more than half of its participants are members.</p>;
}
