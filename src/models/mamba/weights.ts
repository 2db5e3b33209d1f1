import { fail } from "../../numerics/check.ts";
import type { Real } from "../../numerics/dense.ts";
import { rowsOf, type Weight } from "../../numerics/dense8.ts";
import { outputs, type Shape } from "./shape.ts";

/** The weights of S6 in a block; matrices are out × in, each an M. */
export interface S6Weights<M extends Weight = Real> {
  /** (R + 2N) × E: gives δ, B and C of a token. */
  readonly xProj: M;
  /** E × R and E: Δ = softplus(W δ + b). */
  readonly dtWeight: M;
  readonly dtBias: Real;
  /** E × N: A = −e^{A_log}. */
  readonly ALog: Real;
}

/** The weights of S4D in a block: E step sizes; E × N poles A = −e^{logMinusRe} + i·im and output weights C. */
export interface S4DWeights {
  readonly logDt: Real;
  readonly logMinusRe: Real;
  readonly im: Real;
  readonly CRe: Real;
  readonly CIm: Real;
}

/** The weights of one block. */
export interface BlockWeights<M extends Weight = Real> {
  readonly norm: Real;
  /** E × d each: the two halves of in_proj, for x and for the gate z. */
  readonly inX: M;
  readonly inZ: M;
  readonly biasX: Real | undefined;
  readonly biasZ: Real | undefined;
  /** E × taps, the newest sample last. */
  readonly conv: Real;
  readonly convBias: Real | undefined;
  readonly s6: S6Weights<M> | undefined;
  readonly s4d: S4DWeights | undefined;
  /** E: the skip connection around the state space model. */
  readonly D: Real;
  readonly outProj: M;
  readonly outBias: Real | undefined;
}

/** The weights of a stack, its matrices each an M. A gradient has the same shape, so it is one of these too. */
export interface Weights<M extends Weight = Real> {
  /** The embedding (vocab × d), or the layer in (d × reals) with its bias. */
  readonly stem: M;
  readonly stemBias: Real | undefined;
  readonly blocks: readonly BlockWeights<M>[];
  readonly norm: Real;
  /** outputs × d; the embedding itself where they are tied. */
  readonly head: M;
  readonly headBias: Real | undefined;
}

/** A tensor of a checkpoint and its shape. */
export interface TensorSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
}

/** All tensors in the order of a sorted checkpoint, under the names of `MambaForCausalLM`. */
export function tensorSpecs(shape: Shape): TensorSpec[] {
  const { d, E, N, R, taps, layers, core, input, bias } = shape;
  const specs: TensorSpec[] = [];
  const add = (name: string, ...dims: number[]) =>
    specs.push({ name, shape: dims, size: dims.reduce((a, b) => a * b, 1) });
  if ("vocab" in input) add("backbone.embeddings.weight", input.vocab, d);
  else {
    add("stem.bias", d);
    add("stem.weight", d, input.reals);
  }
  for (let l = 0; l < layers; l++) {
    const mixer = `backbone.layers.${l}.mixer`;
    if (core === "s6") add(`${mixer}.A_log`, E, N);
    else for (const part of ["C_im", "C_re"]) add(`${mixer}.${part}`, E, N);
    add(`${mixer}.D`, E);
    if (bias.conv) add(`${mixer}.conv1d.bias`, E);
    add(`${mixer}.conv1d.weight`, E, 1, taps);
    if (core === "s6") {
      add(`${mixer}.dt_proj.bias`, E);
      add(`${mixer}.dt_proj.weight`, E, R);
    } else add(`${mixer}.im`, E, N);
    if (bias.projections) add(`${mixer}.in_proj.bias`, 2 * E);
    add(`${mixer}.in_proj.weight`, 2 * E, d);
    if (core === "s4d") {
      add(`${mixer}.log_dt`, E);
      add(`${mixer}.log_minus_re`, E, N);
    }
    if (bias.projections) add(`${mixer}.out_proj.bias`, d);
    add(`${mixer}.out_proj.weight`, d, E);
    if (core === "s6") add(`${mixer}.x_proj.weight`, R + 2 * N, E);
    add(`backbone.layers.${l}.norm.weight`, d);
  }
  add("backbone.norm_f.weight", d);
  if (bias.output) add("lm_head.bias", outputs(shape));
  if (shape.output !== "tied") add("lm_head.weight", outputs(shape), d);
  return specs;
}

