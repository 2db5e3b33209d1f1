import type { Values } from "../../kit/param.ts";
import { choice } from "../../kit/params/choice.ts";
import { claims, models, tasks } from "./data.ts";
import { type Phrase, phrases } from "./phrases.ts";

const named = (
  all: readonly { readonly id: string; readonly name: string }[],
): Record<string, string> => Object.fromEntries(all.map(({ id, name }) => [id, name]));

export const params = {
  show: choice({
    label: "Show",
    options: { results: "the results", claims: "S4's own claims" },
    initial: "results",
  }),
  group: choice({
    label: "Models",
    options: { few: "a few", all: "all", ssm: "state space models", attention: "with attention" },
    initial: "few",
  }),
  /** "average" or a task's id. */
  sort: choice({
    label: "Sorted by",
    options: named([{ id: "average", name: "average" }, ...tasks]),
    initial: "average",
  }),
  model: choice({ label: "In focus", options: named(models), initial: "s4" }),
  claim: choice({
    label: "Claim",
    options: Object.fromEntries(claims.map(({ id }) => [id, phrases[`${id}Name` as Phrase]])),
    initial: "pathx",
  }),
};

export type Setting = Values<typeof params>;
