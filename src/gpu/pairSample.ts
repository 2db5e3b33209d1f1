import { generator } from "../numerics/random.ts";
import type { Pairs } from "../numerics/scanPairs.ts";
import type { Gpu } from "./device.ts";
import type { Kernel } from "./kernel.ts";
import { pairScan } from "./pairScan.ts";
import type { PairOptions } from "./pairScan.ts";
import type { PairInput } from "./pairs.ts";

/** Lengths around powers of two and chunks, and how many series stand side by side. */
const shapes: readonly (readonly [n: number, series: number])[] = [
  [1, 1],
  [2, 3],
  [15, 1],
  [16, 65],
  [17, 48],
  [100, 3],
  [1024, 1],
  [1023, 65],
];

/** Random pairs: a in (−1, 1) with a reset (a = 0) here and there, b normal. */
export function pairSample(n: number, series: number, seed = 1): Required<PairInput> {
  const { uniform, normal } = generator(seed);
  const fill = (f: () => number) => Float32Array.from({ length: n * series }, f);
  const a = fill(() => (uniform() < 0.02 ? 0 : 2 * uniform() - 1));
  return { a, b: fill(normal), series };
}

/** A kernel of the tests from a method of `pairScan` and its twin for one series. */
export function pairKernel(
  id: string,
  options: readonly PairOptions[],
  twin: (a: Float64Array, b: Float64Array) => Pairs,
): Kernel<{ readonly input: Required<PairInput>; readonly options: PairOptions }> {
  return {
    id,
    tolerance: 2e-6,
    samples: () =>
      options.flatMap((option) =>
        shapes.map(([n, series]) => [
          `n ${n}, ${series} series, ${JSON.stringify(option)}`,
          () => ({ input: pairSample(n, series), options: option }),
        ]),
      ),
    run: async (gpu: Gpu, { input, options }) => {
      const { a, b } = await pairScan(gpu, input, options);
      return [a, b];
    },
    twin: ({ input }) => eachSeries(input, twin),
  };
}

/** Applies a scan of one series to each of several that stand side by side. */
function eachSeries(
  { a, b, series }: Required<PairInput>,
  scan: (a: Float64Array, b: Float64Array) => Pairs,
): Float64Array[] {
  const n = a.length / series;
  const out = { a: new Float64Array(a.length), b: new Float64Array(a.length) };
  for (let s = 0; s < series; s++) {
    const one = (x: Float32Array) => Float64Array.from({ length: n }, (_, t) => x[t * series + s]!);
    const prefix = scan(one(a), one(b));
    for (let t = 0; t < n; t++) {
      out.a[t * series + s] = prefix.a[t]!;
      out.b[t * series + s] = prefix.b[t]!;
    }
  }
  return [out.a, out.b];
}
