import classes from './Compare.module.css';
import { shortNameOf, type ComparedColumn } from './comparison-columns.ts';
import { differenceOf } from './difference.ts';
import { DifferenceText } from './DifferenceText.tsx';
import { dash, explainNoDuration, explainNoRate } from '../raid-format.ts';
import { lineStyleOf } from './line-styles.ts';
import { pullFigureKeys, pullFigures, termsOf, type PullFigureKey } from './pull-figures.ts';
import { PullHead } from './PullHead.tsx';

interface HeadlineTableProps {
  readonly columns: readonly ComparedColumn[];
  readonly reference: ComparedColumn;
  readonly onMakeReference: (key: string) => void;
  readonly onRemove: (raidId: string) => void;
}

/** The pulls side by side: what each one is, and its figures with the differences to the reference. */
export function HeadlineTable({ columns, reference, onMakeReference, onRemove }: HeadlineTableProps) {
  const chosenCount = columns.filter(({ kind }) => kind === 'pull').length;
  return (
    <div className={classes.scroll}>
      <table className={classes.headline} aria-label="Figures of the pulls">
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              Compared with {shortNameOf(reference)}
            </th>
            {columns.map((column) => (
              <PullHead
                key={column.key}
                column={column}
                style={lineStyleOf(columns, column.key)}
                isReference={column.key === reference.key}
                onMakeReference={() => onMakeReference(column.key)}
                onRemove={column.kind === 'pull' && chosenCount > 1 ? () => onRemove(column.key) : null}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {pullFigureKeys.map((key) => (
            <tr key={key}>
              <th scope="row" className={classes.rowHead} title={pullFigures[key].explanation}>
                {pullFigures[key].label}
              </th>
              {columns.map((column) => (
                <FigureCell key={column.key} figure={key} column={column} reference={reference} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureCellProps {
  readonly figure: PullFigureKey;
  readonly column: ComparedColumn;
  readonly reference: ComparedColumn;
}

function FigureCell({ figure, column, reference }: FigureCellProps) {
  const value = column.figures.values[figure];
  const isReference = column.key === reference.key;
  const difference = isReference
    ? null
    : differenceOf(value, reference.figures.values[figure], termsOf(figure, column.figures, reference.figures));
  return (
    <td className={classes.figure} data-reference={isReference || undefined} data-pull-figure={figure}>
      <span title={value === null ? explainMissing(figure, column) : pullFigures[figure].explanation}>
        {value === null ? dash : pullFigures[figure].format(value)}
      </span>
      <DifferenceText difference={difference} referenceName={shortNameOf(reference)} isWordShown />
    </td>
  );
}

/** Why a pull, or the median, lacks a figure. */
function explainMissing(figure: PullFigureKey, column: ComparedColumn): string {
  if (column.kind === 'median') {
    return figure === 'healing' ? 'There is no median of the healing.' : 'No pull of the series has this figure.';
  }
  const { raid } = column;
  switch (figure) {
    case 'duration':
      return explainNoDuration(raid) ?? '';
    case 'damage':
      return explainNoRate(raid) ?? '';
    case 'health':
      return 'It has not begun.';
    case 'healing':
      return explainNoRate(raid) ?? 'No rate without a length.';
    default:
      return 'The backup lists no participants.';
  }
}
