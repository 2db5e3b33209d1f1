/** Of each peer the part that is timed: they are installed by `npm run bench` only, and types are checked without them. */
declare module "@jax-js/jax" {
  export namespace numpy {
    interface Array {
      readonly shape: readonly number[];
      /** The array once more: every use consumes it. */
      readonly ref: Array;
      reshape(shape: readonly number[]): Array;
      slice(...ranges: readonly (readonly number[])[]): Array;
      mul(by: Array): Array;
      add(to: Array): Array;
      dispose(): void;
      dataSync(): Float32Array;
    }
    function array(values: Float32Array): Array;
    function ones(shape: readonly number[]): Array;
    function zeros(shape: readonly number[]): Array;
    function concatenate(arrays: readonly Array[], axis: number): Array;
  }
  export function init(device: string): Promise<unknown>;
  export function defaultDevice(device: string): unknown;
  export function jit<F extends (...args: never[]) => unknown>(f: F): F;
}

declare module "@tensorflow/tfjs" {
  export interface Tensor {
    dataSync(): Float32Array;
    dispose(): void;
  }
  export function setBackend(name: string): Promise<boolean>;
  export function tensor1d(values: Float32Array): Tensor;
  export function tensor(values: Float32Array, shape: readonly number[]): Tensor;
  export function tensor1d(values: Float32Array | Int32Array, type?: "int32"): Tensor;
  export function variable(initial: Tensor): Tensor;
  export function tidy<T>(work: () => T): T;
  export function cumprod(x: Tensor): Tensor;
  export function cumsum(x: Tensor): Tensor;
  export function add(a: Tensor, b: Tensor | number): Tensor;
  export function sub(a: Tensor, b: Tensor | number): Tensor;
  export function mul(a: Tensor, b: Tensor | number): Tensor;
  export function div(a: Tensor, b: Tensor | number): Tensor;
  export function neg(x: Tensor): Tensor;
  export function exp(x: Tensor): Tensor;
  export function sin(x: Tensor): Tensor;
  export function cos(x: Tensor): Tensor;
  export function square(x: Tensor): Tensor;
  export function rsqrt(x: Tensor): Tensor;
  export function sigmoid(x: Tensor): Tensor;
  export function softplus(x: Tensor): Tensor;
  export function sum(x: Tensor, axis: number): Tensor;
  export function mean(x: Tensor, axis: number, keepDims: boolean): Tensor;
  export function gather(x: Tensor, at: Tensor): Tensor;
  export function oneHot(at: Tensor, depth: number): Tensor;
  export function matMul(a: Tensor, b: Tensor, transposeA: boolean, transposeB: boolean): Tensor;
  export function reshape(x: Tensor, shape: readonly number[]): Tensor;
  export function expandDims(x: Tensor, axis: number): Tensor;
  export function pad(x: Tensor, by: readonly (readonly [number, number])[]): Tensor;
  export function slice(x: Tensor, from: readonly number[], size: readonly number[]): Tensor;
  export function split(x: Tensor, sizes: number | readonly number[], axis: number): Tensor[];
  export function stack(parts: readonly Tensor[], axis: number): Tensor;
  export function unstack(x: Tensor, axis: number): Tensor[];
  export function range(from: number, to: number): Tensor;
  export const losses: { softmaxCrossEntropy(wanted: Tensor, logits: Tensor): Tensor };
  export const train: {
    adam(
      lr: number,
      beta1: number,
      beta2: number,
      eps: number,
    ): {
      minimize(loss: () => Tensor, wanted: true, of: readonly Tensor[]): Tensor;
    };
  };
}

declare module "fft.js" {
  export default class FFT {
    constructor(size: number);
    createComplexArray(): number[];
    realTransform(into: number[], from: readonly number[]): void;
  }
}

declare module "mathjs" {
  export interface Matrix {
    size(): number[];
  }
  export function matrix(entries: readonly (readonly number[])[]): Matrix;
  export function expm(A: Matrix): Matrix;
}

declare module "kalman-filter" {
  export interface State {
    mean: number[][];
  }
  class KalmanFilter {
    constructor(model: object);
    filter(input: { previousCorrected?: State; observation: number[] }): State;
  }
  const all: { KalmanFilter: typeof KalmanFilter };
  export default all;
}

declare module "onnxruntime-web" {
  export class Tensor {
    constructor(
      type: "float32" | "int64",
      data: Float32Array | BigInt64Array,
      dims: readonly number[],
    );
    readonly data: Float32Array | BigInt64Array;
  }
  export interface InferenceSession {
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Record<string, Tensor>>;
  }
  export const InferenceSession: {
    create(
      file: Uint8Array,
      options: { executionProviders: readonly string[] },
    ): Promise<InferenceSession>;
  };
  export const env: { wasm: { numThreads: number; wasmPaths: string } };
}
