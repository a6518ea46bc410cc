import type { InputOf } from '../../../shared/contract/channels.ts';
import { RaidscopeError } from '../../../shared/contract/errors.ts';
import type { OptionValues } from './command.ts';
import type { LibrarySession } from './library-session.ts';
import { readNightClock } from './read-options.ts';

type Source = InputOf<'exports.start'>['source'];

/** Of the messages or pulls that a query finds. */
const queryTables = ['messages', 'pulls', 'nights', 'players', 'progression'] as const;
/** Of one raid. */
const raidTables = ['participants', 'events'] as const;

/** Reads what to export from the query, `--table`, `--raid`, `--columns` and the zone. Throws `bad_input`. */
export function readSource(query: string | undefined, options: OptionValues): Source {
  const raidId = options['raid'];
  const named = options['table'] ?? (raidId === undefined ? 'messages' : 'participants');
  const night = readNightClock(options);
  const columns = readColumns(options['columns']);
  const ofRaid = raidTables.find((table) => table === named);
  if (ofRaid !== undefined) {
    if (typeof raidId !== 'string') throw badInput(`--table ${ofRaid} is of one raid: name it with --raid.`);
    if (query !== undefined) throw badInput(`--table ${ofRaid} takes no query.`);
    return { kind: 'raids', table: { table: ofRaid, raidId, ...night, columns } };
  }
  const table = queryTables.find((known) => known === named);
  if (table === undefined) throw badInput(`--table must be one of ${[...queryTables, ...raidTables].join(', ')}.`);
  if (raidId !== undefined) throw badInput(`--raid is for --table ${raidTables.join(' and ')}.`);
  if (query === undefined) throw badInput('Name what to export with a query; "" is everything.');
  if (table !== 'messages') return { kind: 'raids', table: { table, query, ...night, columns } };
  if (columns !== null) throw badInput('--columns is for tables about raids.');
  return { kind: 'messages', query, timeZone: night.timeZone };
}

function readColumns(text: string | boolean | undefined): string[] | null {
  return typeof text === 'string' ? text.split(',').map((name) => name.trim()) : null;
}

function badInput(message: string): RaidscopeError {
  return new RaidscopeError('bad_input', message);
}

/** What is amiss in the source's query, a sentence each. */
export async function findProblems(session: LibrarySession, source: Source): Promise<readonly string[]> {
  if (source.kind === 'messages') {
    const { query, timeZone } = source;
    const { problems } = await session.request('messages.search', { query, timeZone, limit: 1 });
    return problems.map(({ message }) => message);
  }
  if (source.kind === 'sql' || !('query' in source.table)) return [];
  const { query, timeZone, nightStartHour } = source.table;
  const { problems } = await session.request('raids.list', { query, timeZone, nightStartHour, limit: 1 });
  return problems.map(({ message }) => message);
}
