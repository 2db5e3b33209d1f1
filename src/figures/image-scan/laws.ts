import { carried, deltaOf, heardAt, linkAt, sharesOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { CHANNELS, columnOf } from "./reading.ts";
import { recordedFor } from "./recorded.ts";
import { PIXELS } from "./sheet.ts";

const LAST = PIXELS - 1;

/** Each order reads each pixel once. */
export const eachOnce = ({ order }: Run): boolean =>
  order.length === PIXELS && new Set(order.filter((pixel) => pixel < PIXELS)).size === PIXELS;

/** Δ > 0 and A < 0: what a state keeps over a step is a share between nothing and all. */
export function sharesKept(r: Run, v: Setting): boolean {
  const steps = r.reading?.layers.map(({ delta }) => delta) ?? [deltaOf(r, v) ?? []];
  const rates = r.reading?.layers.map(({ A }) => A) ?? [];
  return steps.every((d) => d.every((x) => x > 0)) && rates.every((A) => A.every((a) => a < 0));
}

/** While Δ, B and C stand, the state's part of the output is linear: what is heard of each input, summed up. */
export function addsUp(r: Run, v: Setting): boolean {
  const share = heardAt(r, v, LAST);
  const [u, said, slack] = spoken(r, v);
  if (!share || !u) return true;
  let [sum, size] = [0, 0];
  share.forEach((x, s) => {
    sum += x * u[s]!;
    size += Math.abs(x * u[s]!);
  });
  return Math.abs(sum - said) <= slack * Math.max(size, 1e-6);
}

/** The chosen channel's input, what its state says after the last pixel, and how exactly that is known. */
function spoken(
  { reading, recorded }: Run,
  v: Setting,
): [Float64Array | undefined, number, number] {
  if (!reading) return [recorded?.u, recorded?.said ?? NaN, 1e-3]; // kept to four digits
  const { u, y, D } = reading.layers[v.layer - 1]!;
  const at = v.channel - 1;
  const mine = columnOf(u, at);
  return [mine, y[LAST * CHANNELS + at]! - D[at]! * mine[LAST]!, 1e-9];
}

/** No state carries more of a step than was put in, and what it carries is part of what is heard. */
export function clockRuns(r: Run, v: Setting): boolean {
  const link = linkAt(r, v, LAST);
  const steps = deltaOf(r, v);
  if (!link || !steps) return true;
  const { clock, s, C, Bbar } = link;
  const passed = steps.subarray(s + 1).reduce((sum, x) => sum + x, 0);
  const size = Math.abs(carried(link));
  return Math.abs(clock - passed) <= 1e-2 * Math.max(1, passed) && size <= Math.abs(C * Bbar);
}

/** Where this setting was recorded, the record is what the weights give here. */
export function asRecorded(r: Run, v: Setting): boolean {
  const kept = recordedFor(v)?.shares;
  return !kept || sharesOf(r)!.every((x, i) => Math.abs(x - kept[i]!) < 1 / 2000);
}
