import { Stack, Text, Title } from '@mantine/core';
import type { ImportResult } from '../../shared/imports/types.ts';
import { formatCount, formatQuantity, formatSeconds } from '../app/number-format.ts';
import { ImportIssues } from './ImportIssues.tsx';
import { ResultTable } from './ResultTable.tsx';
import { sumCounts } from './table-counts.ts';
import { UndoButton } from './UndoButton.tsx';

/** What one import did, table by table, with every row that did not go in as it was. */
export function ImportResultSummary({ result }: { readonly result: ImportResult }) {
  const { added, updated, unchanged, rejected } = sumCounts(result.tables);
  return (
    <Stack gap="xs" component="section" aria-label={result.source}>
      <Title order={3} style={{ overflowWrap: 'anywhere' }}>
        {result.source}
      </Title>
      <Text size="sm">
        {formatQuantity(added, 'row')} added, {formatCount(updated)} updated, {formatCount(unchanged)} unchanged,{' '}
        {formatCount(rejected)} left out, in {formatSeconds(result.seconds)}
      </Text>
      <ResultTable tables={result.tables} />
      {result.issues > 0 && <ImportIssues importId={result.id} count={result.issues} />}
      <div>
        <UndoButton importId={result.id} source={result.source} />
      </div>
    </Stack>
  );
}
