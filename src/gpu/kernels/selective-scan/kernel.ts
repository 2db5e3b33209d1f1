import type { Kernel } from "../../kernel.ts";
import { scanSample } from "./sample.ts";
import type { Extras } from "./sample.ts";
import { selectiveScan } from "./scan.ts";
import type { ScanInput, ScanOptions } from "./scan.ts";
import { selectiveScanTwin } from "./twin.ts";

type Case = readonly [
  shape: readonly [L: number, channels: number, states: number],
  options?: ScanOptions,
  extras?: Extras,
];

// Around the edges of a chunk, of a workgroup, of a vector; every layout; every option.
const cases: readonly Case[] = [
  [[1, 1, 1]],
  [[2, 3, 4], { chunk: 1 }],
  [[15, 3, 4], { chunk: 16 }],
  [[16, 48, 16], { chunk: 16 }],
  [[17, 48, 16], { chunk: 16 }, { full: true }],
  [[100, 65, 16], { chunk: 16 }, { batch: 2, full: true }],
  [[100, 64, 1], { chunk: 7 }],
  [[100, 1, 16], { chunk: 33 }],
  [[100, 3, 6], { chunk: 9 }, { batch: 3 }],
  [[100, 20, 64], { chunk: 30 }, { full: true }],
  [[100, 64, 16], { chunk: 100 }],
  [[1024, 64, 16]],
  [[200, 64, 16], { chunk: 1 }],
  [[50, 3, 4], { chunk: 16 }, { faint: true }],
  [[300, 64, 16], { chunk: 32, tuning: { split: 1, wide: 2, lanes: 32 } }, { full: true }],
  [[300, 64, 16], { chunk: 32, tuning: { split: 2, wide: 4, block: 2, stage: 8 } }, { batch: 2 }],
  [[300, 48, 16], { chunk: 25, tuning: { split: 1, wide: 1, block: 1, stage: 0 } }],
  [[9000, 2, 2], { chunk: 4500 }],
  [[9000, 2, 2], { chunk: 9000 }],
  // In slices, as tensors above 128 MiB are: whole chunks, parts of one chunk, one sequence after the other.
  [[100, 48, 16], { chunk: 16, tuning: { binding: 9216 } }, { batch: 2 }],
  [[100, 48, 16], { chunk: 100, tuning: { binding: 9216 } }],
  [[17, 48, 16], { chunk: 16, tuning: { binding: 12_288 } }, { batch: 3, full: true }],
  // The trimmed walk: whole rounds, a few tokens left over, two channels a thread, several sequences, slices.
  [[64, 64, 16], { chunk: 16, tuning: { trim: {} } }],
  [[103, 128, 16], { chunk: 24, tuning: { trim: {} } }, { batch: 2 }],
  [[77, 256, 16], { chunk: 40, tuning: { trim: {} } }],
  [[205, 512, 16], { chunk: 16, tuning: { trim: { lanes: 256 } } }, { batch: 2 }],
  [[100, 64, 16], { chunk: 16, tuning: { trim: {}, binding: 9216 } }],
  [[5000, 64, 16], { chunk: 8, tuning: { trim: {} } }],
  [[300, 65, 16], { chunk: 32 }, { step: 0 }],
  [[300, 65, 16], { chunk: 32 }, { step: 1e4 }],
];

/** The fused selective scan. */
const kernel: Kernel<{ readonly input: ScanInput; readonly options: ScanOptions }> = {
  id: "selective-scan",
  tolerance: 2e-6,
  samples: () =>
    cases.map(([shape, options = {}, extras = {}]) => [
      `L ${shape[0]}, D ${shape[1]}, N ${shape[2]}, ${JSON.stringify({ ...options, ...extras })}`,
      () => ({ input: scanSample(shape, extras), options }),
    ]),
  run: async (gpu, { input, options }) => [(await selectiveScan(gpu, input, options)).y],
  twin: ({ input }) => [selectiveScanTwin(input)],
};
export default kernel;
