import { remnants } from "../../models/variation.ts";
import { zohDiagonal } from "../../numerics/discretize.ts";
import { bySlopes, cameBy, type Run, SLICES, slopesAt } from "./compute.ts";
import { corners, inputAt } from "./input.ts";
import type { Setting } from "./params.ts";

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-10 * Math.max(1, Math.abs(b));

/** Two steps of Δ/2 end where one of Δ ends. */
export function halves({ end }: Run, v: Setting): boolean {
  let h = v.h0;
  for (const from of [0, v.dt / 2]) {
    const came = remnants({ a: v.a, b: 1 }, (s) => inputAt(v, s), [from, from + v.dt / 2], corners);
    h = Math.exp((v.a * v.dt) / 2) * h + came[0]!;
  }
  // Six nodes for half a step: a coarser cut than the figure's own.
  return Math.abs(h - end) <= 1e-7;
}

/** ∫ e^{a(Δ − s)} ds is (e^{aΔ} − 1)/a. */
export const holdIsClosed = (r: Run, v: Setting): boolean => {
  const zoh = zohDiagonal(Float64Array.of(v.a), Float64Array.of(1), v.dt);
  const held = remnants({ a: v.a, b: 1 }, () => r.taken, r.edges);
  return near(
    held.reduce((sum, x) => sum + x, 0),
    zoh.B[0]! * r.taken,
  );
};

/** All slices are where the step ends. */
export const adds = (r: Run, v: Setting): boolean =>
  bySlopes(v) || near(Math.exp(v.a * v.dt) * v.h0 + cameBy(r, SLICES), r.h1);

/** Where the step ends, the rates there give that end again. */
export const agrees = (r: Run, v: Setting): boolean => {
  const { assumed, gives } = slopesAt(r, v, SLICES);
  return !bySlopes(v) || (near(assumed, r.h1) && near(gives, r.h1));
};

/** What does not fade is at least what does. */
export const takesMore = ({ brought, parts }: Run): boolean =>
  parts.every((x, k) => Math.abs(x) <= Math.abs(brought[k]!) + 1e-12);
