import { defineFigure } from "../../kit/figure.ts";
import { headNats, lengthOf, natsOf, run, shownOf, type Run } from "./compute.ts";
import { allCounted, meanOfParts, notNegative, someOrAll } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { fetchSample } from "./sample.ts";
import { view } from "./view.ts";

/** Whether the playhead has something to show. */
const timed = ({ show }: Setting) => show !== "reach";

export default defineFigure({
  id: "text",
  title: "A hundred thousand characters",
  params,
  idle: (v) => ({ own: v.source !== "own", zoom: v.show !== "surprise" }),
  presets,
  compute: run,
  tasks: {
    sample: {
      label: "Fetch the text",
      needs: ["source"],
      auto: true,
      unneeded: (v) => v.source !== "sample",
      run: fetchSample,
    },
    read: {
      label: "Read it here",
      needs: ["source", "own"],
      resumes: true,
      // Where there are no workers the model runs on the page: its code is fetched only then.
      async *run(v: Setting, stop: AbortSignal, had: Partial<Run>) {
        return yield* (await import("./task.ts")).readText(v, stop, had);
      },
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r, v) => (timed(v) ? lengthOf(r, v) : 1),
  clock: (_, v) => (timed(v) ? "atCharacter" : undefined),
  rate: 20,
  readouts,
  phrases,
  describe,
  laws: {
    surprise: { label: "Nothing surprises by less than nothing", holds: notNegative },
    moved: { label: "A change moves none of the probability, some, or all", holds: someOrAll },
    states: { label: "Each of the 28,672 states is counted once", holds: allCounted },
    mean: { label: "The mean of the text is the mean of its parts", holds: meanOfParts },
  },
  symbols: () => ({}),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: headNats },
  source: [
    "src/models/mamba/scan.ts#scan",
    "src/models/sampling.ts#chances",
    "src/figures/text/reading.ts#compare",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number): Phrase {
  if (v.source === "own" && r.own!.ids.length === 0)
    return v.own.trim() === "" ? "emptied" : "strange";
  if (!shownOf(r)) return "unread";
  if (v.show !== "surprise") return v.show;
  if (v.source === "again") return "again";
  const known = natsOf(r, v)[Math.floor(t)] ?? NaN;
  return Number.isNaN(known) ? "unpredicted" : "surprise";
}
