import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { clip } from "./clipParam.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { HOP } from "../../models/speech/enhance.ts";
import { clean, compute, isShort, type Run, SECOND, type Setting } from "./compute.ts";
import { asAsked, everSmaller, fades, sameLags, trusts } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { answer, powerOf, readouts } from "./readouts.ts";
import { view } from "./view.ts";

/** Mean power below which a sound is taken for silence: −80 dB. */
const SILENCE = 1e-8;

export default defineFigure({
  id: "speech-smoothing",
  title: "Speech out of noise",
  params: {
    clip: clip({ label: "Sound" }),
    snr: number({
      label: "in decibels",
      symbol: "snr",
      min: -10,
      max: 30,
      step: 1,
      initial: 5,
    }),
    p: number({
      label: "samples in the state",
      symbol: "N",
      min: 2,
      max: 16,
      step: 1,
      initial: 10,
    }),
    model: choice({
      label: "Models are fitted to",
      options: {
        reckoned: "noisy speech, noise allowed for",
        noisy: "noisy speech as it is",
        clean: "clean speech (nobody has it)",
      },
      initial: "reckoned",
    }),
    estimate: choice({
      label: "An estimate may use",
      options: {
        smoother: "what comes next, too: 16 to 32 ms",
        filter: "only what has been heard",
      },
      initial: "smoother",
    }),
    add: toggle({ label: "Add white noise", initial: true, more: true }),
    level: choice({
      label: "The filter has the noise's variance from",
      options: { known: "us: it is known exactly", quiet: "the quietest frames" },
      initial: "known",
      more: true,
    }),
    passes: number({
      label: "rounds of allowing for noise",
      min: 0,
      max: 10,
      step: 1,
      initial: 3,
      more: true,
    }),
    seed: seed({ label: "Noise", initial: 1, more: true }),
  },
  presets,
  compute,
  task: {
    label: "Clean the sound",
    needs: ["clip", "snr", "p", "model", "estimate", "add", "level", "passes", "seed"],
    auto: true,
    unneeded: isShort,
    run: clean,
    worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  },
  length: (r) => r.hops,
  rate: SECOND / HOP,
  sounds: {
    noisy: { label: "Noisy", of: (r: Run) => ({ samples: r.noisy, rate: SECOND }) },
    cleaned: {
      label: "Cleaned",
      of: (r: Run) => r.cleaned && { samples: r.cleaned, rate: SECOND },
    },
    clean: {
      label: "Without the noise",
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
    return v.model;
  },
  laws: {
    asAsked: { label: "The noise is as strong as was asked for", holds: asAsked },
    lags: {
      label: "A model has the N first correlations of the frame it is fitted to",
      holds: sameLags,
    },
    fades: { label: "No model grows by itself: its poles are inside the circle", holds: fades },
    smaller: {
      label: "More samples never make the expected error larger",
      holds: everSmaller,
    },
    trusts: {
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
  numpy,
  answer,
  source: [
    "src/models/speech/companion.ts#step",
    "src/models/speech/fit.ts#fit",
    "src/models/speech/hindsight.ts#back",
  ],
  view,
});
