import { ruleNames } from "../../numerics/discretize.ts";
import { mapped, size, unmapped, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const near = (a: number, b: number, scale = 1) =>
  Math.abs(a - b) <= 1e-8 * Math.max(1, scale) || (!Number.isFinite(a) && !Number.isFinite(b));

/** The eigenvalue of the matrix Ā is the scalar rule applied to the eigenvalue of A. */
export const spectral = ({ z }: Run, { a, w, dt }: Setting): boolean =>
  ruleNames.every((rule) => {
    const own = mapped(rule, [a, w], dt);
    return (
      size(own) > 1e6 ||
      !Number.isFinite(size(own)) ||
      (near(z[rule][0], own[0], size(own)) &&
        near(Math.abs(z[rule][1]), Math.abs(own[1]), size(own)))
    );
  });

export const insideStaysInside = ({ z }: Run, { a }: Setting): boolean =>
  a > 0 || (["zoh", "bilinear", "backward"] as const).every((r) => size(z[r]) <= 1 + 1e-9);

/** Zero-order hold and bilinear also keep the border: what neither fades nor grows does so in steps too. */
export const borderIsKept = ({ z }: Run, { a }: Setting): boolean =>
  (["zoh", "bilinear"] as const).every(
    (r) => Math.abs(a) < 1e-9 || (a < 0 ? size(z[r]) <= 1 + 1e-9 : size(z[r]) >= 1 - 1e-9),
  );

/** Two steps of Δ are one of 2Δ, for zero-order hold. */
export const twice = ({ z: { zoh } }: Run, { a, w, dt }: Setting): boolean => {
  const [x, y] = mapped("zoh", [a, w], 2 * dt);
  const scale = size(zoh) ** 2;
  return (
    near(zoh[0] ** 2 - zoh[1] ** 2, x, scale) &&
    near(Math.abs(2 * zoh[0] * zoh[1]), Math.abs(y), scale)
  );
};

/** Back through the inverse: the pole itself, or one that differs by whole turns a step. */
export const backAgain = (_: Run, { rule, a, w, dt }: Setting): boolean => {
  const z = mapped(rule, [a, w], dt);
  if (!(size(z) < 1e6 && size(z) > 1e-6)) return true;
  const s = unmapped(rule, z, dt);
  if (!s) return false;
  const again = mapped(rule, s, dt);
  return near(again[0], z[0], size(z)) && near(again[1], z[1], size(z));
};
