import { Button, Menu } from '@mantine/core';
import { ArrowLeft, ArrowRight, List, Plus, Trophy } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../app/number-format.ts';
import { mostCompared, useRaidList } from '../RaidListProvider.tsx';
import { useRaidPlace } from '../use-raid-place.ts';
import type { PullColumn } from './comparison-columns.ts';
import { useNeighbours } from './use-comparison.ts';

interface AddPullMenuProps {
  /** The chosen pulls. */
  readonly pulls: readonly PullColumn[];
  /** The best pull of the series, where it is not chosen yet. */
  readonly bestId: string | null;
  readonly onAdd: (raidId: string) => void;
}

/** Adds a pull beside the chosen ones: of their series, or from the list. */
export function AddPullMenu({ pulls, bestId, onAdd }: AddPullMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { open } = useRaidPlace();
  const { setChosen } = useRaidList();
  const { first, last } = endsOf(pulls);
  const before = useNeighbours(first?.key ?? '', isOpen && first !== undefined).data?.previousId ?? null;
  const after = useNeighbours(last?.key ?? '', isOpen && last !== undefined).data?.nextId ?? null;
  const chosen = new Set(pulls.map(({ key }) => key));
  const offers = [
    { id: bestId, icon: <Trophy size="0.875rem" aria-hidden />, label: 'The best pull of the series' },
    {
      id: before,
      icon: <ArrowLeft size="0.875rem" aria-hidden />,
      label: `The pull before ${sayPull(first)}`,
    },
    { id: after, icon: <ArrowRight size="0.875rem" aria-hidden />, label: `The pull after ${sayPull(last)}` },
  ];
  return (
    <Menu
      opened={isOpen}
      onChange={setIsOpen}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      shadow="md"
      withinPortal
    >
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          fw={500}
          leftSection={<Plus size="0.875rem" aria-hidden />}
          disabled={pulls.length >= mostCompared}
          title={pulls.length >= mostCompared ? `No more than ${mostCompared} pulls fit beside each other` : undefined}
        >
          Add a pull
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Add a pull">
        {offers.map(({ id, icon, label }) => (
          <Menu.Item
            key={label}
            leftSection={icon}
            disabled={id === null || chosen.has(id)}
            onClick={() => id !== null && onAdd(id)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<List size="0.875rem" aria-hidden />}
          onClick={() => {
            setChosen(pulls.map(({ key }) => key));
            open({ page: 'pulls' });
          }}
        >
          Choose in the list …
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The earliest and the latest of the chosen pulls in the series of the first one. */
function endsOf(pulls: readonly PullColumn[]) {
  const [one] = pulls;
  const ofSeries = pulls
    .filter(({ raid }) => raid.boss === one?.raid.boss && raid.difficulty === one.raid.difficulty)
    .toSorted((a, b) => (a.raid.pullNumber ?? 0) - (b.raid.pullNumber ?? 0));
  return { first: ofSeries[0], last: ofSeries.at(-1) };
}

function sayPull(pull: PullColumn | undefined): string {
  if (pull === undefined) return 'this one';
  const { pullNumber } = pull.raid;
  return pullNumber === null ? pull.mark : `${pull.mark} (pull ${formatCount(pullNumber)})`;
}
