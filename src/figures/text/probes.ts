/** What is changed: all memory is gone before a paragraph, or the last letter in front of it is another. */
export const kinds = ["cleared", "letter"] as const;
export type Kind = (typeof kinds)[number];

/** One change: the character from which on a second reading goes its own way, and the one behind the last that is compared. */
export interface Probe {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** How often each change is made at most, and for how many characters it is followed at most. */
export const TIMES = 16;
const FOLLOWED = 1024;

/** Characters that a change is followed in a text of so many. */
export const followed = (count: number): number =>
  Math.max(32, Math.min(FOLLOWED, Math.floor(count / 32)));

/** How far in front of a paragraph its last letter is looked for. */
const GAP = 32;
const BREAK = 0;
const LETTERS = 13; // the first id that is one

/** Where a change may begin, the best kind of place that the text has thrice: a paragraph, a line, a word. */
function beginnings(ids: Int32Array): number[] {
  const starts = (is: (k: number) => boolean) => {
    const found: number[] = [];
    for (let k = 2; k < ids.length; k++) if (ids[k]! >= LETTERS && is(k)) found.push(k);
    return found;
  };
  const rules = [
    (k: number) => ids[k - 1] === BREAK && ids[k - 2] === BREAK,
    (k: number) => ids[k - 1] === BREAK,
    (k: number) => ids[k - 1]! < LETTERS,
  ];
  for (const rule of rules) {
    const found = starts(rule);
    if (found.length >= 3) return found;
  }
  return [];
}

/** The changes to be tried, in the order in which they begin: of each kind one after the other, spread over the text. */
export function probesOf(ids: Int32Array): Probe[] {
  const W = followed(ids.length);
  const [first, last] = [W, ids.length - 1 - W];
  const places = beginnings(ids);
  const found: Probe[] = [];
  let free = first;
  for (let k = 0; k < TIMES; k++) {
    const wanted = Math.max(free, first + ((k + 0.5) * (last - first)) / TIMES - W / 2);
    const at = places.find((place) => place >= wanted);
    if (at === undefined || at > last) break;
    let before = at - 1;
    while (before > at - GAP && ids[before]! < LETTERS) before--;
    free = at + W + GAP;
    if (ids[before]! < LETTERS) continue;
    found.push({ kind: "letter", from: before, to: before + W });
    found.push({ kind: "cleared", from: at, to: at + W });
  }
  return found;
}

/** Another letter in place of one, the next but six of the alphabet, large or small as it was. */
export function another(id: number): number {
  const first = id < LETTERS + 26 ? LETTERS : LETTERS + 26;
  return first + ((id - first + 7) % 26);
}
