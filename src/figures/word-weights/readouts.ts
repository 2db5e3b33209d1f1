import type { Readout } from "../../kit/figure.ts";
import {
  learnedBy,
  metBy,
  textOf,
  tfIdf,
  weightsOf,
  wordAt,
  yesOf,
  type Run,
  type Text,
} from "./compute.ts";
import type { Learned } from "./learn.ts";
import type { Setting } from "./params.ts";

type Own = Readout<Setting, Run>;

/** Of the reader's own text, or of the example in their language. */
const of =
  (get: (text: Text, r: Run, v: Setting) => number | undefined): Own["of"] =>
  (r, v) =>
    get(textOf(r), r, v) ?? NaN;
const learnt = (get: (l: Learned) => number): Own["of"] =>
  of(({ tongue }, r, v) => {
    const l = learnedBy(r, v, tongue);
    return l && get(l);
  });

export const readouts: Readonly<Record<string, Own>> = {
  words: { label: "words", of: of((text) => text.words.length) },
  times: {
    label: "times in this text",
    of: of((text, _, v) => Math.round(text.tf[wordAt(text, v)]! * text.words.length)),
  },
  tf: { label: "term frequency", of: of((text, _, v) => text.tf[wordAt(text, v)]) },
  met: {
    label: "chapters that have the word",
    of: of((text, r, v) => metBy(r, text.tongue)?.of(text.words[wordAt(text, v)]!.key)),
  },
  chapters: { label: "chapters", of: of((text, r) => metBy(r, text.tongue)?.chapters) },
  rare: { label: "TF-IDF", of: of((text, r, v) => tfIdf(r, text)?.[wordAt(text, v)]) },
  weight: {
    label: "learned weight",
    of: of((text, r, v) => {
      const l = learnedBy(r, v, text.tongue);
      return l && weightsOf(text, l)[wordAt(text, v)];
    }),
  },
  yes: {
    label: "how sure of yes, in %",
    of: of((text, r, v) => {
      const l = learnedBy(r, v, text.tongue);
      return l && 100 * yesOf(text, l);
    }),
  },
  trained: { label: "sentences learned from", digits: 4, of: learnt((l) => l.trained) },
  heldYes: { label: "held back, yes", of: learnt((l) => l.yes) },
  heldNo: { label: "held back, no", of: learnt((l) => l.no) },
  rightYes: { label: "of these right", of: learnt((l) => l.rightYes) },
  rightNo: { label: "of those right", of: learnt((l) => l.rightNo) },
};
