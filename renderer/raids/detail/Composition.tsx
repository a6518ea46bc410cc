import { raidRoles, type CompositionPart } from '../../../shared/raids/types.ts';
import { formatCount, formatQuantity } from '../../app/number-format.ts';
import { roleGroups, roleNames } from '../raid-format.ts';
import { RoleLetter } from '../RoleLetter.tsx';
import { ClassBadge } from './ClassBadge.tsx';
import classes from './Participants.module.css';

/** How many of each role and class took part, at a glance: a bar of the roles and each role's classes. */
export function Composition({ composition }: { readonly composition: readonly CompositionPart[] }) {
  const roles = raidRoles
    .map((role) => ({ role, parts: composition.filter((part) => part.role === role) }))
    .map(({ role, parts }) => ({ role, parts, count: parts.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ count }) => count > 0);
  return (
    <ul className={classes.composition} aria-label="Composition">
      {roles.map(({ role, parts, count }) => (
        <li key={role} className={classes.compositionRole} data-role={role} style={{ flexGrow: count }}>
          <span className={classes.roleBar} aria-hidden />
          <span className={classes.roleCount} title={formatQuantity(count, roleNames[role].toLowerCase())}>
            <RoleLetter role={role} />
            <strong>{formatCount(count)}</strong> {count === 1 && role !== 'dps' ? roleNames[role] : roleGroups[role]}
          </span>
          <ul className={classes.classCounts} aria-label={`Classes of the ${roleGroups[role].toLowerCase()}`}>
            {parts
              .toSorted((one, other) => other.count - one.count)
              .map((part) => (
                <li key={part.class} className={classes.classCount} title={`${part.count} × ${part.class}`}>
                  <ClassBadge name={part.class} isShort />
                  {formatCount(part.count)}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
