import type { Report } from "../../kit/task.ts";
import type { Kind } from "../../models/parity/net.ts";
import { newExam, newParityTrainer } from "../../models/parity/trainer.ts";
import { farOf, type Course, type Run } from "./compute.ts";
import { POINT } from "./nets.ts";
import type { Setting } from "./params.ts";

type Slices = Generator<Report<Run>, Partial<Run>, undefined>;

/** What a worker trains: a setting, and which of the three. */
export type Side = Setting & { readonly kind: Kind };

/** One net, fifty steps at a time and then a test, on from where it was. */
export function* trainSide(v: Side, _: AbortSignal, had: Partial<Run>): Slices {
  const { kind } = v;
  const from = had[kind];
  const trainer = newParityTrainer(v, from?.checkpoint);
  const exam = newExam(v.L);
  const [loss, right] = [[...(from?.loss ?? [])], [...(from?.right ?? [])]];
  let broke = from?.broke;
  for (;;) {
    let sum = 0;
    for (let k = 0; k < POINT && broke === undefined && loss.length * POINT < v.steps; k++) {
      sum += trainer.step().loss;
      if (trainer.diverged) broke = trainer.checkpoint().step;
    }
    if (broke === undefined && loss.length * POINT < v.steps) {
      loss.push(sum / POINT);
      right.push(exam(trainer.net));
    }
    const course: Course = {
      loss: loss.slice(),
      right: right.slice(),
      checkpoint: trainer.checkpoint(),
      ...(broke !== undefined && { broke }),
    };
    const done = farOf(course, v);
    if (done === 1) return { [kind]: course };
    yield { done, product: { [kind]: course } };
  }
}
