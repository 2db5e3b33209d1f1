/** What the English model reads, in the order of the ids. */
export const CHARACTERS = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A text as the model takes it. */
export interface Taken {
  /** All its characters. */
  readonly all: readonly string[];
  /** Those that are read, and where each stands among all. */
  readonly ids: Int32Array;
  readonly places: Int32Array;
  /** Read as another character: a curly apostrophe as a straight one, é as e. */
  readonly folded: number;
}

const index = new Map([...CHARACTERS].map((c, id) => [c, id]));
const signs: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "…": ".",
  "\t": " ",
};

/** The id of a character the model does not have, of one that stands for it; −1 where none does. */
function folded(c: string): number {
  const like = signs[c] ?? (/\p{Zs}/u.test(c) ? " " : c.normalize("NFD")[0]!);
  return index.get(like) ?? -1;
}

/** What of a text is read, and as what; the rest is shown and skipped. */
export function take(text: string): Taken {
  const all = [...text];
  const ids = new Int32Array(all.length);
  const places = new Int32Array(all.length);
  let [count, others] = [0, 0];
  for (let k = 0; k < all.length; k++) {
    const own = index.get(all[k]!);
    const id = own ?? folded(all[k]!);
    if (id < 0) continue;
    if (own === undefined) others++;
    [ids[count], places[count]] = [id, k];
    count++;
  }
  return { all, ids: ids.slice(0, count), places: places.slice(0, count), folded: others };
}
