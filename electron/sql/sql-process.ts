/**
 * The entry of the process that runs one statement of a person. SQLite cannot be interrupted from within its own thread,
 * so the process is made to be killed: by the main process when the time is up, and by a thread of its own when it takes
 * too much memory. Nothing is lost with it: it reads, and writes at most the unfinished file of an export.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Database } from '../library/open-database.ts';
import { explainError } from '../library/sqlite-errors.ts';
import { openForStatements } from './open-for-statements.ts';
import { copyStatement, runStatement, writeStatement } from './run-statement.ts';
import type { SqlAnswers, SqlReply, SqlRequest, SqlTask } from './sql-protocol.ts';

const mebibyte = 1024 * 1024;
/** Of all that the process holds; the driver's SQLite is built without a count of its own memory to limit. */
const mostMemoryBytes = 512 * mebibyte;
setFlagsFromString('--max-old-space-size=256');

/** The main process at the other end: Electron gives a port, Node a channel. */
interface Parent {
  send(reply: SqlReply): void;
  onRequest(listener: (request: SqlRequest) => void): void;
}

interface ElectronPort {
  postMessage(message: unknown): void;
  on(name: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function connectParent(): Parent {
  const { parentPort } = process as { readonly parentPort?: ElectronPort }; // what Electron adds to a utility process
  if (parentPort !== undefined) {
    return {
      send: (reply) => parentPort.postMessage(reply),
      onRequest: (listener) => parentPort.on('message', ({ data }) => listener(data as SqlRequest)), // sql-runner.ts sends nothing else
    };
  }
  process.on('disconnect', () => process.exit());
  return {
    send: (reply) => process.send?.(reply),
    onRequest: (listener) => process.on('message', (data) => listener(data as SqlRequest)), // sql-runner.ts sends nothing else
  };
}

const watch = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
  }, 20);`;

/** Resolves once a thread watches the memory, which a running statement cannot do itself. */
function watchMemory(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const watcher = new Worker(watch, { eval: true, workerData: mostMemoryBytes });
  watcher.once('online', resolve);
  watcher.once('error', reject);
  watcher.unref();
  return promise;
}

function perform(database: Database, task: SqlTask, parent: Parent): SqlAnswers[keyof SqlAnswers] {
  switch (task.kind) {
    case 'run':
      return runStatement(database, task);
    case 'copy':
      return copyStatement(database, task);
    case 'write':
      return { rowCount: writeToPart(database, task, parent) };
  }
}

const reportIntervalMs = 100;

function writeToPart(database: Database, task: Extract<SqlTask, { readonly kind: 'write' }>, parent: Parent): number {
  const file = openSync(task.partPath, 'r+');
  let reportedAt = 0;
  try {
    return writeStatement(database, task, (text, rowCount) => {
      const bytes = Buffer.from(text, 'utf8');
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      const now = performance.now();
      if (now - reportedAt < reportIntervalMs) return;
      reportedAt = now;
      parent.send({ kind: 'progress', rowCount });
    });
  } finally {
    closeSync(file);
  }
}

const parent = connectParent();
parent.onRequest(({ libraryPath, task }) => {
  void (async () => {
    try {
      await watchMemory();
      const database = openForStatements(libraryPath, task.showsPersonalData);
      parent.send({ kind: 'started' });
      parent.send({ kind: 'result', value: perform(database, task, parent) });
    } catch (thrown) {
      parent.send({ kind: 'error', error: explainError(thrown).serialize() });
    }
  })();
});
