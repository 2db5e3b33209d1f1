import type { Report } from "../../kit/task.ts";
import { newBlockTrainer } from "../../models/s4Block/trainer.ts";
import type { Run } from "./compute.ts";
import { type Course, farOf, POINT } from "./course.ts";
import { mostOf, type Trained } from "./params.ts";

type Slices = Generator<Report<Run>, Partial<Run>, undefined>;

/** Twenty steps at a time, on from where it was. */
export function* train(v: Trained, _: AbortSignal, had: Partial<Run>): Slices {
  const from = had.course;
  const trainer = newBlockTrainer({ ...v, most: mostOf(v) }, from?.checkpoint);
  const { flat } = trainer.net.weights;
  const [loss, right] = [[...(from?.loss ?? [])], [...(from?.right ?? [])]];
  const weights = [...(from?.weights ?? [Float32Array.from(flat)])];
  let broke = from?.broke;
  const course = (): Course => ({
    loss: loss.slice(),
    right: right.slice(),
    weights: weights.slice(),
    checkpoint: trainer.checkpoint(),
    ...(broke !== undefined && { broke }),
  });
  const far = () => farOf(loss.length, broke, v.steps);
  while (far() < 1) {
    let [sum, share] = [0, 0];
    for (let k = 0; k < POINT && broke === undefined; k++) {
      const report = trainer.step();
      if (trainer.diverged) broke = report.step;
      else if (loss.length === 0) point(report.loss, report.accuracy);
      sum += report.loss;
      share += report.accuracy;
    }
    if (broke === undefined) {
      point(sum / POINT, share / POINT);
      weights.push(Float32Array.from(flat));
    }
    yield { done: far(), product: { course: course() } };
  }
  return { course: course() };

  function point(nats: number, part: number): void {
    loss.push(nats);
    right.push(part);
  }
}
