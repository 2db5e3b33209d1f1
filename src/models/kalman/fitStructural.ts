import { fail } from "../../numerics/check.ts";
import { minimise } from "../../numerics/minimise.ts";
import { logLikelihood } from "./filter.ts";
import { column, type KalmanModel } from "./model.ts";
import { type Seasonal, structural, type StructuralParts } from "./structural.ts";

/** Which parts a structural model has; a level and an irregular always. */
export interface StructuralForm {
  slope?: boolean;
  /** Hold the level's variance at 0: with a slope, an integrated random walk, the smooth trend. */
  smooth?: boolean;
  seasonal?: Omit<Seasonal, "variance">;
}

/** The variances of maximum likelihood and the model they make. */
export interface StructuralFit {
  parts: StructuralParts;
  model: KalmanModel;
  logLikelihood: number;
  converged: boolean;
}

/**
 * The variances under which the series is most likely, by BFGS over standard deviations from several starts; a variance
 * that the data want at 0 is 0 exactly. NaN = missing. Throws when y does not vary or is shorter than its states + 2.
 * `near`, the variances of a series that differs by little, spares the other starts.
 * Source: Durbin & Koopman 2012, §7.3; Harvey 1989, §4.2.
 */
export function fitStructural(
  y: Float64Array,
  form: StructuralForm = {},
  near?: StructuralParts,
): StructuralFit {
  const series = column(y);
  const unit = scaleOf(y);
  const objective = (sd: Float64Array) => {
    const parts = partsOf(sd, form, unit);
    try {
      return -logLikelihood(structural(parts), series);
    } catch {
      return Infinity; // every variance 0: no measurement fits
    }
  };
  const states = structural(partsOf(new Float64Array(free(form).length), form, unit)).A.rows;
  const seen = y.filter((x) => !Number.isNaN(x)).length;
  if (seen < states + 2) fail("y", `at least ${states + 2} values that are there`, `${seen}`);
  let best = (near ? [startNear(near, form, unit)] : startsOf(form))
    .map((start) => minimise(objective, start))
    .reduce((a, b) => (b.value < a.value ? b : a));
  best = { ...best, x: withZeros(objective, best.x, best.value) };
  const parts = partsOf(best.x, form, unit);
  const model = structural(parts);
  return { parts, model, logLikelihood: logLikelihood(model, series), converged: best.converged };
}

/** The mean square of the steps of y: what variances are measured in. Throws when y does not vary. */
function scaleOf(y: Float64Array): number {
  const seen = y.filter((x) => !Number.isNaN(x));
  let sum = 0;
  for (let t = 1; t < seen.length; t++) sum += (seen[t]! - seen[t - 1]!) ** 2;
  const unit = sum / (seen.length - 1);
  return unit > 0 && unit < Infinity ? unit : fail("y", "a series that varies", "a constant one");
}

function partsOf(sd: Float64Array, form: StructuralForm, unit: number): StructuralParts {
  const of = Object.fromEntries(free(form).map((name, i) => [name, sd[i]! ** 2 * unit]));
  const parts: StructuralParts = { irregular: of.irregular!, level: of.level ?? 0 };
  if (form.slope) parts.slope = of.slope!;
  if (form.seasonal) parts.seasonal = { ...form.seasonal, variance: of.seasonal! };
  return parts;
}

/** The variances to be found. */
function free({ slope, smooth, seasonal }: StructuralForm): string[] {
  const has = { irregular: true, level: !smooth, slope, seasonal };
  return Object.entries(has).flatMap(([name, present]) => (present ? [name] : []));
}

/** The likelihood has several hills: rough, smooth and in between (Finland's deaths in the tests). */
function startsOf(form: StructuralForm): Float64Array[] {
  const starts: Record<string, number>[] = [
    { irregular: 0.6, level: 0.3, slope: 0.05, seasonal: 0.05 },
    { irregular: 0.2, level: 0.7, slope: 0.2, seasonal: 0.2 },
    { irregular: 0.5, level: 0.05, slope: 0.2, seasonal: 0.2 },
  ];
  return starts.map((start) => Float64Array.from(free(form), (name) => start[name]!));
}

/** A deviation of 0 has no slope to leave it by, so it starts a little above. */
function startNear(near: StructuralParts, form: StructuralForm, unit: number): Float64Array {
  const of: Record<string, number | undefined> = { ...near, seasonal: near.seasonal?.variance };
  return Float64Array.from(free(form), (name) => Math.max(0.02, Math.sqrt((of[name] ?? 0) / unit)));
}

/** Sets to 0 each standard deviation whose loss costs no likelihood to speak of. */
function withZeros(f: (x: Float64Array) => number, x: Float64Array, value: number): Float64Array {
  const result = x.slice();
  for (let i = 0; i < x.length; i++) {
    const kept = result[i]!;
    result[i] = 0;
    if (!(f(result) <= value + 1e-7)) result[i] = kept;
  }
  return result;
}
