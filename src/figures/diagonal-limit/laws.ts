import { diagonalGap } from "../../models/diagonalLimit.ts";
import { omega, type Run, sizeAt, SIZES } from "./compute.ts";

const same = (measured: number, law: number) => Math.abs(measured - law) <= 1e-9 * law;

/** At every size and frequency, the difference is ω/√(ω² + N²) of the diagonal's own. */
export const followsLaw = ({ here, w }: Run): boolean =>
  SIZES.every(
    (N, k) =>
      same(here[k]!, diagonalGap(N, w)) &&
      sizeAt(k).gaps.every((gap, i) => same(gap, diagonalGap(N, omega[i]!))),
  );

/** Twice the numbers bring every frequency nearer, by a half at most. */
export const comesNearer = ({ here }: Run): boolean =>
  here.every((gap, k) => k === 0 || (gap < here[k - 1]! && gap >= (here[k - 1]! / 2) * (1 - 1e-9)));

/** Twice the numbers bring the answer to a step nearer. */
export const stepConverges = (): boolean =>
  SIZES.every((_, k) => k === 0 || sizeAt(k).stepGap < sizeAt(k - 1).stepGap);
