import type { ProgressPull } from '../../../shared/raids/progress-types.ts';
import { formatQuantity } from '../../app/number-format.ts';
import { parseUtc } from '../../app/time-format.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { ResultIcon } from '../../charts/ResultMark.tsx';
import { formatDuration, formatPercent, formatResult } from '../raid-format.ts';

/** One pull, for the tooltip of the chart. */
export function PullFacts({ pull }: { readonly pull: ProgressPull }) {
  const timeFormat = useTimeFormat();
  const moment = parseUtc(pull.startedAt);
  return (
    <>
      <strong>Pull {pull.number}</strong>
      <div>
        <ResultIcon result={pull.result} size="0.75rem" /> {formatResult(pull)}, best so far{' '}
        {formatPercent(pull.bestSoFar)}
      </div>
      <div>
        {pull.durationSeconds === null ? 'length not known' : formatDuration(pull.durationSeconds)},{' '}
        {pull.deaths === null ? 'deaths not known' : formatQuantity(pull.deaths, 'death')}
      </div>
      {moment !== null && <div>{timeFormat.dateTime(moment).slice(0, 16)}</div>}
    </>
  );
}
