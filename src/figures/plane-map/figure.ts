import { defineFigure } from "../../kit/figure.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { aliased, LEFT, period, RIGHT, run, size, TOP } from "./compute.ts";
import { backAgain, borderIsKept, insideStaysInside, spectral, twice } from "./laws.ts";
import { numpy } from "./numpy.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "plane-map",
  title: "Where each rule sends a pole",
  params: {
    rule: choice({
      label: "Rule",
      options: {
        zoh: "Zero-order hold",
        bilinear: "Bilinear",
        euler: "Euler",
        backward: "Backward Euler",
      },
      initial: "zoh",
    }),
    dt: number({
      label: "step size, in seconds",
      symbol: "Delta",
      min: 0.05,
      max: 2,
      step: 0.01,
      initial: 0.4,
    }),
    a: number({
      label: "real part: growth per second",
      symbol: "lambda",
      min: LEFT,
      max: RIGHT,
      step: 0.05,
      initial: -1,
    }),
    w: number({
      label: "imaginary part: radians per second",
      symbol: "omega",
      min: 0,
      max: TOP,
      step: 0.05,
      initial: 4,
    }),
  },
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
  phrases: {
    inside:
      "{rule}: the pole {a} ± {w}i lands at distance {size} from the centre, inside the circle. Its discrete copy fades; exactly it would keep {exact} a step.",
    border:
      "{rule}: the pole {a} ± {w}i lands on the circle. In steps as in truth it neither fades nor grows.",
    outside:
      "{rule}: the pole {a} ± {w}i lands at distance {size}, outside the circle. Its discrete copy grows; exactly it would keep {exact} a step.",
    alias:
      "A step of {dt} s turns this pole by more than half a round. After sampling it looks slower than it is: one round in {period} steps instead of {true}.",
    s: "continuous: s",
    z: "one step: z",
    stable: "fades",
    zoh: "hold",
    bilinear: "bilinear",
    euler: "Euler",
    backward: "backward",
    dragS: "The pole in the s-plane: drag it, or use the arrow keys",
    dragZ: "The discrete pole in the z-plane: drag it, or use the arrow keys",
    whole: "The s-plane with the pole and the region that fades; the z-plane with the unit circle",
  },
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
    back: { label: "The inverse map leads back to the same z", holds: backAgain },
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
    return {
      lambda: rows([v.a, v.w]),
      A: matrix([v.a, v.w]),
      Abar: matrix(r.z[v.rule]),
      Delta: v.dt,
      omega: v.w,
    };
  },
  equations: ["zoh", "bilinear", "euler"],
  numpy,
  answer: { of: (r, v) => size(r.z[v.rule]) },
  source: ["src/numerics/discretize.ts#zoh", "src/numerics/discretize.ts#bilinear"],
  view,
});
