import type { RaidRole } from '../../shared/raids/types.ts';
import { roleLetters, roleNames } from './raid-format.ts';
import classes from './RoleLetter.module.css';

interface RoleLetterProps {
  readonly role: RaidRole;
  /** Left out: the letter is decoration, as the role's name stands beside it. */
  readonly isNamed?: boolean;
}

/** A role's letter in its colour. */
export function RoleLetter({ role, isNamed = false }: RoleLetterProps) {
  const name = isNamed ? ({ role: 'img', 'aria-label': roleNames[role] } as const) : ({ 'aria-hidden': true } as const);
  return (
    <span className={classes.letter} data-role={role} {...name}>
      {roleLetters[role]}
    </span>
  );
}
