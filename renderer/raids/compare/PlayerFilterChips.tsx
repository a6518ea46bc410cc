import { UnstyledButton } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../app/number-format.ts';
import { DifficultyIcon } from '../../charts/ResultMark.tsx';
import { FilterChip } from '../FilterChip.tsx';
import { asksForDifficulty, toggleDifficulty } from '../raid-filters.ts';
import { difficultyNames } from '../raid-format.ts';
import { asksForBoss, bossesOf, difficultiesOf, toggleBoss } from './player-filters.ts';
import classes from './PlayerPulls.module.css';
import { usePulledBosses, type PlayerRequest } from './use-player-pulls.ts';

interface PlayerFilterChipsProps {
  readonly request: PlayerRequest;
  readonly onSearch: (query: string) => void;
}

/** More bosses than this are shown when asked for. */
const firstBosses = 12;

/** Narrows the pulls to difficulties and bosses, by the search itself. */
export function PlayerFilterChips({ request, onSearch }: PlayerFilterChipsProps) {
  const { query } = request;
  const [showsAll, setShowsAll] = useState(false);
  const progress = usePulledBosses(request);
  const bosses = bossesOf(progress);
  const shown = showsAll ? bosses : bosses.filter(({ boss }, index) => index < firstBosses || asksForBoss(query, boss));
  const names = bosses.map(({ boss }) => boss);
  return (
    <div className={classes.chips} role="group" aria-label="Narrow the pulls">
      {difficultiesOf(progress).map(({ difficulty, pullCount }) => (
        <CountedChip
          key={difficulty}
          isOn={asksForDifficulty(query, difficulty)}
          count={pullCount}
          onToggle={() => onSearch(toggleDifficulty(query, difficulty))}
        >
          <DifficultyIcon difficulty={difficulty} size="0.75rem" /> {difficultyNames[difficulty]}
        </CountedChip>
      ))}
      <span className={classes.chipGap} aria-hidden />
      {shown.map(({ boss, pullCount }) => (
        <CountedChip
          key={boss}
          isOn={asksForBoss(query, boss)}
          count={pullCount}
          onToggle={() => onSearch(toggleBoss(query, boss, names))}
        >
          <bdi>{boss}</bdi>
        </CountedChip>
      ))}
      {shown.length < bosses.length && (
        <UnstyledButton className={classes.more ?? ''} onClick={() => setShowsAll(true)}>
          {bosses.length - shown.length} more
        </UnstyledButton>
      )}
    </div>
  );
}

interface CountedChipProps {
  readonly isOn: boolean;
  readonly count: number;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function CountedChip({ isOn, count, onToggle, children }: CountedChipProps) {
  return (
    <FilterChip isOn={isOn} onToggle={onToggle}>
      {isOn && <Check size="0.75rem" aria-hidden />}
      {children} <span className={classes.chipCount}>{formatCount(count)}</span>
    </FilterChip>
  );
}
