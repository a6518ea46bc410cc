import type { Ref } from 'react';
import type { QueryProblem } from '../../shared/query/types.ts';
import classes from './SearchBox.module.css';

interface UnderlinedTextProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly text: string;
  readonly problems: readonly QueryProblem[];
}

/** An invisible copy of the search text behind it, which carries the wavy lines that an input cannot draw. */
export function UnderlinedText({ ref, text, problems }: UnderlinedTextProps) {
  const parts: { readonly key: string; readonly text: string; readonly isWrong: boolean }[] = [];
  let position = 0;
  for (const { range } of [...problems].sort((a, b) => a.range[0] - b.range[0])) {
    const start = Math.max(position, Math.min(range[0], text.length));
    const end = Math.max(start, Math.min(range[1], text.length));
    parts.push({ key: `plain ${position}`, text: text.slice(position, start), isWrong: false });
    // A mistake at the very end, such as a missing quote, has no letter of its own: the blank after it is underlined.
    parts.push({
      key: `wrong ${start} ${end}`,
      text: start === end ? '\u00a0\u00a0' : text.slice(start, end),
      isWrong: true,
    });
    position = end;
  }
  parts.push({ key: 'rest', text: text.slice(position), isWrong: false });
  return (
    <div ref={ref} className={classes.underlay} aria-hidden>
      {parts.map((part) => (
        <span
          key={part.key}
          className={part.isWrong ? classes.wrong : undefined}
          data-wrong={part.isWrong || undefined}
        >
          {part.text}
        </span>
      ))}
    </div>
  );
}
