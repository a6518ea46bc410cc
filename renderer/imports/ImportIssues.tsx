import { Button, Group, Loader, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ImportIssue } from '../../shared/imports/types.ts';
import { formatCount, formatQuantity } from '../app/number-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { keys } from '../contract/query-client.ts';
import { labelOfTable } from '../library/table-labels.ts';
import classes from './ImportIssues.module.css';
import { severityLabels } from './format-labels.ts';

interface ImportIssuesProps {
  readonly importId: number;
  /** How many there are in all. */
  readonly count: number;
}

/** Every row that was left out, mended or put off, with the reason; a page at a time. */
export function ImportIssues({ importId, count }: ImportIssuesProps) {
  const client = useClient();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...keys.issues, importId],
    queryFn: ({ pageParam, signal }) => client.call('imports.listIssues', { importId, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null, // Widens the literal null.
    getNextPageParam: (page) => page.next,
  });
  const issues = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label="Rows with problems" data-testid="import-issues">
      <Text size="sm" fw={500} mb={4}>
        {formatQuantity(count, 'row')} left out, mended or waiting
      </Text>
      {error && <ErrorNotice error={error} />}
      {isPending && <Loader size="xs" />}
      {issues.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className={classes.scroll} tabIndex={0} role="region" aria-label="List of rows with problems">
          <IssueTable issues={issues} />
        </div>
      )}
      {hasNextPage && (
        <Group mt="xs" gap="sm">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
          <Text size="xs" c="dimmed">
            {formatCount(issues.length)} of {formatCount(count)} shown
          </Text>
        </Group>
      )}
    </section>
  );
}

function IssueTable({ issues }: { readonly issues: readonly ImportIssue[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>What happened</Table.Th>
          <Table.Th>Table</Table.Th>
          <Table.Th>Row</Table.Th>
          <Table.Th>Why</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {issues.map(({ id, severity, table, rowId, reason, detail }) => (
          <Table.Tr key={id}>
            <Table.Td className={classes.short} data-severity={severity}>
              {severityLabels[severity]}
            </Table.Td>
            <Table.Td className={classes.short} title={table}>
              {labelOfTable(table)}
            </Table.Td>
            <Table.Td className={classes.rowId} title={rowId ?? undefined}>
              {rowId ?? 'no id'}
            </Table.Td>
            <Table.Td title={reason}>{detail ?? reason.replaceAll('_', ' ')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
