import { Button, Tooltip } from '@mantine/core';
import { UserRound, UserRoundCheck } from 'lucide-react';
import type { NamedReference } from '../../shared/messages/types.ts';
import { useIsReadOnly } from './AnnotationsProvider.tsx';
import { useMe, useSetMe } from './use-me.ts';

/** Says whether a player is oneself, and changes it: `from:me`, `to:me` and `mentions:me` then mean this player too. */
export function MeToggle({ player }: { readonly player: NamedReference }) {
  const me = useMe();
  const { setMe, isPending } = useSetMe();
  const isReadOnly = useIsReadOnly();
  const ids = me.map(({ id }) => id);
  const isMe = ids.includes(player.id);
  if (isReadOnly && !isMe) return null;
  return (
    <Tooltip
      label={
        isMe
          ? `${player.name} is you: from:me finds what you wrote. Press to change that.`
          : `If ${player.name} is you, from:me will find what you wrote`
      }
    >
      <Button
        variant={isMe ? 'light' : 'subtle'}
        color={isMe ? 'accent' : 'gray'}
        size="compact-xs"
        leftSection={isMe ? <UserRoundCheck size="0.875rem" aria-hidden /> : <UserRound size="0.875rem" aria-hidden />}
        aria-pressed={isMe}
        aria-label={isMe ? `${player.name} is you` : `This is me: ${player.name}`}
        disabled={isReadOnly}
        loading={isPending}
        style={{ flex: 'none' }}
        onClick={() => setMe(isMe ? ids.filter((id) => id !== player.id) : [...ids, player.id])}
      >
        {isMe ? 'You' : 'This is me'}
      </Button>
    </Tooltip>
  );
}
