import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { openDatabase } from '../../electron/library/open-database.ts';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly sqlite: string;
  /** Null when there is no `sqlite3` program. */
  readonly sqliteShell: string | null;
  readonly date: string;
}

export function describeMachine(): Machine {
  const database = openDatabase(':memory:');
  const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get());
  database.close();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    sqlite,
    sqliteShell: shellVersion(),
    date: new Date().toISOString().slice(0, 10),
  };
}

export function formatMachine(machine: Machine): string {
  const shell = machine.sqliteShell === null ? 'no sqlite3 shell' : `sqlite3 shell ${machine.sqliteShell}`;
  return (
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB RAM, ${machine.platform}; ` +
    `Node ${machine.node}, SQLite ${machine.sqlite}, ${shell}; ${machine.date}`
  );
}

function shellVersion(): string | null {
  try {
    return execFileSync('sqlite3', ['--version'], { encoding: 'utf8' }).split(' ')[0] ?? null;
  } catch {
    return null;
  }
}
