import { generator, type Generator } from "../../numerics/random.ts";

export type Point = readonly [x: number, y: number];
/** From one point to another, in a square of side 1. */
export type Dash = readonly [from: Point, to: Point];

/** Two long dashed paths and some short ones; a dot at two ends. */
export interface Scene {
  readonly paths: readonly (readonly Dash[])[];
  readonly dots: readonly [Point, Point];
}

const [LONG, SHORT] = [0.08, 0.045]; // a dash, and the gap behind it
/** Paths keep further apart than this; the gaps of one are narrower. */
export const APART = 0.1;
const MARGIN = 0.06;

export const distance = ([a, b]: Point, [c, d]: Point): number => Math.hypot(a - c, b - d);

const pointsOf = ([[a, b], [c, d]]: Dash): Point[] =>
  [0, 0.5, 1].map((s) => [a + s * (c - a), b + s * (d - b)]);

const near = (one: Dash, other: Dash, reach: number) =>
  distance(one[0], other[0]) < reach + 2 * LONG &&
  pointsOf(one).some((p) => pointsOf(other).some((q) => distance(p, q) < reach));

/** A path that turns a little at every dash; undefined where it leaves the square or comes too near. */
function walk(random: Generator, dashes: number, others: readonly Dash[]): Dash[] | undefined {
  let [x, y] = [0.1 + 0.8 * random.uniform(), 0.1 + 0.8 * random.uniform()];
  let way = Math.atan2(0.5 - y, 0.5 - x) + 0.8 * random.normal(); // inwards, so that few leave the square
  const out: Dash[] = [];
  for (let k = 0; k < dashes; k++) {
    const [dx, dy] = [Math.cos(way), Math.sin(way)];
    const dash: Dash = [
      [x, y],
      [x + LONG * dx, y + LONG * dy],
    ];
    const inside = dash.flat().every((v) => v > MARGIN && v < 1 - MARGIN);
    if (!inside || others.some((other) => near(dash, other, APART))) return undefined;
    if (out.slice(0, -1).some((other) => near(dash, other, APART))) return undefined;
    out.push(dash);
    [x, y] = [x + (LONG + SHORT) * dx, y + (LONG + SHORT) * dy];
    way += 0.4 * random.normal();
  }
  return out;
}

/** Two paths of six dashes, then as many pairs of dashes as find room, up to seven. */
export function scene(seed: number, joined: boolean): Scene {
  const random = generator(seed);
  const paths: Dash[][] = [];
  for (let tries = 0; paths.length < 2; tries++) {
    if (tries % 60 === 59) paths.length = 0; // the first lies in the way
    const found = walk(random, 6, paths.flat());
    if (found) paths.push(found);
  }
  for (let tries = 0; tries < 60 && paths.length < 9; tries++) {
    const found = walk(random, 2, paths.flat());
    if (found) paths.push(found);
  }
  const [one, two] = paths as [Dash[], Dash[]];
  return { paths, dots: [one[0]![0], (joined ? one : two).at(-1)![1]] };
}

// #region joins
/** Whether one can go from dot to dot along dashes with gaps narrower than the room between paths. */
export function joins({ paths, dots }: Scene): boolean {
  const all = paths.flat();
  const holds = (point: Point) =>
    all.findIndex((dash) => dash.some((p) => distance(p, point) < 1e-9));
  const [from, to] = dots.map(holds) as [number, number];
  const reached = new Set([from]);
  for (const k of reached)
    all.forEach((dash, j) => {
      if (dash.some((p) => all[k]!.some((q) => distance(p, q) < APART / 2))) reached.add(j);
    });
  return reached.has(to);
}
// #endregion

/** Which pixels of side × side are lit, row by row: dashes, and dots of three pixels across. */
export function pixels({ paths, dots }: Scene, side: number): Uint8Array {
  const lit = new Uint8Array(side * side);
  for (const dash of paths.flat()) {
    const [[a, b], [c, d]] = dash;
    const steps = 4 * side;
    for (let i = 0; i <= steps; i++) {
      const s = i / steps;
      lit[indexOf([a + s * (c - a), b + s * (d - b)], side)] = 1;
    }
  }
  for (const dot of dots) {
    const at = indexOf(dot, side);
    for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) lit[at + dy * side + dx] = 1;
  }
  return lit;
}

/** The step at which a point is read. */
export const indexOf = ([x, y]: Point, side: number): number =>
  Math.floor(y * side) * side + Math.floor(x * side);
