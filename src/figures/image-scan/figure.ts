import { defineFigure } from "../../kit/figure.ts";
import { carried, lastRead, linkAt, run, saidAt, sharesOf, type Run } from "./compute.ts";
import { labelOf } from "./drawing.ts";
import { addsUp, asRecorded, clockRuns, eachOnce, sharesKept } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { PIXELS } from "./sheet.ts";
import { fetchModel, readSheet } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "image-scan",
  title: "A digit, read pixel by pixel",
  params,
  idle: (v) => ({ fit: v.digit.kind === "given" }),
  presets,
  compute: run,
  tasks: {
    model: { label: "Fetch the model", needs: [], auto: true, run: fetchModel },
    read: {
      label: "Read the sheet",
      needs: ["digit", "order", "fit"],
      auto: true,
      after: "model",
      unneeded: (v) => run(v).ink === 0,
      run: readSheet,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: () => PIXELS + 1,
  clock: () => "atPixel",
  rate: 28,
  readouts,
  phrases,
  describe,
  laws: {
    once: { label: "Each order reads each pixel once", holds: eachOnce },
    kept: {
      label: "Δ > 0 and A < 0: of a state a share is kept, between none and all",
      holds: sharesKept,
    },
    sum: {
      label: "What is still heard of each pixel adds up to what the state says",
      holds: addsUp,
    },
    clock: {
      label: "A pixel fades by the sum of the Δ since, and nothing fades into more",
      holds: clockRuns,
    },
    record: { label: "The recorded run is what the weights give", holds: asRecorded },
  },
  symbols: (r, v, t) => {
    const step = lastRead(t);
    const link = linkAt(r, v, step);
    const { digit } = saidAt(r, step);
    return {
      t: Math.floor(t),
      L: PIXELS,
      N: 16,
      ...(Number.isNaN(digit) ? {} : { y: digit }),
      ...(link && {
        A: link.A,
        Bbar: link.Bbar,
        Ct: link.C,
        tau: link.clock,
        Kts: carried(link),
      }),
    };
  },
  equations: ["still-heard"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r, _, t) => (r.reading ? 100 * saidAt(r, lastRead(t)).share : NaN) },
  source: ["src/figures/image-scan/reading.ts#read", "src/models/selectiveState.ts#influence"],
  view,
});

/** An answer is one once it is more probable than all others together. */
const CLEAR = 0.5;

function describe(r: Run, v: Setting, t: number) {
  if (r.ink === 0) return "empty";
  if (!sharesOf(r)) return "waiting";
  const step = lastRead(t);
  if (step < 0) return "unread";
  const last = step === PIXELS - 1;
  const { digit, share } = saidAt(r, step);
  if (!r.reading) return "recorded";
  if (last && v.order !== "rows") return "otherOrder";
  if (last && digit !== labelOf(v.digit) && v.digit.kind === "given") return "wrong";
  if (last) return "done";
  return share < CLEAR ? "begun" : "going";
}
