/** Where marks stand that would lie over each other: the first row with room, else the one whose last mark is farthest. */
export function rowsOfMarks(xs: readonly number[], size: number, mostRows: number): readonly number[] {
  const lastX: number[] = [];
  return xs.map((x) => {
    const free = lastX.findIndex((last) => x - last >= size);
    const row = free !== -1 ? free : lastX.length < mostRows ? lastX.length : lastX.indexOf(Math.min(...lastX));
    lastX[row] = x;
    return row;
  });
}
