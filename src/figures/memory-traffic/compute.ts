import { layoutFor } from "../../gpu/kernels/selective-scan/layout.ts";
import { layoutFor as backwardLayoutFor } from "../../gpu/kernels/selective-scan-backward/layout.ts";
import {
  fusedBackwardOperations,
  fusedForwardOperations,
  unfusedBackwardOperations,
  unfusedForwardOperations,
  type Operations,
} from "../../gpu/operations.ts";
import {
  fusedBackward,
  fusedForward,
  unfusedBackward,
  unfusedForward,
  type Dispatch,
} from "../../gpu/traffic.ts";
import { limits } from "../../gpu/work.ts";
import { attainable, intensityOf } from "../../numerics/roofline.ts";
import { cardOf } from "./cards.ts";
import type { Measuring } from "./measured.ts";
import type { Setting } from "./params.ts";
import { programsOf, type Program } from "./programs.ts";
import type { TensorId, Way } from "./tensors.ts";

/** What limits a side on a card: bringing bytes, multiplying and adding, or exponentials. */
export type Limit = "memory" | "arithmetic" | "exponentials";

/** The separate programs, or the fused one. */
export interface Side {
  readonly programs: readonly Program[];
  /** Bytes read and written by all; operations, exponentials counted as one each; exponentials. */
  readonly bytes: number;
  readonly operations: number;
  readonly exps: number;
  /** Operations for each byte. */
  readonly intensity: number;
  /** Operations a second that the card can reach, and the least seconds it takes for that. */
  readonly reach: number;
  readonly seconds: number;
  readonly limit: Limit;
}

export interface Run extends Partial<Measuring> {
  readonly apart: Side;
  readonly fused: Side;
  /** Bytes that any program has to move: each input once, each output once. */
  readonly least: number;
  /** Bytes of what the fused scan passes on between its programs. */
  readonly passed: Readonly<Partial<Record<TensorId, number>>>;
  /** Bytes kept from the forward pass for the backward pass, beyond the inputs. */
  readonly kept: number;
  /** Tokens of a chunk; of a stretch whose states are made again, where it goes backward. */
  readonly chunk: number;
  readonly stretch: number;
  /** Passes over all pairs that the separate scan takes. */
  readonly levels: number;
  /** Whether the pairs written out fit into what a page may bind in one piece, and the whole into what a page should ask for. */
  readonly fits: { readonly apart: boolean; readonly fused: boolean };
}

/** What counts just now: measured are the kernels that there are, and recorded was one card. */
export const inForce = (v: Setting): Setting =>
  v.show === "measured" ? { ...v, scan: "levels", card: "h200" } : v;

function formulas({ L, D, N, pass, scan }: Setting) {
  const sizes = { batch: 1, L, channels: D, states: N };
  const { chunk } = layoutFor(sizes, {}, {});
  if (pass === "forward")
    return {
      chunk,
      stretch: NaN,
      apart: [unfusedForward(sizes, scan), unfusedForwardOperations(sizes, scan)],
      fused: [fusedForward(sizes, chunk), fusedForwardOperations(sizes, chunk)],
    } as const;
  const layout = backwardLayoutFor(sizes, {}, {});
  return {
    chunk: layout.chunk,
    stretch: layout.stretch,
    apart: [unfusedBackward(sizes, scan), unfusedBackwardOperations(sizes, scan)],
    fused: [fusedBackward(sizes, layout), fusedBackwardOperations(sizes, layout)],
  } as const;
}

function sideOf(
  way: Way,
  v: Setting,
  [dispatches, operations]: readonly [readonly Dispatch[], readonly Operations[]],
): Side {
  const programs = programsOf(way, v.pass, dispatches, operations);
  const sum = (of: (p: Program) => number) => programs.reduce((s, p) => s + of(p), 0);
  const [bytes, flops, exps] = [sum((p) => p.bytes), sum((p) => p.flops), sum((p) => p.exps)];
  const all = flops + exps;
  const intensity = intensityOf(all, bytes);
  const card = cardOf(v.card);
  const roof = attainable(card.peak, card.bandwidth, intensity);
  const byExps = exps > 0 && card.exps !== undefined ? (card.exps * all) / exps : Infinity;
  const reach = Math.min(roof, byExps);
  const limit =
    byExps < roof ? "exponentials" : roof < card.peak ? "memory" : ("arithmetic" as const);
  return { programs, bytes, operations: all, exps, intensity, reach, seconds: all / reach, limit };
}

/** Bytes at once of what the fused scan hands from one of its programs to the next. */
function passedOf(dispatches: readonly Dispatch[]): Run["passed"] {
  const written = (names: readonly string[], programs: RegExp) =>
    dispatches
      .filter(({ name }) => programs.test(name))
      .flatMap(({ uses }) => uses)
      .filter(({ tensor }) => names.includes(tensor))
      .reduce((sum, use) => sum + use.written, 0);
  return {
    ends: written(["state", "time"], /^(K1|B1)/),
    parts: written(["parts"], /^B3/),
  };
}

/** Floats of a tensor of L × D that a page should not exceed. */
const PAGE = limits.binding / 4;

/** Every byte and every operation by the formulas of the engine, before anything runs. */
export function plan(given: Setting): Run {
  const v = inForce(given);
  const { L, D, N, pass } = v;
  const { chunk, stretch, ...both } = formulas(v);
  const [wide, row, near, rate] = [L * D * N, L * D, L * N, D * (N + 1)];
  const forward = pass === "forward";
  const floats = forward ? 3 * row + 2 * near + rate : 5 * row + 4 * near + 2 * rate;
  return {
    apart: sideOf("apart", v, both.apart),
    fused: sideOf("fused", v, both.fused),
    least: 4 * floats,
    passed: passedOf(both.fused[0]),
    kept: forward ? 0 : 4 * 2 * wide,
    chunk,
    stretch,
    levels: v.scan === "once" ? 1 : both.apart[0].filter(({ name }) => name === "one level").length,
    fits: { apart: wide <= PAGE, fused: row <= PAGE },
  };
}
