import { VisuallyHidden } from '@mantine/core';
import { memo, useMemo } from 'react';
import { formatCount } from '../app/number-format.ts';
import { hitsByMonth } from './scrubber-labels.ts';
import type { ScrubberScale } from './scrubber-scale.ts';

/** What the scrubber's bars show, as a table for a screen reader. */
export const HitsByMonth = memo(function HitsByMonth({ scale }: { readonly scale: ScrubberScale }) {
  const months = useMemo(() => hitsByMonth(scale), [scale]);
  return (
    <VisuallyHidden>
      <table>
        <caption>Messages found by month</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Messages</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, hitCount }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td>{formatCount(hitCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
});
