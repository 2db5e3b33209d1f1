import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { matrix } from "../../kit/params/matrix.ts";
import { number } from "../../kit/params/number.ts";
import { seed } from "../../kit/params/seed.ts";
import { pushes } from "./pushes.ts";

export const params = {
  plant: choice({
    label: "What is controlled",
    options: { cart: "a cart that balances a rod", heater: "a heated tank" },
    initial: "cart",
  }),
  design: choice({
    label: "How K is found",
    symbol: "feedback",
    options: {
      off: "no feedback, K = 0",
      poles: "from poles that I set",
      lqr: "by least cost (LQR)",
    },
    initial: "poles",
  }),
  push: pushes({ label: "pushes, in N", symbol: "v", initial: [], usual: 6, ways: "sides" }),
  pour: pushes({
    label: "water poured in: its heat over a minute, in kW",
    symbol: "v",
    initial: [],
    usual: 6,
    ways: "warmth",
  }),
  /** Two pairs of poles as [middle, half distance]: above 0 a conjugate pair, below 0 two real ones. */
  poles: matrix({
    label: "pole pairs: middle and distance (negative: both real)",
    symbol: "lambda",
    min: -1.2,
    max: 1.2,
    step: 0.01,
    initial: [
      [0.8, 0.1],
      [0.65, 0.15],
    ],
  }),
  pole: number({
    label: "pole of A + B K",
    symbol: "lambda",
    min: -1.2,
    max: 1.2,
    step: 0.01,
    initial: 0.8,
  }),
  /** What a unit of input costs, and what a metre or degree off costs. */
  effort: number({
    label: "cost of a unit of input (LQR)",
    min: 0.001,
    max: 10,
    step: 0.001,
    initial: 0.1,
    log: true,
  }),
  sense: choice({
    label: "What the controller sees",
    symbol: "hhat",
    options: {
      full: "the whole state",
      raw: "noisy measurements, speeds by difference",
      kalman: "noisy measurements through a Kalman filter",
    },
    initial: "full",
  }),
  /** Standard deviation of the measurements: degrees of angle and centimetres of place. */
  noise: number({
    label: "measurement noise, in degrees and cm",
    symbol: "R",
    min: 0,
    max: 5,
    step: 0.1,
    initial: 1,
  }),
  blur: number({
    label: "measurement noise, in °C",
    symbol: "R",
    min: 0,
    max: 5,
    step: 0.1,
    initial: 1,
  }),
  lean: number({
    label: "lean at the start, in degrees",
    symbol: "h",
    min: -40,
    max: 40,
    step: 1,
    initial: 12,
  }),
  limit: number({
    label: "strongest input, in N",
    symbol: "u",
    min: 1,
    max: 40,
    step: 1,
    initial: 15,
  }),
  power: number({
    label: "strongest heating, in kW",
    symbol: "u",
    min: 0.1,
    max: 4,
    step: 0.1,
    initial: 2,
  }),
  place: number({
    label: "where the cart shall stand, in m",
    min: -1.5,
    max: 1.5,
    step: 0.1,
    initial: 0,
    more: true,
  }),
  warm: number({
    label: "how warm the tank shall be, in °C",
    min: 25,
    max: 90,
    step: 1,
    initial: 60,
  }),
  poke: pushes({
    label: "pokes at the tip, in N",
    symbol: "v",
    initial: [],
    usual: 1,
    ways: "sides",
    more: true,
  }),
  length: number({
    label: "length of the rod, in m",
    min: 0.3,
    max: 1.5,
    step: 0.1,
    initial: 1,
    more: true,
  }),
  care: number({
    label: "cost of a unit off the goal (LQR)",
    min: 0.1,
    max: 100,
    step: 0.1,
    initial: 1,
    log: true,
    more: true,
  }),
  expect: number({
    label: "size of the pushes that the filter expects, in N",
    symbol: "Q",
    min: 0,
    max: 10,
    step: 0.1,
    initial: 2,
    more: true,
  }),
  stray: number({
    label: "size of the unknown heat that the filter expects, in kW",
    symbol: "Q",
    min: 0,
    max: 2,
    step: 0.05,
    initial: 0.1,
    more: true,
  }),
  gust: number({
    label: "gusts of wind, in N",
    symbol: "v",
    min: 0,
    max: 5,
    step: 0.1,
    initial: 0,
    more: true,
  }),
  seed: seed({ label: "Noise", initial: 3, more: true }),
  /** Length of the run: seconds; 10 steps each. */
  span: number({
    label: "length of the run, in s",
    symbol: "L",
    min: 4,
    max: 20,
    step: 1,
    initial: 12,
    more: true,
  }),
  minutes: number({
    label: "length of the run, in min",
    symbol: "L",
    min: 40,
    max: 200,
    step: 10,
    initial: 120,
    more: true,
  }),
};

export type Setting = Values<typeof params>;
