import type { Shipped } from "../../kit/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { mambaShape } from "../../models/mamba/shape.ts";
import type { Stack } from "../../models/mamba/stack.ts";
import { stackOf } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import { reread } from "./changing.ts";
import type { Run } from "./compute.ts";
import { WRITTEN } from "./models.ts";
import type { Setting } from "./params.ts";
import { read } from "./reading.ts";
import { tokensOf } from "./text.ts";

const open = ({ card, bytes }: Shipped): Stack =>
  stackOf(mambaShape(card.shape), readWeights(card, bytes));

type Slices = Generator<Report<Run>, Partial<Run>, undefined>;

/** The text, read by it. */
export function* readText(v: Setting, _: AbortSignal, { model, reading }: Partial<Run>): Slices {
  let last = reading;
  for (const now of read(open(model!), taken(v, model!), v, 0, reading)) {
    last = now.reading;
    yield { done: now.done, product: { reading: last } };
  }
  return { reading: last! };
}

/** What it writes behind the text. */
export function* writeOn(v: Setting, _: AbortSignal, had: Partial<Run>): Slices {
  const { model, reading, longer = reading } = had;
  let last = longer;
  for (const now of read(open(model!), taken(v, model!), v, WRITTEN, longer)) {
    last = now.reading;
    yield { done: now.done, product: { longer: last } };
  }
  return { longer: last! };
}

const taken = (v: Setting, { card }: Shipped) => tokensOf(v.text, v.model, card.characters);

/** Both once more, with something changed. */
export function* readChanged(v: Setting, _: AbortSignal, { model, longer }: Partial<Run>): Slices {
  const slices = reread(open(model!), longer!, v);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return { changed: value };
    yield { done: value };
  }
}
