import type { LibraryTable } from '../../shared/library/types.ts';
import { messageTypes } from '../../shared/messages/types.ts';

/**
 * The server's schema as rules that an import checks. Source: the server's schema document, v1.0 and v1.1; defaults
 * apply where a file lacks the whole column. `users.password_hash` is missing on purpose: it is never copied.
 */
export type ColumnRule = {
  readonly name: string;
  /** NULL is forbidden. */
  readonly isRequired?: boolean;
  /** What stands in when the file has no such column. */
  readonly fallback?: string | number;
} & (
  | { readonly kind: 'text'; readonly values?: readonly string[] }
  | { readonly kind: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  /** Stored as UTC text; an unreadable one becomes NULL and is reported. */
  | { readonly kind: 'time' }
  /** Text that is not JSON is kept as a JSON string and reported. */
  | { readonly kind: 'json' }
);

export interface ParentRule {
  readonly column: string;
  readonly table: LibraryTable;
  /**
   * What happens when the parent is nowhere: a placeholder for those that only name someone or somewhere; rows that
   * are part of a thing (a participant of a raid) wait for it instead.
   */
  readonly ifMissing: 'placeholder' | 'wait';
}

export interface TableRule {
  readonly table: LibraryTable;
  readonly key: readonly [string, ...string[]];
  readonly columns: readonly ColumnRule[];
  readonly parents: readonly ParentRule[];
  /** The smaller column may not exceed the larger one. */
  readonly atMost?: { readonly smaller: string; readonly larger: string };
  readonly canBePlaceholder?: true;
}

const id: ColumnRule = { name: 'id', kind: 'text', isRequired: true };
const text = (name: string): ColumnRule => ({ name, kind: 'text' });
const requiredText = (name: string): ColumnRule => ({ name, kind: 'text', isRequired: true });
const oneOf = (name: string, values: readonly string[], fallback?: string): ColumnRule =>
  fallback === undefined ? { name, kind: 'text', values, isRequired: true } : { name, kind: 'text', values, fallback };
const integer = (name: string, fallback: number, min?: number, max?: number): ColumnRule => ({
  name,
  kind: 'integer',
  fallback,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
const optionalInteger = (name: string): ColumnRule => ({ name, kind: 'integer' });
const flag = (name: string, fallback: 0 | 1): ColumnRule => ({ name, kind: 'boolean', fallback });
const time = (name: string): ColumnRule => ({ name, kind: 'time' });

const parent = (column: string, table: LibraryTable): ParentRule => ({ column, table, ifMissing: 'placeholder' });
const partOf = (column: string, table: LibraryTable): ParentRule => ({ column, table, ifMissing: 'wait' });

/** Parents before children. */
export const tableRules: readonly TableRule[] = [
  {
    table: 'servers',
    key: ['id'],
    columns: [
      id,
      requiredText('name'),
      requiredText('region'),
      integer('capacity', 1000),
      integer('current_population', 0),
      oneOf('status', ['online', 'maintenance', 'offline'], 'online'),
      { ...text('language'), fallback: 'en' },
      flag('pvp_enabled', 1),
      integer('level_range_min', 1),
      integer('level_range_max', 120),
      time('created_at'),
      time('updated_at'),
    ],
    parents: [],
    atMost: { smaller: 'current_population', larger: 'capacity' },
    canBePlaceholder: true,
  },
  {
    table: 'users',
    key: ['id'],
    columns: [
      id,
      requiredText('username'),
      text('email'),
      text('avatar_url'),
      text('badge'),
      integer('level', 1, 1, 120),
      integer('experience', 0),
      requiredText('server_id'),
      time('created_at'),
      time('updated_at'),
      time('last_login'),
      flag('is_active', 1),
      flag('two_factor_enabled', 0),
    ],
    parents: [parent('server_id', 'servers')],
    canBePlaceholder: true,
  },
  {
    table: 'channels',
    key: ['id'],
    columns: [
      id,
      requiredText('name'),
      requiredText('server_id'),
      text('description'),
      oneOf('visibility', ['public', 'private', 'restricted'], 'public'),
      text('category'),
      integer('min_level', 1),
      integer('message_count', 0),
      time('created_at'),
      time('updated_at'),
    ],
    parents: [parent('server_id', 'servers')],
    canBePlaceholder: true,
  },
  {
    table: 'messages',
    key: ['id'],
    columns: [
      id,
      oneOf('type', messageTypes),
      requiredText('user_id'),
      requiredText('server_id'),
      text('channel_id'),
      requiredText('content'),
      { name: 'metadata', kind: 'json' },
      time('created_at'),
      time('updated_at'),
      flag('is_deleted', 0),
      text('deletion_reason'),
      time('edited_at'),
    ],
    parents: [parent('server_id', 'servers'), parent('user_id', 'users'), parent('channel_id', 'channels')],
  },
  {
    table: 'message_reactions',
    key: ['message_id', 'user_id', 'reaction'],
    columns: [requiredText('message_id'), requiredText('user_id'), requiredText('reaction')],
    parents: [partOf('message_id', 'messages'), parent('user_id', 'users')],
  },
  {
    table: 'raids',
    key: ['id'],
    columns: [
      id,
      requiredText('name'),
      requiredText('boss_name'),
      oneOf('difficulty', ['normal', 'hard', 'mythic']),
      requiredText('server_id'),
      requiredText('leader_id'),
      oneOf('status', ['preparing', 'in_progress', 'wipe', 'victory'], 'preparing'),
      integer('health_percentage', 100, 0, 100),
      time('start_time'),
      time('end_time'),
      optionalInteger('duration_seconds'),
      integer('participant_count', 0),
      { name: 'victory', kind: 'boolean' },
      flag('loot_generated', 0),
      time('created_at'),
    ],
    parents: [parent('server_id', 'servers'), parent('leader_id', 'users')],
  },
  {
    table: 'raid_participants',
    key: ['raid_id', 'user_id'],
    columns: [
      requiredText('raid_id'),
      requiredText('user_id'),
      oneOf('role', ['tank', 'dps', 'healer']),
      requiredText('class'),
      integer('damage_dealt', 0),
      integer('healing', 0),
      integer('damage_taken', 0),
      integer('deaths', 0),
      integer('uptime_percentage', 100, 0, 100),
    ],
    parents: [partOf('raid_id', 'raids'), parent('user_id', 'users')],
  },
  {
    table: 'parties',
    key: ['id'],
    columns: [
      id,
      text('name'),
      requiredText('leader_id'),
      requiredText('server_id'),
      integer('member_count', 1),
      integer('max_members', 5),
      oneOf('status', ['active', 'disbanded'], 'active'),
      time('created_at'),
      time('disbanded_at'),
    ],
    parents: [parent('server_id', 'servers'), parent('leader_id', 'users')],
  },
  {
    table: 'party_members',
    key: ['party_id', 'user_id'],
    columns: [
      requiredText('party_id'),
      requiredText('user_id'),
      oneOf('role', ['leader', 'member'], 'member'),
      time('joined_at'),
    ],
    parents: [partOf('party_id', 'parties'), parent('user_id', 'users')],
  },
  {
    table: 'guilds',
    key: ['id'],
    columns: [
      id,
      requiredText('name'),
      requiredText('server_id'),
      requiredText('leader_id'),
      integer('level', 1, 1, 50),
      integer('treasury_balance', 0),
      integer('member_count', 1),
      integer('max_members', 500),
      text('territory'),
      integer('conquest_points', 0),
      oneOf('war_status', ['peace', 'active_war', 'conquered'], 'peace'),
      time('created_at'),
    ],
    parents: [parent('server_id', 'servers'), parent('leader_id', 'users')],
  },
  {
    table: 'guild_members',
    key: ['guild_id', 'user_id'],
    columns: [
      requiredText('guild_id'),
      requiredText('user_id'),
      oneOf('rank', ['leader', 'officer', 'member'], 'member'),
      time('joined_at'),
      integer('contribution', 0),
    ],
    parents: [partOf('guild_id', 'guilds'), parent('user_id', 'users')],
  },
  {
    table: 'direct_messages',
    key: ['id'],
    columns: [
      id,
      requiredText('from_user_id'),
      requiredText('to_user_id'),
      requiredText('content'),
      flag('is_read', 0),
      time('read_at'),
      time('created_at'),
    ],
    parents: [parent('from_user_id', 'users'), parent('to_user_id', 'users')],
  },
  {
    table: 'sessions',
    key: ['id'],
    columns: [
      id,
      requiredText('user_id'),
      requiredText('server_id'),
      text('ip_address'),
      text('user_agent'),
      time('login_at'),
      time('logout_at'),
      time('last_activity'),
    ],
    parents: [parent('server_id', 'servers'), parent('user_id', 'users')],
  },
];

/** Columns of the server's schema that a library leaves empty on purpose. */
export const neverCopiedColumns: readonly string[] = ['users.password_hash'];
