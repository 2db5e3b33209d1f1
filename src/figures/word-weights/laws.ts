import { learnedBy, metBy, rarity, tfIdf, yesOf, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Counted once each, the words of a text have all of it. */
export const sumsToOne = ({ texts }: Run): boolean =>
  texts.every(({ words, tf }) => {
    const first = words.map(({ key }, k) => words.findIndex((w) => w.key === key) === k);
    const sum = tf.reduce((s, x, k) => s + (first[k] ? x : 0), 0);
    return Math.abs(sum - 1) < 1e-12;
  });

/** TF-IDF is 0 for a word of every chapter and for no other, and never more than that of a word of none. */
export const zeroForAll = (r: Run): boolean =>
  r.texts.every((text) => {
    const [met, weight] = [metBy(r, text.tongue), tfIdf(r, text)];
    if (!met || !weight) return true;
    return text.words.every(({ key }, k) => {
      const everywhere = met.of(key) === met.chapters;
      const most = text.tf[k]! * rarity(met.chapters, 0) + 1e-12;
      return weight[k]! >= 0 && weight[k]! <= most && (weight[k] === 0) === everywhere;
    });
  });

/** Whoever asks, and in whatever order the words stand: counting and weighing word by word comes to the same. */
export function blindToOrder(r: Run, v: Setting): boolean {
  return r.texts.every((text) => {
    const turned = { ...text, words: text.words.toReversed(), tf: text.tf.toReversed() };
    const learned = learnedBy(r, v, text.tongue);
    const [here, there] = [tfIdf(r, text), tfIdf(r, turned)];
    const same = here?.every((x, k) => x === there!.at(-1 - k)) ?? true;
    return same && (!learned || Math.abs(yesOf(text, learned) - yesOf(turned, learned)) < 1e-12);
  });
}

/** Right answers are no more than answers, and of each five sentences one was held back. */
export const heldBack = (r: Run, v: Setting): boolean =>
  r.texts.every(({ tongue }) => {
    const l = learnedBy(r, v, tongue);
    if (!l) return true;
    const held = l.yes + l.no;
    const right = l.rightYes >= 0 && l.rightNo >= 0 && l.rightYes <= l.yes && l.rightNo <= l.no;
    return right && Math.abs(held - Math.ceil((l.trained + held) / 5)) < 1;
  });
