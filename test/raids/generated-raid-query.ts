import * as fc from 'fast-check';
import { chatWord } from '../messages/generated-text.ts';
import { nestedQuery } from '../query/nested-query.ts';

/** One value, or two with a comma. */
function listed(key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: value.map((one) => `${key}:${one}`) },
    { weight: 1, arbitrary: fc.tuple(value, value).map((pair) => `${key}:${pair.join(',')}`) },
  );
}

const chosen = (key: string, values: readonly string[]): fc.Arbitrary<string> =>
  listed(key, fc.constantFrom(...values));

/** One value, ranges and comparisons; the values stand in ascending order. */
function spanned(key: string, values: readonly string[], isCompared = true): fc.Arbitrary<string> {
  const end = fc.constantFrom(...values);
  const between = fc
    .tuple(fc.nat(values.length - 1), fc.nat(values.length - 1))
    .map(([one, other]) => `${values[Math.min(one, other)] ?? ''}..${values[Math.max(one, other)] ?? ''}`);
  const open = fc.oneof(
    end.map((low) => `${low}..`),
    end.map((high) => `..${high}`),
  );
  const compared = fc.tuple(fc.constantFrom('>', '>=', '<', '<='), end).map((parts) => parts.join(''));
  return listed(key, fc.oneof(end, between, open, ...(isCompared ? [compared] : [])));
}

const people = ['anna', 'ben,zo', '"two words"', 'me', '"me"', '/^an/i', '今'];
const dates = ['2024-05', '2025', '2025-11-22', '2026-01'];

const filter = fc.oneof(
  chosen('boss', ['"Hollow King"', 'any', 'hol', '/king$/i']),
  chosen('difficulty', ['normal', 'hard', 'Mythic']),
  chosen('result', ['kill', 'WIPE', 'live', 'preparing']),
  spanned('hp', ['0', '5%', '20', '20.5%', '100']),
  spanned('duration', ['45', '90s', '5:30', '6m', '6.5m', '1h', '1H30m', '1:45:00']),
  spanned('players', ['1', '10', '25', '40']),
  chosen('leader', people),
  chosen('with', people),
  chosen('without', people),
  chosen('role', ['tank', 'dps', 'healer']),
  chosen('class', ['Druid', '"Death Knight"', '/mage/']),
  spanned('deaths', ['0', '1', '12']),
  spanned('dps', ['900', '1.5k', '500k', '2m']),
  spanned('night', dates),
  chosen('night', ['yesterday', 'last-week', '-7d', '-7d..today']),
  spanned('pull', ['1', '2', '50']),
  chosen('server', ['nord', '/nord/i']),
  chosen('guild', ['dawnwatch', 'any', 'none']),
  chosen('name', ['"Sunday raid"', 'sun']),
  spanned('date', dates),
  spanned('during', dates),
  spanned('on', dates),
  fc.constantFrom('after:2024-10 before:2025-02', 'after:"2024-12-31 23:59"', 'date:none', 'on:today'),
  spanned('time', ['02:30', '8', '20', '20:15', '11pm'], false),
  chosen('weekday', ['mon', 'Tuesday', 'sat..mon', 'wed..thu']),
  chosen('tag', ['progress', '#loot', 'any', 'none']),
  chosen('note', ['any', 'none', '"pull late"', '/late/']),
  chosen('is', ['starred', 'tagged']),
);

const text = fc.constantFrom('sunday', '"Hollow King"', 'hol*', '*oss*', '/^hol/i', 'R&D', 'from', '今日', 'sort');

/** Sound queries over raids with every key and kind of value, in any nesting. */
export const generatedRaidQuery = nestedQuery(
  fc.oneof({ weight: 2, arbitrary: text }, { weight: 5, arbitrary: filter }),
);

const signs = [' ', '"', '(', ')', '-', ' OR ', 'NOT ', '|', '*', ':', ',', '..', '>=', '<', '/', '\\', '“', '\ud800'];
const keys = [
  'boss:',
  'result:',
  'hp:',
  'duration:',
  'with:',
  'night:',
  'dps:',
  'is:',
  'note:',
  'from:',
  'sort:',
  'foo:',
];
const values = ['6m', '90s', '5:30', '1h', '20%', '500k', 'kill', 'klil', 'me', 'any', '2025-11-22', '-7d', '-12h'];
const piece = fc.constantFrom(...signs, ...keys, ...values);

/** What somebody who is still typing, or mistyping, may have in the search box over raids. */
export const raidQueryText = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: chatWord }), { maxLength: 14 })
  .map((parts) => parts.join(''));
