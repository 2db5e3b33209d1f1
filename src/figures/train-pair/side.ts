import type { Core } from "../../models/mamba/shape.ts";
import { newTrainer } from "../../models/train/trainer.ts";
import type { Report } from "../../kit/task.ts";
import type { Course, Courses, Run } from "./compute.ts";
import {
  answersOf,
  isThrough,
  optionsOf,
  POINT,
  spacingsOf,
  stepsOf,
  type Spacing,
} from "./pair.ts";
import type { Setting } from "./params.ts";

type Slices = Generator<Report<Run>, Partial<Run>, undefined>;

/** What a worker trains: a setting, and which of the two sides. */
export type Side = Setting & { readonly core: Core };

/** One side on each of its tasks in turn, ten steps at a time, on from where it was. */
export function* trainSide(v: Side, _: AbortSignal, had: Partial<Run>): Slices {
  const { core } = v;
  const trainings = spacingsOf(v).map((spacing) => open(v, spacing, had[core]?.[spacing]));
  for (;;) {
    for (const t of trainings) t.go();
    const courses: Courses = Object.fromEntries(trainings.map((t) => [t.spacing, t.course()]));
    const far = Object.values(courses).map((c) => (isThrough(c, v) ? 1 : stepsOf(c) / v.steps));
    const done = far.reduce((sum, x) => sum + x, 0) / far.length;
    if (far.every((x) => x === 1)) return { [core]: courses };
    yield { done, product: { [core]: courses } };
  }
}

/** A training that goes ten steps at a time. */
function open(v: Side, spacing: Spacing, from: Course | undefined) {
  const trainer = newTrainer(optionsOf(v, v.core, spacing), from?.checkpoint);
  const [right, loss] = [[...(from?.right ?? [])], [...(from?.loss ?? [])]];
  let broke = from?.broke;
  return {
    spacing,
    go(): void {
      if (broke !== undefined || right.length * POINT >= v.steps) return;
      let [share, sum] = [0, 0];
      for (let k = 0; k < POINT; k++) {
        const report = trainer.step();
        if (trainer.diverged) return void (broke = report.step);
        share += report.accuracy;
        sum += report.loss;
      }
      right.push(Math.round((share / POINT) * answersOf(v)));
      loss.push(sum / POINT);
    },
    course: (): Course => ({
      right: right.slice(),
      loss: loss.slice(),
      checkpoint: trainer.checkpoint(),
      ...(broke !== undefined && { broke }),
    }),
  };
}
