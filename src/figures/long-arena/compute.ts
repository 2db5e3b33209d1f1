import { average, claims, counted, models, tasks, type Claim, type Model } from "./data.ts";
import type { Setting } from "./params.ts";

export interface Row {
  readonly model: Model;
  /** The average, then each task; chance where nothing was learned. */
  readonly values: Float64Array;
  /** Whether the value is only chance that is counted. */
  readonly failed: readonly boolean[];
}

export interface Run {
  readonly rows: readonly Row[];
  readonly focus: Row;
  readonly claim: Claim;
}

/** The columns: the average, then the tasks. */
export const columns = ["average", ...tasks.map(({ id }) => id)];
export const chanceOf = (column: number): number =>
  column === 0
    ? tasks.reduce((sum, { chance }) => sum + chance, 0) / tasks.length
    : tasks[column - 1]!.chance;

const rowOf = (model: Model): Row => ({
  model,
  values: Float64Array.of(average(model), ...tasks.map((_, k) => counted(model, k))),
  failed: [false, ...model.scores.map((score) => score === null)],
});

const belongs = (model: Model, { group, model: focus }: Setting): boolean =>
  model.id === focus ||
  group === "all" ||
  (group === "few" ? model.few === true : model.family === group);

// #region query
/** The rows asked for, best first in the column that sorts; equal ones by their average, then by name. */
export function run(v: Setting): Run {
  const by = columns.indexOf(v.sort);
  const rows = models
    .filter((model) => belongs(model, v))
    .map(rowOf)
    .toSorted(
      (a, b) =>
        b.values[by]! - a.values[by]! ||
        b.values[0]! - a.values[0]! ||
        (a.model.name < b.model.name ? -1 : 1),
    );
  return {
    rows,
    focus: rows.find(({ model }) => model.id === v.model)!,
    claim: claims.find(({ id }) => id === v.claim)!,
  };
}
// #endregion
