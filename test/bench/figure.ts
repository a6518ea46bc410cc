/** One measured value, and what it may be at most. */
export interface Figure {
  /** The same at every size. */
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'x' | 'rows' | 'bytes/row';
  readonly budget?: number;
  /** What stands behind the value: a spread, a count, a version. */
  readonly note?: string;
}

/** Figures of one size; the budgets are for a million messages. */
export interface SizedFigures {
  readonly messageCount: number;
  readonly figures: readonly Figure[];
}

/** The value below which this share of the sorted measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function formatValue({ value, unit }: Figure): string {
  const digits = unit === 'rows' || value >= 1000 ? 0 : value >= 100 ? 1 : value >= 1 ? 2 : 3;
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

/**
 * Growth between the smallest and the largest size as an exponent: 0 = the same at any size, 1 = in proportion to the
 * rows, 2 = with their square.
 */
function slope(small: SizedFigures, large: SizedFigures, name: string): number | null {
  const before = small.figures.find((figure) => figure.name === name)?.value;
  const after = large.figures.find((figure) => figure.name === name)?.value;
  if (before === undefined || after === undefined || before <= 0 || after <= 0) return null;
  return Math.log(after / before) / Math.log(large.messageCount / small.messageCount);
}

/** A Markdown table: a row for each figure, a column for each size, budget, verdict and slope. */
export function formatTable(results: readonly SizedFigures[]): string {
  const names = [...new Set(results.flatMap(({ figures }) => figures.map((figure) => figure.name)))];
  const small = results.at(0);
  const large = results.at(-1);
  const sizes = results.map(({ messageCount }) => `${messageCount.toLocaleString('en')} messages`);
  const rows = names.map((name) => {
    const cells = results.map(({ figures }) => figures.find((figure) => figure.name === name));
    const last = cells.findLast((cell) => cell !== undefined);
    const growth = small && large && small !== large ? slope(small, large, name) : null;
    return [name].concat(
      cells.map((cell) => (cell === undefined ? '-' : formatValue(cell))),
      last?.budget === undefined ? '' : `<= ${formatValue({ ...last, value: last.budget })}`,
      last?.budget === undefined ? '' : last.value <= last.budget ? 'yes' : '**no**',
      growth === null ? '' : growth.toFixed(2),
      last?.note ?? '',
    );
  });
  const header = ['figure', ...sizes, 'budget', 'met', 'slope', 'note'];
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
