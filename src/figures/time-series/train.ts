import { Refusal, type Report } from "../../kit/task.ts";
import { lossesOf, newForecasterTrainer } from "../../models/forecaster/trainer.ts";
import { run as prepare, type Run } from "./compute.ts";
import { type Course, bestOf, POINT } from "./course.ts";
import { MOST_AHEAD, type Setting } from "./params.ts";
import { cycleOf } from "./setting.ts";

type Slices = Generator<Report<Run>, Partial<Run>, undefined>;

/** S6 on what is learnt, ten steps at a time, on from where it was. Nothing after the first forecast's step is read. */
export function* train(v: Setting, _: AbortSignal, had: Partial<Run>): Slices {
  const { z, first, status } = prepare(v);
  if (status !== "fine") throw new Refusal(status);
  const { seed, lr, steps } = v;
  const learnt = { z: z.slice(0, first + 1), last: first, cycle: cycleOf(v), ahead: MOST_AHEAD };
  const before = had.s6;
  const trainer = newForecasterTrainer({ ...learnt, seed, lr, steps }, before?.checkpoint);
  const { forecaster } = trainer;
  const [taught, held] = [[...(before?.taught ?? [])], [...(before?.held ?? [])]];
  let { bestWeights } = before ?? { bestWeights: forecaster.stack.store.flat as Float64Array };
  let broke = before?.broke;
  const point = () => {
    const losses = lossesOf(forecaster);
    taught.push(losses.taught);
    held.push(losses.held);
    if (bestOf({ taught, held }) === held.length - 1)
      bestWeights = Float64Array.from(forecaster.stack.store.flat);
  };
  const course = (): Course => ({
    taught: taught.slice(),
    held: held.slice(),
    checkpoint: trainer.checkpoint(),
    bestWeights,
    ...(broke !== undefined && { broke }),
  });
  if (!before) point();
  while (broke === undefined && (held.length - 1) * POINT < steps) {
    let step = 0;
    for (let k = 0; k < POINT && !trainer.diverged; k++) ({ step } = trainer.step());
    if (trainer.diverged) broke = step;
    else point();
    yield { done: Math.min(1, ((held.length - 1) * POINT) / steps), product: { s6: course() } };
  }
  return { s6: course() };
}
