import type { NamedId } from '../../shared/messages/types.ts';

export interface MetadataField {
  /** Names from the outside in: `target.health`. */
  readonly path: string;
  readonly value: string;
  /** What the value stands for, if it is the id of something in the library. */
  readonly named: NamedId | null;
  /** For a health that is a percentage: 0 to 100. */
  readonly percent: number | null;
}

const fieldLimit = 200;

/** Words for the keys that the server's schema knows; any other key is shown as it is written. */
const labels: Readonly<Record<string, string>> = {
  raid_id: 'Raid',
  boss: 'Boss',
  boss_health: 'Boss health',
  event: 'Event',
  player_id: 'Player',
  item: 'Item',
  party_id: 'Party',
  guild_id: 'Guild',
  to_user_id: 'To',
  from_user_id: 'From',
};

/** Every value in a JSON text by its path, in the text's order; null when it is not JSON. */
export function readMetadata(json: string, namedIds: readonly NamedId[] = []): readonly MetadataField[] | null {
  try {
    const fields: MetadataField[] = [];
    const collector = { fields, byId: new Map(namedIds.map((named) => [named.id, named])) };
    collect(JSON.parse(json), [], collector);
    return fields;
  } catch {
    return null;
  }
}

interface Collector {
  readonly fields: MetadataField[];
  readonly byId: ReadonlyMap<string, NamedId>;
}

function collect(value: unknown, path: readonly string[], collector: Collector): void {
  const { fields, byId } = collector;
  if (fields.length >= fieldLimit) return;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    const texts = value.map((item) => byId.get(textOf(item))?.name ?? textOf(item));
    fields.push({
      path: nameOf(path),
      value: texts.length === 0 ? 'none' : texts.join(', '),
      named: null,
      percent: null,
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(inner, [...path, name], collector);
  } else {
    const text = textOf(value);
    const named = typeof value === 'string' ? (byId.get(value) ?? null) : null;
    fields.push({ path: nameOf(path), value: text, named, percent: percentOf(path, value) });
  }
}

function nameOf(path: readonly string[]): string {
  if (path.length === 0) return 'value';
  const key = path.join('.');
  return labels[key] ?? key.replaceAll('_', ' ');
}

function percentOf(path: readonly string[], value: unknown): number | null {
  const isHealth = path.at(-1) === 'boss_health' || path.at(-1) === 'health_percentage';
  return isHealth && typeof value === 'number' && value >= 0 && value <= 100 ? value : null;
}

function textOf(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The JSON with a line for each value; as it is when it is none. */
export function prettyJson(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
