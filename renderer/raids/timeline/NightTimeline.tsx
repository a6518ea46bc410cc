import { useCallback, useState } from 'react';
import type { RaidMark } from '../../../shared/raids/pull-types.ts';
import type { TimelineLanes } from '../../../shared/raids/types.ts';
import { raidLanguage } from '../../../shared/raids/language.ts';
import { useTimeFormat } from '../../app/use-settings.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartSize } from '../../charts/chart-size.ts';
import { narrowDates } from '../../query/query-edit.ts';
import { useRaidPlace } from '../use-raid-place.ts';
import { canvasPen } from './canvas-pen.ts';
import { describeTimeline } from './describe-timeline.ts';
import { paintTimeline, type TimelinePicture } from './paint-timeline.ts';
import type { Palette } from './palette.ts';
import { svgPen } from './svg-pen.ts';
import { TimelineActions } from './TimelineActions.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineOverview } from './TimelineOverview.tsx';
import { TimelineSurface } from './TimelineSurface.tsx';
import { timelineTable } from './timeline-table.ts';
import { layoutOf, pictureHeightRem } from './timeline-layout.ts';
import type { TimelineModel } from './timeline-model.ts';
import { dateFilter } from './time-ticks.ts';
import { useTimeWindow } from './use-time-window.ts';

interface NightTimelineProps {
  readonly model: TimelineModel;
  readonly marks: readonly RaidMark[];
  readonly query: string;
  readonly lanes: TimelineLanes;
  readonly onLanes: (lanes: TimelineLanes) => void;
}

/** A mark that is being written: a new one at a moment (seconds since 1970), or one that there is. */
export type OpenMark =
  | { readonly kind: 'new'; readonly second: number }
  | { readonly kind: 'known'; readonly mark: RaidMark };

/** The picture of nights with what belongs to it: controls, legend, the strip of the whole time. */
export function NightTimeline({ model, marks, query, lanes, onLanes }: NightTimelineProps) {
  const { text, search } = useRaidPlace();
  const timeFormat = useTimeFormat();
  const view = useTimeWindow(model, query, lanes);
  const [palette, setPalette] = useState<Palette | null>(null);
  const [openMark, setOpenMark] = useState<OpenMark | null>(null);
  const { window } = view;
  const timeZone = timeFormat.zone;
  const narrow = (start: number, end: number) =>
    search(narrowDates(text, dateFilter(start, end, timeZone), raidLanguage));
  const pictureOf = useCallback(
    (size: ChartSize, colors: Palette, hasFlags: boolean): TimelinePicture => {
      return { model, layout: layoutOf(size, model.lanes.length), window, timeZone, marks, palette: colors, hasFlags };
    },
    [model, window, timeZone, marks],
  );
  return (
    <>
      <ChartFrame
        title="Timeline of nights"
        description={describeTimeline(model, lanes)}
        fileName="Timeline of raid nights"
        height={`${pictureHeightRem(model.lanes.length)}rem`}
        table={() => timelineTable(model, window, lanes, timeFormat)}
        paint={(context, size) => {
          if (palette) paintTimeline(canvasPen(context, palette.fontFamily), pictureOf(size, palette, true));
        }}
        toSvg={(size) => {
          if (palette === null) return '';
          const pen = svgPen(palette.fontFamily);
          paintTimeline(pen, pictureOf(size, palette, true));
          return pen.print();
        }}
        actions={
          <TimelineActions
            lanes={lanes}
            view={view}
            onLanes={onLanes}
            onNarrow={() => narrow(window.start, window.end)}
            onMark={() => setOpenMark({ kind: 'new', second: (window.start + window.end) / 2 })}
          />
        }
      >
        {(size) => (
          <TimelineSurface
            size={size}
            model={model}
            marks={marks}
            view={view}
            pictureOf={pictureOf}
            palette={palette}
            onPalette={setPalette}
            openMark={openMark}
            onOpenMark={setOpenMark}
            onNarrow={narrow}
          />
        )}
      </ChartFrame>
      <TimelineOverview model={model} view={view} palette={palette} />
      <TimelineLegend />
    </>
  );
}
