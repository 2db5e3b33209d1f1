import type { Kernel } from "../../kernel.ts";
import { scanSample } from "../selective-scan/sample.ts";
import type { ScanInput } from "../selective-scan/scan.ts";
import { selectiveScanTwin } from "../selective-scan/twin.ts";
import { unfusedScan } from "./scan.ts";

const shapes = [
  [1, 1, 1],
  [100, 3, 4],
  [257, 48, 16],
] as const;

/** The selective scan written out, by both unfused scans. */
const kernel: Kernel<{
  readonly input: ScanInput;
  readonly method: "hillis-steele" | "blelloch";
}> = {
  id: "unfused-scan",
  tolerance: 2e-6,
  samples: () =>
    (["hillis-steele", "blelloch"] as const).flatMap((method) =>
      shapes.map((shape) => [
        `L ${shape[0]}, D ${shape[1]}, N ${shape[2]}, ${method}`,
        () => ({ input: scanSample(shape), method }),
      ]),
    ),
  run: async (gpu, { input, method }) => [(await unfusedScan(gpu, input, { method })).y],
  twin: ({ input }) => [selectiveScanTwin(input)],
};
export default kernel;
