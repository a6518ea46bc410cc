import { performance } from 'node:perf_hooks';
import { runChild } from './child.ts';
import type { Figure } from './figure.ts';
import type { SampleCost } from './sample-child.ts';
import type { Workspace } from './workspace.ts';

/** How long a sample of this size takes to make up, and how much memory. */
export async function measureGenerating(workspace: Workspace, messageCount: number): Promise<Figure[]> {
  const path = workspace.fresh('generated.db');
  const start = performance.now();
  const cost = await runChild<SampleCost>('sample-child.ts', [path, String(messageCount)]);
  const wholeSeconds = (performance.now() - start) / 1000;
  workspace.fresh('generated.db');
  return [
    {
      name: 'make a sample',
      value: cost.seconds,
      unit: 's',
      note: `${wholeSeconds.toFixed(1)} s with the process's start`,
    },
    { name: 'memory while making it, peak', value: cost.peakMemoryMb, unit: 'MB' },
  ];
}
