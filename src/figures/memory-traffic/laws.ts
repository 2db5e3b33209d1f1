import {
  bytesOf,
  fusedBackward,
  fusedForward,
  unfusedBackward,
  unfusedForward,
} from "../../gpu/traffic.ts";
import { layoutFor } from "../../gpu/kernels/selective-scan-backward/layout.ts";
import { cardOf } from "./cards.ts";
import { inForce, type Run, type Side } from "./compute.ts";
import type { Setting } from "./params.ts";
import { soFar } from "./readouts.ts";
import { recording } from "./recorded.ts";

/** What single precision may cost forward and backward, as in the tests of the kernels. */
export const TOLERANCE = { forward: 3e-6, backward: 5e-6 } as const;

const sides = ({ apart, fused }: Run): readonly Side[] => [apart, fused];
const same = (x: number, y: number) => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(y));

/** What the blocks moved by the end is what the formulas of the engine say, read and written. */
export function countedIsFormula(r: Run, given: Setting): boolean {
  const { L, D, N, pass, scan } = inForce(given);
  const sizes = { batch: 1, L, channels: D, states: N };
  const formulas =
    pass === "forward"
      ? [unfusedForward(sizes, scan), fusedForward(sizes, r.chunk)]
      : [unfusedBackward(sizes, scan), fusedBackward(sizes, layoutFor(sizes, {}, {}))];
  return sides(r).every((side, k) => {
    const { read, written } = bytesOf(formulas[k]!);
    return soFar(side, Infinity) === read + written && side.bytes === read + written;
  });
}

/** Fused moves no more than apart, and neither less than every input and output once. */
export const inOrder = ({ least, fused, apart }: Run): boolean =>
  least <= fused.bytes && fused.bytes <= apart.bytes;

/** Intensity times bytes is operations, for each side and for its programs together. */
export const intensityTimesBytes = (r: Run): boolean =>
  sides(r).every(
    ({ intensity, bytes, operations, programs }) =>
      same(intensity * bytes, operations) &&
      same(
        programs.reduce((sum, p) => sum + p.flops + p.exps, 0),
        operations,
      ),
  );

/**
 * Forward and apart: at most ((q + 3) N + 4) / 3 times the least, where the scan moves q numbers for each pair; with more and
 * more channels it tends to that, since B and C count for less and less.
 */
export function tendsToStates({ apart, least, levels }: Run, given: Setting): boolean {
  const { L, D, N, pass, scan } = inForce(given);
  if (pass === "backward") return true;
  const q = scan === "once" ? 3 : 4 * levels;
  const limit = ((q + 3) * N + 4) / 3;
  const near = (2 * N) / D + (N + 1) / L; // what B, C and A are, in tensors of L × D
  const ratio = apart.bytes / least;
  return ratio <= limit && limit - ratio <= (limit * near) / 3;
}

/** No side is above the roof, and what limits it is reached. */
export function underTheRoof(r: Run, given: Setting): boolean {
  const { peak, bandwidth, exps } = cardOf(inForce(given).card);
  return sides(r).every((s) => {
    const rates = [
      s.operations / s.seconds / peak,
      s.bytes / s.seconds / bandwidth,
      exps === undefined ? 0 : s.exps / s.seconds / exps,
    ];
    return same(Math.max(...rates), 1);
  });
}

/** Whatever was measured here or recorded came out right. */
export const agrees = ({ measured = [] }: Run, { pass }: Setting): boolean =>
  measured.every(({ error }) => error <= TOLERANCE[pass]) &&
  recording.runs.every((run) => run.error <= TOLERANCE[run.pass]);
