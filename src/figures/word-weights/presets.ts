import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  question: { label: "Is it a question?", set: { word: 1 } },
  kalman: { label: "Is it about the Kalman filter?", set: { task: "kalman" } },
  slow: { label: "A sentence on HiPPO", set: { sentence: "slow", task: "hippo", word: 8 } },
  misled: { label: "The same: a question?", set: { sentence: "slow", word: 3 } },
  helpers: { label: "A sentence on helpers", set: { sentence: "helpers", task: "scan", word: 3 } },
  own: {
    label: "A text of my own",
    set: { text: "where does the cat sit when it cannot trust the mat" },
  },
};
