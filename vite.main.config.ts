import { defineConfig, type Plugin } from 'vite';

/**
 * Worker threads and SQLite's library cannot be loaded from inside the packed archive. Both are unpacked beside it, so
 * what the main process looks up next to itself has to be looked up there. Without an archive this changes nothing.
 */
const unpackedNeighbours: Plugin = {
  name: 'unpacked-neighbours',
  renderChunk: (code) =>
    code.replaceAll('import.meta.url', "import.meta.url.replace('app.asar/', 'app.asar.unpacked/')"),
};

/** The main process of the desktop app, as one file; the worker thread is built on its own beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [unpackedNeighbours],
  build: {
    ssr: 'electron/hosts/electron/main.ts',
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron', 'better-sqlite3'],
      output: { format: 'es', entryFileNames: 'main.js', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
});
