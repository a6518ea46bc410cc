import { defineConfig } from 'vite';

/** The thread that holds the SQLite connections, as one file that the main process finds next to itself. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'electron/library/worker.ts',
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['better-sqlite3'],
      output: { format: 'es', entryFileNames: 'worker.js', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
});
