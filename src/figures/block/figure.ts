import { defineFigure } from "../../kit/figure.ts";
import { placeOf, run, seenAt, type Run } from "./compute.ts";
import { asRecorded, boxesAgree, countsAgree, nothingAhead, ruleHolds } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { fetchModel, readText } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "block",
  title: "One character through a Mamba block",
  params,
  presets,
  compute: run,
  tasks: {
    model: { label: "Fetch the model", needs: [], auto: true, run: fetchModel },
    read: { label: "Read the text", needs: ["text"], auto: true, after: "model", run: readText },
  },
  length: (r) => r.characters.length,
  clock: () => "atCharacter",
  rate: 0.8,
  readouts,
  phrases,
  describe: (r: Run, v: Setting, t: number) =>
    v.box !== "whole" && !seenAt(r, v, placeOf(r, t)) ? "waiting" : v.box,
  laws: {
    boxes: {
      label: "Each box, worked out from the one before, is the model's own",
      holds: boxesAgree,
    },
    counts: {
      about: "model",
      label: "The boxes' parameters make those of the block's tensors",
      holds: countsAgree,
    },
    rule: {
      about: "model",
      label: "in_proj and out_proj have 3 · expand · d² parameters",
      holds: ruleHolds,
    },
    ahead: { label: "A character changes nothing before it", holds: nothingAhead },
    record: { label: "The recorded run is what the weights give", holds: asRecorded },
  },
  symbols,
  equations: ["selective-recurrence", "output-gate"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: (r, v, t) => (r.trace ? readouts["value"]!.of(r, v, t) : NaN) },
  source: [
    "src/models/mamba/norm.ts#norm",
    "src/models/mamba/convolve.ts#taps",
    "src/models/mamba/scan.ts#scan",
    "src/models/mamba/forward.ts#gate",
    "src/figures/block/redo.ts#boxes",
    "src/figures/block/stages.ts#costs",
  ],
  view,
});
