import { defineFigure } from "../../kit/figure.ts";
import { bySlopes, type Run, run, SLICES } from "./compute.ts";
import { adds, agrees, halves, holdIsClosed, takesMore } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { type Phrase, phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "variation",
  title: "Inside one step",
  params,
  idle: ({ way }) => ({ reads: way !== "bilinear" && way !== "backward" }),
  presets,
  compute: run,
  length: () => SLICES + 1,
  clock: (_, v) => (bySlopes(v) ? "onTheWay" : "atSlice"),
  rate: 8,
  readouts,
  phrases,
  describe,
  laws: {
    adds: {
      label: "What is left of the start and of all slices is where the step ends",
      holds: adds,
    },
    halves: {
      label: "Two steps of half the size end where the whole one ends",
      holds: halves,
    },
    held: {
      label: "Of a held input the integral makes (e^(ΔA) − 1)/A times the input",
      holds: holdIsClosed,
    },
    agrees: { label: "Where a rule of slopes ends, its rates give that end again", holds: agrees },
    more: { label: "No slice leaves more than it brings in", holds: takesMore },
  },
  symbols,
  equations: ["variation", "trapezium", "zoh"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "h1",
  source: ["src/models/variation.ts#slices", "src/numerics/discretize.ts#bilinear"],
  view,
});

function describe(_: Run, v: Setting, t: number): Phrase {
  const done = t >= SLICES;
  if (v.way === "euler") return "euler";
  if (bySlopes(v)) return done ? v.way : "assume";
  if (t < 1) return "start";
  return done ? v.way : v.way === "mamba" ? "whole" : "slice";
}
