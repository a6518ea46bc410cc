import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { RaidscopeError } from '../../shared/contract/errors.ts';
import type { LibraryTable } from '../../shared/library/types.ts';
import { listMigrations } from '../library/migrations.ts';
import { openDatabase, type Database } from '../library/open-database.ts';

export type SampleSchema = '1.0' | '1.1';

/** The columns that the sample fills, in the order of the values given to `insert`. */
const columns: Readonly<Record<LibraryTable, string>> = {
  servers:
    'id, name, region, capacity, current_population, status, language, pvp_enabled, level_range_min, level_range_max, created_at, updated_at',
  users:
    'id, username, email, password_hash, avatar_url, badge, level, experience, server_id, created_at, updated_at, last_login, is_active, two_factor_enabled',
  channels: 'id, name, server_id, description, visibility, category, min_level, message_count, created_at, updated_at',
  messages:
    'id, type, user_id, server_id, channel_id, content, metadata, created_at, updated_at, is_deleted, deletion_reason, edited_at',
  message_reactions: 'message_id, user_id, reaction',
  direct_messages: 'id, from_user_id, to_user_id, content, is_read, read_at, created_at',
  raids:
    'id, name, boss_name, difficulty, server_id, leader_id, status, health_percentage, start_time, end_time, duration_seconds, participant_count, victory, loot_generated, created_at',
  raid_participants: 'raid_id, user_id, role, class, damage_dealt, healing, damage_taken, deaths, uptime_percentage',
  guilds:
    'id, name, server_id, leader_id, level, treasury_balance, member_count, max_members, territory, conquest_points, war_status, created_at',
  guild_members: 'guild_id, user_id, rank, joined_at, contribution',
  parties: 'id, name, leader_id, server_id, member_count, max_members, status, created_at, disbanded_at',
  party_members: 'party_id, user_id, role, joined_at',
  sessions: 'id, user_id, server_id, ip_address, user_agent, login_at, logout_at, last_activity',
};
/** The last column of these tables came with version 1.1. */
const lastColumnIsNew: ReadonlySet<LibraryTable> = new Set<LibraryTable>(['users', 'messages']);

export type SampleValue = string | number | null;

/** A database file in the server's own schema while it is being filled; counts what goes into each table. */
export class SampleFile {
  readonly #database: Database;
  readonly #schema: SampleSchema;
  readonly #inserts = new Map<LibraryTable, (values: readonly SampleValue[]) => void>();
  readonly #counts = new Map<LibraryTable, number>();
  readonly #indexes: readonly string[];

  private constructor(database: Database, schema: SampleSchema) {
    this.#database = database;
    this.#schema = schema;
    const statements = listMigrations()
      .slice(0, schema === '1.0' ? 1 : 2)
      .flatMap((migration) => splitStatements(readFileSync(migration.path, 'utf8')));
    this.#indexes = statements.filter(isIndex);
    // Rows come parents last (a user's last login is known at the end) and are consistent by construction.
    database.pragma('foreign_keys = OFF');
    // Nothing is lost by a crash but a half-made sample: no journal, no waiting for the disk.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -40960');
    database.exec('BEGIN');
    for (const statement of statements) if (!isIndex(statement)) database.exec(statement);
  }

  /** Throws `bad_input` if there is a file already, and what the disk says if none can be made. */
  static create(path: string, schema: SampleSchema): SampleFile {
    try {
      closeSync(openSync(path, 'wx'));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      throw new RaidscopeError('bad_input', `${path} exists already; a sample never replaces a file.`, { path });
    }
    return new SampleFile(openDatabase(path), schema);
  }

  insert(table: LibraryTable, values: readonly SampleValue[]): void {
    if (table === 'message_reactions' && this.#schema === '1.0') return;
    this.#counts.set(table, this.count(table) + 1);
    this.#insertInto(table)(values);
  }

  count(table: LibraryTable): number {
    return this.#counts.get(table) ?? 0;
  }

  /** Index by index, so that the caller can tell how far it is. Faster than keeping them up to date row by row. */
  get indexSteps(): readonly (() => void)[] {
    return this.#indexes.map((statement) => () => {
      this.#database.exec(statement);
    });
  }

  finish(): void {
    this.#database.exec('COMMIT');
    this.#database.close();
  }

  /** Takes the file away again. */
  discard(): void {
    const path = this.#database.name;
    this.#database.close();
    rmSync(path, { force: true });
  }

  #insertInto(table: LibraryTable): (values: readonly SampleValue[]) => void {
    const known = this.#inserts.get(table);
    if (known !== undefined) return known;
    const all = columns[table].split(', ');
    const isShort = this.#schema === '1.0' && lastColumnIsNew.has(table);
    const used = isShort ? all.slice(0, -1) : all;
    const statement = this.#database.prepare(
      `INSERT INTO ${table} (${used.join(', ')}) VALUES (${used.map(() => '?').join(', ')})`,
    );
    const insert = (values: readonly SampleValue[]): void => {
      statement.run(isShort ? values.slice(0, -1) : values);
    };
    this.#inserts.set(table, insert);
    return insert;
  }
}

function isIndex(statement: string): boolean {
  return /^CREATE (UNIQUE )?INDEX/.test(statement);
}

/** The statements of a migration: these files hold no text with a semicolon inside. */
function splitStatements(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.length > 0);
}
