import type { Preset } from "../../kit/figure.ts";
import type { Setting } from "./params.ts";
import { MIDDLE, ownPath } from "./path.ts";

const corners = { path: { kind: "zigzag" }, q: 0.01 } as const;
const tunnel = { path: { kind: "line" }, q: 0.02, tunnel: true } as const;
const echoes = { path: { kind: "stops" }, outliers: 0.08 } as const;

export const presets: Readonly<Record<string, Preset<Setting>>> = {
  eight: { label: "A figure of eight", set: {} },
  corners: { label: "Sharp turns, stiff filter", set: corners },
  tunnel: { label: "Through the tunnel", set: tunnel, t: 96 },
  echoes: { label: "False echoes", set: echoes },
  hindsight: { label: "With hindsight", set: { smooth: true } },
  radar: { label: "Seen by a radar", set: { sensor: "radar", r: 1.2 } },
  steer: { label: "I am the target", set: { path: ownPath(MIDDLE) } },
  agile: { label: "Sharp turns, agile filter", set: { ...corners, q: 0.2 }, lesson: true },
  gated: { label: "False echoes, refused", set: { ...echoes, gate: true }, lesson: true },
  tunnelAsk: { label: "Before the tunnel", set: tunnel, t: 56, lesson: true },
  tunnelOut: { label: "Out of the tunnel", set: tunnel, t: 106, lesson: true },
  tunnelTurn: {
    label: "A turn in the tunnel",
    set: { ...tunnel, path: { kind: "zigzag" } },
    t: 70,
    lesson: true,
  },
  tunnelBack: {
    label: "The tunnel, with hindsight",
    set: { ...tunnel, smooth: true },
    lesson: true,
  },
  blind: { label: "No fix at all", set: { drop: 1 }, lesson: true },
  sparse: { label: "Four of five fixes lost", set: { drop: 0.8 }, lesson: true },
};
