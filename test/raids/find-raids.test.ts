import { afterAll, describe, expect, it } from 'vitest';
import { setAnnotation } from '../../electron/annotations/annotations.ts';
import { findRaids } from '../../electron/raids/find-raids.ts';
import { raidLanguage } from '../../shared/raids/language.ts';
import { contextOf } from '../messages/search-library.ts';
import { createRaidLibrary } from './raid-library.ts';

const database = createRaidLibrary({
  users: [
    ['anna', 'Anna'],
    ['ben', 'Ben'],
    ['cléo', 'Cléo'],
  ],
  guilds: { Dawnwatch: ['anna', 'ben'] },
  raids: [
    { id: 'kill', name: 'Dawnwatch: Spire', boss: 'The Hollow King', start: '2025-11-22 20:00:00', seconds: 400 },
    { id: 'wipe', boss: 'Voidmaw', status: 'wipe', health: 4, start: '2025-11-23 01:00:00', seconds: 90 },
    {
      id: 'far',
      boss: 'Voidmaw',
      status: 'wipe',
      health: 60,
      start: '2025-11-25 21:00:00',
      seconds: null,
      server: 's2',
    },
    { id: 'live', boss: '今日の王', status: 'in_progress', health: 43, start: '2025-11-26 20:00:00', leader: 'anna' },
    {
      id: 'never',
      name: 'Sunday raid',
      boss: 'Archon',
      status: 'preparing',
      start: null,
      seconds: null,
      createdAt: '2025-11-27 12:00:00',
    },
    { id: 'easy', boss: 'Voidmaw', difficulty: 'normal', start: '2025-11-28 20:00:00', count: 12 },
    { id: 'undated', boss: 'Archon', difficulty: 'mythic', start: null, createdAt: null },
  ],
  participants: [
    { raid: 'kill', user: 'anna', role: 'tank', class: 'Warrior', deaths: 1, damage: 400_000 },
    { raid: 'kill', user: 'ben', role: 'dps', class: 'Mage', damage: 400_000 },
    { raid: 'wipe', user: 'anna', role: 'dps', class: 'Mage', deaths: 3, damage: 90_000_000 },
    { raid: 'wipe', user: 'cléo', role: 'healer', class: 'Death Knight', deaths: 2 },
    { raid: 'far', user: 'ben', role: 'tank', class: 'Warrior' },
    { raid: 'far', user: 'cléo', class: 'Hunter' },
  ],
});
const context = contextOf(database);
setAnnotation(context, {
  subject: { kind: 'raid', id: 'wipe' },
  isStarred: true,
  tags: ['So close'],
  note: 'Interrupts!',
  at: '2025-12-01 00:00:00',
});

afterAll(() => {
  database.close();
});

function search(query: string) {
  return findRaids(context, { query, timeZone: 'UTC', nightStartHour: 6 });
}

