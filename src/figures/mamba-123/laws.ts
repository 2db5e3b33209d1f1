import { respond, respondTurned, stepWeights } from "../../models/mamba3.ts";
import { selectiveScan } from "../../models/s6.ts";
import { errorsOf, N, orderOf, ratesOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** λ = 1 and no turns: Mamba-1's selective scan, step by step. */
export function isS6({ u }: Run, { decay, delta }: Setting): boolean {
  const { re, im } = ratesOf(decay, 0);
  const L = u.length;
  const { y } = selectiveScan({
    L,
    channels: 1,
    states: N,
    u,
    delta: new Float64Array(L).fill(delta),
    A: re,
    B: new Float64Array(L * N).fill(1),
    C: new Float64Array(L * N).fill(1 / N),
    D: Float64Array.of(0),
  });
  return respond({ re, im }, u, delta, 1).y.every((x, t) => Math.abs(x - y[t]!) < 1e-12);
}

/** Turning B and C by the angle so far gives the outputs of a state that turns. */
export const turnsEitherWay = ({ rates, u, response }: Run, { delta, lambda }: Setting): boolean =>
  respondTurned(rates, u, delta, lambda).every((x, t) => Math.abs(x - response.y[t]!) < 1e-11);

/** On a smooth input the error of λ = 1 falls as Δ, that of λ = ½ as Δ². */
export function orders({ rates }: Run): boolean {
  const [one, two] = [1, 0.5].map((lambda) => orderOf(errorsOf(rates, "sine", lambda)));
  return Math.abs(one! - 1) < 0.1 && Math.abs(two! - 2) < 0.1;
}

/** Every state forgets: |α| < 1. */
export const forgets = ({ rates }: Run, { delta, lambda }: Setting): boolean =>
  rates.re.every((re, p) => {
    const { alpha } = stepWeights({ re, im: rates.im[p]! }, delta, lambda);
    return Math.hypot(alpha.re, alpha.im) < 1;
  });

/** With one decay, no turns and the same B for all, the states are all the same number. */
export function alike(_: Run, { delta, lambda, input }: Setting): boolean {
  const rates = ratesOf("shared", 0);
  const u = Float64Array.from({ length: 12 }, (__, t) =>
    input === "impulse" ? +(t === 0) : t % 3,
  );
  const { re } = respond(rates, u, delta, lambda);
  return re.every((x, i) => x === re[i % 12]);
}
