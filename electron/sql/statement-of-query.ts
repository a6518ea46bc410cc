import type { ParsedInputOf } from '../../shared/contract/channels.ts';
import type { OperationContext } from '../library/operation.ts';
import type { IndexCondition } from '../messages/condition.ts';
import { findScoredTexts } from '../messages/rank-places.ts';
import { readQuery } from '../messages/read-query.ts';
import { nameTokens } from './name-tokens.ts';
import { printPlaces } from './print-condition.ts';
import { printComment, printText } from './print-values.ts';

const shownRows = 1000;

/** A search as one statement that a person can read, change and run; without its limit it answers the search's hits. */
export function statementOfQuery(
  context: OperationContext,
  input: ParsedInputOf<'sql.fromQuery'>,
): { readonly statement: string } {
  const { query, condition, zone, order } = readQuery(context, input);
  const texts = order === 'best' ? findScoredTexts(context.database, query) : null;
  const orderOf = (seq: string): string => {
    if (texts !== null) return `score, ${seq} DESC`;
    return order === 'old' ? seq : `${seq} DESC`;
  };
  const asked = input.query.trim();
  const comments = [
    asked === '' ? 'All messages.' : `The search: ${asked}`,
    'seq is a place in time: the unix second << 20, and a counter within it. Times are UTC.',
    ...nameTokens(context.database, condition),
  ];
  return {
    statement: `${comments.map((comment) => `-- ${printComment(comment)}`).join('\n')}
WITH hits AS (
${texts === null ? printPlaces(condition, zone) : printScored(texts, printPlaces(condition, zone))}
  ORDER BY ${orderOf('seq')}
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
ORDER BY ${orderOf('hits.seq')}`,
  };
}

/** Each place with how well the texts of the search fit it, less being better. */
function printScored({ match }: IndexCondition, places: string): string {
  return `  SELECT found.seq, coalesce(scores.score, 0) AS score
  FROM (
${places.replaceAll(/^/gm, '  ')}
  ) AS found
  LEFT JOIN (
    SELECT rowid AS hit, bm25(message_words, 1.0, 0.0) AS score
    FROM message_words
    WHERE message_words MATCH ${printText(match)}
  ) AS scores ON scores.hit = found.seq`;
}
