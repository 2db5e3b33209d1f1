import { generator } from "../../numerics/random.ts";
import { legs, legt } from "../../numerics/hippo.ts";
import { fromRows, zeros, type Matrix } from "../../numerics/matrix.ts";
import * as s4d from "../../models/s4d.ts";
import type { StateSpace } from "../../models/ssm.ts";
import type { Rows } from "../../kit/params/matrix.ts";
import type { Setting } from "./params.ts";
import { polesOf, type Pole } from "./poleText.ts";

export const families = [
  "own",
  "poles",
  "first",
  "spring",
  "double",
  "legs",
  "delay",
  "lin",
  "inv",
  "real",
  "random",
  "shift",
] as const;
export type Family = (typeof families)[number];

export interface System extends StateSpace {
  readonly time: "continuous" | "discrete";
}

/** Whether its size is the reader's to choose. */
export const sized = (f: Family) => f === "legs" || f === "delay" || f === "shift" || readable(f);
/** Whether the reader chooses how its state is read. */
export const readable = (f: Family) =>
  f === "legs" || f === "lin" || f === "inv" || f === "real" || f === "random";

export const timeOf = ({ family, kind }: Pick<Setting, "family" | "kind">) =>
  family === "own" || family === "poles" ? kind : family === "shift" ? "discrete" : "continuous";

const column = (x: ArrayLike<number>): Matrix => ({
  rows: x.length,
  cols: 1,
  data: Float64Array.from(x),
});
const row = (x: ArrayLike<number>): Matrix => ({
  rows: 1,
  cols: x.length,
  data: Float64Array.from(x),
});

/** A block [[A, B], [C, D]] taken apart, and put together. */
export function apart(m: Rows): StateSpace {
  const n = m.length - 1;
  return {
    A: fromRows(m.slice(0, n).map((r) => r.slice(0, n))),
    B: column(m.slice(0, n).map((r) => r[n]!)),
    C: row(m[n]!.slice(0, n)),
    D: fromRows([[m[n]![n]!]]),
  };
}
export function together({ A, B, C, D }: StateSpace): Rows {
  const n = A.rows;
  return Array.from({ length: n + 1 }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) =>
      i < n ? (j < n ? A.data[i * n + j]! : B.data[i]!) : j < n ? C.data[j]! : D.data[0]!,
    ),
  );
}

/** Eigenvalues side by side, a block for each pair, driven and read in its first number; `paired` where real ones have one too. */
function modal(poles: readonly Pole[], paired = false) {
  const wide = poles.map(({ im }) => (im === 0 && !paired ? 1 : 2));
  const n = wide.reduce((sum, x) => sum + x, 0);
  const A = zeros(n, n);
  const B = new Float64Array(n);
  let i = 0;
  poles.forEach(({ re, im }, k) => {
    B[i] = 1;
    A.data[i * n + i] = re;
    if (wide[k] === 2) {
      A.data[i * n + i + 1] = -im;
      A.data[(i + 1) * n + i] = im;
      A.data[(i + 1) * n + i + 1] = re;
    }
    i += wide[k]!;
  });
  return { A, B, C: B };
}

const pairs = ({ A }: s4d.Diagonal): Pole[] => Array.from(A.re, (re, k) => ({ re, im: A.im[k]! }));

/** Poles thrown evenly into the left half of a disc of radius 4, in pairs. */
function thrown(N: number, seed: number): Pole[] {
  const { uniform } = generator(seed);
  return Array.from({ length: N / 2 }, () => {
    const [r, angle] = [4 * Math.sqrt(uniform()), (Math.PI / 2) * (1 + uniform())];
    return { re: r * Math.cos(angle) - 0.1, im: r * Math.sin(angle) };
  });
}

type Chosen = Pick<
  Setting,
  "family" | "own" | "poles" | "kind" | "N" | "w" | "zeta" | "seed" | "read" | "D"
>;

/** The system of a setting, before any step is taken. */
export function systemOf(v: Chosen): System {
  const time = timeOf(v);
  if (v.family === "own") return { ...apart(v.own), time };
  const { A, B, C } = made(v);
  return { A, B: column(B), C: row(C), D: fromRows([[v.D]]), time };
}

function made(v: Chosen): { A: Matrix; B: ArrayLike<number>; C: ArrayLike<number> } {
  const { N, w } = v;
  switch (v.family) {
    case "own":
    case "poles":
      return modal(polesOf(v.poles)!);
    case "first":
      return { A: fromRows([[-w]]), B: [w], C: [1] };
    case "spring": {
      const A = [
        [0, 1],
        [-w * w, -2 * v.zeta * w],
      ];
      return { A: fromRows(A), B: [0, w * w], C: [1, 0] };
    }
    case "double": {
      const A = [
        [0, 1],
        [0, 0],
      ];
      return { A: fromRows(A), B: [0, 1], C: [1, 0] };
    }
    case "shift": {
      const A = zeros(N, N);
      for (let i = 1; i < N; i++) A.data[i * N + i - 1] = 1;
      return { A, B: unit(N, 0), C: unit(N, N - 1) };
    }
    case "delay": {
      const { A, B } = legt(N);
      // What the window holds at its far end: the basis there, √(2n+1) P_n(−1).
      return {
        A,
        B,
        C: Float64Array.from(B, (_, n) => (n % 2 === 0 ? 1 : -1) * Math.sqrt(2 * n + 1)),
      };
    }
    default:
      return memory(v);
  }
}

const unit = (n: number, at: number) => Float64Array.from({ length: n }, (_, i) => +(i === at));

/** The memories of S4, read as the reader chooses. */
function memory({ family, N, seed, read }: Chosen) {
  const A =
    family === "legs"
      ? legs(N)
      : modal(memories[family as keyof typeof memories](N, seed), family !== "real");
  const { normal } = generator(seed);
  const weights = {
    sum: () => new Float64Array(N).fill(1),
    first: () => unit(N, 0),
    last: () => unit(N, N - 1),
    random: () => Float64Array.from({ length: N }, () => normal()),
  };
  return { A: A.A, B: A.B, C: weights[read]() };
}

const memories = {
  lin: (N: number) => pairs(s4d.lin(N / 2)),
  inv: (N: number) => pairs(s4d.inv(N / 2)),
  real: (N: number) => pairs(s4d.real(N)),
  random: thrown,
} as const;
