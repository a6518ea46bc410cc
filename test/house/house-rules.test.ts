import { describe, expect, it } from 'vitest';
import { readSourceFiles, type SourceFile } from './source-files.ts';
import { hasDefaultExport, textWithoutComments } from './syntax.ts';

/** Each of these is a door to the system; one door each can be watched. */
const onePlaceOnly: readonly (readonly [what: string, pattern: RegExp, where: string])[] = [
  ['ipcMain', /\bipcMain\b/u, 'electron/hosts/electron/ipc.ts'],
  ['ipcRenderer', /\bipcRenderer\b/u, 'electron/hosts/electron/preload.ts'],
  ['shell.openExternal', /\bopenExternal\s*\(/u, 'electron/hosts/electron/external-links.ts'],
  ['new Database(', /\bnew\s+Database\s*\(/u, 'electron/library/open-database.ts'],
  ['console.', /\bconsole\s*[.[]/u, 'electron/hosts/log-file.ts'],
];

/** Files that are longer for a reason that is written at their head. */
const longFiles: readonly string[] = [];
const maxLines = 300;

const files = readSourceFiles(['electron', 'shared', 'renderer']);

function filesWith(pattern: RegExp, among: readonly SourceFile[]): string[] {
  return among.filter((file) => pattern.test(textWithoutComments(file))).map(({ path }) => path);
}

describe('doors to the system', () => {
  it.each(onePlaceOnly)('%s stands in one file', (_what, pattern, where) => {
    expect(filesWith(pattern, files)).toEqual([where]);
  });

  it('are found where they are, and not in comments', () => {
    const sources = [
      { path: 'a.ts', text: 'console.log(1);' },
      { path: 'b.ts', text: '// console.log(1);\n/* console.log */ const consoleLike = 1;' },
    ];
    expect(filesWith(/\bconsole\s*[.[]/u, sources)).toEqual(['a.ts']);
  });
});

describe('exports', () => {
  it('have names', () => {
    const all = [...files, ...readSourceFiles(['scripts', 'test'])];
    expect(all.filter(hasDefaultExport).map(({ path }) => path)).toEqual([]);
  });

  it.each(['export default 1;', 'const a = 1; export { a as default };'])('without one are seen: %s', (text) => {
    expect(hasDefaultExport({ path: 'a.ts', text })).toBe(true);
  });
});

describe('files', () => {
  it(`have at most ${maxLines} lines`, () => {
    const tooLong = files.filter(({ text }) => text.split('\n').length > maxLines + 1).map(({ path }) => path);
    expect(tooLong).toEqual(longFiles);
  });

  it('are named in kebab-case, components in PascalCase, and never after their shape', () => {
    const names = files.map(({ path }) => path.split('/').at(-1) ?? '');
    const odd = names.filter((name) => !/^(?:[a-z\d]+(?:-[a-z\d]+)*(?:\.d)?\.m?ts|[A-Za-z\d-]+\.tsx)$/u.test(name));
    expect(odd).toEqual([]);
    expect(files.filter(({ path }) => /(?:^|[/-])(?:utils?|helpers?|common|misc)[./-]/u.test(path))).toEqual([]);
  });
});
