import { fixed } from "../../kit/format.ts";
import { sigmoid, silu, softplus } from "../../models/s6Gate.ts";
import type { SymbolId } from "../../notation.ts";
import { seenAt, type Trace, weightsOf, type Run } from "./compute.ts";
import { indexOf } from "./look.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { products, sizeOf, total } from "./redo.ts";
import type { Seen } from "./seen.ts";
import type { Stage } from "./stages.ts";

/** A row of numbers, magnified. */
export interface Bars {
  readonly label: string;
  readonly data: Float64Array;
  readonly symbol?: SymbolId;
  /** The one looked at. */
  readonly at?: number;
}

/** What goes on in a box at one of its numbers. */
export interface Detail {
  readonly bars: readonly Bars[];
  readonly lines: readonly string[];
  /** A bent curve, and where on it this number lies. */
  readonly curve?: {
    readonly of: (x: number) => number;
    readonly at: number;
    readonly name: string;
  };
}

type Say = (word: Phrase) => string;
interface Looked {
  readonly seen: Seen;
  readonly k: number;
  readonly say: Say;
  readonly r: Run;
  readonly v: Setting;
  readonly t: number;
}

/** Undefined where nothing is known of the character yet. */
export function detailOf(
  stage: Stage,
  r: Run,
  v: Setting,
  t: number,
  say: Say,
): Detail | undefined {
  const seen = seenAt(r, v, t);
  return seen && details[stage]({ seen, k: indexOf(stage, v, seen), say, r, v, t });
}

const number = (x: number) => fixed(x, 3);
/** A weighted sum: what comes in, the weights, the products, and their sum. */
function sum(
  { say }: Looked,
  [ins, name, symbol]: readonly [Float64Array, string, SymbolId?],
  W: ArrayLike<number> | undefined,
  row: number,
  result: string,
): Detail {
  const from: Bars = { label: name, data: ins, ...(symbol && { symbol }) };
  if (!W) return { bars: [from], lines: [result] };
  const weights = Float64Array.from(ins, (_, i) => W[row * ins.length + i]!);
  return {
    bars: [
      from,
      { label: say("weights"), data: weights },
      { label: say("products"), data: products(weights, 0, ins) },
    ],
    lines: [`${say("sum")}: ${result}`],
  };
}

