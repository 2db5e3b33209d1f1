import type { Bound } from "../../kit/equation.ts";
import { mambaMap, placeOf, rowOf, type Run } from "./compute.ts";
import { MAMBA } from "./model.ts";
import type { Setting } from "./params.ts";

/** The weight of the strongest character, in the state that gives most to it; nothing for a mean, or without the model. */
export function symbols(r: Run, v: Setting, t: number): Bound {
  const map = mambaMap(r, v);
  if (!r.reading || !map || v.channel === 0) return { N: MAMBA.states };
  const { states: N, channels: E } = MAMBA;
  const e = Math.min(v.channel, E) - 1;
  const { A, B, C, delta } = r.reading.layers[v.layer - 1]!;
  const now = placeOf(r, t);
  const s = rowOf(map, now).strongest;
  let tau = 0;
  for (let k = s + 1; k <= now; k++) tau += delta[k * E + e]!;
  const parts = Array.from({ length: N }, (_, n) => {
    const Bbar = delta[s * E + e]! * B[s * N + n]!;
    const [Ct, a] = [C[now * N + n]!, A[e * N + n]!];
    return { Ct, A: a, Bbar, Kts: Ct * Math.exp(tau * a) * Bbar };
  });
  const largest = parts.reduce((a, b) => (Math.abs(b.Kts) > Math.abs(a.Kts) ? b : a));
  return { N, t: now + 1, tau, ...largest };
}
