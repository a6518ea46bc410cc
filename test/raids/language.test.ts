import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { chipsOf, type QueryChip } from '../../shared/query/chips.ts';
import { completionAt } from '../../shared/query/completion.ts';
import { removeChip, toggleChip } from '../../shared/query/edit-query.ts';
import { definitionOf, keyNamesOf } from '../../shared/query/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { printQuery, printTree } from '../../shared/query/print-query.ts';
import { join, negate } from '../../shared/query/query-algebra.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import { shape } from '../query/query-shape.ts';
import { queryText } from '../query/generated-query-text.ts';
import { generatedRaidQuery, raidQueryText } from './generated-raid-query.ts';

const now = Date.UTC(2025, 10, 22, 12) / 1000;
const read = (text: string): unknown => shape(parseQuery(text, raidLanguage).query);
const problemsOf = (text: string): unknown[] =>
  parseQuery(text, raidLanguage).problems.map(({ code, range, repair }) => [code, text.slice(...range), repair]);
const chips = (text: string): readonly QueryChip[] => chipsOf(text, raidLanguage, { timeZone: 'Europe/Berlin', now });
const labels = (text: string): string[] =>
  chips(text).map(({ label, isNegated }) => (isNegated ? `not ${label}` : label));

describe('a filter over raids is read', () => {
  test.each<[string, unknown]>([
    ['boss:"Hollow King"', { boss: ['"Hollow King"'] }],
    ['difficulty:Mythic,hard', { difficulty: ['mythic', 'hard'] }],
    ['result:kill result:wipe', { result: ['kill', 'wipe'] }],
    ['hp:<20%', { hp: ['<20'] }],
    ['hp:10%..20%', { hp: ['10..20'] }],
    ['duration:6M', { duration: ['6m'] }],
    ['duration:90s,5:30', { duration: ['90s', '5:30'] }],
    ['duration:4m..1h30m', { duration: ['4m..1h30m'] }],
    ['duration:>360', { duration: ['>360'] }],
    ['duration:90s..2m', { duration: ['90s..2m'] }],
    ['dps:>1.5M', { dps: ['>1.5m'] }],
    ['leader:me', { leader: ['me'] }],
    ['with:a with:b', ['and', { with: ['a'] }, { with: ['b'] }]],
    ['with:a,b', { with: ['a', 'b'] }],
    ['without:a without:b', ['and', { without: ['a'] }, { without: ['b'] }]],
    ['with:"Anna B" role:tank', ['and', { with: ['"Anna B"'] }, { role: ['tank'] }]],
    ['night:yesterday', { night: ['yesterday'] }],
    ['night:2025-11-01..2025-11-15', { night: ['2025-11-01..2025-11-15'] }],
    ['night:>=-7d', { night: ['>=-7d'] }],
    ['guild:none', { guild: ['none'] }],
    ['is:starred is:tagged', ['and', { is: ['starred'] }, { is: ['tagged'] }]],
    ['from sort near', ['and', 'from', 'sort', 'near']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a mistake is reported with a repair', () => {
  test.each<[string, unknown, unknown[]]>([
    ['bosshp:<20', 'bosshp:<20', [['unknown_key', 'bosshp', 'hp:<20']]],
    ['mode:hard', 'mode:hard', [['unknown_key', 'mode', 'difficulty:hard']]],
    ['player:anna', 'player:anna', [['unknown_key', 'player', 'with:anna']]],
    ['died:5', 'died:5', [['unknown_key', 'died', 'deaths:5']]],
    ['outcome:kill', 'outcome:kill', [['unknown_key', 'outcome', 'result:kill']]],
    ['size:25', 'size:25', [['unknown_key', 'size', 'players:25']]],
    ['sort:old', 'sort:old', [['unknown_key', 'sort', '"sort:old"']]],
    ['near:m-1', 'near:m-1', [['unknown_key', 'near', '"near:m-1"']]],
    ['channel:raids', 'channel:raids', [['unknown_key', 'channel', '"channel:raids"']]],
    ['result:klil', null, [['bad_value', 'klil', 'result:kill']]],
    ['difficulty:any', null, [['bad_value', 'any', '']]],
    ['hp:low', null, [['bad_value', 'low', '']]],
    ['players:20%', null, [['bad_value', '20%', '']]],
    ['duration:long', null, [['bad_value', 'long', '']]],
    ['duration:6m..4m', null, [['bad_value', '6m..4m', 'duration:4m..6m']]],
    ['duration:4m-6m', null, [['bad_value', '4m-6m', 'duration:4m..6m']]],
    ['duration:any', null, [['bad_value', 'any', '']]],
    ['night:monday', null, [['bad_value', 'monday', '']]],
    ['night:yesturday', null, [['bad_value', 'yesturday', 'night:yesterday']]],
    ['night:-12h', null, [['bad_value', '-12h', '']]],
    ['night:"2025-11-22 20:15"', null, [['bad_value', '"2025-11-22 20:15"', 'night:2025-11-22']]],
    ['night:22.11.2025', null, [['bad_value', '22.11.2025', 'night:2025-11-22']]],
    ['night:2025-12..2025-11', null, [['bad_value', '2025-12..2025-11', 'night:2025-11..2025-12']]],
    ['server:any', null, [['bad_value', 'any', 'server:"any"']]],
  ])('%j', (text, expected, problems) => {
    expect(read(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual(problems);
  });
});

test.each(['hp:<20', 'with:anna', 'duration:6m', 'night:yesterday', 'result:kill'])(
  '%s is no filter over messages',
  (text) => {
    expect(parseQuery(text, messageLanguage).problems[0]?.code).toBe('unknown_key');
  },
);

test('every key has an example that is sound', () => {
  for (const key of keyNamesOf(raidLanguage)) {
    const { example } = definitionOf(raidLanguage, key);
    expect([example, example.startsWith(`${key}:`), problemsOf(example)]).toEqual([example, true, []]);
  }
});

test('no word is another name of two keys, or of one that has it for its own', () => {
  const names: readonly string[] = keyNamesOf(raidLanguage);
  const others = names.flatMap((key) => definitionOf(raidLanguage, key).alsoKnownAs);
  expect(others.filter((word, index) => others.indexOf(word) !== index || names.includes(word))).toEqual([]);
});

describe('chips', () => {
  test.each([
    ['duration:>6m', ['duration: > 6 m']],
    ['duration:1h30m..', ['duration: from 1 h 30 m on']],
    ['duration:90,5:30', ['duration: 90 s or 5:30']],
    ['hp:<20% result:wipe', ['hp: < 20', 'result: wipe']],
    ['with:a with:b -role:tank', ['with: a', 'with: b', 'not role: tank']],
    ['sort:old', ['“sort:old”']],
  ])('of %s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    ['night:2025-11-22', 6, '22 Nov 2025 06:00 – 23 Nov 2025 06:00 CET'],
    ['night:2025-11-22', 0, '22 Nov 2025 00:00 – 23 Nov 2025 00:00 CET'],
    ['night:2025-10', 8, '1 Oct 2025 08:00 CEST – 1 Nov 2025 08:00 CET'],
    ['night:yesterday', 6, '21 Nov 2025 06:00 – 22 Nov 2025 06:00 CET'],
    ['night:..2024', 6, 'before 1 Jan 2025 06:00 CET'],
    ['on:2025-11-22', 6, '22 Nov 2025 00:00 – 23 Nov 2025 00:00 CET'],
  ])('of %s say when it is where nights begin at %i', (text, nightStartHour, expected) => {
    const moment = { timeZone: 'Europe/Berlin', now, nightStartHour };
    expect(chipsOf(text, raidLanguage, moment)[0]?.detail).toBe(expected);
  });

  test('show nights from six in the morning where nothing else is said', () => {
    expect(chips('night:2025-11-22')[0]?.detail).toBe('22 Nov 2025 06:00 – 23 Nov 2025 06:00 CET');
  });
});

test.each([
  ['wi^', 'key “wi” [wi]'],
  ['dura^', 'key “dura” [dura]'],
  ['mode^', 'key “mode” [mode]'],
  ['sort^', 'text “sort” [sort]'],
  ['with:an^', 'with “an” with:[an]'],
  ['duration:>6^', 'duration “6” duration:>[6]'],
  ['duration:4m..6^', 'duration “6” duration:4m..[6]'],
  ['night:2025..20^', 'night “20” night:2025..[20]'],
])('suggestions at %s', (marked, expected) => {
  const text = marked.replace('^', '');
  const completion = completionAt(text, marked.indexOf('^'), raidLanguage);
  const [start, end] = completion.range;
  const kind = completion.kind === 'value' ? completion.key : completion.kind;
  expect(`${kind} “${completion.typed}” ${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`).toBe(
    expected,
  );
});

describe('any text', () => {
  test('is read, and its canonical text means the same without a problem', () => {
    fc.assert(
      fc.property(fc.oneof(raidQueryText, queryText), (text) => {
        const parsed = parseQuery(text, raidLanguage);
        const printed = printQuery(parsed, raidLanguage);
        const again = parseQuery(printed, raidLanguage);
        expect(shape(again.query)).toEqual(shape(parsed.query));
        expect([again.problems, again.sort, again.near]).toEqual([[], null, null]);
        expect(printQuery(again, raidLanguage)).toBe(printed);
      }),
      { numRuns: 5000 },
    );
  });

  test('gets problems that point into it, and repairs that leave fewer of them', () => {
    fc.assert(
      fc.property(raidQueryText, (text) => {
        const { problems } = parseQuery(text, raidLanguage);
        for (const { range, repair } of problems) {
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeGreaterThanOrEqual(range[0]);
          expect(range[1]).toBeLessThanOrEqual(text.length);
          if (repair !== null) expect(parseQuery(repair, raidLanguage).problems.length).toBeLessThan(problems.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a sound search', () => {
  test('has no problem, and means the same in its canonical text', () => {
    fc.assert(
      fc.property(generatedRaidQuery, (text) => {
        const parsed = parseQuery(text, raidLanguage);
        expect(parsed.problems).toEqual([]);
        expect(read(printQuery(parsed, raidLanguage))).toEqual(shape(parsed.query));
      }),
      { numRuns: 3000 },
    );
  });

  test('can lose a chip, or have it negated, without a change to the others', () => {
    fc.assert(
      fc.property(generatedRaidQuery, fc.nat(), (text, seed) => {
        const canonical = printQuery(parseQuery(text, raidLanguage), raidLanguage);
        const all = chips(canonical);
        const index = all.length === 0 ? 0 : seed % all.length;
        const chip = all[index];
        if (chip === undefined) return;
        expect(labels(removeChip(canonical, chip))).toEqual(labels(canonical).filter((_, other) => other !== index));
        const { parts } = parseQuery(canonical, raidLanguage);
        const queries = parts.flatMap((part) => (part.kind === 'query' ? [part.query] : []));
        const wanted = queries.map((query, other) => (other === index ? negate(query) : query));
        const toggled = parseQuery(toggleChip(canonical, chip, raidLanguage), raidLanguage);
        expect(printQuery(toggled, raidLanguage)).toBe(printTree(join('and', wanted, raidLanguage), raidLanguage));
      }),
      { numRuns: 1000 },
    );
  });
});
