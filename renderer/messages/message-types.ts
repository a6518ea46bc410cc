import type { MessageType } from '../../shared/messages/types.ts';

interface TypeLook {
  readonly letter: string;
  readonly label: string;
}

/** Letter and word of each message type; colour and shape are in `MessageTypeBadge.module.css`. */
export const typeLooks: Readonly<Record<MessageType, TypeLook>> = {
  user: { letter: 'U', label: 'User' },
  raid: { letter: 'R', label: 'Raid' },
  guild: { letter: 'G', label: 'Guild' },
  party: { letter: 'P', label: 'Party' },
  system: { letter: 'S', label: 'System' },
  dm: { letter: 'D', label: 'DM' },
};
