import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { OperationContext } from '../library/operation.ts';
import { readQuery } from '../messages/read-query.ts';
import { nameTokens } from './name-tokens.ts';
import { printPlaces } from './print-condition.ts';
import { printComment } from './print-values.ts';

const shownRows = 1000;

/** A search as one statement that a person can read, change and run; without its limit it answers the search's hits. */
export function statementOfQuery(
  context: OperationContext,
  input: ParsedInputOf<'sql.fromQuery'>,
): { readonly statement: string } {
  const { condition, zone } = readQuery(context, input);
  const asked = input.query.trim();
  const comments = [
    asked === '' ? 'All messages, newest first.' : `The search: ${asked}`,
    'seq is a place in time: the unix second << 20, and a counter within it. Times are UTC.',
    ...nameTokens(context.database, condition),
  ];
  return {
    statement: `${comments.map((comment) => `-- ${printComment(comment)}`).join('\n')}
WITH hits AS (
${printPlaces(condition, zone)}
  ORDER BY seq DESC
  LIMIT ${shownRows}
)
SELECT coalesce(m.created_at, d.created_at) AS time,
  coalesce(m.type, 'dm') AS type,
  server.name AS server,
  channel.name AS channel,
  author.username AS author,
  coalesce(m.content, d.content) AS text,
  coalesce(m.id, d.id) AS id
FROM hits
LEFT JOIN messages AS m ON m.seq = hits.seq
LEFT JOIN direct_messages AS d ON d.seq = hits.seq
LEFT JOIN users AS author ON author.id = coalesce(m.user_id, d.from_user_id)
LEFT JOIN servers AS server ON server.id = coalesce(m.server_id, author.server_id)
LEFT JOIN channels AS channel ON channel.id = m.channel_id
ORDER BY hits.seq DESC`,
  };
}
