import { defineFigure } from "../../kit/figure.ts";
import { FRAMES_A_SECOND } from "../../models/speech/bands.ts";
import { heardBy, loudest, run, sharesOf, wordsOf, type Run } from "./compute.ts";
import { addUp, asRecorded, inRange, nothingAhead, piecesAgree, stepsForward } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts, saysNone } from "./readouts.ts";
import { fetchModel, hear } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "speech",
  title: "A digit, recognised as it is said",
  params,
  idle: ({ sound: { kind } }) => ({
    part: kind === "own" || kind === "live" || kind === "nobody",
    snr: kind === "live",
    seed: kind === "live",
  }),
  presets,
  compute: run,
  tasks: {
    model: { label: "Fetch the model", needs: [], auto: true, run: fetchModel },
    hear: {
      label: "Hear the sound",
      needs: ["sound", "part", "snr", "seed"],
      auto: true,
      after: "model",
      unneeded: (v) => v.sound.kind === "live",
      run: hear,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r) => r.frames + 1,
  clock: () => "atFrame",
  rate: FRAMES_A_SECOND,
  sounds: {
    heard: {
      label: "What it hears",
      of: (r: Run) => (r.samples.length > 0 ? { samples: r.samples, rate: 8000 } : undefined),
    },
  },
  readouts,
  phrases,
  describe,
  laws: {
    pieces: { label: "Heard in pieces, a sound gives the same bands", holds: piecesAgree },
    ahead: { label: "Nothing that is heard depends on what follows", holds: nothingAhead },
    range: { label: "Every band is between −1 and 1, a frame every 10 ms", holds: inRange },
    sum: { label: "The eleven probabilities add up to one", holds: addUp },
    steps: { label: "Δ > 0 at every frame", holds: stepsForward },
    record: { label: "The recorded run is what the weights give", holds: asRecorded },
  },
  symbols: (r, v, t) => ({
    t: Math.floor(t),
    L: r.frames,
    N: 16,
    ...(r.R > 0 ? { snr: v.snr, power: r.power, R: r.R } : {}),
  }),
  equations: ["snr"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => loudest(r).band },
  source: ["src/models/speech/bands.ts#hear", "src/models/speech/listener.ts#listen"],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (r.frames === 0) return "empty";
  if (!sharesOf(r)) return "waiting";
  const now = heardBy(r, t);
  if (now === 0) return "start";
  if (v.sound.kind === "live") return "live";
  if (!saysNone(r, t)) return "during";
  return wordsOf(r).some(({ at }) => at <= now) ? "told" : "silence";
}
