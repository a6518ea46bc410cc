import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { dataFolder } from './data-folders.ts';

/**
 * Keeps what Node made of the TypeScript sources for the next start, threads included: half of the processor time of a
 * short command (measured: 0.44 s instead of 0.93 s). Whatever is loaded before it is called is not kept, so an entry
 * calls it first and imports the rest afterwards. Files that changed are recognised by their contents.
 */
export function keepCompiledCode(): void {
  const folder = join(dataFolder(), 'cache');
  enableCompileCache(folder);
  // Threads started later on read it from here.
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
