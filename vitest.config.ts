import { defineConfig } from 'vitest/config';

const slow = { testTimeout: 120_000, hookTimeout: 120_000 };

const wholeApp = [
  'test/imports/bad-input/**/*.test.ts',
  'test/hosts/packaged-app.test.ts',
  'test/hosts/cli.test.ts',
  'test/hosts/cli-raids.test.ts',
  'test/scripts/build.test.ts',
  'test/annotations/keep-channels.test.ts',
  'test/security/sql-console.exploit.test.ts',
];

/** They count frames. */
const timed = ['test/ui/scrolling.test.ts', 'test/ui/timeline-frames.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/ui/**', 'test/bench/**', 'test/electron-e2e/**', ...wholeApp],
          testTimeout: 30_000,
          // Worker threads and SQLite files: processes keep a crash in one file from hiding the others.
          pool: 'forks',
          sequence: { groupOrder: 0 },
        },
      },
      // Those that start the whole app, its command line or a build for every case: minutes, where the others take seconds.
      { test: { name: 'app', include: wholeApp, pool: 'forks', sequence: { groupOrder: 0 }, ...slow } },
      // After the unit tests and two files at a time: each window is a browser of its own beside the test's process.
      {
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.ts'],
          exclude: timed,
          pool: 'forks',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...slow,
        },
      },
      // One file at a time: what a window shows in time depends on who else computes.
      {
        test: {
          name: 'ui-timed',
          include: timed,
          pool: 'forks',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...slow,
        },
      },
      {
        test: {
          name: 'electron-e2e',
          include: ['test/electron-e2e/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          ...slow,
        },
      },
    ],
  },
});
