import type { Database } from '../library/open-database.ts';
import { listFacetNames } from './facet-names.ts';
import { filterText } from './filter-text.ts';
import { PerState } from './library-state.ts';
import { startingWith, type ValueOption } from './suggest-option.ts';

const events = new PerState((database) => listFacetNames(database, 'event'));

/** Events of raids that messages tell of. */
export function listEvents(database: Database, typed: string, limit: number): readonly ValueOption[] {
  return startingWith(events.get(database), typed, ({ name }) => [name, name.replaceAll(/[_-]/g, ' ')])
    .slice(0, limit)
    .map(({ name, count }) => ({ text: filterText(name), label: name, detail: null, count }));
}

/** Bosses that messages name, in lower case. */
export const bossesOfMessages = new PerState((database) => listFacetNames(database, 'boss'));
