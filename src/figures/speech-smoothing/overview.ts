import { framePower, type Framing, framing } from "../../models/speech/fit.ts";

/** A whole clip in a few hundred columns: the extremes of its wave, and its spectrum. */
export interface Overview {
  /** Columns that are filled, from the left. */
  readonly filled: number;
  readonly low: Float32Array;
  readonly high: Float32Array;
  /** COLUMNS × BINS levels, column by column, low frequencies first: 255 is `top`, 0 is RANGE below. */
  readonly level: Uint8Array;
  /** In dB. */
  readonly top: number;
}

export const COLUMNS = 256;
export const BINS = 64;
/** Decibels from white to black. */
export const RANGE = 52;
/** 32 ms: one transform a column, two of its frequencies a bin. */
const FRAME = 4 * BINS - 1;

const frame: Framing = framing(FRAME, 1);

/** A picture with nothing in it yet. */
export const blank = (top: number): Overview => ({
  filled: 0,
  low: new Float32Array(COLUMNS),
  high: new Float32Array(COLUMNS),
  level: new Uint8Array(COLUMNS * BINS),
  top,
});

const startOf = (column: number, length: number) => Math.floor((column * length) / COLUMNS);

/** Power in dB at the middle of a column, into BINS numbers. */
function decibels(x: Float64Array, column: number, out: Float64Array): void {
  const middle = Math.floor(((column + 0.5) * x.length) / COLUMNS);
  const power = framePower(x, middle - 2 * BINS, frame);
  for (let k = 0; k < BINS; k++)
    out[k] = 10 * Math.log10(power[2 * k]! / 2 + power[2 * k + 1]! / 2 + 1e-30);
}

/** A clip's overview; the loudest that is heard in it is its top, where none is given. */
export function overviewOf(x: Float64Array, top?: number): Overview {
  if (top !== undefined) return fill(blank(top), x, x.length);
  const db = new Float64Array(COLUMNS * BINS);
  let most = -300;
  for (let c = 0; c < COLUMNS; c++) {
    const column = db.subarray(c * BINS, (c + 1) * BINS);
    decibels(x, c, column);
    for (const level of column) if (level > most) most = level;
  }
  const o = blank(most);
  for (let i = 0; i < db.length; i++) o.level[i] = shade(db[i]!, most);
  for (let c = 0; c < COLUMNS; c++) extremes(o, x, c);
  return { ...o, filled: COLUMNS };
}

/** The same with the columns that the first `ready` samples of x complete. */
export function fill(before: Overview, x: Float64Array, ready: number): Overview {
  const { low, high, level, top } = before;
  const o = { low: low.slice(), high: high.slice(), level: level.slice(), top };
  const db = new Float64Array(BINS);
  let c = before.filled;
  for (
    ;
    c < COLUMNS && startOf(c + 1, x.length) + FRAME <= ready + (ready === x.length ? FRAME : 0);
    c++
  ) {
    extremes(o, x, c);
    decibels(x, c, db);
    for (let k = 0; k < BINS; k++) o.level[c * BINS + k] = shade(db[k]!, top);
  }
  return { ...o, filled: c };
}

const shade = (db: number, top: number) =>
  Math.max(0, Math.min(255, Math.round(255 * (1 + (db - top) / RANGE))));

function extremes(o: Pick<Overview, "low" | "high">, x: Float64Array, c: number): void {
  const from = startOf(c, x.length);
  const to = Math.max(from + 1, startOf(c + 1, x.length));
  let [low, high] = [Infinity, -Infinity];
  for (let i = from; i < to; i++) {
    low = Math.min(low, x[i]!);
    high = Math.max(high, x[i]!);
  }
  o.low[c] = low;
  o.high[c] = high;
}
