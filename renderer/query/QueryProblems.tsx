import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { QueryProblem } from '../../shared/query/types.ts';
import { moveFocusTo } from '../app/focus-targets.ts';
import { useView } from '../app/ViewProvider.tsx';
import { useBoxedSearch } from './BoxedSearchProvider.tsx';
import classes from './SearchBox.module.css';

interface QueryProblemsProps {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  /** The query whose hits are on screen instead of those of the text; null when they are the text's own. */
  readonly stillShown: string | null;
  /** A name stands for several: the person wants to pick one. */
  readonly onChoose: (problem: QueryProblem) => void;
}

/** What is wrong with the query, each with its repair where one is known. Spoken when it appears. */
export function QueryProblems({ text, problems, stillShown, onChoose }: QueryProblemsProps) {
  const { dispatch } = useView();
  const { language } = useBoxedSearch();
  return (
    <div id="query-problems" role="status" className={classes.problems} hidden={problems.length === 0}>
      {problems.map((problem) => {
        const { code, message, range, repair } = problem;
        return (
          <div key={`${code} ${range.join('-')}`} className={classes.problem} data-problem={code}>
            <TriangleAlert size="0.875rem" className={classes.problemIcon ?? ''} aria-hidden />
            <span>{message}</span>
            {code === 'ambiguous_name' && (
              <Button size="compact-xs" variant="light" onClick={() => onChoose(problem)}>
                Choose one
              </Button>
            )}
            {repair !== null && repair !== text && (
              <Button
                size="compact-xs"
                variant="light"
                className={classes.repair ?? ''}
                onClick={() => {
                  dispatch({ type: 'set-query', query: repair });
                  moveFocusTo('search');
                }}
              >
                {repair.trim() === '' ? 'Clear the search' : `Change to: ${repair}`}
              </Button>
            )}
          </div>
        );
      })}
      {stillShown !== null && (
        <div className={classes.still}>
          {stillShown.trim() === '' ? `still showing all ${language.finds}` : `still showing: ${stillShown}`}
        </div>
      )}
    </div>
  );
}
