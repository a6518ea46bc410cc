import { RaidscopeError } from '../../shared/contract/errors.ts';
import { exportOperations } from '../exports/operations.ts';
import { annotationOperations } from '../annotations/annotations.ts';
import { meOperations } from '../annotations/me.ts';
import { importOperations } from '../imports/operations.ts';
import { conversationOperations } from '../conversations/operations.ts';
import { messageOperations } from '../messages/operations.ts';
import { raidOperations } from '../raids/operations.ts';
import { sampleOperations } from '../sample/operations.ts';
import { searchOperations } from '../searches/operations.ts';
import { sessionOperations } from '../session/message-places.ts';
import { sqlOperations } from '../sql/operations.ts';
import { libraryOperations } from './operations.ts';
import type { OperationContext } from './operation.ts';

/** Everything that runs on a worker thread, by name. Each feature keeps its own part. */
const operations = {
  ...libraryOperations,
  ...messageOperations,
  ...raidOperations,
  ...conversationOperations,
  ...exportOperations,
  ...importOperations,
  ...sampleOperations,
  ...sqlOperations,
  ...annotationOperations,
  ...meOperations,
  ...searchOperations,
  ...sessionOperations,
} as const;

type Operations = typeof operations;
export type OperationName = keyof Operations & string;
export type OperationInput<Name extends OperationName> = Parameters<Operations[Name]>[1];
export type OperationOutput<Name extends OperationName> = Awaited<ReturnType<Operations[Name]>>;

export function findOperation(name: string): (context: OperationContext, input: unknown) => unknown {
  if (!Object.hasOwn(operations, name)) throw new RaidscopeError('internal', `No operation is called ${name}.`);
  // WorkerThread.call is typed by the same registry: input and operation match by construction.
  return operations[name as OperationName] as (context: OperationContext, input: unknown) => unknown; // see above
}
