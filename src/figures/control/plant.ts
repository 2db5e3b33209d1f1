import { cartPole, uprightCartPole, type CartPole } from "../../models/cartPole.ts";
import { discretize } from "../../numerics/discretize.ts";
import { fromRows, type Matrix } from "../../numerics/matrix.ts";
import type { Setting } from "./params.ts";
import { forces } from "./pushes.ts";
import { DEGREE, RAIL, STEPS_A_UNIT } from "./setting.ts";

/** How a run may end before its time. */
export type Loss = "pole" | "rail";

/** What is kept under control, in steps of dt seconds: its linear model about the goal. */
export interface Plant {
  readonly dt: number;
  /** How often the motion is looked at within a step. */
  readonly parts: number;
  readonly A: Matrix;
  /** n×1, of the input; and of a poke at the tip, where there is a tip. */
  readonly B: Matrix;
  readonly tip: Matrix;
  /** What is measured. */
  readonly C: Matrix;
  readonly start: Float64Array;
  readonly goal: Float64Array;
  /** The input that holds the goal, and the bounds of the input. */
  readonly hold: number;
  readonly low: number;
  readonly high: number;
  /** Steps of the run. */
  readonly L: number;
  /** What nobody foresees at each step: as the input acts, and at the tip. Standard deviation of what is drawn on top. */
  readonly pushed: Float64Array;
  readonly poked: Float64Array;
  readonly gust: number;
  /** Standard deviation of such a thing as the filter expects it. */
  readonly expected: number;
  /** Standard deviation of each measurement: a noise of so many of these. */
  readonly spread: Float64Array;
  readonly noise: number;
}

/** The real thing, which moves by its own laws, and what is known of it. */
export interface RealPlant {
  readonly model: Plant;
  /** Moves h on by a part of a step. */
  move(h: Float64Array, input: number, tip: number): void;
  lost(h: Float64Array): Loss | undefined;
}

/** 1 kg of cart and 0.2 kg of pole, lightly greased. */
export const bodyOf = (length: number): CartPole => ({
  cart: 1,
  pole: 0.2,
  length,
  gravity: 9.81,
  friction: 0.1,
  hinge: 0.002,
});

const PARTS = 8;
const AMBIENT = 20;
/** 20 litres of water: degrees a second that a kilowatt gives, and the share of its excess that the tank loses. */
const HEATING = 1000 / (20 * 4186);
const LOSS = 1 / 3600;

const column = (m: Matrix, j: number): Matrix => ({
  rows: m.rows,
  cols: 1,
  data: Float64Array.from({ length: m.rows }, (_, i) => m.data[i * m.cols + j]!),
});

function cart(v: Setting): RealPlant {
  const { length, lean, place, limit } = v;
  const dt = 1 / STEPS_A_UNIT;
  const L = Math.round(v.span * STEPS_A_UNIT) + 1;
  const body = bodyOf(length);
  const upright = uprightCartPole(body);
  const { A, B } = discretize(upright.A, upright.B, dt, "zoh");
  const advance = cartPole(body);
  const model: Plant = {
    dt,
    parts: PARTS,
    A,
    B: column(B, 0),
    tip: column(B, 1),
    C: fromRows([
      [1, 0, 0, 0],
      [0, 0, 1, 0],
    ]),
    start: Float64Array.of(0, 0, lean * DEGREE, 0),
    goal: Float64Array.of(place, 0, 0, 0),
    hold: 0,
    low: -limit,
    high: limit,
    L,
    pushed: forces(v.push, L),
    poked: forces(v.poke, L),
    gust: v.gust,
    expected: v.expect,
    spread: Float64Array.of(0.01, DEGREE),
    noise: v.noise,
  };
  return {
    model,
    move: (h, input, tip) => advance(h, { cart: input, tip }, dt / PARTS),
    lost: (h) =>
      Math.abs(h[2]!) >= Math.PI / 2 ? "pole" : Math.abs(h[0]!) >= RAIL ? "rail" : undefined,
  };
}

/** T′ = −k (T − T_room) + b u, with u in kilowatts: heating only; a step is a minute. */
function heater(v: Setting): RealPlant {
  const { warm } = v;
  const dt = 60;
  const L = v.minutes + 1;
  const { A, B } = discretize(fromRows([[-LOSS]]), fromRows([[HEATING]]), dt, "zoh");
  const hold = (LOSS / HEATING) * (warm - AMBIENT);
  const model: Plant = {
    dt,
    parts: 1,
    A,
    B,
    tip: B,
    C: fromRows([[1]]),
    start: Float64Array.of(AMBIENT),
    goal: Float64Array.of(warm),
    hold,
    low: 0,
    high: v.power,
    L,
    pushed: forces(v.pour, L),
    poked: new Float64Array(L),
    gust: 0,
    expected: v.stray,
    spread: Float64Array.of(1),
    noise: v.blur,
  };
  return {
    model,
    move: (h, input) => {
      h[0] = warm + A.data[0]! * (h[0]! - warm) + B.data[0]! * (input - hold);
    },
    lost: () => undefined,
  };
}

export const plantOf = (v: Setting): RealPlant => (v.plant === "cart" ? cart(v) : heater(v));
