import { defineFigure } from "../../kit/figure.ts";
import { fetchModel } from "./fetchModel.ts";
import { lengthOf, promisedOf, readingOf, run, type Run } from "./compute.ts";
import { addsUp, asRecorded, keepsShares, nothingBefore, sumsToOne } from "./laws.ts";
import { chancesAt } from "./look.ts";
import { isOwn, sizesOf } from "./models.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { symbols } from "./symbols.ts";
import { view } from "./view.ts";
import { wordedFor } from "./wording.ts";

/** Where there are no workers the model runs on the page: its code is fetched only then. */
const here = (name: "readText" | "writeOn" | "readChanged") =>
  async function* run(v: Setting, stop: AbortSignal, had: Partial<Run>) {
    return yield* (await import("./task.ts"))[name](v, stop, had);
  };
async function* readHere(v: Setting, stop: AbortSignal, had: Partial<Run>) {
  if (!isOwn(v.model)) return yield* here("readText")(v, stop, had);
  return yield* (await import("./ownText.ts")).readOwn(v, stop, had);
}

export default defineFigure({
  id: "mamba-live",
  title: "A Mamba, live",
  params,
  idle: (v) => {
    const off = v.show !== "whatif";
    const still = off || v.change === "none";
    return { change: off, at: still, scope: still, zoom: v.show !== "inside" };
  },
  ends: ({ model }) => {
    const { layers, channels, written } = sizesOf(model);
    return { layer: layers, channel: channels, write: written };
  },
  presets,
  compute: run,
  tasks: {
    model: { label: "Fetch the model", needs: ["model"], auto: true, run: fetchModel },
    read: {
      label: "Read the text",
      needs: ["text"],
      auto: true,
      after: "model",
      resumes: true,
      run: readHere,
      // a reader's own needs a tokenizer
      worker: ({ model }) =>
        isOwn(model)
          ? new Worker(new URL("./ownWorker.ts", import.meta.url), { type: "module" })
          : new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
    write: {
      label: "Write on",
      needs: ["temperature", "topk", "seed"],
      auto: true,
      after: "read",
      resumes: true,
      run: here("writeOn"),
      worker: () => new Worker(new URL("./writeWorker.ts", import.meta.url), { type: "module" }),
    },
    change: {
      label: "Read it with the change",
      needs: ["change", "at", "scope", "layer"],
      auto: true,
      after: "write",
      unneeded: (v) => v.show !== "whatif" || v.change === "none",
      run: here("readChanged"),
      worker: () => new Worker(new URL("./changeWorker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: promisedOf,
  rate: 8,
  readouts,
  phrases,
  describe,
  wording:
    ({ model }, words) =>
    (path) =>
      wordedFor(model, words("phrases.unit"), words(path)),
  laws: {
    adds: {
      label: "What is heard of each character, and the way past the state, make the output",
      holds: addsUp,
    },
    kept: {
      label: "Δ > 0 and A < 0: of a state a share is kept, between none and all",
      holds: keepsShares,
    },
    one: {
      label: "The probabilities of the next character make 1",
      about: "model",
      holds: sumsToOne,
    },
    before: { label: "A change moves nothing before it", holds: nothingBefore },
    record: { label: "The recorded text is what the weights write", holds: asRecorded },
  },
  symbols,
  equations: ["selective-recurrence", "still-heard"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: {
    of: (r, v, t) => {
      const shares = chancesAt(r, v, Math.floor(t));
      return shares ? 100 * shares.reduce((a, b) => Math.max(a, b)) : NaN;
    },
  },
  source: [
    "src/models/mamba/scan.ts#scan",
    "src/models/mamba/channel.ts#hearing",
    "src/models/mamba/intervene.ts#intervene",
    "src/models/sampling.ts#chances",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  const reading = readingOf(r);
  if (!reading) {
    if (r.reading) return "streaming";
    const kept = r.recorded && v.show !== "whatif" && v.layer === r.recorded.layer;
    return kept ? "recorded" : "waiting";
  }
  if (Math.floor(t) >= reading.ids.length) return "waiting"; // a slow model has not come to it
  if (v.show === "states") return "states";
  if (v.show === "hears") return v.channel === 0 ? "hearsAll" : "hears";
  if (v.show === "inside") return v.zoom;
  if (v.show === "whatif")
    return v.change === "none" ? "nothingChanged" : r.changed ? "changed" : "changing";
  return Math.floor(t) < lengthOf(r, v) - 1 ? "surprised" : "tokens";
}
