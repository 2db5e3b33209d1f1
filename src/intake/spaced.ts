/** From which to which character each column reaches. */
export type Extents = readonly (readonly [from: number, to: number])[];

/** Cells of a row that single spaces part, with where each begins. */
function* cellsAt(row: readonly string[]): Generator<[cell: string, at: number]> {
  let at = 0;
  for (const cell of row) {
    if (cell !== "") yield [cell, at];
    at += cell.length + 1;
  }
}

/** Where the columns of a table stand, from its full rows; undefined where they are not below each other. */
export function extentsOf(
  rows: readonly (readonly string[])[],
  width: number,
): Extents | undefined {
  const found = Array.from({ length: width }, (): [number, number] => [Infinity, -1]);
  for (const row of rows)
    [...cellsAt(row)].forEach(([cell, at], c) => {
      found[c]![0] = Math.min(found[c]![0], at);
      found[c]![1] = Math.max(found[c]![1], at + cell.length);
    });
  const apart = found.every(([from], c) => c === 0 || from >= found[c - 1]![1]);
  return rows.length > 0 && apart ? found : undefined;
}

/** The cells of a short row in the columns below which they stand; undefined where one stands elsewhere. */
export function placed(row: readonly string[], extents: Extents): readonly string[] | undefined {
  const cells = extents.map(() => "");
  for (const [cell, at] of cellsAt(row)) {
    const under = extents.flatMap(([from, to], c) =>
      at < to && at + cell.length > from ? [c] : [],
    );
    if (under.length !== 1 || cells[under[0]!] !== "") return undefined;
    cells[under[0]!] = cell;
  }
  return cells;
}
