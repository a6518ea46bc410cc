import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { DayCount } from '../../shared/messages/types.ts';
import type { OperationContext } from '../library/operation.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';

/**
 * Messages on each UTC day, oldest first, from the summary (a row for each day, server and type). Day 0 is left out: it
 * is where messages without a readable time stand.
 */
export const daysStatement = sql`SELECT date(day * 86400, 'unixepoch') AS day, sum(message_count) AS count
  FROM summary_days WHERE day > 0 GROUP BY summary_days.day ORDER BY summary_days.day`;

export function listDays(
  { database }: OperationContext,
  _input: ParsedInputOf<'messages.listDays'>,
): readonly DayCount[] {
  return allRows<DayCount>(database, daysStatement);
}
