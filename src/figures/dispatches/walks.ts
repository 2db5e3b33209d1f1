/** Rows of the card's memory, for one state of one channel. */
export type Row = "delta" | "u" | "state" | "time" | "y";

/** A number that goes from memory into a workgroup, or back. */
export interface Move {
  readonly row: Row;
  /** Its place in the row: a token, or a chunk. */
  readonly at: number;
  readonly way: "read" | "write";
  readonly value: number;
}

/** What a workgroup's thread has at hand after a step. */
export interface Hand {
  readonly h: number;
  /** ΣΔ so far, where it is kept. */
  readonly sum?: number;
}

/** One step that all workgroups of a dispatch do at once. */
export interface Step {
  readonly dispatch: 1 | 2 | 3;
  readonly moves: readonly Move[];
  readonly hands: readonly Hand[];
}

interface Tokens {
  readonly delta: readonly number[];
  readonly u: readonly number[];
}

/** e^{AΔ} where a unit of Δ halves the state. */
export const kept = (delta: number): number => 2 ** -delta;

// #region walks
/** The three dispatches step by step, for A = −ln 2, B = C = 1: the memory's row `state` holds what enters each chunk. */
export function walks({ delta, u }: Tokens, c: number): Step[] {
  const chunks = Math.ceil(delta.length / c);
  const state = Array.from({ length: chunks }, () => 0);
  const time = Array.from({ length: chunks - 1 }, () => 0);
  const out: Step[] = [];
  const read = (row: Row, at: number, value: number): Move => ({ row, at, way: "read", value });
  const write = (row: Row, at: number, value: number): Move => ({ row, at, way: "write", value });

  const ends = time.map(() => ({ h: 0, sum: 0 })); // K1: every chunk but the last, from 0
  for (let j = 0; j < (chunks > 1 ? c : 0); j++) {
    const moves: Move[] = [];
    ends.forEach((end, k) => {
      const t = k * c + j;
      moves.push(read("delta", t, delta[t]!), read("u", t, u[t]!));
      end.h = kept(delta[t]!) * end.h + delta[t]! * u[t]!;
      end.sum += delta[t]!;
      if (j < c - 1) return;
      moves.push(write("state", k + 1, (state[k + 1] = end.h)));
      moves.push(write("time", k, (time[k] = end.sum)));
    });
    out.push({ dispatch: 1, moves, hands: ends.map((end) => ({ ...end })) });
  }

  let h = state[0]!; // K2: from the chunks' ends to what enters each chunk
  for (let k = 0; k < chunks - 1; k++) {
    const moves = k === 0 ? [read("state", 0, h)] : [];
    moves.push(read("state", k + 1, state[k + 1]!), read("time", k, time[k]!));
    h = kept(time[k]!) * h + state[k + 1]!;
    moves.push(write("state", k + 1, (state[k + 1] = h)));
    out.push({ dispatch: 2, moves, hands: [{ h }] });
  }

  const now = [...state]; // K3: every chunk again, from what enters it
  for (let j = 0; j < Math.min(c, delta.length); j++) {
    const moves: Move[] = [];
    now.forEach((_, k) => {
      const t = k * c + j;
      if (j === 0) moves.push(read("state", k, now[k]!));
      if (t >= delta.length) return;
      moves.push(read("delta", t, delta[t]!), read("u", t, u[t]!));
      now[k] = kept(delta[t]!) * now[k]! + delta[t]! * u[t]!;
      moves.push(write("y", t, now[k]!));
    });
    out.push({ dispatch: 3, moves, hands: now.map((x) => ({ h: x })) });
  }
  return out;
}
// #endregion
