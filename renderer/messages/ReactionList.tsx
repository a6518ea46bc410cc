import type { Reaction } from '../../shared/messages/types.ts';
import { formatCount } from '../app/number-format.ts';
import classes from './MessagePanel.module.css';
import { NameText } from './NameText.tsx';

const namesShown = 20;

/** Who reacted with what, most frequent first. */
export function ReactionList({ reactions }: { readonly reactions: readonly Reaction[] }) {
  if (reactions.length === 0) return null;
  const groups = [...Map.groupBy(reactions, ({ reaction }) => reaction)].sort(([, a], [, b]) => b.length - a.length);
  return (
    <>
      <h3 className={classes.section}>Reactions</h3>
      <dl className={classes.facts}>
        {groups.map(([reaction, given]) => (
          <ReactionGroup key={reaction} reaction={reaction} given={given} />
        ))}
      </dl>
    </>
  );
}

function ReactionGroup({ reaction, given }: { readonly reaction: string; readonly given: readonly Reaction[] }) {
  const more = given.length - namesShown;
  return (
    <>
      <dt>
        <bdi>{reaction}</bdi> {formatCount(given.length)}
      </dt>
      <dd>
        {given.slice(0, namesShown).map(({ user }) => (
          <NameText key={user.id} reference={user} />
        ))}
        {more > 0 && <span className={classes.quiet}>and {formatCount(more)} more</span>}
      </dd>
    </>
  );
}
