import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { listMigrations } from '../../electron/library/migrations.ts';
import type { Workspace } from './workspace.ts';

/**
 * What a person without Raidscope would do: `.import` the messages as CSV into the server's own schema with its indexes,
 * by the `sqlite3` shell. Writing the CSV is not counted. Null when there is no such program.
 */
export function timeShellImport(workspace: Workspace, source: string): number | null {
  const csv = workspace.fresh('messages.csv');
  const target = workspace.fresh('shell.db');
  try {
    execFileSync('sqlite3', ['--version']);
  } catch {
    return null;
  }
  const shell = (database: string, commands: readonly string[]): void => {
    execFileSync('sqlite3', [database], { input: commands.join('\n'), stdio: ['pipe', 'ignore', 'ignore'] });
  };
  shell(source, ['.mode csv', `.output "${csv}"`, 'SELECT * FROM messages;']);
  shell(
    target,
    listMigrations()
      .slice(0, 2)
      .map(({ path }) => `.read "${path}"`),
  );
  const start = performance.now();
  shell(target, [`.import --csv "${csv}" messages`]);
  const seconds = (performance.now() - start) / 1000;
  workspace.fresh('messages.csv');
  workspace.fresh('shell.db');
  return seconds;
}
