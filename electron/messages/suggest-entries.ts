import type { Database } from '../library/open-database.ts';
import { bossesOfMessages } from './suggest-events.ts';
import { allRows } from '../library/run-sql.ts';
import { sql } from '../library/sql.ts';
import { filterText, quotedFilterText } from './filter-text.ts';
import { PerState } from './library-state.ts';
import { startingWith, type ValueOption } from './suggest-option.ts';
import { localTimeText } from './suggest-times.ts';
import { directoryOf, foldName, NameDirectory, type DirectoryName, type NamedEntry } from './name-directory.ts';

/** People, channels, servers, guilds and parties, by the beginning of a word of their name. */
export function listNamed(
  database: Database,
  name: DirectoryName,
  typed: string,
  limit: number,
): readonly ValueOption[] {
  const directory = directoryOf(database, name);
  return directory.startingWith(typed, limit).map((entry) => ({
    text: directory.filterTextOf(entry.id),
    label: entry.name,
    detail: entry.serverName,
    count: entry.count,
  }));
}

interface RaidRow {
  readonly id: string;
  readonly name: string;
  readonly boss: string;
  readonly difficulty: string;
  readonly serverName: string | null;
  readonly startedAt: string | null;
  readonly messageCount: number;
}

interface Raids {
  /** Newest first. */
  readonly rows: readonly (RaidRow & { readonly folded: string })[];
  /** Raids that share a name; `count` is how many raids. */
  readonly names: NameDirectory;
  readonly bosses: NameDirectory;
}

const raids = new PerState<Raids>((database) => {
  const rows = allRows<RaidRow>(
    database,
    sql`SELECT raids.id, raids.name, raids.boss_name AS boss, raids.difficulty, servers.name AS serverName,
        coalesce(raids.start_time, raids.created_at) AS startedAt, coalesce(summary.message_count, 0) AS messageCount
      FROM raids LEFT JOIN servers ON servers.id = raids.server_id
      LEFT JOIN summary_conversations AS summary ON summary.kind = 'raid' AND summary.key_a = raids.id
      ORDER BY startedAt DESC, raids.id`,
  );
  return {
    rows: rows.map((row) => ({ ...row, folded: ` ${foldName(row.name)} ${foldName(row.boss)}` })),
    names: directoryOfTexts(rows.map(({ name }) => name)),
    bosses: directoryOfTexts(rows.map(({ boss }) => boss)),
  };
});

/** Different texts, each its own id, most frequent first. */
function directoryOfTexts(texts: readonly string[]): NameDirectory {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const entries = [...counts].map(([name, count]): NamedEntry => ({ id: name, name, serverName: null, count }));
  return new NameDirectory(entries.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0)));
}

/** First the names, each of which may stand for many raids, then single raids by name or boss, newest first. */
export function listRaids(database: Database, typed: string, timeZone: string, limit: number): readonly ValueOption[] {
  const { rows, names } = raids.get(database);
  const shared = names.startingWith(typed, Math.ceil(limit / 3)).map((entry): ValueOption => ({
    text: quotedFilterText(entry.name),
    label: entry.name,
    detail: `${entry.count} ${entry.count === 1 ? 'raid' : 'raids'}`,
    count: null,
  }));
  const wanted = ` ${foldName(typed)}`;
  const single: ValueOption[] = [];
  for (const { id, name, boss, difficulty, startedAt, messageCount, folded } of rows) {
    if (shared.length + single.length >= limit) break;
    if (wanted !== ' ' && !folded.includes(wanted)) continue;
    const detail = [name, difficulty, startedAt === null ? null : localTimeText(startedAt, timeZone)];
    single.push({
      text: filterText(id),
      label: boss,
      detail: detail.filter((part) => part !== null).join(', '),
      count: messageCount,
    });
  }
  return [...shared, ...single];
}

/** Bosses of raids, and those that only messages name; the index knows these in lower case. */
export function listBosses(database: Database, typed: string, limit: number): readonly ValueOption[] {
  const { bosses } = raids.get(database);
  const ofRaids = bosses.startingWith(typed, limit).map(({ name, count }) => ({
    text: filterText(name),
    label: name,
    detail: `${count} ${count === 1 ? 'raid' : 'raids'}`,
    count: null,
  }));
  const others = bossesOfMessages.get(database).filter(({ name }) => !bosses.isUnique(name));
  const ofMessages = startingWith(others, typed, ({ name }) => [name]).map(({ name, count }) => ({
    text: filterText(name),
    label: name,
    detail: null,
    count,
  }));
  return [...ofRaids, ...ofMessages].slice(0, limit);
}

interface TextCount {
  readonly text: string;
  readonly count: number;
}

const reactions = new PerState<readonly TextCount[]>((database) =>
  allRows<TextCount>(
    database,
    sql`SELECT reaction AS text, count(*) AS count FROM summary_reactions GROUP BY reaction ORDER BY count DESC, reaction`,
  ),
);

export function listReactions(database: Database, typed: string, limit: number): readonly ValueOption[] {
  return startingWith(reactions.get(database), typed, ({ text }) => [text])
    .slice(0, limit)
    .map(({ text, count }) => ({ text: filterText(text), label: text, detail: null, count }));
}

interface ImportRow {
  readonly id: number;
  readonly name: string;
  readonly startedAt: string;
}

/** Imports that were not undone, newest first; of one name the number tells them apart. */
export function listSources(
  database: Database,
  typed: string,
  timeZone: string,
  limit: number,
): readonly ValueOption[] {
  const rows = allRows<ImportRow>(
    database,
    sql`SELECT id, source_name AS name, started_at AS startedAt FROM imports WHERE undone_at IS NULL ORDER BY id DESC`,
  );
  return startingWith(rows, typed, ({ id, name }) => [name, String(id)])
    .slice(0, limit)
    .map(({ id, name, startedAt }) => {
      const isUnique = rows.filter((row) => foldName(row.name) === foldName(name)).length === 1;
      const text = isUnique ? filterText(name) : String(id);
      return { text, label: name, detail: `imported ${localTimeText(startedAt, timeZone)}`, count: null };
    });
}
