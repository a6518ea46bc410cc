/** The room of a chart, in CSS pixels; it follows its element and the size of the person's text. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  /** Pixels of one rem: what has to do with text is measured in it, so that texts of twice the size fit too. */
  readonly rem: number;
}

/** Space around a plot for axes and labels, in rem. */
interface PlotMargins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Where within a chart its marks are drawn, in CSS pixels. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

const usualMargins: PlotMargins = { top: 0.75, right: 1, bottom: 2.75, left: 3.25 };

/** What the axes leave of a chart; never less than nothing. */
export function plotAreaOf({ width, height, rem }: ChartSize, margins: Partial<PlotMargins> = {}): PlotArea {
  const { top, right, bottom, left } = { ...usualMargins, ...margins };
  const plotWidth = Math.max(1, width - (left + right) * rem);
  const plotHeight = Math.max(1, height - (top + bottom) * rem);
  return {
    left: left * rem,
    top: top * rem,
    right: left * rem + plotWidth,
    bottom: top * rem + plotHeight,
    width: plotWidth,
    height: plotHeight,
  };
}
