import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { placeOf, seenAt, weightsOf, type Run } from "./compute.ts";
import { stateAt } from "./look.ts";
import { SHAPE } from "./model.ts";
import type { Setting } from "./params.ts";

/** Of the chosen channel, in the state that is largest after the character; what is not recorded has no value. */
export function symbols(r: Run, v: Setting, t: number): Partial<Record<SymbolId, SymbolValue>> {
  const at = placeOf(r, t);
  const always = { t: at, N: SHAPE.N, L: r.characters.length };
  const [seen, weights] = [seenAt(r, v, at), weightsOf(r, v)];
  if (!seen || !weights?.s6) return always;
  const n = stateAt(v, seen)!;
  const k = v.channel - 1;
  const { before, after } = seen.states(k)!;
  const { u, delta, B, C, y, z, gated } = seen.strips;
  return {
    ...always,
    A: -Math.exp(weights.s6.ALog[k * SHAPE.N + n]!),
    D: weights.D[k]!,
    Deltat: delta[k]!,
    Bt: B[n]!,
    Ct: C[n]!,
    u: u[k]!,
    hbefore: before[n]!,
    h: after[n]!,
    y: y[k]!,
    z: z[k]!,
    ygated: gated[k]!,
  };
}
