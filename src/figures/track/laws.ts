import { kalmanStep, startFilter } from "../../models/kalman/step.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { motion } from "./walk.ts";

const close = (a: ArrayLike<number>, b: ArrayLike<number>, scale = 1) => {
  for (let i = 0; i < a.length; i++)
    if (!(Math.abs(a[i]! - b[i]!) <= 1e-9 * Math.max(scale, Math.abs(b[i]!)))) return false;
  return true;
};

/** The filter's covariances and means once more, step by step, from `seen`; NaN where a fix is not to be used. */
function again(run: Run, v: Setting, seen: (t: number, axis: number) => number) {
  const model = motion(v.q);
  const state = startFilter(model);
  return Array.from({ length: run.L }, (_, t) => {
    const z = run.taken[t] ? [seen(t, 0), seen(t, 1)] : [NaN, NaN];
    kalmanStep(state, { ...model, R: run.noises[t]! }, Float64Array.from(z));
    return { mean: state.mean.slice(), cov: state.cov.slice() };
  });
}

export const equalsItsSteps = (run: Run, v: Setting) =>
  again(run, v, (t, axis) => run.fixes[2 * t + axis]!).every(
    ({ mean, cov }, t) =>
      close(mean, run.filtered.filteredMean.data.subarray(4 * t, 4 * t + 4)) &&
      close(cov, run.filtered.filteredCov[t]!.data),
  );

/** The same fixes come, but they say something else: the ellipses do not change. */
export const blindToWhatIsSaid = (run: Run, v: Setting) =>
  again(run, v, (t, axis) => (axis ? 3 + (t % 7) : 20 - (t % 5))).every(({ cov }, t) =>
    close(cov, run.filtered.filteredCov[t]!.data),
  );

const spread = (P: Float64Array) => P[0]! + P[10]!;

export const growsInTheDark = ({ dark, filtered }: Run) =>
  filtered.filteredCov.every(
    ({ data }, t) =>
      t === 0 ||
      dark[t] === 0 ||
      spread(data) >= spread(filtered.filteredCov[t - 1]!.data) * (1 - 1e-9),
  );

export const staysAsPredicted = ({ taken, L, filtered: f }: Run) =>
  Array.from({ length: L }, (_, t) => t).every(
    (t) =>
      taken[t] === 1 ||
      (close(
        f.filteredMean.data.subarray(4 * t, 4 * t + 4),
        f.predictedMean.data.subarray(4 * t, 4 * t + 4),
        0,
      ) &&
        close(f.filteredCov[t]!.data, f.predictedCov[t]!.data, 0)),
  );

/** P − Pˢ of the position has no negative direction, and at the last step both are the same. */
export const hindsightIsSharper = ({ smoothed, filtered, L }: Run) =>
  smoothed === undefined ||
  (close(smoothed.cov[L - 1]!.data, filtered.filteredCov[L - 1]!.data) &&
    smoothed.cov.every(({ data: S }, t) => {
      const P = filtered.filteredCov[t]!.data;
      const [a, b, c] = [P[0]! - S[0]!, P[2]! - S[2]!, P[10]! - S[10]!];
      const tiny = 1e-9 * spread(P);
      return a >= -tiny && c >= -tiny && (a + tiny) * (c + tiny) - b * b >= -tiny * tiny;
    }));
