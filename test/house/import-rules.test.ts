import { describe, expect, it } from 'vitest';
import { brokenImportRules } from './import-rules.ts';
import { readSourceFiles } from './source-files.ts';

describe('the rooms of the house', () => {
  it('import only what they may', () => {
    const files = readSourceFiles(['shared', 'renderer', 'electron', 'scripts']);
    expect(files.length).toBeGreaterThan(50);
    expect(brokenImportRules(files)).toEqual([]);
  });
});

describe('the checker of imports', () => {
  const refused: readonly (readonly [path: string, text: string])[] = [
    ['shared/a.ts', "import { readFile } from 'node:fs';"],
    ['shared/a.ts', "import type { App } from '../electron/app.ts';"],
    ['shared/a.ts', "export type { App } from '../electron/app.ts';"],
    ['shared/a.ts', "export * from 'react';"],
    ['shared/a.ts', "type A = import('../electron/app.ts').App;"],
    ['renderer/a.tsx', "import fs from 'fs';"],
    ['renderer/a.tsx', "import type { IpcRenderer } from 'electron';"],
    ['renderer/a.tsx', "const view = await import('../electron/app.ts');"],
    ['renderer/a.tsx', "import Database from 'better-sqlite3';"],
    ['electron/library/a.ts', "import { app } from 'electron';"],
    ['electron/library/a.ts', "import type { Page } from 'playwright-core';"],
    ['electron/library/a.ts', "const electron = require('electron');"],
    ['electron/library/a.ts', "import { dataFolder } from '../hosts/data-folders.ts';"],
    ['electron/hosts/cli/a.ts', "import { app } from 'electron';"],
    ['electron/hosts/electron/preload.ts', "import { join } from 'node:path';"],
    ['electron/app.ts', "import { openScratchLibrary } from '../test/library/scratch.ts';"],
    ['scripts/a.ts', "import '../test/house/syntax.ts';"],
    ['elsewhere/a.ts', ''],
  ];
  it.each(refused)('refuses in %s: %s', (path, text) => {
    expect(brokenImportRules([{ path, text }])).toHaveLength(1);
  });

  const allowed: readonly (readonly [path: string, text: string])[] = [
    ['shared/a/b.ts', "import { z } from 'zod'; import type { C } from '../c.ts';"],
    ['renderer/a/B.tsx', "import { Button } from '@mantine/core'; import type { C } from '../../shared/c.ts';"],
    ['electron/hosts/electron/a.ts', "import { app } from 'electron'; import { join } from 'node:path';"],
    ['electron/library/a.ts', "// import { app } from 'electron';\nconst text = \"import 'electron'\";"],
  ];
  it.each(allowed)('allows in %s: %s', (path, text) => {
    expect(brokenImportRules([{ path, text }])).toEqual([]);
  });
});
