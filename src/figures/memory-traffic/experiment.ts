import { leaseGpu, type DeviceDescription, type Lease } from "../../gpu/device.ts";
import { GpuProblem, type Absence } from "../../gpu/problem.ts";
import { patiently } from "../../tasks/clock.ts";
import { Refusal, type Report } from "../../kit/task.ts";
import { watched } from "../../tasks/watched.ts";
import { onCard } from "./card.ts";
import { plan, type Run } from "./compute.ts";
import type { Measured } from "./measured.ts";
import type { Setting } from "./params.ts";
import { onProcessor, processorChannels } from "./processor.ts";
import { sampleOf } from "./sample.ts";
import type { Way } from "./tensors.ts";

/** Lengths that are measured: the chosen one, and shorter ones to see how it grows. */
export const lengthsOf = ({ L }: Pick<Setting, "L">): number[] =>
  [L / 16, L / 4, L].filter((l) => l >= 64).map(Math.round);

/** The unfused backward pass has no kernel here. */
const runs = (way: Way, v: Setting, l: number): boolean =>
  way === "fused" || (v.pass === "forward" && plan({ ...v, L: l }).fits.apart);

/** Both ways on the graphics card as long as there is one, and on the processor; short rows first. */
export async function* experiment(
  v: Setting,
  lease: Lease = leaseGpu(),
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  if (!plan(v).fits.fused) throw new Refusal("tooLarge");
  const found = {
    measured: [] as Measured[],
    device: undefined as DeviceDescription | undefined,
    absence: undefined as Absence | undefined,
    refused: [] as Way[],
  };
  const report = () => ({ ...found, measured: [...found.measured], refused: [...found.refused] });
  const note = (problem: unknown, way?: Way) => {
    const absence = problem instanceof GpuProblem ? problem.absence : "failed";
    const refused = absence === "failed" || absence === "too-large";
    if (refused && way) found.refused.push(way);
    else found.absence = absence;
  };
  try {
    try {
      found.device = await lease.gpu.describe();
    } catch (problem) {
      note(problem);
    }
    yield { done: 0, product: report() };
    const lengths = lengthsOf(v);
    const D = processorChannels(v); // the same for all lengths
    for (const [k, L] of lengths.entries()) {
      const input = await patiently(sampleOf(L, v.D, v.N));
      for (const way of ["fused", "apart"] as const) {
        if (found.absence || found.refused.includes(way) || !runs(way, v, L)) continue;
        try {
          const { value, hidden } = await watched(() => onCard(lease.gpu, input, way, v.pass));
          if (value.seconds > 0)
            found.measured.push({ where: "card", way, L, D: v.D, ...value, hidden });
        } catch (problem) {
          note(problem, way);
        }
        yield { done: (k + 0.4) / lengths.length, product: report() };
      }
      for (const way of ["fused", "apart"] as const) {
        const { value, hidden } = await watched(() => onProcessor(input, D, way, v.pass));
        if (value.seconds > 0)
          found.measured.push({ where: "processor", way, L, D, ...value, hidden });
        yield { done: (k + (way === "fused" ? 0.7 : 1)) / lengths.length, product: report() };
      }
    }
    return report();
  } finally {
    lease.release();
  }
}
