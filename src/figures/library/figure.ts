import { defineFigure } from "../../kit/figure.ts";
import { pairs } from "../../numerics/scan.ts";
import { isWrong, run, type Run } from "./compute.ts";
import {
  costIsFormula,
  fairSpeed,
  handedOn,
  joinsEitherWay,
  oneAtATime,
  sameResults,
  writtenInOrder,
} from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

/** The time step that is being done, or was done last. */
const tickAt = ({ ticks }: Run, t: number) => Math.min(ticks.length - 1, Math.ceil(t));
const standsAt = (r: Run, t: number) => r.ticks[tickAt(r, t)]!.stands;
const wrongOnes = (r: Run) => r.written.filter((_, i) => isWrong(r, i)).length;
/** Wrong results are not faster. */
const times = (r: Run) => (r.way === "apart" ? NaN : r.alone.depth / Math.max(1, r.counted.depth));

export default defineFigure({
  id: "library",
  title: "Many hands in a library",
  params,
  idle: (v) => ({ carry: v.task === "each" }),
  presets,
  compute: run,
  length: (r) => r.ticks.length,
  clock: () => "atTick",
  rate: 1,
  readouts: {
    ticks: { label: "time steps", foot: true, of: (r) => r.counted.depth },
    alone: { label: "alone", foot: true, of: (r) => r.alone.depth },
    speedup: { label: "times as fast", foot: true, of: times },
    work: { label: "joins", foot: true, of: (r) => r.counted.work },
    handovers: { label: "carries", foot: true, of: (r) => r.handovers },
    aloneWork: { label: "joins alone", of: (r) => r.alone.work },
    ticksFormula: { label: "time steps by the formula", of: (r) => r.formula.depth },
    workFormula: { label: "joins by the formula", of: (r) => r.formula.work },
    used: { label: "helpers with a stretch", of: (r) => r.used },
    idle: { label: "helpers without one", of: (r, v) => v.k - r.used },
    chunk: { label: "books for each", of: (r) => r.chunk },
    best: { label: "fastest with so many helpers", of: (r) => r.best.k },
    bestTicks: { label: "time steps of the fastest", of: (r) => r.best.ticks },
    result: { label: "last result", symbol: "h", of: (r) => r.written.at(-1)! },
    right: { label: "true last result", symbol: "h", of: (r) => r.truth.at(-1)! },
    leftFirst: { label: "(x ∘ y) ∘ z", symbol: "h", of: (r) => r.left },
    rightFirst: { label: "x ∘ (y ∘ z)", symbol: "h", of: (r) => r.right },
    wrong: { label: "wrong results", of: wrongOnes },
    now: { label: "time step", of: (r, _, t) => tickAt(r, t) },
    joins: { label: "joins at once", of: (r, _, t) => r.ticks[tickAt(r, t)]!.work },
    written: {
      label: "books done",
      of: (r, _, t) => r.when.filter((x) => x <= tickAt(r, t)).length,
    },
    waiting: {
      label: "helpers waiting",
      of: (r, _, t) =>
        standsAt(r, t).filter((x) => x.doing === "wait" || x.doing === "done").length,
    },
    reading: {
      label: "book at hand",
      of: (r, _, t) =>
        1 + (standsAt(r, t).find((x) => x.doing === "write" || x.doing === "reduce")?.book ?? 0),
    },
  },
  phrases,
  describe,
  laws: {
    same: {
      label: "With the carry, the results are those of one helper alone",
      holds: (r) => sameResults(r),
    },
    associative: {
      label: "What is shared out has (x ∘ y) ∘ z = x ∘ (y ∘ z)",
      holds: joinsEitherWay,
    },
    cost: { label: "Time steps and joins are as the formulas say", holds: (r) => costIsFormula(r) },
    single: { label: "Nobody does two things in one step", holds: (r) => oneAtATime(r) },
    carried: {
      label: "Each carry goes to the next helper, once",
      holds: (r) => handedOn(r),
    },
    fair: {
      label: "k helpers are never more than k times as fast",
      holds: (r) => fairSpeed(r),
    },
    ordered: { label: "Each helper writes the stretch in order", holds: writtenInOrder },
  },
  symbols: (r, v, t) => {
    const model = v.task === "ssm" || v.task === "tanh";
    return {
      ...(model ? { A: v.a, B: v.b } : {}),
      ...joined(r, v, tickAt(r, t)),
      t: Math.floor(t),
      h: r.written.at(-1)!,
    };
  },
  equations: ["scan-operator"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "result",
  source: ["src/numerics/scan.ts#chunked", "src/numerics/scan.ts#combine"],
  view,
});

/** The join that the first helper makes in this step: the stretch so far, and the next book, as pairs. */
function joined({ books, chunk }: Run, { task, a, b }: Setting, tick: number) {
  if (task !== "sum" && task !== "ssm") return {};
  const last = Math.max(1, Math.min(tick, chunk - 1));
  const map = (u: number): readonly [number, number] => (task === "sum" ? [1, u] : [a, b * u]);
  const [a1, b1] = books.slice(0, last).map(map).reduce(pairs.combine);
  const [a2, b2] = map(books[last]!);
  const [a12, b12] = pairs.combine([a1, b1], [a2, b2]);
  return { a1, b1, a2, b2, a12, b12 };
}

function describe(r: Run, _: Setting, t: number): Phrase {
  const tick = tickAt(r, t);
  if (tick === 0 && r.counted.depth > 0) return begins(r);
  if (t >= r.ticks.length - 1) return ends(r);
  const doing = r.ticks[tick]!.stands.map((x) => x.doing);
  switch (r.way) {
    case "each":
      return "maps";
    case "alone":
      return "walks";
    case "waiting":
      return "waits";
    case "apart":
      return "goesAstray";
    case "shared":
      return doing.includes("reduce") ? "sums" : doing.includes("carry") ? "relays" : "writes";
  }
}

const begins = ({ way }: Run) =>
  way === "alone"
    ? "beginsAlone"
    : way === "waiting"
      ? "beginsWaiting"
      : way === "each"
        ? "beginsEach"
        : "begins";

function ends(r: Run): Phrase {
  switch (r.way) {
    case "each":
      return "endsEach";
    case "alone":
      return "endsAlone";
    case "waiting":
      return "endsWaiting";
    case "apart":
      return wrongOnes(r) > 0 ? "endsWrong" : "endsRight";
    case "shared":
      return r.counted.depth < r.alone.depth ? "ends" : "endsNoGain";
  }
}
