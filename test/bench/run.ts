/**
 * `npm run bench`: measures what the design sets budgets for, at two sizes, and prints each figure beside its budget.
 *
 *     --messages 100000,1000000   sizes (default)
 *     --only import,search        groups: sample, import, opening, raids, search, afterwards
 *     --runs 3                    repetitions of the imports; the median counts (default 1)
 *     --raids 50000               so many raids in the samples (default: as fit the messages, 2,000 to a million)
 *     --queries 6                 queries of each kind of search, where all of them would take too long
 *     --keep <folder>             keep generated backups there and use them again
 *     --library <file>            measure this library, of one size's sample, instead of importing it first
 *     --json                      print JSON instead of a table
 */
import { parseArgs } from 'node:util';
import { importFiles, startApp } from './app-session.ts';
import { formatTable, type Figure, type SizedFigures } from './figure.ts';
import { measureGenerating } from './generating.ts';
import { measureImport } from './import.ts';
import { describeMachine, formatMachine } from './machine.ts';
import { measureAfterwards, measureOpening } from './opening.ts';
import { readRaidNames } from './raid-names.ts';
import { measureRaids } from './raids.ts';
import { measureSearch } from './search.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const groups = ['sample', 'import', 'opening', 'raids', 'search', 'afterwards'] as const;
type Group = (typeof groups)[number];

interface BenchOptions {
  readonly sizes: readonly number[];
  readonly only: ReadonlySet<Group>;
  readonly runs: number;
  readonly raids: number | undefined;
  readonly queries: number | undefined;
  readonly keep: string | null;
  readonly library: string | null;
  readonly json: boolean;
}

function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '100000,1000000' },
      only: { type: 'string', default: groups.join(',') },
      runs: { type: 'string', default: '1' },
      raids: { type: 'string' },
      queries: { type: 'string' },
      keep: { type: 'string' },
      library: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const sizes = values.messages.split(',').map(Number);
  const runs = Number(values.runs);
  const only = values.only.split(',').map((name) => {
    const group = groups.find((known) => known === name);
    if (group === undefined) throw new Error(`--only knows ${groups.join(', ')}, not ${name}`);
    return group;
  });
  if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 100))
    throw new Error('--messages needs numbers from 100');
  if (values.queries !== undefined && !(Number(values.queries) >= 1))
    throw new Error('--queries needs a number from 1');
  if (values.raids !== undefined && !(Number(values.raids) >= 1)) throw new Error('--raids needs a number from 1');
  if (!Number.isSafeInteger(runs) || runs < 1) throw new Error('--runs needs a number from 1');
  if (values.library !== undefined && sizes.length !== 1) throw new Error('--library is of one size: give --messages');
  return {
    sizes,
    only: new Set(only),
    runs,
    raids: values.raids === undefined ? undefined : Number(values.raids),
    queries: values.queries === undefined ? undefined : Number(values.queries),
    keep: values.keep ?? null,
    library: values.library ?? null,
    json: values.json,
  };
}

async function measureSize(workspace: Workspace, messageCount: number, options: BenchOptions): Promise<SizedFigures> {
  const { only } = options;
  const figures: Figure[] = [];
  if (only.has('sample')) figures.push(...(await measureGenerating(workspace, messageCount)));
  if (only.has('import')) figures.push(...(await measureImport(workspace, messageCount, options.runs)));
  const inLibrary: readonly Group[] = ['opening', 'raids', 'search', 'afterwards'];
  if (!inLibrary.some((group) => only.has(group))) return { messageCount, figures };

  const findSource = (): string => workspace.sample(messageCount);
  const library = options.library ?? (await importAfresh(workspace, findSource(), messageCount));
  if (only.has('opening')) figures.push(...(await measureOpening(workspace.folder, library)));
  const session = startApp(workspace.folder);
  try {
    await session.app.openLibrary(library);
    if (only.has('raids')) figures.push(...(await measureRaids(session, readRaidNames(library))));
    if (only.has('search'))
      figures.push(...(await measureSearch(session, findSource(), messageCount, options.queries)));
    if (only.has('afterwards')) figures.push(...(await measureAfterwards(session, findSource(), messageCount)));
  } finally {
    await session.close();
  }
  if (options.library === null) workspace.fresh(`library-${messageCount}.raidscope`);
  return { messageCount, figures };
}

async function importAfresh(workspace: Workspace, source: string, messageCount: number): Promise<string> {
  const library = workspace.fresh(`library-${messageCount}.raidscope`);
  const importing = startApp(workspace.folder);
  await importing.app.openLibrary(library, { mayCreate: true });
  await importFiles(importing, [source]);
  await importing.close();
  return library;
}

const options = readOptions();
const machine = describeMachine();
const workspace = openWorkspace(options.keep, options.raids);
const results: SizedFigures[] = [];
try {
  for (const size of options.sizes) {
    process.stderr.write(`Measuring ${size.toLocaleString('en')} messages ...\n`);
    results.push(await measureSize(workspace, size, options));
  }
} finally {
  workspace.remove();
}
if (options.json) {
  process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
} else {
  process.stdout.write(`${formatMachine(machine)}\n\n${formatTable(results)}\n`);
}
