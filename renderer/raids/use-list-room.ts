import { useChartSize } from '../charts/use-chart-size.ts';

/** Before the list was measured, as wide as a usual window leaves it. */
const usualRoomRem = 75;
const scrollBarRem = 1;

/** How much room a list has for its columns, in rem; `ref` is for the element around it. */
export function useListRoom() {
  const { ref, size } = useChartSize<HTMLDivElement>();
  return { ref, roomRem: size === null ? usualRoomRem : size.width / size.rem - scrollBarRem };
}
