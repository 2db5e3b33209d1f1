import { ruleNames } from "../../numerics/discretize.ts";
import { keeps, radius, type Run, turn } from "./compute.ts";
import type { Setting } from "./params.ts";

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Each pole of Ā is the scalar rule at a pole of A. */
export const poleByPole = ({ rules }: Run, v: Setting): boolean => {
  if (v.system === "legs")
    return ruleNames.every((rule) =>
      rules[rule].poles.every((z, n) => near(z, keeps[rule](-(n + 1) * v.dt))),
    );
  const { zoh } = rules;
  return near(radius(zoh, v), Math.exp(v.a * v.dt));
};

/** A + Aᵀ has no positive direction, and these three keep what that means: no state becomes longer. */
export const neverLonger = ({ rules }: Run): boolean =>
  (["zoh", "bilinear", "backward"] as const).every((rule) =>
    rules[rule].size.every((s, k) => k === 0 || s <= rules[rule].size[k - 1]! * (1 + 1e-9)),
  );

/** Euler holds LegS as long as NΔ is at most 2. */
export const twoOverN = ({ rules }: Run, v: Setting): boolean =>
  v.system !== "legs" ||
  Math.abs(v.N * v.dt - 2) < 1e-9 ||
  radius(rules.euler, v) > 1 === v.N * v.dt > 2;

/** Undamped, bilinear keeps the circle and turns by 2 arctan(ωΔ/2). */
export const tooSlow = ({ rules }: Run, v: Setting): boolean => {
  if (v.system !== "spring" || v.a !== 0) return true;
  const degrees = (2 * Math.atan((v.w * v.dt) / 2) * 180) / Math.PI;
  return near(radius(rules.bilinear, v), 1) && near(turn(rules.bilinear), degrees);
};
