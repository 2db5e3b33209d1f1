import { defineFigure } from "../../kit/figure.ts";
import { gateDelta } from "../../models/kalman.ts";
import { run, type Run } from "./compute.ts";
import { asRecorded, gateFollowsDelta, opensAtPilots, productIsSum } from "./laws.ts";
import { pilotBefore, stepOf, watchedOf } from "./look.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { fetchModel, watch } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "pilot-gate",
  title: "A gate that opens at the pilots",
  params,
  idle: ({ show }) => ({ part: show === "ratio" }),
  presets,
  compute: run,
  tasks: {
    model: { label: "Fetch the trained S6", needs: [], auto: true, run: fetchModel },
    watch: {
      label: "Watch its gate",
      needs: ["snr", "a", "every", "seed"],
      auto: true,
      after: "model",
      run: watch,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r, { show }) => (show === "ratio" ? 1 : r.link.L),
  clock: (_, { show }) => (show === "ratio" ? undefined : "atSymbol"),
  rate: 12,
  readouts,
  phrases,
  describe,
  laws: {
    gain: { label: "Kalman's gain is P⁻ / (P⁻ + r) at a pilot, 0 between", holds: opensAtPilots },
    gate: { label: "The S6's gate is 1 − exp(ΔA), between 0 and 1", holds: gateFollowsDelta },
    product: {
      label: "What is left from pilot to pilot is the product of what each step leaves",
      holds: productIsSum,
    },
    record: { label: "The recorded gate is that of the weights", holds: asRecorded },
  },
  symbols: (r, v, t) => {
    const at = pilotBefore(r, stepOf(r, t));
    const [P, R] = [r.P[at]!, r.link.r];
    return {
      A: v.a,
      snr: v.snr,
      Pprior: P,
      R,
      gain: r.gain[at]!,
      Delta: gateDelta(P, R),
      t: stepOf(r, t),
      L: r.link.L,
    };
  },
  equations: ["gain-gate"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "filterForgets",
  source: [
    "src/models/radio/receivers.ts#pilots",
    "src/models/radio/trained.ts#gate",
    "src/figures/pilot-gate/compute.ts#forgotten",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  const watched = watchedOf(r);
  if (v.show === "ratio") return watched ? "ratio" : "ratioWaiting";
  if (!watched?.gates) return "waiting";
  const now = stepOf(r, t);
  if (now === r.link.L - 1) return "over";
  return now % r.link.every === 1 || now === 0 ? "opens" : "shut";
}
