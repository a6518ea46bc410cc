/**
 * The built page, served to a window without a web server: the Electron host answers `app://` requests from here, the
 * Chromium host intercepted ones. What a window may load and what it may do is decided in this one place, so both
 * shells run under the same policy.
 */
import { randomBytes } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The page's placeholder for the nonce; the built `index.html` carries it wherever a style needs one. */
const noncePlaceholder = '__CSP_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface BundleResponse {
  readonly status: 200 | 403 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Answers one request for a path of the bundle; never throws. */
export type BundleAssets = (method: string, url: string) => Promise<BundleResponse>;

/** No network, no frames, no forms, no inline scripts; styles made at run time carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Serves the files of `folder` and nothing else; `/` is `index.html`. One nonce lives as long as the returned
 * function: make one for each start.
 */
export function createBundleAssets(folder: string): BundleAssets {
  const nonce = randomBytes(18).toString('base64');
  const securityHeaders = {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
  const refuse = (status: 403 | 404 | 405, text: string): BundleResponse => ({
    status,
    headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' },
    body: Buffer.from(text),
  });

  return async (method, url) => {
    if (method !== 'GET') return refuse(405, 'Only GET is answered.');
    const segments = pathSegments(url);
    const contentType = segments && contentTypes[extname(segments.at(-1) ?? '').toLowerCase()];
    if (!segments || !contentType) return refuse(403, 'Not a file of this page.');
    const body = await readInside(folder, segments);
    if (body === 'outside') return refuse(403, 'Not a file of this page.');
    if (body === 'missing') return refuse(404, 'No such file.');
    const isPage = segments.join('/') === 'index.html';
    return {
      status: 200,
      headers: { ...securityHeaders, 'content-type': contentType },
      body: isPage ? Buffer.from(body.toString('utf8').replaceAll(noncePlaceholder, nonce)) : body,
    };
  };
}

/**
 * The path of a URL as plain names, or null when any of them could lead elsewhere. URL parsers already resolve `..`;
 * what is left to refuse are encoded separators, drive letters and streams (`a:b`), and NUL.
 */
function pathSegments(url: string): string[] | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  const segments = path.split('/').filter((segment) => segment.length > 0);
  if (segments.length === 0) return ['index.html'];
  const isUnsafe = segments.some((segment) => segment.startsWith('.') || /[\\:\0%]/u.test(segment));
  return isUnsafe ? null : segments;
}

/** Reads a file whose real place, links followed, is inside the folder. */
async function readInside(folder: string, segments: readonly string[]): Promise<Buffer | 'missing' | 'outside'> {
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, ...segments));
    if (!path.startsWith(root + sep)) return 'outside';
    if (!(await stat(path)).isFile()) return 'missing';
    return await readFile(path);
  } catch {
    return 'missing';
  }
}
