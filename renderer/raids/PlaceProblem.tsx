import { Button, Group } from '@mantine/core';
import { ArrowLeft, List } from 'lucide-react';
import { useView } from '../app/ViewProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { useRaidPlace } from './use-raid-place.ts';
import classes from './PlaceProblem.module.css';

interface PlaceProblemProps {
  readonly error: Error;
  /** What this probably means here. */
  readonly what: string;
}

/** Why a page about one thing cannot be shown, with ways back. */
export function PlaceProblem({ error, what }: PlaceProblemProps) {
  const { state, dispatch } = useView();
  const { open } = useRaidPlace();
  return (
    <div className={classes.problem}>
      <ErrorNotice error={error} />
      <p className={classes.what}>{what}</p>
      <Group gap="xs">
        {state.back.length > 0 && (
          <Button
            variant="default"
            leftSection={<ArrowLeft size="0.875rem" aria-hidden />}
            onClick={() => dispatch({ type: 'back' })}
          >
            Back
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<List size="0.875rem" aria-hidden />}
          onClick={() => open({ page: 'pulls' })}
        >
          Show the list of pulls
        </Button>
      </Group>
    </div>
  );
}
