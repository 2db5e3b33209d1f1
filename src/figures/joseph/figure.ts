import { defineFigure } from "../../kit/figure.ts";
import { badOf, errorOf, type Form, forms, run, type Run, STEPS } from "./compute.ts";
import { doubleAgrees, rootIsProduct, rootsStay, truthIsBounded } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

const bad = (form: Form) => (r: Run) => badOf(r, form);
/** In per cent, and what is less is told by it: digits of an error that is only rounding differ from machine to machine. */
const LEAST = 1e-4;
const error = (form: Form) => (r: Run) => Math.max(LEAST, 100 * errorOf(r, form));
const least = (form: Form) => (r: Run) => Math.min(...r[form]);

export default defineFigure({
  id: "joseph",
  title: "Where rounding bites",
  params,
  presets,
  compute: run,
  readouts: {
    shortBad: { label: "steps not above 0, short form", symbol: "e", foot: true, of: bad("short") },
    josephBad: {
      label: "steps not above 0, Joseph's form",
      symbol: "gain",
      foot: true,
      of: bad("joseph"),
    },
    rootBad: {
      label: "steps below 0, square roots",
      symbol: "C",
      of: (r) => r.root.filter((x) => x < 0).length,
    },
    shortError: { label: "largest error, short form, in %", symbol: "e", of: error("short") },
    josephError: {
      label: "largest error, Joseph's form, in %",
      symbol: "gain",
      of: error("joseph"),
    },
    rootError: {
      label: "largest error, square roots, in %",
      symbol: "C",
      foot: true,
      digits: 2,
      of: error("root"),
    },
    shortLeast: { label: "smallest of the short form", symbol: "e", of: least("short") },
    truth: { label: "in truth, at the end", symbol: "P", of: (r) => r.truth[STEPS - 1]! },
    steps: { label: "steps", of: () => STEPS },
  },
  phrases,
  describe: (r) => {
    const [short, joseph] = [badOf(r, "short") > 0, badOf(r, "joseph") > 0];
    if (joseph) return short ? "both" : "joseph";
    if (short) return "short";
    return forms.every((form) => error(form)(r) === LEAST) ? "agree" : "hold";
  },
  laws: {
    roots: { label: "W Wᵀ has no negative eigenvalue, whatever is rounded", holds: rootsStay },
    double: { label: "With all 53 digits the three forms agree", holds: doubleAgrees },
    bounded: { label: "In truth it lies between 0 and R/|C|²", holds: truthIsBounded },
    product: { label: "It is W Wᵀ that is drawn", holds: rootIsProduct },
  },
  symbols: (r, v) => ({
    C: [[1, 0.5]],
    R: v.R,
    Pprior: [
      [v.P0, 0],
      [0, v.P0],
    ],
    gain: Array.from(r.first.gain.data, (k) => [k]),
    P: [Array.from(r.first.P.data.slice(0, 2)), Array.from(r.first.P.data.slice(2))],
  }),
  equations: ["kalman-covariance", "joseph-form"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "truth",
  source: [
    "src/models/kalman/rounded.ts#short",
    "src/models/kalman/rounded.ts#joseph",
    "src/models/kalman/rounded.ts#root",
  ],
  view,
});
