import { opened, slicesOf, together, workersRun } from "../../tasks/drive.ts";
import type { Report } from "../../kit/task.ts";
import type { Core } from "../../models/mamba/shape.ts";
import type { Courses, Run } from "./compute.ts";
import { cores, isThrough, spacingsOf, stepsOf } from "./pair.ts";
import type { Setting } from "./params.ts";
import { fetchWeights } from "./recorded.ts";

type Slices = AsyncGenerator<Report<Run>, Partial<Run>, undefined>;

const open = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/**
 * Both sides at once, each in a worker of its own; where there are none, in turns on the page. What the quicker one has done waits
 * for the other: one report is ten steps of each that is not through.
 */
export async function* train(v: Setting, stop: AbortSignal, had: Partial<Run>): Slices {
  const here = !workersRun() ? (await import("./side.ts")).trainSide : undefined;
  const runs = cores.map((core) => (s: AbortSignal) => {
    const side = { ...v, core };
    return here ? here(side, s, had) : slicesOf<typeof side, Run>(opened(open), side, s, had);
  });
  const waiting: Record<Core, Courses[]> = { s4d: [], s6: [] };
  let shown: Partial<Run> = had;
  const slices = together<Run>(runs, stop);
  try {
    for (;;) {
      const { value, done } = await slices.next();
      if (done) return value;
      for (const core of cores) if (value.product?.[core]) waiting[core].push(value.product[core]);
      for (;;) {
        const going = cores.filter((core) => farOf(shown[core], v) < 1);
        if (going.length === 0 || going.some((core) => waiting[core].length === 0)) break;
        const product = Object.fromEntries(going.map((core) => [core, waiting[core].shift()!]));
        shown = { ...shown, ...product };
        const far = cores.reduce((sum, core) => sum + farOf(shown[core], v), 0) / cores.length;
        yield { done: far, product };
      }
    }
  } finally {
    await slices.return({});
  }
}

/** How far one side is: 1 where every training of it is through. */
const farOf = (courses: Courses = {}, v: Setting): number => {
  const all = spacingsOf(v).map((spacing) => {
    const course = courses[spacing];
    if (!course) return 0;
    return isThrough(course, v) ? 1 : stepsOf(course) / v.steps;
  });
  return all.reduce((sum, x) => sum + x, 0) / all.length;
};

/** The recorded pairs, to read a sequence before anything is trained here. */
export async function* fetchRecorded(): Slices {
  yield { done: 0 };
  return { weights: await fetchWeights() };
}
