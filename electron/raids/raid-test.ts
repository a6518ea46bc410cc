import type { FilterContext } from '../messages/filter-context.ts';
import type { RaidCatalogue, RaidEntry } from './catalogue.ts';

/** Whether a raid fits a part of a query. */
export type RaidTest = (entry: RaidEntry) => boolean;

/** What a query of raids is read against; what reading it brings to light is added to `problems` and `resolved`. */
export interface RaidFilterContext extends FilterContext {
  readonly catalogue: RaidCatalogue;
  /** Local hour at which a night begins. */
  readonly nightStartHour: number;
}

export const noRaid: RaidTest = () => false;
export const everyRaid: RaidTest = () => true;

export function anyOf(tests: readonly RaidTest[]): RaidTest {
  const [only, ...others] = tests;
  if (only === undefined) return noRaid;
  return others.length === 0 ? only : (entry) => tests.some((test) => test(entry));
}

export function allOf(tests: readonly RaidTest[]): RaidTest {
  const [only, ...others] = tests;
  if (only === undefined) return everyRaid;
  return others.length === 0 ? only : (entry) => tests.every((test) => test(entry));
}

export function not(test: RaidTest): RaidTest {
  return (entry) => !test(entry);
}

/** A test of a text that few different texts are asked of: each is looked at once. */
export function remembering(fits: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = fits(text);
      known.set(text, answer);
    }
    return answer;
  };
}
