import type { Model } from "./models.ts";

interface Example {
  readonly language: "en" | "zh";
  readonly text: string;
}

/** Texts to begin with. */
export const examples = {
  romeo: {
    language: "en",
    text: "ROMEO:\nBut soft, what light through yonder window breaks?\n\nJULIET:\n",
  },
  king: {
    language: "en",
    text: "KING RICHARD III:\nMy horse is dead.\n\nQUEEN:\nAlas, my lord!\n\nKING ",
  },
  modern: { language: "en", text: "The computer said: I have no memory of this place, " },
  spring: { language: "zh", text: "春眠不觉晓，处处闻啼鸟。" },
  moon: { language: "zh", text: "明月几时有，" },
} as const satisfies Record<string, Example>;
export type ExampleName = keyof typeof examples;

export const languageOf = (model: Model): Example["language"] =>
  model === "chinese" ? "zh" : "en";
