import { snug } from "../../draw/axis.ts";
import { linear } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { type Run, STEPS } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";

export type Now = Moment<Setting, Run>;

/** Half of the phase plane. */
export const HALF = 1.7;
/** Of what a step keeps. */
export const [LOW, HIGH] = [-2.2, 1.2];

export const phaseScale = ({ phase: b }: Layout) => ({
  x: linear(-HALF, HALF, b.left, b.right),
  y: linear(-HALF, HALF, b.bottom, b.top),
});

/** The axis of λΔ reaches beyond the fastest pole; while a handle is held, beyond where that was. */
export function keptScale({ values, held }: Now, { kept: b }: Layout) {
  const v = held?.values ?? values;
  const most = snug(Math.max(3, 1.05 * v.N * v.dt));
  return {
    most,
    x: linear(-most, 0, b.left, b.right),
    y: linear(LOW, HIGH, b.bottom, b.top),
  };
}

/** Powers of ten, as many up as down. */
export const decades = ({ system }: Setting) => (system === "spring" ? 2 : 4);
export function sizeScale(v: Setting, { sizes: b }: Layout) {
  const y = linear(-decades(v), decades(v), b.bottom, b.top);
  return {
    x: linear(0, STEPS, b.left, b.right),
    y: (size: number) => y(Math.log10(Math.max(size, 1e-300))),
  };
}
