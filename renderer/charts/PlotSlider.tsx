import type { PointerEvent, SVGProps } from 'react';
import type { PlotArea } from './chart-size.ts';
import classes from './Charts.module.css';

type Handlers = Pick<
  SVGProps<SVGRectElement>,
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
  | 'onPointerLeave'
  | 'onClick'
  | 'onKeyDown'
  | 'onBlur'
>;

interface PlotSliderProps {
  /** What it takes the pointer for. */
  readonly area: Pick<PlotArea, 'left' | 'top' | 'width' | 'height'>;
  /** What is chosen: `Moment of the pull`. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  /** What stands at the cursor, as it is said. */
  readonly text: string;
  readonly handlers: Handlers;
  /** What the pointer looks like. */
  readonly pointer?: 'default' | 'pointer' | 'crosshair';
}

/** Lies over a plot and takes pointer and keyboard for its cursor; saved pictures are without it. */
export function PlotSlider(props: PlotSliderProps) {
  const { area, label, min, max, value, text, handlers, pointer = 'default' } = props;
  return (
    <rect
      data-export="no"
      className={classes.slider}
      x={area.left}
      y={area.top}
      width={area.width}
      height={area.height}
      style={{ cursor: pointer }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value ?? min}
      aria-valuetext={text}
      {...handlers}
    />
  );
}

/** Where on the chart of a `PlotSlider` its pointer is, CSS pixels. */
export function pointIn(
  { left, top }: Pick<PlotArea, 'left' | 'top'>,
  event: PointerEvent,
): { readonly x: number; readonly y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left + left, y: event.clientY - box.top + top };
}
