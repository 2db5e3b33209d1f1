import type { LoopInput, Written } from "./loops.ts";

/** Gradients in the shapes of the inputs. */
export interface Slopes {
  readonly du: Float32Array;
  readonly ddelta: Float32Array;
  readonly dA: Float32Array;
  readonly dB: Float32Array;
  readonly dC: Float32Array;
  readonly dD: Float32Array;
}

export const slopesOf = ({ u, delta, A, B, C, D }: LoopInput): Slopes => {
  const like = (x: Float32Array) => new Float32Array(x.length);
  return { du: like(u), ddelta: like(delta), dA: like(A), dB: like(B), dC: like(C), dD: like(D) };
};

function clear(out: Slopes): void {
  for (const x of [out.dA, out.dB, out.dC, out.dD]) x.fill(0);
}

/** Backward from the e^{ΔA} and h that the forward pass wrote out: g is written out too (into b), then a program for each gradient. */
export function apartBackward(input: LoopInput, dy: Float32Array, kept: Written, out: Slopes) {
  const { channels, states: N, C } = input;
  const { a, b: g } = kept;
  const width = channels * N;
  clear(out);
  for (let i = 0, k = 0; i < dy.length; i++) {
    const row = Math.floor(i / channels) * N;
    for (let n = 0; n < N; n++, k++) g[k] = dy[i]! * C[row + n]!;
  }
  for (let k = g.length - width - 1; k >= 0; k--) g[k]! += a[k + width]! * g[k + width]!;
  ofInputs(input, dy, g, out);
  ofSteps(input, kept, out);
  ofRates(input, kept, out);
  ofTokens(input, dy, kept, out);
}

/** du and dD. */
function ofInputs(input: LoopInput, dy: Float32Array, g: Float32Array, { du, dD }: Slopes): void {
  const { channels, states: N, u, delta, B, D } = input;
  for (let i = 0, k = 0; i < dy.length; i++) {
    const row = Math.floor(i / channels) * N;
    let sum = 0;
    for (let n = 0; n < N; n++, k++) sum += g[k]! * B[row + n]!;
    du[i] = delta[i]! * sum + D[i % channels]! * dy[i]!;
  }
  for (let i = 0; i < dy.length; i++) dD[i % channels]! += dy[i]! * u[i]!;
}

/** dΔ. */
function ofSteps({ channels, states: N, u, A, B }: LoopInput, kept: Written, { ddelta }: Slopes) {
  const { a, b: g, h } = kept;
  const width = channels * N;
  for (let i = 0, k = 0; i < ddelta.length; i++) {
    const [row, rate] = [Math.floor(i / channels) * N, (i % channels) * N];
    let sum = 0;
    for (let n = 0; n < N; n++, k++) {
      const past = k < width ? 0 : a[k]! * h[k - width]!;
      sum += g[k]! * (A[rate + n]! * past + B[row + n]! * u[i]!);
    }
    ddelta[i] = sum;
  }
}

/** dA. */
function ofRates({ channels, states: N, delta }: LoopInput, kept: Written, { dA }: Slopes): void {
  const { a, b: g, h } = kept;
  const width = channels * N;
  for (let k = width, i = channels; i < delta.length; i++) {
    const rate = (i % channels) * N;
    for (let n = 0; n < N; n++, k++) dA[rate + n]! += g[k]! * delta[i]! * a[k]! * h[k - width]!;
  }
}

/** dB and dC. */
function ofTokens(input: LoopInput, dy: Float32Array, { b: g, h }: Written, { dB, dC }: Slopes) {
  const { channels, states: N, u, delta } = input;
  for (let i = 0, k = 0; i < dy.length; i++) {
    const row = Math.floor(i / channels) * N;
    const x = delta[i]! * u[i]!;
    for (let n = 0; n < N; n++, k++) dB[row + n]! += g[k]! * x;
  }
  for (let i = 0, k = 0; i < dy.length; i++) {
    const row = Math.floor(i / channels) * N;
    for (let n = 0; n < N; n++, k++) dC[row + n]! += dy[i]! * h[k]!;
  }
}

/** Tokens whose states are held at once. */
const STRETCH = 16;

/** Backward with recomputation: the state that enters each stretch is kept, those within it are made again. */
export function fusedBackward(input: LoopInput, dy: Float32Array, out: Slopes): void {
  const { L, channels, states: N, delta, u, A, B } = input;
  const width = channels * N;
  const stretches = Math.ceil(L / STRETCH);
  const enters = new Float32Array(stretches * width);
  const held = new Float32Array((STRETCH + 1) * width);
  clear(out);
  const walk = (t: number, from: Float32Array, to: Float32Array) => {
    for (let d = 0, k = 0; d < channels; d++) {
      const i = t * channels + d;
      const x = delta[i]! * u[i]!;
      for (let n = 0; n < N; n++, k++)
        to[k] = Math.exp(delta[i]! * A[k]!) * from[k]! + x * B[t * N + n]!;
    }
  };
  const state = new Float32Array(width);
  for (let t = 0; t < L; t++) {
    if (t % STRETCH === 0) enters.set(state, (t / STRETCH) * width);
    walk(t, state, state);
  }
  const g = new Float32Array(width);
  for (let s = stretches - 1; s >= 0; s--) {
    const [begin, end] = [s * STRETCH, Math.min(L, (s + 1) * STRETCH)];
    held.set(enters.subarray(s * width, (s + 1) * width));
    const row = (t: number) => held.subarray((t - begin) * width, (t - begin + 1) * width);
    for (let t = begin; t < end; t++) walk(t, row(t), row(t + 1));
    for (let t = end - 1; t >= begin; t--)
      token(input, dy, out, t, { g, h: row(t), now: row(t + 1) });
  }
}

/** One token backwards: its share of every gradient, and the adjoint of the token before it. */
function token(
  { channels, states: N, u, delta, A, B, C, D }: LoopInput,
  dy: Float32Array,
  out: Slopes,
  t: number,
  { g, h, now }: { g: Float32Array; h: Float32Array; now: Float32Array },
): void {
  for (let d = 0, k = 0; d < channels; d++) {
    const i = t * channels + d;
    const [step, x, slope] = [delta[i]!, u[i]!, dy[i]!];
    let [du, dd] = [D[d]! * slope, 0];
    for (let n = 0; n < N; n++, k++) {
      const at = t * N + n;
      const decay = Math.exp(step * A[k]!);
      const past = decay * h[k]!;
      const here = g[k]! + slope * C[at]!;
      out.dC[at]! += slope * now[k]!;
      out.dB[at]! += here * step * x;
      out.dA[k]! += here * step * past;
      du += here * step * B[at]!;
      dd += here * (A[k]! * past + B[at]! * x);
      g[k] = decay * here;
    }
    out.dD[d]! += slope * x;
    out.du[i] = du;
    out.ddelta[i] = dd;
  }
}
