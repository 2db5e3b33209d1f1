import type { Readout } from "../../kit/figure.ts";
import { silu } from "../../models/s6Gate.ts";
import { placeOf, seenAt, type Run } from "./compute.ts";
import { indexOf, stageOf, valueOf } from "./look.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";
import { sizeOf } from "./redo.ts";
import type { Seen } from "./seen.ts";
import { costsOf, ruleOf, totalOf } from "./stages.ts";

type Own = Readout<Setting, Run>;

const seen =
  (of: (seen: Seen, v: Setting) => number): Own["of"] =>
  (r, v, t) => {
    const found = seenAt(r, v, placeOf(r, t));
    return found ? of(found, v) : NaN;
  };

const kept = (pick: (...x: number[]) => number) =>
  seen((s, v) => {
    const states = s.states(v.channel - 1);
    return states ? 100 * pick(...states.kept) : NaN;
  });

const costOf = (v: Setting) => (v.box === "whole" ? totalOf(SHAPE) : costsOf(SHAPE)[v.box]);
const total = totalOf(SHAPE);

export const readouts: Readonly<Record<string, Own>> = {
  value: {
    label: "the number looked at",
    foot: true,
    of: seen((s, v) => valueOf(stageOf(v), v, s)),
  },
  parameters: { label: "parameters", foot: true, digits: 6, of: (_, v) => costOf(v).parameters },
  products: {
    label: "multiplications a character",
    foot: true,
    digits: 6,
    of: (_, v) => costOf(v).products,
  },
  share: {
    label: "share of in_proj and out_proj, in %",
    of: () => (100 * ruleOf(SHAPE)) / total.parameters,
  },
  shareProducts: {
    label: "their share of the multiplications, in %",
    of: () => (100 * ruleOf(SHAPE)) / total.products,
  },
  rule: { label: "3 · expand · d²", digits: 6, of: () => ruleOf(SHAPE) },
  index: {
    label: "which number",
    of: seen((s, v) => indexOf(stageOf(v), v, s) + 1),
  },
  from: {
    label: "the number before the box",
    of: seen(({ strips }, v) => {
      const k = v.channel - 1;
      if (v.box === "silu") return strips.conv[k]!;
      if (v.box === "gate") return strips.y[k]!;
      return v.box === "add" ? strips.input[Math.min(k, SHAPE.d - 1)]! : NaN;
    }),
  },
  gate: {
    label: "SiLU(z)",
    symbol: "gate",
    of: seen(({ strips }, v) => silu(strips.z[v.channel - 1]!)),
  },
  delta: {
    label: "Δ",
    symbol: "Deltat",
    of: seen(({ strips }, v) => strips.delta[v.channel - 1]!),
  },
  least: { label: "least kept of a state, in %", of: kept(Math.min) },
  most: { label: "most kept of a state, in %", of: kept(Math.max) },
  size: { label: "size of the stream", of: seen(({ strips }) => sizeOf(strips.input, SHAPE.eps)) },
  adds: {
    label: "what the block adds, in % of the stream",
    of: seen(({ strips }) => (100 * Math.hypot(...strips.out)) / Math.hypot(...strips.input)),
  },
  states: { label: "states of the block", digits: 5, of: () => SHAPE.E * SHAPE.N },
  place: { label: "character", of: (r, _, t) => placeOf(r, t) + 1 },
  length: { label: "characters", of: (r) => r.characters.length },
};
