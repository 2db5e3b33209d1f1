import { keeping } from "../../kit/keeping.ts";
import { intermediate, type Intermediate } from "../../models/mamba/intermediates.ts";
import { retrace } from "../../models/mamba/retrace.ts";
import { type Stack, traceStack } from "../../models/mamba/stack.ts";
import { markerOf } from "../../models/train/copying.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { type Holding, holding } from "./holding.ts";
import type { Setting } from "./params.ts";
import { stackFrom, TASK } from "./trained.ts";
import record from "./trained.json" with { type: "json" };
import { idsOf } from "./words.ts";

const { L, K, V, N } = TASK;
/** Steps of a row with its questions. */
export const STEPS = L + K;

export const facts = record;
export const model = keeping((weights: string): Stack => stackFrom(weights));

/** The trained S6 on a row: what one of its channels does, and what the model answers. */
export interface Reading extends Holding {
  readonly ids: readonly number[];
  /** The tokens in their order, one for each question; NaN where there are fewer. */
  readonly asked: Float64Array;
  /** Δ of the channel as the model has it, and as it stands with what was set by hand. */
  readonly own: Float64Array;
  readonly delta: Float64Array;
  /** What the channel reads, after convolution and SiLU. */
  readonly u: Float64Array;
  /** A of its states, N; B and C of each step, STEPS × N; its states after each step, STEPS × N. */
  readonly A: Float64Array;
  readonly B: Matrix;
  readonly C: Matrix;
  readonly h: Matrix;
  /** The probability of each token at each question, K × V. */
  readonly chances: Matrix;
  /** For each step, how many answers of the model become others when Δ is 0 there in every channel. */
  readonly matters: Float64Array;
}

/** Everything that depends on the row alone. */
const traced = keeping((row: string) => {
  const stack = model(record.weights);
  const ids = Int32Array.from([...idsOf(row), ...Array.from({ length: K }, () => markerOf(TASK))]);
  const { logits, run } = traceStack(stack, ids);
  const seen = (name: Intermediate) => intermediate(run, 0, name).data;
  const [delta, u, B, C] = [seen("delta"), seen("u"), seen("B"), seen("C")];
  const { E } = stack.shape;
  const said = answersOf(logits);
  const matters = Float64Array.from({ length: STEPS }, (_, t) => {
    const without = retrace(stack, run, 0, delta.slice().fill(0, t * E, (t + 1) * E));
    return answersOf(without).filter((id, i) => id !== said[i]).length;
  });
  const A = Float64Array.from(stack.weights.blocks[0]!.s6!.ALog, (x) => -Math.exp(x));
  return { stack, ids, run, A, delta, u, B, C, matters };
});

const argmax = (logits: Float64Array, t: number): number => {
  const row = logits.subarray(t * V, (t + 1) * V);
  return row.indexOf(Math.max(...row));
};

/** The answers of the model, one for each question: the tokens themselves. */
const answersOf = (logits: Float64Array): number[] =>
  Array.from({ length: K }, (_, i) => 1 + argmax(logits, L + i));

/** A row read with some step sizes set by hand, in every channel. */
export function reading({
  row,
  sets,
  channel,
}: Pick<Setting, "row" | "sets" | "channel">): Reading {
  const { stack, ids, run, matters, ...base } = traced(row);
  const { E } = stack.shape;
  const e = channel - 1;
  const all = base.delta.slice();
  for (const { which, step, value } of sets)
    if (which === "d" && step < STEPS) all.fill(value, step * E, (step + 1) * E);
  const logits = retrace(stack, run, 0, all);
  const tokens = Array.from(ids.subarray(0, L)).filter(Boolean);
  const mine = (data: Float64Array) => column(data, E, e, 1).data;
  const delta = mine(all);
  const A = base.A.slice(e * N, (e + 1) * N);
  const { B, C } = base;
  const D = Float64Array.of(stack.weights.blocks[0]!.D[e]!);
  return {
    ids: Array.from(ids),
    asked: Float64Array.from({ length: K }, (_, i) => tokens[i] ?? NaN),
    own: mine(base.delta),
    delta,
    u: mine(base.u),
    A,
    B: { rows: STEPS, cols: N, data: B },
    C: { rows: STEPS, cols: N, data: C },
    h: column(intermediate(run, 0, "h").data, E * N, e * N, N),
    ...holding({ L: STEPS, states: N, delta, A, B, C, D }, "simplified"),
    chances: chancesOf(logits),
    matters,
  };
}

/** Some columns of rows of `width` numbers. */
function column(data: Float64Array, width: number, at: number, cols: number): Matrix {
  const rows = data.length / width;
  const out = zeros(rows, cols);
  for (let t = 0; t < rows; t++)
    out.data.set(data.subarray(t * width + at, t * width + at + cols), t * cols);
  return out;
}

/** The softmax at each question. */
function chancesOf(logits: Float64Array): Matrix {
  const chances = zeros(K, V);
  for (let i = 0; i < K; i++) {
    const row = logits.subarray((L + i) * V, (L + i + 1) * V);
    const most = Math.max(...row);
    const weights = row.map((x) => Math.exp(x - most));
    const all = weights.reduce((sum, x) => sum + x, 0);
    chances.data.set(
      weights.map((x) => x / all),
      i * V,
    );
  }
  return chances;
}

/** What is said at a question: the likeliest token and its probability. */
export function saidAt(
  { chances: { data } }: Reading,
  i: number,
): { token: number; chance: number } {
  const row = data.subarray(i * V, (i + 1) * V);
  const chance = Math.max(...row);
  return { token: 1 + row.indexOf(chance), chance };
}

/** How many of the questions that have an answer are answered right. */
export const rightOnes = (r: Reading): number =>
  r.asked.reduce((count, wanted, i) => count + Number(saidAt(r, i).token === wanted), 0);
