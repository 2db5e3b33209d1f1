import { lpcOf, frameLags, weighted } from "../../models/waveform/lpc.ts";
import { pastCoefficients } from "../../models/waveform/predictors.ts";
import { frameOf, middleOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The coefficients that foretell the sample at the playhead; those of S6 are not at hand. */
function coefficientsAt({ x }: Run, { way, p, frame }: Setting, t: number) {
  if (way === "s6") return undefined;
  if (way === "same") return Float64Array.of(1);
  if (way === "past") return pastCoefficients(x, p, t);
  const size = frameOf(frame);
  const from = t - (t % size);
  const { whole, shift } = lpcOf(frameLags(x, from, Math.min(size, x.length - from), p), p);
  return Float64Array.from(whole, (c) => c / 2 ** shift);
}

/** The sample in the middle of the hop, how it is foretold, and what is left of it before it is rounded. */
export function symbols(r: Run, v: Setting, t: number) {
  const here = { t: Math.floor(t), L: r.hops };
  const now = middleOf(r, t);
  const a = coefficientsAt(r, v, now);
  if (!a) return here;
  const y = r.x[now]!;
  return {
    ...here,
    y,
    lpc: [Array.from(a)],
    ypast: Array.from(a, (_, k) => [r.x[now - 1 - k] ?? 0]),
    e: y - weighted(a, new Float64Array(r.x), now),
  };
}
