import type { SessionPosition } from '../../shared/session/types.ts';
import type { Database } from '../library/open-database.ts';
import type { OperationContext } from '../library/operation.ts';
import { firstRow } from '../library/run-sql.ts';
import { identifier, sql } from '../library/sql.ts';

interface SeqRow {
  readonly seq: number;
}

interface IdRow {
  readonly id: string;
}

/** A message's place in time order (`seq`), messages and direct messages alike; null when it is not in the library. */
export function findMessagePlace({ database }: OperationContext, { id }: { readonly id: string }): number | null {
  const row = firstRow<SeqRow>(
    database,
    sql`SELECT seq FROM messages WHERE id = ${id} UNION ALL SELECT seq FROM direct_messages WHERE id = ${id}`,
  );
  return row?.seq ?? null;
}

/**
 * A list's position with what is still in the library: a first message that is gone is replaced by the one nearest before
 * its place. Null when there is nothing to stand by.
 */
export function renewPosition(
  context: OperationContext,
  { position, topPlace }: { readonly position: SessionPosition; readonly topPlace: number | null },
): SessionPosition | null {
  const known = (id: string | null): string | null =>
    id !== null && findMessagePlace(context, { id }) !== null ? id : null;
  const topId = known(position.topId) ?? (topPlace === null ? null : findMessageBefore(context.database, topPlace));
  if (topId === null) return null;
  return { ...position, topId, activeId: known(position.activeId), openId: known(position.openId) };
}

function findMessageBefore(database: Database, place: number): string | null {
  const nearest = (table: string) =>
    sql`SELECT * FROM (SELECT seq, id FROM ${identifier(table)} WHERE seq <= ${place} ORDER BY seq DESC LIMIT 1)`;
  const row = firstRow<IdRow>(
    database,
    sql`SELECT id FROM (${nearest('messages')} UNION ALL ${nearest('direct_messages')}) ORDER BY seq DESC LIMIT 1`,
  );
  return row?.id ?? null;
}

export const sessionOperations = {
  'session.findMessagePlace': findMessagePlace,
  'session.renewPosition': renewPosition,
} as const;
