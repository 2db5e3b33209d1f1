import type { Run } from "./compute.ts";
import type { Setting } from "./params.ts";
import { APART } from "./paths.ts";

const round = (x: number) => +x.toFixed(6);

/** The example and its answer, by a stack or by going from dash to dash; prints the answer. */
export function numpy(_: Setting, { list, picture }: Run): string {
  if (list)
    return `import numpy as np

tokens = "${list.tokens.join(" ")}".split()
value = {
    "MAX": max,
    "MIN": min,
    "MED": lambda a: int(np.floor(np.median(a))),
    "SM": lambda a: sum(a) % 10,
}
stack = [[]]
for token in tokens:
    if token.startswith("["):
        stack.append([token[1:]])
    elif token == "]":
        op, *args = stack.pop()
        stack[-1].append(value[op](args))
    else:
        stack[-1].append(int(token))
print(stack[0][0])
`;
  const rows = picture!.scene.paths
    .flat()
    .map((dash) => `    [${dash.flat().map(round).join(", ")}]`);
  const [one, two] = picture!.scene.dots.map((dot) => `(${dot.map(round).join(", ")})`);
  return `import numpy as np

dashes = np.array([  # x, y of both ends
${rows.join(",\n")},
])
ends = dashes.reshape(-1, 2, 2)


def near(a, b, reach):
    return np.linalg.norm(a[:, None] - b[None], axis=-1).min() < reach


def holds(dot):
    return next(k for k, end in enumerate(ends) if near(end, np.array([dot]), 1e-5))


reached, waiting = set(), [holds(${one})]
while waiting:
    k = waiting.pop()
    reached.add(k)
    for j, end in enumerate(ends):
        if j not in reached and near(ends[k], end, ${round(APART / 2)}):
            waiting.append(j)
print(int(holds(${two}) in reached))
`;
}
