import { formatQuantity } from '../app/number-format.ts';
import classes from './Charts.module.css';

export interface ChartTableColumn {
  readonly label: string;
  /** Written to the right. */
  readonly isNumber?: boolean;
}

/** What a chart shows, as cells; each row has a cell for each column. */
export interface ChartTableData {
  readonly columns: readonly ChartTableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** More rows than this take a browser long to lay out, and nobody reads them one by one. */
const mostRows = 2000;

interface ChartTableProps {
  readonly caption: string;
  readonly table: ChartTableData;
}

/** A chart's data for those who would rather read than look. */
export function ChartTable({ caption, table: { columns, rows } }: ChartTableProps) {
  return (
    <>
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th key={label} scope="col" data-number={isNumber || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no id and keep no state
            <tr key={index}>
              {columns.map(({ label, isNumber }, column) => (
                <td key={label} data-number={isNumber || undefined}>
                  <bdi>{row[column] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <div className={classes.more}>Nothing to show.</div>}
      {rows.length > mostRows && (
        <div className={classes.more}>{formatQuantity(rows.length - mostRows, 'more row')}: export the table.</div>
      )}
    </>
  );
}
