import type { Participant } from '../../../shared/raids/pull-types.ts';
import { participantColumns } from './participant-columns.ts';

export interface ParticipantOrder {
  /** `name`, or the name of a column. */
  readonly by: string;
  readonly isDescending: boolean;
}

/** Sorts the players of a role; equals by name, what is not known last whichever way. */
export function sortParticipants(
  participants: readonly Participant[],
  { by, isDescending }: ParticipantOrder,
): readonly Participant[] {
  const column = participantColumns.find(({ name }) => name === by);
  const valueOf = column?.valueOf ?? (({ player }: Participant) => player.name);
  return participants.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byName(one, other);
    const order = typeof a === 'string' || typeof b === 'string' ? collator.compare(`${a}`, `${b}`) : a - b;
    return (isDescending ? -order : order) || byName(one, other);
  });
}

const collator = new Intl.Collator();

function byName(one: Participant, other: Participant): number {
  return collator.compare(one.player.name, other.player.name);
}
