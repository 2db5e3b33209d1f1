import { defineFigure } from "../../kit/figure.ts";
import { gapOf, run, type Run, toneAt } from "./compute.ts";
import { agrees, keepsTone, multiplies, rebuilds } from "./laws.ts";
import { L, params, type Setting } from "./params.ts";
import { type Phrase, phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "tones",
  title: "A convolution, tone by tone",
  params,
  idle: ({ show, kernel }) => ({
    j: show === "all",
    input: show === "one",
    dt: kernel !== "s4",
  }),
  ends: ({ pad }) => ({ j: pad ? L : L / 2 }),
  presets,
  compute: run,
  length: ({ n }, { show }) => (show === "one" ? n : n / 2) + 1,
  clock: (_, { show }) => (show === "one" ? "atTime" : "atTone"),
  rate: 2.5,
  readouts,
  phrases,
  describe,
  laws: {
    multiplies: {
      label: "What is summed term by term round the circle has the arrows K̂ û",
      holds: multiplies,
    },
    keepsTone: {
      label: "A tone comes out as itself, K̂ times: its delayed copies add up to that",
      holds: keepsTone,
    },
    rebuilds: { label: "The tones of the input add up to it", holds: rebuilds },
    agrees: {
      label: "With zeros behind both, the tones of the output add up to the direct sum",
      holds: agrees,
    },
  },
  symbols,
  equations: ["tone-product"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => r.sums.at(-1)![L - 1]! },
  source: ["src/models/frequency.ts#kernel-transform", "src/models/fir.ts#filter"],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  const j = toneAt(r, v, t);
  const { re, im } = r.tones[j]!.K;
  if (v.show === "one") return Math.hypot(re, im) < 1e-12 ? "atSilent" : "atOne";
  if (2 * j < r.n) return "atAll";
  return gapOf(r) > 1e-9 ? "atWrapped" : "atEnd";
}
