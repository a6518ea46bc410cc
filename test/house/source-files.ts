import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the project's root, with forward slashes: `electron/app.ts`. */
  readonly path: string;
  readonly text: string;
}

/** All TypeScript of the given rooms, except what a tool generated. */
export function readSourceFiles(rooms: readonly string[]): SourceFile[] {
  return rooms.flatMap((room) => {
    const names = readdirSync(join(root, room), { recursive: true, withFileTypes: true });
    return names
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mts)$/u.test(entry.name) && !entry.name.includes('.generated.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  });
}
