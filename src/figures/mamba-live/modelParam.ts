import type { Label, Param } from "../../kit/param.ts";
import { isOwn, type Model, type ModelName } from "./models.ts";

/** One of the shipped models, or the reader's own, which no address carries. */
export interface ModelParam extends Param<Model> {
  readonly kind: "model";
}

const OWN = "own";

export const modelParam = (
  o: Label & { options: Record<ModelName | typeof OWN, string>; initial: ModelName },
): ModelParam => {
  const names = Object.keys(o.options).filter((name) => name !== OWN) as ModelName[];
  const wrap = (k: number) => names[((k % names.length) + names.length) % names.length]!;
  return {
    kind: "model",
    ...o,
    parse: (s) => names.find((name) => name === s),
    stays: (s) => s === OWN,
    print: (model) => (isOwn(model) ? OWN : model),
    nudge: (model, by) => wrap((isOwn(model) ? 0 : names.indexOf(model)) + by),
    at: (u) => wrap(Math.min(names.length - 1, Math.floor(u * names.length))),
  };
};
