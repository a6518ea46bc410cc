export interface MetadataField {
  /** Names from the outside in: `target.health`. */
  readonly path: string;
  readonly value: string;
}

const fieldLimit = 200;

/** Every value in a JSON text by its path, in the text's order; null when it is not JSON. */
export function readMetadata(json: string): readonly MetadataField[] | null {
  try {
    const fields: MetadataField[] = [];
    collect(JSON.parse(json), [], fields);
    return fields;
  } catch {
    return null;
  }
}

function collect(value: unknown, path: readonly string[], fields: MetadataField[]): void {
  if (fields.length >= fieldLimit) return;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    fields.push({ path: nameOf(path), value: value.length === 0 ? 'none' : value.map(textOf).join(', ') });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect(inner, [...path, name], fields);
  } else {
    fields.push({ path: nameOf(path), value: textOf(value) });
  }
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? 'value' : path.join('.').replaceAll('_', ' ');
}

function textOf(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
