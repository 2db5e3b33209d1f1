import { FULL, SIDE, type Levels } from "./sheet.ts";

/** Half the width of the stroke, and how wide its soft edge is, in cells: ink per digit as in the data (tools/image-scan.ts). */
const RADIUS = 0.65;
const SOFT = 0.9;
/** The eraser is wider. */
const RUBBER = 1.55;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The sheet after a straight stroke of the pen, or of the eraser, between two places (cells, the upper left corner is 0, 0). */
export function stroked(before: Levels, from: Place, to: Place, erase = false): Levels {
  const after = before.slice();
  const reach = (erase ? RUBBER : RADIUS) + SOFT / 2;
  const cells = (a: number, b: number) => [
    Math.max(0, Math.floor(Math.min(a, b) - reach)),
    Math.min(SIDE - 1, Math.floor(Math.max(a, b) + reach)),
  ];
  const [left, right] = cells(from.x, to.x) as [number, number];
  const [top, bottom] = cells(from.y, to.y) as [number, number];
  for (let row = top; row <= bottom; row++)
    for (let col = left; col <= right; col++) {
      const d = distance({ x: col + 0.5, y: row + 0.5 }, from, to);
      const ink = Math.round(FULL * Math.max(0, Math.min(1, (reach - d) / SOFT)));
      const i = row * SIDE + col;
      after[i] = erase ? Math.min(after[i]!, FULL - ink) : Math.max(after[i]!, ink);
    }
  return after;
}

/** From a place to the nearest of a straight line between two. */
function distance({ x, y }: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = dx * dx + dy * dy;
  const s = long === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / long));
  return Math.hypot(x - a.x - s * dx, y - a.y - s * dy);
}
