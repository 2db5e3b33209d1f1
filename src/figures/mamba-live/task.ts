import { now as clock } from "../../tasks/clock.ts";
import type { Shipped } from "../../tasks/shipped.ts";
import { Refusal, type Report } from "../../kit/task.ts";
import { openPacked } from "../../models/checkpoint/packed.ts";
import { mambaShape } from "../../models/mamba/shape.ts";
import type { Runnable } from "../../models/mamba/stack.ts";
import { stackOf } from "../../models/shipped/open.ts";
import { readWeights } from "../../models/shipped/weights.ts";
import { reread } from "./changing.ts";
import type { Run } from "./compute.ts";
import { isOwn, sizesOf } from "./models.ts";
import type { Own, OwnModel } from "./own.ts";
import type { Setting } from "./params.ts";
import { read } from "./reading.ts";
import { tokensOf, type Tokens } from "./text.ts";

const open = ({ card, bytes }: Shipped): Runnable =>
  stackOf(mambaShape(card.shape), readWeights(card, bytes));

async function openOwn({ plan: { shape, exact } }: Own, { packed }: OwnModel): Promise<Runnable> {
  try {
    return openPacked(shape, exact, await packed.arrayBuffer());
  } catch {
    throw new Refusal("ownRoom"); // the browser could not keep it, or has no memory for it
  }
}

/** The model that reads. */
const modelOf = async ({ model }: Setting, had: Partial<Run>): Promise<Runnable> =>
  isOwn(model) ? openOwn(model, had.own!) : open(had.model!);

export type Slices = AsyncGenerator<Report<Run>, Partial<Run>, undefined>;

/** Seconds between two reports of what is not drawn: a long text has a thousand, and the page is drawn anew for each. */
const TELL = 0.1;

/** A text in tokens, read. */
export async function* readTokens(v: Setting, had: Partial<Run>, tokens: Tokens): Slices {
  let last = had.reading;
  let told = clock();
  for (const now of read(await modelOf(v, had), tokens, v, 0, last)) {
    last = now.reading;
    if (last.passed < tokens.passed && clock() - told < TELL) continue;
    told = clock();
    yield { done: now.done, product: { reading: last } };
  }
  return { reading: last! };
}

const taken = (v: Setting, { card }: Shipped) => tokensOf(v.text, v.model, card.characters);

/** The text, read by it. */
export const readText = (v: Setting, _: AbortSignal, had: Partial<Run>): Slices =>
  readTokens(v, had, taken(v, had.model!));

/** What it writes behind the text. */
export async function* writeOn(v: Setting, _: AbortSignal, had: Partial<Run>): Slices {
  let last = had.longer ?? had.reading!;
  const tokens = last.tokens ?? taken(v, had.model!);
  for (const now of read(await modelOf(v, had), tokens, v, sizesOf(v.model).written, last)) {
    last = now.reading;
    yield { done: now.done, product: { longer: last } };
  }
  return { longer: last };
}

/** Both once more, with something changed. */
export async function* readChanged(v: Setting, _: AbortSignal, had: Partial<Run>): Slices {
  const again = reread(await modelOf(v, had), had.longer!, v);
  for (;;) {
    const { done, value } = again.next();
    if (done) return { changed: value };
    yield { done: value };
  }
}
