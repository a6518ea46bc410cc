/** Makes a sample in a process of its own and prints what that cost. Arguments: path, number of messages. */
import { performance } from 'node:perf_hooks';
import { writeSampleBackup } from '../../electron/sample/write-sample-backup.ts';
import { peakMemoryMb } from './child.ts';

export interface SampleCost {
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

const [path, count] = process.argv.slice(2);
if (path !== undefined && count !== undefined) {
  const start = performance.now();
  writeSampleBackup(path, { messageCount: Number(count) });
  const cost: SampleCost = { seconds: (performance.now() - start) / 1000, peakMemoryMb: peakMemoryMb() };
  process.stdout.write(JSON.stringify(cost));
}
