import type { Gpu } from "../../src/gpu/device.ts";
import type { ScanInput } from "../../src/gpu/kernels/selective-scan/scan.ts";
import { selectiveScanBackward } from "../../src/gpu/kernels/selective-scan-backward/backward.ts";
import { selectiveScanBackwardTwin } from "../../src/gpu/kernels/selective-scan-backward/twin.ts";
import { fewChannels, worst } from "../../src/gpu/kernels/selective-scan/few.ts";
import type { Line } from "./line.ts";

/** Times the backward pass of one sequence; the error is the largest of du, dΔ and dA over four channels, against Float64. */
export async function backward(gpu: Gpu, scan: ScanInput, chunk?: number): Promise<Line> {
  const dy = scan.u.toReversed();
  const options = { time: true, ...(chunk !== undefined && { chunk }) };
  const out = await selectiveScanBackward(gpu, scan, dy, options);
  const { few, pick, rows } = fewChannels(scan);
  const want = selectiveScanBackwardTwin(few, pick(dy));
  const error = Math.max(
    worst(want.du, pick(out.du)),
    worst(want.ddelta, pick(out.ddelta)),
    worst(want.dA, rows(out.dA, scan.states)),
  );
  return { seconds: out.timing!.seconds, error, chunk: out.chunk, chunks: out.chunks };
}
