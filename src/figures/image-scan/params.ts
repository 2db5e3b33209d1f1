import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { number } from "../../kit/params/number.ts";
import { toggle } from "../../kit/params/toggle.ts";
import { drawing } from "./drawingParam.ts";
import { CHANNELS, LAYERS } from "./reading.ts";

export const params = {
  digit: drawing({
    label: "The digit on the sheet",
    initial: { kind: "given", id: "d3" },
    options: {
      d0: "A handwritten 0",
      d1: "A handwritten 1",
      d2: "A handwritten 2",
      d3: "A handwritten 3",
      d4: "A handwritten 4",
      d5: "A handwritten 5",
      d6: "A handwritten 6",
      d7: "A handwritten 7",
      d8: "A handwritten 8",
      d9: "A handwritten 9",
      odd: "One that it gets wrong",
      own: "My own drawing",
    },
  }),
  order: choice({
    label: "Read by",
    options: { rows: "rows", columns: "columns", snake: "rows, to and fro" },
    initial: "rows",
  }),
  layer: number({ label: "Layer", min: 1, max: LAYERS, step: 1, initial: 5 }),
  channel: number({ label: "Channel", min: 1, max: CHANNELS, step: 1, initial: 6 }),
  fit: toggle({ label: "Lay my own drawing as the data lie", initial: true, more: true }),
};

export type Setting = Values<typeof params>;
