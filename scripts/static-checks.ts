import { runTool, type StepResult } from './run-step.ts';

/** Everything that a person or a tool wrote; what is built is not looked at. */
const sourceFolders = ['electron', 'renderer', 'scripts', 'shared', 'test'];
const configFiles = [
  'vite.main.config.ts',
  'vite.preload.config.ts',
  'vite.renderer.config.ts',
  'vite.sql.config.ts',
  'vite.worker.config.ts',
  'vitest.config.ts',
];

interface StaticCheck {
  readonly name: string;
  readonly run: () => Promise<StepResult>;
}

const quiet = { isQuiet: true };

const staticChecks: readonly StaticCheck[] = [
  ...['.', 'electron/hosts', 'renderer', 'test'].map((project) => ({
    name: `types of ${project === '.' ? 'electron and shared' : project}`,
    run: () => runTool('node_modules/typescript/bin/tsc', ['-p', project], quiet),
  })),
  {
    name: 'lint',
    run: () =>
      runTool(
        'node_modules/oxlint/bin/oxlint',
        ['--type-aware', '--deny-warnings', ...sourceFolders, ...configFiles],
        quiet,
      ),
  },
  {
    name: 'format',
    run: () => runTool('node_modules/oxfmt/bin/oxfmt', ['--check', ...sourceFolders, ...configFiles], quiet),
  },
  { name: 'unused code', run: () => runTool('node_modules/knip/bin/knip.js', ['--no-progress'], quiet) },
];

/** Runs each check to its end, prints one line for each and the output of those that failed; answers with how many. */
export async function runStaticChecks(): Promise<number> {
  let failures = 0;
  for (const check of staticChecks) {
    const result = await check.run();
    const mark = result.code === 0 ? 'ok  ' : 'FAIL';
    process.stdout.write(`${mark} ${check.name} (${result.seconds.toFixed(1)} s)\n`);
    if (result.code === 0) continue;
    failures += 1;
    process.stdout.write(`${result.output}\n`);
  }
  return failures;
}
