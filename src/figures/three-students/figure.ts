import { defineFigure } from "../../kit/figure.ts";
import { NUMBERS } from "../../models/notes/lecture.ts";
import { questionAt, run, standing, type Run } from "./compute.ts";
import { asRecorded, lastCounts, looksMakeOne, oneGrows, sumsAreStates } from "./laws.ts";
import { answersOf, inCache } from "./look.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { statesOf } from "./students.ts";
import { fetchModels, readLecture } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "three-students",
  title: "Three students take notes",
  params,
  idle: ({ source, show }) => ({
    own: source !== "own",
    names: source === "own",
    length: source === "own",
    layer: show === "recall",
  }),
  presets,
  compute: run,
  tasks: {
    models: {
      label: "Fetch the students",
      needs: ["mamba", "lstm"],
      auto: true,
      unneeded: ({ show }) => show === "recall",
      run: fetchModels,
    },
    read: {
      label: "Sit the exam",
      needs: ["source", "own", "names", "length", "seed"],
      auto: true,
      after: "models",
      unneeded: ({ show }) => show === "recall",
      run: readLecture,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r, { show }) => (show === "recall" ? 1 : r.ids.length),
  clock: (_, { show }) => (show === "recall" ? undefined : "atToken"),
  rate: 8,
  readouts,
  phrases,
  describe,
  laws: {
    last: {
      label: "What is asked for is the number that was said last behind the name",
      holds: lastCounts,
    },
    grows: {
      about: "model",
      label:
        "With each token the Transformer keeps 208 numbers more, up to 192 tokens, the others none",
      holds: oneGrows,
    },
    one: {
      label: "What a token looks at makes 1; it looks at nothing that comes later",
      holds: looksMakeOne,
    },
    states: {
      label: "What is left of all tokens, added up, is the state of the recurrence",
      holds: sumsAreStates,
    },
    record: { label: "The recorded exam is what the weights answer", holds: asRecorded },
  },
  symbols: (r, v, t) => ({ t: Math.floor(t), L: r.ids.length, N: statesOf(v) }),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: {
    of: (r) => {
      const said = r.reading?.lstm.said;
      return said ? 100 * said.subarray(-NUMBERS).reduce((a, b) => Math.max(a, b)) : NaN;
    },
  },
  source: [
    "src/models/notes/lecture.ts#lecture",
    "src/models/lstm.ts#lstm",
    "src/models/transformer.ts#attention",
    "src/models/mamba/scan.ts#scan",
    "src/figures/three-students/heard.ts#heard",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (v.show === "recall") return "recall";
  if (!answersOf(r, "mamba")) return "waiting";
  if (r.questions.length === 0) return r.reading && t >= r.ids.length - 1 ? "noFacts" : "listening";
  if (t >= r.ids.length - 1) return r.reading ? "over" : "recorded";
  if (!r.reading && Math.floor(t) >= r.lecture) return "recorded";
  if (Math.floor(t) < r.lecture) return "listening";
  const q = standing(r, t);
  if (q < 0) return "asking";
  return inCache(r.questions[questionAt(r, t)]!.at, t) ? "answered" : "lost";
}
