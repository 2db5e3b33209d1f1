import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const slack = (x: number) => x * (1 + 1e-9) + 1e-12;

export const bounded = ({ errors, bounds, k }: Run): boolean =>
  errors.every((e, n) => n < k || n < 1 || e <= slack(bounds[n]!));

export const falling = ({ errors }: Run): boolean =>
  errors.every((e, n) => n === 0 || e <= slack(errors[n - 1]!));

export const between = ({ times, scaled }: Run, { N }: Setting): boolean =>
  scaled.every((g, i) => g * times[i]! <= slack(N) && slack(g * times[i]!) >= Math.sqrt(N / 2));

export const fades = ({ times, fading }: Run, { N }: Setting): boolean =>
  fading.every((g, i) => g <= N * Math.exp(1 - times[i]!) * (1 + 1e-9));
