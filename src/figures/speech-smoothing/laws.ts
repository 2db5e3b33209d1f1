import { filterBlock, startCompanion, trailOf } from "../../models/speech/companion.ts";
import { FRAME, HOP, modelsOf } from "../../models/speech/enhance.ts";
import { correlations, fitPower, framePower, framing } from "../../models/speech/fit.ts";
import { noHindsight, walkBack } from "../../models/speech/hindsight.ts";
import { energy, snr } from "../../models/speech/snr.ts";
import { loudest, type Run, taskOf } from "./compute.ts";
import type { Setting } from "./params.ts";

/** The loudest hop, its model and the noisy samples from its frame on. */
function loud(r: Run, v: Setting) {
  const hop = loudest(r);
  const from = Math.max(0, hop * HOP - (FRAME - HOP) / 2);
  const y = r.noisy.slice(from, from + FRAME);
  return { hop, y, model: modelsOf(taskOf(r, v))(hop) };
}

/** The measured ratio is the one that was asked for. */
export const asAsked = (r: Run, v: Setting): boolean =>
  !v.add || energy(r.clean) === 0 || Math.abs(snr(r.clean, r.noisy) - v.snr) < 1e-6;

/** r_k = Σ a_j r_{k−j} for 1 ≤ k ≤ p, and r_0 = Σ a_j r_j + q: the model's lags are the frame's. */
export function sameLags(r: Run, v: Setting): boolean {
  const f = framing(FRAME, v.p);
  const power = framePower(r.noisy, loudest(r) * HOP - (FRAME - HOP) / 2, f);
  const lag = correlations(power, v.p, f);
  const { a, q } = fitPower(power, v.p, f);
  for (let k = 0; k <= v.p; k++) {
    let sum = k === 0 ? q : 0;
    for (let j = 1; j <= v.p; j++) sum += a[j - 1]! * lag[Math.abs(k - j)]!;
    if (!(Math.abs(sum - lag[k]!) <= 1e-9 * lag[0]!)) return false;
  }
  return true;
}

/** All poles inside the unit circle, by stepping the order down: every reflection is less than 1 (Jury; Makhoul 1975). */
export function fades(r: Run, v: Setting): boolean {
  let a = Array.from(loud(r, v).model.a);
  while (a.length > 0) {
    const k = a.at(-1)!;
    if (!(Math.abs(k) < 1)) return false;
    const rest = a.slice(0, -1);
    a = rest.map((x, i) => (x + k * rest[rest.length - 1 - i]!) / (1 - k * k));
  }
  return true;
}

/** With hindsight the expected error is not larger than without, and without not larger than that of the bare sample. */
export function everSmaller(r: Run, v: Setting): boolean {
  const { y, model } = loud(r, v);
  const heard = { s: y.slice(), variance: y.slice() };
  const trail = trailOf(y.length, v.p);
  filterBlock(startCompanion(v.p), model, r.R, y, [0, y.length], heard, trail);
  const seen = { s: y.slice(), variance: y.slice() };
  walkBack(trail, model, noHindsight(v.p, true), 0, seen);
  const more = 1 + 1e-9;
  const rounding = (1e-12 * energy(y)) / y.length;
  return heard.variance.every(
    (x, t) => x <= r.R * more + rounding && seen.variance[t]! <= x * more + rounding,
  );
}

/** Told that there is no noise, the filter gives back what it is given. */
export function trusts(r: Run, v: Setting): boolean {
  const { y, model } = loud(r, v);
  const s = new Float64Array(y.length);
  filterBlock(startCompanion(v.p), model, 0, y, [0, y.length], { s });
  const size = Math.sqrt(energy(y));
  return model.q === 0 || s.every((x, t) => Math.abs(x - y[t]!) <= 1e-12 * size);
}
