import { ExportMenu } from '../../exports/ExportMenu.tsx';
import { shownSource, type TableOnScreen } from '../../exports/shown-source.ts';
import type { ComparedColumn } from './comparison-columns.ts';
import { pullFigureKeys, pullFigures } from './pull-figures.ts';

interface FiguresExportProps {
  readonly title: string;
  readonly columns: readonly ComparedColumn[];
}

/** Exports the figures of the pulls side by side. */
export function FiguresExport({ title, columns }: FiguresExportProps) {
  return (
    <ExportMenu
      label="Export figures"
      source={shownSource(figuresAsShown(columns))}
      suggestedName={title}
      rowCount={pullFigureKeys.length}
      rowNoun="figure"
    />
  );
}

/** Without the differences, which follow from them. */
function figuresAsShown(columns: readonly ComparedColumn[]): TableOnScreen {
  return {
    columns: [{ label: 'Figure' }, ...columns.map(({ name }) => ({ label: name, isNumber: true }))],
    rows: pullFigureKeys.map((key) => [
      pullFigures[key].label,
      ...columns.map(({ figures: { values } }) => {
        const value = values[key];
        return value === null ? '–' : pullFigures[key].format(value);
      }),
    ]),
  };
}
