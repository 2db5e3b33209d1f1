import { bytesOf, unfusedForward } from "../../gpu/traffic.ts";
import { defineFigure } from "../../kit/figure.ts";
import { cardOf } from "./cards.ts";
import { inForce, plan, type Run } from "./compute.ts";
import { experiment } from "./experiment.ts";
import {
  agrees,
  countedIsFormula,
  inOrder,
  intensityTimesBytes,
  tendsToStates,
  underTheRoof,
} from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { recordedAt } from "./recorded.ts";
import { view } from "./view.ts";

const lengthOf = (r: Run, { show }: Setting) =>
  show === "blocks" ? 1 + Math.max(r.apart.programs.length, r.fused.programs.length) : 1;

export default defineFigure({
  id: "memory-traffic",
  title: "What moves between memory and chip",
  params,
  idle: ({ show }) => ({ scan: show === "measured", card: show === "measured" }),
  presets,
  compute: plan,
  length: lengthOf,
  clock: (_, __, t) => (t <= 0 ? "atStart" : "atProgram"),
  rate: 1.4,
  tasks: {
    run: {
      label: "Run it here",
      needs: ["pass", "L", "D", "N"],
      unneeded: ({ show }) => show !== "measured",
      run: (values) => experiment(values),
    },
  },
  readouts,
  phrases,
  describe,
  laws: {
    counted: {
      label: "The bytes that the blocks move are those of the engine's formulas",
      holds: countedIsFormula,
    },
    order: {
      label: "Fused moves no more than apart, and no less than every input and output once",
      holds: inOrder,
    },
    intensity: {
      label: "Intensity times bytes is operations",
      holds: intensityTimesBytes,
    },
    tends: {
      label: "Forward, apart moves at most ((q + 3) N + 4) / 3 times the least, and nearly that",
      holds: tendsToStates,
    },
    roof: { label: "No side is above the card's roof, and each touches it", holds: underTheRoof },
    agrees: {
      label: "Every result, here and recorded, is as near to Float64 as single precision allows",
      holds: agrees,
    },
  },
  symbols,
  equations: ["bytes-apart", "arithmetic-intensity", "roofline"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "ratio",
  source: [
    "src/gpu/traffic.ts#unfused",
    "src/gpu/traffic.ts#fused",
    "src/figures/memory-traffic/loops.ts#apart",
    "src/figures/memory-traffic/loops.ts#fused",
  ],
  view,
});

function symbols(r: Run, given: Setting) {
  const v = inForce(given);
  const { peak, bandwidth } = cardOf(v.card);
  const { operations, bytes, intensity } = r.fused;
  const forward = unfusedForward({ L: v.L, channels: v.D, states: v.N }, v.scan);
  const { read, written } = bytesOf(forward);
  return {
    L: v.L,
    channels: v.D,
    N: v.N,
    movedApart: read + written,
    touched: v.scan === "once" ? 3 : 4 * r.levels,
    operations,
    moved: bytes,
    intensity,
    peak,
    bandwidth,
    attainable: Math.min(peak, bandwidth * intensity),
  };
}

function describe(r: Run, v: Setting, t: number): Phrase {
  if (v.show === "blocks") return moving(r, v, t);
  if (v.show === "roofline") {
    if (r.fused.limit === "exponentials") return "roofExps";
    return r.fused.limit === "memory" ? "roofMemory" : "roofArithmetic";
  }
  if (!r.measured) return before(v);
  const at = (where: "card" | "processor", way: "apart" | "fused") =>
    r.measured!.some((m) => m.where === where && m.way === way && m.L === v.L);
  if (!at("processor", "apart")) return "started";
  if (at("card", "fused")) return at("card", "apart") ? "onCard" : "onCardAlone";
  return r.absence && r.absence !== "too-large" ? r.absence : "failed";
}

function moving(r: Run, v: Setting, t: number): Phrase {
  const back = v.pass === "backward";
  if (t <= 0) return back ? "beginsBack" : "begins";
  if (t < lengthOf(r, v) - 1) return "going";
  return back ? "endsBack" : "ends";
}

function before(v: Setting): Phrase {
  if (Number.isNaN(recordedAt(v, "fused"))) return "before";
  return Number.isNaN(recordedAt(v, "apart")) ? "recordedAlone" : "recorded";
}
