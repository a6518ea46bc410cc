import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableRules } from '../../electron/imports/table-rules.ts';
import { listMigrations, migrate } from '../../electron/library/migrations.ts';
import { openDatabase, type Database } from '../../electron/library/open-database.ts';

function libraryOfVersion(targetVersion: number): Database {
  const database = openDatabase(':memory:');
  migrate(database, { targetVersion });
  return database;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
}

const columnsOf = (database: Database, table: string): ColumnRow[] =>
  database
    .prepare<[string], ColumnRow>('SELECT name, type, "notnull", dflt_value FROM pragma_table_info(?)')
    .all(table);

describe('the server’s schema in a library', () => {
  const server = libraryOfVersion(2);
  const library = libraryOfVersion(listMigrations().length);
  const tables = tableRules.map((rule) => rule.table);

  it.each(tables)('%s keeps every column with its type, default and NOT NULL, in order', (table) => {
    const expected = columnsOf(server, table);
    const actual = columnsOf(library, table).slice(0, expected.length);
    // `id TEXT PRIMARY KEY` of messages became `id TEXT NOT NULL` with a unique index, because seq is the key.
    const asServer = actual.map((column) =>
      table === 'messages' && column.name === 'id' ? { ...column, notnull: 0 } : column,
    );
    expect(asServer.toSorted(byName)).toEqual(expected.toSorted(byName));
  });

  it('keeps every index but those that another one serves better', () => {
    const indexesOf = (database: Database): string[] =>
      database
        .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name LIKE 'idx\\_%' ESCAPE '\\'")
        .pluck()
        .all();
    const missing = indexesOf(server).filter((index) => !indexesOf(library).includes(index));
    expect(missing).toEqual([
      'CREATE INDEX idx_messages_server_id ON messages(server_id)',
      'CREATE INDEX idx_messages_type ON messages(type)',
      'CREATE INDEX idx_messages_search ON messages(content)',
    ]);
  });

  it('keeps every CHECK and foreign key of the rebuilt tables', () => {
    const constraints = (database: Database, table: string): string[] => {
      const text =
        database.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? '';
      return text.match(/^ {2}(?:CHECK|FOREIGN KEY) .*?(?=,?$)/gm) ?? [];
    };
    for (const table of ['users', 'servers', 'guilds', 'messages']) {
      expect(constraints(server, table).length).toBeGreaterThan(0);
      expect(constraints(library, table)).toEqual(constraints(server, table));
    }
  });

  it('is what the rules of importing describe', () => {
    for (const rule of tableRules) {
      const known = new Set([...rule.columns.map((column) => column.name), 'password_hash']);
      expect(
        columnsOf(server, rule.table)
          .map((column) => column.name)
          .filter((name) => !known.has(name)),
      ).toEqual([]);
      for (const column of rule.columns.filter(({ isRequired }) => isRequired === true)) {
        const written = columnsOf(server, rule.table).find(({ name }) => name === column.name);
        expect(written, `${rule.table}.${column.name}`).toBeDefined();
      }
    }
  });

  it('is written as its document has it: one statement for each table and index', () => {
    const text = listMigrations()
      .slice(0, 2)
      .map((migration) => readFileSync(migration.path, 'utf8'))
      .join('\n');
    expect(text.match(/CREATE TABLE/g)).toHaveLength(13);
    expect(text.match(/CREATE INDEX/g)).toHaveLength(33);
  });
});

function byName(a: ColumnRow, b: ColumnRow): number {
  return a.name.localeCompare(b.name, 'en');
}
