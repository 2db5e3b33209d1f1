import type { Rows } from "../../kit/params/matrix.ts";
import { inBasis } from "../../models/basis.ts";
import { impulseResponse, simulate, type StateSpace } from "../../models/ssm.ts";
import { eigenvalues2x2 } from "../../numerics/eigen2x2.ts";
import { fromRows, type Matrix, zeros } from "../../numerics/matrix.ts";
import { singular2x2 } from "../../numerics/norm2x2.ts";
import type { Setting } from "./params.ts";

/** Lags that are shown. */
export const LAGS = 24;

export interface Way {
  readonly model: StateSpace;
  /** What a push of 1 leaves, by lag: both numbers of the state, and the kernel. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly K: Float64Array;
}

export interface Run {
  readonly T: Matrix;
  readonly old: Way;
  /** Undefined where the two basis vectors lie on one line. */
  readonly now: Way | undefined;
  /** Of T: how much longer its longest stretch is than its shortest. */
  readonly condition: number;
}

export const matrixOf = (m: Rows): Matrix => fromRows(m.map((row) => [...row]));

/** Beyond this condition rounding, which grows with its square, would drown the new model. */
const FLAT = 1e6;

function way(model: StateSpace): Way {
  const push = zeros(LAGS + 1, 1);
  push.data[0] = 1;
  const { states } = simulate(model, push, { readout: "immediate" });
  const number = (i: number) => states.data.filter((_, k) => k % 2 === i);
  const { outputs } = impulseResponse(model, LAGS + 1, "immediate");
  return { model, first: number(0), second: number(1), K: outputs.data };
}

/** One model in two bases, each on its own numbers. */
export function run(v: Setting): Run {
  const model = { A: matrixOf(v.A), B: matrixOf(v.B), C: matrixOf(v.C), D: zeros(1, 1) };
  const T = matrixOf(v.T);
  const [long, short] = singular2x2(T);
  const condition = short === 0 ? Infinity : long / short;
  const now = condition < FLAT ? way(inBasis(model, T)) : undefined;
  return { T, old: way(model), now, condition };
}

const size = ({ A, B, C }: StateSpace) =>
  [A, B, C].flatMap(({ data }) => [...data]).reduce((m, x) => Math.max(m, Math.abs(x)), 1);

/** How many of the model's eight numbers are neither 0 nor 1. */
export function telling({ model }: Way): number {
  const { A, B, C } = model;
  const slack = 1e-9 * size(model);
  return [A, B, C]
    .flatMap(({ data }) => [...data])
    .filter((x) => Math.abs(x) > slack && Math.abs(x - 1) > slack).length;
}

/** Whether neither number of the state looks at the other. */
export function diagonal({ model }: Way): boolean {
  const slack = 1e-9 * size(model);
  return Math.abs(model.A.data[1]!) <= slack && Math.abs(model.A.data[2]!) <= slack;
}

/** The eigenvalues of A in the new basis, or of A itself where that is none. */
export const eigen = ({ old, now }: Run) => eigenvalues2x2((now ?? old).model.A);

/** How far the two kernels are apart, as a power of ten that is not below rounding's. */
export function apart({ old, now }: Run): number {
  if (!now) return NaN;
  const most = old.K.reduce((m, x, k) => Math.max(m, Math.abs(x - now.K[k]!)), 0);
  return Math.max(1e-14, 10 ** Math.ceil(Math.log10(Math.max(most, 1e-300))));
}
