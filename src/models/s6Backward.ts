import { fail, vector } from "../numerics/check.ts";
import { EXP_LIMIT, expParts, expWholes, expWithin } from "../numerics/exp.ts";
import { ready, startState } from "./s6.ts";
import type { S6Input, S6Options } from "./s6.ts";
import { sigmoid, silu, siluSlope } from "./s6Gate.ts";
import { advance } from "./s6Kernel.ts";
import type { S6Ready } from "./s6Kernel.ts";
import { zohSlopes } from "./s6Rule.ts";

/** The gradients of a loss by every input of `selectiveScan`, in the shapes of those inputs. */
export interface S6Gradients {
  readonly u: Float64Array;
  /** By `delta` as it was given: the raw one where `softplus` is on. */
  readonly delta: Float64Array;
  /** By A; multiply by A for the gradient by A_log, where A = −e^{A_log}. */
  readonly A: Float64Array;
  readonly B: Float64Array;
  readonly C: Float64Array;
  readonly D: Float64Array;
  /** Present when z was given. */
  readonly z: Float64Array | undefined;
  readonly h0: Float64Array;
  /** Present when deltaBias was given. */
  readonly deltaBias: Float64Array | undefined;
}

/**
 * The backward pass of `selectiveScan` (SCIENCE 2.11; Mamba App. D): from `dy` = ∂loss/∂y (L × channels), and `dlast` =
 * ∂loss/∂last if the loss looks at it, the reverse recurrence g_t = ȳ_t C_t + a_{t+1} g_{t+1}. States are not kept but
 * computed again from checkpoints, √L apart. Throws as `selectiveScan`.
 */
export function selectiveScanBackward(
  input: S6Input,
  dy: Float64Array,
  options: S6Options & { readonly dlast?: Float64Array | undefined } = {},
): S6Gradients {
  const s = ready(input, options);
  vector("dy", dy, s.L * s.channels);
  const h = startState(s, options.h0);
  const width = h.length;
  const grads: S6Gradients = {
    u: new Float64Array(s.u.length),
    delta: new Float64Array(s.u.length),
    A: new Float64Array(width),
    B: new Float64Array(s.B.length),
    C: new Float64Array(s.C.length),
    D: new Float64Array(s.channels),
    z: s.z && new Float64Array(s.u.length),
    h0: options.dlast ? vector("dlast", options.dlast, width).slice() : new Float64Array(width),
    deltaBias: options.deltaBias && new Float64Array(s.channels),
  };
  const size = Math.ceil(Math.sqrt(s.L));
  const chunks = Math.ceil(s.L / size);
  const checkpoints = new Float64Array(chunks * width);
  const scratch = new Float64Array(s.u.length);
  for (let k = 0; k < chunks; k++) {
    checkpoints.set(h, k * width);
    advance(s, h, scratch, k * size, Math.min((k + 1) * size, s.L));
  }
  const states = new Float64Array((size + 1) * width); // h before the chunk, then after each of its tokens
  for (let k = chunks - 1; k >= 0; k--) {
    const from = k * size;
    const to = Math.min(from + size, s.L);
    states.set(checkpoints.subarray(k * width, (k + 1) * width));
    for (let t = from; t < to; t++) {
      const row = (t - from) * width;
      states.copyWithin(row + width, row, row + width);
      advance(s, states.subarray(row + width, row + 2 * width), scratch, t, t + 1);
    }
    for (let t = to - 1; t >= from; t--) retreat(s, grads, dy, states, (t - from) * width, t);
  }
  if (options.softplus) throughSoftplus(grads, input.delta, options.deltaBias, s.channels);
  return finiteGradients(grads);
}

/** One token backwards. `grads.h0` holds a_{t+1} g_{t+1} on entry and a_t g_t on return. */
function retreat(
  s: S6Ready,
  grads: S6Gradients,
  dy: Float64Array,
  states: Float64Array,
  before: number,
  t: number,
): void {
  const { channels, states: N, A, B, C, D } = s;
  const after = before + channels * N;
  const exact = s.rule === "zoh";
  const parts = expParts; // variables of this function, see expWithin
  const wholes = expWholes;
  for (let e = 0; e < channels; e++) {
    const i = t * channels + e;
    const u = s.u[i]!;
    const d = s.delta[i]!;
    const near = d * s.reach[e]! <= EXP_LIMIT;
    const slope = outputSlope(s, grads, dy, states, after, t, e);
    let du = D[e]! * slope;
    let dd = 0;
    for (let n = 0; n < N; n++) {
      const j = t * N + n;
      const k = e * N + n;
      const a = A[k]!;
      const { phi, byDelta, byA } = exact ? zohSlopes(d, a) : { phi: d, byDelta: 1, byA: 0 };
      // #region backward
      const Abar = near ? expWithin(d * a, wholes, parts) : Math.exp(d * a);
      const g = slope * C[j]! + grads.h0[k]!;
      const past = Abar * states[before + k]!;
      const Bu = B[j]! * u;
      grads.C[j]! += slope * states[after + k]!;
      grads.B[j]! += g * phi * u;
      grads.A[k]! += g * (d * past + byA * Bu);
      du += g * phi * B[j]!;
      dd += g * (a * past + byDelta * Bu);
      grads.h0[k] = Abar * g;
      // #endregion
    }
    grads.D[e]! += slope * u;
    grads.u[i] = du;
    grads.delta[i] = dd;
  }
}

/** ∂loss/∂(C h + D u) of one channel and token; on the way the gate's gradient. */
function outputSlope(
  s: S6Ready,
  grads: S6Gradients,
  dy: Float64Array,
  states: Float64Array,
  after: number,
  t: number,
  e: number,
): number {
  const i = t * s.channels + e;
  if (!s.z || !grads.z) return dy[i]!;
  let out = s.D[e]! * s.u[i]!;
  for (let n = 0; n < s.states; n++)
    out += s.C[t * s.states + n]! * states[after + e * s.states + n]!;
  grads.z[i] = dy[i]! * out * siluSlope(s.z[i]!);
  return dy[i]! * silu(s.z[i]!);
}

/** From ∂loss/∂Δ to ∂loss/∂raw: Δ = softplus(raw + bias) has the slope σ(raw + bias). */
function throughSoftplus(
  grads: S6Gradients,
  raw: Float64Array,
  bias: Float64Array | undefined,
  channels: number,
): void {
  for (let i = 0; i < raw.length; i++) {
    const e = i % channels;
    grads.delta[i]! *= sigmoid(raw[i]! + (bias?.[e] ?? 0));
    if (grads.deltaBias) grads.deltaBias[e]! += grads.delta[i]!;
  }
}

function finiteGradients(grads: S6Gradients): S6Gradients {
  for (const [name, x] of Object.entries(grads) as [string, Float64Array | undefined][])
    for (let i = 0; i < (x?.length ?? 0); i++)
      if (!Number.isFinite(x![i]!)) fail(`∂loss/∂${name}[${i}]`, "finite (it overflowed)", x![i]);
  return grads;
}
