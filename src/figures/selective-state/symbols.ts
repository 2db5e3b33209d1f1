import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import type { Run } from "./compute.ts";
import type { Hand } from "./hand.ts";
import type { Setting } from "./params.ts";
import type { Reading } from "./reading.ts";
import { TASK } from "./trained.ts";

type Bound = Partial<Record<SymbolId, SymbolValue>>;

export function symbols({ hand, trained }: Run, v: Setting, t: number): Bound {
  return hand
    ? byHand(hand, v, Math.min(hand.tokens.length - 1, Math.floor(t)))
    : inModel(trained!, Math.floor(t));
}

/** The first state in the channel of the present token: its input is 1 here, and at every other place of the same token. */
function byHand({ tokens, delta, B, C, held, keeps, lets }: Hand, v: Setting, t: number): Bound {
  const share = (k: number) =>
    k < 0
      ? 0
      : tokens.reduce((sum, token, s) => sum + (token === tokens[t] ? held[k]!.data[s]! : 0), 0);
  const T = tokens.length;
  return {
    t,
    L: T,
    N: v.N,
    u: 1,
    h: share(t),
    hbefore: share(t - 1),
    Deltat: delta[t]!,
    A: -1,
    Bt: B[t]!,
    Ct: C[t]!,
    Abar: keeps.data[t]!,
    Bbar: lets.data[t]!,
    gate: -Math.expm1(-delta[t]!),
  };
}

/** The first state of the channel looked at. */
function inModel({ u, delta, A, B, C, h }: Reading, t: number): Bound {
  const N = TASK.N;
  return {
    t,
    N,
    u: u[t]!,
    h: h.data[t * N]!,
    hbefore: t === 0 ? 0 : h.data[(t - 1) * N]!,
    Deltat: delta[t]!,
    A: A[0]!,
    Bt: B.data[t * N]!,
    Ct: C.data[t * N]!,
  };
}
