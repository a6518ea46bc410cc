import { Button, Menu, SegmentedControl } from '@mantine/core';
import { FileImage, ImageDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { imageFormats, type ImageFormat } from '../../shared/exports/types.ts';
import type { ChartPicture } from './chart-image.ts';
import type { ChartSize } from './chart-size.ts';
import classes from './Charts.module.css';
import { ChartTable, type ChartTableData } from './ChartTable.tsx';
import { TableItems } from './TableItems.tsx';
import { useChartSize } from './use-chart-size.ts';
import { useSavePicture } from './use-save-picture.ts';

interface ChartFrameProps {
  readonly title: string;
  /** One sentence that says what is counted. */
  readonly description: string;
  /** Of a saved picture, without its ending; also its heading, so it names what the picture is about. */
  readonly fileName: string;
  /** The same data as a table; a function where making it takes long: it is called while the table is shown. */
  readonly table: ChartTableData | (() => ChartTableData);
  /** Controls of this chart, before those that every chart has. */
  readonly actions?: ReactNode;
  /** Of the drawing, a CSS length. */
  readonly height?: string;
  /** How a chart on a canvas is drawn for a PNG; without it, the first `<svg>` is the picture. */
  readonly paint?: (context: CanvasRenderingContext2D, size: ChartSize) => void;
  /** The same for an SVG: its elements without the `<svg>` around them. */
  readonly toSvg?: (size: ChartSize) => string;
  /** Draws the chart in the room there is, with `role="img"` and a name, or `role="group"` and marks that have names. */
  readonly children: (size: ChartSize) => ReactNode;
}

const formatNames: Readonly<Record<ImageFormat, string>> = { png: 'Save as PNG', svg: 'Save as SVG' };

/** A chart with its title, what it counts, its data as a table and the menu that saves it as a picture. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, fileName, table, actions, height = '16rem', paint, toSvg, children } = props;
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const { ref, size } = useChartSize<HTMLDivElement>();
  const titleId = useId();
  const descriptionId = useId();
  const save = useSavePicture(fileName, () => {
    if (ref.current === null || size === null) return null;
    const drawing = drawingIn(ref.current, paint, toSvg);
    return drawing && { element: ref.current, size, title, heading: fileName, description, drawing };
  });
  const isTable = shown === 'table';
  return (
    <figure className={classes.figure} aria-labelledby={titleId} aria-describedby={descriptionId}>
      <figcaption className={classes.header}>
        <div className={classes.heading}>
          <h3 id={titleId} className={classes.title}>
            {title}
          </h3>
          <p id={descriptionId} className={classes.description}>
            {description}
          </p>
        </div>
        <div className={classes.tools}>
          {actions}
          <SegmentedControl
            size="xs"
            aria-label={`${title}: picture or table`}
            data={[
              { value: 'picture', label: 'Picture' },
              { value: 'table', label: 'Table' },
            ]}
            value={shown}
            onChange={setShown}
          />
          <SaveMenu title={title} fileName={fileName} table={table} isSaving={save.isPending} onSave={save.mutate} />
        </div>
      </figcaption>
      <div className={classes.body}>
        <div className={classes.picture} style={{ height }} data-hidden={isTable || undefined} inert={isTable}>
          <div ref={ref} className={classes.drawing}>
            {size && children(size)}
          </div>
        </div>
        {isTable && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
          <section className={classes.tableBox} style={{ height }} tabIndex={0} aria-label={`${title}, as a table`}>
            <ChartTable caption={title} table={typeof table === 'function' ? table() : table} />
          </section>
        )}
      </div>
    </figure>
  );
}

function drawingIn(
  element: HTMLElement,
  paint: ChartFrameProps['paint'],
  toSvg: ChartFrameProps['toSvg'],
): ChartPicture['drawing'] | null {
  if (paint && toSvg) return { kind: 'canvas', paint, toSvg };
  const svg = element.querySelector('svg');
  return svg && { kind: 'svg', svg };
}

interface SaveMenuProps extends Pick<ChartFrameProps, 'title' | 'fileName' | 'table'> {
  readonly isSaving: boolean;
  readonly onSave: (format: ImageFormat) => void;
}

function SaveMenu({ title, fileName, table, isSaving, onSave }: SaveMenuProps) {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          fw={500}
          leftSection={<ImageDown size="0.875rem" aria-hidden />}
          loading={isSaving}
          aria-label={`Save ${title}`}
        >
          Save
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Save">
        <Menu.Label>Picture</Menu.Label>
        {imageFormats.map((format) => (
          <Menu.Item
            key={format}
            leftSection={<FileImage size="0.875rem" aria-hidden />}
            onClick={() => onSave(format)}
          >
            {formatNames[format]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Table</Menu.Label>
        <TableItems fileName={fileName} table={table} />
      </Menu.Dropdown>
    </Menu>
  );
}
