import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../../electron/library/open-database.ts';
import { writeSampleBackup } from '../../../electron/sample/write-sample-backup.ts';
import { RaidscopeError, type ErrorCode, type SerializedError } from '../../../shared/contract/errors.ts';
import type { ImportIssue, ImportPreview, ImportResult } from '../../../shared/imports/types.ts';
import { importsOf, type Job } from '../../../shared/jobs/types.ts';
import { startApp, type AppSession } from '../../bench/app-session.ts';

/** A library with some rows in it, open in the real app, and all that a test asks of it. */
export interface LibraryUnderTest {
  readonly folder: string;
  readonly path: string;
  readonly session: AppSession;
  /** A path in the test's own folder. */
  file(name: string): string;
  /** A hash over every row of every table. */
  dump(): string;
  preview(path: string): Promise<ImportPreview>;
  /** Imports a file and answers with the job as it ended, or the error that kept it from starting. */
  tryImport(...paths: string[]): Promise<Job | SerializedError>;
  /** Imports a file that must go in. */
  import(path: string): Promise<ImportResult>;
  issues(importId: number): Promise<readonly ImportIssue[]>;
  /** Takes every import back: cheaper for the next test than a library of its own, and as empty. */
  undoAll(): Promise<void>;
  /** Reads the library by another connection. */
  read<Row>(query: string, ...parameters: unknown[]): Row[];
  close(): Promise<void>;
}

export async function openLibraryUnderTest(
  options: { readonly messageCount?: number } = {},
): Promise<LibraryUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'raidscope-bad-input-'));
  const path = join(folder, 'library.raidscope');
  const session = startApp(join(folder, 'app'));
  const test = describeLibrary(folder, path, session);
  await session.app.openLibrary(path, { mayCreate: true });
  const messageCount = options.messageCount ?? 300;
  if (messageCount > 0) {
    writeSampleBackup(test.file('before.db'), { messageCount, seed: 99 });
    await test.import(test.file('before.db'));
  }
  return test;
}

function describeLibrary(folder: string, path: string, session: AppSession): LibraryUnderTest {
  const tryImport = async (...paths: string[]): Promise<Job | SerializedError> => {
    try {
      const { jobId } = await session.request('imports.start', { files: paths });
      return await session.waitForJob(jobId);
    } catch (thrown) {
      if (thrown instanceof RaidscopeError) return thrown.serialize();
      throw thrown;
    }
  };
  return {
    folder,
    path,
    session,
    tryImport,
    file: (name) => join(folder, name),
    dump: () => withReader(path, dumpDatabase),
    async preview(file) {
      const [preview] = await session.request('imports.inspect', { files: [file] });
      if (preview === undefined) throw new Error('no preview');
      return preview;
    },
    async import(file) {
      const outcome = await tryImport(file);
      const result = 'state' in outcome && outcome.state === 'done' ? importsOf(outcome.result)[0] : undefined;
      if (result === undefined) throw new Error(`The import failed: ${JSON.stringify(outcome)}`);
      return result;
    },
    issues: async (importId) => (await session.request('imports.listIssues', { importId, limit: 500 })).items,
    async undoAll() {
      for (const record of await session.request('imports.list', {})) {
        if (record.undoneAt !== null) continue;
        const { jobId } = await session.request('imports.undo', { importId: record.id });
        const job = await session.waitForJob(jobId);
        if (job.state !== 'done') throw new Error(`The undo failed: ${JSON.stringify(job.error)}`);
      }
    },
    read: <Row>(query: string, ...parameters: unknown[]) =>
      withReader(path, (database) => database.prepare<unknown[], Row>(query).all(...parameters)),
    async close() {
      await session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withReader<Answer>(path: string, read: (database: Database) => Answer): Answer {
  const database = openDatabase(path, { readonly: true, mustExist: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

/** Every row of every table that has rows of its own, among them those inside the search indexes. */
export function dumpDatabase(database: Database): string {
  const hash = createHash('sha256');
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all();
  for (const table of tables) {
    hash.update(`table ${table}\n`);
    for (const row of database.prepare(`SELECT * FROM "${table}"`).raw().iterate()) {
      hash.update(JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
    }
  }
  return hash.digest('hex');
}

export function fileHash(path: string): string {
  if (!existsSync(path) || statSync(path).isDirectory()) return 'no file';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

export function errorOf(outcome: Job | SerializedError): SerializedError | null {
  return 'state' in outcome ? outcome.error : outcome;
}

/** What a person is told: a line of plain words, no code of SQLite or the system. */
export function isPlainSentence(message: string): boolean {
  return (
    /^[^\n]{10,300}[.!?]$/u.test(message) && !/SQLITE_|ENOENT|EACCES|\bat .*:\d+:\d+|undefined|\[object/u.test(message)
  );
}

/** What is left of a refused file: its code, a sentence, and nothing else changed. */
export interface Refusal {
  readonly code: ErrorCode | null;
  readonly previewCode: string | null;
  readonly canImport: boolean;
  readonly hasPlainSentence: boolean;
  readonly libraryIsUnchanged: boolean;
  readonly fileIsUnchanged: boolean;
}

/** How a file is refused when nothing is wrong with the refusal. */
export function refusedWith(code: ErrorCode): Refusal {
  return {
    code,
    previewCode: code,
    canImport: false,
    hasPlainSentence: true,
    libraryIsUnchanged: true,
    fileIsUnchanged: true,
  };
}

/** Previews a file, tries to import it, and tells all that a refusal must be. */
export async function refuse(test: LibraryUnderTest, path: string): Promise<Refusal> {
  const libraryBefore = test.dump();
  const fileBefore = fileHash(path);
  const preview = await test.preview(path);
  const problem = preview.problems.find((candidate) => candidate.severity === 'error');
  const error = errorOf(await test.tryImport(path));
  return {
    code: error?.code ?? null,
    previewCode: problem?.code ?? null,
    canImport: preview.canImport,
    hasPlainSentence: isPlainSentence(error?.message ?? '') && isPlainSentence(problem?.message ?? ''),
    libraryIsUnchanged: test.dump() === libraryBefore,
    fileIsUnchanged: fileHash(path) === fileBefore,
  };
}
