import { keeping } from "../../kit/keeping.ts";
import { fitAutoregression, orderByAic, type Regression } from "../../models/autoregression.ts";
import { autoregressiveFans } from "../../models/backtest/autoregressive.ts";
import type { Fans } from "../../models/backtest/fans.ts";
import type { Run } from "./compute.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";

/** The autoregression: fitted to what is learnt and nothing else, and its forecasts from every step. */
export interface Regressed {
  readonly model: Regression;
  readonly fans: Fans;
}

const regressed = keeping((z: Float64Array, first: number, order: number): Regressed => {
  const learnt = z.slice(0, first + 1);
  const model = fitAutoregression(learnt, order || orderByAic(learnt));
  return { model, fans: autoregressiveFans(model, z, MOST_AHEAD) };
});

/** Of the order asked for, or of Akaike's; none where the series allows no forecast. */
export const regressedOf = (r: Run, v: Setting): Regressed | undefined =>
  r.status === "fine" ? regressed(r.z, r.first, v.order) : undefined;
