import type { Rows } from "../../kit/params/matrix.ts";
import { gramians } from "../../models/gramian.ts";
import { eigenvalues2x2 } from "../../numerics/eigen2x2.ts";
import { transpose } from "../../numerics/linalg.ts";
import { fromRows, type Matrix } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";

export const STEPS = 24;

export type Place = readonly [number, number];

/** An ellipse about the origin: its half axes, the longer first, and the longer one's direction. */
export interface Ellipse {
  readonly long: number;
  readonly short: number;
  readonly way: Place;
}

export interface Run {
  /** By steps: what inputs of energy 1 reach, and the starts whose output has energy 1 at most. */
  readonly reached: readonly Ellipse[];
  readonly alike: readonly Ellipse[];
  /** AᵏB, what one push of 1 leaves after k steps. */
  readonly pushes: readonly Place[];
  /** How many dimensions are reached, and seen, in the end. */
  readonly ranks: readonly [reached: number, seen: number];
  /** The directions that A only stretches; none where it turns. */
  readonly directions: readonly Place[];
}

export const matrixOf = (m: Rows): Matrix => fromRows(m.map((row) => [...row]));

/** A smaller eigenvalue than this, beside the larger one, is rounding. */
const NOTHING = 1e-13;

/** The two eigenvalues of a symmetric matrix, the larger first, and the larger one's direction. */
function axesOf({ data }: Matrix) {
  const [a, b, , c] = data as unknown as [number, number, number, number];
  const [middle, off] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
  const turn = off === 0 ? 0 : Math.atan2(2 * b, a - c) / 2;
  const least = middle - off;
  return {
    most: middle + off,
    least: least > NOTHING * middle ? least : 0,
    way: [Math.cos(turn), Math.sin(turn)] as Place,
  };
}

function stretched(W: Matrix): Ellipse {
  const { most, least, way } = axesOf(W);
  return { long: Math.sqrt(most), short: Math.sqrt(least), way };
}

/** xᵀWx ≤ 1: long where W is small, without end where it is 0. */
function hidden(W: Matrix): Ellipse {
  const { most, least, way } = axesOf(W);
  return { long: 1 / Math.sqrt(least), short: 1 / Math.sqrt(most), way: [-way[1], way[0]] };
}

/** 0, 1 or 2: how many dimensions a vector and its image under A span. */
function spanned(A: Matrix, [x, y]: Place): number {
  const [a, b, c, d] = A.data as unknown as [number, number, number, number];
  const [p, q] = [a * x + b * y, c * x + d * y];
  if (x === 0 && y === 0) return 0;
  return Math.abs(x * q - y * p) > 1e-9 * (x * x + y * y) ? 2 : 1;
}

function directionsOf(A: Matrix): Place[] {
  const { re, im } = eigenvalues2x2(A);
  const [a, b, c, d] = A.data as unknown as [number, number, number, number];
  if (im[0] !== 0) return [];
  return Array.from(re, (l): Place => {
    // The longer row of A − λ, turned by a right angle.
    const [p, q] = Math.hypot(a - l, b) > Math.hypot(c, d - l) ? [a - l, b] : [c, d - l];
    const size = Math.hypot(p, q);
    return size < 1e-12 ? [0, 0] : [-q / size, p / size];
  });
}

export const pushOf = ({ B }: Pick<Setting, "B">): Place => [B[0]![0]!, B[1]![0]!];
export const readOf = ({ C }: Pick<Setting, "C">): Place => [C[0]![0]!, C[0]![1]!];

export function run(v: Setting): Run {
  const [A, B, C] = [matrixOf(v.A), matrixOf(v.B), matrixOf(v.C)];
  const pushes: Place[] = [pushOf(v)];
  const [a, b, c, d] = A.data as unknown as [number, number, number, number];
  for (let k = 1; k < STEPS; k++) {
    const [x, y] = pushes[k - 1]!;
    pushes.push([a * x + b * y, c * x + d * y]);
  }
  return {
    reached: gramians(A, B, STEPS).map(stretched),
    alike: gramians(transpose(A), transpose(C), STEPS).map(hidden),
    pushes,
    ranks: [spanned(A, pushOf(v)), spanned(transpose(A), readOf(v))],
    directions: directionsOf(A),
  };
}

/** A place on the border, at an angle; and the border's both ends where it has none. */
export const border = ({ long, short, way: [x, y] }: Ellipse, turn: number): Place => {
  const [p, q] = [Math.min(long, 1e4) * Math.cos(turn), Math.min(short, 1e4) * Math.sin(turn)];
  return [p * x - q * y, p * y + q * x];
};
