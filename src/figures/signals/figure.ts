import { defineFigure } from "../../kit/figure.ts";
import { run, type Run } from "./compute.ts";
import { asRecorded, onlyNoiseDeceives, opensAtPilots, pilotsAreKnown, shrinks } from "./laws.ts";
import { heardOf, nearest, shows, stepOf, wrongSoFar } from "./look.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { countsFor } from "./recorded.ts";
import { countErrors, fetchModels, hear } from "./task.ts";
import { view } from "./view.ts";

const pair = (x: Float64Array, t: number) => [[x[2 * t]!], [x[2 * t + 1]!]];

export default defineFigure({
  id: "signals",
  title: "Symbols over a fading channel",
  params,
  idle: ({ show }) => ({ upTo: show === "curve" }),
  presets,
  compute: run,
  tasks: {
    models: { label: "Fetch the trained receivers", needs: [], auto: true, run: fetchModels },
    hear: {
      label: "Let the S6 listen",
      needs: ["snr", "a", "every", "upTo", "seed"],
      auto: true,
      after: "models",
      unneeded: (v) => v.show === "curve" || !shows(v, "s6"),
      run: hear,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
    count: {
      label: "Count errors",
      needs: ["a", "every", "seed"],
      auto: true,
      after: "models",
      unneeded: (v) => v.show === "run" || countsFor(v) !== undefined,
      run: countErrors,
      worker: () => new Worker(new URL("./countWorker.ts", import.meta.url), { type: "module" }),
    },
  },
  length: (r, { show }) => (show === "curve" ? 1 : r.link.L),
  clock: (_, { show }) => (show === "curve" ? undefined : "atSymbol"),
  rate: 12,
  readouts,
  phrases,
  describe,
  laws: {
    shrinks: { label: "Between pilots the estimate shrinks by a", holds: shrinks },
    gain: { label: "The gain is P⁻ / (P⁻ + r) at a pilot, 0 between", holds: opensAtPilots },
    noise: {
      label: "Who knows the channel is wrong only where noise carries a symbol over a border",
      holds: onlyNoiseDeceives,
    },
    pilots: { label: "Nobody is asked about a pilot", holds: pilotsAreKnown },
    record: { label: "The recorded answers are those of the weights", holds: asRecorded },
  },
  symbols: (r, v, t) => {
    const now = stepOf(r, t);
    return {
      A: [
        [v.a, 0],
        [0, v.a],
      ],
      h: pair(r.link.g, now),
      y: pair(r.link.y, now),
      hprior: pair(r.before, now),
      hhatbefore: now > 0 ? pair(r.after, now - 1) : [[0], [0]],
      hhat: pair(r.after, now),
      snr: v.snr,
      t: now,
      L: r.link.L,
    };
  },
  equations: ["kalman-predict"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => wrongSoFar(r, "pilots", r.link.L - 1) },
  source: [
    "src/models/radio/link.ts#link",
    "src/models/radio/receivers.ts#model",
    "src/models/radio/receivers.ts#pilots",
    "src/models/radio/receivers.ts#directed",
    "src/models/radio/trained.ts#listen",
    "src/models/radio/trained.ts#believed",
  ],
  view,
});

function describe(r: Run, v: Setting, t: number) {
  if (v.show === "curve") return r.counts?.[nearest(v)] ? "curve" : "curveWaiting";
  const now = stepOf(r, t);
  const over = now === r.link.L - 1;
  if (!over && r.link.pilot[now]) return shows(v, "pilots") ? "pilot" : "pilotAlone";
  if (shows(v, "s6") && heardOf(r)) return over ? "over" : "between";
  if (shows(v, "s6")) return over ? "overWaiting" : "betweenWaiting";
  if (!shows(v, "pilots")) return over ? "overKnown" : "turning";
  if (!over) return "betweenPilots";
  return shows(v, "directed") ? "overDirected" : "overPilots";
}
