import { defineFigure } from "../../kit/figure.ts";
import { discretize } from "../../numerics/discretize.ts";
import { fromRows, toRows } from "../../numerics/matrix.ts";
import { aliased, period, run, size } from "./compute.ts";
import { backAgain, borderIsKept, insideStaysInside, spectral, twice } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "plane-map",
  title: "Where each rule sends a pole",
  params,
  presets,
  compute: run,
  readouts: {
    size: { label: "|z|", symbol: "Abar", foot: true, of: (r, v) => size(r.z[v.rule]) },
    exact: { label: "|z| exactly", symbol: "Abar", foot: true, of: (r) => size(r.z.zoh) },
    period: { label: "steps a round", foot: true, of: (r, v) => period(r.z[v.rule]) },
    true: {
      label: "steps a round, truly",
      symbol: "omega",
      of: (_, v) => (2 * Math.PI) / (v.w * v.dt),
    },
    edge: { label: "fastest turn that steps can show", of: (_, v) => Math.PI / v.dt },
  },
  phrases,
  describe: (r, v) => {
    if (v.rule === "zoh" && aliased(v)) return "alias";
    const away = size(r.z[v.rule]) - 1;
    if (Math.abs(away) < 1e-9 && v.a === 0) return "border";
    return away > 0 ? "outside" : "inside";
  },
  laws: {
    spectral: { label: "The pole of Ā is the rule applied to the pole of A", holds: spectral },
    inside: {
      label: "Hold, bilinear and backward send the left half-plane into the circle",
      holds: insideStaysInside,
    },
    border: { label: "Hold and bilinear also keep what grows outside it", holds: borderIsKept },
    twice: { label: "With zero-order hold, two steps of Δ are one of 2Δ", holds: twice },
    back: { about: "model", label: "The inverse map leads back to the same z", holds: backAgain },
  },
  symbols: (r, v) => {
    const rows = ([re, im]: readonly [number, number]) => [
      [re, im],
      [re, -im],
    ];
    const matrix = ([re, im]: readonly [number, number]) => [
      [re, -im],
      [im, re],
    ];
    const [A, B] = [matrix([v.a, v.w]), [[1], [0]]];
    return {
      B,
      Bbar: toRows(discretize(fromRows(A), fromRows(B), v.dt, v.rule).B),
      lambda: rows([v.a, v.w]),
      A,
      Abar: matrix(r.z[v.rule]),
      Delta: v.dt,
      omega: v.w,
    };
  },
  equations: ["zoh", "bilinear", "euler"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: { of: (r, v) => size(r.z[v.rule]) },
  source: ["src/numerics/discretize.ts#zoh", "src/numerics/discretize.ts#bilinear"],
  view,
});
