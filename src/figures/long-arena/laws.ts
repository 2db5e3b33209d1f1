import type { Law } from "../../kit/figure.ts";
import { columns, type Run } from "./compute.ts";
import { average, counted, models, tasks } from "./data.ts";
import type { Setting } from "./params.ts";

const scoreOf = (id: string) => models.find((m) => m.id === id)!;

export const laws: Readonly<Record<string, Law<Setting, Run>>> = {
  averages: {
    about: "model",
    label: "Each average is the mean of its tasks, up to rounding",
    holds: () => models.every((m) => Math.abs(average(m) - m.printed) < 0.01),
  },
  chance: {
    about: "model",
    label: "Nothing counts for less than chance",
    holds: () => models.every((m) => tasks.every((task, k) => counted(m, k) >= task.chance)),
  },
  sorted: {
    label: "The rows fall in the column that sorts",
    holds: ({ rows }, v) => {
      const by = columns.indexOf(v.sort);
      return rows.every((row, i) => i === 0 || row.values[by]! <= rows[i - 1]!.values[by]!);
    },
  },
  updated: {
    about: "model",
    label: "S4's updated results are at least its first ones, on every task",
    holds: () => tasks.every((_, k) => counted(scoreOf("s4"), k) >= counted(scoreOf("s4first"), k)),
  },
  sameTransformer: {
    about: "model",
    label:
      "Without Path-X the Transformer's average is 54.39, as Long Range Arena itself prints it",
    holds: () => Math.abs(average({ ...scoreOf("transformer"), without: "pathx" }) - 54.39) < 0.01,
  },
};
