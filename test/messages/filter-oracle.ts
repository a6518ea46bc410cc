import { textMarks } from '../../electron/messages/text-marks.ts';
import { clockSpanOf, weekdaysOf } from '../../shared/query/clock.ts';
import { timeSpanOfValue } from '../../shared/query/dates.ts';
import { numberSpanOf } from '../../shared/query/numbers.ts';
import type { FilterQuery, FilterValue } from '../../shared/query/query.ts';
import { compileRegex } from '../../shared/query/regex.ts';
import { localTimeAt, type LocalTime } from '../../shared/query/time-zone.ts';
import { foldForSubstring } from '../../shared/query/tokenizer.ts';
import type { RichLibrary } from './rich-library.ts';
import type { PlainExtras, PlainMessage } from './search-library.ts';

/** Whether a message fits a value of a filter, as plainly as the rules are written. */
type Test = (message: PlainMessage) => boolean;

const fold = (name: string): string => foldForSubstring(name).trim().replaceAll(/\s+/g, ' ');

const nothing: PlainExtras = {
  isDirect: false,
  recipientId: null,
  isUnread: false,
  reason: null,
  importId: 1,
  metadata: null,
  reactions: [],
  tags: [],
  note: null,
  isStarred: false,
};

const moreOf = (message: PlainMessage): PlainExtras => message.more ?? nothing;

