import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createBundleAssets } from '../../electron/hosts/bundle-assets.ts';
import { makeBundleFolder } from './bundle-folder.ts';

const base = 'https://raidscope.invalid/';
const { folder } = makeBundleFolder();

describe('the served page', () => {
  it('is index.html with the nonce of its policy', async () => {
    const response = await createBundleAssets(folder)('GET', base);
    const nonce = /nonce="([^"]+)"/u.exec(response.body.toString())?.[1] ?? '';
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Buffer.from(nonce, 'base64')).toHaveLength(18);
    expect(response.headers['content-security-policy']).toBe(contentSecurityPolicy(nonce));
  });

  it('has another nonce at each start', async () => {
    const pages = await Promise.all([createBundleAssets(folder)('GET', base), createBundleAssets(folder)('GET', base)]);
    expect(pages[0].body.equals(pages[1].body)).toBe(false);
  });

  it('comes with its scripts and styles under their types', async () => {
    const assets = createBundleAssets(folder);
    const script = await assets('GET', `${base}assets/page.js`);
    const style = await assets('GET', `${base}assets/page.css?v=1`);
    expect(script).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    expect(style).toMatchObject({ status: 200, headers: { 'content-type': 'text/css; charset=utf-8' } });
  });

  it('answers a missing file with 404 and any method but GET with 405', async () => {
    const assets = createBundleAssets(folder);
    expect((await assets('GET', `${base}assets/none.js`)).status).toBe(404);
    expect((await assets('POST', base)).status).toBe(405);
  });
});

describe('the content security policy', () => {
  it('is exactly this', () => {
    expect(contentSecurityPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });
});
