import type { Rows } from "../../numerics/dense.ts";
import type { Run } from "../../models/mamba/forward.ts";

/** The tensors of one character that are drawn as strips. */
export const stripNames = [
  "input",
  "normed",
  "x",
  "z",
  "conv",
  "u",
  "low",
  "B",
  "C",
  "delta",
  "y",
  "gated",
  "out",
  "sum",
] as const;
export type Strip = (typeof stripNames)[number];

/** One channel's states: before the character and after it, and what they keep of what was there (e^{ΔA}). */
export interface States {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly kept: Float64Array;
}

/** What one block made of one character. */
export interface Seen {
  readonly strips: Readonly<Record<Strip, Float64Array>>;
  /** x of the characters before it that stand in the window of the convolution, the last one first. */
  readonly past: readonly Float64Array[];
  /** Of a channel, counted from 0; undefined where it was not recorded. */
  states(channel: number): States | undefined;
  /** All states, channels × states. */
  readonly h?: Float64Array;
}

/** The largest size in each strip, and of a state, over all characters: full height and full colour. */
export type Scale = Readonly<Record<Strip | "h", number>>;

const rowOf = ({ data, width, stride, at }: Rows, s: number): Float64Array =>
  data.slice(at + s * stride, at + s * stride + width);

/** Looks into a run that keeps its states. */
export function seenIn(run: Run, layer: number, t: number): Seen {
  const { E, N, taps } = run.shape;
  const block = run.blocks[layer]!;
  const all = stripsOf(run, layer);
  const before = t * E * N;
  const slice = (data: Float64Array, from: number) => data.slice(from, from + N);
  return {
    strips: mapped((name) => rowOf(all[name], t)),
    past: Array.from({ length: taps - 1 }, (_, k) => rowOf(block.xPast, t + taps - 2 - k)),
    states: (channel) => ({
      before: slice(block.h, before + channel * N),
      after: slice(block.h, before + E * N + channel * N),
      kept: slice(block.Abar, before + channel * N),
    }),
    h: block.h.slice(before + E * N, before + 2 * E * N),
  };
}

export function scaleOf(run: Run, layer: number): Scale {
  const all = stripsOf(run, layer);
  const steps = Array.from({ length: run.capacity }, (_, s) => s);
  const largest = (x: Float64Array) => x.reduce((most, a) => Math.max(most, Math.abs(a)), 0);
  return {
    ...mapped((name) => Math.max(...steps.map((s) => largest(rowOf(all[name], s))))),
    h: largest(run.blocks[layer]!.h),
  };
}

function stripsOf(run: Run, layer: number): Record<Strip, Rows> {
  const { E, N, R } = run.shape;
  const block = run.blocks[layer]!;
  const plain = (data: Float64Array, width = E): Rows => ({ data, width, stride: width, at: 0 });
  const part = (at: number): Rows => ({ ...block.dBC, width: N, at });
  return {
    input: block.input,
    normed: block.normed,
    x: block.x,
    z: block.z,
    conv: block.conv,
    u: block.u,
    low: block.low,
    B: part(R),
    C: part(R + N),
    delta: plain(block.delta),
    y: plain(block.y),
    gated: block.gated,
    out: block.out,
    sum: run.blocks[layer + 1]?.input ?? run.stream,
  };
}

const mapped = <U>(of: (name: Strip) => U): Record<Strip, U> =>
  Object.fromEntries(stripNames.map((name) => [name, of(name)])) as Record<Strip, U>;
