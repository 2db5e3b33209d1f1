import { bytesOf, unfusedForward } from "../gpu/traffic.ts";
import { numberOf } from "../kit/bound.ts";
import { defineEquation } from "../kit/equation.ts";

export default defineEquation({
  id: "bytes-apart",
  name: "Forward, separate programs move four bytes for each of: q plus 3 numbers a pair, four tensors of L times D, two of L times N, and D times N plus 1",
  tex: String.raw`\begin{aligned}\sy{movedApart} = 4\,\big(&(\sy{touched} + 3)\by\sy{L}\by\sy{channels}\by\sy{N} \\ &+ 4\by\sy{L}\by\sy{channels} + 2\by\sy{L}\by\sy{N} \\ &+ \sy{channels}\,(\sy{N} + 1)\big)\end{aligned}`,
  code: "src/gpu/traffic.ts#unfused",
  given: { L: [2, 4096], channels: [1, 4096], N: [1, 64] },
  derive: ({ L, channels, N }) => {
    const sizes = { L: Math.round(L!), channels: Math.round(channels!), states: Math.round(N!) };
    const { read, written } = bytesOf(unfusedForward(sizes));
    const touched = 4 * Math.ceil(Math.log2(sizes.L));
    return { ...sizesAt(sizes), touched, movedApart: read + written };
  },
  residual: (at) => {
    const [q, L, D, N] = (["touched", "L", "channels", "N"] as const).map((id) => numberOf(at, id));
    const floats = (q! + 3) * L! * D! * N! + 4 * L! * D! + 2 * L! * N! + D! * (N! + 1);
    return Math.abs(numberOf(at, "movedApart") / (4 * floats) - 1);
  },
});

/** Sizes are whole numbers, whatever was chosen. */
const sizesAt = ({ L, channels, states }: { L: number; channels: number; states: number }) => ({
  L,
  channels,
  N: states,
});
