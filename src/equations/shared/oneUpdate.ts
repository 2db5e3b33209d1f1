import { type FilterState, startFilter, update } from "../../models/kalman.ts";
import { fromRows } from "../../numerics/matrix.ts";

/** The Kalman filter of a state of one number after its first update, which sees 0. */
export function oneUpdate(C: number, Pprior: number, R: number): FilterState {
  const model = {
    A: fromRows([[1]]),
    C: fromRows([[C]]),
    Q: fromRows([[0]]),
    R: fromRows([[R]]),
    m0: Float64Array.of(0),
    P0: fromRows([[Pprior]]),
  };
  const filter = startFilter(model);
  update(filter, model, Float64Array.of(0));
  return filter;
}
