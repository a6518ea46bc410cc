import { Eye, EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { secondsLabel } from '../../charts/axis-ticks.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { LegendToggle } from '../../charts/LegendToggle.tsx';
import { formatPercent } from '../raid-format.ts';
import classes from './Compare.module.css';
import type { ComparedColumn } from './comparison-columns.ts';
import { curveLines, momentsOf, pointAt, type CurveLine } from './curve-lines.ts';
import { CurvesDrawing } from './CurvesDrawing.tsx';
import { lineStyleOf } from './line-styles.ts';
import { PullBadge } from './PullBadge.tsx';

interface HealthCurvesProps {
  readonly columns: readonly ComparedColumn[];
  /** Where all pulls are of one. */
  readonly boss: string | null;
  /** Why there is no line of medians; null where there is. */
  readonly noMedian: string | null;
}

/** The boss's health in each pull on one axis from the pull, with a switch for each line. */
export function HealthCurves({ columns, boss, noMedian }: HealthCurvesProps) {
  const lines = useMemo(() => curveLines(columns), [columns]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = lines.filter(({ key }) => !hidden.has(key));
  const toggle = (key: string) => setHidden((now) => (now.has(key) ? without(now, key) : new Set([...now, key])));
  const silent = columns.filter(({ key, kind }) => kind !== 'median' && !lines.some((line) => line.key === key));
  if (lines.length === 0) {
    return <p className={classes.note}>No message tells the boss’s health in these pulls: there are no curves.</p>;
  }
  return (
    <div>
      <ChartFrame
        title="Boss health from the pull"
        description={describe(shown, boss)}
        fileName={`${boss ?? 'Boss'} health ${shown.map(({ mark }) => mark).join(' ')}`}
        table={tableOf(shown)}
        height="20rem"
      >
        {(size) => <CurvesDrawing lines={shown} columns={columns} size={size} />}
      </ChartFrame>
      <div className={classes.toggles} role="group" aria-label="Lines of the chart">
        {lines.map((line) => (
          <LineToggle
            key={line.key}
            line={line}
            columns={columns}
            isShown={!hidden.has(line.key)}
            onToggle={() => toggle(line.key)}
          />
        ))}
      </div>
      {silent.length > 0 && (
        <p className={classes.note}>
          Without a curve, as no message tells the boss’s health: {silent.map(({ mark }) => mark).join(', ')}.
        </p>
      )}
      {noMedian !== null && <p className={classes.note}>{noMedian}</p>}
    </div>
  );
}

function without(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set([...keys].filter((other) => other !== key));
}

interface LineToggleProps {
  readonly line: CurveLine;
  readonly columns: readonly ComparedColumn[];
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

function LineToggle({ line, columns, isShown, onToggle }: LineToggleProps) {
  const Icon = isShown ? Eye : EyeOff;
  // The badge says its letter already.
  const text = line.name.replace(/^(?:[A-L]: |Best: |Median )/u, '');
  return (
    <LegendToggle isShown={isShown} onToggle={onToggle}>
      <Icon size="0.875rem" aria-hidden />
      <PullBadge mark={line.mark} style={lineStyleOf(columns, line.key)} /> <bdi>{text}</bdi>
    </LegendToggle>
  );
}

/** Says what each letter stands for, also where the picture is pasted. */
function describe(lines: readonly CurveLine[], boss: string | null): string {
  const names = lines.map(({ mark, name }) => (mark === 'Median' ? `Median: ${name.toLowerCase()}, every 5 s` : name));
  return `Percent of the boss’s health as messages told it, by time from the pull; between two messages nothing is known. ${boss === null ? '' : `${boss}. `}${names.join('; ')}.`;
}

function tableOf(lines: readonly CurveLine[]) {
  return {
    columns: [{ label: 'Time', isNumber: true }, ...lines.map(({ name }) => ({ label: name, isNumber: true }))],
    rows: momentsOf(lines).map((second) => [
      secondsLabel(second),
      ...lines.map((line) => {
        const point = pointAt(line, second);
        if (point === null) return '';
        const health = formatPercent(point.health);
        return point.pullCount === null ? health : `${health} (of ${point.pullCount} pulls)`;
      }),
    ]),
  };
}
