import * as fc from 'fast-check';
import { chatPieces } from './generated-text.ts';
import {
  bossNames,
  eventNames,
  guildNames,
  languageCodes,
  noteTexts,
  partyIds,
  raidNames,
  reactionTexts,
  reasonTexts,
  sourceNames,
  tagNames,
} from './library-names.ts';
import { nestedQuery } from '../query/nested-query.ts';

const quote = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

const piece = fc.constantFrom(...chatPieces);
const text = fc.oneof(
  { weight: 4, arbitrary: piece.filter((word) => /^[\p{L}\p{N}]+$/u.test(word)) },
  { weight: 2, arbitrary: piece.map(quote) },
  { weight: 1, arbitrary: fc.tuple(piece, piece).map(([one, other]) => quote(`${one} ${other}`)) },
  { weight: 1, arbitrary: fc.constantFrom('bo*', 'wi*', 'pu*', 'h*', 'zz*', '今*', '"off-to"*', 'héal*') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '*oss*',
      '*ipe*',
      '*ul*',
      '*e*',
      '*安*',
      '*日副*',
      '*EAL*',
      '*x.y*',
      '*ストラ*',
      '*+*',
      '*"s "*',
      '*zzz*',
    ),
  },
);

const regex = fc.constantFrom(
  '/boss/',
  '/BOSS|pull/i',
  String.raw`/\d+:\d+/`,
  '/^wiped?$/i',
  String.raw`/\p{Script=Han}{2}/`,
  '/a b|c/',
  String.raw`/x\.y\/a/`,
  '/(?:h[eé]al) /',
  '/zzz/',
);

/** A name as it stands, in quotes, its beginning, and now and then as a regex. */
function named(key: string, names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names);
  const value = fc.oneof(
    name.filter((text) => /^[\p{L}\p{N}][^\s,()"|]*$/u.test(text)),
    name.map(quote),
    name.map((text) => text.slice(0, 3).trim()).filter((text) => /^[\p{L}\p{N}]+$/u.test(text)),
    fc.constantFrom('nobody', 'any', 'none', '/a/i', '/^.{4,}$/'),
  );
  return listed(key, value);
}

/** One value, or two with a comma. */
function listed(key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: value.map((one) => `${key}:${one}`) },
    { weight: 1, arbitrary: fc.tuple(value, value).map((pair) => `${key}:${pair.join(',')}`) },
  );
}

/** One value, ranges and comparisons. */
function spanned(key: string, values: readonly string[], isCompared = true): fc.Arbitrary<string> {
  const end = fc.constantFrom(...values);
  const operator = fc.constantFrom('>', '>=', '<', '<=');
  const open = fc.oneof(
    end.map((low) => `${low}..`),
    end.map((high) => `..${high}`),
  );
  const between = fc.tuple(end, end).map((ends) => ends.join('..'));
  const compared = isCompared ? [fc.tuple(operator, end).map((parts) => parts.join(''))] : [];
  return listed(key, fc.oneof(end, between, open, ...compared));
}

const dates = ['2024-05', '2025', '2024-05-03', '2024-06', '"2024-12-31 23:59"', '1971', 'today', '2024-11-02T20:15'];

const filter = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'from:anna',
      'from:Ann',
      'from:ben,zo',
      'from:"zo"',
      'from:今',
      'from:"two words"',
      'from:otani',
      'from:nobody',
      'from:"id 100 3"',
      'from:any',
      'from:me',
      'from:/^an/i',
      'in:raids',
      'in:off-topic',
      'in:haendler,gen',
      'in:general',
      'in:none',
      'in:any,raids',
      'in:/^r.*s$/',
      'server:nord',
      'server:sud',
      'server:server-2',
      'server:/nord/i',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'type:raid',
      'type:user,dm',
      'type:system',
      'is:deleted',
      'is:edited',
      'is:deleted,edited',
      'is:starred',
      'is:tagged',
      'is:unread',
      'has:link',
      'has:mention',
      'has:reaction',
      'has:edit',
      'has:number,emoji',
      'has:link has:number',
      'to:me',
      'to:ann,ben',
      'to:any',
      'to:none',
      'mentions:anna',
      'mentions:"two words"',
      'mentions:any',
      'mentions:me',
      'mentions:none',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(
      spanned('date', dates),
      spanned('during', dates),
      spanned('on', dates),
      fc.constantFrom('after:2024-10 before:2025-02', 'after:"2024-12-31 23:59"', 'before:2024-03', 'date:none'),
      fc.constantFrom('on:last-week', 'during:any', 'date:-7d..', 'after:2025-06-15'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      spanned('len', ['5', '10', '20', '40', '0.1k']),
      spanned('bosshp', ['0', '5', '20', '20.5', '99%', '100']),
      spanned('time', ['20', '20:15', '8pm', '02:30', '0'], false),
      listed('weekday', fc.constantFrom('mon', 'Tuesday', 'sat..mon', 'wed..thu')),
      listed('difficulty', fc.constantFrom('normal', 'hard', 'mythic', 'any', 'none')),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.oneof(
      named('guild', guildNames),
      named('party', partyIds),
      named('raid', raidNames),
      named('boss', bossNames),
      named('event', eventNames),
      named('tag', tagNames),
      named('note', noteTexts),
      named('reason', reasonTexts),
      listed('source', fc.constantFrom(...sourceNames.map(quote), 'backup', 'nothing')),
      listed('lang', fc.constantFrom(...languageCodes, 'xx')),
      listed('reaction', fc.constantFrom(...reactionTexts.map(quote), '👍', 'any', 'none')),
    ),
  },
);

/** Queries with every key and kind of value, in any nesting, mostly sound. */
export const generatedQuery = nestedQuery(
  fc.oneof({ weight: 6, arbitrary: text }, { weight: 5, arbitrary: filter }, { weight: 1, arbitrary: regex }),
);
