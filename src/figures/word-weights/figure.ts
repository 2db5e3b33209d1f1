import { defineFigure } from "../../kit/figure.ts";
import { learnedBy, run, textOf, yesOf, type Run } from "./compute.ts";
import { blindToOrder, heldBack, sumsToOne, zeroForAll } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import type { Tongue } from "./split.ts";
import { fetchLessons, learnTask } from "./task.ts";
import { view } from "./view.ts";

/** An example is shown as it was recorded: nothing has to be fetched for it. */
const unneeded = (v: Setting) => v.text === "";

export default defineFigure({
  id: "word-weights",
  title: "How much a word matters",
  params,
  idle: (v) => ({ sentence: v.text !== "" }),
  presets,
  compute: run,
  inWords: (r, say) => ({ ...r, tongue: say("tongue") as Tongue }),
  tasks: {
    texts: { label: "Fetch the lessons", needs: [], auto: true, unneeded, run: fetchLessons },
    learn: {
      label: "Learn the weights",
      needs: ["task"],
      auto: true,
      after: "texts",
      unneeded,
      run: learnTask,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  readouts,
  phrases,
  describe: (r: Run) => (!r.own ? "recorded" : r.learned ? "here" : "waiting"),
  laws: {
    one: { label: "The term frequencies of a text's words make 1", holds: sumsToOne },
    zero: { label: "TF-IDF is 0 for a word of every chapter, and for no other", holds: zeroForAll },
    order: {
      about: "model",
      label: "None of the three minds the order of the words",
      holds: blindToOrder,
    },
    held: { label: "One sentence in five was held back and judged", holds: heldBack },
  },
  symbols: () => ({}),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: {
    of: (r, v) => {
      const text = textOf(r);
      const learned = r.learned && learnedBy(r, v, text.tongue);
      return learned ? 100 * yesOf(text, learned) : NaN;
    },
  },
  source: ["src/figures/word-weights/learn.ts#learn", "src/figures/word-weights/compute.ts#tf"],
  view,
});
