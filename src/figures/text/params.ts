import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { own } from "./ownParam.ts";

export const params = {
  zoom: choice({
    label: "The middle row shows",
    options: { far: "20,000 characters", middle: "5,000 characters", near: "1,000 characters" },
    initial: "middle",
  }),
  show: choice({
    label: "Shown",
    options: {
      surprise: "surprise, character by character",
      position: "surprise by how much was read",
      carries: "what a paragraph's past is worth",
      reach: "how far the state reaches",
    },
    initial: "surprise",
  }),
  source: choice({
    label: "The text",
    options: {
      sample: "a play, 100,000 characters",
      again: "one speech, ten times",
      own: "my own",
    },
    initial: "sample",
  }),
  own: own({
    label: "My own text",
    initial:
      "The report has four parts. The first part names the river and the year.\nThe second part counts the boats.\n\nIn the fourth part we return to the river and ask what has become of the boats.\n",
  }),
};

export type Setting = Values<typeof params>;

/** Characters of the middle row at most. */
export const windowOf = ({ zoom }: Pick<Setting, "zoom">): number =>
  ({ far: 20_000, middle: 5000, near: 1000 })[zoom];
