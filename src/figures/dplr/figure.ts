import { defineFigure } from "../../kit/figure.ts";
import { toRows } from "../../numerics/matrix.ts";
import { digitsLeft, run, type Run } from "./compute.ts";
import {
  cauchyIsDense,
  everWorse,
  isFeedback,
  isLegs,
  isNormal,
  isUnitary,
  neverGrows,
  rankOne,
  sumToTrace,
  zeroIsDiagonal,
} from "./laws.ts";
import { params, type Setting } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { timeOf } from "./race.ts";
import { answer, lengthOf, readouts } from "./readouts.ts";
import { view } from "./view.ts";
import { run as race } from "./task.ts";

export default defineFigure({
  id: "dplr",
  title: "Normal plus low rank",
  params,
  presets,
  compute: run,
  tasks: {
    race: {
      label: "Run the race",
      needs: ["show", "N", "dt", "seed"],
      unneeded: (v) => v.show !== "cost",
      run: race,
      worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    },
  },
  readouts,
  phrases,
  describe,
  laws: {
    normal: { label: "A⁽ᴺ⁾ commutes with its transpose", holds: (r) => isNormal(r) },
    rank: { label: "What is added to it has rank one", holds: (r) => rankOne(r) },
    legs: { label: "A⁽ᴺ⁾ − PPᵀ is LegS, P = B/√2", holds: (r) => isLegs(r) },
    feedback: { label: "A(κ) = A⁽ᴺ⁾ + κBK with K = −½Bᵀ", holds: isFeedback },
    unitary: { label: "The eigenvectors of A⁽ᴺ⁾ are unitary", holds: (r) => isUnitary(r) },
    trace: { label: "The true eigenvalues sum to the trace of A", holds: sumToTrace },
    worse: {
      label: "One number more never makes the eigenvectors of LegS better",
      holds: (r) => everWorse(r),
    },
    cauchy: { label: "The Cauchy sums give the kernel of the dense matrix", holds: cauchyIsDense },
    diagonal: { label: "At κ = 0 the kernel is that of the diagonal", holds: zeroIsDiagonal },
    energy: { label: "Left alone, no state grows in a bilinear step", holds: neverGrows },
  },
  symbols: (r, v) => ({
    N: v.N,
    kappa: v.kappa,
    Delta: v.dt,
    ...(v.show === "cost" ? { L: lengthOf(v) } : {}),
    A: toRows(r.A),
    Anormal: toRows(r.normal),
    B: Array.from(r.B, (b) => [b]),
    // A⁽ᴺ⁾ − PPᵀ is A(κ) for P = B √(κ/2)
    Plow: Array.from(r.B, (b) => [b * Math.sqrt(v.kappa / 2)]),
    feedback: [Array.from(r.B, (b) => -b / 2)],
  }),
  equations: ["dplr", "hippo-feedback"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer,
  source: [
    "src/numerics/hippo.ts#feedback",
    "src/numerics/dplr.ts#dplr",
    "src/numerics/feedbackSpectrum.ts#spectrum",
    "src/figures/dplr/eigen.ts#modes",
    "src/models/s4.ts#kernel",
    "src/figures/dplr/task.ts#race",
  ],
  view,
});

function describe(r: Run, v: Setting) {
  if (v.show === "cost") {
    const last = timeOf(r.times, "diagonal", lengthOf(v));
    return Number.isNaN(last) ? "waiting" : "measured";
  }
  if (v.show === "parts")
    return v.kappa === 1 ? "legsSays" : v.kappa === 0 ? "normalSays" : "betweenSays";
  if (v.kappa === 0) return "unitarySays";
  if (v.kappa < 1) return "nearlySays";
  const digits = digitsLeft(r.eigen?.condition ?? NaN);
  return digits === 0 ? "lost" : digits > 8 ? "sound" : "worse";
}
