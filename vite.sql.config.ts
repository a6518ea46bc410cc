import { defineConfig } from 'vite';

/** The process that runs a person's own statements, as one file that the main process finds next to itself. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'electron/sql/sql-process.ts',
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['better-sqlite3'],
      output: { format: 'es', entryFileNames: 'sql-process.js', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
});
