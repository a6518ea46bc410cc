import { UnstyledButton } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import classes from './Library.module.css';

export interface StartChoice {
  readonly title: string;
  readonly text: string;
  readonly Icon: LucideIcon;
  readonly onChoose: () => void;
}

/** A few ways to go on, side by side. */
export function StartChoices({ choices }: { readonly choices: readonly StartChoice[] }) {
  return (
    <div className={classes.choices}>
      {choices.map(({ title, text, Icon, onChoose }) => (
        <UnstyledButton key={title} className={classes.choice} onClick={onChoose}>
          <Icon size="1.5rem" strokeWidth={1.5} aria-hidden />
          <span className={classes.choiceTitle}>{title}</span>
          <span className={classes.choiceText}>{text}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
