import type { CompositionPart } from '../../shared/raids/types.ts';
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

/** A test of what all raids of a subject have in common: asked once for each. */
export function bySubject({ catalogue }: RaidFilterContext, fits: RaidTest): RaidTest {
  const answers = Uint8Array.from(catalogue.subjects, (entry) => Number(fits(entry)));
  return ({ subject }) => answers[subject] === 1;
}

/** A test of who a raid was made up of: asked once for each line-up. */
export function byLineUp(
  { catalogue }: RaidFilterContext,
  fits: (composition: readonly CompositionPart[]) => boolean,
): RaidTest {
  const answers = Uint8Array.from(catalogue.lineUps, (composition) => Number(fits(composition)));
  return ({ lineUp }) => answers[lineUp] === 1;
}
