import { slicesOf, together } from "../../kit/drive.ts";
import type { Report } from "../../kit/task.ts";
import type { Core } from "../../models/mamba/shape.ts";
import type { Run } from "./compute.ts";
import { cores, isThrough, spacingsOf } from "./pair.ts";
import type { Setting } from "./params.ts";
import { fetchWeights } from "./recorded.ts";

type Slices = AsyncGenerator<Report<Run>, Partial<Run>, undefined>;

const open = () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });

/**
 * Both sides at once, each in a worker of its own; where there are none, in turns on the page. It reports when each side that is
 * not through has gone on: one report is a step of both.
 */
export async function* train(v: Setting, stop: AbortSignal, had: Partial<Run>): Slices {
  const here = typeof Worker === "undefined" ? (await import("./side.ts")).trainSide : undefined;
  const runs = cores.map((core) => (s: AbortSignal) => {
    const side = { ...v, core };
    return here ? here(side, s, had) : slicesOf<typeof side, Run>(open(), side, s, had);
  });
  const whole = new Set(cores.filter((core) => isWhole(had, core, v)));
  let fresh: Partial<Run> = {};
  const slices = together<Run>(runs, stop);
  try {
    for (;;) {
      const { value, done } = await slices.next();
      if (done) return value;
      fresh = { ...fresh, ...value.product };
      if (!cores.every((core) => whole.has(core) || core in fresh)) continue;
      yield { done: value.done, product: fresh };
      for (const core of cores) if (isWhole(fresh, core, v)) whole.add(core);
      fresh = {};
    }
  } finally {
    await slices.return({});
  }
}

const isWhole = (run: Partial<Run>, core: Core, v: Setting) =>
  spacingsOf(v).every((spacing) => {
    const course = run[core]?.[spacing];
    return course && isThrough(course, v);
  });

/** The recorded pairs, to read a sequence before anything is trained here. */
export async function* fetchRecorded(): Slices {
  yield { done: 0 };
  return { weights: await fetchWeights() };
}