/** Which raids each query finds; the order is that of time. */
const examples: readonly (readonly [query: string, ids: string])[] = [
  ['', 'undated kill wipe far live never easy'],
  ['boss:voidmaw', 'wipe far easy'],
  ['boss:void', 'wipe far easy'],
  ['boss:"the hollow king"', 'kill'],
  ['boss:今日', 'live'],
  ['boss:/^V/', 'wipe far easy'],
  ['difficulty:normal,mythic', 'undated easy'],
  ['result:wipe', 'wipe far'],
  ['result:live,preparing', 'live never'],
  ['hp:<5', 'undated kill wipe easy'],
  ['result:wipe hp:<5%', 'wipe'],
  ['hp:40..60', 'far live'],
  ['duration:>6m', 'kill'],
  ['duration:90', 'wipe'],
  ['duration:..2m', 'wipe'],
  ['players:2', 'kill wipe far'],
  ['players:>10', 'easy'],
  ['leader:anna', 'live'],
  ['with:anna', 'kill wipe'],
  ['with:anna with:ben', 'kill'],
  ['with:ben,cleo', 'kill wipe far'],
  ['with:anna role:tank', 'kill'],
  ['with:anna role:dps class:mage', 'wipe'],
  ['with:ben class:warrior', 'far'],
  ['without:anna', 'undated far live never easy'],
  ['without:anna,ben', 'undated live never easy'],
  ['-with:anna result:wipe', 'far'],
  ['role:healer', 'wipe'],
  ['class:warrior', 'kill far'],
  ['role:tank class:mage', ''],
  ['class:"death knight"', 'wipe'],
  ['class:death', 'wipe'],
  ['deaths:>3', 'wipe'],
  ['deaths:0', 'far'],
  ['dps:>1m', ''],
  ['dps:>=1m', 'wipe'],
  ['night:2025-11-22', 'kill wipe'],
  ['night:2025-11-23..2025-11-26', 'far live'],
  ['night:2025-11', 'kill wipe far live never easy'],
  ['pull:1', 'undated kill wipe far live easy'],
  ['server:süd', 'far'],
  ['server:sud', 'far'],
  ['guild:dawnwatch', 'kill'],
  ['guild:none', 'undated wipe far live never easy'],
  ['name:sunday', 'never'],
  ['sunday', 'never'],
  ['hollow', 'kill'],
  ['holl', ''],
  ['holl*', 'kill'],
  ['*ollo*', 'kill'],
  ['"hollow king"', 'kill'],
  ['の王', 'live'],
  ['lea', 'undated kill wipe far never easy'],
  ['/voidmaw|hollow/i -result:wipe', 'kill easy'],
  ['on:2025-11-22', 'kill'],
  ['on:2025-11-23', 'wipe'],
  ['date:2025-11-23..2025-11-25', 'wipe far'],
  ['date:none', 'undated'],
  ['after:2025-11-27', 'never easy'],
  ['before:2025-11-23', 'kill'],
  ['time:20:00..02:00', 'kill wipe far live easy'],
  ['weekday:sat', 'kill'],
  ['is:starred', 'wipe'],
  ['is:tagged', 'wipe'],
  ['tag:so', 'wipe'],
  ['tag:none', 'undated kill far live never easy'],
  ['note:interrupts', 'wipe'],
  ['note:any', 'wipe'],
  ['boss:voidmaw (result:kill OR hp:<5)', 'wipe easy'],
  ['boss:voidmaw -(result:kill OR hp:<5)', 'far'],
];

it.each(examples)('“%s” finds “%s”', (query, ids) => {
  const { entries, problems } = search(query);
  expect({ ids: entries.map(({ id }) => id).join(' '), problems }).toEqual({ ids, problems: [] });
});

it('every key of the language has an example here', () => {
  const text = examples.map(([query]) => query).join(' ');
  const missing = Object.keys(raidLanguage.filters).filter((key) => !new RegExp(`(?:^|[\\s(-])${key}:`).test(text));
  // `during` means what `on` and `date` do.
  expect(missing).toEqual(['during']);
});

describe('a name that nobody bears', () => {
  it.each(['boss:nobody', 'class:nobody', 'name:nobody', 'with:nobody', 'leader:nobody', 'guild:nobody', 'tag:nobody'])(
    'is a problem in the answer and finds nothing: %s',
    (query) => {
      const { entries, problems } = search(query);
      expect(entries).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({ code: 'unknown_name', range: [query.indexOf(':') + 1, query.length] }),
      ]);
    },
  );

  it('“me” is nobody until somebody says who', () => {
    expect(search('with:me').problems).toHaveLength(1);
  });
});

it('a pattern that would hang is given up and told', () => {
  const hanging = createRaidLibrary({ raids: [{ id: 'r', boss: `${'a'.repeat(40)}!` }] });
  const { entries, problems } = findRaids(contextOf(hanging), {
    query: '/^(a+)+$/',
    timeZone: 'UTC',
    nightStartHour: 6,
  });
  hanging.close();
  expect(entries).toEqual([]);
  expect(problems).toEqual([expect.objectContaining({ code: 'too_slow', range: [0, 9] })]);
});

it('a mistake leaves the rest of the query to count', () => {
  const { entries, problems } = search('boss:voidmaw difficulty:easy');
  expect(entries.map(({ id }) => id)).toEqual(['wipe', 'far', 'easy']);
  expect(problems).toEqual([expect.objectContaining({ code: 'bad_value' })]);
});

it('a star that is set shows in the next answer', () => {
  expect(search('is:starred').entries).toHaveLength(1);
  const subject = { kind: 'raid', id: 'far' } as const;
  setAnnotation(context, { subject, isStarred: true, at: '2025-12-01 00:00:00' });
  expect(search('is:starred').entries).toHaveLength(2);
  setAnnotation(context, { subject, isStarred: false, at: '2025-12-01 00:00:00' });
});
