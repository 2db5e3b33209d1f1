import type { SymbolValue } from "../../kit/figure.ts";
import type { SymbolId } from "../../notation.ts";
import { lengthOf, type Run } from "./compute.ts";
import { channelOf, hearingOf, statesOf } from "./look.ts";
import { sizesOf } from "./models.ts";
import type { Setting } from "./params.ts";

/**
 * Of the chosen channel: the step at the playhead in one state, and what that state still carries of one earlier character. The
 * character is the one heard most, the state the one that carries most of it.
 */
export function symbols(r: Run, v: Setting, at: number): Partial<Record<SymbolId, SymbolValue>> {
  const t = Math.min(Math.floor(at), lengthOf(r, v) - 1);
  const N = sizesOf(v.model).states;
  const always = { t, N, L: lengthOf(r, v) };
  const [channel, states, heard] = [channelOf(r, v), statesOf(r, v), hearingOf(r, v, t)];
  if (!channel || !states || !heard) return always;
  const { A, B, C, D, delta, u, start } = channel;
  const loud = heard.row.map((k, s) => (s < t || t === 0 ? Math.abs(k * u[s]!) : 0));
  const s = loud.indexOf(loud.reduce((a, b) => Math.max(a, b)));
  const tau = delta.subarray(s + 1, t + 1).reduce((sum, d) => sum + d, 0);
  const link = (n: number) => {
    const Bbar = delta[s]! * B[s * N + n]!;
    return { n, Bbar, Kts: C[t * N + n]! * Math.exp(A[n]! * tau) * Bbar };
  };
  const { n, Bbar, Kts } = Array.from({ length: N }, (_, n) => link(n)).reduce((a, b) =>
    Math.abs(b.Kts) > Math.abs(a.Kts) ? b : a,
  );
  return {
    ...always,
    A: A[n]!,
    Deltat: delta[t]!,
    Bt: B[t * N + n]!,
    Ct: C[t * N + n]!,
    D,
    u: u[t]!,
    h: states.h[t * N + n]!,
    hbefore: t === 0 ? start[n]! : states.h[(t - 1) * N + n]!,
    y: states.y[t]!,
    Bbar,
    tau,
    Kts,
  };
}
