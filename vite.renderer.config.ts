import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page. Relative addresses, because each host serves it under its own. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Electron's and today's browsers: nothing has to be rewritten for older ones.
    target: 'chrome140',
    // The policy allows no inline scripts, so nothing may be put into the page as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One window, loaded from disk: a large file costs nothing.
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
});
