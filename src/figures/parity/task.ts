import { opened, slicesOf, together, workersRun } from "../../tasks/drive.ts";
import type { Report } from "../../kit/task.ts";
import { type Kind, kinds } from "../../models/parity/net.ts";
import { farOf, type Course, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

type Slices = AsyncGenerator<Report<Run>, Partial<Run>, undefined>;

const open = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/**
 * All three at once, each in a worker of its own; where there are none, in turns on the page. What the quicker ones have done waits
 * for the others: one report is fifty steps of each that is not through.
 */
export async function* train(v: Setting, stop: AbortSignal, had: Partial<Run>): Slices {
  const here = !workersRun() ? (await import("./side.ts")).trainSide : undefined;
  const runs = kinds.map((kind) => (s: AbortSignal) => {
    const side = { ...v, kind };
    return here ? here(side, s, had) : slicesOf<typeof side, Run>(opened(open), side, s, had);
  });
  const waiting: Record<Kind, Course[]> = { positive: [], negative: [], rotation: [] };
  let shown: Partial<Run> = had;
  const slices = together<Run>(runs, stop);
  try {
    for (;;) {
      const { value, done } = await slices.next();
      if (done) return value;
      for (const kind of kinds) {
        const course = value.product?.[kind];
        if (course) waiting[kind].push(course);
      }
      for (;;) {
        const going = kinds.filter((kind) => farOf(shown[kind], v) < 1);
        if (going.length === 0 || going.some((kind) => waiting[kind].length === 0)) break;
        const product = Object.fromEntries(going.map((kind) => [kind, waiting[kind].shift()!]));
        shown = { ...shown, ...product };
        const far = kinds.reduce((sum, kind) => sum + farOf(shown[kind], v), 0) / kinds.length;
        yield { done: far, product };
      }
    }
  } finally {
    await slices.return({});
  }
}
