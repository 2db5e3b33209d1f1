import { defineFigure } from "../../kit/figure.ts";
import { columns, run, type Run } from "./compute.ts";
import { laws } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const value = (r: Run, column: string) => r.focus.values[columns.indexOf(column)]!;

export default defineFigure({
  id: "long-arena",
  title: "The Long Range Arena, as published",
  params,
  presets,
  compute: (v: Setting) => run(v),
  readouts: {
    result: { label: "average", foot: true, digits: 4, of: (r) => value(r, "average") },
    rank: { label: "place", foot: true, of: (r) => 1 + r.rows.indexOf(r.focus) },
    shown: { label: "of", foot: true, of: (r) => r.rows.length },
    listops: { label: "ListOps", digits: 4, of: (r) => value(r, "listops") },
    text: { label: "Text", digits: 4, of: (r) => value(r, "text") },
    retrieval: { label: "Retrieval", digits: 4, of: (r) => value(r, "retrieval") },
    image: { label: "Image", digits: 4, of: (r) => value(r, "image") },
    pathfinder: { label: "Pathfinder", digits: 4, of: (r) => value(r, "pathfinder") },
    pathx: { label: "Path-X", digits: 4, of: (r) => value(r, "pathx") },
    before: { label: "against", digits: 4, of: (r) => r.claim.before },
    after: { label: "S4", digits: 4, of: (r) => r.claim.after },
  },
  phrases,
  describe,
  laws,
  symbols: () => ({}),
  equations: [],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "result",
  source: ["src/figures/long-arena/compute.ts#query"],
  view,
});

function describe({ focus: { model } }: Run, v: Setting): Phrase {
  if (v.show === "claims") return v.claim as Phrase;
  if (model.id === "s4" || model.id === "s4first" || model.id === "again" || model.id === "chance")
    return model.id;
  return model.source === "s4" ? "failed" : (model.source as "mega" | "s5" | "second");
}
