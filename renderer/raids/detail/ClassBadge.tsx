import { classLook } from './class-looks.ts';
import classes from './ClassBadge.module.css';

interface ClassBadgeProps {
  /** As the backup has it. */
  readonly name: string;
  /** Only the letters; the name is read aloud and shown under the pointer. */
  readonly isShort?: boolean;
}

/** A class as two letters on its colour, with its name beside them. */
export function ClassBadge({ name, isShort = false }: ClassBadgeProps) {
  const { letters, tone } = classLook(name);
  return (
    <span className={classes.badge} title={name}>
      <span
        className={classes.letters}
        data-class={tone ?? undefined}
        aria-hidden={!isShort}
        {...(isShort ? { role: 'img', 'aria-label': name } : {})}
      >
        {letters}
      </span>
      {!isShort && <bdi className={classes.name}>{name}</bdi>}
    </span>
  );
}
