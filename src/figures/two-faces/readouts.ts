import { bounded } from "../../kit/format.ts";
import type { Readout } from "../../kit/figure.ts";
import { ssdCost, type SsdCost, type SsdWay } from "../../models/ssdCost.ts";
import type { Run } from "./compute.ts";
import { cellOf, chunkAt, chunkOf, lengthOf } from "./moment.ts";
import type { Setting } from "./params.ts";

type Here = Readout<Setting, Run>;
const onSteps = ({ show }: Setting) => show === "steps";
const onCost = ({ show }: Setting) => show === "cost";

/** A number of the steps on a few tokens, and one of the cost on many: none in the other picture. */
const small =
  (of: Here["of"]): Here["of"] =>
  (r, v, t) =>
    onSteps(v) ? of(r, v, t) : NaN;
const large =
  (of: (v: Setting) => number): Here["of"] =>
  (_, v) =>
    onCost(v) ? of(v) : NaN;

/** What the tokens of the picture cost. */
const costHere = (r: Run, v: Setting, way: SsdWay): SsdCost =>
  ssdCost(way, { T: r.tokens.length, N: v.N, P: 1, Q: v.chunk });
export const sizeOf = ({ T, states: N, width: P, Q }: Setting) => ({ T, N, P, Q: Math.min(Q, T) });
const costThere = (v: Setting, way: SsdWay): SsdCost => ssdCost(way, sizeOf(v));

/** The chunk that multiplies least. */
export function cheapest(v: Setting): number {
  const of = (Q: number) => ssdCost("chunked", { ...sizeOf(v), Q }).multiplications;
  let [best, least] = [1, Infinity];
  for (let Q = 1; Q <= Math.min(v.T, 512); Q++) if (of(Q) < least) [best, least] = [Q, of(Q)];
  return best;
}

/** How many tokens the matrix may have before it multiplies more often than the recurrence. */
export function crossing(v: Setting): number {
  const { N, P } = sizeOf(v);
  // T(T+1)/2 (N+P+1) + T(T−1)/2 = 3TNP
  return (6 * N * P - N - P) / (N + P + 2);
}

const at = (r: Run, v: Setting, t: number, of: (i: number, j: number) => number): number => {
  const { i, j } = cellOf(r, v, t);
  return of(i, j);
};

export const readouts = {
  y: {
    label: "output of the row looked at",
    symbol: "y",
    foot: true,
    when: onSteps,
    of: small((r, v, t) => at(r, v, t, (i) => r.y[i]!)),
  },
  weight: {
    label: "weight looked at",
    symbol: "Mij",
    foot: true,
    when: onSteps,
    of: small((r, v, t) => at(r, v, t, (i, j) => r.M.data[i * r.tokens.length + j]!)),
  },
  rank: {
    label: "largest rank of a block",
    foot: true,
    when: onSteps,
    of: small((r) => r.blocks.reduce((most, b) => Math.max(most, b.rank), 0)),
  },
  gap: {
    label: "largest difference of the three outputs",
    foot: true,
    when: onSteps,
    of: small((r) => bounded(r.gap)),
  },
  multiplications: {
    label: "multiplications",
    foot: true,
    when: onSteps,
    digits: 5,
    of: small((r, v) => costHere(r, v, v.way).multiplications),
  },
  smallRecurrence: {
    label: "multiplications as a recurrence",
    digits: 5,
    of: small((r, v) => costHere(r, v, "recurrence").multiplications),
  },
  smallMatrix: {
    label: "multiplications as a matrix",
    digits: 5,
    of: small((r, v) => costHere(r, v, "matrix").multiplications),
  },
  smallChunked: {
    label: "multiplications by chunks",
    digits: 5,
    of: small((r, v) => costHere(r, v, "chunked").multiplications),
  },
  tokens: { label: "tokens", of: small((r) => r.tokens.length) },
  chunks: { label: "chunks", of: small((r) => r.stages.starts.length) },
  inRow: {
    label: "updates that wait for one another",
    of: small((r, v) => costHere(r, v, v.way).waits),
  },
  blockWeights: {
    label: "weights in a whole block",
    of: small((r, v) => Math.min(v.chunk, r.tokens.length) ** 2),
  },
  now: {
    label: "row looked at",
    of: small((r, v, t) => at(r, v, t, (i) => i + 1)),
  },
  heard: {
    label: "column looked at",
    of: small((r, v, t) => at(r, v, t, (_, j) => j + 1)),
  },
  decayNow: {
    label: "decay of the row looked at",
    symbol: "at",
    of: small((r, v, t) => at(r, v, t, (i) => r.layer.a[i]!)),
  },
  decaysLeft: {
    label: "decays from column to row",
    symbol: "Lij",
    of: small((r, v, t) => at(r, v, t, (i, j) => r.decays.data[i * r.tokens.length + j]!)),
  },
  inside: {
    label: "heard inside the chunk",
    symbol: "yinside",
    of: small((r, v, t) => at(r, v, t, (i) => r.stages.inside[i]!)),
  },
  carried: {
    label: "heard through the state",
    symbol: "y",
    of: small((r, v, t) => at(r, v, t, (i) => r.stages.carried[i]!)),
  },
  chunkNow: {
    label: "chunk that the state enters",
    of: small(
      (r, v, t) => Math.min(v.way === "chunked" ? chunkAt(t) : 0, r.stages.starts.length - 1) + 1,
    ),
  },
  chunkHere: {
    label: "chunk of the row looked at",
    of: small((r, v, t) => at(r, v, t, (i) => chunkOf(r, i) + 1)),
  },
  step: { label: "step", of: small((_, __, t) => Math.floor(t)) },
  steps: { label: "steps", of: small((r, v) => lengthOf(r, v) - 1) },
  recurrence: {
    label: "multiplications a token, recurrence",
    foot: true,
    when: onCost,
    of: large((v) => costThere(v, "recurrence").multiplications / v.T),
  },
  matrix: {
    label: "as a matrix",
    foot: true,
    when: onCost,
    of: large((v) => costThere(v, "matrix").multiplications / v.T),
  },
  chunked: {
    label: "by chunks",
    foot: true,
    when: onCost,
    of: large((v) => costThere(v, "chunked").multiplications / v.T),
  },
  cheapest: {
    label: "chunk that multiplies least",
    foot: true,
    when: onCost,
    of: large(cheapest),
  },
  crossing: {
    label: "tokens up to which the matrix multiplies less than the recurrence",
    of: large(crossing),
  },
  share: {
    label: "by chunks, in products of matrices, in %",
    of: large((v) => {
      const { inProducts, multiplications } = costThere(v, "chunked");
      return (100 * inProducts) / multiplications;
    }),
  },
  chunkRatio: {
    label: "multiplications by chunks, over those of the recurrence",
    of: large(
      (v) => costThere(v, "chunked").multiplications / costThere(v, "recurrence").multiplications,
    ),
  },
  matrixRatio: {
    label: "multiplications of the matrix, over those of the recurrence",
    of: large(
      (v) => costThere(v, "matrix").multiplications / costThere(v, "recurrence").multiplications,
    ),
  },
  waitsRecurrence: {
    label: "updates in a row, recurrence",
    digits: 6,
    of: large((v) => costThere(v, "recurrence").waits),
  },
  waitsChunked: {
    label: "updates in a row, by chunks",
    digits: 6,
    of: large((v) => costThere(v, "chunked").waits),
  },
} satisfies Record<string, Here>;
