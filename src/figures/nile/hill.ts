import { fitLocalLevel, likelihoodSurface, type LocalLevelFit } from "../../models/kalman.ts";
import type { Matrix } from "../../numerics/matrix.ts";

/** The log-likelihood over all pairs of variances, and where it is highest. */
export interface Hill {
  /** ln p(y), measurement variance down the rows, the walk's across the columns. */
  readonly surface: Matrix;
  readonly fit: LocalLevelFit;
}

/** The ranges of the two variances, in squares of the series' unit. */
export const NOISE = { min: 100, max: 99_999 } as const;
export const WALK = { min: 1, max: 99_999 } as const;
/** Points along either side of the surface. */
export const SIDE = 60;

/** As many values from min to max, at equal ratios. */
const spaced = ({ min, max }: typeof NOISE | typeof WALK, factor: number) =>
  Float64Array.from({ length: SIDE }, (_, i) => factor * min * (max / min) ** (i / (SIDE - 1)));

/** The likelihood surface of a series, whose variances are in squares of `unit`. */
export function hillOf(y: Float64Array, unit: number): Hill {
  return {
    surface: likelihoodSurface(y, spaced(NOISE, unit ** 2), spaced(WALK, unit ** 2)),
    fit: fitLocalLevel(y),
  };
}

/** The pair of the surface's highest point, as the sliders have it. */
export function highest({ surface }: Hill): { noise: number; walk: number } {
  const top = surface.data.indexOf(surface.data.reduce((a, b) => Math.max(a, b)));
  return {
    noise: spaced(NOISE, 1)[Math.floor(top / SIDE)]!,
    walk: spaced(WALK, 1)[top % SIDE]!,
  };
}
