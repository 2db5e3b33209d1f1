import { generator } from "../../../numerics/random.ts";
import type { Kernel } from "../../kernel.ts";
import { scanSample } from "../selective-scan/sample.ts";
import type { Extras } from "../selective-scan/sample.ts";
import type { ScanInput } from "../selective-scan/scan.ts";
import { selectiveScanBackward } from "./backward.ts";
import type { BackwardOptions } from "./backward.ts";
import { selectiveScanBackwardTwin } from "./twin.ts";

type Case = readonly [
  shape: readonly [L: number, channels: number, states: number],
  options?: BackwardOptions,
  extras?: Extras,
];

const short = { stretch: 4, round: 1 };

// Around the edges of a stretch, of a chunk, of a workgroup; every vector; every option. As few different shaders as that
// takes: a software adapter compiles one for seconds.
const cases: readonly Case[] = [
  [[1, 1, 1]],
  [[2, 3, 4], { chunk: 1 }],
  [[100, 64, 1], { chunk: 7 }],
  [[300, 3, 2], { chunk: 2 }, { batch: 2 }],
  [[100, 3, 6], { chunk: 9, tuning: { stretch: 3 } }, { batch: 3 }],
  [[50, 3, 4], { chunk: 16, tuning: { stretch: 4 } }, { faint: true }],
  [[50, 20, 64], { chunk: 30, tuning: { stretch: 5 } }, { full: true }],
  [[50, 5, 61], { chunk: 20, tuning: { stretch: 4 } }],
  [[16, 48, 16]],
  [[100, 64, 16], { chunk: 100 }],
  [[1024, 64, 16]],
  [[200, 256, 16], { chunk: 64 }],
  [[300, 65, 16], { chunk: 32 }, { step: 0 }],
  [[300, 65, 16], { chunk: 32 }, { step: 1e4 }],
  [[17, 48, 16], { chunk: 16, tuning: short }, { full: true }],
  [[100, 65, 16], { chunk: 32, tuning: short }, { batch: 2, full: true }],
  // In slices, as tensors above 128 MiB are: one sequence after the other, whole chunks, parts of a chunk.
  [[40, 48, 16], { chunk: 16, tuning: { ...short, binding: 49_152 } }, { batch: 3, full: true }],
  [[100, 48, 16], { chunk: 16, tuning: { binding: 40_960 } }, { batch: 2 }],
  [[100, 48, 16], { chunk: 64, tuning: { ...short, binding: 49_152 } }, { full: true }],
];

/** The backward pass of the fused selective scan. */
const kernel: Kernel<{
  readonly input: ScanInput;
  readonly dy: Float32Array;
  readonly options: BackwardOptions;
}> = {
  id: "selective-scan-backward",
  // Each decay's rounding counts in the states and in the adjoints, and dA is where both meet: with e^{ΔA} rounded right
  // 7e-7 of the largest |dA|, with SwiftShader's exp2, some units in the last place off, up to 3.2e-6.
  tolerance: 5e-6,
  samples: () =>
    cases.map(([shape, options = {}, extras = {}]) => [
      `L ${shape[0]}, D ${shape[1]}, N ${shape[2]}, ${JSON.stringify({ ...options, ...extras })}`,
      () => {
        const input = scanSample(shape, extras);
        const { normal } = generator(2);
        return { input, dy: input.u.map(() => normal()), options };
      },
    ]),
  run: async (gpu, { input, dy, options }) => {
    const { du, ddelta, dA, dB, dC, dD, dz, ddeltaBias } = await selectiveScanBackward(
      gpu,
      input,
      dy,
      options,
    );
    return [du, ddelta, dA, dB, dC, dD, dz, ddeltaBias].filter((x) => x !== undefined);
  },
  twin: ({ input, dy }) => {
    const { du, ddelta, dA, dB, dC, dD, dz, ddeltaBias } = selectiveScanBackwardTwin(input, dy);
    return [du, ddelta, dA, dB, dC, dD, dz, ddeltaBias].filter((x) => x !== undefined);
  },
};
export default kernel;
