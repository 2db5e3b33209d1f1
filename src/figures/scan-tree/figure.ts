import { defineFigure } from "../../kit/figure.ts";
import { scanCost, type ScanCost, type ScanKind } from "../../numerics/scanCost.ts";
import { run, type Run } from "./compute.ts";
import { soFar } from "./counters.ts";
import {
  associative,
  costIsFormula,
  drawnIsCounted,
  inOrder,
  orderMatters,
  sameResult,
  sumsAreStates,
} from "./laws.ts";
import { lookedAt } from "./network.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const levelsOf = (r: Run) => r.network.phases.length;
/** The level that is being done, or was done last. */
const levelAt = (t: number) => Math.ceil(t);

/** Work and depth of an algorithm on the present pairs, whether it is the one shown or not: for prose that compares. */
const costs = (name: string, label: string, kind: ScanKind) => {
  const of = (part: keyof ScanCost) => (r: Run, v: Setting) =>
    scanCost(kind, r.xs.length, v.chunk)[part];
  return {
    [`${name}Work`]: { label: `work, ${label}`, of: of("work"), digits: 4 },
    [`${name}Depth`]: { label: `depth, ${label}`, of: of("depth"), digits: 4 },
  };
};

const onSignal = (v: Setting) => v.from === "signal";

export default defineFigure({
  id: "scan-tree",
  title: "The tree of a scan",
  params,
  idle: (v) => ({
    pairs: onSignal(v),
    input: !onSignal(v),
    a: !onSignal(v),
    b: !onSignal(v),
  }),
  presets,
  compute: run,
  length: (r) => levelsOf(r) + 1,
  clock: () => "atLevel",
  rate: 1,
  readouts: {
    workNow: { label: "joins so far", foot: true, of: (r, _, t) => soFar(r, t).work },
    work: { label: "work", foot: true, of: (r) => r.counted.work, digits: 4 },
    depth: { label: "depth", foot: true, of: (r) => r.counted.depth, digits: 4 },
    difference: { label: "largest difference", foot: true, of: (r) => r.difference },
    right: { label: "true last state", symbol: "h", of: (r) => r.truth.at(-1)![1] },
    depthNow: { label: "levels so far", of: (r, _, t) => soFar(r, t).depth },
    workFormula: { label: "work by the formula", of: (r) => r.formula.work, digits: 4 },
    depthFormula: { label: "depth by the formula", of: (r) => r.formula.depth, digits: 4 },
    alone: { label: "joins one after the other", of: (r) => r.xs.length - 1 },
    ...costs("hillis", "Hillis–Steele", "hillisSteele"),
    ...costs("blelloch", "Blelloch", "blelloch"),
    ...costs("inclusive", "Blelloch, with its own", "blellochInclusive"),
    ...costs("chunks", "in chunks", "chunked"),
    level: { label: "level", of: (_, __, t) => levelAt(t) },
    levels: { label: "levels", of: levelsOf },
    gap: { label: "places back", of: (_, __, t) => 2 ** (levelAt(t) - 1) },
    joins: {
      label: "joins at once",
      of: ({ network }, _, t) =>
        network.nodes.filter((x) => x.kind === "join" && x.level === levelAt(t)).length,
    },
    pieces: {
      label: "chunks",
      of: (r, v) => Math.ceil(r.xs.length / Math.min(v.chunk, r.xs.length)),
    },
  },
  phrases,
  describe,
  laws: {
    same: {
      label: "With the operands in order, the results are those of one after the other",
      holds: sameResult,
    },
    states: { label: "The sums are the states of h ← a·h + b", holds: sumsAreStates },
    cost: { label: "Work and depth are as the formulas say", holds: costIsFormula },
    drawn: { label: "Every join that was counted is drawn", holds: drawnIsCounted },
    associative: { about: "model", label: "(x ∘ y) ∘ z = x ∘ (y ∘ z)", holds: associative },
    order: {
      about: "model",
      label: "Turning two neighbours round changes b by (a₂ − 1)·b₁ − (a₁ − 1)·b₂",
      holds: orderMatters,
    },
    neighbours: { label: "Only neighbours are joined, the earlier one first", holds: inOrder },
  },
  symbols: (r, v, t) => {
    const i = lookedAt(r.network, v.node, t);
    const wires = i === undefined ? [] : r.network.nodes[i]!.wires;
    // Where the node looked at is no join, the first two pairs stand for all.
    const join = wires.length === 2 && !v.swap;
    const [one, two] = join ? wires.map((w) => r.numbers[w.from]!) : r.xs;
    const both = { a1: one![0], b1: one![1], a2: two![0], b2: two![1] };
    const [a12, b12] = join ? r.numbers[i!]! : [both.a2 * both.a1, both.a2 * both.b1 + both.b2];
    return { ...both, a12, b12, t: Math.floor(t) };
  },
  equations: ["scan-operator"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => r.results.at(-1)![1] },
  source: [
    "src/numerics/scan.ts#combine",
    "src/numerics/scan.ts#hillis-steele",
    "src/numerics/scan.ts#blelloch",
    "src/numerics/scan.ts#chunked",
  ],
  view,
});

function describe(r: Run, { algorithm, swap }: Setting, t: number) {
  const level = levelAt(t);
  if (level === 0) return "begins";
  if (t >= levelsOf(r)) {
    if (swap) return r.difference === 0 ? "luck" : "wrong";
    return algorithm === "sequential" ? "endsAlone" : "ends";
  }
  switch (r.network.phases[level - 1]!) {
    case "walk":
      return "walks";
    case "sweep":
      return "sweeps";
    case "up":
      return "climbs";
    case "clear":
      return "clears";
    case "down":
      return "descends";
    case "reduce":
      return "reduces";
    case "carry":
      return "carries";
    case "keep":
    case "output":
      return algorithm === "chunked" ? "rescans" : "adds";
  }
}
