import type { Setting } from "./params.ts";
import { firstOf, MIDDLE, PLANE, pointsOf, ROUND, type Path } from "./path.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { generator } from "../../numerics/random.ts";

/** What the fixes depend on. */
export interface Watch {
  readonly path: Path;
  /** Standard deviation of a fix. */
  readonly r: number;
  /** Shares of the fixes that are lost, and that are false echoes from anywhere. */
  readonly drop: number;
  readonly outliers: number;
  readonly sensor: Setting["sensor"];
  readonly tunnel: boolean;
  readonly seed: number;
}

/** Under this roof no fix comes: a band across the plane. */
export const ROOF = { from: MIDDLE[0] - 3.5, to: MIDDLE[0] + 3.5 } as const;
/** Where the radar stands; at `REACH` from it a bearing is as uncertain as the fix of an even sensor. */
export const STATION = [MIDDLE[0], 0] as const;
const REACH = 8;
/** A fix is never sharper than the grid on which the paths lie; without it two sure measurements could contradict. */
const GRAIN = 1e-6;

/** What is seen of the target: x and y of each step in turn, NaN where no fix comes. */
export function fixesOf(v: Watch): Float64Array {
  const truth = pointsOf(v.path);
  const first = firstOf(v.path);
  const fixes = new Float64Array(truth.length).fill(NaN);
  const random = generator(v.seed);
  // Luck belongs to the step, not to the place in the list: an own path may have dropped its beginning.
  for (let k = 0; k < ROUND; k++) {
    const [lost, echo] = [random.uniform() < v.drop, random.uniform() < v.outliers];
    const anywhere = [random.uniform() * PLANE.width, random.uniform() * PLANE.height] as const;
    const [a, b] = [random.normal(), random.normal()];
    const t = (k - first + ROUND) % ROUND;
    if (2 * t >= truth.length || lost) continue;
    const [x, y] = [truth[2 * t]!, truth[2 * t + 1]!];
    if (v.tunnel && x > ROOF.from && x < ROOF.to) continue;
    if (echo) {
      fixes.set(anywhere, 2 * t);
      continue;
    }
    const { along, across, cos, sin } = blur(v, x, y);
    fixes[2 * t] = x + along * a * cos - across * b * sin;
    fixes[2 * t + 1] = y + along * a * sin + across * b * cos;
  }
  return fixes;
}

/** The covariance of a fix at (x, y): round, or long across the line of sight of the radar. */
export function noiseAt(v: Pick<Watch, "sensor" | "r">, x: number, y: number): Matrix {
  const { along, across, cos, sin } = blur(v, x, y);
  const [a, b] = [along ** 2 + GRAIN, across ** 2 + GRAIN];
  const off = (a - b) * cos * sin;
  const data = Float64Array.of(a * cos ** 2 + b * sin ** 2, off, off, a * sin ** 2 + b * cos ** 2);
  return { rows: 2, cols: 2, data };
}

/** Deviations along and across the line of sight, and its direction. */
function blur({ sensor, r }: Pick<Watch, "sensor" | "r">, x: number, y: number) {
  if (sensor === "even") return { along: r, across: r, cos: 1, sin: 0 };
  const [dx, dy] = [x - STATION[0], y - STATION[1]];
  const far = Math.hypot(dx, dy);
  const [cos, sin] = far === 0 ? [1, 0] : [dx / far, dy / far];
  return { along: r / 4, across: (r * Math.max(1, far)) / REACH, cos, sin };
}
