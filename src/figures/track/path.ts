/** The way of a target across the plane: made by a rule, or the reader's own. */
export type Path =
  | { readonly kind: PathId }
  | {
      readonly kind: "own";
      /** Steps that were walked before the first of these points and are no longer kept, counted round `ROUND`. */
      readonly first: number;
      /** x and y of each step in turn. */
      readonly data: Float64Array;
    };

export type PathId = "eight" | "circle" | "zigzag" | "stops" | "line";

/** The plane, and its middle. */
export const PLANE = { width: 28, height: 16 } as const;
export const MIDDLE = [PLANE.width / 2, PLANE.height / 2] as const;
/** Steps of a bundled path, the most of an own one, and where the count of its steps begins again. */
export const STEPS = 160;
export const MOST_POINTS = 240;
export const ROUND = 1024;
/** An own point lies on a grid of this many lines each way: a sixth of a pixel, and twelve bits in a link. */
export const GRID = 4096;

const [X, Y] = MIDDLE;

/** Where the target is at step t, 0 ≤ t < STEPS. */
const bundled: Readonly<Record<PathId, (t: number) => readonly [number, number]>> = {
  eight: (t) => {
    const a = (2 * Math.PI * t) / 120;
    return [X - 11 * Math.cos(a), Y + 5.6 * Math.sin(2 * a)];
  },
  circle: (t) => {
    const a = (2 * Math.PI * t) / 100;
    return [X - 6 * Math.cos(a), Y + 6 * Math.sin(a)];
  },
  zigzag: (t) => {
    const leg = (t / 32) % 2;
    return [2 + (24 * t) / (STEPS - 1), 2.5 + 11 * (leg < 1 ? leg : 2 - leg)];
  },
  stops: (t) => along(corners, moved(t)),
  line: (t) => [2 + (24 * t) / (STEPS - 1), 3.2 + (9.6 * t) / (STEPS - 1)],
};

/** Of every 32 steps the target stands still for 14, and is as quickly on its way as it stops. */
const moved = (t: number) => (18 * Math.floor(t / 32) + Math.min(18, t % 32)) / 90;
const corners = [
  [2.5, 3],
  [11, 3],
  [11, 12.5],
  [20, 12.5],
  [20, 5],
  [25.5, 5],
] as const;

/** The point at a share of the way along corners. */
function along(way: readonly (readonly [number, number])[], share: number): [number, number] {
  const legs = way.slice(1).map(([x, y], k) => Math.hypot(x - way[k]![0], y - way[k]![1]));
  let left = share * legs.reduce((sum, leg) => sum + leg, 0);
  let k = 0;
  while (k < legs.length - 1 && left > legs[k]!) left -= legs[k++]!;
  const [[x0, y0], [x1, y1]] = [way[k]!, way[k + 1]!];
  const part = Math.min(1, left / legs[k]!);
  return [x0 + part * (x1 - x0), y0 + part * (y1 - y0)];
}

/** x and y of every step in turn. */
export function pointsOf(path: Path): Float64Array {
  if (path.kind === "own") return path.data;
  const at = bundled[path.kind];
  const data = new Float64Array(2 * STEPS);
  for (let t = 0; t < STEPS; t++) data.set(at(t), 2 * t);
  return data;
}

/** How many steps went before the first point of a path. */
export const firstOf = (path: Path): number => (path.kind === "own" ? path.first : 0);

/**
 * The reader's own path, rounded to the grid so that a link holds exactly what is shown. Of more than `MOST_POINTS` points
 * the last are kept, and `first` moves on by what was dropped.
 */
export function ownPath(points: ArrayLike<number>, first = 0): Path & { kind: "own" } {
  const all = points.length >> 1;
  const drop = Math.max(0, all - MOST_POINTS);
  const data = new Float64Array(2 * (all - drop));
  for (let i = 0; i < data.length; i++)
    data[i] = placeAt(lineAt(points[i + 2 * drop]!, i % 2), i % 2);
  return { kind: "own", first: (first + drop) % ROUND, data };
}

const side = (axis: number) => (axis === 0 ? PLANE.width : PLANE.height);

/** The grid line next to a coordinate (axis 0 is x, 1 is y), and the coordinate of a line. */
export const lineAt = (x: number, axis: number) =>
  Math.max(0, Math.min(GRID - 1, Math.round((x / side(axis)) * (GRID - 1))));
export const placeAt = (line: number, axis: number) => (line / (GRID - 1)) * side(axis);
