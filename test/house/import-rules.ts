/**
 * Who may know whom. Type-only imports count: a type that a room cannot reach is a design that stays changeable.
 */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { importedModules } from './syntax.ts';

interface Room {
  /** Files whose path starts so, and with none of a room named earlier. */
  readonly prefix: string;
  /** Where relative imports may lead. */
  readonly folders: readonly string[];
  /** Packages by name; a name that ends in `/` allows a whole scope. */
  readonly packages: readonly string[];
  readonly mayUseNode: boolean;
}

const rooms: readonly Room[] = [
  { prefix: 'shared/', folders: ['shared/'], packages: ['zod'], mayUseNode: false },
  {
    prefix: 'renderer/',
    folders: ['renderer/', 'shared/'],
    packages: ['react', 'react-dom', '@mantine/', '@tanstack/', 'd3-scale', 'lucide-react', 'zod'],
    mayUseNode: false,
  },
  // Runs in the sandboxed page, where Node does not exist; Electron gives it three of its own modules.
  {
    prefix: 'electron/hosts/electron/preload.ts',
    folders: ['electron/hosts/', 'shared/'],
    packages: ['electron'],
    mayUseNode: false,
  },
  {
    prefix: 'electron/hosts/electron/',
    folders: ['electron/', 'shared/'],
    packages: ['electron'],
    mayUseNode: true,
  },
  {
    prefix: 'electron/hosts/chromium/',
    folders: ['electron/', 'shared/'],
    packages: ['playwright-core'],
    mayUseNode: true,
  },
  { prefix: 'electron/hosts/', folders: ['electron/', 'shared/', 'package.json'], packages: [], mayUseNode: true },
  {
    prefix: 'electron/',
    folders: ['electron/', 'shared/'],
    packages: ['better-sqlite3', 'csv-stringify', 'zod'],
    mayUseNode: true,
  },
  {
    prefix: 'scripts/',
    folders: ['scripts/', 'electron/hosts/', 'shared/'],
    packages: ['vite', 'peggy'],
    mayUseNode: true,
  },
];

/** Hosts know the app; the app does not know its hosts. */
const hostsFolder = 'electron/hosts/';

/** One sentence for each import that breaks a rule. */
export function brokenImportRules(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = rooms.find(({ prefix }) => file.path.startsWith(prefix));
    if (!room) return [`${file.path} is in no room that has rules`];
    return importedModules(file)
      .map((name) => ({ name, reason: whyNot(file.path, name, room) }))
      .flatMap(({ name, reason }) => (reason === null ? [] : [`${file.path} imports ${name}: ${reason}`]));
  });
}

function whyNot(path: string, name: string, room: Room): string | null {
  if (!name.startsWith('.')) return whyNotPackage(name, room);
  const target = posix.join(posix.dirname(path), name);
  if (target.startsWith(hostsFolder) && !path.startsWith(hostsFolder) && !path.startsWith('scripts/')) {
    return 'only hosts know hosts';
  }
  const isAllowed = room.folders.some((folder) => target.startsWith(folder));
  return isAllowed ? null : `${room.prefix} may reach ${room.folders.join(', ')} only`;
}

function whyNotPackage(name: string, room: Room): string | null {
  if (isBuiltin(name)) {
    if (!name.startsWith('node:')) return 'Node modules are named with node:';
    return room.mayUseNode ? null : `${room.prefix} runs without Node`;
  }
  const isAllowed = room.packages.some((allowed) => {
    return allowed.endsWith('/') ? name.startsWith(allowed) : name === allowed || name.startsWith(`${allowed}/`);
  });
  return isAllowed ? null : `not a package of ${room.prefix}`;
}
