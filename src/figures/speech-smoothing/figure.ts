import { defineFigure } from "../../kit/figure.ts";
import { HOP } from "../../models/speech/enhance.ts";
import { clean, compute, isShort, type Run, SECOND } from "./compute.ts";
import { asAsked, everSmaller, fades, sameLags, trusts } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { answer, powerOf, readouts } from "./readouts.ts";
import { view } from "./view.ts";

/** Mean power below which a sound is taken for silence: −80 dB. */
const SILENCE = 1e-8;

export default defineFigure({
  id: "speech-smoothing",
  title: "Speech out of noise",
  params,
  presets,
  compute,
  tasks: {
    clean: {
      label: "Clean the sound",
      needs: ["clip", "snr", "p", "model", "estimate", "add", "level", "passes", "seed"],
      auto: true,
      unneeded: isShort,
      run: clean,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r) => r.hops,
  clock: () => "atSecond",
  rate: SECOND / HOP,
  sounds: {
    noisy: { label: "Noisy", of: (r: Run) => ({ samples: r.noisy, rate: SECOND }) },
    cleaned: {
      label: "Cleaned",
      of: (r: Run) => r.cleaned && { samples: r.cleaned, rate: SECOND },
    },
    clean: {
      label: "Original",
      of: (r: Run, v: Setting) => (v.add ? { samples: r.clean, rate: SECOND } : undefined),
    },
  },
  readouts,
  phrases,
  describe: (r, v) => {
    if (powerOf(r) < SILENCE) return "silent";
    if (!r.cleaned) return "working";
    if (!v.add) return v.level === "known" ? "nothing" : "unknown";
    if (readouts.gain!.of(r, v, 0) < 0) return "harm";
    if (v.clip.kind === "own") return "own";
    return v.model;
  },
  laws: {
    asAsked: { label: "The noise is as strong as was asked for", holds: asAsked },
    lags: {
      about: "model",
      label: "A model has the N first correlations of the frame it is fitted to",
      holds: sameLags,
    },
    fades: { label: "No model grows by itself: its poles are inside the circle", holds: fades },
    smaller: {
      label: "More samples never make the expected error larger",
      holds: everSmaller,
    },
    trusts: {
      about: "model",
      label: "Told that there is no noise, the filter gives back what it is given",
      holds: trusts,
    },
  },
  symbols: (r, v, t) => ({
    ...(v.add && r.added === r.R ? { snr: v.snr } : {}),
    power: powerOf(r),
    R: r.R,
    N: v.p,
    t: Math.floor(t),
  }),
  equations: ["snr"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer,
  source: [
    "src/models/speech/companion.ts#step",
    "src/models/speech/fit.ts#fit",
    "src/models/speech/hindsight.ts#back",
  ],
  view,
});
