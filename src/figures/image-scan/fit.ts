import { blank, FULL, PIXELS, SIDE, type Levels } from "./sheet.ts";

/** The larger side of a digit of the data, in cells: 20 of 28 pixels. */
const BOX = 10;
/** A drawing within this factor of that size is left as large as it is, so that its strokes stay sharp. */
const NEAR = 1.25;

/**
 * A drawing laid on its sheet as the data's digits lie: its larger side ten cells of fourteen, its centre of mass in the middle
 * (LeCun & Cortes: 20×20 of 28×28). An empty one stays as it is.
 */
export function fitted(levels: Levels): Levels {
  const size = sizeOf(levels);
  if (size === 0) return levels;
  const scale = size > BOX * NEAR || size < BOX / NEAR ? BOX / size : 1;
  const { x, y } = centre(levels);
  const middle = SIDE / 2;
  if (scale !== 1) return resampled(levels, scale, x, y);
  const [dx, dy] = [Math.round(middle - x), Math.round(middle - y)];
  return shifted(levels, dx, dy);
}

/** The larger side of the box around the ink. */
function sizeOf(levels: Levels): number {
  const [cols, rows] = [new Set<number>(), new Set<number>()];
  levels.forEach((ink, i) => {
    if (ink < FULL / 4) return;
    cols.add(i % SIDE);
    rows.add(Math.floor(i / SIDE));
  });
  const span = (at: ReadonlySet<number>) => (at.size ? Math.max(...at) - Math.min(...at) + 1 : 0);
  return Math.max(span(cols), span(rows));
}

function centre(levels: Levels): { x: number; y: number } {
  let [sum, x, y] = [0, 0, 0];
  levels.forEach((ink, i) => {
    sum += ink;
    x += ink * ((i % SIDE) + 0.5);
    y += ink * (Math.floor(i / SIDE) + 0.5);
  });
  return { x: x / sum, y: y / sum };
}

/** By whole cells; what would leave the sheet holds it back. */
function shifted(levels: Levels, dx: number, dy: number): Levels {
  const after = blank();
  levels.forEach((ink, i) => {
    const [col, row] = [(i % SIDE) + dx, Math.floor(i / SIDE) + dy];
    if (col >= 0 && col < SIDE && row >= 0 && row < SIDE) after[row * SIDE + col] = ink;
  });
  return after;
}

const PARTS = 4;

/** Scaled about its centre of mass, which comes to the middle: each cell the mean of 4 × 4 places, each read between four cells. */
function resampled(levels: Levels, scale: number, x: number, y: number): Levels {
  const read = (px: number, py: number) => {
    const [cx, cy] = [px - 0.5, py - 0.5];
    const [c, r] = [Math.floor(cx), Math.floor(cy)];
    const [a, b] = [cx - c, cy - r];
    const at = (row: number, col: number) =>
      row < 0 || col < 0 || row >= SIDE || col >= SIDE ? 0 : levels[row * SIDE + col]!;
    const line = (row: number) => (1 - a) * at(row, c) + a * at(row, c + 1);
    return (1 - b) * line(r) + b * line(r + 1);
  };
  return Uint8Array.from({ length: PIXELS }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < PARTS * PARTS; k++) {
      const col = (i % SIDE) + ((k % PARTS) + 0.5) / PARTS;
      const row = Math.floor(i / SIDE) + (Math.floor(k / PARTS) + 0.5) / PARTS;
      sum += read(x + (col - SIDE / 2) / scale, y + (row - SIDE / 2) / scale);
    }
    return Math.round(sum / (PARTS * PARTS));
  });
}
