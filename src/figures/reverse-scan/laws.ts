import { blelloch, pairs, type Pair } from "../../numerics/scan.ts";
import { outputsAsked, type Run } from "./compute.ts";

const near = (x: number, y: number, scale: number) =>
  Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y), scale);

const most = (x: Float64Array) => x.reduce((m, v) => Math.max(m, Math.abs(v)), 0);

/** The loss is linear in each number alone: half up less half down is its slope. */
const slope = (x: Float64Array, t: number, of: (x: Float64Array) => number) =>
  of(x.with(t, x[t]! + 0.5)) - of(x.with(t, x[t]! - 0.5));

const sizeOf = (r: Run) => Math.abs(r.loss) + most(r.g) * (most(r.h) + most(r.u));

export const inputsByDifferences = (r: Run): boolean =>
  r.g.every((g, t) =>
    near(
      g,
      slope(r.u, t, (u) => outputsAsked(r.a, u, r.asks)),
      sizeOf(r),
    ),
  );

export const decaysByDifferences = (r: Run): boolean =>
  r.da.every((x, t) =>
    near(
      x,
      slope(r.a, t, (a) => outputsAsked(a, r.u, r.asks)),
      sizeOf(r),
    ),
  );

/** The tree of the forward pass, over the pairs (a_{t+1}, ȳ_t) from the last to the first. */
export function sameByTree({ L, a, asks, g }: Run): boolean {
  const back = Array.from({ length: L }, (_, i): Pair => [
    i === 0 ? 0 : a[L - i]!,
    asks[L - 1 - i]!,
  ]);
  const { values } = blelloch(back, pairs, { inclusive: true });
  return values.every(([, b], i) => near(b, g[L - 1 - i]!, most(g)));
}

/** What the inputs weigh by their gradients is what the loss sees of the states. */
export const sameSums = (r: Run): boolean =>
  near(
    r.g.reduce((sum, g, t) => sum + g * r.u[t]!, 0),
    r.loss,
    sizeOf(r),
  );
