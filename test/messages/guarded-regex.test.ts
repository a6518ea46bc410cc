import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { GuardedRegex } from '../../electron/messages/guarded-regex.ts';

const catastrophe = `${'a'.repeat(40)}!`;

test('a pattern finds the texts that it stands in', () => {
  const regex = new GuardedRegex(/b\d+/u);
  expect(regex.test(['ab12', 'b', '', 'B3'])).toEqual([false, false, false, false].with(0, true));
  expect(regex.find(['ab12 b3', 'b'])).toEqual([
    [
      [1, 4],
      [5, 7],
    ],
    [],
  ]);
});

test('an empty match is no place', () => {
  expect(new GuardedRegex(/x*/u).find(['axxa'])).toEqual([[[1, 3]]]);
});

test('a text on which it hangs is given up, the others are not', () => {
  const regex = new GuardedRegex(/(a+)+$/u);
  expect(regex.test(['aaa', catastrophe, 'ba', catastrophe, 'b'])).toEqual([true, false, true, false, false]);
  expect(regex.hungCount).toBe(2);
});

test('while it hangs, whoever waits is asked again and again', () => {
  const stop = new Error('stop');
  const regex = new GuardedRegex(/(a+)+$/u);
  expect(() =>
    regex.test(
      Array.from({ length: 1000 }, () => catastrophe),
      () => {
        throw stop;
      },
    ),
  ).toThrow(stop);
});

test('it is interrupted in a worker thread too', async () => {
  const module = new URL('../../electron/messages/guarded-regex.ts', import.meta.url).href;
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     import(${JSON.stringify(module)}).then(({ GuardedRegex }) => {
       parentPort.postMessage(new GuardedRegex(/(a+)+$/u).test([${JSON.stringify(catastrophe)}, 'a']));
     });`,
    { eval: true },
  );
  const answer = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  expect(answer).toEqual([false, true]);
});
