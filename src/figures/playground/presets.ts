import type { Preset } from "../../kit/figure.ts";
import { own } from "../../kit/signal.ts";
import { chirp } from "./chirp.ts";
import type { Setting } from "./params.ts";

type P = Preset<Setting>;
const steps = { family: "own", kind: "discrete" } as const;

/** A turn of (0.96, 0.28), whose length is exactly 1. */
const turn = [
  [0.96, -0.28, 1],
  [0.28, 0.96, 0],
  [1, 0, 0],
];
const outwards = [
  [0.98, -0.28, 1],
  [0.28, 0.98, 0],
  [1, 0, 0],
];
/** A random walk that is measured. */
const walk = [
  [1, 0],
  [1, 0],
];
const spring = { family: "spring", w: 1, zeta: 0.1, dt: 0.3 } as const;
const stiff = { family: "spring", w: 4, zeta: 0.15, dt: 0.36 } as const;
const gated = { family: "first", w: 1, select: true, gw: 8, gb: -5 } as const;
/** A ripple, and two pulses that stand out of it. */
const pulses = own(
  Float64Array.from({ length: 96 }, (_, t) =>
    t >= 20 && t < 23 ? 1 : t >= 60 && t < 63 ? 0.6 : 0.15 * Math.sin(1.3 * t),
  ),
);

const gateNoise: Partial<Setting> = {
  ...gated,
  input: pulses,
  Q: 0.004,
  R: 0.25,
  estimate: "filter",
  views: ["time", "poles"],
};

/** Twenty experiments from the chapters, in their order. */
export const presets: Readonly<Record<string, P>> = {
  spring: { label: "A mass on a spring", set: { ...spring }, t: 40 },
  leaky: {
    label: "One leaky memory",
    set: {
      ...steps,
      own: [
        [0.86, 0.5],
        [1, 0],
      ],
      steps: 64,
      views: ["time", "kernel", "frequency"],
    },
    t: 20,
  },
  resonance: {
    label: "Pushed in its own rhythm",
    set: {
      ...spring,
      input: { kind: "sine", period: 21 },
      views: ["time", "spectrum", "frequency"],
    },
  },
  kalman: {
    label: "Kalman filter of a noisy spring",
    set: { ...spring, Q: 0.004, R: 0.5, estimate: "filter", views: ["time", "phase"] },
    t: 80,
  },
  warp: {
    label: "Bilinear bends frequencies",
    set: { ...stiff, rule: "bilinear", views: ["frequency", "poles"] },
  },
  legs: {
    label: "HiPPO-LegS",
    set: {
      family: "legs",
      dt: 0.1,
      rule: "bilinear",
      input: { kind: "impulse" },
      steps: 64,
      views: ["matrix", "poles", "kernel"],
    },
    t: 14,
  },
  lin: {
    label: "S4D-Lin, a bank of filters",
    set: {
      family: "lin",
      dt: 0.1,
      input: { kind: "impulse" },
      views: ["kernel", "frequency", "poles"],
    },
    t: 30,
  },
  delay: {
    label: "Eight numbers that delay",
    set: {
      family: "delay",
      dt: 0.04,
      rule: "bilinear",
      input: { kind: "step" },
      views: ["time", "kernel", "frequency"],
    },
    t: 60,
  },
  gate: {
    label: "A gate that opens for what is large",
    set: { ...gated, input: pulses, views: ["time", "kernel", "poles"] },
    t: 70,
  },
  turn: {
    label: "Undamped oscillator",
    set: {
      ...steps,
      own: turn,
      input: { kind: "impulse" },
      views: ["time", "phase", "poles", "frequency"],
    },
    t: 40,
  },
  outwards: {
    label: "Spiral outwards",
    set: { ...steps, own: outwards, input: { kind: "impulse" }, views: ["time", "phase", "poles"] },
    t: 60,
  },
  overflow: {
    label: "Until numbers end",
    set: {
      ...steps,
      own: [
        [4, -3, 1],
        [3, 4, 0],
        [1, 0, 0],
      ],
      input: { kind: "impulse" },
      steps: 512,
      views: ["time", "poles"],
    },
  },
  smoother: {
    label: "A random walk, smoothed",
    set: { ...steps, own: walk, Q: 0.05, R: 1, estimate: "smoother", views: ["time", "poles"] },
  },
  velocity: {
    label: "Speed from noisy positions",
    set: {
      family: "double",
      dt: 0.2,
      Q: 0.02,
      R: 4,
      estimate: "filter",
      input: { kind: "impulse" },
      views: ["time", "phase"],
    },
  },
  euler: {
    label: "Euler, one step too long",
    set: { ...stiff, rule: "euler", views: ["time", "poles"], steps: 64 },
    t: 30,
  },
  mamba: {
    label: "Mamba's rule beside continuous time",
    set: { family: "real", N: 4, dt: 0.5, rule: "mamba", views: ["frequency", "poles"] },
  },
  ways: {
    label: "One output, three ways",
    set: {
      family: "lin",
      dt: 0.2,
      way: "scan",
      input: { kind: "series", id: "nile" },
      views: ["time", "kernel"],
    },
  },
  shift: {
    label: "A shift register",
    set: {
      family: "shift",
      N: 8,
      input: { kind: "noise", seed: 5 },
      steps: 64,
      views: ["time", "matrix", "frequency", "poles"],
    },
    t: 30,
  },
  random: {
    label: "Random, stable",
    set: {
      family: "random",
      N: 8,
      dt: 0.1,
      read: "random",
      input: { kind: "impulse" },
      views: ["poles", "kernel", "frequency"],
    },
    t: 20,
  },
  chirp: {
    label: "All frequencies, one after the other",
    set: {
      family: "spring",
      w: 1,
      zeta: 0.15,
      dt: 0.9,
      input: chirp,
      views: ["time", "frequency", "spectrum"],
    },
    t: 120,
  },
  held: {
    label: "A spring, held",
    set: { ...stiff, rule: "zoh", views: ["time", "poles"], steps: 64 },
    t: 30,
    lesson: true,
  },
  straight: {
    label: "A spring by frequency, held",
    set: { ...stiff, rule: "zoh", views: ["frequency", "poles"] },
    lesson: true,
  },
  unfiltered: {
    label: "A noisy spring, measured",
    set: { ...spring, Q: 0.004, R: 0.5, views: ["time", "phase"] },
    t: 80,
    lesson: true,
  },
  pulse: {
    label: "A gate, just after it opened",
    set: { ...gated, input: pulses, future: false, views: ["time", "kernel", "poles"] },
    t: 24,
    lesson: true,
  },
  gateNoise: {
    label: "A gate under noise, filtered",
    set: { ...gateNoise, future: false },
    t: 19,
    lesson: true,
  },
  gateOpen: { label: "A gate under noise, opened", set: { ...gateNoise }, t: 22, lesson: true },
  ripple: {
    label: "A gate, after the ripple",
    set: { ...gated, input: pulses, views: ["time", "kernel", "poles"] },
    t: 59,
    lesson: true,
  },
};
