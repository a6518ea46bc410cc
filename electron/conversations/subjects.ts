import type { ConversationKind } from '../../shared/conversations/types.ts';
import type { Database } from '../library/open-database.ts';
import { allRows } from '../library/run-sql.ts';
import { sql, type SqlFragment } from '../library/sql.ts';
import { filterText } from '../messages/filter-text.ts';
import { PerState } from '../messages/library-state.ts';
import { directoryOf, foldName } from '../messages/name-directory.ts';

/** A channel, guild, party or raid as a list names it. */
export interface Subject {
  readonly title: string;
  /** Further names, best first: a server, a raid's name, a party's leader. */
  readonly details: readonly string[];
  /** When a raid began, UTC; null for all else. */
  readonly startedAt: string | null;
  readonly query: string;
}

export type SubjectKind = Exclude<ConversationKind, 'direct'>;

interface SubjectRow {
  readonly id: string;
  readonly name: string | null;
  readonly serverName: string | null;
  readonly leaderName: string | null;
  readonly boss: string | null;
  readonly difficulty: string | null;
  readonly startedAt: string | null;
}

const noRaid = sql`NULL AS boss, NULL AS difficulty, NULL AS startedAt`;

const statements: Readonly<Record<SubjectKind, SqlFragment>> = {
  channel: sql`SELECT s.id, s.name, servers.name AS serverName, NULL AS leaderName, ${noRaid}
    FROM channels AS s LEFT JOIN servers ON servers.id = s.server_id`,
  guild: sql`SELECT s.id, s.name, servers.name AS serverName, NULL AS leaderName, ${noRaid}
    FROM guilds AS s LEFT JOIN servers ON servers.id = s.server_id`,
  party: sql`SELECT s.id, s.name, servers.name AS serverName, leaders.username AS leaderName, ${noRaid}
    FROM parties AS s LEFT JOIN servers ON servers.id = s.server_id LEFT JOIN users AS leaders ON leaders.id = s.leader_id`,
  raid: sql`SELECT s.id, s.name, servers.name AS serverName, NULL AS leaderName,
      s.boss_name AS boss, s.difficulty, coalesce(s.start_time, s.created_at) AS startedAt
    FROM raids AS s LEFT JOIN servers ON servers.id = s.server_id`,
};

interface IndexedSubject extends Subject {
  /** A blank, then all names folded, with blanks for whatever is neither letter nor digit. */
  readonly words: string;
}

class Subjects {
  readonly #byId: ReadonlyMap<string, IndexedSubject>;
  readonly #kind: SubjectKind;

  constructor(database: Database, kind: SubjectKind) {
    this.#kind = kind;
    const rows = allRows<SubjectRow>(database, statements[kind]);
    const nameCounts = new Map<string, number>();
    for (const { name } of rows) {
      const folded = foldName(name ?? '');
      nameCounts.set(folded, (nameCounts.get(folded) ?? 0) + 1);
    }
    const ids = new Set(rows.map(({ id }) => id));
    const isUnique = (name: string): boolean =>
      foldName(name) !== '' && nameCounts.get(foldName(name)) === 1 && !ids.has(name);
    this.#byId = new Map(
      rows.map((row) => {
        const subject = describe(row, kind, row.name !== null && isUnique(row.name) ? row.name : row.id);
        return [row.id, { ...subject, words: wordsOf([subject.title, ...subject.details].join(' ')) }];
      }),
    );
  }

  /** One that the library does not know goes by its id. */
  get(id: string): Subject {
    return (
      this.#byId.get(id) ?? { title: id, details: [], startedAt: null, query: `${this.keyOf()}:${filterText(id)}` }
    );
  }

  /** Ids of those that have a word beginning with each of these, folded. */
  listIds(words: readonly string[]): readonly string[] {
    return [...this.#byId].flatMap(([id, subject]) =>
      words.every((word) => subject.words.includes(` ${word}`)) ? [id] : [],
    );
  }

  keyOf(): string {
    return filterKeys[this.#kind];
  }
}

const filterKeys: Readonly<Record<SubjectKind, string>> = {
  channel: 'in',
  guild: 'guild',
  party: 'party',
  raid: 'raid',
};

function describe(row: SubjectRow, kind: SubjectKind, filterValue: string): Subject {
  const { id, name, serverName, leaderName, boss, difficulty, startedAt } = row;
  const isNamed = name !== null && name.trim() !== '';
  const unnamed = leaderName === null ? id : `Party of ${leaderName}`;
  const title = boss ?? (isNamed ? name : unnamed);
  const details = [
    boss === null ? null : name,
    difficulty,
    isNamed && leaderName !== null ? `Party of ${leaderName}` : null,
    serverName,
  ];
  return {
    title,
    details: details.filter((detail) => detail !== null),
    startedAt,
    query: `${filterKeys[kind]}:${filterText(filterValue)}`,
  };
}

/** The words of a text as `listIds` compares them. */
export function wordsOf(text: string): string {
  return ` ${foldName(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()}`;
}

const subjects: Readonly<Record<SubjectKind, PerState<Subjects>>> = {
  channel: new PerState((database) => new Subjects(database, 'channel')),
  guild: new PerState((database) => new Subjects(database, 'guild')),
  party: new PerState((database) => new Subjects(database, 'party')),
  raid: new PerState((database) => new Subjects(database, 'raid')),
};

/** What a kind's conversations are about; read once for each state of the library. */
export function subjectsOf(database: Database, kind: SubjectKind): Subjects {
  return subjects[kind].get(database);
}

/** The search text for all that two people wrote to each other. */
export function directQuery(database: Database, one: string, other: string): string {
  const users = directoryOf(database, 'users');
  const people = [...new Set([one, other])].map((id) => users.filterTextOf(id)).join(',');
  return `type:dm from:${people} to:${people}`;
}

/** Both names, in the alphabet's order. */
export function directTitle(database: Database, one: string, other: string): string {
  const users = directoryOf(database, 'users');
  const names = [...new Set([one, other])].map((id) => users.find(id)?.name ?? id);
  return names.toSorted((first, second) => first.localeCompare(second, 'en')).join(' & ');
}
