import { fewChannels, worst } from "../../gpu/kernels/selective-scan/few.ts";
import { selectiveScanTwin } from "../../gpu/kernels/selective-scan/twin.ts";
import { selectiveScanBackwardTwin } from "../../gpu/kernels/selective-scan-backward/twin.ts";
import { patiently, timeOf } from "../../tasks/clock.ts";
import { apartForward, fusedForward, room, type LoopInput } from "./loops.ts";
import { apartBackward, fusedBackward, slopesOf } from "./loopsBack.ts";
import type { Setting } from "./params.ts";
import { channelsOf } from "./sample.ts";
import type { Way } from "./tensors.ts";

/** State updates of one run at most: the page has to answer in between. */
const MOST = 2 ** 20;

/** The channels that the processor gets through in a moment. */
export const processorChannels = ({ L, D, N }: Pick<Setting, "L" | "D" | "N">): number =>
  Math.max(1, Math.min(D, Math.floor(MOST / L / N)));

/** Times a pass on the processor, one thread, over the first channels of an input, and holds it against Float64. */
export async function onProcessor(
  whole: LoopInput,
  channels: number,
  way: Way,
  pass: Setting["pass"],
): Promise<{ readonly seconds: number; readonly error: number }> {
  const input = channelsOf(whole, channels);
  const { few, pick, rows } = fewChannels(input);
  if (pass === "forward") {
    const y = new Float32Array(input.u.length);
    const written = way === "apart" ? room(input) : undefined;
    const run = () => (written ? apartForward(input, written, y) : fusedForward(input, y));
    const seconds = await patiently(timeOf(run));
    return { seconds, error: worst(selectiveScanTwin(few), pick(y)) };
  }
  const [dy, out] = [input.u, slopesOf(input)];
  const kept = way === "apart" ? room(input) : undefined;
  if (kept) apartForward(input, kept, new Float32Array(input.u.length));
  const run = () => (kept ? apartBackward(input, dy, kept, out) : fusedBackward(input, dy, out));
  const seconds = await patiently(timeOf(run));
  const want = selectiveScanBackwardTwin(few, pick(dy));
  const error = Math.max(
    worst(want.du, pick(out.du)),
    worst(want.ddelta, pick(out.ddelta)),
    worst(want.dA, rows(out.dA, input.states)),
  );
  return { seconds, error };
}
