import { defineConfig } from 'vite';

/** The script between page and main process. A sandboxed preload must be one CommonJS file. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'electron/hosts/electron/preload.ts',
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
