import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

/** The eigenvectors of A, (2, 1) and (1, −1), each as long as B's part along it. */
const eigen = [
  [0.6, 0.2],
  [0.3, -0.2],
];
/** AB − 1.5 B and B: A turns the second into the first and a share of itself. */
const companion = [
  [-0.54, 0.8],
  [0, 0.1],
];
const slanted = [
  [0.9, 0.3],
  [-0.3, 0.6],
];

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  plain: { label: "The basis as it was", set: {}, t: 3 },
  slanted: { label: "Another basis", set: { T: slanted }, t: 3 },
  eigen: { label: "The eigenvectors", set: { T: eigen }, t: 3 },
  companion: { label: "A basis of B and AB", set: { T: companion }, t: 3 },
  singular: {
    label: "Two vectors on one line",
    set: {
      T: [
        [0.8, -0.4],
        [0.4, -0.2],
      ],
    },
    t: 3,
  },
  register: {
    label: "A shift register, disguised",
    set: {
      A: [
        [0, 0],
        [1, 0],
      ],
      B: [[1], [0]],
      C: [[0, 1]],
      T: slanted,
    },
    t: 1,
  },
};
