import { defineFigure } from "../../kit/figure.ts";
import { run } from "./compute.ts";
import { laws } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const perplexities = ({ table }: Setting) => table !== "copying";

export default defineFigure({
  id: "ablations",
  title: "What each part buys, as published",
  params,
  presets,
  compute: (v: Setting) => run(v),
  readouts: {
    value: { label: "in focus", foot: true, digits: 4, of: (r) => r.focus.value },
    base: { label: "first row", foot: true, digits: 4, of: (r) => r.table.rows[0]!.value },
    lower: { label: "% below it", foot: true, when: perplexities, of: (r) => r.lower },
    nats: { label: "nats a token", foot: true, when: perplexities, of: (r) => r.nats },
  },
  phrases,
  describe: (r, v): Phrase =>
    v.table === "parts" && r.at === 0 ? "partsFirst" : (`${v.table}Says` as const),
  laws,
  symbols: () => ({}),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "value",
  source: ["src/figures/ablations/compute.ts#query"],
  view,
});
