import { fail } from "../../../numerics/check.ts";
import type { Gpu } from "../../device.ts";
import { flat } from "../../pairs.ts";
import { measure, submit } from "../../submit.ts";
import { blelloch } from "../blelloch/scan.ts";
import { hillisSteele } from "../hillis-steele/scan.ts";
import { channelRows, checked } from "../selective-scan/scan.ts";
import type { ScanInput, ScanOutput } from "../selective-scan/scan.ts";
import { contractCode, expandCode } from "./wgsl.ts";

/**
 * The selective scan as a tensor library without a fused kernel would do it: every pair (e^{ΔA}, ΔBu) is written out,
 * scanned level by level, and contracted with C. For comparison: it moves about 2N·log₂ L times the numbers. One sequence,
 * no softplus and no gate; throws GpuProblem "too-large" where L·N·D floats exceed a binding (128 MiB), else as `selectiveScan`.
 */
export async function unfusedScan(
  gpu: Gpu,
  input: ScanInput,
  options: { readonly method?: "hillis-steele" | "blelloch"; readonly time?: boolean } = {},
): Promise<ScanOutput> {
  const { batch, L, channels, states } = checked(input);
  if (batch !== 1 || input.softplus || input.z)
    fail("input", "one plain sequence", "batch, softplus or z");
  const { method = "hillis-steele", time = false } = options;
  return gpu.run(async (work) => {
    const width = channels * states;
    const channel = work.upload(channelRows(input));
    const [u, delta] = [work.upload(input.u), work.upload(input.delta)];
    const pairs = { a: work.empty(L * width), b: work.empty(L * width) };
    const job = work.uniform([L, channels, states]);
    const expand = await work.dispatch(
      expandCode,
      [job, u, delta, channel, work.upload(input.B), pairs.a, pairs.b],
      flat(L * width),
    );
    const scan = (method === "blelloch" ? blelloch : hillisSteele)(work, {
      ...pairs,
      n: L,
      series: width,
    });
    const { pieces, b: h, shaders } = await scan;
    const y = work.empty(L * channels);
    const contract = await work.dispatch(
      contractCode,
      [job, u, channel, work.upload(input.C), h, y],
      flat(L * channels),
    );
    const all = [[expand], ...pieces, [contract]];
    for (const piece of all) await submit(work, piece);
    return {
      timing: time ? await measure(work, all) : undefined,
      y: await work.read(y, L * channels),
      chunk: 1,
      chunks: L,
      shaders: [
        { name: "expand", code: expandCode },
        ...shaders,
        { name: "contract", code: contractCode },
      ],
    };
  });
}
