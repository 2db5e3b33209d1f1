import { defineFigure } from "../../kit/figure.ts";
import { toRows } from "../../numerics/matrix.ts";
import { diagonal, eigen, LAGS, run } from "./compute.ts";
import { sameEigenvalues, sameKernel, samePoint } from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { lagOf, readouts } from "./readouts.ts";
import { view } from "./view.ts";

export default defineFigure({
  id: "basis",
  title: "The same system in other numbers",
  params,
  presets,
  compute: run,
  length: () => LAGS + 1,
  readouts,
  phrases,
  describe: ({ now }) => (!now ? "singular" : diagonal(now) ? "diagonal" : "general"),
  laws: {
    kernel: { label: "The kernel is the same in every basis, to rounding", holds: sameKernel },
    point: { label: "The new numbers name the same point, h = T z", holds: samePoint },
    eigen: { label: "A has the same eigenvalues in every basis", holds: sameEigenvalues },
  },
  symbols: (r, v, t) => {
    const { re, im } = eigen(r);
    return {
      A: v.A,
      B: v.B,
      C: v.C,
      basis: v.T,
      lambda: [0, 1].map((i) => [re[i]!, im[i]!]),
      k: lagOf(t),
      K: r.old.K[lagOf(t)]!,
      h: [[r.old.first[lagOf(t)]!], [r.old.second[lagOf(t)]!]],
      ...(r.now && {
        Anew: toRows(r.now.model.A),
        Bnew: toRows(r.now.model.B),
        Cnew: toRows(r.now.model.C),
      }),
    };
  },
  equations: ["similarity", "memory-kernel"],
  numpy: async (v, r) => (await import("./numpy.ts")).numpy(v, r),
  answer: { of: (r) => r.old.K[LAGS]! },
  source: ["src/models/basis.ts#basis"],
  view,
});
