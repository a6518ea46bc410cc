/** Imports a file into a new library by the real app and prints what that cost. Arguments: folder, library, source. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { importsOf } from '../../shared/jobs/types.ts';
import { importFiles, startApp } from './app-session.ts';
import { peakMemoryMb } from './child.ts';

const samplingMs = 5;

export interface ImportCost {
  readonly seconds: number;
  readonly peakMemoryMb: number;
  /** How late the main thread's timers were; 99 of 100 less than this. */
  readonly loopDelayP99Ms: number;
  readonly loopDelayMaxMs: number;
  readonly rows: number;
  readonly issues: number;
  /** Seconds by phase, as the job's events told them. */
  readonly phases: Readonly<Record<string, number>>;
}

async function measure(folder: string, library: string, source: string): Promise<ImportCost> {
  const session = startApp(folder);
  await session.app.openLibrary(library, { mayCreate: true });
  const phases: Record<string, number> = {};
  let phase = 'Starting';
  let phaseStart = performance.now();
  const endPhase = (next: string): void => {
    phases[phase] = (phases[phase] ?? 0) + (performance.now() - phaseStart) / 1000;
    phase = next;
    phaseStart = performance.now();
  };
  session.onProgress((job) => {
    if (job.phase !== phase) endPhase(job.phase);
  });
  const delay = monitorEventLoopDelay({ resolution: samplingMs });
  delay.enable();
  const start = performance.now();
  const job = await importFiles(session, [source]);
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  endPhase('');
  const result = importsOf(job.result)[0];
  await session.close();
  return {
    seconds,
    peakMemoryMb: peakMemoryMb(),
    // The histogram holds the time between two samples; what exceeds the interval is delay.
    loopDelayP99Ms: Math.max(0, delay.percentile(99) / 1e6 - samplingMs),
    loopDelayMaxMs: Math.max(0, delay.max / 1e6 - samplingMs),
    rows: Object.values(result?.tables ?? {}).reduce((sum, counts) => sum + counts.added, 0),
    issues: result?.issues ?? 0,
    phases,
  };
}

const [folder, library, source] = process.argv.slice(2);
if (folder !== undefined && library !== undefined && source !== undefined) {
  process.stdout.write(JSON.stringify(await measure(folder, library, source)));
}
