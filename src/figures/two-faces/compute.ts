import { rank } from "../../numerics/rank.ts";
import { type Matrix, zeros } from "../../numerics/matrix.ts";
import { keeping } from "../../kit/keeping.ts";
import { ssdMatrix, ssdRecurrence } from "../../models/ssd.ts";
import { ssdStages, type Stages } from "../../models/ssdChunked.ts";
import { type Layer, layerOf } from "./layer.ts";
import type { Setting } from "./params.ts";
import { tokensOf } from "./tokens.ts";

/** A block below the diagonal: of the rows of one chunk and the columns of an earlier one. */
export interface Block {
  readonly row: number;
  readonly col: number;
  readonly rank: number;
}

export interface Run {
  readonly tokens: readonly string[];
  readonly layer: Layer;
  /** C_iᵀB̄_j, the decays from j to i, and both multiplied: the matrix of the layer, T × T. */
  readonly dots: Matrix;
  readonly decays: Matrix;
  readonly M: Matrix;
  /** The states of the recurrence, T × N. */
  readonly h: Matrix;
  /** The output as a recurrence and as M u; the third is in the stages. */
  readonly y: Float64Array;
  readonly ySums: Float64Array;
  readonly stages: Stages;
  readonly blocks: readonly Block[];
  /** Largest difference between the three outputs. */
  readonly gap: number;
  /** What the terms of an output add up to without their signs, at most: rounding is measured by it. */
  readonly size: number;
}

/** Everything that neither the playhead nor the cell looked at changes. */
export const run = ({ text, decay, a, N, chunk, seed }: Setting): Run =>
  kept(text, decay, decay === "same" ? a : 1, N, chunk, seed);

const kept = keeping(
  (
    text: string,
    decay: Setting["decay"],
    a: number,
    N: number,
    chunk: number,
    seed: number,
  ): Run => {
    const tokens = tokensOf(text);
    const own = layerOf(tokens, N, seed);
    const layer = decay === "token" ? own : { ...own, a: own.a.map(() => a) };
    const L = tokens.length;
    const h = zeros(L, N);
    const y = ssdRecurrence(layer, (state, t) => h.data.set(state, t * N));
    const M = ssdMatrix(layer);
    const stages = ssdStages(layer, chunk);
    const ones = new Float64Array(L).fill(1);
    const [ySums, sizes] = [sums(M, layer.x), sums(absolute(M), layer.x.map(Math.abs))];
    return {
      tokens,
      layer,
      dots: ssdMatrix({ ...layer, a: ones }),
      decays: ssdMatrix({ ...layer, states: 1, B: ones, C: ones }),
      M,
      h,
      y,
      ySums,
      stages,
      blocks: blocksOf(M, stages.starts),
      gap: Math.max(farthest(y, ySums), farthest(y, stages.y)),
      size: Math.max(...sizes),
    };
  },
);

/** M u. */
export const sums = ({ rows, cols, data }: Matrix, u: Float64Array): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) =>
    u.reduce((sum, x, j) => sum + data[i * cols + j]! * x, 0),
  );

const absolute = (m: Matrix): Matrix => ({ ...m, data: m.data.map(Math.abs) });

const farthest = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

/** The part of a matrix from one row and column up to, not including, others. */
export function partOf(
  m: Matrix,
  [top, bottom]: readonly [number, number],
  [left, right]: readonly [number, number],
): Matrix {
  const part = zeros(bottom - top, right - left);
  for (let i = top; i < bottom; i++)
    part.data.set(m.data.subarray(i * m.cols + left, i * m.cols + right), (i - top) * part.cols);
  return part;
}

/** From where to where each chunk goes. */
export const chunksOf = (starts: readonly number[], L: number): (readonly [number, number])[] =>
  starts.map((from, c) => [from, starts[c + 1] ?? L]);

function blocksOf(M: Matrix, starts: readonly number[]): Block[] {
  const chunks = chunksOf(starts, M.rows);
  return chunks.flatMap((down, row) =>
    chunks.slice(0, row).map((across, col) => ({ row, col, rank: rank(partOf(M, down, across)) })),
  );
}
