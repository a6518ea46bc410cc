import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Player } from '../../shared/library/types.ts';
import { formatQuantity } from '../app/number-format.ts';
import { useLibraryStatus } from '../library/use-library.ts';
import { useIsReadOnly } from './AnnotationsProvider.tsx';
import { useFoundPlayers, useMe, useSetMe } from './use-me.ts';

/** Which players of the open library are oneself. Nothing while no library is open. */
export function MeSetting() {
  const isOpen = useLibraryStatus()?.state === 'open';
  return isOpen ? <OpenMeSetting /> : null;
}

function OpenMeSetting() {
  const me = useMe();
  const { setMe, isPending } = useSetMe();
  const isReadOnly = useIsReadOnly();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 150);
  const found = useFoundPlayers(wanted.trim());
  const others = found.filter(({ id }) => me.every((player) => player.id !== id));
  const players = new Map([...me, ...others].map((player) => [player.id, player]));
  return (
    <MultiSelect
      label="Which players are you?"
      description="from:me, to:me and mentions:me look for them. Kept in the library."
      placeholder={me.length === 0 ? 'Type a name' : ''}
      size="xs"
      searchable
      hidePickedOptions
      readOnly={isReadOnly || isPending}
      data={[...players.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={me.map(({ id }) => id)}
      searchValue={text}
      nothingFoundMessage={wanted.trim() === '' ? 'Type a part of a name' : 'No such player'}
      // The library has searched already, in all names and not only in those listed here.
      filter={({ options }) => options}
      renderOption={({ option }) => <FoundPlayer player={players.get(option.value)} />}
      comboboxProps={{ withinPortal: false, position: 'top-start', shadow: 'md' }}
      onSearchChange={setText}
      onChange={(ids) => {
        setText('');
        setMe(ids);
      }}
    />
  );
}

function FoundPlayer({ player }: { readonly player: Player | undefined }) {
  if (player === undefined) return null;
  const { name, serverName, messageCount } = player;
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      <strong>{name}</strong>
      <br />
      {serverName !== null && `${serverName}, `}
      {formatQuantity(messageCount, 'message')}
    </span>
  );
}
