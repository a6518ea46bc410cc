import { Alert, Button, Loader } from '@mantine/core';
import { Play, RotateCcw, Square } from 'lucide-react';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import { formatQuantity, formatSeconds } from '../app/number-format.ts';
import { describeError } from '../contract/error-sentences.ts';
import { ExportMenu } from '../exports/ExportMenu.tsx';
import { SqlGrid } from './SqlGrid.tsx';
import classes from './SqlPanel.module.css';
import { useSqlRun, type SqlRun } from './use-sql-run.ts';
import { useStatement, type EditedStatement, type SearchInSql } from './use-statement.ts';

interface SqlPanelProps extends SearchInSql {
  /** A row that has the id of a message was opened. */
  readonly onOpenMessage: (id: string) => void;
}

/** The search as SQL that can be changed and run, and the rows it answers. */
export function SqlPanel({ onOpenMessage, ...search }: SqlPanelProps) {
  const statement = useStatement(search);
  const run = useSqlRun();
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run.run(statement.text);
  };
  return (
    <section className={classes.panel} aria-label="SQL">
      <textarea
        ref={boxRef}
        className={classes.statement}
        aria-label="SQL statement"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        value={statement.text}
        onChange={(event) => statement.edit(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <SqlBar statement={statement} run={run} />
      <SqlProblem error={run.error ?? statement.error} boxRef={boxRef} />
      {run.answered ? (
        <SqlGrid key={run.answered.result.tookMs} result={run.answered.result} onOpenMessage={onOpenMessage} />
      ) : (
        <p className={classes.hint}>
          A statement can read every table of the library and change none. Its rows appear here.
        </p>
      )}
    </section>
  );
}

function SqlBar({ statement, run }: { readonly statement: EditedStatement; readonly run: SqlRun }) {
  const { isRunning, answered, error } = run;
  return (
    <div className={classes.bar}>
      {isRunning ? (
        <Button size="compact-sm" color="red" leftSection={<Square size="0.75rem" aria-hidden />} onClick={run.stop}>
          Stop
        </Button>
      ) : (
        <Button
          size="compact-sm"
          leftSection={<Play size="0.75rem" aria-hidden />}
          title="Ctrl+Enter"
          aria-keyshortcuts="Control+Enter"
          disabled={statement.text.trim() === ''}
          onClick={() => run.run(statement.text)}
        >
          Run
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<RotateCcw size="0.75rem" aria-hidden />}
        disabled={!statement.isEdited}
        onClick={statement.reset}
      >
        Back to the search
      </Button>
      <span className={classes.outcome} role="status" data-testid="sql-outcome">
        {isRunning && <Loader size="0.75rem" color="gray" role="img" aria-label="Running" />}
        {!isRunning &&
          answered &&
          (error === null ? <Outcome run={answered} /> : 'Below: the rows of the statement before')}
      </span>
      {answered && (
        <ExportMenu
          source={{ kind: 'sql', statement: answered.statement }}
          rowCount={answered.result.isCut ? null : answered.result.rows.length}
          rowNoun="row"
          suggestedName="SQL result"
        />
      )}
    </div>
  );
}

function Outcome({ run: { result } }: { readonly run: NonNullable<SqlRun['answered']> }) {
  const count = formatQuantity(result.rows.length, 'row');
  return (
    <>
      <strong>{result.isCut ? `First ${count}` : count}</strong>
      {result.isCut ? '; more exist' : ''} in {formatTook(result.tookMs)}
    </>
  );
}

function formatTook(tookMs: number): string {
  return tookMs < 1000 ? `${Math.max(1, Math.round(tookMs))} ms` : formatSeconds(tookMs / 1000);
}

interface SqlProblemProps {
  readonly error: unknown;
  readonly boxRef: RefObject<HTMLTextAreaElement | null>;
}

/** Why a statement was not answered, with the way to its place. */
function SqlProblem({ error, boxRef }: SqlProblemProps) {
  if (error === null || error === undefined) return null;
  const { code, message, advice } = describeError(error);
  const place = placeOf(error);
  return (
    <Alert className={classes.problem ?? ''} data-tone="danger" role="alert" data-error-code={code}>
      {message}
      {code !== 'bad_input' && ` ${advice}`}
      {place && (
        <Button
          size="compact-xs"
          variant="subtle"
          ml="xs"
          onClick={() => {
            boxRef.current?.focus();
            boxRef.current?.setSelectionRange(...place);
          }}
        >
          Show the place
        </Button>
      )}
    </Alert>
  );
}

function placeOf(error: unknown): [start: number, end: number] | null {
  if (!(error instanceof RaidscopeError)) return null;
  const { start, end } = error.details;
  return typeof start === 'number' && typeof end === 'number' && end > start ? [start, end] : null;
}
