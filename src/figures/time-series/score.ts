import { keeping } from "../../kit/keeping.ts";
import type { Fans } from "../../models/backtest/fans.ts";
import { judge, type Score } from "../../models/backtest/score.ts";
import { regressedOf } from "./autoregressive.ts";
import { s6Fans } from "./chosen.ts";
import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { unscaled } from "./setting.ts";

export const models = ["s6", "ar", "structural"] as const;
export type Model = (typeof models)[number];

const judging = () =>
  keeping(
    (
      y: Float64Array,
      z: Float64Array,
      first: number,
      naive: Float64Array,
      fans: Fans | undefined,
      h: number,
      log: boolean,
    ): Score => judge({ y, z, back: (x) => unscaled(x, { log }), first, naive, fans }, h),
  );
const judges = { s6: judging(), ar: judging(), structural: judging() } as const;

/** The rolling back-test of one model, from the first step after what was learnt. */
export const scoreOf = (r: Run, v: Setting, model: Model): Score =>
  judges[model](
    r.y,
    r.z,
    r.status === "fine" ? r.first : r.y.length,
    r.naive,
    fansOf(r, v, model),
    v.h,
    v.log,
  );

/** The forecasts of one model from every step, where it has any yet. */
export const fansOf = (r: Run, v: Setting, model: Model): Fans | undefined => from[model](r, v);

const from = {
  s6: s6Fans,
  ar: (r, v) => regressedOf(r, v)?.fans,
  structural: (r) => r.structural?.fans,
} as const satisfies Record<Model, (r: Run, v: Setting) => Fans | undefined>;

/** A model's error over the naive forecast's, over all horizons to h. */
export function ratioOf(r: Run, v: Setting, model: Model): number {
  const { modelAll, naiveAll } = scoreOf(r, v, model);
  return modelAll / naiveAll;
}
