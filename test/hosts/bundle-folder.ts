import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BundleFolder {
  readonly folder: string;
  /** A file beside the bundle that nothing may ever serve. */
  readonly secret: string;
}

/** A page as the build leaves it, with a secret beside it and a link to that secret inside it. */
export function makeBundleFolder(): BundleFolder {
  const parent = mkdtempSync(join(tmpdir(), 'raidscope-bundle-'));
  const folder = join(parent, 'renderer');
  const secret = join(parent, 'secret.json');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(secret, '{"secret":true}');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__" /><title>Raidscope</title>' +
      '<link rel="stylesheet" href="./assets/page.css" /><script type="module" src="./assets/page.js"></script>',
  );
  writeFileSync(join(folder, 'assets', 'page.js'), 'document.documentElement.dataset.started = "yes";');
  writeFileSync(join(folder, 'assets', 'page.css'), 'html { color: rgb(1, 2, 3); }');
  writeFileSync(join(folder, 'assets', 'page.js.map'), '{}');
  symlinkSync(secret, join(folder, 'assets', 'link.json'));
  return { folder, secret };
}