/** Named arrays as the weights of a stack; nothing is copied. Throws on a missing name, and on a vector in eight bits. */
export function weightsFrom(shape: Shape, tensors: Readonly<Record<string, Real>>): Weights;
export function weightsFrom(
  shape: Shape,
  tensors: Readonly<Record<string, Weight>>,
): Weights<Weight>;
export function weightsFrom(
  shape: Shape,
  tensors: Readonly<Record<string, Weight>>,
): Weights<Weight> {
  const { d, E, core, input, bias } = shape;
  const matrix = (name: string): Weight =>
    tensors[name] ?? fail("tensors", `with ${name}`, undefined);
  const get = (name: string): Real => {
    const vector = matrix(name);
    return "scales" in vector ? fail(name, "numbers of their own", "rows of eight bits") : vector;
  };
  const stem = matrix("vocab" in input ? "backbone.embeddings.weight" : "stem.weight");
  const block = (l: number): BlockWeights<Weight> => {
    const mixer = (name: string) => get(`backbone.layers.${l}.mixer.${name}`);
    const wide = (name: string) => matrix(`backbone.layers.${l}.mixer.${name}`);
    return {
      norm: get(`backbone.layers.${l}.norm.weight`),
      inX: rowsOf(wide("in_proj.weight"), 0, E, d),
      inZ: rowsOf(wide("in_proj.weight"), E, 2 * E, d),
      biasX: bias.projections ? mixer("in_proj.bias").subarray(0, E) : undefined,
      biasZ: bias.projections ? mixer("in_proj.bias").subarray(E) : undefined,
      conv: mixer("conv1d.weight"),
      convBias: bias.conv ? mixer("conv1d.bias") : undefined,
      s6:
        core === "s6"
          ? {
              xProj: wide("x_proj.weight"),
              dtWeight: wide("dt_proj.weight"),
              dtBias: mixer("dt_proj.bias"),
              ALog: mixer("A_log"),
            }
          : undefined,
      s4d:
        core === "s4d"
          ? {
              logDt: mixer("log_dt"),
              logMinusRe: mixer("log_minus_re"),
              im: mixer("im"),
              CRe: mixer("C_re"),
              CIm: mixer("C_im"),
            }
          : undefined,
      D: mixer("D"),
      outProj: wide("out_proj.weight"),
      outBias: bias.projections ? mixer("out_proj.bias") : undefined,
    };
  };
  return {
    stem,
    stemBias: "vocab" in input ? undefined : get("stem.bias"),
    blocks: Array.from({ length: shape.layers }, (_, l) => block(l)),
    norm: get("backbone.norm_f.weight"),
    head: shape.output === "tied" ? stem : matrix("lm_head.weight"),
    headBias: bias.output ? get("lm_head.bias") : undefined,
  };
}

/** All numbers of a stack in one array, and its tensors as views of it. */
export interface Store {
  readonly flat: Real;
  readonly tensors: Readonly<Record<string, Real>>;
}

/** Room for the tensors of a shape, zeros to begin with. */
export function store(shape: Shape, precision: "f32" | "f64" = "f64"): Store {
  const specs = tensorSpecs(shape);
  const total = specs.reduce((sum, { size }) => sum + size, 0);
  const flat = precision === "f32" ? new Float32Array(total) : new Float64Array(total);
  let at = 0;
  const tensors: Record<string, Real> = {};
  for (const { name, size } of specs) tensors[name] = flat.subarray(at, (at += size));
  return { flat, tensors };
}
