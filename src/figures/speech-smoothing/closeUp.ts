import type { Autoregression } from "../../models/speech/ar.ts";
import { enhance, FRAME, HOP, modelsOf } from "../../models/speech/enhance.ts";
import { fitPower, framePower, framing, modelPower } from "../../models/speech/fit.ts";
import { roots } from "../../numerics/eigenSmall.ts";
import { type Run, SECOND, taskOf } from "./compute.ts";
import type { Setting } from "./params.ts";

/** One hop and its neighbours, near enough to see the samples. */
export interface CloseUp {
  readonly hop: number;
  /** The model of the hop. */
  readonly model: Autoregression;
  /** Power from 0 to half the sampling rate: of the noisy frame, of its model, and of a model of the clean frame. */
  readonly power: Float64Array;
  readonly phi: Float64Array;
  readonly truth: Float64Array;
  /** Index of the first sample of `s` and `variance`. */
  readonly from: number;
  /** The estimate, and what the filter thinks its squared error is. */
  readonly s: Float64Array;
  readonly variance: Float64Array;
}

/** Hops before and after: the filter begins in silence, and has forgotten that by the time it is shown. */
const BEFORE = 3;
const AFTER = 3;

const kept = new WeakMap<Run, CloseUp & { of: Setting }>();

/** What the filter does about the playhead. The last one is kept. */
export function closeUp(run: Run, v: Setting, t: number): CloseUp {
  const hop = Math.max(0, Math.min(run.hops - 1, Math.floor(t)));
  const before = kept.get(run);
  if (before?.hop === hop && before.of === v) return before;
  const made = { ...look(run, v, hop), of: v };
  kept.set(run, made);
  return made;
}

function look(run: Run, v: Setting, hop: number): CloseUp {
  const task = taskOf(run, v);
  const models = modelsOf(task);
  const first = Math.max(0, hop - BEFORE);
  const from = first * HOP;
  const y = run.noisy.subarray(from, Math.min(run.noisy.length, (hop + AFTER) * HOP));
  const s = new Float64Array(y.length);
  const variance = new Float64Array(y.length);
  const local = { ...task, y };
  for (const _ of enhance(local, { s, variance }, undefined, Infinity, (j) => models(first + j)));
  const f = framing(FRAME, v.p);
  const at = hop * HOP - (FRAME - HOP) / 2;
  const model = models(hop);
  const truth = modelPower(fitPower(framePower(run.clean, at, f), v.p, f), f);
  return {
    hop,
    model,
    power: framePower(run.noisy, at, f),
    phi: modelPower(model, f),
    truth,
    from,
    s,
    variance,
  };
}

/** The poles of a model: the eigenvalues of its A, one a resonance. */
export function polesOf({ a, q }: Autoregression) {
  if (q === 0) return { re: new Float64Array(0), im: new Float64Array(0) };
  return roots(Float64Array.of(...Array.from(a, (x) => -x).toReversed(), 1));
}

/** Frequency (Hz) of the resonance that fades most slowly; NaN where there is none. */
export function resonance(model: Autoregression): number {
  const { re, im } = polesOf(model);
  let [hertz, size] = [NaN, -1];
  for (let k = 0; k < re.length; k++) {
    const radius = Math.hypot(re[k]!, im[k]!);
    if (im[k]! <= 0 || radius <= size) continue;
    [hertz, size] = [(Math.atan2(im[k]!, re[k]!) * SECOND) / (2 * Math.PI), radius];
  }
  return hertz;
}
