import { defineFigure } from "../../kit/figure.ts";
import { onCircle, polesAt, radiusOf, restDt, run, selects, stepAt, type Run } from "./compute.ts";
import { readable, sized } from "./families.ts";
import { isTransform, sameOutput, spectral, surer, warped } from "./laws.ts";
import { drivenAt } from "./frequency.ts";
import { honest } from "./noise.ts";
import { params, type Setting } from "./params.ts";
import { lookedAt } from "./peak.ts";
import { phrases, type Phrase } from "./phrases.ts";
import { presets } from "./presets.ts";
import { readouts } from "./readouts.ts";
import { view } from "./view.ts";
import { ready } from "./views.ts";

function idle(v: Setting) {
  const { family } = v;
  const own = family === "own" || family === "poles";
  const steps = family === "shift" || (own && v.kind === "discrete");
  const noisy = v.Q > 0 || v.R > 0;
  return {
    own: family !== "own",
    poles: family !== "poles",
    kind: !own,
    N: !sized(family),
    w: family !== "first" && family !== "spring",
    zeta: family !== "spring",
    dt: steps || selects(v),
    rule: steps,
    way: selects(v),
    estimate: !noisy,
    trustQ: !noisy || v.estimate === "none" || v.Q === 0,
    trustR: !noisy || v.estimate === "none" || v.R === 0,
    noise: !noisy,
    select: steps,
    gw: !selects(v),
    gb: !selects(v),
    D: family === "own",
    read: !readable(family),
    seed: family !== "random" && !(readable(family) && v.read === "random"),
  };
}

/** What is true now, the worst first. */
function describe(r: Run, v: Setting): Phrase {
  if (!r.model) return "broken";
  const size = radiusOf(r.z);
  if (r.finite < r.u.length) return "overflows";
  if (r.moving && !r.noisy) return "selecting";
  if (r.noisy?.refused) return "refused";
  if (r.noisy?.estimate) {
    const { nis, y } = r.noisy.estimate;
    const [low, high] = honest(y.length);
    if (nis > high) return "surprised";
    if (nis < low) return "timid";
    return v.estimate === "filter" ? "filters" : "smooths";
  }
  if (r.moving) return "measured";
  if (onCircle(size)) return "turns";
  if (size > 1) return "grows";
  if (r.noisy) return "measured";
  if (size === 0) return "ends";
  return Number.isNaN(r.peak.at) ? "alike" : "fades";
}

export default defineFigure({
  id: "playground",
  title: "The playground",
  params,
  idle,
  presets,
  compute: run,
  // The timeline ends where the numbers do.
  length: (r) => Math.max(1, r.model ? r.finite : r.u.length),
  readouts,
  phrases,
  describe,
  laws: {
    same: { label: "Recurrence, convolution and scan give one output", holds: sameOutput },
    transform: {
      label: "The frequency response is the Fourier transform of the kernel",
      holds: isTransform,
    },
    spectral: {
      label:
        "The eigenvalues, wherever a rule sends them, add up to the trace of a step's matrix and multiply to its determinant",
      holds: spectral,
    },
    surer: {
      label: "The smoother is never less sure than the filter",
      holds: surer,
    },
    warped: {
      label: "Bilinear: a frequency ω in steps is 2/Δ · tan(ω/2) of the continuous system",
      holds: (r, v) => warped(r, v, restDt(v)),
    },
  },
  symbols: (r, v, t) => {
    const n = r.system.A.rows;
    const k = stepAt(r, t);
    const z = polesAt(r, v, t);
    const rows = (m: { rows: number; cols: number; data: Float64Array }) =>
      Array.from({ length: m.rows }, (_, i) =>
        Array.from(m.data.subarray(i * m.cols, (i + 1) * m.cols)),
      );
    return {
      C: rows(r.system.C),
      D: r.system.D.data[0]!,
      u: r.u[k]!,
      h: Array.from(r.states.subarray(k * n, (k + 1) * n), (x) => [x]),
      y: r.recurrent[k]!,
      N: n,
      t: k,
      L: r.u.length,
      ...(z.re.length > 0 && { lambda: Array.from(z.re, (x, i) => [x, z.im[i]!]) }),
      ...(r.system.time === "continuous" && { Delta: r.dts[k]! }),
      ...(r.model && {
        Abar: rows(r.model.A),
        Bbar: rows(r.model.B),
        ...(v.readout === "delayed" && lookedAt(r.model, r.peak, drivenAt(v, t))),
      }),
    };
  },
  equations: ["output", "transfer"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  files: {
    "playground.csv": async () => ({ write: (await import("./files.ts")).table }),
    "playground.ts": async () => ({ write: (await import("./files.ts")).typescript }),
  },
  answer: "y",
  source: [
    "src/models/frequency.ts#transfer",
    "src/models/ssm.ts#simulate",
    "src/figures/playground/scanned.ts#scan",
    "src/figures/playground/selective.ts#selective",
  ],
  ready: (v) => ready(v.views),
  view,
});
