import { exp, log } from "../../numerics/portable.ts";
import type { Reader } from "./open.ts";

/** Nats of `id` under logits: −log softmax. */
export function surprise(logits: Float64Array, id: number): number {
  let most = -Infinity;
  for (let k = 0; k < logits.length; k++) most = Math.max(most, logits[k]!);
  let sum = 0;
  for (let k = 0; k < logits.length; k++) sum += exp(logits[k]! - most);
  return most + log(sum) - logits[id]!;
}

export interface Verdict {
  /** Mean nats a character. */
  readonly nats: number;
  /** Characters that were predicted. */
  readonly count: number;
  /** Characters outside the vocabulary, which were skipped. */
  readonly unknown: number;
}

/**
 * How well a model predicts a text: in one pass, each character but the first from all before it; or, by `lines`, each line from
 * rest behind a newline and with its own at the end. Unknown characters are skipped and counted.
 */
export function judgeText(
  model: Reader,
  characters: string,
  text: string,
  lines: boolean,
): Verdict {
  const index = new Map([...characters].map((c, i) => [c, i]));
  const parts = lines
    ? text
        .split("\n")
        .filter((l) => l !== "")
        .map((l) => `\n${l}\n`)
    : [text];
  let [total, count, unknown] = [0, 0, 0];
  for (const part of parts) {
    model.reset();
    let logits: Float64Array | undefined;
    for (const c of part) {
      const id = index.get(c);
      if (id === undefined) {
        unknown++;
        continue;
      }
      if (logits) {
        total += surprise(logits, id);
        count++;
      }
      logits = model.read(id);
    }
  }
  return { nats: total / count, count, unknown };
}

/** The pixels of a picture of 28×28 bytes as chapter 80's digit reader takes them: means of 2×2 pixels, row by row, −0.5 … 1.5. */
export function pixelsOf(image: Uint8Array): Float64Array {
  const at = (y: number, x: number) => image[y * 28 + x]!;
  return Float64Array.from({ length: 196 }, (_, k) => {
    const [y, x] = [2 * Math.floor(k / 14), 2 * (k % 14)];
    return ((at(y, x) + at(y, x + 1) + at(y + 1, x) + at(y + 1, x + 1)) / 4 / 255) * 2 - 0.5;
  });
}
