import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { ImportRecord } from '../../shared/imports/types.ts';
import { formatBytes, formatCount, formatSeconds } from '../app/number-format.ts';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { keys } from '../contract/query-client.ts';
import classes from './PastImports.module.css';
import { formatLabels } from './format-labels.ts';
import { ImportIssues } from './ImportIssues.tsx';
import { ResultTable } from './ResultTable.tsx';
import { sumCounts } from './table-counts.ts';
import { UndoButton } from './UndoButton.tsx';

/** What came from where and when, newest first, each with its details and its undo. */
export function PastImports({ canUndo }: { readonly canUndo: boolean }) {
  const client = useClient();
  const { data, error } = useQuery({ queryKey: keys.imports, queryFn: () => client.call('imports.list', {}) });
  const [openId, setOpenId] = useState<number | null>(null);
  if (error) return <ErrorNotice error={error} />;
  if (data?.length === 0) return <Text c="dimmed">Nothing has been imported into this library yet.</Text>;
  return (
    <div className={classes.scroll}>
      <Table aria-label="Past imports">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>File</Table.Th>
            <Table.Th ta="right">Added</Table.Th>
            <Table.Th ta="right">Updated</Table.Th>
            <Table.Th ta="right">Unchanged</Table.Th>
            <Table.Th ta="right">Left out</Table.Th>
            <Table.Th ta="right">Took</Table.Th>
            <Table.Th>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.map((record) => (
            <Fragment key={record.id}>
              <ImportRow
                record={record}
                canUndo={canUndo}
                isOpen={record.id === openId}
                onToggle={() => setOpenId(record.id === openId ? null : record.id)}
              />
              {record.id === openId && (
                <Table.Tr>
                  <Table.Td colSpan={8} className={classes.details}>
                    <ImportDetails record={record} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface ImportRowProps {
  readonly record: ImportRecord;
  readonly canUndo: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ImportRow({ record, canUndo, isOpen, onToggle }: ImportRowProps) {
  const time = useTimeFormat();
  const { added, updated, unchanged, rejected } = sumCounts(record.tables);
  const startedAt = parseUtc(record.startedAt);
  const undoneAt = parseUtc(record.undoneAt);
  return (
    <Table.Tr data-undone={record.undoneAt !== null || undefined} className={classes.row ?? ''}>
      <Table.Td className={classes.nowrap}>{startedAt === null ? 'unknown' : time.dateTime(startedAt)}</Table.Td>
      <Table.Td className={classes.file} title={record.sourcePath}>
        {record.source}
        <Text size="xs" c="dimmed">
          {formatLabels[record.format]}, schema {record.schema}, {formatBytes(record.sourceSizeBytes)}
        </Text>
        {undoneAt !== null && (
          <Text size="xs" className={classes.undone ?? ''}>
            undone {time.dateTime(undoneAt)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatCount(added)}</Table.Td>
      <Table.Td ta="right">{formatCount(updated)}</Table.Td>
      <Table.Td ta="right">{formatCount(unchanged)}</Table.Td>
      <Table.Td ta="right">{formatCount(rejected)}</Table.Td>
      <Table.Td ta="right" className={classes.nowrap}>
        {formatSeconds(record.seconds)}
      </Table.Td>
      <Table.Td className={classes.nowrap} ta="right">
        <Button
          variant="subtle"
          size="compact-xs"
          aria-expanded={isOpen}
          aria-label={`Details: ${record.source}`}
          onClick={onToggle}
        >
          Details
        </Button>{' '}
        {canUndo && record.undoneAt === null && <UndoButton importId={record.id} source={record.source} label="Undo" />}
      </Table.Td>
    </Table.Tr>
  );
}

function ImportDetails({ record }: { readonly record: ImportRecord }) {
  return (
    <>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {record.sourcePath}
      </Text>
      <ResultTable tables={record.tables} />
      {record.ignored.length > 0 && (
        <Text size="xs" c="dimmed" my="xs">
          Parts of the file without a place in a library, left out: {record.ignored.join(', ')}
        </Text>
      )}
      {record.issues > 0 && <ImportIssues importId={record.id} count={record.issues} />}
    </>
  );
}
