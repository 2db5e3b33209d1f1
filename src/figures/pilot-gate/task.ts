import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { link } from "../../models/radio/link.ts";
import { gatesOf } from "../../models/radio/trained.ts";
import { openTagger } from "../../models/shipped/open.ts";
import { forgottenByState, RATIOS, type Run } from "./compute.ts";
import { eachPart, parts, places } from "./parts.ts";
import type { Setting } from "./params.ts";

/** The trained receiver, fetched. */
export async function* fetchModel(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  return { model: yield* shipped("radio", stop) };
}

/** Its two states over the transmission, and over one of the same seed at each ratio. */
export function* watch(
  v: Setting,
  _: AbortSignal,
  { model }: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const stack = openTagger(model!.card, model!.bytes);
  const watched = (snr: number) => {
    const gates = gatesOf(
      stack,
      link({ ...v, snr }, v.seed),
      parts.map((part) => places[part]),
    );
    return eachPart((part) => gates[parts.indexOf(part)]!);
  };
  const gates = watched(v.snr);
  yield { done: 0.1 };
  const forgotten = eachPart((): number[] => []);
  for (const [k, snr] of RATIOS.entries()) {
    const there = watched(snr);
    for (const part of parts) forgotten[part].push(forgottenByState(there[part], v.every));
    yield { done: Math.max(0.1, (k + 1) / RATIOS.length) };
  }
  return { watched: { gates, forgotten } };
}
