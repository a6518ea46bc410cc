import type { MessageType } from '../../shared/messages/types.ts';
import { typeLooks } from './message-types.ts';
import classes from './MessageTypeBadge.module.css';

/** A message's type as a lettered shape and its word; the colour only helps. */
export function MessageTypeBadge({ type }: { readonly type: MessageType }) {
  const { letter, label } = typeLooks[type];
  return (
    <span className={classes.badge} data-type={type}>
      <span className={classes.shape} aria-hidden>
        {letter}
      </span>
      <span className={classes.label} data-part="label">
        {label}
      </span>
    </span>
  );
}
