import type { Law } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { tables } from "./data.ts";
import type { Setting } from "./params.ts";

const valueOf = (id: keyof typeof tables, name: string) =>
  tables[id].rows.find((r) => r.name === name)!.value;

export const laws: Readonly<Record<string, Law<Setting, Run>>> = {
  inside: {
    label: "Every row lies on the axis",
    holds: ({ table: { from, to, rows } }) =>
      rows.every(({ value }) => value >= from && value <= to),
  },
  nats: {
    label: "Ratios of perplexities are differences of nats",
    holds: ({ nats, lower }) => Math.abs(Math.exp(-nats) - (1 - lower / 100)) < 1e-9,
  },
  same: {
    about: "model",
    label: "The same model has the same perplexity in every table",
    holds: () =>
      valueOf("parts", "everything") === valueOf("states", "selective16") &&
      valueOf("parts", "everything") === valueOf("start", "realLine") &&
      valueOf("parts", "everything") === valueOf("rank", "rank64") &&
      valueOf("parts", "onlyDelta") === valueOf("states", "fixed16"),
  },
};
