import { fromRows, type Matrix, zeros } from "../../numerics/matrix.ts";
import {
  filter,
  type FilterResult,
  type KalmanModel,
  predict,
  startFilter,
  update,
} from "../kalman.ts";
import { type Link, pointOf, quadrantOf } from "./link.ts";

// #region model
/** The channel as a state of two numbers, measured directly: a known symbol turned away, y x̄ = g + noise, is a look at it. */
export function channelModel({ a, r }: Pick<Link, "a" | "r">): KalmanModel {
  const twice = (x: number): Matrix =>
    fromRows([
      [x, 0],
      [0, x],
    ]);
  return {
    A: twice(a),
    C: twice(1),
    Q: twice((1 - a * a) / 2),
    R: twice(r / 2),
    m0: new Float64Array(2),
    P0: twice(1 / 2),
  };
}
// #endregion

// #region pilots
/** The Kalman filter on the pilots: between them every look is missing. */
export function onPilots(link: Link): FilterResult {
  const looks = zeros(link.L, 2);
  for (let t = 0; t < link.L; t++)
    looks.data.set(link.pilot[t] ? turnedBack(link, t, link.symbols[t]!) : [NaN, NaN], 2 * t);
  return filter(channelModel(link), looks);
}
// #endregion

// #region directed
/** The same filter directed by decisions: between the pilots it takes what it has decided for what was sent. Its predictions. */
export function onDecisions(link: Link): Float64Array {
  const model = channelModel(link);
  const state = startFilter(model);
  const estimates = new Float64Array(2 * link.L);
  for (let t = 0; t < link.L; t++) {
    if (t > 0) predict(state, model);
    estimates.set(state.mean, 2 * t);
    const said = link.pilot[t] ? link.symbols[t]! : decideAt(link, estimates, t);
    update(state, model, Float64Array.from(turnedBack(link, t, said)));
  }
  return estimates;
}
// #endregion

/** y x̄ for the symbol s. */
function turnedBack({ y }: Link, t: number, s: number): readonly [number, number] {
  const [c, d] = pointOf(s);
  const [re, im] = [y[2 * t]!, y[2 * t + 1]!];
  return [re * c + im * d, im * c - re * d];
}

/** The symbol nearest to y where the channel is taken for the estimate: the quadrant of y ĝ*. */
export function decideAt({ y }: Link, estimates: Float64Array, t: number): number {
  const [re, im, c, d] = [y[2 * t]!, y[2 * t + 1]!, estimates[2 * t]!, estimates[2 * t + 1]!];
  return quadrantOf(re * c + im * d, im * c - re * d);
}

/** What is decided at every step from an estimate of the channel (complex numbers in pairs). */
export const decide = (link: Link, estimates: Float64Array): Uint8Array =>
  Uint8Array.from({ length: link.L }, (_, t) => decideAt(link, estimates, t));

/** What is decided where nobody knows of the channel. */
export const undisturbed = ({ L, y }: Link): Uint8Array =>
  Uint8Array.from({ length: L }, (_, t) => quadrantOf(y[2 * t]!, y[2 * t + 1]!));

/** 1 where a symbol that is no pilot was decided wrongly. */
export const wrongOf = ({ symbols, pilot }: Link, said: Uint8Array): Uint8Array =>
  said.map((s, t) => (!pilot[t] && s !== symbols[t] ? 1 : 0));

/** How many of the first `upTo` symbols are no pilots. */
export const askedOf = ({ pilot, L }: Link, upTo = L): number =>
  pilot.subarray(0, upTo).reduce((n, p) => n + 1 - p, 0);
