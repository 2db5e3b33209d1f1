import { shipped } from "../../tasks/shipped.ts";
import { Refusal, type Report } from "../../kit/task.ts";
import { mambaShape } from "../../models/mamba/shape.ts";
import { stackOf } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import { take } from "./alphabet.ts";
import type { Run } from "./compute.ts";
import { MODEL } from "./model.ts";
import type { Setting } from "./params.ts";
import { read } from "./reading.ts";
import { fetchSample, textOf } from "./sample.ts";

/** Of the bar, what fetching the model takes. */
const FETCH = 0.04;

/** Fetches the model, if this browser has not kept it, and reads the text with it. */
export async function* readText(
  v: Setting,
  stop: AbortSignal,
  had: Partial<Run>,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  if (v.source === "sample" && !had.sample) had = { ...had, ...(yield* fetchSample(v, stop)) };
  const text = textOf(had, v) ?? "";
  const { ids } = take(text);
  if (ids.length === 0) throw new Refusal(text.trim() === "" ? "emptied" : "strange");
  const from = had.reading ? had.reading.read / ids.length : 0;
  const far = (done: number) => FETCH + (1 - FETCH) * done;
  const coming = shipped(MODEL, stop);
  let model = await coming.next();
  while (!model.done) {
    yield { done: Math.max(FETCH * model.value.done, from > 0 ? far(from) : 0) };
    model = await coming.next();
  }
  const { card, bytes, unkept } = model.value;
  const stack = stackOf(mambaShape(card.shape), readWeights(card, bytes));
  const slices = read(stack, ids, had.reading);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return { reading: value, ...(unkept && { unkept }) };
    const { reading } = value;
    yield { done: far(value.done), ...(reading && { product: { reading } }) };
  }
}
