import { statSync } from 'node:fs';
import type { BareCost } from './bare-sql.ts';
import { runChild } from './child.ts';
import { percentile, type Figure } from './figure.ts';
import type { ImportCost } from './import-child.ts';
import { timeShellImport } from './shell-import.ts';
import { warm, type Workspace } from './workspace.ts';

/** An import by the app beside the bare SQL and the shell, each in a process of its own, taking turns. */
export async function measureImport(workspace: Workspace, messageCount: number, runs: number): Promise<Figure[]> {
  const source = workspace.sample(messageCount);
  const app: ImportCost[] = [];
  const bare: BareCost[] = [];
  warm(source);
  for (let run = 0; run < runs; run += 1) {
    bare.push(await runChild<BareCost>('bare-sql.ts', [workspace.fresh('bare.raidscope'), source]));
    workspace.fresh('bare.raidscope');
    const library = workspace.fresh('imported.raidscope');
    app.push(await runChild<ImportCost>('import-child.ts', [workspace.folder, library, source]));
    workspace.fresh('imported.raidscope');
  }
  const shellSeconds = timeShellImport(workspace, source);
  const appSeconds = percentile(
    app.map((cost) => cost.seconds),
    0.5,
  );
  const bareSeconds = percentile(
    bare.map((cost) => cost.seconds),
    0.5,
  );
  const worst = (pick: (cost: ImportCost) => number): number => Math.max(...app.map(pick));
  const rowsAgree = new Set([...app, ...bare].map((cost) => cost.rows)).size === 1;
  return [
    { name: 'backup file', value: statSync(source).size / 1e6, unit: 'MB' },
    { name: 'import, whole', value: appSeconds, unit: 's', note: describePhases(app[0]?.phases) },
    { name: 'bare SQL to the same state', value: bareSeconds, unit: 's', note: describePhases(bare[0]?.phases) },
    {
      name: 'import / bare SQL',
      value: appSeconds / bareSeconds,
      unit: 'x',
      budget: 1.25,
      note: rowsAgree ? '' : 'the two differ in rows!',
    },
    ...(shellSeconds === null
      ? []
      : ([
          { name: 'sqlite3 shell, .import of the messages', value: shellSeconds, unit: 's' },
          { name: 'import / shell', value: appSeconds / shellSeconds, unit: 'x', budget: 0.8 },
        ] satisfies Figure[])),
    { name: 'memory while importing, peak', value: worst((cost) => cost.peakMemoryMb), unit: 'MB', budget: 400 },
    {
      name: 'main thread delay while importing, p99',
      value: worst((cost) => cost.loopDelayP99Ms),
      unit: 'ms',
      budget: 20,
      note: `longest ${worst((cost) => cost.loopDelayMaxMs).toFixed(1)} ms`,
    },
  ];
}

function describePhases(phases: Readonly<Record<string, number>> | undefined): string {
  return Object.entries(phases ?? {})
    .filter(([, seconds]) => seconds >= 0.05)
    .map(([phase, seconds]) => `${phase.toLowerCase()} ${seconds.toFixed(1)}`)
    .join(', ');
}