/** The metadata where it is an object. */
function metadataOf(message: PlainMessage): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(moreOf(message).metadata ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const asNamed = (names: Iterable<string>): Named[] => [...new Set(names)].map((name) => ({ id: name, name }));

/** Ids by whole name or id, else by the beginning of names; or by a pattern. */
function idsOf(rows: readonly Named[], value: FilterValue): ReadonlySet<string> {
  const ids = (found: readonly Named[]): ReadonlySet<string> => new Set(found.map(({ id }) => id));
  if (value.kind === 'regex') {
    const regex = compileRegex(value.pattern, value.ignoresCase)!;
    return ids(rows.filter(({ name }) => regex.test(name)));
  }
  if (value.kind !== 'word') return new Set();
  const typed = fold(value.text);
  const exact = rows.filter(({ id, name }) => id === value.text || fold(name) === typed);
  if (exact.length > 0 || value.isQuoted) return ids(exact);
  return ids(rows.filter(({ name }) => fold(name).startsWith(typed)));
}

/** How a key whose values are names is read. */
function named(
  rows: readonly Named[],
  value: FilterValue,
  valueOf: (message: PlainMessage) => readonly (string | null)[],
): Test {
  const present = (message: PlainMessage): boolean => valueOf(message).some((one) => one !== null);
  if (value.kind === 'any') return present;
  if (value.kind === 'none') return (message) => !present(message);
  const ids = idsOf(rows, value);
  return (message) => valueOf(message).some((one) => one !== null && ids.has(one));
}

function among(text: string | null, value: FilterValue): boolean {
  if (value.kind === 'any') return text !== null;
  if (value.kind === 'none') return text === null;
  if (text === null) return false;
  if (value.kind === 'regex') return compileRegex(value.pattern, value.ignoresCase)!.test(text);
  return value.kind === 'word' && foldForSubstring(text).includes(foldForSubstring(value.text));
}

function isWithin(number: number | null, value: FilterValue): boolean {
  if (value.kind === 'any') return number !== null;
  if (value.kind === 'none') return number === null;
  const span = numberSpanOf(value);
  if (span === null || number === null) return false;
  const { low, includesLow, high, includesHigh } = span;
  const isAbove = low === null || number > low || (includesLow && number === low);
  return isAbove && (high === null || number < high || (includesHigh && number === high));
}

function healthOf(message: PlainMessage): number | null {
  const value = metadataOf(message)['boss_health'];
  const number = typeof value === 'string' && /^\d[\d.]*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 100 ? number : null;
}

const scripts: Readonly<Record<string, RegExp>> = {
  hani: /\p{Script=Han}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hang: /\p{Script=Hangul}/u,
  cyrl: /\p{Script=Cyrillic}/u,
  thai: /\p{Script=Thai}/u,
};

export function createFilterOracle(library: RichLibrary, timeZone: string): (filter: FilterQuery) => Test {
  const users = library.users.map(({ id, name }) => ({ id, name }));
  const raidsById = new Map(library.raids.map((raid) => [raid.id, raid]));
  const raidOf = (message: PlainMessage): string | null => textOf(metadataOf(message)['raid_id']);
  const folded = (key: string) => (message: PlainMessage) => {
    const text = textOf(metadataOf(message)[key]);
    return text === null ? null : fold(text);
  };
  const bossesOf = (message: PlainMessage): readonly (string | null)[] => {
    const boss = raidsById.get(raidOf(message) ?? '')?.boss;
    return [folded('boss')(message), boss === undefined ? null : fold(boss)];
  };
  const inUse = (key: string): string[] => library.messages.flatMap((message) => folded(key)(message) ?? []);
  const events = asNamed(inUse('event'));
  const bosses = asNamed([...library.raids.map(({ boss }) => boss), ...inUse('boss')]);
  const reactions = asNamed(library.messages.flatMap((message) => moreOf(message).reactions));
  const tags = asNamed(library.messages.flatMap((message) => moreOf(message).tags));
  const localTimes = new Map<number, LocalTime>();
  const recipientOf = (message: PlainMessage): string | null => moreOf(message).recipientId;
  const languageOf = (message: PlainMessage): string => library.languages.get(message.serverId)?.split('-')[0] ?? '';

  const oneOf = (key: FilterQuery['key'], value: FilterValue): Test => {
    switch (key) {
      case 'from':
        if (value.kind === 'any') return () => true;
        if (value.kind === 'me') return ({ userId }) => library.me.includes(userId);
        return named(users, value, ({ userId }) => [userId]);
      case 'to':
        if (value.kind === 'me') return (message) => library.me.includes(recipientOf(message) ?? '');
        return named(users, value, (message) => [recipientOf(message)]);
      case 'in':
        return named(library.channels, value, ({ channelId }) => [channelId]);
      case 'server':
        return named(library.servers, value, ({ serverId }) => [serverId]);
      case 'guild':
        return named(library.guilds, value, (message) => [textOf(metadataOf(message)['guild_id'])]);
      case 'party':
        return named(library.parties, value, (message) => [textOf(metadataOf(message)['party_id'])]);
      case 'raid':
        return named(library.raids, value, (message) => [raidOf(message)]);
      case 'boss': {
        const isKnown = (message: PlainMessage): boolean => bossesOf(message).some((boss) => boss !== null);
        if (value.kind === 'any') return isKnown;
        if (value.kind === 'none') return (message) => !isKnown(message);
        const names = new Set([...idsOf(bosses, value)].map(fold));
        return (message) => bossesOf(message).some((boss) => boss !== null && names.has(boss));
      }
      case 'difficulty': {
        const difficultyOf = (message: PlainMessage): string | null =>
          raidsById.get(raidOf(message) ?? '')?.difficulty ?? null;
        return named(asNamed(['normal', 'hard', 'mythic']), value, (message) => [difficultyOf(message)]);
      }
      case 'event':
        return named(events, value, (message) => [folded('event')(message)]);
      case 'reaction':
        return named(reactions, value, (message) => moreOf(message).reactions);
      case 'tag':
        return named(tags, value, (message) => moreOf(message).tags);
      case 'note':
        return (message) => among(moreOf(message).note, value);
      case 'reason':
        return (message) => among(message.isDeleted ? moreOf(message).reason : null, value);
      case 'source': {
        const ids = idsOf(
          library.imports.map(({ id, name }) => ({ id: String(id), name })),
          value,
        );
        return (message) => ids.has(String(moreOf(message).importId));
      }
      case 'type':
        return ({ type }) => value.kind === 'word' && type === value.text;
      case 'is':
        return (message) => value.kind === 'word' && isInState(message, value.text);
      case 'has':
        return (message) => value.kind === 'word' && has(message, value.text);
      case 'mentions':
        return mentions(value);
      case 'len':
        return ({ content }) => isWithin(Array.from(content).length, value);
      case 'bosshp':
        return (message) => isWithin(healthOf(message), value);
      case 'lang':
        return (message) => value.kind === 'word' && isInLanguage(message, value.text);
      case 'time':
      case 'weekday':
        return (message) => message.time !== null && fitsClock(message.time, key, value);
      default:
        return dated(key, value);
    }
  };

  function isInState(message: PlainMessage, state: string): boolean {
    const more = moreOf(message);
    if (state === 'deleted') return message.isDeleted;
    if (state === 'edited') return message.editedAt !== null;
    if (state === 'unread') return more.isUnread;
    return state === 'starred' ? more.isStarred : more.tags.length > 0;
  }

  function has(message: PlainMessage, thing: string): boolean {
    if (thing === 'edit') return message.editedAt !== null;
    if (thing === 'reaction') return moreOf(message).reactions.length > 0;
    return ` ${textMarks(message.content) ?? ''} `.includes(` h${thing[0]} `);
  }

  function mentions(value: FilterValue): Test {
    const isMention: Test = ({ content }) => /@\p{L}/u.test(content);
    if (value.kind === 'any') return isMention;
    if (value.kind === 'none') return (message) => !isMention(message);
    const ids = value.kind === 'me' ? new Set(library.me) : idsOf(users, value);
    const known = users.filter(({ id }) => ids.has(id)).map(({ name }) => name);
    const names = known.length === 0 && value.kind === 'word' ? [value.text] : known;
    return ({ content }) =>
      names.some((name) => {
        const lower = content.toLowerCase();
        const wanted = `@${name.toLowerCase()}`;
        for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
          if (!/^[\p{L}\p{M}\p{N}_]/u.test(lower.slice(at + wanted.length))) return true;
        }
        return false;
      });
  }

  function isInLanguage(message: PlainMessage, code: string): boolean {
    const uses = (script: string): boolean => scripts[script]?.test(message.content) === true;
    if (code === 'ja') return uses('kana') || (uses('hani') && languageOf(message) === 'ja');
    if (code === 'ko') return uses('hang');
    if (code === 'ru') return uses('cyrl');
    return languageOf(message) === code && !Object.keys(scripts).some(uses);
  }

  function localTime(time: number): LocalTime {
    const known = localTimes.get(time) ?? localTimeAt(time, timeZone);
    localTimes.set(time, known);
    return known;
  }

  function fitsClock(time: number, key: 'time' | 'weekday', value: FilterValue): boolean {
    const { year, month, day, hour, minute, second } = localTime(time);
    if (key === 'weekday') return weekdaysOf(value).includes(new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7);
    const span = clockSpanOf(value);
    const now = hour * 3600 + minute * 60 + second;
    if (span === null) return false;
    return span.end > span.start ? now >= span.start && now < span.end : now >= span.start || now < span.end;
  }

  function dated(key: FilterQuery['key'], value: FilterValue): Test {
    if (value.kind === 'any' || value.kind === 'none') return ({ time }) => (time !== null) === (value.kind === 'any');
    const span = timeSpanOfValue(value, timeZone, Date.now() / 1000);
    if (span === null) return () => false;
    const start = span.start ?? -Infinity;
    const end = span.end ?? Infinity;
    if (key === 'before') return ({ time }) => time !== null && time < start;
    return ({ time }) => time !== null && time >= start && (key === 'after' || time < end);
  }

  return ({ key, values }) => {
    const tests = values.map((value) => oneOf(key, value));
    return (message) => tests.some((test) => test(message));
  };
}
