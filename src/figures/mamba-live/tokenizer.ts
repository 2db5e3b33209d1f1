import type { Tokens } from "./text.ts";

/** What is used of a tokenizer. */
interface Tokenizer {
  encode(text: string): { ids: (number | undefined)[] };
  decode(
    ids: number[],
    options: { skip_special_tokens: boolean; clean_up_tokenization_spaces: boolean },
  ): string;
}

/** The tokenizer of a tokenizer.json, or none where it cannot be read; the library comes with the first. */
export async function tokenizerOf(file: Blob): Promise<Tokenizer | undefined> {
  const { Tokenizer: Made } = await import("@huggingface/tokenizers");
  const text = await file.text();
  try {
    const made = new Made(JSON.parse(text) as object, {}) as Tokenizer;
    made.encode("a");
    return made;
  } catch {
    return undefined;
  }
}

const plain = { skip_special_tokens: false, clean_up_tokenization_spaces: false };

/** How each token is written; part of a character is a �. */
export const vocabularyOf = (tokenizer: Tokenizer, vocab: number): string[] =>
  Array.from({ length: vocab }, (_, id) => {
    try {
      return tokenizer.decode([id], plain);
    } catch {
      return ""; // a place without a token
    }
  });

interface How {
  readonly vocabulary: readonly string[];
  /** The token that a text which is empty begins with. */
  readonly first: number;
  /** Tokens that are drawn, and that are read. */
  readonly drawn: number;
  readonly taken: number;
}

/** A text as a reader's own model takes it: its last tokens. What the tokenizer has no token for is counted as skipped. */
export function tokensBy(
  tokenizer: Tokenizer,
  text: string,
  { vocabulary, first, drawn, taken }: How,
): Tokens {
  const all = text === "" ? [] : tokenizer.encode(text).ids;
  const known = all.filter((id) => id !== undefined && id >= 0 && id < vocabulary.length);
  const ids = known.length > 0 ? known.slice(-taken) : [first];
  const passed = Math.max(0, ids.length - drawn);
  return {
    ids: Int32Array.from(ids as number[]),
    passed,
    cells: (ids as number[]).slice(passed).map((id, token) => ({
      character: vocabulary[id] ?? "",
      token,
      ...(known.length === 0 && { led: true }),
    })),
    skipped: all.length - known.length,
    left: Math.max(0, known.length - taken),
  };
}
