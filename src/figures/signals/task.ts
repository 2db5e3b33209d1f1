import { shipped } from "../../tasks/shipped.ts";
import type { Report } from "../../kit/task.ts";
import { type Count, judge } from "../../models/radio/judge.ts";
import { link } from "../../models/radio/link.ts";
import { believed, listen } from "../../models/radio/trained.ts";
import { openTagger } from "../../models/shipped/open.ts";
import { type Counts, type Layers, RATIOS, type Run, trained } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Transmissions counted at each ratio in the page. */
const LINKS = 6;

/** Both receivers, fetched one after the other. */
export async function* fetchModels(
  _: Setting,
  stop: AbortSignal,
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  const two = yield* shipped(trained.two, stop);
  const three = yield* shipped(trained.three, stop);
  return { models: { two, three } };
}

const opened = ({ models }: Partial<Run>, layers: Layers) =>
  openTagger(models![layers].card, models![layers].bytes);

/** The transmission, told by the trained receiver; then what it believes of the channel. */
export function* hear(
  v: Setting,
  _: AbortSignal,
  had: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  yield { done: 0.1 };
  const l = link(v, v.seed);
  const stack = opened(had, v.upTo === "three" ? "three" : "two");
  const said = listen(stack, l);
  yield { done: 0.4 };
  return { heard: { said, believed: believed(stack, l) } };
}

/** Errors at every ratio, over more and more transmissions. */
export function* countErrors(
  v: Setting,
  _: AbortSignal,
  had: Partial<Run>,
): Generator<Report<Run>, Partial<Run>, undefined> {
  const both = { two: opened(had, "two"), three: opened(had, "three") };
  let counts: Counts | undefined;
  for (let k = 0; k < LINKS; k++) {
    const more: Count<string>[] = [];
    for (const [i, snr] of RATIOS.entries()) {
      more.push(judge({ ...v, snr }, v.seed + k, 1, both));
      yield { done: (k + (i + 1) / RATIOS.length) / LINKS };
    }
    counts = more.map((c, i) => (counts ? sum(counts[i]!, c) : c)) as Counts;
    yield { done: (k + 1) / LINKS, product: { counts } };
  }
  return { counts: counts! };
}

const sum = (a: Count<string>, b: Count<string>): Count<string> => ({
  of: a.of + b.of,
  wrong: Object.fromEntries(Object.entries(a.wrong).map(([who, n]) => [who, n + b.wrong[who]!])),
});
