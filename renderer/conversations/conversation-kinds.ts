import { Castle, Hash, Skull, UserRound, UsersRound, type LucideIcon } from 'lucide-react';
import type { ConversationKind } from '../../shared/conversations/types.ts';

interface KindLook {
  readonly label: string;
  readonly Icon: LucideIcon;
}

/** Name and sign of each kind of conversation. */
export const kindLooks: Readonly<Record<ConversationKind, KindLook>> = {
  direct: { label: 'Direct', Icon: UserRound },
  channel: { label: 'Channels', Icon: Hash },
  guild: { label: 'Guilds', Icon: Castle },
  party: { label: 'Parties', Icon: UsersRound },
  raid: { label: 'Raids', Icon: Skull },
};
