import { selectiveScan } from "../../models/s6.ts";
import { mambaRule, zohDiagonal } from "../../numerics/discretize.ts";
import { generator } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";

export interface Run {
  /** x = −ΔA of each state and what exact zero-order hold makes of ΔB: (1 − e^{−x})/x. */
  readonly x: Float64Array;
  readonly ratio: Float64Array;
  /** Ā, the same in both, and both B̄ for B = 1. */
  readonly Abar: Float64Array;
  readonly simple: Float64Array;
  readonly exact: Float64Array;
  readonly u: Float64Array;
  /** Δ of each token. */
  readonly delta: Float64Array;
  /** Outputs with Mamba's B̄ = ΔB, and with the exact one. */
  readonly y: Float64Array;
  readonly yExact: Float64Array;
}

export const L = 48;
export const [LEAST, MOST] = [0.001, 2];
/** Where Mamba's code starts Δ, and its A: what −ΔA is before training. */
export const START = [0.001, 0.1 * 16] as const;

export const ratioAt = (x: number) => (x === 0 ? 1 : -Math.expm1(-x) / x);

/** A channel of N states under both rules, on one push or on random tokens. */
export function run(v: Setting): Run {
  const { N, dt } = v;
  const A = Float64Array.from({ length: N }, (_, n) => -(n + 1));
  const ones = new Float64Array(N).fill(1);
  const simple = mambaRule(A, ones, dt);
  const exact = zohDiagonal(A, ones, dt);
  const ratio = exact.B.map((b, n) => b / simple.B[n]!);
  const random = generator(v.seed);
  const delta = Float64Array.from({ length: L }, () => dt * Math.exp(v.wander * random.normal()));
  const u = Float64Array.from({ length: L }, (_, t) =>
    v.input === "push" ? Number(t === 0) : random.normal(),
  );
  const repeat = (row: Float64Array) => {
    const all = new Float64Array(L * N);
    for (let t = 0; t < L; t++) all.set(row, t * N);
    return all;
  };
  const mean = ones.map(() => 1 / N);
  const scan = (C: Float64Array, rule: "simplified" | "zoh") =>
    selectiveScan(
      {
        L,
        channels: 1,
        states: N,
        u,
        delta,
        A,
        B: repeat(ones),
        C: repeat(C),
        D: new Float64Array(1),
      },
      { rule },
    ).y;
  return {
    x: A.map((a) => -dt * a),
    ratio,
    Abar: simple.A,
    simple: simple.B,
    exact: exact.B,
    u,
    delta,
    y: scan(v.absorb ? mean.map((c, n) => c * ratio[n]!) : mean, "simplified"),
    yExact: scan(mean, "zoh"),
  };
}

/** How far the two outputs are apart: rms of the difference against that of the exact one. */
export function apart({ y, yExact }: Pick<Run, "y" | "yExact">): number {
  let [off, all] = [0, 0];
  for (let t = 0; t < y.length; t++) {
    off += (y[t]! - yExact[t]!) ** 2;
    all += yExact[t]! ** 2;
  }
  return Math.sqrt(off / all);
}
