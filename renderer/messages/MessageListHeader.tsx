import classes from './MessageList.module.css';

/** Names of the columns, for the eye: a screen reader gets each cell's meaning from its own text. */
export function MessageListHeader({ zone }: { readonly zone: string }) {
  return (
    <div className={classes.header} aria-hidden>
      <span data-column="time" title={`Times in ${zone}`}>
        Time
      </span>
      <span data-column="type">
        <span data-part="label">Type</span>
      </span>
      <span data-column="server">Server</span>
      <span data-column="channel">Channel</span>
      <span data-column="author">Author</span>
      <span>Message</span>
      <span data-column="reactions" />
    </div>
  );
}
