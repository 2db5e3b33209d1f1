import { defineFigure } from "../../kit/figure.ts";
import { mambaMap, run, transformerMap } from "./compute.ts";
import { asRecorded, nothingAhead, rowsAreShares, rowsMakeOutputs } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { fetchModels, readText } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "hidden-attention",
  title: "What Mamba hears, what a Transformer attends to",
  params,
  presets,
  compute: run,
  tasks: {
    models: { label: "Fetch both models", needs: [], auto: true, run: fetchModels },
    read: { label: "Read the text", needs: ["text"], auto: true, after: "models", run: readText },
  },
  length: (r) => r.characters.length,
  clock: () => "atCharacter",
  rate: 1,
  readouts,
  phrases,
  describe: (r, v) =>
    !mambaMap(r, v) || !transformerMap(r, v) ? "waiting" : v.channel === 0 ? "sizes" : "row",
  laws: {
    outputs: {
      label: "A row of the hidden attention times the inputs, and D u, is the channel's output",
      holds: rowsMakeOutputs,
    },
    shares: {
      label: "The Transformer's rows have nothing below zero and sum to 1",
      holds: rowsAreShares,
    },
    ahead: { label: "A character changes no row before it", holds: nothingAhead },
    record: { label: "The recorded maps are what the weights give", holds: asRecorded },
  },
  symbols,
  equations: ["still-heard"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: (r, v, t) => (r.reading ? readouts.shared.of(r, v, t) : NaN) },
  source: ["src/models/mamba/channel.ts#hearing", "src/models/transformer.ts#attention"],
  view,
});
