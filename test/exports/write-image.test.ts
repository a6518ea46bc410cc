import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { longestImage } from '../../shared/exports/types.ts';
import { startApp, type AppSession } from '../bench/app-session.ts';

/** One transparent pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><title>&lt;script&gt; the boss</title></svg>';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raidscope-images-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An app whose dialogs cannot ask, as the window of a browser: files go to its exports folder. */
function startPlain(name: string) {
  const session = startApp(join(folder, name), { trustsPaths: false });
  onTestFinished(() => session.close());
  return {
    app: session.app,
    request: ((channel, input) => session.request(channel, input)) as AppSession['request'], // generic as the one it calls
    exports: join(folder, name, 'exports'),
  };
}

describe('a picture', () => {
  it.each([
    ['png', png, Buffer.from(png, 'base64')],
    ['svg', svg, Buffer.from(svg)],
  ] as const)('is written as %s where a person chose', async (format, content, bytes) => {
    const { request, exports } = startPlain(`good-${format}`);
    const target = await request('exports.chooseFile', { suggestedName: 'Voidmaw pull 12', format });
    const written = await request('exports.writeImage', { file: target?.token ?? '', format, content });
    const path = join(exports, `Voidmaw pull 12.${format}`);
    expect(written).toEqual({ path, sizeBytes: bytes.length });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it.each([
    ['a text in place of a PNG', 'png', Buffer.from('hello').toString('base64')],
    ['what is not base64', 'png', `${png.slice(0, -4)}!!!!`],
    ['a PNG with a letter cut off', 'png', png.slice(0, -1)],
    ['a page in place of an SVG', 'svg', '<html></html>'],
    ['an SVG that something stands before', 'svg', `hello ${svg}`],
    ['an SVG with a program in it', 'svg', '<svg><script>1</script></svg>'],
    ['an SVG with a page in it', 'svg', '<svg><foreignObject/></svg>'],
  ] as const)('is refused: %s', async (_what, format, content) => {
    const { request, exports } = startPlain(`bad-${Math.random()}`);
    const target = await request('exports.chooseFile', { suggestedName: 'bad', format });
    const answer = request('exports.writeImage', { file: target?.token ?? '', format, content });
    await expect(answer).rejects.toMatchObject({ code: 'bad_input' });
    expect(existsSync(exports) ? readdirSync(exports) : []).toEqual([]);
  });

  it('is refused when it is too large', async () => {
    const { request } = startPlain('large');
    const content = `<svg>${' '.repeat(longestImage)}</svg>`;
    const answer = request('exports.writeImage', { file: 'token', format: 'svg', content });
    await expect(answer).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('goes nowhere that no person chose', async () => {
    const { request, app } = startPlain('forbidden');
    const place = join(folder, 'mine.svg');
    for (const file of [place, app.grantFile(place)]) {
      const answer = request('exports.writeImage', { file, format: 'svg', content: svg });
      await expect(answer).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(request('exports.showInFolder', { file: place })).rejects.toMatchObject({ code: 'forbidden' });
    expect(existsSync(place)).toBe(false);
  });

  it('leaves a file as it is that took the name meanwhile', async () => {
    const { request, exports } = startPlain('taken');
    const target = await request('exports.chooseFile', { suggestedName: 'night', format: 'svg' });
    mkdirSync(exports, { recursive: true });
    writeFileSync(join(exports, 'night.svg'), 'mine');
    const answer = request('exports.writeImage', { file: target?.token ?? '', format: 'svg', content: svg });
    await expect(answer).rejects.toMatchObject({ code: 'bad_input' });
    expect(readFileSync(join(exports, 'night.svg'), 'utf8')).toBe('mine');
    expect(readdirSync(exports)).toEqual(['night.svg']);
  });
});
