import { defineFigure } from "../../kit/figure.ts";
import { bytesAt, run, turnOf, type Run } from "./compute.ts";
import { constant, inProportion, onTheWay, sameText, sameUntilTrained } from "./laws.ts";
import { type Racer, WRITTEN } from "./models.ts";
import { params, startOf, type Setting } from "./params.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { race } from "./race.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";

const races = ({ show }: Setting) => show === "race";

export default defineFigure({
  id: "cost-race",
  title: "Three models write: what a character costs",
  params,
  idle: (v) => {
    const off = !races(v);
    return { beginning: off, context: off, sight: off, temperature: off, seed: off };
  },
  presets,
  compute: run,
  tasks: {
    race: {
      label: "Race them here",
      needs: ["beginning", "context", "sight", "temperature", "seed"],
      unneeded: (v) => !races(v),
      run: race,
    },
  },
  length: (_, v) => (races(v) ? WRITTEN + 1 : 1),
  clock: (_, v) => (races(v) ? "atPosition" : undefined),
  rate: 40,
  readouts,
  phrases,
  describe,
  laws: {
    constant: {
      about: "model",
      label: "Mamba and the LSTM carry the same number of bytes at every position",
      holds: constant,
    },
    proportion: {
      about: "model",
      label: "What the Transformer carries is in proportion to what it sees",
      holds: inProportion,
    },
    text: {
      about: "model",
      label: "Mamba and the LSTM write here what was recorded",
      holds: sameText,
    },
    until: {
      about: "model",
      label: "Until it has read 256 characters the Transformer writes the same either way",
      holds: sameUntilTrained,
    },
    way: { label: "Every time was taken on the way, and is more than none", holds: onTheWay },
  },
  symbols: () => ({}),
  equations: [],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: (_, v) => bytesAt("transformer", v, startOf(v) + WRITTEN) / 1e3 },
  source: [
    "src/models/carried.ts#carried",
    "src/models/mamba/scan.ts#scan",
    "src/models/transformer.ts#attention",
    "src/models/lstm.ts#lstm",
  ],
  view,
});

const racing = {
  mamba: "mambaRaces",
  transformer: "transformerRaces",
  lstm: "lstmRaces",
} as const satisfies Record<Racer, Phrase>;

function describe(r: Run, v: Setting): Phrase {
  if (!races(v)) return "published";
  if (!r.courses) return "recorded";
  const racer = turnOf(r);
  if (racer) return racing[racer];
  return r.courses.transformer?.copied ? "copied" : "ended";
}
