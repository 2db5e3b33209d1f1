import { defineFigure } from "../../kit/figure.ts";
import {
  agree,
  atItsFoot,
  DONE,
  farApart,
  heightOf,
  isDone,
  placeAt,
  productAt,
  run,
} from "./compute.ts";
import {
  areaIsEvidence,
  balances,
  eitherOrder,
  isBell,
  precisionsAdd,
  shareOfTheWay,
} from "./laws.ts";
import { params } from "./params.ts";
import { phrases } from "./phrases.ts";
import { presets } from "./presets.ts";
import { view } from "./view.ts";

/** What is known only when all has been multiplied. */
const known = (t: number, x: number) => (isDone(t) ? x : NaN);

export default defineFigure({
  id: "bells",
  title: "Two bells, one product",
  params,
  presets,
  compute: run,
  length: () => DONE + 1,
  clock: (_r, _v, t) => (isDone(t) ? "clockDone" : "clock"),
  rate: 28,
  readouts: {
    mean: {
      label: "mean of the product",
      symbol: "hhat",
      foot: true,
      of: (r, _, t) => known(t, r.posterior.mean),
    },
    variance: {
      label: "its variance",
      symbol: "P",
      foot: true,
      of: (r, _, t) => known(t, r.posterior.variance),
    },
    gain: {
      label: "share of the way",
      symbol: "gain",
      foot: true,
      of: (r, _, t) => known(t, r.gain),
    },
    deviation: {
      label: "the product, give or take",
      symbol: "P",
      of: (r, _, t) => known(t, Math.sqrt(r.posterior.variance)),
    },
    area: {
      label: "area under the product",
      of: (r, _, t) => known(t, Math.exp(r.logArea)),
    },
    place: { label: "place", symbol: "h", of: (_r, _v, t) => placeAt(t) },
    atPrior: {
      label: "height of the prior here",
      symbol: "hprior",
      digits: 2,
      of: (r, _, t) => heightOf(r.prior, placeAt(t)),
    },
    atSeen: {
      label: "height of the likelihood here",
      symbol: "y",
      digits: 2,
      of: (r, _, t) => heightOf(r.likelihood, placeAt(t)),
    },
    atProduct: {
      label: "height of the product here",
      symbol: "hhat",
      digits: 2,
      of: (r, _, t) => productAt(r, placeAt(t)),
    },
  },
  phrases,
  describe: (r, _, t) => {
    if (!isDone(t)) return atItsFoot(r, placeAt(t)) ? "foot" : "sweeps";
    if (agree(r)) return "agree";
    return farApart(r) ? "far" : "whole";
  },
  laws: {
    bell: { label: "The product is a bell at every place", holds: isBell },
    area: {
      label: "Its area is the density of the measurement, expected with P⁻ + R",
      holds: areaIsEvidence,
    },
    add: { label: "Precisions add", holds: precisionsAdd },
    share: {
      label: "The mean lies the share P⁻/(P⁻ + R) of the way to the measurement",
      holds: shareOfTheWay,
    },
    balance: { label: "Weighted by their precisions, the means balance on it", holds: balances },
    order: { label: "Prior and likelihood may change places", holds: eitherOrder },
  },
  symbols: (r, v, t) => ({
    C: 1,
    hprior: v.m,
    Pprior: v.P,
    y: v.y,
    R: v.R,
    h: placeAt(t),
    ...(isDone(t) && { hhat: r.posterior.mean, P: r.posterior.variance, gain: r.gain }),
  }),
  equations: ["square-sum", "precision-sum", "precision-mean", "gain-share"],
  numpy: async (v) => (await import("./numpy.ts")).numpy(v),
  answer: "mean",
  source: ["src/models/kalman/product.ts#product"],
  view,
});
