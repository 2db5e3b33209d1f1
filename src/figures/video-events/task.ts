import { shipped, type Shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { openWatcher } from "../../models/film/watcher.ts";
import { run, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { see, throughFixed, throughS6 } from "./reading.ts";

/** Both shipped models, fetched one after the other. */
export async function* fetchModels(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  const came: Shipped[] = [];
  for (const [k, id] of ["film", "film-static"].entries()) {
    const parts = shipped(id, stop);
    for (;;) {
      const { done, value } = await parts.next();
      if (done) {
        came.push(value);
        break;
      }
      yield { done: (k + value.done) / 2 };
    }
  }
  const [s6, fixed] = came;
  return { models: { s6: s6!, fixed: fixed! } };
}

/** The film, watched by both. */
export function* watchFilm(
  v: Setting,
  _: AbortSignal,
  { models }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const { frames } = run(v);
  yield { done: 0.1 };
  const [s6, fixed] = [models!.s6, models!.fixed].map((m) => openWatcher(m.card, m.bytes));
  const [seen, seenFixed] = [see(s6!, frames, v.cleared), see(fixed!, frames, v.cleared)];
  yield { done: 0.4 };
  const [selective, rival] = [
    throughS6(s6!, seen.cleared),
    throughFixed(fixed!, seenFixed.cleared),
  ];
  yield { done: 0.8 };
  const whole =
    v.cleared > 0
      ? {
          s6: throughS6(s6!, seen.whole).shares,
          fixed: throughFixed(fixed!, seenFixed.whole).shares,
        }
      : { s6: selective.shares, fixed: rival.shares };
  return {
    reading: {
      s6: selective.shares,
      fixed: rival.shares,
      layers: selective.layers,
      fixedLayers: rival.layers,
      whole,
    },
  };
}
