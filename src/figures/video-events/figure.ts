import { defineFigure } from "../../kit/figure.ts";
import { FRAMES, STEPS } from "../../models/film/film.ts";
import { allRight, carried, flashedIn, linkAt, movedBy, run, type Run, stepOf } from "./compute.ts";
import { addsUp, fadesByAge, noneLast, sharesKept, sharesOfOne, sharesOfState } from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { STATES } from "./reading.ts";
import { readouts } from "./readouts.ts";
import { fetchModels, watchFilm } from "./task.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "video-events",
  title: "Glyphs that flash in a film",
  params,
  idle: ({ source }) => {
    const own = source.kind === "camera";
    return { flashes: own, noise: own, squares: own, lasts: own, seed: own };
  },
  presets,
  compute: run,
  tasks: {
    model: { label: "Fetch the models", needs: [], auto: true, run: fetchModels },
    watch: {
      label: "Watch the film",
      needs: ["source", "flashes", "cleared", "noise", "squares", "lasts", "seed"],
      auto: true,
      after: "model",
      run: watchFilm,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: () => STEPS,
  clock: (_, __, t) => (stepOf(t) < FRAMES ? "atFrame" : "atWhite"),
  rate: 8,
  readouts,
  phrases,
  describe,
  laws: {
    one: { label: "The seven answers share one probability", holds: sharesOfOne },
    kept: {
      label: "Δ > 0 and A < 0: of a state a share is kept, between none and all",
      holds: sharesKept,
    },
    sum: { label: "A state is the sum of what it has of every frame", holds: addsUp },
    age: { label: "A static state fades by age alone, and never grows", holds: fadesByAge },
    shares: { label: "What a state has of all frames is all that it has", holds: sharesOfState },
    order: { label: "First the glyphs are asked for, then there is none left", holds: noneLast },
  },
  symbols: (r, v, t) => {
    const link = r.reading && linkAt(r.reading, v.layer, stepOf(t));
    return {
      t: stepOf(t) + 1,
      L: STEPS,
      N: STATES,
      ...(link && {
        A: link.A,
        Bbar: link.Bbar,
        Ct: link.C,
        tau: link.clock,
        Kts: carried(link),
      }),
    };
  },
  equations: ["still-heard"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: "sure",
  source: ["src/figures/video-events/reading.ts#held", "src/models/film/watcher.ts#best"],
  view,
});

/** Noise that no film of the training had. */
const MOST_NOISE = 0.5;

function describe(r: Run, v: Setting, t: number) {
  const step = stepOf(t);
  if (!r.reading) return "waiting";
  const own = v.source.kind === "camera";
  if (step < FRAMES) return own ? "watchingOwn" : "watching";
  if (step < STEPS - 1) return "asking";
  if (v.cleared > 0)
    return movedBy(r.reading.s6, r.reading.whole.s6) > 0 ? "clearedMoves" : "clearedStays";
  if (own) return "ownFilm";
  if (flashedIn(r) === 0) return "nothing";
  if (r.crowded) return "crowded";
  if (v.noise > MOST_NOISE + 0.01) return "beyond";
  return allRight(r.reading.s6, r) ? "right" : "wrong";
}
