import { defineFigure } from "../../kit/figure.ts";
import { CLIP_RATE } from "../../kit/clip.ts";
import { bitsOf, leftOf, RAW, run, type Run } from "./compute.ts";
import { HOP } from "./foretold.ts";
import { asRecorded, counted, lossless, normal, stepsForward } from "./laws.ts";
import { gainOf } from "./gain.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { fetchModel, listen } from "./task.ts";
import { view } from "./view.ts";

/** As loud as it was sent. */
const heard = (x: Int32Array) => ({
  samples: Float64Array.from(x, (s) => s / 32768),
  rate: CLIP_RATE,
});

export default defineFigure({
  id: "residual",
  title: "What can be foretold need not be sent",
  params,
  idle: ({ way }) => ({ layer: way !== "s6", channel: way !== "s6" }),
  presets,
  compute: run,
  tasks: {
    model: {
      label: "Fetch the model",
      needs: [],
      auto: true,
      unneeded: ({ way }) => way !== "s6",
      run: fetchModel,
    },
    listen: {
      label: "Let S6 foretell it",
      needs: ["clip"],
      auto: true,
      after: "model",
      unneeded: ({ way }) => way !== "s6",
      run: listen,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r) => r.hops,
  clock: () => "atSecond",
  rate: CLIP_RATE / HOP,
  sounds: {
    sound: { label: "The sound", of: (r: Run) => heard(r.x) },
    rest: {
      label: "What is left",
      of: (r: Run, v: Setting) => {
        const left = leftOf(r, v.way);
        return left && heard(left.residual);
      },
    },
  },
  readouts,
  phrases,
  describe: (r, v) => {
    if (r.x.every((s) => s === 0)) return "silent";
    if (v.way === "s6" && !leftOf(r, "s6") && !r.recorded) return "s6Waiting";
    if (v.clip.kind === "hiss" && v.way !== "same") return v.way === "sent" ? "noiseSent" : "noise";
    return bitsOf(r, v.way) > RAW ? "dear" : v.way;
  },
  laws: {
    lossless: {
      label: "Who receives the bits has every sample, exactly (tried on 0.15 s)",
      holds: lossless,
    },
    counted: { label: "As many bits are told as are sent", holds: counted },
    normal: {
      about: "model",
      label: "LPC's coefficients solve the normal equations",
      holds: normal,
    },
    steps: { label: "Δ > 0 at every step", holds: stepsForward },
    record: { label: "The recorded bits are those of the weights", holds: asRecorded },
  },
  symbols,
  equations: ["lpc-error"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: gainOf },
  source: [
    "src/models/waveform/lpc.ts#lags",
    "src/models/waveform/lpc.ts#weighted",
    "src/models/speech/ar.ts#levinson",
    "src/models/waveform/predictors.ts#fading",
    "src/models/waveform/predictors.ts#asked",
    "src/models/waveform/rice.ts#rice",
  ],
  view,
});
