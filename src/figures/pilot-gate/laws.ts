import { forgottenByState, type Run } from "./compute.ts";
import { watchedOf } from "./look.ts";
import { type Part, parts } from "./parts.ts";
import type { Setting } from "./params.ts";

/** Kalman's gain is P⁻ / (P⁻ + r) at a pilot and 0 between, with P ← a² P + 1 − a². */
export function opensAtPilots({ link: { pilot, r }, gain, P }: Run, { a }: Setting): boolean {
  let now = 1;
  return gain.every((K, t) => {
    if (t > 0) now = a * a * now + 1 - a * a;
    const wanted = pilot[t] ? now / (now + r) : 0;
    const same = Math.abs(P[t]! - now) < 1e-9 && Math.abs(K - wanted) < 1e-9;
    now *= 1 - wanted;
    return same;
  });
}

/** The gate is 1 − e^{ΔA}: between 0 and 1, as Δ is above 0 and A below. */
export const gateFollowsDelta = (r: Run): boolean =>
  Object.values(watchedOf(r)?.gates ?? {}).every(
    ({ gate, delta, A }) =>
      A < 0 &&
      gate.every((g, t) => delta[t]! > 0 && Math.abs(1 - g - Math.exp(delta[t]! * A)) < 1e-12),
  );

/** What is left from pilot to pilot is the product of what each step leaves. */
export function productIsSum(r: Run, { every }: Setting): boolean {
  return Object.values(watchedOf(r)?.gates ?? {}).every((one) => {
    const intervals = Math.floor((one.gate.length - 1 - every) / every);
    const steps = one.gate.subarray(every + 1, every + 1 + intervals * every);
    const logs = steps.reduce((sum, g) => sum + Math.log1p(-g), 0);
    return Math.abs(1 - Math.exp(logs / intervals) - forgottenByState(one, every)) < 1e-9;
  });
}

/** What was recorded is what the weights do here. */
export function asRecorded({ recorded, watched }: Run): boolean {
  if (!recorded || !watched) return true;
  const near = (a: Float64Array, b: Float64Array) =>
    a.every((x, t) => Math.abs(x - b[t]!) < 1e-3 * (1 + Math.abs(x)));
  const shares = parts.every((part) =>
    watched.forgotten[part].every((x, k) => Math.abs(x - recorded.forgotten[part][k]!) < 1e-3),
  );
  if (!watched.gates || !recorded.gates) return shares;
  const [now, then] = [watched.gates, recorded.gates];
  const same = (part: Part) =>
    near(now[part].delta, then[part].delta) && near(now[part].state, then[part].state);
  return shares && parts.every(same);
}