const details: Readonly<Record<Stage, (at: Looked) => Detail>> = {
  norm: ({ seen: { strips }, k, say, r, v }) => {
    const size = sizeOf(strips.input, SHAPE.eps);
    const w = weightsOf(r, v)?.norm[k];
    return {
      bars: [
        { label: say("stream"), data: strips.input, at: k },
        { label: say("normed"), data: strips.normed, at: k },
      ],
      lines: [
        `${say("size")} = ${number(size)}`,
        `${number(strips.input[k]!)} ÷ ${number(size)}${w === undefined ? "" : ` × ${number(w)}`}`,
        `= ${number(strips.normed[k]!)}`,
      ],
    };
  },
  in: (at) => {
    const { strips } = at.seen;
    const w = weightsOf(at.r, at.v);
    return sum(
      at,
      [strips.normed, at.say("normed")],
      w?.inX,
      at.k,
      `x = ${number(strips.x[at.k]!)}`,
    );
  },
  conv: ({ seen, k, say, r, v, t }) => {
    const w = weightsOf(r, v);
    const xs = [seen.strips.x, ...seen.past].map((x) => x[k]!);
    const taps = w && xs.map((_, i) => w.conv[k * xs.length + xs.length - 1 - i]!);
    const lines = xs
      .map((x, i) => {
        const c = r.characters[t - i];
        return `${c === undefined ? "∅" : glyph(c)}  ${number(x)}${taps ? ` × ${number(taps[i]!)}` : ""}`;
      })
      .toReversed();
    const bias = w?.convBias?.[k];
    return {
      bars: [
        { label: say("fourX"), data: Float64Array.from(xs).toReversed(), symbol: "u" },
        ...(taps ? [{ label: say("fourW"), data: Float64Array.from(taps).toReversed() }] : []),
      ],
      lines: [
        ...lines,
        ...(bias === undefined ? [] : [`+ ${say("bias")} ${number(bias)}`]),
        `= ${number(seen.strips.conv[k]!)}`,
      ],
    };
  },
  silu: ({ seen: { strips }, k }) => ({
    bars: [],
    curve: { of: silu, at: strips.conv[k]!, name: "SiLU(x) = x σ(x)" },
    lines: [
      `x = ${number(strips.conv[k]!)}`,
      `σ(x) = ${number(sigmoid(strips.conv[k]!))}`,
      `u = ${number(strips.u[k]!)}`,
    ],
  }),
  select: ({ seen: { strips } }) => ({
    bars: [
      { label: "δ → Δ", data: strips.low },
      { label: "B", data: strips.B, symbol: "Bt" },
      { label: "C", data: strips.C, symbol: "Ct" },
    ],
    lines: [],
  }),
  delta: ({ seen: { strips }, k, say, r, v, t }) => {
    const w = weightsOf(r, v)?.s6;
    const delta = strips.delta[k]!;
    const parts = w && products(w.dtWeight, k, strips.low);
    const raw = parts && total(parts) + w.dtBias[k]!;
    return {
      bars: [
        parts ? { label: `δ × ${say("weights")}`, data: parts } : { label: "δ", data: strips.low },
        ...(r.trace ? [{ label: say("overText"), data: stepsOf(r.trace, v, k), at: t }] : []),
      ],
      curve: {
        of: softplus,
        at: raw ?? Math.log(Math.expm1(delta)),
        name: "softplus(s) = ln(1 + eˢ)",
      },
      lines: [
        ...(raw === undefined
          ? []
          : [`+ ${say("bias")} ${number(w!.dtBias[k]!)}`, `s = ${number(raw)}`]),
        `Δ = ${number(delta)}`,
      ],
    };
  },
  scan: ({ seen, k, say }) => {
    const states = seen.states(k);
    const put = seen.strips.B.map((b) => seen.strips.delta[k]! * b * seen.strips.u[k]!);
    const come: Bars = { label: "+ B̄u = Δ B u", data: put, symbol: "Bt" };
    if (!states) return { bars: [come], lines: [] };
    return {
      bars: [
        { label: `h, ${say("before")}`, data: states.before, symbol: "h" },
        { label: "× Ā = e^(ΔA)", data: states.kept, symbol: "Abar" },
        come,
        { label: `= h, ${say("after")}`, data: states.after, symbol: "h" },
      ],
      lines: [],
    };
  },
  read: ({ seen: { strips, states }, k, say, r, v }) => {
    const [h, D] = [states(k)?.after, weightsOf(r, v)?.D[k]];
    const skip = D === undefined ? undefined : D * strips.u[k]!;
    return {
      bars: [
        ...(h ? [{ label: "h", data: h, symbol: "h" as const }] : []),
        { label: "× C", data: strips.C, symbol: "Ct" },
        ...(h ? [{ label: say("products"), data: h.map((x, n) => x * strips.C[n]!) }] : []),
      ],
      lines: [
        ...(skip === undefined
          ? []
          : [`C h = ${number(strips.y[k]! - skip)}`, `D u = ${number(skip)}`]),
        `y = ${number(strips.y[k]!)}`,
      ],
    };
  },
  gate: ({ seen: { strips }, k }) => ({
    bars: [],
    curve: { of: silu, at: strips.z[k]!, name: "SiLU(z) = z σ(z)" },
    lines: [
      `z = ${number(strips.z[k]!)}`,
      `SiLU(z) = ${number(silu(strips.z[k]!))}`,
      `y = ${number(strips.y[k]!)}`,
      `y · SiLU(z) = ${number(strips.gated[k]!)}`,
    ],
  }),
  out: (at) => {
    const { strips } = at.seen;
    const W = weightsOf(at.r, at.v)?.outProj;
    return sum(at, [strips.gated, at.say("gated"), "y"], W, at.k, number(strips.out[at.k]!));
  },
  add: ({ seen: { strips }, k, say }) => ({
    bars: [
      { label: say("stream"), data: strips.input, at: k },
      { label: `+ ${say("added")}`, data: strips.out, at: k },
      { label: `= ${say("next")}`, data: strips.sum, at: k },
    ],
    lines: [number(strips.input[k]!), `+ ${number(strips.out[k]!)}`, `= ${number(strips.sum[k]!)}`],
  }),
};

/** Δ of a channel at every character. */
const stepsOf = ({ run: { blocks, capacity, shape } }: Trace, { layer }: Setting, k: number) =>
  Float64Array.from({ length: capacity }, (_, t) => blocks[layer - 1]!.delta[t * shape.E + k]!);

/** A character as it is drawn: a space can be seen. */
export const glyph = (character: string): string => (character === " " ? "␣" : character);
