import type { Raid } from '../../shared/raids/types.ts';
import type { RaidTable } from '../../shared/raids/tables.ts';
import type { Row } from '../exports/columns.ts';
import type { ExportTable } from '../exports/write-table.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { compareRaids } from './compare-raids.ts';
import { zoneOf } from './find-raids.ts';
import { getRaid } from './get-raid.ts';
import { listPlayerPulls } from './list-player-pulls.ts';
import { listRaidPlayers } from './list-raid-players.ts';
import { listNights, listRaids } from './list-raids.ts';
import { readBossPulls, readProgression } from './progression.ts';
import { chooseColumns, type RaidColumn } from './raid-tables-columns.ts';
import { comparisonColumns, listComparedPlayers } from './raid-tables-comparison.ts';
import { eventColumns, listEvents } from './raid-tables-events.ts';
import { participantColumns, playerColumns, playerPullColumns } from './raid-tables-players.ts';
import { bossPullColumns, nightColumns, progressionColumns, pullColumns, type NotedRaid } from './raid-tables-pulls.ts';

/** Rows of a list that are read at once. */
const pageRows = 500;

type TableOf<Name extends RaidTable['table']> = Extract<RaidTable, { readonly table: Name }>;

/**
 * A table about raids as the window shows it: its rows in the same order, all of them, and the columns asked for. Throws
 * `bad_input` for a zone or a column that is none, `not_found` for a raid, player or boss that is not there.
 */
export function openRaidTable(context: OperationContext, table: RaidTable): ExportTable {
  const zone = zoneOf(table);
  switch (table.table) {
    case 'pulls':
      return openPulls(context, table, zone);
    case 'nights':
      return tableOf(nightColumns(zone), listNights(context, table).nights, table, zone);
    case 'players':
      return openPlayers(context, table, zone);
    case 'participants': {
      const { participants } = getRaid(context, { ...table, id: table.raidId });
      return tableOf(participantColumns(zone), participants, table, zone);
    }
    case 'events':
      return tableOf(eventColumns(zone), listEvents(getRaid(context, { ...table, id: table.raidId })), table, zone);
    case 'comparison': {
      const { pulls } = compareRaids(context, { ...table, ids: table.raidIds });
      return tableOf(comparisonColumns(zone, pulls), listComparedPlayers(pulls), table, zone);
    }
    case 'playerPulls':
      return openPlayerPulls(context, table, zone);
    case 'progression':
      return tableOf(progressionColumns(zone), readProgression(context, table).bosses, table, zone);
    case 'bossPulls':
      return tableOf(bossPullColumns(zone), readBossPulls(context, table).pulls, table, zone);
  }
}

function openPulls(context: OperationContext, table: TableOf<'pulls'>, zone: string): ExportTable {
  const page = (cursor: string | null, limit = pageRows) => listRaids(context, { ...table, limit, cursor });
  return pagedTable(pullColumns(zone), table, zone, {
    count: () => page(null, 1).total,
    read: (cursor) => {
      const { items, next } = page(cursor);
      return { items: withNotes(context.database, items), next };
    },
  });
}

function openPlayers(context: OperationContext, table: TableOf<'players'>, zone: string): ExportTable {
  const page = (cursor: string | null, limit = pageRows) => listRaidPlayers(context, { ...table, limit, cursor });
  return pagedTable(playerColumns(zone), table, zone, { count: () => page(null, 1).total, read: page });
}

function openPlayerPulls(context: OperationContext, table: TableOf<'playerPulls'>, zone: string): ExportTable {
  const page = (cursor: string | null, limit = pageRows) => listPlayerPulls(context, { ...table, limit, cursor });
  return pagedTable(playerPullColumns(zone), table, zone, { count: () => page(null, 1).total, read: page });
}

interface NoteRow {
  readonly id: string;
  readonly note: string;
}

function withNotes(database: Database, raids: readonly Raid[]): readonly NotedRaid[] {
  const noted = raids.filter(({ hasNote }) => hasNote).map(({ id }) => id);
  const rows = allRows<NoteRow>(
    database,
    sql`SELECT subject_id AS id, note FROM json_each(${JSON.stringify(noted)}) AS page
      CROSS JOIN kept_notes ON subject_kind = 'raid' AND subject_id = page.value`,
  );
  const notes = new Map(rows.map(({ id, note }) => [id, note]));
  return raids.map((raid) => ({ raid, note: notes.get(raid.id) ?? null }));
}

function tableOf<Item>(
  columns: readonly RaidColumn<Item>[],
  items: readonly Item[],
  table: RaidTable,
  zone: string,
): ExportTable {
  return pagedTable(columns, table, zone, { count: () => items.length, read: () => ({ items, next: null }) });
}

interface Pages<Item> {
  readonly count: () => number;
  readonly read: (cursor: string | null) => { readonly items: readonly Item[]; readonly next: string | null };
}

function pagedTable<Item>(
  columns: readonly RaidColumn<Item>[],
  table: RaidTable,
  zone: string,
  pages: Pages<Item>,
): ExportTable {
  const chosen = chooseColumns(columns, table.columns);
  return {
    columns: chosen.map(({ name, label, type }) => ({ name, label, type })),
    zone,
    countRows: pages.count,
    readRows: () => rowsOf(chosen, pages),
  };
}

function* rowsOf<Item>(columns: readonly RaidColumn<Item>[], pages: Pages<Item>): Generator<Row> {
  let cursor: string | null = null;
  do {
    const { items, next } = pages.read(cursor);
    for (const item of items) yield columns.map(({ read }) => read(item));
    cursor = next;
  } while (cursor !== null);
}
