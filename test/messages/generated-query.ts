import * as fc from 'fast-check';
import { chatPieces } from './generated-text.ts';

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

const filter = fc.constantFrom(
  'from:anna',
  'from:Ann',
  'from:ben,zo',
  'from:"zo"',
  'from:今',
  'from:"two words"',
  'from:otani',
  'from:nobody',
  'from:"id 100 3"',
  'in:raids',
  'in:off-topic',
  'in:haendler,gen',
  'in:general',
  'server:nord',
  'server:sud',
  'server:server-2',
  'type:raid',
  'type:user,dm',
  'type:system',
  'is:deleted',
  'is:edited',
  'is:deleted,edited',
  'on:2024-05',
  'on:2025',
  'on:2024-05-03,2024-06',
  'before:2024-03',
  'after:2025-06-15',
  'after:2024-10 before:2025-02',
  'on:today',
  'date:2024-05..2024-06',
  'date:>2025-03',
  'date:<=2024-05-03',
  'date:.."2024-05-03 20:15"',
  'date:none',
  'date:any',
  'during:last-week',
  'before:1971',
  'after:"2024-12-31 23:59"',
);

const { query } = fc.letrec<{ query: string; part: string; leaf: string }>((tie) => ({
  leaf: fc.oneof({ weight: 3, arbitrary: text }, { weight: 2, arbitrary: filter }),
  part: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: tie('leaf') },
    { weight: 1, arbitrary: tie('leaf').map((part) => `-${part}`) },
    { weight: 1, arbitrary: tie('query').map((part) => `(${part})`) },
    { weight: 1, arbitrary: tie('query').map((part) => `-(${part})`) },
  ),
  query: fc
    .array(fc.tuple(tie('part'), fc.constantFrom(' ', ' ', ' OR ')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([part, join], index) => part + (index === parts.length - 1 ? '' : join)).join('')),
}));

/** Queries of every kind and nesting, mostly sound. */
export const generatedQuery = query;
