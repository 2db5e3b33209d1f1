import type { Run } from "./compute.ts";
import { sources, tasks } from "./data.ts";
import type { Setting } from "./params.ts";

/** The rows shown as a NumPy table; prints their averages and, last, that of the model in focus. */
export function numpy(_: Setting, { rows, focus }: Run): string {
  const line = ({ model }: Run["rows"][number]) =>
    `    ${JSON.stringify(model.name)}: [${model.scores.map((s) => s ?? "x").join(", ")}],`;
  const { name, without, source } = focus.model;
  const taken = tasks.map(({ id }) => (id === without ? "False" : "True"));
  return `import numpy as np

x = np.nan  # nothing learned: counted as chance
chance = np.array([${tasks.map(({ chance }) => chance).join(", ")}])  # ${tasks.map((t) => t.name).join(", ")}
table = {
${rows.map(line).join("\n")}
}
for name, scores in table.items():
    print(name, np.round(np.where(np.isnan(scores), chance, scores).mean(), 2))

# Source: ${sources[source]}
scores = np.array(table[${JSON.stringify(name)}])
taken = np.array([${taken.join(", ")}])  # the tasks in its source's own average
print(np.where(np.isnan(scores), chance, scores)[taken].mean())
`;
}
