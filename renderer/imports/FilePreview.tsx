import { ActionIcon, Alert, Loader, Table, Text } from '@mantine/core';
import { CircleAlert, FileArchive, Info, TriangleAlert, X } from 'lucide-react';
import type { ImportPreview, PreviewProblem, PreviewTable } from '../../shared/imports/types.ts';
import { libraryTables } from '../../shared/library/types.ts';
import { formatBytes, formatCount, formatQuantity } from '../app/number-format.ts';
import { parseUtc } from '../app/time-format.ts';
import { useTimeFormat } from '../app/use-settings.ts';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import { tableLabels } from '../library/table-labels.ts';
import classes from './FilePreview.module.css';
import { formatLabels } from './format-labels.ts';
import type { FileChoice } from './ImportFlowProvider.tsx';

interface FilePreviewProps {
  readonly file: FileChoice;
  /** Null while the file is being looked at. */
  readonly preview: ImportPreview | null;
  readonly error: Error | null;
  readonly onSkip: () => void;
}

/** What is in one file, and what would become of it. */
export function FilePreview({ file, preview, error, onSkip }: FilePreviewProps) {
  const isPending = preview === null && error === null;
  return (
    <section className={classes.file} aria-label={file.name} aria-busy={isPending}>
      <header className={classes.header}>
        <FileArchive size="1.125rem" className={classes.icon ?? ''} aria-hidden />
        <strong className={classes.name}>{preview?.file.name ?? file.name}</strong>
        <ActionIcon
          size="sm"
          aria-label={isPending ? `Stop looking at ${file.name}` : `Leave out ${file.name}`}
          onClick={onSkip}
        >
          <X size="0.875rem" aria-hidden />
        </ActionIcon>
      </header>
      {isPending && (
        <div className={classes.pending}>
          <Loader size="xs" /> Looking into the file
        </div>
      )}
      {error && <ErrorNotice error={error} />}
      {preview && <PreviewDetails preview={preview} />}
    </section>
  );
}

function PreviewDetails({ preview }: { readonly preview: ImportPreview }) {
  const { problems, tables, ignored } = preview;
  return (
    <>
      <PreviewFacts preview={preview} />
      {problems.map((problem) => (
        <ProblemNotice key={`${problem.code} ${problem.message}`} problem={problem} />
      ))}
      {tables.length > 0 && <PreviewTables tables={tables} />}
      {ignored.length > 0 && (
        <details className={classes.ignored}>
          <summary>{formatQuantity(ignored.length, 'part')} of the file without a place in a library, left out</summary>
          {ignored.join(', ')}
        </details>
      )}
    </>
  );
}

function PreviewFacts({ preview }: { readonly preview: ImportPreview }) {
  const time = useTimeFormat();
  const first = parseUtc(preview.firstMessageAt);
  const last = parseUtc(preview.lastMessageAt);
  const facts = [
    formatBytes(preview.file.sizeBytes),
    preview.format === null ? null : formatLabels[preview.format],
    preview.schema === null ? null : `schema ${preview.schema}`,
    first === null || last === null ? null : `messages from ${time.date(first)} to ${time.date(last)}`,
  ];
  return (
    <Text size="sm" c="dimmed">
      {facts.filter((fact) => fact !== null).join(' · ')}
    </Text>
  );
}

/** Worth knowing, but nothing that goes wrong. */
const remarks: ReadonlySet<PreviewProblem['code']> = new Set(['personal_data', 'ignored_parts', 'already_imported']);

function ProblemNotice({ problem }: { readonly problem: PreviewProblem }) {
  const { severity, code, message } = problem;
  const tone = severity === 'error' ? 'danger' : remarks.has(code) ? 'remark' : 'warning';
  const Icon = { danger: CircleAlert, remark: Info, warning: TriangleAlert }[tone];
  return (
    <Alert data-tone={tone} p="xs" icon={<Icon size="1.125rem" aria-hidden />} data-problem={code}>
      {severity === 'error' && <strong>This file cannot be imported. </strong>}
      {message}
    </Alert>
  );
}

function inLibraryOrder(one: PreviewTable, other: PreviewTable): number {
  return libraryTables.indexOf(one.table) - libraryTables.indexOf(other.table);
}

function PreviewTables({ tables }: { readonly tables: readonly PreviewTable[] }) {
  return (
    <div className={classes.scroll}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Table</Table.Th>
            <Table.Th ta="right">Rows</Table.Th>
            <Table.Th ta="right">Already in the library</Table.Th>
            <Table.Th ta="right">Would be left out</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...tables]
            .sort(inLibraryOrder)
            .map(({ table, sourceTables, rowCount, alreadyPresentCount, rejectedCount }) => (
              <Table.Tr key={table}>
                <Table.Td title={sourceTables.join(', ')}>
                  {tableLabels[table]}
                  {sourceTables.length > 1 && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      from {formatCount(sourceTables.length)} tables
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{formatCount(rowCount)}</Table.Td>
                <Table.Td ta="right">{formatCount(alreadyPresentCount)}</Table.Td>
                <Table.Td ta="right" className={rejectedCount > 0 ? classes.rejected : undefined}>
                  {formatCount(rejectedCount)}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
