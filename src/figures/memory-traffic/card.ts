import type { Gpu } from "../../gpu/device.ts";
import { fewChannels, worst } from "../../gpu/kernels/selective-scan/few.ts";
import { selectiveScan } from "../../gpu/kernels/selective-scan/scan.ts";
import { selectiveScanTwin } from "../../gpu/kernels/selective-scan/twin.ts";
import { selectiveScanBackward } from "../../gpu/kernels/selective-scan-backward/backward.ts";
import { selectiveScanBackwardTwin } from "../../gpu/kernels/selective-scan-backward/twin.ts";
import { unfusedScan } from "../../gpu/kernels/unfused-scan/scan.ts";
import type { LoopInput } from "./loops.ts";
import type { Setting } from "./params.ts";
import type { Way } from "./tensors.ts";

/** Times a pass on the graphics card and holds four of its channels against Float64. Throws as the kernels do. */
export async function onCard(
  gpu: Gpu,
  input: LoopInput,
  way: Way,
  pass: Setting["pass"],
): Promise<{ readonly seconds: number; readonly error: number }> {
  const { few, pick, rows } = fewChannels(input);
  if (pass === "forward") {
    const scan = way === "fused" ? selectiveScan : unfusedScan;
    const { y, timing } = await scan(gpu, input, { time: true });
    return { seconds: timing!.seconds, error: worst(selectiveScanTwin(few), pick(y)) };
  }
  const dy = input.u;
  const out = await selectiveScanBackward(gpu, input, dy, { time: true });
  const want = selectiveScanBackwardTwin(few, pick(dy));
  const error = Math.max(
    worst(want.du, pick(out.du)),
    worst(want.ddelta, pick(out.ddelta)),
    worst(want.dA, rows(out.dA, input.states)),
  );
  return { seconds: out.timing!.seconds, error };
}
