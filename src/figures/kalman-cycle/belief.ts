import { uncertain, type Run } from "./compute.ts";

export interface Gauss {
  readonly mean: number;
  readonly variance: number;
}

/** What is believed at a moment between two half-steps, and how strongly its companions are drawn (0 … 1). */
export interface Scene {
  readonly belief: Gauss;
  /** Where the present half-step began, kept as an outline. */
  readonly outline: Gauss;
  readonly outlined: number;
  readonly step: number;
  /** Of the measurement and its likelihood. */
  readonly seen: number;
  /** Share of the correction taken in. */
  readonly taken: number;
  readonly truth: number;
}

const ease = (s: number) => (s < 0.5 ? 2 * s * s : 1 - 2 * (1 - s) ** 2);
const part = (s: number, from: number, to: number) =>
  ease(Math.max(0, Math.min(1, (s - from) / (to - from))));

/**
 * The moment t of the half-step timeline. On the way to an update the measurement appears, then the estimate takes in a
 * growing share f of the correction: the Gaussian is that of the gain f K. On the way to a prediction A moves it, then Q widens it.
 */
export function sceneAt(r: Run, a: number, t: number): Scene {
  const last = 2 * r.y.length - 1;
  const half = Math.min(last, Math.floor(t));
  const s = half === last ? 0 : t - half;
  const step = half >> 1;
  const prior = { mean: r.hprior[step]!, variance: r.Pprior[step]! };
  const posterior = { mean: r.hhat[step]!, variance: r.P[step]! };
  const truth = r.truth[step]!;
  if (half % 2 === 0) {
    const taken = part(s, 0.35, 1);
    const seen = part(s, 0, 0.35);
    const belief = uncertain(r, step) ? corrected(r, step, taken) : prior;
    return { belief, outline: prior, outlined: seen, step, seen, taken, truth };
  }
  if (s === 0)
    return {
      belief: posterior,
      outline: prior,
      outlined: 1,
      step,
      seen: 1,
      taken: 1,
      truth,
    };
  const moved = part(s, 0.15, 0.6);
  const widened = part(s, 0.55, 1);
  const fading = 1 - part(s, 0, 0.2);
  const belief = {
    mean: posterior.mean * (1 + (a - 1) * moved),
    variance: posterior.variance * (1 + (a * a - 1) * moved) + widened * r.Q,
  };
  return {
    belief,
    outline: posterior,
    outlined: 1 - widened,
    step,
    seen: fading,
    taken: 1,
    truth: truth + moved * (r.truth[step + 1]! - truth),
  };
}

/** The estimate that takes in only the share f of the correction, with its own true variance (Joseph's form). */
function corrected(r: Run, step: number, f: number): Gauss {
  const K = f * r.gain[step]!;
  return {
    mean: r.hprior[step]! + K * r.e[step]!,
    variance: (1 - K) ** 2 * r.Pprior[step]! + K * K * r.R,
  };
}
