import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";

const hand = { show: "hand" } as const;
const long = "1011001110100101110100010110111001011010001110101100101001101110";

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  flip: { label: "A 1 turns h over", set: {} },
  decay: { label: "A 1 halves h", set: { ...hand, one: 0.5 } },
  counter: { label: "A 1 takes a little off", set: { ...hand, one: 0.9 } },
  leaky: { label: "Turned over, but not quite whole", set: { ...hand, one: -0.9, bits: long } },
  turn: { label: "A 1 is half a turn", set: { ...hand, one: 1, angle: 180 } },
  slip: { label: "Half a turn less 4°", set: { ...hand, one: 1, angle: 176, bits: long } },
  learning: { label: "Three nets learn it", set: { show: "learning" } },
  own: { label: "They read bits", set: { show: "own" } },
  long: { label: "They read four times as many", set: { show: "own", bits: long } },
  turned: {
    label: "The one that turns, looked at",
    set: { show: "own", bits: long, net: "rotation" },
    lesson: true,
  },
  shorter: { label: "Trained on 8 bits", set: { show: "learning", L: 8 }, lesson: true },
  longer: { label: "Trained on 32 bits", set: { show: "learning", L: 32 }, lesson: true },
  start: { label: "Three nets, after 100 steps", set: { show: "learning" }, t: 1, lesson: true },
  first: { label: "A 1 turns h over, the first bit", set: {}, t: 0, lesson: true },
};
