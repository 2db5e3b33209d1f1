import { influence } from "../../models/selectiveState.ts";
import type { Run } from "./compute.ts";
import { gateGap, type Hand } from "./hand.ts";
import type { Setting } from "./params.ts";
import type { Reading } from "./reading.ts";
import { TASK } from "./trained.ts";

const close = (a: number, b: number, size = 1) => Math.abs(a - b) <= 1e-9 * Math.max(1, size);
const allOf = (n: number, holds: (k: number) => boolean) =>
  Array.from({ length: n }, (_, k) => k).every(holds);

/** Exact ZOH: what is kept and A times what is let in add up to 1 wherever B = 1; by Mamba's rule to no less. */
export function mixes({ hand }: Run, { rule }: Setting): boolean {
  if (!hand) return true;
  const { keeps, lets, B } = hand;
  const T = B.length;
  return allOf(keeps.data.length, (i) => {
    const sum = keeps.data[i]! + ((1 + Math.floor(i / T)) * lets.data[i]!) / (B[i % T]! || 1);
    if (B[i % T] === 0) return lets.data[i] === 0;
    return rule === "zoh" ? close(sum, 1) : sum >= 1 - 1e-12;
  });
}

/** With B = 1 the first state is the gated recurrence under exact ZOH; by Mamba's rule it misses by Δ − g at least. */
export function gated({ hand }: Run, { rule }: Setting): boolean {
  if (!hand?.B.every((b) => b === 1)) return true;
  if (rule === "zoh") return gateGap(hand) < 1e-12;
  return (
    gateGap(hand) >= hand.delta.reduce((most, d) => Math.max(most, d + Math.expm1(-d)), 0) - 1e-12
  );
}

/** What an older token has in a state is multiplied by e^−nΔ at each step, the same for all of them. */
export function fadesAlike({ hand }: Run): boolean {
  if (!hand) return true;
  const T = hand.tokens.length;
  return hand.held.every(({ rows: N, data }, t) =>
    allOf(N * t, (i) => {
      const [n, s] = [Math.floor(i / t), i % t];
      const before = hand.held[t - 1]!.data[n * T + s]!;
      return close(data[n * T + s]!, Math.exp(-(n + 1) * hand.delta[t]!) * before, before);
    }),
  );
}

/** Read by C, the state gives what the selective scan's influence says. */
export function readsInfluence({ hand, trained }: Run, { rule }: Setting): boolean {
  return hand ? sameInfluence(hand, rule) : sameInTrained(trained!);
}

function sameInfluence({ tokens, delta, B, C, keeps, read }: Hand, rule: Setting["rule"]): boolean {
  const [T, N] = [tokens.length, keeps.rows];
  const wide = (x: Float64Array) =>
    Float64Array.from({ length: T * N }, (_, i) => x[Math.floor(i / N)]!);
  const A = Float64Array.from({ length: N }, (_, n) => -1 - n);
  const input = {
    L: T,
    channels: 1,
    states: N,
    u: new Float64Array(T),
    delta,
    A,
    B: wide(B),
    C: wide(C),
    D: new Float64Array(1),
  };
  return allOf(T, (t) =>
    influence(input, 0, t, { rule }).every((w, s) => close(w, read.data[t * T + s]!)),
  );
}

function sameInTrained({ u, delta, A, B, C, read }: Reading): boolean {
  const T = u.length;
  const input = {
    L: T,
    channels: 1,
    states: TASK.N,
    u,
    delta,
    A,
    B: B.data,
    C: C.data,
    D: new Float64Array(1),
  };
  // D, the way around the state, is heard at the step itself only.
  return allOf(T, (t) =>
    influence(input, 0, t).every((w, s) => s === t || close(w, read.data[t * T + s]!, Math.abs(w))),
  );
}

/** The channel's states follow h ← e^{ΔA} h + Δ B u from one step to the next. */
export function recurs({ trained: r }: Run): boolean {
  if (!r) return true;
  const N = TASK.N;
  return allOf(r.h.data.length, (i) => {
    const [t, n] = [Math.floor(i / N), i % N];
    const [kept, added] = [
      Math.exp(r.delta[t]! * r.A[n]!) * (t === 0 ? 0 : r.h.data[i - N]!),
      r.delta[t]! * r.B.data[i]! * r.u[t]!,
    ];
    return close(r.h.data[i]!, kept + added, Math.abs(kept) + Math.abs(added));
  });
}

/** A step that is left alone has the model's own Δ. */
export const onlyWhereSet = ({ trained: r }: Run, { sets }: Setting): boolean =>
  !r ||
  r.own.every((d, t) => sets.some((s) => s.which === "d" && s.step === t) || r.delta[t] === d);
