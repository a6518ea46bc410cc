import type { FilterValue } from '../../shared/query/query.ts';
import type { Database } from '../library/open-database.ts';
import { allRows, firstRow } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { and, firstPlace, lastPlace, none, not, or, type Condition } from './condition.ts';
import type { FilterCompiler, FilterContext } from './filter-context.ts';
import { anyOfFacet, except, facet } from './index-expressions.ts';
import { PerState } from './library-state.ts';
import { foldName } from './name-directory.ts';
import { resolveNames, type NamedTable } from './names.ts';

/**
 * Raids, parties and guilds: there may be thousands, each busy for an hour or two. So that the index never meets thousands
 * of lists at once, time is cut into pieces, and each piece asks for those only that were going on in it.
 */
type ConversationKind = 'raid' | 'party' | 'guild';

interface ConversationSpan {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

const spans: Readonly<Record<ConversationKind, PerState<readonly ConversationSpan[]>>> = {
  raid: new PerState((database) => listSpans(database, 'raid')),
  party: new PerState((database) => listSpans(database, 'party')),
  guild: new PerState((database) => listSpans(database, 'guild')),
};

function listSpans(database: Database, kind: ConversationKind): readonly ConversationSpan[] {
  return allRows<ConversationSpan>(
    database,
    sql`SELECT key_a AS id, first_seq AS first, last_seq AS last FROM summary_conversations WHERE kind = ${kind} ORDER BY first_seq`,
  );
}

/** So many begin in a piece of time; one piece is enough for a few. */
const startsPerPiece = 48;

/** The messages of these; null: of all there are. */
function messagesOf(database: Database, kind: ConversationKind, ids: ReadonlySet<string> | null): Condition {
  const known = spans[kind].get(database);
  const chosen = ids === null ? known : known.filter(({ id }) => ids.has(id));
  if (chosen.length === 0) return none;
  const cuts = chosen.filter((_, index) => index > 0 && index % startsPerPiece === 0).map(({ first }) => first);
  const starts = [...new Set([firstPlace, ...cuts])];
  return or(
    starts.map((start, index) => {
      const end = (starts[index + 1] ?? lastPlace + 1) - 1;
      const going = chosen.filter(({ first, last }) => first <= end && last >= start).map(({ id }) => id);
      if (going.length === 0) return none;
      return starts.length === 1
        ? facet(kind, going)
        : and([{ kind: 'span', first: start, last: end }, facet(kind, going)]);
    }),
  );
}

/** Whether the messages of a type are just those that belong to a conversation of this kind: found out in 0.1 s. */
const areToldByType: Readonly<Record<ConversationKind, PerState<boolean>>> = {
  raid: new PerState((database) => isToldByType(database, 'raid')),
  party: new PerState((database) => isToldByType(database, 'party')),
  guild: new PerState((database) => isToldByType(database, 'guild')),
};

function isToldByType(database: Database, kind: ConversationKind): boolean {
  const [ofType, ofConversations] = [facet('type', [kind]), anyOfFacet(kind)];
  return [except(ofType, ofConversations), except(ofConversations, ofType)].every(({ match }) => {
    const statement = sql`SELECT 1 FROM message_words WHERE message_words MATCH ${match} LIMIT 1`;
    return firstRow(database, statement) === undefined;
  });
}

/** The messages of any conversation there is: by their one type, if that is what tells them. */
function messagesOfAny(database: Database, kind: ConversationKind): Condition {
  return areToldByType[kind].get(database) ? facet('type', [kind]) : messagesOf(database, kind, null);
}

function conversation(kind: ConversationKind, table: NamedTable): FilterCompiler {
  return (context, values) => {
    const ids = new Set<string>();
    const others: Condition[] = [];
    const isKnown = (id: string): boolean => isConversation(context.database, kind, id);
    for (const value of values) {
      if (value.kind === 'any') others.push(messagesOfAny(context.database, kind));
      else if (value.kind === 'none') others.push(not(messagesOfAny(context.database, kind)));
      else if (value.kind === 'word' || value.kind === 'regex')
        for (const id of resolveNames(context, table, value, isKnown)) ids.add(id);
    }
    return or([messagesOf(context.database, kind, ids), ...others]);
  };
}

/** One whose row is missing can still be named by its id. */
function isConversation(database: Database, kind: ConversationKind, id: string): boolean {
  const statement = sql`SELECT 1 FROM summary_conversations WHERE kind = ${kind} AND key_a = ${id}`;
  return firstRow(database, statement) !== undefined;
}

export const raid = conversation('raid', 'raids');
export const party = conversation('party', 'parties');
export const guild = conversation('guild', 'guilds');

interface RaidRow {
  readonly id: string;
  readonly boss: string;
  readonly difficulty: string;
}

const raids = new PerState((database) =>
  allRows<RaidRow>(database, sql`SELECT id, boss_name AS boss, difficulty FROM raids`).map((row) => ({
    ...row,
    boss: foldName(row.boss),
  })),
);

function messagesOfRaids({ database }: FilterContext, fits: (raid: RaidRow) => boolean): Condition {
  const rows = raids.get(database).filter(fits);
  return messagesOf(database, 'raid', new Set(rows.map(({ id }) => id)));
}

/** Of a raid with this boss, or with the boss in their own metadata. */
export function boss(context: FilterContext, values: readonly FilterValue[]): Condition {
  const any = (): Condition => or([anyOfFacet('boss'), messagesOfRaids(context, () => true)]);
  return or(
    values.map((value) => {
      if (value.kind === 'any') return any();
      if (value.kind === 'none') return not(any());
      if (value.kind !== 'word' && value.kind !== 'regex') return none;
      const names = new Set(resolveNames(context, 'bosses', value).map(foldName));
      if (names.size === 0) return none;
      return or([facet('boss', [...names]), messagesOfRaids(context, (row) => names.has(row.boss))]);
    }),
  );
}

export function difficulty(context: FilterContext, values: readonly FilterValue[]): Condition {
  const any = (): Condition => messagesOfRaids(context, () => true);
  return or(
    values.map((value) => {
      if (value.kind === 'any') return any();
      if (value.kind === 'none') return not(any());
      return value.kind === 'word' ? messagesOfRaids(context, (row) => row.difficulty === value.text) : none;
    }),
  );
}
