import { describe, expect, test } from 'vitest';
import { messageLanguage } from '../../shared/messages/language.ts';
import { parseQuery } from '../../shared/query/parse-query.ts';
import { printQuery } from '../../shared/query/print-query.ts';
import { shape } from './query-shape.ts';

const read = (text: string): unknown => shape(parseQuery(text, messageLanguage).query);
const problemsOf = (text: string): unknown[] =>
  parseQuery(text, messageLanguage).problems.map(({ code, range, repair }) => [code, text.slice(...range), repair]);

describe('text', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['   \u00a0', null],
    ['boss', 'boss'],
    ['boss pull', ['and', 'boss', 'pull']],
    ['boss AND pull', ['and', 'boss', 'pull']],
    ['boss & pull', ['and', 'boss', 'pull']],
    ['R&D', 'R&D'],
    ['boss OR pull', ['or', 'boss', 'pull']],
    ['boss|pull', ['or', 'boss', 'pull']],
    ['a b OR c d', ['or', ['and', 'a', 'b'], ['and', 'c', 'd']]],
    ['a (b OR c)', ['and', 'a', ['or', 'b', 'c']]],
    ['a (b (c))', ['and', 'a', 'b', 'c']],
    ['and or not', ['and', 'and', 'or', 'not']],
    ['ORDER ANDY NOTE', ['and', 'ORDER', 'ANDY', 'NOTE']],
    ['-boss', ['not', 'boss']],
    ['NOT boss', ['not', 'boss']],
    ['NOT -boss', 'boss'],
    ['-(a b)', ['not', ['and', 'a', 'b']]],
    ['-👍', ['not', '👍']],
    ['off-topic c++', ['and', 'off-topic', 'c++']],
    ['--verbose -> -_-', ['and', '--verbose', '->', '-_-']],
    ['boss*', ['prefix', 'boss']],
    ['*oss', ['inside', 'oss']],
    ['*oss*', ['inside', 'oss']],
    ['a*b', 'a*b'],
    ['*', '*'],
    ['"battle res"', 'battle res'],
    ['“battle res”', 'battle res'],
    ['"battle re"*', ['prefix', 'battle re']],
    ['*"a.b c"*', ['inside', 'a.b c']],
    [String.raw`"say \"hi\" \\ \n"`, String.raw`say "hi" \ \n`],
    [':) :( =) ;-)', ['and', ':)', ':(', '=)', ';-)']],
    ['https://example.org/a?b=c 12:30 10:x', ['and', 'https://example.org/a?b=c', '12:30', '10:x']],
    ['今日 は', ['and', '今日', 'は']],
    ['love:<3', 'love:<3'],
    ['/usr/s', '/usr/s'],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('filters', () => {
  test.each<[string, unknown]>([
    ['from:anna', { from: ['anna'] }],
    ['FROM:Anna', { from: ['Anna'] }],
    ['from:"Anna B",ben', { from: ['"Anna B"', 'ben'] }],
    ['from:a from:b x', ['and', { from: ['a', 'b'] }, 'x']],
    ['from:a OR from:b', ['or', { from: ['a'] }, { from: ['b'] }]],
    ['from:a,a', { from: ['a'] }],
    ['-from:a,a', ['not', { from: ['a'] }]],
    ['from:a, b', ['and', { from: ['a'] }, 'b']],
    ['-from:a,b', ['not', { from: ['a', 'b'] }]],
    ['in:off-topic server:Nord', ['and', { in: ['off-topic'] }, { server: ['Nord'] }]],
    ['type:RAID,guild', { type: ['raid', 'guild'] }],
    ['is:deleted', { is: ['deleted'] }],
    ['-is:deleted', ['not', { is: ['deleted'] }]],
    ['is:deleted is:edited', ['and', { is: ['deleted'] }, { is: ['edited'] }]],
    ['after:2025-11 before:2026', ['and', { after: ['2025-11'] }, { before: ['2026'] }]],
    ['on:today,Yesterday', { on: ['today', 'yesterday'] }],
    ['after:-7d', { after: ['-7d'] }],
    ['after:"2025-11-22 20:15"', { after: ['"2025-11-22 20:15"'] }],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('values of every kind', () => {
  test.each<[string, unknown]>([
    ['date:2025-11-01..2025-11-15', { date: ['2025-11-01..2025-11-15'] }],
    ['date:"2025-11-22 20:15".."2025-11-22 22:00"', { date: ['"2025-11-22 20:15".."2025-11-22 22:00"'] }],
    ['date:-7d..', { date: ['-7d..'] }],
    ['date:>=2025-11,..2024', { date: ['>=2025-11', '..2024'] }],
    ['date:>2025-05 date:<2025-09', ['and', { date: ['>2025-05'] }, { date: ['<2025-09'] }]],
    ['during:Last-Week', { during: ['last-week'] }],
    ['date:none', { date: ['none'] }],
    ['len:>200', { len: ['>200'] }],
    ['len:1.5K..2k', { len: ['1.5k..2k'] }],
    ['len:>10 len:<20', ['and', { len: ['>10'] }, { len: ['<20'] }]],
    ['bosshp:<20%', { bosshp: ['<20'] }],
    ['time:20:00..23:00', { time: ['20:00..23:00'] }],
    ['time:22:00..', { time: ['22:00..'] }],
    ['time:20,8pm', { time: ['20', '8pm'] }],
    ['weekday:Tuesday,thu', { weekday: ['tue', 'thu'] }],
    ['weekday:fri..mon', { weekday: ['fri..mon'] }],
    ['from:me', { from: ['me'] }],
    ['from:"me"', { from: ['"me"'] }],
    ['from:ANY', { from: ['any'] }],
    ['-raid:none', ['not', { raid: ['none'] }]],
    ['from:/^lera/i', { from: ['/^lera/i'] }],
    ['in:/a,b c/,raids', { in: ['/a,b c/', 'raids'] }],
    ['has:link has:emoji', ['and', { has: ['link'] }, { has: ['emoji'] }]],
    ['reaction:👍', { reaction: ['👍'] }],
    ['from:a..b from:<3', { from: ['a..b', '<3'] }],
    [String.raw`/\b\d+k dps\b/i from:any`, ['and', String.raw`/\b\d+k dps\b/i`, { from: ['any'] }]],
    [String.raw`-/a\/b/ OR (/c/ /" \(/)`, ['or', ['not', String.raw`/a\/b/`], ['and', '/c/', String.raw`/" \(/`]]],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual([]);
  });

  test.each(['and/or', 'w/o', '/join', '/who', '24/7', '/dance', '/', '//', '/ a /', '/usr/bin', 'a/b/ c', '"a"/b/'])(
    'a slash is no regex in %s',
    (text) => {
      expect(JSON.stringify(read(text))).not.toContain('regex');
      expect(parseQuery(text, messageLanguage).query.kind).not.toBe('regex');
      expect(problemsOf(text)).toEqual([]);
    },
  );
});

describe('directives', () => {
  test.each([
    ['boss sort:old', 'boss', 'old', null],
    ['sort:BEST boss OR pull', 'boss OR pull', 'best', null],
    ['in:raids near:"2025-11-22 20:15"', 'in:raids', null, '2025-11-22 20:15'],
    ['near:m-1', '', null, 'm-1'],
  ])('%s', (text, query, sort, near) => {
    const parsed = parseQuery(text, messageLanguage);
    expect(printQuery({ ...parsed, sort: null, near: null }, messageLanguage)).toBe(query);
    expect([parsed.sort, parsed.near?.text ?? null, parsed.problems]).toEqual([sort, near, []]);
  });
});

describe('mistakes are reported with a repair, and the rest is searched', () => {
  test.each<[string, unknown, unknown[]]>([
    ['"battle res', 'battle res', [['syntax', '"battle res', '"battle res"']]],
    [String.raw`"a\ `, 'a\\ ', [['syntax', String.raw`"a\ `, String.raw`"a\\"`]]],
    ['“battle', 'battle', [['syntax', '“battle', '“battle”']]],
    ['(a OR b', ['or', 'a', 'b'], [['syntax', '(', '(a OR b)']]],
    [
      '(a ("b',
      ['and', 'a', 'b'],
      [
        ['syntax', '(', '(a ("b"))'],
        ['syntax', '(', '(a ("b"))'],
        ['syntax', '"b', '(a ("b"))'],
      ],
    ],
    ['(gg :))', ['and', 'gg', ':))'], [['syntax', '(', '(gg :)) )']]],
    ['(a:', 'a:', [['syntax', '(', '(a: )']]],
    ['a) b', ['and', 'a', 'b'], [['syntax', ')', 'a b']]],
    ['a OR', 'a', [['syntax', 'OR', 'a']]],
    ['OR a', 'a', [['syntax', 'OR', 'a']]],
    ['a AND', 'a', [['syntax', 'AND', 'a']]],
    ['a AND OR b', ['or', 'a', 'b'], [['syntax', 'AND', 'a OR b']]],
    ['a NOT', 'a', [['syntax', 'NOT', 'a']]],
    ['a - b', ['and', 'a', 'b'], [['syntax', '-', 'a b']]],
    ['a ()', 'a', [['nothing_to_search', '()', 'a']]],
    ['a ""', 'a', [['nothing_to_search', '""', 'a']]],
    ['from: anna', ['and', 'from:', 'anna'], [['bad_value', 'from:', 'from:anna']]],
    ['anna from:', 'anna', [['bad_value', 'from:', 'anna']]],
    ['from:"" anna', 'anna', [['bad_value', 'from:""', 'anna']]],
    ['form:anna', 'form:anna', [['unknown_key', 'form', 'from:anna']]],
    ['author:anna', 'author:anna', [['unknown_key', 'author', 'from:anna']]],
    ['colour:"deep red"', ['and', 'colour:', 'deep red'], [['unknown_key', 'colour', '"colour:" "deep red"']]],
    ['colour:red', 'colour:red', [['unknown_key', 'colour', '"colour:red"']]],
    ['state:anna', 'state:anna', [['unknown_key', 'state', null]]],
    ['on:monday', null, [['bad_value', 'monday', '']]],
    ['type:rad boss', 'boss', [['bad_value', 'rad', 'type:raid boss']]],
    ['type:raid,nonsense', { type: ['raid'] }, [['bad_value', 'nonsense', 'type:raid,']]],
    ['after:2025-02-30 x', 'x', [['bad_value', '2025-02-30', 'x']]],
    ['on:12:30', null, [['bad_value', '12:30', '']]],
    ['date:yesturday', null, [['bad_value', 'yesturday', 'date:yesterday']]],
    ['date:2025-12..2025-11', null, [['bad_value', '2025-12..2025-11', 'date:2025-11..2025-12']]],
    ['date:soon..2025 x', 'x', [['bad_value', 'soon', 'x']]],
    ['date:.. x', 'x', [['bad_value', '..', 'x']]],
    ['len:> x', 'x', [['bad_value', '>', 'x']]],
    ['len:many', null, [['bad_value', 'many', '']]],
    ['before:2024..2025', null, [['bad_value', '2024..2025', '']]],
    ['after:>2025', null, [['bad_value', '>2025', 'after:2025']]],
    ['time:>22:00', null, [['bad_value', '>22:00', 'time:22:00..']]],
    ['weekday:thy', null, [['bad_value', 'thy', 'weekday:thu']]],
    ['server:any', null, [['bad_value', 'any', 'server:"any"']]],
    ['type:/raid/', null, [['bad_value', '/raid/', '']]],
    ['/(dps/', null, [['syntax', '/(dps/', '/(dps)/']]],
    ['from:/*a/', null, [['bad_value', '/*a/', String.raw`from:/\*a/`]]],
    [String.raw`/\d+k dps`, ['and', String.raw`/\d+k`, 'dps'], [['syntax', String.raw`/\d+k`, String.raw`/\d+k dps/`]]],
    [String.raw`/\d+k/g x`, ['and', String.raw`/\d+k/g`, 'x'], [['syntax', String.raw`/\d+k/g`, String.raw`/\d+k/ x`]]],
    ['hp:<20', 'hp:<20', [['unknown_key', 'hp', 'bosshp:<20']]],
    ['emoji:👍', 'emoji:👍', [['unknown_key', 'emoji', 'reaction:👍']]],
    ['on:22.11.2025', null, [['bad_value', '22.11.2025', 'on:2025-11-22']]],
    ['on:11/22/2025', null, [['bad_value', '11/22/2025', 'on:2025-11-22']]],
    ['on:2025/11/22', null, [['bad_value', '2025/11/22', 'on:2025-11-22']]],
    ['on:10/11/2025', null, [['bad_value', '10/11/2025', '']]],
    ['time:20-23', null, [['bad_value', '20-23', 'time:20..23']]],
    ['weekday:mon-fri', null, [['bad_value', 'mon-fri', 'weekday:mon..fri']]],
    ['a -sort:old', 'a', [['syntax', 'sort:old', 'a sort:old']]],
    ['sort:old sort:new', null, [['syntax', 'sort:new', 'sort:old']]],
    ['sort:od', null, [['bad_value', 'od', 'sort:old']]],
  ])('%j', (text, expected, problems) => {
    expect(read(text)).toEqual(expected);
    expect(problemsOf(text)).toEqual(problems);
  });

  test('brackets beyond all measure are left out', () => {
    const { query, problems } = parseQuery('(x '.repeat(1300), messageLanguage);
    expect(query.kind).toBe('and');
    expect(problems[0]?.code).toBe('syntax');
  });
});
