import { keeping } from "../../kit/keeping.ts";
import { intermediate } from "../../models/mamba/intermediates.ts";
import { type Stack, traceStack } from "../../models/mamba/stack.ts";
import type { Run as Trace } from "../../models/mamba/forward.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { modelOf, type Run, type Source } from "./compute.ts";
import { V } from "./pair.ts";
import { CHANNELS, type Setting } from "./params.ts";
import { idsOf, LETTERS, wantedIn } from "./sequence.ts";

/** What one side says to a sequence. */
export interface Answer {
  /** Probability of each letter at each marker. */
  readonly shares: Matrix;
  /** The letter it says at each marker, and those that are right. */
  readonly said: readonly number[];
  readonly right: number;
}

/** A sequence as both sides read it. */
export interface Reading {
  readonly source: Source;
  readonly text: string;
  readonly wanted: readonly number[];
  readonly s4d: Answer;
  readonly s6: Answer;
  /** Δ of S6, channels by rank × steps. */
  readonly delta: Matrix;
  /** The kernels of S4D, channels by rank × lags. */
  readonly kernels: Matrix;
  /** How many channels open at letters and how many shut there, by twice at least. */
  readonly opens: number;
  readonly shuts: number;
  /** S6's own numbers, and which channel has which rank. */
  readonly trace: Trace;
  readonly order: readonly number[];
}

/** Blanks between the letters of the probe: more than the convolution's four taps reach over. */
const APART = 9;
const REACH = 4;

/** The probe: every letter once, far apart, and so blanks that no letter is near to. */
const probe = Int32Array.from({ length: V * APART }, (_, t) =>
  t % APART === APART - REACH ? 1 + Math.floor(t / APART) : 0,
);

/** Mean of a channel's Δ, and of 1 − e^−Δ, over some steps of the probe. */
interface Opening {
  readonly delta: number;
  readonly gate: number;
}

/**
 * How far each channel opens where a letter is among the last four tokens, and on blanks alone. The first steps, which the convolution
 * pads with zeros, do not count.
 */
function openings(stack: Stack, layer: number): { near: Opening; far: Opening }[] {
  const { data } = intermediate(traceStack(stack, probe).run, layer, "delta");
  const steps = Array.from({ length: probe.length - REACH }, (_, k) => k + REACH);
  const isNear = (t: number) => probe.subarray(t - REACH + 1, t + 1).some((id) => id > 0);
  const mean = (e: number, some: readonly number[]): Opening => {
    const deltas = some.map((t) => data[t * CHANNELS + e]!);
    const sum = (of: (x: number) => number) => deltas.reduce((total, x) => total + of(x), 0);
    return { delta: sum((x) => x) / some.length, gate: sum((x) => -Math.expm1(-x)) / some.length };
  };
  const [near, far] = [steps.filter(isNear), steps.filter((t) => !isNear(t))];
  return Array.from({ length: CHANNELS }, (_, e) => ({ near: mean(e, near), far: mean(e, far) }));
}

const ranked = (size: readonly number[]): number[] =>
  [...size.keys()].toSorted((a, b) => size[b]! - size[a]! || a - b);

/** What hangs on S6's weights alone: its channels, from those that open at letters most to those that shut most, and how many do. */
const channelsOf = keeping((stack: Stack, layer: number) => {
  const all = openings(stack, layer);
  return {
    order: ranked(all.map(({ near, far }) => near.gate - far.gate)),
    opens: all.filter(({ near, far }) => near.delta >= 2 * far.delta).length,
    shuts: all.filter(({ near, far }) => far.delta >= 2 * near.delta).length,
  };
});

function answer(logits: Float64Array, L: number, wanted: readonly number[]): Answer {
  const data = new Float64Array(wanted.length * V);
  const said = wanted.map((_, k) => {
    const row = logits.subarray((L + k) * V, (L + k + 1) * V);
    const most = row.reduce((a, b) => Math.max(a, b));
    const sum = row.reduce((total, x) => total + Math.exp(x - most), 0);
    row.forEach((x, i) => (data[k * V + i] = Math.exp(x - most) / sum));
    return row.indexOf(most);
  });
  const right = said.filter((letter, k) => letter === wanted[k]).length;
  return { shares: { rows: wanted.length, cols: V, data }, said, right };
}

/** Rows of `width` numbers for each step, as one row for each channel, in an order. */
function byChannel(data: ArrayLike<number>, steps: number, order: readonly number[]): Matrix {
  const out = new Float64Array(steps * order.length);
  order.forEach((e, row) => {
    for (let t = 0; t < steps; t++) out[row * steps + t] = data[t * CHANNELS + e]!;
  });
  return { rows: order.length, cols: steps, data: out };
}

const read = keeping((s4d: Stack, s6: Stack, layer: number, text: string, source: Source) => {
  const [ids, wanted] = [idsOf(text), wantedIn(text)];
  const [fixed, free] = [traceStack(s4d, ids), traceStack(s6, ids)];
  const { order, opens, shuts } = channelsOf(s6, layer);
  const K = fixed.run.cores[layer]!;
  const size = Array.from({ length: CHANNELS }, (_, e) => {
    let sum = 0;
    for (let l = 0; l < ids.length; l++) sum += K[l * CHANNELS + e]! ** 2;
    return sum;
  });
  const delta = intermediate(free.run, layer, "delta").data;
  return {
    source,
    text,
    wanted,
    s4d: answer(fixed.logits, text.length, wanted),
    s6: answer(free.logits, text.length, wanted),
    delta: byChannel(delta, ids.length, order),
    kernels: byChannel(K, ids.length, ranked(size)),
    opens,
    shuts,
    trace: free.run,
    order,
  };
});

/** The layer that is looked at. */
export const layerOf = ({ layer, layers }: Pick<Setting, "layer" | "layers">): number =>
  Math.min(layer, layers) - 1;

/** The reader's sequence, as the models of this moment read it. */
export function readingOf(r: Run, v: Setting): Reading {
  const [s4d, s6] = [modelOf(r, v, "s4d"), modelOf(r, v, "s6")];
  const source = s4d.source === s6.source ? s4d.source : "trained";
  return read(s4d.stack, s6.stack, layerOf(v), v.own, source);
}

/** A class as a letter. */
export const letterOf = (label: number): string => LETTERS[label]!.toUpperCase();
