import type { Card } from "../models/shipped/card.ts";
import { keepFile, keptFile } from "./kept.ts";
import { Refusal } from "../kit/task.ts";

/** A model that ships with the course, as it came: what is said of it, and its weights. */
export interface Shipped {
  readonly card: Card;
  readonly bytes: Uint8Array;
  /** The browser did not keep the weights for the next visit. */
  readonly unkept?: true;
}

/**
 * Fetches public/models/<id> for a task, the weights only where this browser has not kept them: yields the share of them that has
 * come, returns card and weights. Throws a Refusal with the figure's phrase "missing" where they do not come, "damaged" where they
 * are not those that the card tells of.
 */
export async function* shipped(
  id: string,
  stop: AbortSignal,
): AsyncGenerator<{ done: number }, Shipped, undefined> {
  const folder = `${import.meta.env.BASE_URL}models/${id}`;
  const card = await cardOf(await get(`${folder}/card.json`, stop));
  const path = `${folder}/weights.bin`;
  const had = await keptFile(path, card.sha256);
  if (had?.length === card.bytes && (await digestOf(had)) === card.sha256) {
    yield { done: 1 };
    return { card, bytes: had };
  }
  const bytes = yield* weightsOf(card, await get(path, stop));
  const kept = await keepFile(path, card.sha256, bytes);
  return { card, bytes, ...(!kept && { unkept: true }) };
}

async function get(file: string, signal: AbortSignal): Promise<Response> {
  try {
    const answer = await fetch(file, { signal });
    if (answer.ok) return answer;
  } catch {
    // offline, or stopped: then nobody hears of it
  }
  throw new Refusal("missing");
}

/** The weights piece by piece, checked against their card. */
async function* weightsOf(
  card: Card,
  answer: Response,
): AsyncGenerator<{ done: number }, Uint8Array<ArrayBuffer>, undefined> {
  const bytes = new Uint8Array(card.bytes);
  let had = 0;
  try {
    for await (const part of piecesOf(answer)) {
      if (had + part.length > bytes.length) throw new Refusal("damaged");
      bytes.set(part, had);
      had += part.length;
      yield { done: had / bytes.length };
    }
  } catch (e) {
    throw e instanceof Refusal ? e : new Refusal("missing"); // broken off
  }
  const sum = await digestOf(bytes);
  if (had < bytes.length || (sum ?? card.sha256) !== card.sha256) throw new Refusal("damaged");
  return bytes;
}

async function cardOf(answer: Response): Promise<Card> {
  try {
    const card = (await answer.json()) as Card;
    if (Number.isSafeInteger(card.bytes) && card.bytes > 0 && Array.isArray(card.tensors))
      return card;
  } catch {
    // a page in place of the file, as some hosts answer
  }
  throw new Refusal("damaged");
}

async function* piecesOf(answer: Response): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = answer.body!.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** SHA-256 in hexadecimal; none where the browser computes none (a page without https). */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return undefined;
  const sum = new Uint8Array(await subtle.digest("SHA-256", bytes));
  return Array.from(sum, (b) => b.toString(16).padStart(2, "0")).join("");
}
