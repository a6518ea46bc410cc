import { ActionIcon, Button, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Check, X } from 'lucide-react';
import { useTimeFormat } from '../../app/use-settings.ts';
import { parseUtc } from '../../app/time-format.ts';
import { DifficultyIcon, ResultIcon } from '../../charts/ResultMark.tsx';
import { formatQuantity } from '../../app/number-format.ts';
import { dash, difficultyNames, formatResult } from '../raid-format.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import classes from './Compare.module.css';
import type { ComparedColumn, MedianColumn, PullColumn } from './comparison-columns.ts';
import type { LineStyle } from './line-styles.ts';
import { PullBadge } from './PullBadge.tsx';

interface PullHeadProps {
  readonly column: ComparedColumn;
  readonly style: LineStyle;
  readonly isReference: boolean;
  readonly onMakeReference: () => void;
  /** Null for what was not chosen, and for the last pull that is left. */
  readonly onRemove: (() => void) | null;
}

/** The head of a compared pull's column: which pull it is, how it ended, and what can be done with it. */
export function PullHead({ column, style, isReference, onMakeReference, onRemove }: PullHeadProps) {
  const { name } = column;
  return (
    <th scope="col" abbr={name} aria-label={name} className={classes.head} data-reference={isReference || undefined}>
      <div className={classes.card}>
        <div className={classes.cardTop}>
          <PullBadge mark={column.mark} style={style} />
          {column.kind === 'pull' && column.isBestOfSeries && (
            <span className={classes.bestFlag}>best of its series</span>
          )}
          {onRemove !== null && (
            <ActionIcon
              className={classes.remove ?? ''}
              size="sm"
              aria-label={`Remove ${name} from the comparison`}
              title="Remove from the comparison"
              onClick={onRemove}
            >
              <X size="0.875rem" aria-hidden />
            </ActionIcon>
          )}
        </div>
        {column.kind === 'median' ? <MedianFacts column={column} /> : <PullFacts column={column} />}
        <Button
          className={classes.makeReference ?? ''}
          variant={isReference ? 'light' : 'default'}
          size="compact-xs"
          leftSection={isReference ? <Check size="0.75rem" aria-hidden /> : null}
          onClick={onMakeReference}
        >
          {isReference ? 'Reference' : 'Make reference'}
          <VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      </div>
    </th>
  );
}

function PullFacts({ column: { raid } }: { readonly column: PullColumn }) {
  const { open } = useRaidPlace();
  const timeFormat = useTimeFormat();
  const moment = parseUtc(raid.startedAt ?? raid.createdAt);
  return (
    <>
      <UnstyledButton
        className={classes.bossLink ?? ''}
        title={`Open ${raid.boss}: ${raid.name}`}
        onClick={() => open({ page: 'raid', raidId: raid.id })}
      >
        <bdi>{raid.boss}</bdi>
      </UnstyledButton>
      <span className={classes.fact}>
        <DifficultyIcon difficulty={raid.difficulty} size="0.875rem" /> {difficultyNames[raid.difficulty]}, pull{' '}
        {raid.pullNumber ?? dash}
      </span>
      <span className={classes.fact}>
        <ResultIcon result={raid.result} size="0.875rem" /> {formatResult(raid)}
      </span>
      <span className={classes.dimmedFact}>
        {moment === null ? 'time not known' : timeFormat.dateTime(moment).slice(0, 16)}
      </span>
      <span className={classes.dimmedFact} title="The guild of which more than half of the participants are members">
        <bdi>{raid.guild?.name ?? 'no guild'}</bdi>
      </span>
    </>
  );
}

function MedianFacts({ column: { median } }: { readonly column: MedianColumn }) {
  return (
    <>
      <span className={classes.bossLink}>of {formatQuantity(median.pullCount, 'pull')}</span>
      <span className={classes.dimmedFact}>
        All pulls of the series that have ended; the middle of each figure by itself.
      </span>
    </>
  );
}
